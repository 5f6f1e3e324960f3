// Bits of integers, element by element.
import type { Tensor } from "../../graph/tensor.ts";
import type { Named } from "../core/arguments.ts";
import { one } from "../core/call.ts";
import type { TensorInput } from "../core/types.ts";

/**
 * Bits that both have.
 *
 * @param x Integers.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @throws InvalidArgumentError if dtypes differ or the shapes cannot be broadcast.
 * @example
 * tf.bitwise.bitwiseAnd(tf.int32([5]), 3);
 * // tf.Tensor([1], shape=(1,), dtype=int32)
 */
export function bitwiseAnd(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  return one("BitwiseAnd", [x, y], undefined, options.name);
}

/**
 * Bits that one of them has.
 *
 * @param x Integers.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @throws InvalidArgumentError if dtypes differ or the shapes cannot be broadcast.
 * @example
 * tf.bitwise.bitwiseOr(tf.int32([5]), 3);
 * // tf.Tensor([7], shape=(1,), dtype=int32)
 */
export function bitwiseOr(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  return one("BitwiseOr", [x, y], undefined, options.name);
}

/**
 * Bits that just one of them has.
 *
 * @param x Integers.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @throws InvalidArgumentError if dtypes differ or the shapes cannot be broadcast.
 * @example
 * tf.bitwise.bitwiseXor(tf.int32([5]), 3);
 * // tf.Tensor([6], shape=(1,), dtype=int32)
 */
export function bitwiseXor(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  return one("BitwiseXor", [x, y], undefined, options.name);
}

/**
 * All bits turned over.
 *
 * @param x Integers.
 * @param options `name`.
 * @example
 * tf.bitwise.invert(tf.int32([5]));
 * // tf.Tensor([-6], shape=(1,), dtype=int32)
 */
export function invert(x: TensorInput, options: Named = {}): Tensor {
  return one("Invert", [x], undefined, options.name);
}

/**
 * Bits moved up, zeros follow.
 *
 * @param x Integers.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @throws InvalidArgumentError if dtypes differ or the shapes cannot be broadcast.
 * @example
 * tf.bitwise.leftShift(tf.int32([5]), 2);
 * // tf.Tensor([20], shape=(1,), dtype=int32)
 */
export function leftShift(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  return one("LeftShift", [x, y], undefined, options.name);
}

/**
 * Bits moved down; the sign stays.
 *
 * @param x Integers.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @throws InvalidArgumentError if dtypes differ or the shapes cannot be broadcast.
 * @example
 * tf.bitwise.rightShift(tf.int32([-8]), 2);
 * // tf.Tensor([-2], shape=(1,), dtype=int32)
 */
export function rightShift(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  return one("RightShift", [x, y], undefined, options.name);
}
