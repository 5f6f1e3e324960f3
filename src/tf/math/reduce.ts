// Reductions over axes.
import { isComplex, realPartType } from "../../base/dtypes.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { rank } from "../array/shape.ts";
import { isOptions, type Named } from "../core/arguments.ts";
import { type DTypeLike, dtypeName } from "../core/dtype-name.ts";
import { graphFor, one, scoped } from "../core/call.ts";
import { asTensor, literal } from "../core/tensor.ts";
import type { AxisInput, TensorInput } from "../core/types.ts";
import { zeros } from "../creation/filled.ts";

export interface ReduceOptions extends Named {
  /** The axes to reduce; default all. */
  readonly axis?: AxisInput | null;
  /** Keeps reduced axes with size 1. */
  readonly keepdims?: boolean;
}

/** After the tensor: axes, whether to keep them, and options. */
export type ReduceArguments =
  | [options?: ReduceOptions]
  | [axis: AxisInput | null | undefined, options?: ReduceOptions]
  | [axis: AxisInput | null | undefined, keepdims: boolean | undefined, options?: ReduceOptions];

interface Reduction {
  readonly axis: AxisInput | null;
  readonly keepdims: boolean;
  readonly name: string | undefined;
}

export function reduction(rest: readonly unknown[]): Reduction {
  const last = rest[rest.length - 1];
  const options: ReduceOptions = isOptions(last) ? last : {};
  const [axis, keepdims] = isOptions(last) ? rest.slice(0, -1) : rest;
  return {
    axis: (axis as AxisInput | null | undefined) ?? options.axis ?? null,
    keepdims: (keepdims as boolean | undefined) ?? options.keepdims ?? false,
    name: options.name,
  };
}

/** The axes as the op takes them: a literal, or all axes of a tensor. */
export function reductionAxes(x: Tensor, axis: AxisInput | null): unknown {
  if (axis !== null) return axis;
  // Of a scalar TensorFlow's graphs compute the empty list of axes.
  if (x.shape !== null && (x.shape.length > 0 || graphFor([x]) === null))
    return literal(
      x.shape.map((_, i) => i),
      "int32",
    );
  return one("Range", [0, rank(x), 1], undefined, "range");
}

export function reduceWith(op: string, x: TensorInput, { axis, keepdims, name }: Reduction): Tensor {
  const input = axis === null ? asTensor(x) : x;
  const axes = axis === null ? reductionAxes(input as Tensor, null) : axis;
  return one(op, [input, axes], { keep_dims: keepdims }, name);
}

/**
 * The sum of elements along axes.
 *
 * @param inputTensor Numbers.
 * @param rest `axis` (default all), `keepdims` and `name`, by position or as options.
 * @throws InvalidArgumentError if there is no such axis.
 * @example
 * tf.reduceSum([[1, 2], [3, 4]], 0);
 * // tf.Tensor([4. 6.], shape=(2,), dtype=float32)
 */
export function reduceSum(inputTensor: TensorInput, ...rest: ReduceArguments): Tensor {
  return reduceWith("Sum", inputTensor, reduction(rest));
}

/**
 * The mean of elements along axes; of integers, rounded towards zero.
 *
 * @param inputTensor Numbers.
 * @param rest `axis` (default all), `keepdims` and `name`, by position or as options.
 * @throws InvalidArgumentError if there is no such axis.
 * @example
 * tf.reduceMean([[1, 2], [3, 4]], { axis: 1, keepdims: true });
 * // tf.Tensor(
 * // [[1.5]
 * //  [3.5]], shape=(2, 1), dtype=float32)
 */
export function reduceMean(inputTensor: TensorInput, ...rest: ReduceArguments): Tensor {
  return reduceWith("Mean", inputTensor, reduction(rest));
}

/**
 * The product of elements along axes.
 *
 * @param inputTensor Numbers.
 * @param rest `axis` (default all), `keepdims` and `name`, by position or as options.
 * @throws InvalidArgumentError if there is no such axis.
 * @example
 * tf.reduceProd([[1, 2], [3, 4]]);
 * // tf.Tensor(24.0, shape=(), dtype=float32)
 */
