// tf.debugging: checks of dtypes, scalars and special values.
import { isInteger } from "../../base/dtypes.ts";
import { ValueError } from "../../base/errors.ts";
import { pythonShapeText } from "../../base/shape.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { isNumeric } from "../array/identity.ts";
import type { Named } from "../core/arguments.ts";
import { isTensorObject, one, scoped } from "../core/call.ts";
import { type DTypeLike, dtypeName, optionalDType } from "../core/dtype-name.ts";
import { asTensor } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import { type Assertion, doneAlready, type MessageOptions, opening, withDependencies } from "./assert.ts";

const nameOf = (tensor: Tensor): string => (tensor as { name?: string }).name ?? "";

/**
 * Raises an error unless a tensor is a scalar.
 *
 * @param tensor Any tensor.
 * @param options `message`.
 * @throws ValueError otherwise.
 * @example
 * tf.debugging.assertScalar(3);
 * // undefined
 */
export function assertScalar(tensor: TensorInput, { message, name }: MessageOptions = {}): void {
  const value = scoped(name, "assert_scalar", [tensor], (scope) => asTensor(tensor, undefined, scope));
  if (value.shape?.length === 0) return;
  const where = nameOf(value) === "" ? "" : ` for ${nameOf(value)}`;
  throw new ValueError(
    `${opening(message)}Expected scalar shape${where}, saw shape: ${pythonShapeText(value.shape)}.`,
  );
}

/**
 * Raises an error unless a tensor holds integers.
 *
 * @param x Any tensor.
 * @param options `message` and `name`.
 * @throws TypeError otherwise.
 * @example
 * tf.debugging.assertInteger(tf.int32([1]));
 * // undefined
 */
export function assertInteger(x: TensorInput, { message, name }: MessageOptions = {}): Assertion {
  return scoped(name, "assert_integer", [x], () => {
    const tensor = asTensor(x, undefined, "x");
    if (isInteger(tensor.dtype)) return doneAlready("statically_determined_was_integer");
    throw new TypeError(
      `${opening(message)}Expected "x" to be integer type.  ` +
        `Found: ${nameOf(tensor) || "tensor"} of dtype <dtype: '${tensor.dtype}'>`,
    );
  });
}

/**
 * Raises an error unless a tensor has a dtype.
 *
 * @param tensor Any tensor.
 * @param tfType The dtype.
 * @param options `message` and `name`.
 * @throws TypeError otherwise.
 * @example
 * tf.debugging.assertType([1, 2], tf.float32);
 * // undefined
 */
export function assertType(
  tensor: TensorInput,
  tfType: DTypeLike,
  { message, name }: MessageOptions = {},
): Assertion {
  return scoped(name, "assert_type", [tensor], () => {
    const value = asTensor(tensor, undefined, "tensor");
    const wanted = dtypeName(tfType);
    if (value.dtype === wanted) return doneAlready("statically_determined_correct_type");
    throw new TypeError(
      `${opening(message)}${nameOf(value) || "tensor"} must be of type tf.${wanted}; got tf.${value.dtype}`,
    );
  });
}

/**
 * Raises an error unless tensors have one float dtype.
 *
 * @param tensors Tensors; others are converted.
 * @param dtype The dtype they must have; default that of the first.
 * @returns The dtype's name.
 * @throws ValueError if dtypes differ or are no floats.
 * @example
 * tf.debugging.assertSameFloatDtype([tf.constant(1), tf.constant(2)]);
 * // 'float32'
 */
export function assertSameFloatDtype(
  tensors: readonly TensorInput[] | null = null,
  dtype: DTypeLike | null = null,
): string {
  let expected = optionalDType(dtype);
  let first: Tensor | undefined;
  for (const each of tensors ?? []) {
    const tensor = asTensor(each);
    if (expected !== undefined && tensor.dtype !== expected) {
      const beside = first === undefined ? "" : ` as ${first}`;
      throw new ValueError(
        `${tensor}, type=<dtype: '${tensor.dtype}'>, must be of the same type ` +
          `(<dtype: '${expected}'>)${beside}.`,
      );
    }
    expected ??= tensor.dtype;
    first ??= tensor;
  }
  const found = expected ?? "float32";
  if (!found.includes("float"))
    throw new ValueError(`Expected floating point type, got <dtype: '${found}'>.`);
  return found;
}

/**
 * The tensor itself, checked to hold neither NaN nor infinities.
 *
 * @param tensor Numbers of a float dtype.
 * @param message What the error says first.
 * @param options `name`.
 * @throws InvalidArgumentError otherwise.
 * @example
 * tf.debugging.checkNumerics([1, 2], "loss");
 * // tf.Tensor([1. 2.], shape=(2,), dtype=float32)
 */
export const checkNumerics = (tensor: TensorInput, message: string, options: Named = {}): Tensor =>
  one("CheckNumerics", [tensor], { message }, options.name);

/**
 * As `checkNumerics`, but what comes out is the tensor itself once it has been checked.
 *
 * @param x Numbers of a float dtype.
 * @param message What the error says first.
 * @param options `name`.
 * @throws InvalidArgumentError otherwise.
 * @example
 * tf.debugging.assertAllFinite([1, 2], "loss");
 * // tf.Tensor([1. 2.], shape=(2,), dtype=float32)
 */
export const assertAllFinite = (x: TensorInput, message: string, options: Named = {}): Tensor =>
  scoped(options.name, "VerifyFinite", [x], () => {
    const tensor = asTensor(x, undefined, "x");
    return withDependencies(checkNumerics(tensor, message), tensor);
  });

/**
 * Raises an error unless a value is a list.
 *
 * @param values Anything.
 * @throws TypeError for tensors, typed arrays and texts, which are rather single values.
 * @example
 * tf.debugging.assertProperIterable([1, 2]);
 * // undefined
 */
export function assertProperIterable(values: unknown): void {
  const isSingle = isTensorObject(values) || ArrayBuffer.isView(values) || typeof values === "string";
  const iterable = typeof values === "object" && values !== null && Symbol.iterator in values;
  if (iterable && !isSingle) return;
  throw new TypeError(`Expected argument "values" to be a "proper" iterable.  Found: ${typeof values}`);
}

/**
 * True for tensors of numbers.
 *
 * @param tensor Anything.
 * @example
 * [tf.debugging.isNumericTensor(tf.constant(1)), tf.debugging.isNumericTensor(tf.constant("a"))];
 * // [ true, false ]
 */
export const isNumericTensor = (tensor: unknown): boolean =>
  isTensorObject(tensor) && isNumeric(asTensor(tensor).dtype);
