// Elements by index, and writing elements by index.
import type { DTypeName } from "../../base/dtypes.ts";
import { ValueError } from "../../base/errors.ts";
import type { Tensor } from "../../graph/tensor.ts";
import type { Named } from "../core/arguments.ts";
import { one, scoped } from "../core/call.ts";
import { asTensor } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import { concat } from "./join.ts";
import { reshape, shape } from "./shape.ts";
import { getItem } from "./slices.ts";

/** Variables gather from their handle, so that the gradient has only the rows that were read. */
interface SparseReadable {
  sparseRead(indices: TensorInput, options?: Named): Tensor;
  gatherNd(indices: TensorInput, options?: Named): Tensor;
}

const isSparseReadable = (x: unknown): x is SparseReadable =>
  (typeof x === "object" || typeof x === "function") && x !== null && "sparseRead" in x;

export interface GatherOptions extends Named {
  /** The axis to take from; default `batchDims`. */
  readonly axis?: number | Tensor | null;
  /** How many leading axes are the same in both. */
  readonly batchDims?: number;
}

/**
 * Slices along an axis, picked by index.
 *
 * @param params What to take from.
 * @param indices Integers of any shape.
 * @param options `axis`, `batchDims` and `name`.
 * @throws InvalidArgumentError for an index out of range.
 * @example
 * tf.gather([[1, 2], [3, 4], [5, 6]], [2, 0]);
 * // tf.Tensor(
 * // [[5. 6.]
 * //  [1. 2.]], shape=(2, 2), dtype=float32)
 */
export function gather(params: TensorInput, indices: TensorInput, options: GatherOptions = {}): Tensor {
  const { batchDims = 0, name } = options;
  const axis = options.axis ?? batchDims;
  if (axis === 0 && batchDims === 0 && isSparseReadable(params)) return params.sparseRead(indices, { name });
  return one("GatherV2", [params, indices, axis], { batch_dims: batchDims }, name);
}

export interface GatherNdOptions extends Named {
  /** How many leading axes are the same in both. */
  readonly batchDims?: number;
}

/**
 * Slices picked by coordinates: the last axis of `indices` holds them.
 *
 * @param params What to take from.
 * @param indices Integers of shape `[..., k]`, k at most the rank of `params`.
 * @param options `batchDims` and `name`.
 * @throws InvalidArgumentError for coordinates out of range.
 * @example
 * tf.gatherNd([[1, 2], [3, 4]], [[1, 0], [0, 1]]);
 * // tf.Tensor([3. 2.], shape=(2,), dtype=float32)
 */
export function gatherNd(params: TensorInput, indices: TensorInput, options: GatherNdOptions = {}): Tensor {
  const { batchDims = 0, name } = options;
  if (batchDims > 0)
    return gatherInBatches(
      asTensor(params),
      asTensor(indices, undefined, undefined, "int32"),
      batchDims,
      name,
    );
  if (isSparseReadable(params)) return params.gatherNd(indices, { name });
  return one("GatherNd", [params, indices], undefined, name);
}

/** Puts the batch's own coordinates in front and gathers without batches. */
function gatherInBatches(
  params: Tensor,
  indices: Tensor,
  batchDims: number,
  name: string | undefined,
): Tensor {
  const ndim = indices.shape?.length;
  if (ndim === undefined || params.shape === null)
    throw new ValueError("gatherNd with batchDims: expected known ranks, received a tensor of unknown rank");
  if (batchDims >= ndim)
    throw new ValueError(`batch_dims = ${batchDims} must be less than rank(indices) = ${ndim}`);
  return scoped(name, "BatchGatherND", [params, indices], () => {
    const sizes = shape(indices, { outType: indices.dtype });
    const leading = getItem(sizes, [0, -1]);
    const coordinates = Array.from({ length: batchDims }, (_, axis) => {
      const along = one("Range", [typed(0, indices.dtype), getItem(sizes, axis), typed(1, indices.dtype)]);
      const column = reshape(
        along,
        Array.from({ length: ndim }, (_, i) => (i === axis ? -1 : 1)),
      );
      return one("BroadcastTo", [column, concat([leading, [1]], 0)]);
    });
    return one("GatherNd", [params, concat([...coordinates, indices], -1)]);
  });
}