export function reduceProd(inputTensor: TensorInput, ...rest: ReduceArguments): Tensor {
  return reduceWith("Prod", inputTensor, reduction(rest));
}

/**
 * The greatest element along axes.
 *
 * @param inputTensor Real numbers.
 * @param rest `axis` (default all), `keepdims` and `name`, by position or as options.
 * @throws InvalidArgumentError if there is no such axis.
 * @example
 * tf.reduceMax([[1, 4], [3, 2]], 0);
 * // tf.Tensor([3. 4.], shape=(2,), dtype=float32)
 */
export function reduceMax(inputTensor: TensorInput, ...rest: ReduceArguments): Tensor {
  return reduceWith("Max", inputTensor, reduction(rest));
}

/**
 * The smallest element along axes.
 *
 * @param inputTensor Real numbers.
 * @param rest `axis` (default all), `keepdims` and `name`, by position or as options.
 * @throws InvalidArgumentError if there is no such axis.
 * @example
 * tf.reduceMin([[1, 4], [3, 2]], 1);
 * // tf.Tensor([1. 2.], shape=(2,), dtype=float32)
 */
export function reduceMin(inputTensor: TensorInput, ...rest: ReduceArguments): Tensor {
  return reduceWith("Min", inputTensor, reduction(rest));
}

/**
 * True where all elements along axes are.
 *
 * @param inputTensor Booleans.
 * @param rest `axis` (default all), `keepdims` and `name`, by position or as options.
 * @throws InvalidArgumentError if there is no such axis.
 * @example
 * tf.reduceAll([[true, false], [true, true]], 1);
 * // tf.Tensor([False  True], shape=(2,), dtype=bool)
 */
export function reduceAll(inputTensor: TensorInput, ...rest: ReduceArguments): Tensor {
  return reduceWith("All", inputTensor, reduction(rest));
}

/**
 * True where some element along axes is.
 *
 * @param inputTensor Booleans.
 * @param rest `axis` (default all), `keepdims` and `name`, by position or as options.
 * @throws InvalidArgumentError if there is no such axis.
 * @example
 * tf.reduceAny([[true, false], [false, false]], 1);
 * // tf.Tensor([ True False], shape=(2,), dtype=bool)
 */
export function reduceAny(inputTensor: TensorInput, ...rest: ReduceArguments): Tensor {
  return reduceWith("Any", inputTensor, reduction(rest));
}

/**
 * The square root of the sum of squares along axes.
 *
 * @param inputTensor Numbers.
 * @param rest `axis` (default all), `keepdims` and `name`, by position or as options.
 * @throws InvalidArgumentError if there is no such axis.
 * @example
 * tf.math.reduceEuclideanNorm([3, 4]);
 * // tf.Tensor(5.0, shape=(), dtype=float32)
 */
export function reduceEuclideanNorm(inputTensor: TensorInput, ...rest: ReduceArguments): Tensor {
  return reduceWith("EuclideanNorm", inputTensor, reduction(rest));
}

/**
 * log(sum(exp(x))) along axes, without overflow.
 *
 * @param inputTensor Numbers of a float dtype.
 * @param rest `axis` (default all), `keepdims` and `name`, by position or as options.
 * @throws InvalidArgumentError if there is no such axis.
 * @example
 * tf.reduceLogsumexp([1000, 1000]);
 * // tf.Tensor(1000.6932, shape=(), dtype=float32)
 */
