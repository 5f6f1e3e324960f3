// Sums and the like over groups of rows: segments, sorted or not.
import type { Tensor } from "../../graph/tensor.ts";
import type { Named } from "../core/arguments.ts";
import { one, scoped } from "../core/call.ts";
import { asTensor } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import { ones } from "../creation/filled.ts";
import { concat } from "../array/join.ts";
import { rank, reshape, shapeAsTensor } from "../array/shape.ts";
import { getItem } from "../array/slices.ts";

const segments =
  (op: string) =>
  (data: TensorInput, segmentIds: TensorInput, options: Named = {}): Tensor =>
    one(op, [data, segmentIds], undefined, options.name);

const unsorted =
  (op: string) =>
  (data: TensorInput, segmentIds: TensorInput, numSegments: TensorInput, options: Named = {}): Tensor =>
    one(op, [data, segmentIds, numSegments], undefined, options.name);

/** Reduces groups of rows; ids are sorted. */
export type SegmentFunction = (data: TensorInput, segmentIds: TensorInput, options?: Named) => Tensor;
/** Reduces groups of rows; ids are in any order. */
export type UnsortedSegmentFunction = (
  data: TensorInput,
  segmentIds: TensorInput,
  numSegments: TensorInput,
  options?: Named,
) => Tensor;

/**
 * The sum of the rows of each segment.
 *
 * @param data Numbers.
 * @param segmentIds For each row its segment, sorted.
 * @param options `name`.
 * @throws InvalidArgumentError if the ids are not sorted.
 * @example
 * tf.math.segmentSum([[1, 2], [3, 4], [5, 6]], [0, 0, 1]);
 * // tf.Tensor(
 * // [[4. 6.]
 * //  [5. 6.]], shape=(2, 2), dtype=float32)
 */
export const segmentSum: SegmentFunction = segments("SegmentSum");

/**
 * The mean of the rows of each segment.
 *
 * @param data Numbers.
 * @param segmentIds For each row its segment, sorted.
 * @param options `name`.
 * @throws InvalidArgumentError if the ids are not sorted.
 * @example
 * tf.math.segmentMean([1, 2, 5], [0, 0, 1]);
 * // tf.Tensor([1.5 5. ], shape=(2,), dtype=float32)
 */
export const segmentMean: SegmentFunction = segments("SegmentMean");

/**
 * The product of the rows of each segment.
 *
 * @param data Numbers.
 * @param segmentIds For each row its segment, sorted.
 * @param options `name`.
 * @throws InvalidArgumentError if the ids are not sorted.
 * @example
 * tf.math.segmentProd([2, 3, 5], [0, 0, 1]);
 * // tf.Tensor([6. 5.], shape=(2,), dtype=float32)
 */
export const segmentProd: SegmentFunction = segments("SegmentProd");

/**
 * The greatest of the rows of each segment.
 *
 * @param data Real numbers.
 * @param segmentIds For each row its segment, sorted.
 * @param options `name`.
 * @throws InvalidArgumentError if the ids are not sorted.
 * @example
 * tf.math.segmentMax([2, 3, 5], [0, 0, 1]);
 * // tf.Tensor([3. 5.], shape=(2,), dtype=float32)
 */
export const segmentMax: SegmentFunction = segments("SegmentMax");

/**
 * The smallest of the rows of each segment.
 *
 * @param data Real numbers.
 * @param segmentIds For each row its segment, sorted.
 * @param options `name`.
 * @throws InvalidArgumentError if the ids are not sorted.
 * @example
 * tf.math.segmentMin([2, 3, 5], [0, 0, 1]);
 * // tf.Tensor([2. 5.], shape=(2,), dtype=float32)
 */
export const segmentMin: SegmentFunction = segments("SegmentMin");

/**
 * The sum of the rows of each segment; negative ids are left out.
 *
 * @param data Numbers.
 * @param segmentIds For each element of the leading axes its segment.
 * @param numSegments How many segments.
 * @param options `name`.
 * @throws InvalidArgumentError for an id out of range.
 * @example
 * tf.math.unsortedSegmentSum([1, 2, 3], [1, 0, 1], 3);
 * // tf.Tensor([2. 4. 0.], shape=(3,), dtype=float32)
 */
