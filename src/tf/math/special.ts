// Special functions, element by element: error function, gamma and beta functions, integrals.
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
 * // tf.Tensor([0.        0.8427008], shape=(2,), dtype=float32)
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
 * // tf.Tensor([1.        0.1572992], shape=(2,), dtype=float32)
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
 * // tf.Tensor([0.         0.47693628], shape=(2,), dtype=float32)
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
 * // tf.Tensor([-0.          0.47693625], shape=(2,), dtype=float32)
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
 * // tf.Tensor([0.        1.9599644], shape=(2,), dtype=float32)
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
 * // tf.Tensor([ 0.         0.5723649 12.801827 ], shape=(3,), dtype=float32)
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
 * // tf.Tensor([-0.5772157   0.42278433], shape=(2,), dtype=float32)
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
 * // tf.Tensor(-0.6931472, shape=(), dtype=float32)
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
 * // tf.Tensor([0.26424113 0.8008517 ], shape=(2,), dtype=float32)
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
 * // tf.Tensor([0.7357589  0.19914827], shape=(2,), dtype=float32)
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
 * // tf.Tensor([0.6875], shape=(1,), dtype=float32)
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
 * // tf.Tensor([1.644934   0.64493406], shape=(2,), dtype=float32)
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
 * // tf.Tensor([1.644934], shape=(1,), dtype=float32)
 */
export function zeta(x: TensorInput, q: TensorInput, options: Named = {}): Tensor {
  return one("Zeta", [x, q], undefined, options.name);
}

/**
 * Dawson's integral.
 *
 * @param x Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.math.special.dawsn([0, 1]);
 * // tf.Tensor([0.        0.5380795], shape=(2,), dtype=float32)
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
 * // tf.Tensor([1.8951178 4.954234 ], shape=(2,), dtype=float32)
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
 * // tf.Tensor([0.        0.7798934], shape=(2,), dtype=float32)
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
 * // tf.Tensor([0.         0.43825915], shape=(2,), dtype=float32)
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
 * // tf.Tensor([ 0.       -0.822467], shape=(2,), dtype=float32)
 */
export function spence(x: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "spence", [x], () => one("Spence", [x]));
}
