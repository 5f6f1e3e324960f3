// Trigonometric and hyperbolic functions and their inverses, element by element.
import type { Tensor } from "../../graph/tensor.ts";
import type { Named } from "../core/arguments.ts";
import { one } from "../core/call.ts";
import type { TensorInput } from "../core/types.ts";

/**
 * Sines of angles in radians.
 *
 * @param x Numbers of a float or complex dtype.
 * @param options `name`.
 * @example
 * tf.sin([0, Math.PI / 2]);
 * // tf.Tensor([0. 1.], shape=(2,), dtype=float32)
 */
export function sin(x: TensorInput, options: Named = {}): Tensor {
  return one("Sin", [x], undefined, options.name);
}

/**
 * Cosines of angles in radians.
 *
 * @param x Numbers of a float or complex dtype.
 * @param options `name`.
 * @example
 * tf.cos([0, Math.PI]);
 * // tf.Tensor([ 1. -1.], shape=(2,), dtype=float32)
 */
export function cos(x: TensorInput, options: Named = {}): Tensor {
  return one("Cos", [x], undefined, options.name);
}

/**
 * Tangents of angles in radians.
 *
 * @param x Numbers of a float or complex dtype.
 * @param options `name`.
 * @example
 * tf.tan([0, 1]);
 * // tf.Tensor([0.        1.5574077], shape=(2,), dtype=float32)
 */
export function tan(x: TensorInput, options: Named = {}): Tensor {
  return one("Tan", [x], undefined, options.name);
}

/**
 * Arcsines, in radians; NaN outside [-1, 1].
 *
 * @param x Numbers of a float or complex dtype.
 * @param options `name`.
 * @example
 * tf.asin([0, 1]);
 * // tf.Tensor([0.        1.5707964], shape=(2,), dtype=float32)
 */
export function asin(x: TensorInput, options: Named = {}): Tensor {
  return one("Asin", [x], undefined, options.name);
}

/**
 * Arccosines, in radians; NaN outside [-1, 1].
 *
 * @param x Numbers of a float or complex dtype.
 * @param options `name`.
 * @example
 * tf.acos([0, 1]);
 * // tf.Tensor([1.5707964 0.       ], shape=(2,), dtype=float32)
 */
export function acos(x: TensorInput, options: Named = {}): Tensor {
  return one("Acos", [x], undefined, options.name);
}

/**
 * Arctangents, in radians.
 *
 * @param x Numbers of a float or complex dtype.
 * @param options `name`.
 * @example
 * tf.atan([0, 1]);
 * // tf.Tensor([0.        0.7853982], shape=(2,), dtype=float32)
 */
export function atan(x: TensorInput, options: Named = {}): Tensor {
  return one("Atan", [x], undefined, options.name);
}

/**
 * The angle of the point (x, y), in radians from -pi to pi.
 *
 * @param y Numbers of a float dtype.
 * @param x As `y`; the two are broadcast against each other.
 * @param options `name`.
 * @throws InvalidArgumentError if dtypes differ or the shapes cannot be broadcast.
 * @example
 * tf.atan2([1, -1], [0, -1]);
 * // tf.Tensor([ 1.5707964 -2.3561945], shape=(2,), dtype=float32)
 */
export function atan2(y: TensorInput, x: TensorInput, options: Named = {}): Tensor {
  return one("Atan2", [y, x], undefined, options.name);
}

/**
 * Hyperbolic sines.
 *
 * @param x Numbers of a float or complex dtype.
 * @param options `name`.
 * @example
 * tf.sinh([0, 1]);
 * // tf.Tensor([0.        1.1752012], shape=(2,), dtype=float32)
 */
export function sinh(x: TensorInput, options: Named = {}): Tensor {
  return one("Sinh", [x], undefined, options.name);
}

/**
 * Hyperbolic cosines.
 *
 * @param x Numbers of a float or complex dtype.
 * @param options `name`.
 * @example
 * tf.cosh([0, 1]);
 * // tf.Tensor([1.        1.5430807], shape=(2,), dtype=float32)
 */
export function cosh(x: TensorInput, options: Named = {}): Tensor {
  return one("Cosh", [x], undefined, options.name);
}

/**
 * Hyperbolic tangents.
 *
 * @param x Numbers of a float or complex dtype.
 * @param options `name`.
 * @example
 * tf.tanh([0, 1]);
 * // tf.Tensor([0.        0.7615942], shape=(2,), dtype=float32)
 */
export function tanh(x: TensorInput, options: Named = {}): Tensor {
  return one("Tanh", [x], undefined, options.name);
}

/**
 * Inverse hyperbolic sines.
 *
 * @param x Numbers of a float or complex dtype.
 * @param options `name`.
 * @example
 * tf.asinh([0, 1]);
 * // tf.Tensor([0.        0.8813736], shape=(2,), dtype=float32)
 */
export function asinh(x: TensorInput, options: Named = {}): Tensor {
  return one("Asinh", [x], undefined, options.name);
}

/**
 * Inverse hyperbolic cosines; NaN below 1.
 *
 * @param x Numbers of a float or complex dtype.
 * @param options `name`.
 * @example
 * tf.acosh([1, 2]);
 * // tf.Tensor([0.       1.316958], shape=(2,), dtype=float32)
 */
export function acosh(x: TensorInput, options: Named = {}): Tensor {
  return one("Acosh", [x], undefined, options.name);
}

/**
 * Inverse hyperbolic tangents; NaN outside [-1, 1].
 *
 * @param x Numbers of a float or complex dtype.
 * @param options `name`.
 * @example
 * tf.atanh([0, 0.5]);
 * // tf.Tensor([0.         0.54930615], shape=(2,), dtype=float32)
 */
export function atanh(x: TensorInput, options: Named = {}): Tensor {
  return one("Atanh", [x], undefined, options.name);
}
