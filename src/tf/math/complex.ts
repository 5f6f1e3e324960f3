// Complex numbers, element by element.
import { isComplex, realPartType } from "../../base/dtypes.ts";
import type { Tensor } from "../../graph/tensor.ts";
import type { Named } from "../core/arguments.ts";
import { one, scoped } from "../core/call.ts";
import { asTensor } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import { onesLikeV1, zerosLike } from "../creation/filled.ts";

/**
 * Complex numbers of real and imaginary parts.
 *
 * @param real Real parts: float32 gives complex64, float64 complex128.
 * @param imag Imaginary parts of the same dtype; the two are broadcast against each other.
 * @param options `name`.
 * @throws TypeError for other dtypes.
 * @example
 * tf.complex([1, 2], [3, 4]);
 * // tf.Tensor([1.+3.j 2.+4.j], shape=(2,), dtype=complex64)
 */
export function complex(real: TensorInput, imag: TensorInput, options: Named = {}): Tensor {
  const re = asTensor(real, undefined, "real");
  const im = asTensor(imag, undefined, "imag", re.dtype);
  if (re.dtype !== im.dtype || (re.dtype !== "float32" && re.dtype !== "float64"))
    throw new TypeError(
      "The `real` and `imag` components have incorrect types: " +
        `${re.dtype} ${im.dtype}. They must be consistent, and one of ['float64', 'float32']`,
    );
  return one(
    "Complex",
    [re, im],
    { Tout: re.dtype === "float64" ? "complex128" : "complex64" },
    options.name,
  );
}

/**
 * Real parts; real numbers are their own.
 *
 * @param input Numbers.
 * @param options `name`.
 * @example
 * tf.math.real(tf.complex([1, 2], [3, 4]));
 * // tf.Tensor([1. 2.], shape=(2,), dtype=float32)
 */
export function real(input: TensorInput, options: Named = {}): Tensor {
  const tensor = asTensor(input);
  if (!isComplex(tensor.dtype)) return tensor;
  return one("Real", [tensor], { Tout: realPartType(tensor.dtype) }, options.name);
}

/**
 * Imaginary parts; of real numbers, 0.
 *
 * @param input Numbers.
 * @param options `name`.
 * @example
 * tf.math.imag(tf.complex([1, 2], [3, 4]));
 * // tf.Tensor([3. 4.], shape=(2,), dtype=float32)
 */
export function imag(input: TensorInput, options: Named = {}): Tensor {
  const tensor = asTensor(input);
  if (!isComplex(tensor.dtype)) return zerosLike(tensor);
  return one("Imag", [tensor], { Tout: realPartType(tensor.dtype) }, options.name);
}

/**
 * Complex conjugates; real numbers are their own.
 *
 * @param x Numbers.
 * @param options `name`.
 * @example
 * tf.math.conj(tf.complex([1, 2], [3, 4]));
 * // tf.Tensor([1.-3.j 2.-4.j], shape=(2,), dtype=complex64)
 */
export function conj(x: TensorInput, options: Named = {}): Tensor {
  const tensor = asTensor(x);
  return isComplex(tensor.dtype) ? one("Conj", [tensor], undefined, options.name) : tensor;
}

/**
 * Angles in the complex plane, in radians: of real numbers 0, or pi below zero.
 *
 * @param input Numbers.
 * @param options `name`.
 * @example
 * tf.math.angle(tf.complex([1, 0], [1, 2]));
 * // tf.Tensor([0.7853982 1.5707964], shape=(2,), dtype=float32)
 */
export function angle(input: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "Angle", [input], (scope) => {
    const tensor = asTensor(input, undefined, "input");
    if (isComplex(tensor.dtype)) return one("Angle", [tensor], { Tout: realPartType(tensor.dtype) }, scope);
    const below = one("Less", [tensor, 0]);
    const half = one("Mul", [Math.PI, onesLikeV1(tensor)], undefined, "mul");
    return one("Select", [below, half, zerosLike(tensor)]);
  });
}
