// Special functions, element by element: error function, gamma and beta functions, Bessel functions.
import type { Tensor } from "../../graph/tensor.ts";
import type { Named } from "../core/arguments.ts";
import { one, scoped } from "../core/call.ts";
import { asTensor } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";

/**
 * The Gauss error function.
 *
 * @param x Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.math.erf([0, 1]);
 * // ?
 */
export function erf(x: TensorInput, options: Named = {}): Tensor {
  return one("Erf", [x], undefined, options.name);
}

/**
 * 1 - erf(x), exact also for large x.
 *
 * @param x Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.math.erfc([0, 1]);
 * // ?
 */
export function erfc(x: TensorInput, options: Named = {}): Tensor {
  return one("Erfc", [x], undefined, options.name);
}

/**
 * The inverse of `erf`.
 *
 * @param x Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.math.erfinv([0, 0.5]);
 * // ?
 */
export function erfinv(x: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "erfinv", [x], () => one("Erfinv", [x]));
}

/**
 * The inverse of `erfc`.
 *
 * @param x Numbers of a float dtype, from 0 to 2.
 * @param options `name`.
 * @example
 * tf.math.erfcinv([1, 0.5]);
 * // ?
 */
export function erfcinv(x: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "erfcinv", [x], () => {
    const tensor = asTensor(x, undefined, "start");
    const quantile = ndtri(one("Mul", [0.5, tensor], undefined, "mul"));
    return one("Mul", [one("Neg", [quantile]), Math.SQRT1_2], undefined, "mul");
  });
}

/**
 * Quantiles of the standard normal distribution.
 *
 * @param x Probabilities of a float dtype.
 * @param options `name`.
 * @example
 * tf.math.ndtri([0.5, 0.975]);
 * // ?
 */
export function ndtri(x: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "ndtri", [x], () => one("Ndtri", [x]));
}

/**
 * log |gamma(x)|.
 *
 * @param x Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.math.lgamma([1, 0.5, 10]);
 * // ?
 */
export function lgamma(x: TensorInput, options: Named = {}): Tensor {
  return one("Lgamma", [x], undefined, options.name);
}

/**
 * The derivative of `lgamma`.
 *
 * @param x Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.math.digamma([1, 2]);
 * // ?
 */
export function digamma(x: TensorInput, options: Named = {}): Tensor {
  return one("Digamma", [x], undefined, options.name);
}

/**
 * The log of the beta function, along the last axis: sum(lgamma(x)) - lgamma(sum(x)).
 *
 * @param x Positive numbers, at least one dimension.
 * @param options `name`.
 * @example
 * tf.math.lbeta([1, 2]);
 * // ?
 */
export function lbeta(x: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "lbeta", [x], () => {
    const tensor = asTensor(x, undefined, "x");
    const logs = one("Sum", [one("Lgamma", [tensor]), [-1]]);
    return one("Sub", [logs, one("Lgamma", [one("Sum", [tensor, [-1]])])], undefined, "sub");
  });
}

/**
 * The lower regularized incomplete gamma function P(a, x).
 *
 * @param a Positive numbers of a float dtype.
 * @param x Numbers not below zero; the two are broadcast against each other.
 * @param options `name`.
 * @example
 * tf.math.igamma(2, [1, 3]);
 * // ?
 */
export function igamma(a: TensorInput, x: TensorInput, options: Named = {}): Tensor {
  return one("Igamma", [a, x], undefined, options.name);
}

/**
 * The upper regularized incomplete gamma function Q(a, x) = 1 - P(a, x).
 *
 * @param a Positive numbers of a float dtype.
 * @param x Numbers not below zero; the two are broadcast against each other.
 * @param options `name`.
 * @example
 * tf.math.igammac(2, [1, 3]);
 * // ?
 */
export function igammac(a: TensorInput, x: TensorInput, options: Named = {}): Tensor {
  return one("Igammac", [a, x], undefined, options.name);
}

/**
 * The regularized incomplete beta function I_x(a, b).
 *
 * @param a Positive numbers of a float dtype.
 * @param b As `a`.
 * @param x Numbers from 0 to 1.
 * @param options `name`.
 * @example
 * tf.math.betainc([2], [3], [0.5]);
 * // ?
 */
export function betainc(a: TensorInput, b: TensorInput, x: TensorInput, options: Named = {}): Tensor {
  return one("Betainc", [a, b, x], undefined, options.name);
}

/**
 * The derivative of `digamma` of an order.
 *
 * @param a Orders: whole numbers of a float dtype.
 * @param x Numbers; the two are broadcast against each other.
 * @param options `name`.
 * @example
 * tf.math.polygamma(1, [1, 2]);
 * // ?
 */
export function polygamma(a: TensorInput, x: TensorInput, options: Named = {}): Tensor {
  return one("Polygamma", [a, x], undefined, options.name);
}

/**
 * The Hurwitz zeta function: the sum of (q + n) ** -x.
 *
 * @param x Numbers above 1.
 * @param q Positive numbers; the two are broadcast against each other.
 * @param options `name`.
 * @example
 * tf.math.zeta([2], [1]);
 * // ?
 */
export function zeta(x: TensorInput, q: TensorInput, options: Named = {}): Tensor {
  return one("Zeta", [x, q], undefined, options.name);
}

/**
 * The modified Bessel function of the first kind, order 0.
 *
 * @param x Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.math.besselI0([0, 1]);
 * // ?
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
 * // ?
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
 * // ?
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
 * // ?
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
 * // ?
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
 * // ?
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
 * // ?
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
 * // ?
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
 * // ?
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
 * // ?
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
 * // ?
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
 * // ?
 */
export function besselK1e(x: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "bessel_k1e", [x], () => one("BesselK1e", [x]));
}

/**
 * Dawson's integral.
 *
 * @param x Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.math.special.dawsn([0, 1]);
 * // ?
 */
export function dawsn(x: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "dawsn", [x], () => one("Dawsn", [x]));
}

/**
 * The exponential integral.
 *
 * @param x Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.math.special.expint([1, 2]);
 * // ?
 */
export function expint(x: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "expint", [x], () => one("Expint", [x]));
}

/**
 * Fresnel's cosine integral.
 *
 * @param x Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.math.special.fresnelCos([0, 1]);
 * // ?
 */
export function fresnelCos(x: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "fresnel_cos", [x], () => one("FresnelCos", [x]));
}

/**
 * Fresnel's sine integral.
 *
 * @param x Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.math.special.fresnelSin([0, 1]);
 * // ?
 */
export function fresnelSin(x: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "fresnel_sin", [x], () => one("FresnelSin", [x]));
}

/**
 * Spence's integral: the dilogarithm of 1 - x.
 *
 * @param x Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.math.special.spence([1, 2]);
 * // ?
 */
export function spence(x: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "spence", [x], () => one("Spence", [x]));
}
