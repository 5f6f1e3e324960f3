// The axes over which gradients of two broadcast operands are summed.
import { broadcastShapes, type Dims, UNKNOWN } from "../../base/shape.ts";
import { literal } from "../../graph/lowering.ts";
import { none, op, type ShapeNode, typeOr } from "../../graph/op.ts";
import { knownIntegers } from "../support/shapes.ts";
import { integers, integerTensor } from "../support/values.ts";

type Axes = [first: number[], second: number[]];

/** Axes of the common shape along which each operand is repeated, or has size 1 as the other has. */
function repeatedAxes(x: Dims, y: Dims): Axes {
  const shape = broadcastShapes(x, y)!;
  const axes: Axes = [[], []];
  // Operands of one shape are not repeated anywhere.
  if (x.length === y.length && x.every((size, axis) => size === y[axis])) return axes;
  for (let axis = 0; axis < shape.length; axis++) {
    const sizes = [x, y].map((own) => own[axis - shape.length + own.length] ?? 1);
    sizes.forEach((size, i) => {
      if (size === 1) axes[i].push(axis);
    });
  }
  return axes;
}

function axesShape(_: unknown, node: ShapeNode): readonly number[][] {
  const [x, y] = [knownIntegers(node, 0), knownIntegers(node, 1)];
  if (x === undefined || y === undefined) return [[UNKNOWN], [UNKNOWN]];
  return repeatedAxes(x, y).map((axes) => [axes.length]);
}

export const BroadcastGradientArgs = op("BroadcastGradientArgs", {
  inputs: ["s0: T", "s1: T"],
  outputs: ["r0: T", "r1: T"],
  attrs: { T: typeOr("int32", "int32", "int64") },
  shape: axesShape,
  lower: literal((node) =>
    repeatedAxes(integers(node.value(0)), integers(node.value(1))).map((axes) =>
      integerTensor(axes, node.inputs[0].dtype),
    ),
  ),
  grad: none("shapes have no gradient"),
});
