// Roll: elements shifted along axes, those that fall off come in on the other side.
import { invalidArgument } from "../../base/errors.ts";
import { type Dims, type Shape, shapeText, strides } from "../../base/shape.ts";
import { type ViewPiece, view } from "../../graph/lowering.ts";
import { op, type ShapeNode, type } from "../../graph/op.ts";
import { fromFront, reject } from "../support/shapes.ts";
import { movingObjects } from "../support/strings.ts";
import { integers } from "../support/values.ts";

// biome-ignore lint/suspicious/noExplicitAny: helpers serve nodes of all attr types
function rolledShape([x, shift, axis]: Shape[], node: ShapeNode<any>): Shape[] {
  if (x !== null && x.length === 0)
    reject(node, "input must be 1-D or higher", "Shape must be at least rank 1 but is rank 0");
  for (const [name, one] of [
    ["shift", shift],
    ["axis", axis],
  ] as const)
    if (one !== null && one.length > 1)
      reject(
        node,
        `${name} must be a scalar or a 1-D vector. Found: ${shapeText(one)}`,
        `Shape must be at most rank 1 but is rank ${one.length}`,
      );
  if (node.running && !sameLength(shift!, axis!))
    throw invalidArgument("shift and axis must have the same size");
  return [x];
}

const sameLength = (a: Dims, b: Dims): boolean => (a[0] ?? 1) === (b[0] ?? 1);

/** How far each axis moves, in [0, size). */
function shiftsOf(shape: Dims, shifts: readonly number[], axes: readonly number[]): number[] {
  const total = new Array<number>(shape.length).fill(0);
  axes.forEach((given, i) => {
    const axis = fromFront(given, shape.length);
    if (axis < 0 || axis >= shape.length) throw invalidArgument(`axis ${given} is out of range`);
    const size = Math.max(shape[axis], 1);
    total[axis] = (((total[axis] + shifts[i]) % size) + size) % size;
  });
  return total;
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

function rolledPieces(shape: Dims, shifts: readonly number[]): ViewPiece[] {
  const steps = strides(shape);
  const runs = shape.map((size, axis): Run[] => {
    const by = shifts[axis];
    return by === 0
      ? [{ from: 0, to: 0, count: size }]
      : [
          { from: 0, to: by, count: size - by },
          { from: size - by, to: 0, count: by },
        ];
  });
  const choices = runs.reduce<Run[][]>(
    (all, axis) => all.flatMap((left) => axis.map((run) => [...left, run])),
    [[]],
  );
  return choices.map((choice) => ({
    input: 0,
    output: 0,
    shape: choice.map(({ count }) => count),
    inputOffset: choice.reduce((sum, { from }, axis) => sum + from * steps[axis], 0),
    inputStrides: steps,
    outputOffset: choice.reduce((sum, { to }, axis) => sum + to * steps[axis], 0),
    outputStrides: steps,
  }));
}

export const Roll = op("Roll", {
  inputs: ["input: T", "shift: Tshift", "axis: Taxis"],
  outputs: ["output: T"],
  attrs: { T: type(), Tshift: type("int32", "int64"), Taxis: type("int32", "int64") },
  shape: rolledShape,
  lower: movingObjects(
    view((node) => {
      const { shape } = node.inputs[0];
      return {
        pieces: rolledPieces(shape, shiftsOf(shape, integers(node.value(1)), integers(node.value(2)))),
      };
    }),
  ),
  // dx = dy rolled back
  grad: (t, [dy], [, shift, axis]) => [t.Roll(dy!, t.Neg(shift), axis), null, null],
});
