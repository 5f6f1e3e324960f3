// Signs, absolute values and rounding, element by element.
import { isComplex, isInteger, realPartType } from "../../base/dtypes.ts";
import type { Tensor } from "../../graph/tensor.ts";
import type { Named } from "../core/arguments.ts";
import { one, scoped } from "../core/call.ts";
import { asTensor } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";

/**
 * Absolute values; of complex numbers, their lengths.
 *
 * @param x Numbers.
 * @param options `name`.
 * @example
 * tf.abs([-1.5, 2]);
 * // tf.Tensor([1.5 2. ], shape=(2,), dtype=float32)
 */
export function abs(x: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "Abs", [x], (scope) => {
    const tensor = asTensor(x, undefined, "x");
    if (!isComplex(tensor.dtype)) return one("Abs", [tensor], undefined, scope);
    return one("ComplexAbs", [tensor], { Tout: realPartType(tensor.dtype) }, scope);
  });
}

/**
 * -x.
 *
 * @param x Numbers.
 * @param options `name`.
 * @example
 * tf.negative([1, -2]);
 * // tf.Tensor([-1.  2.], shape=(2,), dtype=float32)
 */
export function negative(x: TensorInput, options: Named = {}): Tensor {
  return one("Neg", [x], undefined, options.name);
}

/**
 * -1, 0 or 1 by sign; of complex numbers, x / |x|.
 *
 * @param x Numbers.
 * @param options `name`.
 * @example
 * tf.sign([-3, 0, 2]);
 * // tf.Tensor([-1.  0.  1.], shape=(3,), dtype=float32)
 */
export function sign(x: TensorInput, options: Named = {}): Tensor {
  const tensor = asTensor(x);
  if (!isComplex(tensor.dtype)) return one("Sign", [tensor], undefined, options.name);
  const length = one("ComplexAbs", [tensor], { Tout: realPartType(tensor.dtype) });
  return one("DivNoNan", [tensor, one("Cast", [length], { DstT: tensor.dtype })], undefined, options.name);
}

/**
 * The nearest whole numbers; halves go to the even one.
 *
 * @param x Numbers.
 * @param options `name`.
 * @example
 * tf.round([0.5, 1.5, -2.7]);
 * // tf.Tensor([ 0.  2. -3.], shape=(3,), dtype=float32)
 */
export function round(x: TensorInput, options: Named = {}): Tensor {
  const tensor = asTensor(x, undefined, "x");
  return isInteger(tensor.dtype) ? tensor : one("Round", [tensor], undefined, options.name);
}

/**
 * The nearest whole numbers; halves go to the even one.
 *
 * @param x Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.math.rint([0.5, 1.5]);
 * // tf.Tensor([0. 2.], shape=(2,), dtype=float32)
 */
export function rint(x: TensorInput, options: Named = {}): Tensor {
  return one("Rint", [x], undefined, options.name);
}

/**
 * The smallest whole numbers not below x.
 *
 * @param x Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.math.ceil([1.2, -1.2]);
 * // tf.Tensor([ 2. -1.], shape=(2,), dtype=float32)
 */
export function ceil(x: TensorInput, options: Named = {}): Tensor {
  return one("Ceil", [x], undefined, options.name);
}

/**
 * The greatest whole numbers not above x.
 *
 * @param x Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.floor([1.2, -1.2]);
 * // tf.Tensor([ 1. -2.], shape=(2,), dtype=float32)
 */
export function floor(x: TensorInput, options: Named = {}): Tensor {
  return one("Floor", [x], undefined, options.name);
}

/**
 * True where an element is not a number.
 *
 * @param x Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.math.isNan([1, NaN]);
 * // tf.Tensor([False  True], shape=(2,), dtype=bool)
 */
export function isNan(x: TensorInput, options: Named = {}): Tensor {
  return one("IsNan", [x], undefined, options.name);
}

/**
 * True where an element is infinite.
 *
 * @param x Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.math.isInf([1, -Infinity]);
 * // tf.Tensor([False  True], shape=(2,), dtype=bool)
 */
export function isInf(x: TensorInput, options: Named = {}): Tensor {
  return one("IsInf", [x], undefined, options.name);
}

/**
 * True where an element is neither infinite nor NaN.
 *
 * @param x Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.math.isFinite([1, Infinity, NaN]);
 * // tf.Tensor([ True False False], shape=(3,), dtype=bool)
 */
export function isFinite(x: TensorInput, options: Named = {}): Tensor {
  return one("IsFinite", [x], undefined, options.name);
}
