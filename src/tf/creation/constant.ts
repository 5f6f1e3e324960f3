// Tensors from plain data.
import type { DTypeName } from "../../base/dtypes.ts";
import type { Dims } from "../../base/shape.ts";
import { constantValue } from "../../graph/constant-value.ts";
import { SymbolicTensor, type Tensor } from "../../graph/tensor.ts";
import { EagerTensor, fromValue } from "../../engine/eager-tensor.ts";
import { type Named, type Trailing, trailing } from "../core/arguments.ts";
import { type DTypeLike, optionalDType } from "../core/dtype-name.ts";
import { holdsTensor, isTensorObject } from "../core/call.ts";
import { asTensor, literal } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";

export interface ConstantOptions extends Named {
  /** The element type; without it the data decides, and plain numbers are float32. */
  readonly dtype?: DTypeLike | null;
  /** The shape; a single value fills it. */
  readonly shape?: readonly number[] | null;
}

/**
 * A tensor of plain data: a number, bigint, boolean, string, typed array, or arrays of these.
 *
 * Plain numbers are float32 unless `dtype` says otherwise, bigints int64, and typed arrays what they hold.
 *
 * @param value The data. Arrays must be rectangular.
 * @param rest `dtype`, `shape` and `name`, by position or as options.
 * @throws ValueError for ragged or mixed data; TypeError if a value does not fit the dtype or the shape.
 * @example
 * tf.constant([[1, 2], [3, 4]], { dtype: tf.int32 });
 * // tf.Tensor(
 * // [[1 2]
 * //  [3 4]], shape=(2, 2), dtype=int32)
 */
export function constant(
  value: unknown,
  ...rest: Trailing<[dtype: DTypeLike | null, shape: readonly number[] | null], ConstantOptions>
): Tensor {
  const { dtype, shape, name } = trailing<ConstantOptions & { name?: string }>(
    ["dtype", "shape", "name"],
    rest,
  );
  const type = optionalDType(dtype);
  if (value instanceof EagerTensor && (shape === undefined || shape === null)) return asTensor(value, type);
  if (holdsTensor(value) && !(value instanceof EagerTensor))
    return asTensor(value as TensorInput, type, name);
  return literal(value, type, name, (shape ?? undefined) as Dims | undefined);
}

export interface ConvertOptions extends Named {
  /** The element type that the result must have. */
  readonly dtype?: DTypeLike | null;
  /** The element type for plain data; a tensor may have another. */
  readonly dtypeHint?: DTypeLike | null;
}

/**
 * A tensor for a value: tensors are returned as they are, variables are read, plain data becomes a constant.
 *
 * @param value A tensor, a variable, plain data, or lists that mix them (these are stacked).
 * @param rest `dtype`, `dtypeHint` and `name`, by position or as options.
 * @throws ValueError if a tensor has another dtype than asked for.
 * @example
 * tf.convertToTensor([1, 2, 3]);
 * // tf.Tensor([1. 2. 3.], shape=(3,), dtype=float32)
 */
export function convertToTensor(
  value: TensorInput | { toTensor(): Tensor },
  ...rest: Trailing<[dtype: DTypeLike | null, dtypeHint: DTypeLike | null], ConvertOptions>
): Tensor {
  const { dtype, dtypeHint, name } = trailing<ConvertOptions>(["dtype", "dtypeHint"], rest);
  return asTensor(value as TensorInput, optionalDType(dtype), name, hintFor(value, optionalDType(dtypeHint)));
}

const hintFor = (value: unknown, hint: DTypeName | undefined): DTypeName | undefined =>
  isTensorObject(value) ? undefined : hint;

/**
 * True for tensors and for what stands for one, such as variables.
 *
 * @param x Anything.
 * @example
 * [tf.isTensor([1]), tf.isTensor(tf.constant([1]))];
 * // [ false, true ]
 */
export const isTensor = (x: unknown): boolean => isTensorObject(x);

/**
 * True for tensors of a graph: they have no value until the graph runs.
 *
 * @param x Anything.
 * @example
 * tf.isSymbolicTensor(tf.constant(1));
 * // false
 */
export const isSymbolicTensor = (x: unknown): boolean => x instanceof SymbolicTensor;

/**
 * The value of a tensor if it is known without running anything; null otherwise.
 *
 * @param tensor An eager tensor, or one of a graph that depends on constants only.
 * @returns An eager tensor, or null.
 * @example
 * tf.getStaticValue(tf.constant([1, 2]));
 * // tf.Tensor([1. 2.], shape=(2,), dtype=float32)
 */
export function getStaticValue(tensor: Tensor): Tensor | null {
  if (!(tensor instanceof SymbolicTensor)) return tensor;
  const value = constantValue(tensor);
  return value === undefined ? null : fromValue(value);
}
