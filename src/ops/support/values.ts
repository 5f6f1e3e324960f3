// Small integer tensors (shapes, axes, sizes) read and made as plain numbers.
import { allocate, type DTypeName, isBigInteger, type NumericArray } from "../../base/dtypes.ts";
import type { Dims } from "../../base/shape.ts";
import { type Lowering, type LowerNode, literal } from "../../graph/lowering.ts";
import type { TensorValue } from "../../graph/types.ts";

/** The entries of an integer tensor as numbers. */
export const integers = (value: TensorValue): number[] =>
  Array.from(value.data as ArrayLike<number | bigint>, Number);

/** The one entry of an integer scalar. */
export const integer = (value: TensorValue): number => Number(value.data[0]);

/** An integer tensor of these numbers. */
export function integerTensor(
  numbers: readonly number[],
  dtype: DTypeName,
  shape: Dims = [numbers.length],
): TensorValue {
  const data = allocate(dtype, numbers.length) as NumericArray;
  const big = isBigInteger(dtype);
  for (let i = 0; i < numbers.length; i++) data[i] = big ? BigInt(numbers[i]) : numbers[i];
  return { dtype, shape, data };
}

/** A lowering whose results follow from shapes and small integer inputs: nothing is left to run. */
export const known =
  <A>(values: (node: LowerNode<A>) => readonly TensorValue[]): ((node: LowerNode<A>) => Lowering<A>) =>
  (node) =>
    literal(() => values(node));
