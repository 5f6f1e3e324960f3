// Parts of tensors: slices, strided slices and what square brackets do in Python.
import type { Tensor } from "../../graph/tensor.ts";
import { type Named, type Trailing, trailing } from "../core/arguments.ts";
import { one, scoped } from "../core/call.ts";
import { asTensor } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import { onesLikeV1 } from "../creation/filled.ts";
import { packBounds, type SliceItem, sliceMasks, sliceSpec } from "./slice-spec.ts";

/** Adds an axis of size 1 when it stands among the items of a slice. */
export const newaxis = null;

/**
 * The part of a tensor that begins somewhere and has a size.
 *
 * @param input The tensor.
 * @param begin The first index along each axis.
 * @param size How many along each axis; -1 for all that follow.
 * @param options `name`.
 * @throws InvalidArgumentError if the part reaches beyond the tensor.
 * @example
 * tf.slice([[1, 2, 3], [4, 5, 6]], [0, 1], [2, 2]);
 * // tf.Tensor(
 * // [[2. 3.]
 * //  [5. 6.]], shape=(2, 2), dtype=float32)
 */
export function slice(
  input: TensorInput,
  begin: TensorInput,
  size: TensorInput,
  options: Named = {},
): Tensor {
  return one("Slice", [input, begin, size], undefined, options.name);
}

export interface StridedSliceOptions extends Named {
  /** The step along each axis; default 1. */
  readonly strides?: TensorInput | null;
  /** Bits of axes whose `begin` does not count. */
  readonly beginMask?: number;
  /** Bits of axes whose `end` does not count. */
  readonly endMask?: number;
  /** The bit of the item that stands for all axes between. */
  readonly ellipsisMask?: number;
  /** Bits of items that add an axis. */
  readonly newAxisMask?: number;
  /** Bits of items that pick one index and drop the axis. */
  readonly shrinkAxisMask?: number;
}

/**
 * The part of a tensor from `begin` to `end`, which is left out, in steps.
 *
 * @param input The tensor.
 * @param begin The first index along each axis; negative ones count from the end.
 * @param end The index after the last.
 * @param rest `strides` and the masks, by position or as options, and `name`.
 * @throws InvalidArgumentError if a step is zero.
 * @example
 * tf.stridedSlice([1, 2, 3, 4, 5], [4], [0], [-2]);
 * // tf.Tensor([5. 3.], shape=(2,), dtype=float32)
 */
export function stridedSlice(
  input: TensorInput,
  begin: TensorInput,
  end: TensorInput,
  ...rest: Trailing<[strides: TensorInput | null], StridedSliceOptions>
): Tensor {
  const options = trailing<StridedSliceOptions>(["strides"], rest);
  const {
    strides,
    beginMask = 0,
    endMask = 0,
    ellipsisMask = 0,
    newAxisMask = 0,
    shrinkAxisMask = 0,
  } = options;
  const steps = strides ?? onesLikeV1(begin, "int32");
  const masks = {
    begin_mask: beginMask,
    end_mask: endMask,
    ellipsis_mask: ellipsisMask,
    new_axis_mask: newAxisMask,
    shrink_axis_mask: shrinkAxisMask,
  };
  return one("StridedSlice", [input, begin, end, steps], masks, options.name);
}

/**
 * What `x[item, item, …]` gives in Python.
 *
 * @param input The tensor.
 * @param items For each axis an index, `[start, stop, step]` with null for what is left out, or ":" for all;
 * "..." for all axes between, null (`tf.newaxis`) for a new axis. Indices and bounds may be integer scalars.
 * @throws TypeError for an item that is none of these; InvalidArgumentError for an index out of range.
 * @example
 * tf.getItem([[1, 2, 3], [4, 5, 6]], ":", [null, null, -1]);
 * // tf.Tensor(
 * // [[3. 2. 1.]
 * //  [6. 5. 4.]], shape=(2, 3), dtype=float32)
 */
export function getItem(input: TensorInput, ...items: readonly SliceItem[]): Tensor {
  const tensor = asTensor(input);
  if (items.length === 0) throw new TypeError("Slicing: expected at least one index or range, received none");
  const spec = sliceSpec(items);
  return scoped(undefined, "strided_slice", [tensor, ...spec.begin, ...spec.end, ...spec.strides], (scope) =>
    one("StridedSlice", [tensor, ...packBounds(spec)], sliceMasks(spec), scope),
  );
}
