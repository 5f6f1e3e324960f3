// Norms of vectors and matrices.
import { ValueError } from "../../base/errors.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { type Named, type Trailing, trailing } from "../core/arguments.ts";
import { one, scoped } from "../core/call.ts";
import { asTensor } from "../core/tensor.ts";
import type { AxisInput, TensorInput } from "../core/types.ts";
import { squeeze } from "../array/shape.ts";
import { transpose } from "../array/order.ts";
import { conj } from "../math/complex.ts";
import { reduceWith } from "../math/reduce.ts";
import { abs } from "../math/rounding.ts";

export type NormOrder = "euclidean" | "fro" | number;

export interface NormOptions extends Named {
  /** "euclidean" (default), "fro", 1, 2, Infinity, or any positive number for vectors. */
  readonly ord?: NormOrder;
  /** The axis of vectors, or the two of matrices; default: all elements as one vector. */
  readonly axis?: number | readonly number[] | null;
  readonly keepdims?: boolean;
}

/**
 * Norms of vectors (one axis, or none for all elements) or matrices (two axes).
 *
 * @param tensor Numbers of a float or complex dtype.
 * @param rest `ord`, `axis`, `keepdims` and `name`, by position or as options.
 * @throws ValueError for an order or axes that make no norm.
 * @example
 * tf.norm([[3, 4], [6, 8]], { axis: 1 });
 * // tf.Tensor([ 5. 10.], shape=(2,), dtype=float32)
 */
export function norm(
  tensor: TensorInput,
  ...rest: Trailing<[ord: NormOrder, axis: number | readonly number[] | null, keepdims: boolean], NormOptions>
): Tensor {
  const {
    ord = "euclidean",
    axis = null,
    keepdims = false,
    name,
  } = trailing<NormOptions>(["ord", "axis", "keepdims"], rest);
  const axes = checkedAxes(ord, axis);
  return scoped(name, "norm", [tensor], () => {
    const x = asTensor(tensor);
    const result = normOf(x, ord, axes);
    return keepdims ? result : squeeze(result, axes);
  });
}

function checkedAxes(ord: NormOrder, axis: number | readonly number[] | null): readonly number[] | null {
  const isMatrix = Array.isArray(axis) && axis.length === 2;
  if (isMatrix) {
    if (axis[0] === axis[1])
      throw new ValueError(`'axis' must be None, an integer, or a tuple of 2 unique integers, got ${axis}`);
    if (!["euclidean", "fro", 1, 2, Number.POSITIVE_INFINITY].includes(ord))
      throw new ValueError(
        `'ord' must be a supported matrix norm in ['euclidean', 'fro', 1, 2, inf], got ${ord}`,
      );
    return axis;
  }
  if (axis !== null && typeof axis !== "number")
    throw new ValueError(`'axis' must be None, an integer, or a tuple of 2 unique integers, got ${axis}`);
  if (ord !== "euclidean" && !(typeof ord === "number" && ord > 0))
    throw new ValueError(`'ord' must be a supported vector norm, got ${ord}`);
  return axis === null ? null : [axis];
}

const reduceOver = (op: string, x: Tensor, axis: AxisInput | null): Tensor =>
  reduceWith(op, x, { axis, keepdims: true, name: undefined });

function normOf(x: Tensor, ord: NormOrder, axes: readonly number[] | null): Tensor {
  const isMatrix = axes !== null && axes.length === 2;
  if (ord === 2 && isMatrix) return spectralNorm(x, axes);
  if (ord === "fro" || ord === "euclidean" || ord === 2)
    return one("Sqrt", [reduceOver("Sum", one("Mul", [x, conj(x)], undefined, "mul"), axes)]);
  const sizes = abs(x);
  const first = axes === null ? null : axes[0]!;
  if (ord === 1) {
    const sums = reduceOver("Sum", sizes, first);
    return isMatrix ? reduceOver("Max", sums, axes[1]!) : sums;
  }
  if (ord === Number.POSITIVE_INFINITY)
    return reduceOver("Max", isMatrix ? reduceOver("Sum", sizes, axes[1]!) : sizes, first);
  return one("Pow", [reduceOver("Sum", one("Pow", [sizes, ord]), axes), 1 / ord]);
}

/** The greatest singular value. */
function spectralNorm(x: Tensor, axes: readonly number[]): Tensor {
  if (x.shape === null) throw new ValueError("norm of matrices: expected a known rank, received none");
  const rank = x.shape.length;
  const wanted = axes.map((axis) => (axis < 0 ? axis + rank : axis));
  const perm = [...x.shape.map((_, i) => i).filter((i) => !wanted.includes(i)), ...wanted];
  const values = one("Svd", [transpose(x, perm)], { compute_uv: false });
  const greatest = one("ExpandDims", [reduceOver("Max", abs(values), -1), -1]);
  return transpose(
    greatest,
    perm.map((_, i) => perm.indexOf(i)),
  );
}

/**
 * A tensor divided by its norm.
 *
 * @param tensor Numbers of a float or complex dtype.
 * @param rest `ord`, `axis` and `name`, by position or as options.
 * @returns `[normalized, norm]`.
 * @example
 * tf.linalg.normalize([3, 4])[0];
 * // tf.Tensor([0.6 0.8], shape=(2,), dtype=float32)
 */
export function normalize(
  tensor: TensorInput,
  ...rest: Trailing<[ord: NormOrder, axis: number | readonly number[] | null], NormOptions>
): [Tensor, Tensor] {
  const { ord = "euclidean", axis = null, name } = trailing<NormOptions>(["ord", "axis"], rest);
  return scoped(name, "normalize", [tensor], () => {
    const x = asTensor(tensor);
    const length = norm(x, { ord, axis, keepdims: true });
    const divisor = length.dtype === x.dtype ? length : one("Cast", [length], { DstT: x.dtype });
    return [one("RealDiv", [x, divisor], undefined, "truediv"), divisor];
  });
}

export interface L2NormalizeOptions extends Named {
  /** The axes; default all. */
  readonly axis?: AxisInput | null;
  /** The least square sum to divide by. */
  readonly epsilon?: number;
}

/**
 * Scaled to Euclidean norm 1: x / sqrt(max(sum(x ** 2), epsilon)).
 *
 * @param x Numbers of a float or complex dtype.
 * @param rest `axis` (default all), `epsilon` (default 1e-12) and `name`, by position or as options.
 * @example
 * tf.math.l2Normalize([3, 4]);
 * // tf.Tensor([0.6 0.8], shape=(2,), dtype=float32)
 */
export function l2Normalize(
  x: TensorInput,
  ...rest: Trailing<[axis: AxisInput | null, epsilon: number], L2NormalizeOptions>
): Tensor {
  const { axis = null, epsilon = 1e-12, name } = trailing<L2NormalizeOptions>(["axis", "epsilon"], rest);
  return scoped(name, "l2_normalize", [x], (scope) => {
    const tensor = asTensor(x, undefined, "x");
    const squares = tensor.dtype.startsWith("complex")
      ? one("Real", [one("Mul", [tensor, conj(tensor)])], {
          Tout: tensor.dtype === "complex64" ? "float32" : "float64",
        })
      : one("Square", [tensor]);
    const sum = reduceOver("Sum", squares, axis);
    const inverse = one("Rsqrt", [one("Maximum", [sum, epsilon])]);
    const factor = inverse.dtype === tensor.dtype ? inverse : one("Cast", [inverse], { DstT: tensor.dtype });
    return one("Mul", [tensor, factor], undefined, scope);
  });
}
