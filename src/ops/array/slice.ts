// Slice: a box out of a tensor.
import { invalidArgument } from "../../base/errors.ts";
import { type Shape, shapeText, strides, UNKNOWN } from "../../base/shape.ts";
import { view } from "../../graph/lowering.ts";
import { op, type ShapeNode, type } from "../../graph/op.ts";
import { concatenate, rankOf, shapeOf, stackWithOne } from "../support/functions.ts";
import { knownIntegers, shapeFromInput, unknownSizes } from "../support/shapes.ts";
import { movingObjects } from "../support/strings.ts";
import { integers } from "../support/values.ts";
import { readPiece } from "../support/views.ts";
import { slicedEntries } from "./partial-values.ts";

function checkVectors(x: Shape, begin: Shape, size: Shape): void {
  if (x === null || begin === null || size === null) return;
  const fits = (shape: readonly number[]): boolean =>
    shape.length === 1 && (shape[0] === x.length || shape[0] === UNKNOWN);
  if (fits(begin) && fits(size)) return;
  throw invalidArgument(
    `Expected begin and size arguments to be 1-D tensors of size ${x.length}, ` +
      `but got shapes ${shapeText(begin)} and ${shapeText(size)} instead.`,
  );
}

/** The sizes of a slice; -1 takes the rest of an axis. */
function slicedSizes(x: readonly number[], begin: readonly number[], size: readonly number[]): number[] {
  return x.map((extent, axis) => {
    const first = begin[axis];
    if (extent === UNKNOWN) return size[axis];
    const count = size[axis] === -1 ? extent - first : size[axis];
    if (first < 0 || first > extent)
      throw invalidArgument(`Expected begin[${axis}] in [0, ${extent}], but got ${first}`);
    if (count < 0 || first + count > extent)
      throw invalidArgument(`Expected size[${axis}] in [0, ${extent - first}], but got ${count}`);
    return count;
  });
}

// biome-ignore lint/suspicious/noExplicitAny: helpers serve nodes of all attr types
function slicedShape([x, beginShape, sizeShape]: Shape[], node: ShapeNode<any>): Shape[] {
  checkVectors(x, beginShape, sizeShape);
  const begin = knownIntegers(node, 1);
  const size = knownIntegers(node, 2);
  if (begin !== undefined && size !== undefined && x !== null) return [slicedSizes(x, begin, size)];
  const sizes = shapeFromInput(node, 2, sizeShape);
  if (sizes !== null) return [sizes.map((entry) => (entry < 0 ? UNKNOWN : entry))];
  return [x === null ? null : unknownSizes(x.length)];
}

export const Slice = op("Slice", {
  inputs: ["input: T", "begin: Index", "size: Index"],
  outputs: ["output: T"],
  attrs: { T: type(), Index: type("int32", "int64") },
  shape: slicedShape,
  partialValue: slicedEntries,
  lower: movingObjects(
    view((node) => {
      const own = strides(node.inputs[0].shape);
      const offset = integers(node.value(1)).reduce((sum, begin, axis) => sum + begin * own[axis], 0);
      return { pieces: [readPiece(node.outputs[0].shape, own, offset)] };
    }),
  ),
  // dx = dy with zeros around it
  grad: (t, [dy], [x, begin], [y]) => {
    const rank = rankOf(t, x);
    const size = shapeOf(t, y, begin.dtype);
    const column = stackWithOne(t, rank);
    const before = t.Reshape(begin, column);
    const shape = shapeOf(t, x, begin.dtype);
    const rest = t.Sub(t.Sub(shape, size, { name: "sub" }), begin, { name: "sub" });
    const paddings = concatenate(t, [before, t.Reshape(rest, column)], 1);
    return [t.Pad(dy!, paddings), null, null];
  },
});