export function reduceLogsumexp(inputTensor: TensorInput, ...rest: ReduceArguments): Tensor {
  const { axis, keepdims, name } = reduction(rest);
  return scoped(name, "ReduceLogSumExp", [inputTensor], (scope) => {
    const x = asTensor(inputTensor);
    const greatest = reduceWith("Max", x, { axis, keepdims: true, name: undefined });
    const finite = one("SelectV2", [one("IsFinite", [greatest]), greatest, 0]);
    const offset = one("StopGradient", [finite]);
    const powers = one("Exp", [one("Sub", [x, offset])]);
    const logs = one("Log", [reduceWith("Sum", powers, { axis, keepdims, name: undefined })]);
    const back = keepdims ? offset : one("Reshape", [offset, shapeLike(logs)]);
    return one("AddV2", [logs, back], undefined, scope);
  });
}

// The raw op, not the function that folds: TensorFlow makes a Shape node here.
const shapeLike = (x: Tensor): Tensor => one("Shape", [x]);

/**
 * The variance along axes: the mean of squared distances from the mean.
 *
 * @param inputTensor Numbers of a float or complex dtype.
 * @param rest `axis` (default all), `keepdims` and `name`, by position or as options.
 * @throws TypeError for integers.
 * @example
 * tf.math.reduceVariance([[1, 2], [3, 4]], 0);
 * // tf.Tensor([1. 1.], shape=(2,), dtype=float32)
 */
export function reduceVariance(inputTensor: TensorInput, ...rest: ReduceArguments): Tensor {
  const { axis, keepdims, name } = reduction(rest);
  return scoped(name ?? "reduce_variance", "reduce_variance", [inputTensor], () => {
    const x = asTensor(inputTensor);
    if (!isComplex(x.dtype) && !x.dtype.includes("float"))
      throw new TypeError(`Input must be either real or complex. Received integer type ${x.dtype}.`);
    const mean = reduceWith("Mean", x, { axis, keepdims: true, name: undefined });
    const distance = one("Sub", [x, mean], undefined, "sub");
    const squared = isComplex(x.dtype)
      ? one("Real", [one("Mul", [one("Conj", [distance]), distance], undefined, "mul")], {
          Tout: realPartType(x.dtype),
        })
      : one("Square", [distance]);
    return reduceWith("Mean", squared, { axis, keepdims, name: undefined });
  });
}

/**
 * The standard deviation along axes: the square root of the variance.
 *
 * @param inputTensor Numbers of a float or complex dtype.
 * @param rest `axis` (default all), `keepdims` and `name`, by position or as options.
 * @throws TypeError for integers.
 * @example
 * tf.math.reduceStd([[1, 2], [3, 4]], 0);
 * // tf.Tensor([1. 1.], shape=(2,), dtype=float32)
 */
export function reduceStd(inputTensor: TensorInput, ...rest: ReduceArguments): Tensor {
  const { axis, keepdims, name } = reduction(rest);
  return scoped(name ?? "reduce_std", "reduce_std", [inputTensor], () =>
    one("Sqrt", [reduceVariance(asTensor(inputTensor), axis, keepdims)]),
  );
}

export interface CountOptions extends ReduceOptions {
  /** The dtype of the counts; default int64. */
  readonly dtype?: DTypeLike;
}

/**
 * How many elements along axes are not zero (strings: not empty).
 *
 * @param input Numbers, booleans or strings.
 * @param options `axis` (default all), `keepdims`, `dtype` (default int64) and `name`.
 * @example
 * tf.math.countNonzero([[0, 1], [2, 3]], { axis: 1 });
 * // tf.Tensor([1 2], shape=(2,), dtype=int64)
 */
export function countNonzero(input: TensorInput, options: CountOptions = {}): Tensor {
  const { axis = null, keepdims = false, dtype = "int64", name } = options;
  return scoped(name, "count_nonzero", [input], () => {
    const x = asTensor(input, undefined, "input");
    const differs = one("NotEqual", [x, zeros([], { dtype: x.dtype })]);
    const counted = one("Cast", [differs], { DstT: "int64" });
    const sum = reduceWith("Sum", counted, { axis, keepdims, name: undefined });
    const type = dtypeName(dtype);
    return type === "int64" ? sum : one("Cast", [sum], { DstT: type });
  });
}
