// Cross entropy of softmax, with labels as distributions or as class numbers.
import { invalidArgument } from "../../base/errors.ts";
import { type Shape, shapeText, tryBroadcast, UNKNOWN } from "../../base/shape.ts";
import { type LowerNode, routine, type ScalarMath } from "../../graph/lowering.ts";
import { type GradientBuilder, op, type ShapeNode, type, typeOr } from "../../graph/op.ts";
import type { Value } from "../../graph/types.ts";
import type { Buffer, KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { floatTypes } from "../support/type-lists.ts";
import { rowStatistics } from "./row-statistics.ts";

function denseShape([logits, labels]: Shape[]): Shape[] {
  const both = tryBroadcast(logits, labels);
  if (both === null)
    throw invalidArgument(
      "logits and labels must be broadcastable: " +
        `logits_size=${shapeText(logits)} labels_size=${shapeText(labels)}`,
    );
  const { shape } = both;
  if (shape !== null && shape.length !== 2)
    throw invalidArgument(
      "logits and labels must be either 2-dimensional, or broadcasted to be 2-dimensional",
    );
  const [rows, classes] = shape ?? [UNKNOWN, UNKNOWN];
  return [[rows], [rows, classes]];
}

/** Reads element (row, i) of an operand that may be broadcast to two dimensions. */
function reader(k: KernelBuilder, m: ScalarMath, buffer: Buffer): (row: Scalar, i: Scalar) => Scalar {
  const [rows, columns] = buffer.shape.length === 2 ? buffer.shape : [1, buffer.shape[0] ?? 1];
  const rowStep = rows === 1 ? 0 : columns;
  const columnStep = columns === 1 ? 0 : 1;
  return (row, i) => k.load(buffer, m.add(m.mul(row, rowStep), m.mul(i, columnStep)));
}

/** With x less its maximum: loss = sum(labels (log(sum(exp(x))) - x)), d loss / d x = softmax(x) - labels. */
function writeDense(k: KernelBuilder, m: ScalarMath, node: LowerNode): void {
  const [rows, classes] = node.outputs[1].shape;
  const logit = reader(k, m, k.input(0));
  const label = reader(k, m, k.input(1));
  const [loss, backprop] = [k.output(0), k.output(1)];
  k.parallel(rows, (row) => {
    const { shifted, sum } = rowStatistics(k, m, classes, (i) => logit(row, i));
    const logSum = k.hold(m.log(sum));
    const total = k.cell("float64", 0);
    k.serial(classes, (i) => {
      const x = k.hold(shifted(i));
      const target = k.hold(label(row, i));
      total.set(m.add(total.get(), m.cast(m.mul(target, m.sub(logSum, x)), "float64")));
      k.store(backprop, m.add(m.mul(row, classes), i), m.sub(m.div(m.exp(x), sum), target));
    });
    k.store(loss, row, m.cast(total.get(), loss.dtype));
  });
}

function sparseShape([logits, labels]: Shape[], node: ShapeNode): Shape[] {
  if (logits !== null && logits.length !== 2)
    throw invalidArgument(`logits must be 2-D, but got shape ${shapeText(logits)}`);
  if (labels !== null && labels.length !== 1)
    throw invalidArgument(`labels must be 1-D, but got shape ${shapeText(labels)}`);
  const [rows, classes] = logits ?? [UNKNOWN, UNKNOWN];
  const count = labels?.[0] ?? UNKNOWN;
  if (rows >= 0 && count >= 0 && rows !== count)
    throw invalidArgument(
      "logits and labels must have the same first dimension, " +
        `got logits shape ${shapeText(logits)} and labels shape ${shapeText(labels)}`,
    );
  if (node.running && classes === 0 && rows > 0)
    throw invalidArgument(`Must have at least one class, but got logits shape ${shapeText(logits)}`);
  return [[Math.max(rows, count)], [Math.max(rows, count), classes]];
}

/** TensorFlow's message lists the labels; more than these are left out. */
const MOST_LISTED = 16;

function checkLabels(k: KernelBuilder, m: ScalarMath, labels: Buffer, classes: number): void {
  const listed = Array.from({ length: Math.min(labels.count, MOST_LISTED) }, (_, i) => k.load(labels, i));
  const places = listed.map((_, i) => `%${i + 1}`).join(" ");
  const more = labels.count > MOST_LISTED ? "..." : "";
  const message =
    `Received a label value of %0 which is outside the valid range of [0, ${classes}).  ` +
    `Label values: ${places}${more}`;
  k.serial(labels.count, (row) => {
    const label = k.hold(k.load(labels, row));
    k.check(m.and(m.ge(label, 0), m.lt(label, classes)), "INVALID_ARGUMENT", message, [label, ...listed]);
  });
}

function writeSparse(k: KernelBuilder, m: ScalarMath, node: LowerNode): void {
  const [rows, classes] = node.outputs[1].shape;
  const [logits, labels, loss, backprop] = [k.input(0), k.input(1), k.output(0), k.output(1)];
  checkLabels(k, m, labels, classes);
  k.parallel(rows, (row) => {
    const start = k.hold(m.mul(row, classes));
    const label = k.hold(m.cast(k.load(labels, row), "int32"));
    const { shifted, sum } = rowStatistics(k, m, classes, (i) => k.load(logits, m.add(start, i)));
    k.parallel(classes, (i) => {
      const probability = m.div(m.exp(shifted(i)), sum);
      const isLabel = m.eq(i, label);
      k.store(backprop, m.add(start, i), m.select(isLabel, m.sub(probability, 1), probability));
    });
    k.store(loss, row, m.sub(m.log(sum), shifted(label)));
  });
}

/** `vec[:, newaxis] * mat` */
const scaleRows = (t: GradientBuilder, vector: Value, matrix: Value): Value =>
  t.Mul(t.ExpandDims(vector, -1), matrix, { name: "mul" });

/** In graphs an output that nobody uses gets zeros: they add nothing. */
function isZeros(dy: Value): boolean {
  const { op } = dy as { op?: { readonly type?: string } };
  return op?.type === "ZerosLike";
}

/** dx = dloss (softmax - labels), and through the backprop output: (dg - <dg, softmax>) softmax. */
function logitsGradient(
  t: GradientBuilder,
  dy: readonly (Value | null)[],
  logits: Value,
  backprop: Value,
): Value | null {
  const [dLoss, dBackprop] = dy;
  const direct = dLoss === null ? null : scaleRows(t, dLoss, backprop);
  if (dBackprop === null || (direct !== null && isZeros(dBackprop))) return direct;
  const softmax = t.Softmax(logits);
  const inner = t.BatchMatMulV2(t.ExpandDims(dBackprop, 1), t.ExpandDims(softmax, 2), { name: "MatMul" });
  const centred = t.Sub(dBackprop, t.Squeeze(inner, { squeeze_dims: [1] }), { name: "sub" });
  const second = t.Mul(centred, softmax, { name: "mul" });
  return direct === null ? second : t.AddV2(direct, second, { name: "add" });
}

const outputs = ["loss: T", "backprop: T"] as const;

export const SoftmaxCrossEntropyWithLogits = op("SoftmaxCrossEntropyWithLogits", {
  inputs: ["features: T", "labels: T"],
  outputs,
  attrs: { T: type(...floatTypes) },
  shape: denseShape,
  lower: routine(writeDense),
  grad: (t, dy, [logits], [, backprop]) => {
    const dLogits = logitsGradient(t, dy, logits, backprop);
    if (dy[0] === null) return [dLogits, null];
    return [dLogits, scaleRows(t, dy[0], t.Neg(t.LogSoftmax(logits)))];
  },
});

export const SparseSoftmaxCrossEntropyWithLogits = op("SparseSoftmaxCrossEntropyWithLogits", {
  inputs: ["features: T", "labels: Tlabels"],
  outputs,
  attrs: { T: type(...floatTypes), Tlabels: typeOr("int64", "int32", "int64") },
  shape: sparseShape,
  lower: routine(writeSparse),
  grad: (t, dy, [logits], [, backprop]) => [logitsGradient(t, dy, logits, backprop), null],
});
