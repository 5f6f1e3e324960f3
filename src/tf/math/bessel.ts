// Bessel functions, element by element.
import type { Tensor } from "../../graph/tensor.ts";
import type { Named } from "../core/arguments.ts";
import { one, scoped } from "../core/call.ts";
import type { TensorInput } from "../core/types.ts";

/**
 * The modified Bessel function of the first kind, order 0.
 *
 * @param x Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.math.besselI0([0, 1]);
 * // tf.Tensor([1.        1.2660658], shape=(2,), dtype=float32)
 */
export function besselI0(x: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "bessel_i0", [x], () => one("BesselI0", [x]));
}

/**
 * The modified Bessel function of the first kind, order 1.
 *
 * @param x Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.math.besselI1([0, 1]);
 * // tf.Tensor([0.        0.5651591], shape=(2,), dtype=float32)
 */
export function besselI1(x: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "bessel_i1", [x], () => one("BesselI1", [x]));
}

/**
 * exp(-|x|) times the modified Bessel function of the first kind, order 0.
 *
 * @param x Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.math.besselI0e([0, 1]);
 * // tf.Tensor([1.        0.4657596], shape=(2,), dtype=float32)
 */
export function besselI0e(x: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "bessel_i0e", [x], () => one("BesselI0e", [x]));
}

/**
 * exp(-|x|) times the modified Bessel function of the first kind, order 1.
 *
 * @param x Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.math.besselI1e([0, 1]);
 * // tf.Tensor([0.         0.20791042], shape=(2,), dtype=float32)
 */
export function besselI1e(x: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "bessel_i1e", [x], () => one("BesselI1e", [x]));
}

/**
 * The Bessel function of the first kind, order 0.
 *
 * @param x Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.math.special.besselJ0([0, 1]);
 * // tf.Tensor([1.        0.7651977], shape=(2,), dtype=float32)
 */
export function besselJ0(x: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "bessel_j0", [x], () => one("BesselJ0", [x]));
}

/**
 * The Bessel function of the first kind, order 1.
 *
 * @param x Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.math.special.besselJ1([0, 1]);
 * // tf.Tensor([0.         0.44005057], shape=(2,), dtype=float32)
 */
export function besselJ1(x: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "bessel_j1", [x], () => one("BesselJ1", [x]));
}

/**
 * The Bessel function of the second kind, order 0.
 *
 * @param x Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.math.special.besselY0([1, 2]);
 * // tf.Tensor([0.08825696 0.5103757 ], shape=(2,), dtype=float32)
 */
export function besselY0(x: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "bessel_y0", [x], () => one("BesselY0", [x]));
}

/**
 * The Bessel function of the second kind, order 1.
 *
 * @param x Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.math.special.besselY1([1, 2]);
 * // tf.Tensor([-0.7812128  -0.10703243], shape=(2,), dtype=float32)
 */
export function besselY1(x: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "bessel_y1", [x], () => one("BesselY1", [x]));
}

/**
 * The modified Bessel function of the second kind, order 0.
 *
 * @param x Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.math.special.besselK0([1, 2]);
 * // tf.Tensor([0.42102444 0.11389387], shape=(2,), dtype=float32)
 */
export function besselK0(x: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "bessel_k0", [x], () => one("BesselK0", [x]));
}

/**
 * The modified Bessel function of the second kind, order 1.
 *
 * @param x Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.math.special.besselK1([1, 2]);
 * // tf.Tensor([0.60190725 0.13986588], shape=(2,), dtype=float32)
 */
export function besselK1(x: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "bessel_k1", [x], () => one("BesselK1", [x]));
}

/**
 * exp(x) times the modified Bessel function of the second kind, order 0.
 *
 * @param x Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.math.special.besselK0e([1, 2]);
 * // tf.Tensor([1.1444631  0.84156823], shape=(2,), dtype=float32)
 */
export function besselK0e(x: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "bessel_k0e", [x], () => one("BesselK0e", [x]));
}

/**
 * exp(x) times the modified Bessel function of the second kind, order 1.
 *
 * @param x Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.math.special.besselK1e([1, 2]);
 * // tf.Tensor([1.6361535 1.0334768], shape=(2,), dtype=float32)
 */
export function besselK1e(x: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "bessel_k1e", [x], () => one("BesselK1e", [x]));
}
