// Padding with zeros or a constant.
import { invalidArgument } from "../../base/errors.ts";
import { elementCount, type Shape, shapeText, strides, UNKNOWN } from "../../base/shape.ts";
import { type LowerNode, view } from "../../graph/lowering.ts";
import { type GradientBuilder, op, type ShapeNode, type, typeOr } from "../../graph/op.ts";
import type { Value } from "../../graph/types.ts";
import { rankOf, shapeOf, stackWithOne } from "../support/functions.ts";
import { knownIntegers, reject, unknownSizes } from "../support/shapes.ts";
import { movingObjects } from "../support/strings.ts";
import { integers } from "../support/values.ts";
import { writePiece } from "../support/views.ts";

/** Before and after, for each axis. */
export type Paddings = readonly (readonly [before: number, after: number])[];

export const pairs = (flat: readonly number[]): Paddings =>
  Array.from({ length: flat.length / 2 }, (_, axis) => [flat[2 * axis], flat[2 * axis + 1]] as const);

/** Checks the shape of paddings and gives the rank that follows; -1 if nothing tells it. */
export function paddedRank(x: Shape, paddings: Shape): number {
  if (paddings === null) return x?.length ?? UNKNOWN;
  if (paddings.length !== 2 || (paddings[1] !== 2 && paddings[1] !== UNKNOWN))
    throw invalidArgument(`paddings must be a matrix with 2 columns: ${shapeText(paddings)}`);
  if (x !== null && paddings[0] !== UNKNOWN && paddings[0] !== x.length)
    throw invalidArgument(
      `The first dimension of paddings must be the rank of inputs${shapeText(paddings)} ${shapeText(x)}`,
    );
  return x?.length ?? paddings[0];
}

// biome-ignore lint/suspicious/noExplicitAny: helpers serve nodes of all attr types
function paddedShape([x, paddings, value]: Shape[], node: ShapeNode<any>): Shape[] {
  if (value !== undefined && value !== null && value.length !== 0)
    reject(
      node,
      `constant_values must be a scalar. Found: ${shapeText(value)}`,
      `Shape must be rank 0 but is rank ${value.length}`,
    );
  const rank = paddedRank(x, paddings);
  if (rank < 0) return [null];
  const flat = knownIntegers(node, 1);
  if (flat === undefined) return [unknownSizes(rank)];
  const known = pairs(flat);
  for (const [before, after] of known)
    if (before < 0 || after < 0) throw invalidArgument(`Paddings must be non-negative: ${before} ${after}`);
  if (x === null) return [unknownSizes(rank)];
  return [x.map((size, axis) => (size < 0 ? UNKNOWN : size + known[axis][0] + known[axis][1]))];
}

function padding<A>(node: LowerNode<A>) {
  const { shape } = node.inputs[0];
  const steps = strides(node.outputs[0].shape);
  const known = pairs(integers(node.value(1)));
  const offset = steps.reduce((sum, step, axis) => sum + step * known[axis][0], 0);
  const pieces = elementCount(shape) === 0 ? [] : [writePiece(shape, steps, offset)];
  return node.inputs.length === 3 ? { pieces, fill: { input: 2 } } : { pieces };
}

/** The part of dy that came from x. */
function unpadded(t: GradientBuilder, dy: Value, x: Value, paddings: Value): Value {
  const before = t.Slice(paddings, [0, 0], stackWithOne(t, rankOf(t, x)));
  const begin = t.Reshape(before, [-1]);
  return t.Slice(dy, begin, shapeOf(t, x, begin.dtype));
}

export const Pad = op("Pad", {
  inputs: ["input: T", "paddings: Tpaddings"],
  outputs: ["output: T"],
  attrs: { T: type(), Tpaddings: typeOr("int32", "int32", "int64") },
  shape: paddedShape,
  lower: movingObjects(view(padding)),
  // dx = dy without the padding
  grad: (t, [dy], [x, paddings]) => [unpadded(t, dy!, x, paddings), null],
});

export const PadV2 = op("PadV2", {
  inputs: ["input: T", "paddings: Tpaddings", "constant_values: T"],
  outputs: ["output: T"],
  attrs: { T: type(), Tpaddings: typeOr("int32", "int32", "int64") },
  shape: paddedShape,
  lower: movingObjects(view(padding)),
  // dx = dy without the padding
  grad: (t, [dy], [x, paddings]) => [unpadded(t, dy!, x, paddings), null, null],
});
