// Repetition of a whole tensor along its axes.
import { invalidArgument } from "../../base/errors.ts";
import { type Shape, strides, UNKNOWN } from "../../base/shape.ts";
import { view } from "../../graph/lowering.ts";
import { op, type ShapeNode, type, typeOr } from "../../graph/op.ts";
import { rangeOf, shapeOf, sizeOf } from "../support/functions.ts";
import { knownIntegers, shapeFromInput, timesSize, unknownSizes } from "../support/shapes.ts";
import { movingObjects } from "../support/strings.ts";
import { integers, integerTensor } from "../support/values.ts";
import { readPiece } from "../support/views.ts";

// biome-ignore lint/suspicious/noExplicitAny: helpers serve nodes of all attr types
function tiledShape([x, multiples]: Shape[], node: ShapeNode<any>): Shape[] {
  const count = multiples === null ? UNKNOWN : multiples.length === 1 ? multiples[0] : -2;
  const rank = x?.length ?? count;
  if (count === -2 || (count !== UNKNOWN && count !== rank))
    throw invalidArgument(
      `Expected multiples argument to be a vector of length ${rank} but got length ${multiples![0] ?? 0}`,
    );
  knownIntegers(node, 1)?.forEach((times, axis) => {
    if (times < 0) throw invalidArgument(`Expected multiples[${axis}] >= 0, but got ${times}`);
  });
  if (rank < 0) return [null];
  const times = shapeFromInput(node, 1, multiples);
  if (x === null || times === null) return [unknownSizes(rank)];
  return [x.map((size, axis) => timesSize(size, times[axis]))];
}

export const Tile = op("Tile", {
  inputs: ["input: T", "multiples: Tmultiples"],
  outputs: ["output: T"],
  attrs: { T: type(), Tmultiples: typeOr("int32", "int32", "int64") },
  shape: tiledShape,
  lower: movingObjects(
    view((node) => {
      const { shape } = node.inputs[0];
      const own = strides(shape);
      const times = integers(node.value(1));
      const loops = shape.flatMap((size, axis) => [times[axis], size]);
      return {
        pieces: [
          readPiece(
            loops,
            own.flatMap((step) => [0, step]),
          ),
        ],
      };
    }),
  ),
  // dx = dy cut into tiles and summed over them
  grad: (t, [dy], [x, multiples]) => {
    const shape = shapeOf(t, x, multiples.dtype);
    const pairs = t.Pack([multiples, shape], { name: "stack" });
    const perm = t.literal(integerTensor([1, 0], "int32"), "int32", "transpose/perm");
    const tiles = t.Reshape(t.Transpose(pairs, perm, { name: "transpose" }), [-1]);
    const axes = rangeOf(t, 0, sizeOf(t, tiles), 2);
    return [t.Sum(t.Reshape(dy!, tiles), axes), null];
  },
});