export const unsortedSegmentSum: UnsortedSegmentFunction = unsorted("UnsortedSegmentSum");

/**
 * The product of the rows of each segment; negative ids are left out.
 *
 * @param data Numbers.
 * @param segmentIds For each element of the leading axes its segment.
 * @param numSegments How many segments.
 * @param options `name`.
 * @throws InvalidArgumentError for an id out of range.
 * @example
 * tf.math.unsortedSegmentProd([2, 3, 4], [1, 0, 1], 2);
 * // tf.Tensor([3. 8.], shape=(2,), dtype=float32)
 */
export const unsortedSegmentProd: UnsortedSegmentFunction = unsorted("UnsortedSegmentProd");

/**
 * The greatest of the rows of each segment; negative ids are left out.
 *
 * @param data Real numbers.
 * @param segmentIds For each element of the leading axes its segment.
 * @param numSegments How many segments.
 * @param options `name`.
 * @throws InvalidArgumentError for an id out of range.
 * @example
 * tf.math.unsortedSegmentMax([2, 3, 4], [1, 0, 1], 2);
 * // tf.Tensor([3. 4.], shape=(2,), dtype=float32)
 */
export const unsortedSegmentMax: UnsortedSegmentFunction = unsorted("UnsortedSegmentMax");

/**
 * The smallest of the rows of each segment; negative ids are left out.
 *
 * @param data Real numbers.
 * @param segmentIds For each element of the leading axes its segment.
 * @param numSegments How many segments.
 * @param options `name`.
 * @throws InvalidArgumentError for an id out of range.
 * @example
 * tf.math.unsortedSegmentMin([2, 3, 4], [1, 0, 1], 2);
 * // tf.Tensor([3. 2.], shape=(2,), dtype=float32)
 */
export const unsortedSegmentMin: UnsortedSegmentFunction = unsorted("UnsortedSegmentMin");

/** How many rows each segment has, at least 1, in a shape to divide by. */
function rowCounts(data: Tensor, ids: Tensor, count: Tensor): Tensor {
  const units = ones(shapeAsTensor(ids), { dtype: data.dtype });
  const numbers = one("UnsortedSegmentSum", [units, ids, count]);
  const length = getItem(count, null);
  const inner = one("Sub", [rank(data), rank(ids)], undefined, "sub");
  const sizes = concat([length, ones([inner], { dtype: "int32" })], 0);
  return one("Maximum", [reshape(numbers, sizes), 1]);
}

function divided(scope: string, root: boolean): UnsortedSegmentFunction {
  return (data, segmentIds, numSegments, options = {}) =>
    scoped(options.name, scope, [data, segmentIds, numSegments], () => {
      const rows = asTensor(data);
      const ids = asTensor(segmentIds, undefined, undefined, "int32");
      const count = asTensor(numSegments, undefined, undefined, "int32");
      const numbers = rowCounts(rows, ids, count);
      const sum = one("UnsortedSegmentSum", [rows, ids, numSegments]);
      return one("RealDiv", [sum, root ? one("Sqrt", [numbers]) : numbers], undefined, "truediv");
    });
}

/**
 * The mean of the rows of each segment; negative ids are left out, segments without rows are 0.
 *
 * @param data Numbers of a float dtype.
 * @param segmentIds For each element of the leading axes its segment.
 * @param numSegments How many segments.
 * @param options `name`.
 * @example
 * tf.math.unsortedSegmentMean([1, 2, 3], [1, 0, 1], 3);
 * // tf.Tensor([2. 2. 0.], shape=(3,), dtype=float32)
 */
export const unsortedSegmentMean: UnsortedSegmentFunction = divided("UnsortedSegmentMean", false);

/**
 * The sum of the rows of each segment, divided by the square root of their number.
 *
 * @param data Numbers of a float dtype.
 * @param segmentIds For each element of the leading axes its segment.
 * @param numSegments How many segments.
 * @param options `name`.
 * @example
 * tf.math.unsortedSegmentSqrtN([1, 2, 3], [1, 0, 1], 3);
 * // tf.Tensor([2.       2.828427 0.      ], shape=(3,), dtype=float32)
 */
export const unsortedSegmentSqrtN: UnsortedSegmentFunction = divided("UnsortedSegmentSqrtN", true);
