// Gradients of segment reductions, node by node as TensorFlow's Python makes them.
import type { GradientBuilder } from "../../graph/op.ts";
import type { Value } from "../../graph/types.ts";
import { castTo, concatenate, rankOf, shapeOf, zerosLike } from "../support/functions.ts";
import { ones } from "./reduced-shape.ts";

/** `tf.gather(values, ids)`. */
export const takeRows = (t: GradientBuilder, values: Value, ids: Value): Value => t.GatherV2(values, ids, 0);

const divide = (t: GradientBuilder, x: Value, y: Value): Value => t.RealDiv(x, y, { name: "truediv" });

/** `tf.ones_like(x)`. */
const onesLike = (t: GradientBuilder, x: Value): Value =>
  t.Fill(shapeOf(t, x), t.literal(1, x.dtype, "ones_like/Const"), { name: "ones_like" });

/** Every member's gradient is the mean's, divided by the number of members. */
export function segmentMeanGradient(t: GradientBuilder, dy: Value, data: Value, ids: Value): Value {
  const rest = t.Sub(rankOf(t, data), 1, { name: "sub" });
  const sizes = concatenate(t, [shapeOf(t, ids), ones(t, t.ExpandDims(rest, 0))], 0);
  const counts = t.SegmentSum(ones(t, sizes, dy.dtype), ids);
  return takeRows(t, divide(t, dy, counts), ids);
}

/** The members that are the extremum share the gradient equally. */
export function segmentExtremumGradient(
  t: GradientBuilder,
  dy: Value,
  data: Value,
  ids: Value,
  y: Value,
): Value {
  const zeros = zerosLike(t, data);
  const isSelected = t.Equal(data, takeRows(t, y, ids));
  const count = t.SegmentSum(castTo(t, isSelected, dy.dtype), ids);
  return t.SelectV2(isSelected, takeRows(t, divide(t, dy, count), ids), zeros);
}

/** The product of a member's neighbours: by division, except around a single zero. */
export function segmentProdGradient(t: GradientBuilder, dy: Value, data: Value, ids: Value, y: Value): Value {
  const isZero = t.Equal(data, 0);
  const zeroCount = t.SegmentSum(castTo(t, isZero, "int32"), ids);
  const upstream = t.SelectV2(t.Greater(zeroCount, 1), zerosLike(t, dy), dy);
  const nonZero = t.SelectV2(isZero, onesLike(t, data), data);
  const nonZeroProduct = t.SegmentProd(nonZero, ids);
  const product = takeRows(t, y, ids);
  const aroundZero = takeRows(t, nonZeroProduct, ids);
  const partial = t.SelectV2(isZero, aroundZero, divide(t, product, nonZero));
  return t.Mul(takeRows(t, upstream, ids), partial, { name: "mul" });
}

interface TakenRows {
  readonly rows: Value;
  readonly clipped: Value;
  readonly isPositive: Value;
}

/** Rows by id; negative ids, whose members went nowhere, take zeros. */
export function takeRowsOrZero(
  t: GradientBuilder,
  values: Value,
  ids: Value,
  known: { readonly clipped?: Value; readonly isPositive?: Value } = {},
): TakenRows {
  const clipped = known.clipped ?? t.Maximum(ids, zerosLike(t, ids));
  const gathered = takeRows(t, values, clipped);
  const isPositive = known.isPositive ?? positiveMask(t, gathered, ids);
  return { rows: t.SelectV2(isPositive, gathered, zerosLike(t, gathered)), clipped, isPositive };
}

function positiveMask(t: GradientBuilder, gathered: Value, ids: Value): Value {
  const isPositive = t.GreaterEqual(ids, 0);
  const shape = shapeOf(t, isPositive);
  const extra = t.Sub(rankOf(t, gathered), rankOf(t, isPositive), { name: "sub" });
  const aligned = concatenate(t, [shape, ones(t, t.Pack([extra], { name: "ones/packed" }))], 0);
  const all = t.Fill(shapeOf(t, gathered), t.literal(true, "bool", "ones_like/Const"), { name: "ones_like" });
  return t.LogicalAnd(t.Reshape(isPositive, aligned), all, { name: "and" });
}

export function unsortedExtremumGradient(
  t: GradientBuilder,
  dy: Value,
  [data, ids, count]: readonly Value[],
  y: Value,
): Value {
  const taken = takeRowsOrZero(t, y, ids);
  const isSelected = t.LogicalAnd(t.Equal(data, taken.rows), taken.isPositive);
  const selected = t.UnsortedSegmentSum(castTo(t, isSelected, dy.dtype), ids, count);
  const { rows } = takeRowsOrZero(t, divide(t, dy, selected), ids, taken);
  return t.SelectV2(isSelected, rows, zerosLike(t, rows));
}

export function unsortedProdGradient(
  t: GradientBuilder,
  dy: Value,
  [data, ids, count]: readonly Value[],
  y: Value,
): Value {
  const isZero = t.Equal(data, 0);
  const zeroCount = t.UnsortedSegmentSum(castTo(t, isZero, "int32"), ids, count);
  const upstream = t.SelectV2(t.Greater(zeroCount, 1), zerosLike(t, dy), dy);
  const nonZero = t.SelectV2(isZero, onesLike(t, data), data);
  const nonZeroProduct = t.UnsortedSegmentProd(nonZero, ids, count);
  const clipped = t.Maximum(ids, zerosLike(t, ids));
  const product = takeRows(t, y, clipped);
  const aroundZero = takeRows(t, nonZeroProduct, clipped);
  const partial = t.SelectV2(isZero, aroundZero, divide(t, product, data));
  const { rows } = takeRowsOrZero(t, upstream, ids, { clipped });
  return t.Mul(rows, partial, { name: "mul" });
}
