// Running sums and products, and sums of many tensors.
import { ValueError } from "../../base/errors.ts";
import { isCompatible } from "../../base/shape.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { type Named, type Trailing, trailing } from "../core/arguments.ts";
import { one, scoped } from "../core/call.ts";
import { IndexedSlices } from "../core/indexed-slices.ts";
import { asTensor, asTensors } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";

export interface ScanOptions extends Named {
  /** The axis; default 0. */
  readonly axis?: number | Tensor;
  /** Leaves out the element itself: the first result is the neutral element. */
  readonly exclusive?: boolean;
  /** From the end to the start. */
  readonly reverse?: boolean;
}

type ScanArguments = Trailing<[axis: number | Tensor, exclusive: boolean, reverse: boolean], ScanOptions>;

function running(op: string, scope: string, x: TensorInput, rest: readonly unknown[]): Tensor {
  const options = trailing<ScanOptions>(["axis", "exclusive", "reverse"], rest);
  const { axis = 0, exclusive = false, reverse = false, name } = options;
  return scoped(name, scope, [x], (at) =>
    one(
      op,
      [asTensor(x, undefined, "x"), asTensor(axis, undefined, "axis", "int32")],
      { exclusive, reverse },
      at,
    ),
  );
}

/**
 * Running sums along an axis.
 *
 * @param x Numbers.
 * @param rest `axis` (default 0), `exclusive`, `reverse` and `name`, by position or as options.
 * @example
 * tf.cumsum([1, 2, 3]);
 * // tf.Tensor([1. 3. 6.], shape=(3,), dtype=float32)
 * @example
 * tf.cumsum([1, 2, 3], { exclusive: true, reverse: true });
 * // tf.Tensor([5. 3. 0.], shape=(3,), dtype=float32)
 */
export function cumsum(x: TensorInput, ...rest: ScanArguments): Tensor {
  return running("Cumsum", "Cumsum", x, rest);
}

/**
 * Running products along an axis.
 *
 * @param x Numbers.
 * @param rest `axis` (default 0), `exclusive`, `reverse` and `name`, by position or as options.
 * @example
 * tf.math.cumprod([1, 2, 3]);
 * // tf.Tensor([1. 2. 6.], shape=(3,), dtype=float32)
 */
export function cumprod(x: TensorInput, ...rest: ScanArguments): Tensor {
  return running("Cumprod", "Cumprod", x, rest);
}

/**
 * Running log(sum(exp(x))) along an axis, without overflow.
 *
 * @param x Numbers of a float dtype.
 * @param rest `axis` (default 0), `exclusive`, `reverse` and `name`, by position or as options.
 * @example
 * tf.math.cumulativeLogsumexp([0, 0, 0]);
 * // tf.Tensor([0.        0.6931472 1.0986123], shape=(3,), dtype=float32)
 */
export function cumulativeLogsumexp(x: TensorInput, ...rest: ScanArguments): Tensor {
  return running("CumulativeLogsumexp", "CumulativeLogsumexp", x, rest);
}

/**
 * The sum of tensors of one shape.
 *
 * @param inputs A list of tensors of one dtype and shape; IndexedSlices are made dense.
 * @param options `name`.
 * @throws ValueError for an empty list; InvalidArgumentError if shapes differ.
 * @example
 * tf.addN([[1, 2], [3, 4], [5, 6]]);
 * // tf.Tensor([ 9. 12.], shape=(2,), dtype=float32)
 */
export function addN(inputs: readonly (TensorInput | IndexedSlices)[], options: Named = {}): Tensor {
  if (!Array.isArray(inputs) || inputs.length === 0)
    throw new ValueError(
      "Inputs must be an iterable of at least one Tensor/IndexedSlices with the same dtype and shape.",
    );
  const tensors = asTensors(inputs.map((each) => (each instanceof IndexedSlices ? each.toTensor() : each)));
  if (tensors.length > 1) return one("AddN", [tensors], undefined, options.name);
  return options.name === undefined ? tensors[0]! : one("Identity", tensors, undefined, options.name);
}

/**
 * As `addN`.
 *
 * @param inputs A list of tensors of one dtype and shape.
 * @param options `name`.
 * @throws ValueError for an empty list or shapes that differ.
 * @example
 * tf.math.accumulateN([[1, 2], [3, 4]]);
 * // tf.Tensor([4. 6.], shape=(2,), dtype=float32)
 */
export function accumulateN(inputs: readonly TensorInput[], options: Named = {}): Tensor {
  const tensors = asTensors(inputs);
  const [first] = tensors;
  if (first === undefined || tensors.some((tensor) => !isCompatible(tensor.shape, first.shape)))
    throw new ValueError("inputs must be a list of at least one Tensor with the same dtype and shape");
  if (tensors.length === 1 && options.name === undefined) return first;
  if (tensors.length === 1) return one("Identity", [first], undefined, options.name);
  return one("AddN", [tensors], undefined, options.name);
}

/**
 * The value of a polynomial, by Horner's rule.
 *
 * @param coeffs Coefficients, the one of the highest power first.
 * @param x Where to evaluate.
 * @param options `name`.
 * @example
 * tf.math.polyval([1, 0, -2], 3);
 * // tf.Tensor(7.0, shape=(), dtype=float32)
 */
export function polyval(coeffs: readonly TensorInput[], x: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "polyval", [x, coeffs], () => {
    const at = asTensor(x, undefined, "x");
    if (coeffs.length === 0) return one("ZerosLike", [at]);
    const terms = coeffs.map((coefficient) => asTensor(coefficient, at.dtype));
    return terms
      .slice(1)
      .reduce(
        (sum, term) => one("AddV2", [term, one("Mul", [sum, at], undefined, "mul")], undefined, "add"),
        terms[0]!,
      );
  });
}
