// Where: the places of what is true; Select and SelectV2: a choice for each element.
import { invalidArgument } from "../../base/errors.ts";
import { type Shape, sameDims, shapeText, tryBroadcast, UNKNOWN } from "../../base/shape.ts";
import { compose, pointwise, routine } from "../../graph/lowering.ts";
import { missing, op, type ShapeNode, type, typeOr } from "../../graph/op.ts";
import { shapeOf, zeros, zerosLike } from "../support/functions.ts";
import { unravel } from "../support/loops.ts";
import { broadcastPair, merge, reject } from "../support/shapes.ts";
import { movingObjects } from "../support/strings.ts";
import { numberTypes } from "../support/type-lists.ts";

export const Where = op("Where", {
  inputs: ["input: T"],
  outputs: ["index: int64"],
  attrs: { T: typeOr("bool", ...numberTypes, "bool") },
  shape: ([x], { running }) => {
    if (running && x!.length === 0) throw invalidArgument("WhereOp : Unhandled input dimensions: 0");
    return [[UNKNOWN, x?.length ?? UNKNOWN]];
  },
  // one row of indices for each element that is not zero, in row-major order
  lower: routine((k, m, { inputs: [{ shape }] }) => {
    const x = k.input(0);
    const y = k.output(0, [x.count, shape.length]);
    const found = k.cell("int32", 0);
    k.serial(x.count, (i) => {
      k.if(m.ne(k.load(x, i), 0), () => {
        const row = k.hold(m.mul(found.get(), shape.length));
        for (const [axis, index] of unravel(m, i, shape).entries())
          k.store(y, m.add(row, axis), m.cast(index, "int64"), true);
        found.set(m.add(found.get(), 1));
      });
    });
    k.setCount(0, 0, found.get());
  }),
  grad: missing("TensorFlow registers no gradient for Where"),
});

// biome-ignore lint/suspicious/noExplicitAny: helpers serve nodes of all attr types
function selectShape([condition, x, y]: Shape[], node: ShapeNode<any>): Shape[] {
  if (node.running && !sameDims(x!, y!))
    throw invalidArgument(
      `Inputs to operation ${node.name || node.op} of type Select must have the same size and shape.  ` +
        `Input 0: ${shapeText(x)} != input 1: ${shapeText(y)}`,
    );
  const result = merge(x, y);
  if (condition === null || condition.length === 0 || result === null) return [result];
  if (condition.length === 1 && result.length > 1) {
    if (condition[0] >= 0 && result[0] >= 0 && condition[0] !== result[0])
      reject(
        node,
        `Number of batches of 'then' must match size of 'cond', but saw: ${result[0]} vs. ${condition[0]}`,
        `Dimensions must be equal, but are ${condition[0]} and ${result[0]}`,
      );
    return [result];
  }
  if (result.length === 0 && condition.length === 1)
    throw invalidArgument(`'cond' must be a scalar if 'then' is one: received shape ${shapeText(condition)}`);
  return [merge(result, condition)];
}

const choose = pointwise((m, [condition, x, y]) => m.select(condition, x, y));

export const Select = op("Select", {
  inputs: ["condition: bool", "t: T", "e: T"],
  outputs: ["output: T"],
  attrs: { T: type() },
  shape: selectShape,
  lower: movingObjects((node) => {
    const [condition, x] = node.inputs;
    if (condition.shape.length !== 1 || x.shape.length <= 1) return choose;
    // a vector chooses whole rows
    const column = [condition.shape[0], ...x.shape.slice(1).map(() => 1)];
    return compose((t, [c, a, b]) => t.SelectV2(t.Reshape(c, column), a, b));
  }),
  // each side gets dy where it was chosen
  grad: (t, [dy], [condition, x]) => {
    const none = zerosLike(t, x);
    return [null, t.Select(condition, dy!, none), t.Select(condition, none, dy!)];
  },
});

export const SelectV2 = op("SelectV2", {
  inputs: ["condition: bool", "t: T", "e: T"],
  outputs: ["output: T"],
  attrs: { T: type() },
  shape: ([condition, x, y], node) => {
    const sides = tryBroadcast(x, y);
    if (node.running && (sides === null || tryBroadcast(condition, sides.shape) === null))
      throw invalidArgument(
        `condition ${shapeText(condition)}, then ${shapeText(x)}, and else ${shapeText(y)} ` +
          "must be broadcastable",
      );
    return [broadcastPair(condition, broadcastPair(x, y, node), node)];
  },
  lower: movingObjects(choose),
  // each side gets dy where it was chosen, summed over the axes that it was repeated on
  grad: (t, [dy], [condition, x, y], [z]) => {
    const none = zeros(t, [], dy!.dtype);
    const toX = t.SelectV2(condition, dy!, none);
    const xShape = shapeOf(t, x);
    const zShape = shapeOf(t, z);
    const [xAxes] = t.BroadcastGradientArgs(xShape, zShape);
    const dx = t.Reshape(t.Sum(toX, xAxes, { keep_dims: true }), xShape);
    const toY = t.SelectV2(condition, none, dy!);
    const yShape = shapeOf(t, y);
    const [yAxes] = t.BroadcastGradientArgs(yShape, zShape);
    return [null, dx, t.Reshape(t.Sum(toY, yAxes, { keep_dims: true }), yShape)];
  },
});
