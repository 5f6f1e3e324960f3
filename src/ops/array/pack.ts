// Stacking tensors along a new axis, and taking a tensor apart along an axis.
import { invalidArgument } from "../../base/errors.ts";
import { type Dims, sameDims, type Shape, shapeText, strides, UNKNOWN } from "../../base/shape.ts";
import { view } from "../../graph/lowering.ts";
import { atLeast, int, op, type ShapeNode, type } from "../../graph/op.ts";
import { zerosLike } from "../support/functions.ts";
import { fromFront, merge } from "../support/shapes.ts";
import { movingObjects } from "../support/strings.ts";
import { readPiece, writePiece } from "../support/views.ts";
import { packedEntries } from "./partial-values.ts";

function checkAxis(axis: number, rank: number): void {
  if (axis < -rank || axis >= rank) throw invalidArgument(`axis = ${axis} not in [${-rank}, ${rank})`);
}

function mergeAll(values: readonly Shape[], running: boolean | undefined): Shape {
  let merged: Shape = values[values.length - 1];
  for (let i = values.length - 2; i >= 0; i--) merged = mergeOne(values[i], merged, i);
  return merged;

  function mergeOne(value: Shape, rest: Shape, i: number): Shape {
    const differing = running ? values.findIndex((other) => !sameDims(values[0] as Dims, other as Dims)) : -1;
    if (differing >= 0)
      throw invalidArgument(
        "Shapes of all inputs must match: " +
          `values[0].shape = ${shapeText(values[0])} != ` +
          `values[${differing}].shape = ${shapeText(values[differing])}`,
      );
    try {
      return merge(value, rest);
    } catch (error) {
      throw invalidArgument(`${(error as Error).message}\n\tFrom merging shape ${i} with other shapes.`);
    }
  }
}

// biome-ignore lint/suspicious/noExplicitAny: helpers serve nodes of all attr types
function packedShape(values: Shape[], node: ShapeNode<any>): Shape[] {
  const merged = mergeAll(values, node.running);
  if (merged === null) return [null];
  const axis = Number(node.attrs.axis);
  checkAxis(axis, merged.length + 1);
  return [merged.toSpliced(fromFront(axis, merged.length + 1), 0, values.length)];
}

export const Pack = op("Pack", {
  inputs: ["values: N * T"],
  outputs: ["output: T"],
  attrs: { N: atLeast(1), T: type(), axis: int(0) },
  shape: packedShape,
  partialValue: packedEntries,
  lower: movingObjects(
    view(({ inputs, outputs, attrs }) => {
      const steps = strides(outputs[0].shape);
      const axis = fromFront(Number(attrs.axis), steps.length);
      const others = steps.toSpliced(axis, 1);
      return { pieces: inputs.map(({ shape }, i) => writePiece(shape, others, i * steps[axis], i)) };
    }),
  ),
  // each dx is its slice of dy
  grad: (t, [dy], x, _y, { attrs }) => t.Unpack(dy!, { num: x.length, axis: attrs.axis, name: "unstack" }),
});

export const Unpack = op("Unpack", {
  inputs: ["value: T"],
  outputs: ["output: num * T"],
  attrs: { num: atLeast(0), T: type(), axis: int(0) },
  shape: ([x], { attrs }) => {
    const count = Number(attrs.num);
    const given = Number(attrs.axis);
    if (x === null) return new Array<Shape>(count).fill(null);
    checkAxis(given, x.length);
    const axis = fromFront(given, x.length);
    if (x[axis] !== count && x[axis] !== UNKNOWN)
      throw invalidArgument(`Input shape axis ${axis} must equal ${count}, got shape ${shapeText(x)}`);
    return new Array<Shape>(count).fill(x.toSpliced(axis, 1));
  },
  lower: movingObjects(
    view(({ inputs: [{ shape }], outputs, attrs }) => {
      const steps = strides(shape);
      const axis = fromFront(Number(attrs.axis), steps.length);
      const others = steps.toSpliced(axis, 1);
      return { pieces: outputs.map((out, i) => readPiece(out.shape, others, i * steps[axis], 0, i)) };
    }),
  ),
  // dx = the gradients stacked again
  grad: (t, dy, _x, y, { attrs }) => [
    t.Pack(
      dy.map((one, i) => one ?? zerosLike(t, y[i])),
      { axis: attrs.axis, name: "stack" },
    ),
  ],
});
