// Softmax and LogSoftmax over the last axis.
import { invalidArgument } from "../../base/errors.ts";
import { elementCount, type Shape, shapeText } from "../../base/shape.ts";
import { type LowerNode, routine, type ScalarMath } from "../../graph/lowering.ts";
import { op, type ShapeNode, type } from "../../graph/op.ts";
import type { KernelBuilder } from "../../ir/builder.ts";
import { reject } from "../support/shapes.ts";
import { floatTypes } from "../support/type-lists.ts";
import { rowStatistics } from "./row-statistics.ts";

function softmaxShape([x]: Shape[], node: ShapeNode): Shape[] {
  if (x !== null && x.length < 1)
    reject(
      node,
      `logits must have >= 1 dimension, got ${shapeText(x)}`,
      `Shape must be at least rank 1 but is rank 0`,
    );
  return [x];
}

function writeSoftmax(k: KernelBuilder, m: ScalarMath, node: LowerNode, isLog: boolean): void {
  const { shape } = node.inputs[0];
  const classes = shape[shape.length - 1];
  if (classes === undefined)
    throw invalidArgument(`logits must have >= 1 dimension, got ${shapeText(shape)}`);
  const [input, output] = [k.input(0), k.output(0)];
  k.parallel(elementCount(shape.slice(0, -1)), (row) => {
    const start = k.hold(m.mul(row, classes));
    const { shifted, sum } = rowStatistics(k, m, classes, (i) => k.load(input, m.add(start, i)));
    const logSum = isLog ? k.hold(m.log(sum)) : sum;
    k.parallel(classes, (i) => {
      const x = shifted(i);
      k.store(output, m.add(start, i), isLog ? m.sub(x, logSum) : m.div(m.exp(x), sum));
    });
  });
}

const signature = { inputs: ["logits: T"], attrs: { T: type(...floatTypes) }, shape: softmaxShape } as const;

export const Softmax = op("Softmax", {
  ...signature,
  outputs: ["softmax: T"],
  lower: routine((k, m, node) => writeSoftmax(k, m, node, false)),
  // dx = (dy - sum(dy y)) y
  grad: (t, [dy], _, [y]) => {
    const sum = t.Sum(t.Mul(dy!, y, { name: "mul" }), -1, { keep_dims: true });
    return [t.Mul(t.Sub(dy!, sum, { name: "sub" }), y, { name: "mul" })];
  },
});

export const LogSoftmax = op("LogSoftmax", {
  ...signature,
  outputs: ["logsoftmax: T"],
  lower: routine((k, m, node) => writeSoftmax(k, m, node, true)),
  // dx = dy - sum(dy) softmax
  grad: (t, [dy], _, [y]) => {
    const softmax = t.Exp(y);
    const sum = t.Sum(dy!, -1, { keep_dims: true });
    return [t.Sub(dy!, t.Mul(sum, softmax, { name: "mul" }), { name: "sub" })];
  },
});