const typed = (value: number, dtype: DTypeName): Tensor => asTensor(value, dtype);

/**
 * Zeros of a shape, to which updates are added at coordinates.
 *
 * @param indices Integers of shape `[..., k]`.
 * @param updates Values of shape `[..., rest]`; those at the same place add up.
 * @param newShape The result's shape.
 * @param options `name`.
 * @throws InvalidArgumentError for coordinates out of range.
 * @example
 * tf.scatterNd([[1], [3], [1]], [5, 6, 7], [5]);
 * // tf.Tensor([ 0. 12.  0.  6.  0.], shape=(5,), dtype=float32)
 */
export function scatterNd(
  indices: TensorInput,
  updates: TensorInput,
  newShape: TensorInput,
  options: Named = {},
): Tensor {
  return one("ScatterNd", [indices, updates, newShape], undefined, options.name);
}

const scatterInto =
  (op: string) =>
  (tensor: TensorInput, indices: TensorInput, updates: TensorInput, options: Named = {}): Tensor =>
    one(op, [tensor, indices, updates], undefined, options.name);

/** Writes updates into a copy of a tensor. */
export type TensorScatter = (
  tensor: TensorInput,
  indices: TensorInput,
  updates: TensorInput,
  options?: Named,
) => Tensor;

/**
 * A copy of a tensor with slices replaced. Of two updates for one place the last counts.
 *
 * @param tensor What to copy.
 * @param indices Integer coordinates of shape `[..., k]`.
 * @param updates Values of shape `[..., rest]`.
 * @param options `name`.
 * @throws InvalidArgumentError for coordinates out of range.
 * @example
 * tf.tensorScatterNdUpdate([1, 2, 3], [[1]], [9]);
 * // tf.Tensor([1. 9. 3.], shape=(3,), dtype=float32)
 */
export const tensorScatterNdUpdate: TensorScatter = scatterInto("TensorScatterUpdate");

/**
 * A copy of a tensor with updates added.
 *
 * @param tensor What to copy.
 * @param indices Integer coordinates of shape `[..., k]`.
 * @param updates Values of shape `[..., rest]`; those at one place add up.
 * @param options `name`.
 * @throws InvalidArgumentError for coordinates out of range.
 * @example
 * tf.tensorScatterNdAdd([1, 2, 3], [[1], [1]], [9, 1]);
 * // tf.Tensor([ 1. 12.  3.], shape=(3,), dtype=float32)
 */
export const tensorScatterNdAdd: TensorScatter = scatterInto("TensorScatterAdd");

/**
 * A copy of a tensor with updates subtracted.
 *
 * @param tensor What to copy.
 * @param indices Integer coordinates of shape `[..., k]`.
 * @param updates Values of shape `[..., rest]`.
 * @param options `name`.
 * @throws InvalidArgumentError for coordinates out of range.
 * @example
 * tf.tensorScatterNdSub([1, 2, 3], [[0]], [5]);
 * // tf.Tensor([-4.  2.  3.], shape=(3,), dtype=float32)
 */
export const tensorScatterNdSub: TensorScatter = scatterInto("TensorScatterSub");

/**
 * A copy of a tensor with the greater of old value and update.
 *
 * @param tensor What to copy.
 * @param indices Integer coordinates of shape `[..., k]`.
 * @param updates Values of shape `[..., rest]`.
 * @param options `name`.
 * @throws InvalidArgumentError for coordinates out of range.
 * @example
 * tf.tensorScatterNdMax([1, 2, 3], [[0], [2]], [5, 1]);
 * // tf.Tensor([5. 2. 3.], shape=(3,), dtype=float32)
 */
export const tensorScatterNdMax: TensorScatter = scatterInto("TensorScatterMax");

/**
 * A copy of a tensor with the smaller of old value and update.
 *
 * @param tensor What to copy.
 * @param indices Integer coordinates of shape `[..., k]`.
 * @param updates Values of shape `[..., rest]`.
 * @param options `name`.
 * @throws InvalidArgumentError for coordinates out of range.
 * @example
 * tf.tensorScatterNdMin([1, 2, 3], [[0], [2]], [5, 1]);
 * // tf.Tensor([1. 2. 1.], shape=(3,), dtype=float32)
 */
export const tensorScatterNdMin: TensorScatter = scatterInto("TensorScatterMin");
