// TensorFlow's Python functions that gradient rules call, with the nodes and node names that they make.
import { allocate, type DTypeName } from "../../base/dtypes.ts";
import { elementCount, isFullyDefined } from "../../base/shape.ts";
import type { GradientBuilder, GradientNode } from "../../graph/op.ts";
import type { Literal, TensorValue, Value } from "../../graph/types.ts";
import { integerTensor } from "./values.ts";

type Integer = "int32" | "int64";
// biome-ignore lint/suspicious/noExplicitAny: helpers serve nodes of all attr types
export type AnyGradientNode = GradientNode<any>;

/** `tf.shape(x)`: a constant where the shape is known. */
export function shapeOf(t: GradientBuilder, x: Value, dtype: DTypeName = "int32"): Value {
  if (!isFullyDefined(x.shape)) return t.Shape(x, { out_type: dtype });
  return t.literal(integerTensor(x.shape, dtype), dtype, "Shape");
}

/** `tf.size(x)`. */
export function sizeOf(t: GradientBuilder, x: Value, dtype: Integer = "int32"): Value {
  const count = x.shape?.includes(0) ? 0 : elementCount(x.shape);
  return count < 0 ? t.Size(x, { out_type: dtype }) : t.literal(count, dtype, "Size");
}

/** `tf.rank(x)`. */
export const rankOf = (t: GradientBuilder, x: Value): Value =>
  x.shape === null ? t.Rank(x) : t.literal(x.shape.length, "int32", "Rank");

/** TensorFlow makes larger constants by a Fill. */
const LARGEST_CONSTANT = 1000;

/** `tf.zeros_like(x)`: a constant where the shape is known, a Fill if that would be large. */
export function zerosLike(t: GradientBuilder, x: Value, dtype: DTypeName = x.dtype): Value {
  if (!isFullyDefined(x.shape) || dtype === "variant") return t.ZerosLike(x);
  return zeros(t, x.shape, dtype, "zeros_like");
}

/** `tf.zeros(shape)`. */
export function zeros(t: GradientBuilder, shape: readonly number[], dtype: DTypeName, name = "zeros"): Value {
  const count = elementCount(shape);
  if (count < LARGEST_CONSTANT) return t.literal(zeroTensor(shape, dtype), dtype, name);
  const dims = t.literal(integerTensor(shape, "int32"), "int32", `${name}/shape_as_tensor`);
  return t.Fill(dims, t.literal(zeroTensor([], dtype), dtype, `${name}/Const`), { name });
}

const zeroTensor = (shape: readonly number[], dtype: DTypeName): TensorValue => ({
  dtype,
  shape,
  data: allocate(dtype, elementCount(shape)),
});

/** `tf.cast(x, dtype)`: no node if the dtype is right already. */
export const castTo = (t: GradientBuilder, x: Value, dtype: DTypeName): Value =>
  x.dtype === dtype ? x : t.Cast(x, { DstT: dtype });

/** `tf.reshape(dy, tf.shape(x))`. */
export const reshapeLike = (t: GradientBuilder, dy: Value, x: Value): Value => t.Reshape(dy, shapeOf(t, x));

/** `tf.range(start, limit, delta)`. */
export const rangeOf = (
  t: GradientBuilder,
  start: Literal | Value,
  limit: Literal | Value,
  delta: Literal | Value = 1,
): Value => t.Range(start, limit, delta, { name: "range" });

/** `tf.reduce_sum(x)` over all axes. */
export function sumOfAll(t: GradientBuilder, x: Value): Value {
  const rank = x.shape?.length;
  if (!rank) return t.Sum(x, rangeOf(t, 0, rankOf(t, x)));
  return t.Sum(x, t.literal(integerTensor([...x.shape!.keys()], "int32"), "int32"));
}

/** `tf.concat(values, axis)`; a single value passes through an Identity. */
export function concatenate(
  t: GradientBuilder,
  values: readonly (Value | Literal)[],
  axis: Value | number,
): Value {
  if (values.length === 1) return t.Identity(values[0], { name: "concat" });
  return t.ConcatV2(values, axis, { name: "concat" });
}

/** `tf.stack([x, 1])` as Python packs a tensor and a number. */
export const stackWithOne = (t: GradientBuilder, x: Value): Value =>
  t.Pack([x, t.literal(1, x.dtype, "stack/1")], { name: "stack" });

/** `x[start:end]` of a vector. */
export function sliceVector(t: GradientBuilder, x: Value, start: number | null, end: number | null): Value {
  const name = "strided_slice";
  const literal = (entry: number, suffix: string): Value => t.literal([entry], "int32", `${name}/${suffix}`);
  return t.StridedSlice(
    x,
    literal(start ?? 0, "stack"),
    literal(end ?? 0, "stack_1"),
    literal(1, "stack_2"),
    {
      begin_mask: start === null ? 1 : 0,
      end_mask: end === null ? 1 : 0,
      name,
    },
  );
}

/** `x[index]` of a vector. */
export function elementOf(t: GradientBuilder, x: Value, index: number): Value {
  const name = "strided_slice";
  const literal = (entry: number, suffix: string): Value => t.literal([entry], "int32", `${name}/${suffix}`);
  return t.StridedSlice(x, literal(index, "stack"), literal(index + 1, "stack_1"), literal(1, "stack_2"), {
    shrink_axis_mask: 1,
    name,
  });
}

/** The node's input as a constant, or itself where its value is not known. */
export const staticOr = (node: AnyGradientNode, x: Value): Value | TensorValue => node.constant(x) ?? x;
