// The gradient of GatherV2 along any axis, with batch dimensions; shapes may be known only at run time.
import type { GradientBuilder } from "../../graph/op.ts";
import type { Literal, Value } from "../../graph/types.ts";
import { castTo, concatenate, rangeOf, shapeOf, sizeOf } from "../support/functions.ts";

export interface GatherParts {
  readonly params: Value;
  readonly indices: Value;
  readonly axis: Value;
  readonly batchDims: number;
}

type Bound = Value | number;

const asVector = (t: GradientBuilder, at: Bound): Value | Literal =>
  typeof at === "number" ? [at] : t.ExpandDims(castTo(t, at, "int32"), 0);

/** `vector[begin:end]` */
function between(t: GradientBuilder, vector: Value, begin: Bound | null, end: Bound | null): Value {
  return t.StridedSlice(vector, asVector(t, begin ?? 0), asVector(t, end ?? 0), [1], {
    begin_mask: begin === null ? 1 : 0,
    end_mask: end === null ? 1 : 0,
    name: "strided_slice",
  });
}

/** `vector[at]` */
function entry(t: GradientBuilder, vector: Value, at: Bound): Value {
  const next = typeof at === "number" ? at + 1 : t.AddV2(at, 1, { name: "add" });
  return t.StridedSlice(vector, asVector(t, at), asVector(t, next), [1], {
    shrink_axis_mask: 1,
    name: "strided_slice",
  });
}

/** Indices with the offset of their batch added, so that they count rows of all batches together. */
function flatIndices(t: GradientBuilder, shape: Value, indices: Value, batchDims: number): Value {
  const sizes = castTo(t, shape, indices.dtype);
  let result = indices;
  let step: Value = t.literal(1, indices.dtype, "ones");
  for (let dim = batchDims; dim > 0; dim--) {
    const size = entry(t, sizes, dim - 1);
    step = t.Mul(step, entry(t, sizes, dim), { name: "mul" });
    const offsets = t.Mul(rangeOf(t, 0, size, 1), step, { name: "mul" });
    const rank = indices.shape?.length ?? batchDims;
    const ones = (count: number): Literal => new Array<number>(count).fill(1);
    const along = castTo(t, t.ExpandDims(size, 0), "int32");
    const shapeOfOffsets = concatenate(t, [ones(dim - 1), along, ones(rank - dim)], 0);
    result = t.AddV2(result, t.Reshape(offsets, shapeOfOffsets), { name: "add" });
  }
  return result;
}

/** Sums of rows of `values` by index; its first `batchDims` axes are batches, the next one is gathered. */
function scatterBack(
  t: GradientBuilder,
  shape: Value,
  values: Value,
  parts: GatherParts,
  size: Value,
): Value {
  const { batchDims } = parts;
  const count = t.ExpandDims(sizeOf(t, parts.indices), 0);
  if (batchDims === 0) return t.UnsortedSegmentSum(values, t.Reshape(parts.indices, count), size);
  const all = shapeOf(t, values);
  const outer = between(t, all, null, batchDims);
  const inner = between(t, all, batchDims + 1, null);
  const rows = t.Mul(size, t.Prod(outer, [0]), { name: "mul" });
  const indices = flatIndices(t, shape, parts.indices, batchDims);
  const flat = t.Reshape(values, concatenate(t, [[-1], inner], 0));
  const sums = t.UnsortedSegmentSum(flat, t.Reshape(indices, count), rows);
  return t.Reshape(sums, concatenate(t, [outer, t.ExpandDims(size, 0), inner], 0));
}

/**
 * Moves the gathered axes of dy behind the batch axes, adds its slices at their indices, and moves the axis
 * of params back to where it was.
 */
export function gatherGradientAlong(t: GradientBuilder, dy: Value, parts: GatherParts): Value {
  const { params, batchDims } = parts;
  const shape = shapeOf(t, params);
  const axis = castTo(
    t,
    t.FloorMod(parts.axis, castTo(t, sizeOf(t, shape), parts.axis.dtype), { name: "mod" }),
    "int32",
  );
  const outer = between(t, shape, null, axis);
  const inner = between(t, between(t, shape, axis, null), 1, null);
  const valuesShape = concatenate(t, [outer, [-1], inner], 0);
  const rank = sizeOf(t, valuesShape);
  const batches = rangeOf(t, 0, batchDims);
  const middle = rangeOf(t, batchDims, axis);
  const last = rangeOf(t, t.AddV2(axis, 1, { name: "add" }), rank);
  const forward = concatenate(t, [batches, t.ExpandDims(axis, 0), middle, last], 0);
  const values = t.Transpose(t.Reshape(dy, valuesShape), forward, { name: "transpose" });
  const moved = t.GatherV2(shape, forward, 0);
  const sums = scatterBack(t, moved, values, parts, entry(t, shape, axis));
  const back = concatenate(t, [batches, t.AddV2(middle, 1, { name: "add" }), [batchDims], last], 0);
  return t.Transpose(sums, back, { name: "transpose" });
}
