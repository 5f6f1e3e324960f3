// TensorFlow v1 control flow: values carry the frame they live in, and dead ones flow too.
import { relaxShapes, type Shape } from "../../base/shape.ts";
import { dataflow } from "../../graph/lowering.ts";
import { atLeast, bool, int, missing, none, op, type ShapeNode, string, type } from "../../graph/op.ts";
import type { Value } from "../../graph/types.ts";
import { withRank } from "../support/shapes.ts";

/** Outputs that pass input 0 on point to what it points to. */
// biome-ignore lint/suspicious/noExplicitAny: serves nodes of several ops
function passHandle(node: ShapeNode<any>, outputs: number): void {
  const handle = node.handle(0);
  if (handle !== undefined) for (let i = 0; i < outputs; i++) node.setHandle(i, handle);
}

// biome-ignore lint/suspicious/noExplicitAny: serves nodes of several ops
function unchanged([x]: Shape[], node: ShapeNode<any>): Shape[] {
  passHandle(node, 1);
  return [x];
}

const loopGradient = missing("the gradient of a loop follows from the loop as a whole");

function switched([data, pred]: Shape[], node: ShapeNode<{ T: unknown }>): Shape[] {
  withRank(pred, 0);
  passHandle(node, 2);
  return [data, data];
}

export const Switch = op("Switch", {
  inputs: ["data: T", "pred: bool"],
  outputs: ["output_false: T", "output_true: T"],
  attrs: { T: type() },
  shape: switched,
  lower: dataflow("switch"),
  // Each branch's gradient lives only where its branch was taken.
  grad: (t, [whenFalse, whenTrue], [, pred]) => [
    t.Merge([t.Switch(whenFalse!, pred)[0], t.Switch(whenTrue!, pred)[1]])[0],
    null,
  ],
});

export const RefSwitch = op("RefSwitch", {
  inputs: ["data: Ref(T)", "pred: bool"],
  outputs: ["output_false: Ref(T)", "output_true: Ref(T)"],
  attrs: { T: type() },
  shape: switched,
  lower: dataflow("switch"),
  grad: (t, [whenFalse, whenTrue], [, pred]) => [
    t.Merge([t.Switch(whenFalse!, pred)[0], t.Switch(whenTrue!, pred)[1]])[0],
    null,
  ],
});

// biome-ignore lint/suspicious/noExplicitAny: serves nodes of several ops
function merged(x: Shape[], node: ShapeNode<any>): Shape[] {
  passHandle(node, 1);
  return [x.reduce((known, next) => relaxShapes(known, next)), []];
}

export const Merge = op("Merge", {
  inputs: ["inputs: N * T"],
  outputs: ["output: T", "value_index: int32"],
  attrs: { T: type(), N: atLeast(1) },
  shape: merged,
  lower: dataflow("merge"),
  // The gradient flows to the input that came through.
  grad: (t, [dy], x, [, index]) => {
    const taken = x.map((_, i) => t.Equal(index, i));
    return taken.map((isTaken): Value => t.Switch(dy!, isTaken)[1]);
  },
});

export const RefMerge = op("RefMerge", {
  inputs: ["inputs: N * Ref(T)"],
  outputs: ["output: Ref(T)", "value_index: int32"],
  attrs: { T: type(), N: atLeast(1) },
  shape: merged,
  lower: dataflow("merge"),
  grad: (t, [dy], x, [, index]) => {
    const taken = x.map((_, i) => t.Equal(index, i));
    return taken.map((isTaken): Value => t.Switch(dy!, isTaken)[1]);
  },
});

const entry = { T: type(), frame_name: string(), is_constant: bool(false), parallel_iterations: int(10) };

/** Only what stays the same in all iterations is known to keep its shape. */
function entered([x]: Shape[], node: ShapeNode<{ is_constant: boolean }>): Shape[] {
  passHandle(node, 1);
  return [node.attrs.is_constant ? x : null];
}

export const Enter = op("Enter", {
  inputs: ["data: T"],
  outputs: ["output: T"],
  attrs: entry,
  shape: entered,
  lower: dataflow("enter"),
  grad: loopGradient,
});

export const RefEnter = op("RefEnter", {
  inputs: ["data: Ref(T)"],
  outputs: ["output: Ref(T)"],
  attrs: entry,
  shape: unchanged,
  lower: dataflow("enter"),
  grad: loopGradient,
});

export const Exit = op("Exit", {
  inputs: ["data: T"],
  outputs: ["output: T"],
  attrs: { T: type() },
  shape: unchanged,
  lower: dataflow("exit"),
  grad: loopGradient,
});

export const RefExit = op("RefExit", {
  inputs: ["data: Ref(T)"],
  outputs: ["output: Ref(T)"],
  attrs: { T: type() },
  shape: unchanged,
  lower: dataflow("exit"),
  grad: loopGradient,
});

export const NextIteration = op("NextIteration", {
  inputs: ["data: T"],
  outputs: ["output: T"],
  attrs: { T: type() },
  shape: unchanged,
  lower: dataflow("nextIteration"),
  grad: loopGradient,
});

export const RefNextIteration = op("RefNextIteration", {
  inputs: ["data: Ref(T)"],
  outputs: ["output: Ref(T)"],
  attrs: { T: type() },
  shape: unchanged,
  lower: dataflow("nextIteration"),
  grad: loopGradient,
});

export const LoopCond = op("LoopCond", {
  inputs: ["input: bool"],
  outputs: ["output: bool"],
  attrs: {},
  shape: ([x]) => [withRank(x, 0)],
  lower: dataflow("loopCondition"),
  grad: none("it decides"),
});

export const ControlTrigger = op("ControlTrigger", {
  inputs: [],
  outputs: [],
  attrs: {},
  shape: () => [],
  lower: dataflow("trigger"),
  grad: missing("it has no inputs"),
});
