// Powers, exponentials, logarithms and roots, element by element.
import type { Tensor } from "../../graph/tensor.ts";
import type { Named } from "../core/arguments.ts";
import { one } from "../core/call.ts";
import type { TensorInput } from "../core/types.ts";

/**
 * e to the power of each element.
 *
 * @param x Numbers of a float or complex dtype.
 * @param options `name`.
 * @example
 * tf.exp([0, 1]);
 * // tf.Tensor([1.        2.7182817], shape=(2,), dtype=float32)
 */
export function exp(x: TensorInput, options: Named = {}): Tensor {
  return one("Exp", [x], undefined, options.name);
}

/**
 * exp(x) - 1, exact also near zero.
 *
 * @param x Numbers of a float or complex dtype.
 * @param options `name`.
 * @example
 * tf.math.expm1([0, 1e-10]);
 * // tf.Tensor([0.e+00 1.e-10], shape=(2,), dtype=float32)
 */
export function expm1(x: TensorInput, options: Named = {}): Tensor {
  return one("Expm1", [x], undefined, options.name);
}

/**
 * Natural logarithms. Zero gives -inf, negative numbers NaN.
 *
 * @param x Numbers of a float or complex dtype.
 * @param options `name`.
 * @example
 * tf.math.log([1, 10]);
 * // tf.Tensor([0.        2.3025851], shape=(2,), dtype=float32)
 */
export function log(x: TensorInput, options: Named = {}): Tensor {
  return one("Log", [x], undefined, options.name);
}

/**
 * log(1 + x), exact also near zero.
 *
 * @param x Numbers of a float or complex dtype.
 * @param options `name`.
 * @example
 * tf.math.log1p([0, 1e-10]);
 * // tf.Tensor([0.e+00 1.e-10], shape=(2,), dtype=float32)
 */
export function log1p(x: TensorInput, options: Named = {}): Tensor {
  return one("Log1p", [x], undefined, options.name);
}

/**
 * Square roots. Negative numbers give NaN.
 *
 * @param x Numbers of a float or complex dtype.
 * @param options `name`.
 * @example
 * tf.sqrt([4, 2]);
 * // tf.Tensor([2.        1.4142135], shape=(2,), dtype=float32)
 */
export function sqrt(x: TensorInput, options: Named = {}): Tensor {
  return one("Sqrt", [x], undefined, options.name);
}

/**
 * 1 / sqrt(x).
 *
 * @param x Numbers of a float or complex dtype.
 * @param options `name`.
 * @example
 * tf.math.rsqrt([4, 2]);
 * // tf.Tensor([0.5        0.70710677], shape=(2,), dtype=float32)
 */
export function rsqrt(x: TensorInput, options: Named = {}): Tensor {
  return one("Rsqrt", [x], undefined, options.name);
}

/**
 * x * x.
 *
 * @param x Numbers.
 * @param options `name`.
 * @example
 * tf.square([-2, 3]);
 * // tf.Tensor([4. 9.], shape=(2,), dtype=float32)
 */
export function square(x: TensorInput, options: Named = {}): Tensor {
  return one("Square", [x], undefined, options.name);
}

/**
 * 1 / x.
 *
 * @param x Numbers.
 * @param options `name`.
 * @example
 * tf.math.reciprocal([4, 0]);
 * // tf.Tensor([0.25  inf], shape=(2,), dtype=float32)
 */
export function reciprocal(x: TensorInput, options: Named = {}): Tensor {
  return one("Reciprocal", [x], undefined, options.name);
}

/**
 * x to the power of y.
 *
 * @param x Numbers.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @throws InvalidArgumentError if dtypes differ or the shapes cannot be broadcast.
 * @example
 * tf.pow([2, 3], [3, 2]);
 * // tf.Tensor([8. 9.], shape=(2,), dtype=float32)
 */
export function pow(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  return one("Pow", [x, y], undefined, options.name ?? "Pow");
}
