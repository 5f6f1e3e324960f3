// Comparisons and logic, element by element; bits of integers.
import type { Tensor } from "../../graph/tensor.ts";
import type { Named } from "../core/arguments.ts";
import { one } from "../core/call.ts";
import type { TensorInput } from "../core/types.ts";

/**
 * x == y.
 *
 * @param x Any tensors of one dtype.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @throws InvalidArgumentError if dtypes differ or the shapes cannot be broadcast.
 * @example
 * tf.equal([1, 2], [1, 3]);
 * // tf.Tensor([ True False], shape=(2,), dtype=bool)
 */
export function equal(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  return one("Equal", [x, y], undefined, options.name);
}

/**
 * x != y.
 *
 * @param x Any tensors of one dtype.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @throws InvalidArgumentError if dtypes differ or the shapes cannot be broadcast.
 * @example
 * tf.notEqual([1, 2], [1, 3]);
 * // tf.Tensor([False  True], shape=(2,), dtype=bool)
 */
export function notEqual(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  return one("NotEqual", [x, y], undefined, options.name);
}

/**
 * x < y.
 *
 * @param x Numbers.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @throws InvalidArgumentError if dtypes differ or the shapes cannot be broadcast.
 * @example
 * tf.less([1, 2], 2);
 * // tf.Tensor([ True False], shape=(2,), dtype=bool)
 */
export function less(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  return one("Less", [x, y], undefined, options.name);
}

/**
 * x <= y.
 *
 * @param x Numbers.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @throws InvalidArgumentError if dtypes differ or the shapes cannot be broadcast.
 * @example
 * tf.lessEqual([1, 2], 2);
 * // tf.Tensor([ True  True], shape=(2,), dtype=bool)
 */
export function lessEqual(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  return one("LessEqual", [x, y], undefined, options.name);
}

/**
 * x > y.
 *
 * @param x Numbers.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @throws InvalidArgumentError if dtypes differ or the shapes cannot be broadcast.
 * @example
 * tf.greater([1, 2], 1);
 * // tf.Tensor([False  True], shape=(2,), dtype=bool)
 */
export function greater(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  return one("Greater", [x, y], undefined, options.name);
}

/**
 * x >= y.
 *
 * @param x Numbers.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @throws InvalidArgumentError if dtypes differ or the shapes cannot be broadcast.
 * @example
 * tf.greaterEqual([1, 2], 2);
 * // tf.Tensor([False  True], shape=(2,), dtype=bool)
 */
export function greaterEqual(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  return one("GreaterEqual", [x, y], undefined, options.name);
}

/**
 * True where both are.
 *
 * @param x Booleans.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @throws InvalidArgumentError if dtypes differ or the shapes cannot be broadcast.
 * @example
 * tf.logicalAnd([true, true], [true, false]);
 * // tf.Tensor([ True False], shape=(2,), dtype=bool)
 */
export function logicalAnd(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  return one("LogicalAnd", [x, y], undefined, options.name);
}

/**
 * True where one of them is, or both.
 *
 * @param x Booleans.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @throws InvalidArgumentError if dtypes differ or the shapes cannot be broadcast.
 * @example
 * tf.logicalOr([true, false], [false, false]);
 * // tf.Tensor([ True False], shape=(2,), dtype=bool)
 */
export function logicalOr(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  return one("LogicalOr", [x, y], undefined, options.name);
}

/**
 * True where just one of them is.
 *
 * @param x Booleans.
 * @param y As `x`; the two are broadcast against each other.
 * @param options `name`.
 * @example
 * tf.math.logicalXor([true, true], [true, false]);
 * // tf.Tensor([False  True], shape=(2,), dtype=bool)
 */
export function logicalXor(x: TensorInput, y: TensorInput, options: Named = {}): Tensor {
  const either = one("LogicalOr", [x, y]);
  return one(
    "LogicalAnd",
    [either, one("LogicalNot", [one("LogicalAnd", [x, y])])],
    undefined,
    options.name ?? "LogicalXor",
  );
}

/**
 * True where it is not.
 *
 * @param x Booleans.
 * @param options `name`.
 * @example
 * tf.logicalNot([true, false]);
 * // tf.Tensor([False  True], shape=(2,), dtype=bool)
 */
export function logicalNot(x: TensorInput, options: Named = {}): Tensor {
  return one("LogicalNot", [x], undefined, options.name);
}
