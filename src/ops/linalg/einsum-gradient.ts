// The gradient of Einsum: equations reversed, reduced labels spread again, broadcast axes summed.
import { isFullyDefined, sameDims } from "../../base/shape.ts";
import type { GradientBuilder } from "../../graph/op.ts";
import type { Value } from "../../graph/types.ts";
import { concatenate, elementOf, shapeOf, sliceVector } from "../support/functions.ts";
import { integerTensor } from "../support/values.ts";

const ELLIPSIS = "...";

/** The axis of a label, counted from the end if it stands behind the ellipsis. */
function axisOf(subscripts: string, label: string): number {
  const [front, back] = subscripts.split(ELLIPSIS);
  const at = front.indexOf(label);
  return at >= 0 ? at : back.indexOf(label) - back.length;
}

/** Labels of the first subscripts that are not in the others. */
const labelsOutside = (subscripts: string, ...others: string[]): string[] =>
  [...new Set(subscripts)].filter((label) => label !== "." && !others.some((other) => other.includes(label)));

const hasRepeats = (subscripts: string): boolean => new Set(subscripts).size < subscripts.length;

interface Operand {
  readonly subscripts: string;
  readonly shape: Value;
  readonly rank: number | undefined;
}

const einsum = (t: GradientBuilder, inputs: readonly Value[], equation: string): Value =>
  t.Einsum(inputs, { equation });

/** `tf.ones` of a known length. */
const onesVector = (t: GradientBuilder, length: number): Value =>
  t.literal(integerTensor(new Array<number>(length).fill(1), "int32"), "int32", "ones");

/** Undoes a sum over labels: the gradient is repeated along their axes. */
function unreduce(
  t: GradientBuilder,
  dy: Value,
  outputSubs: string,
  input: Operand,
  reduced: readonly string[],
): Value {
  const { subscripts, shape } = input;
  const sizes = t.Pack(
    reduced.map((label) => elementOf(t, shape, axisOf(subscripts, label))),
    { name: "stack" },
  );
  const kept = [...subscripts].filter((label) => !reduced.includes(label)).join("");
  const isPlainSum =
    !hasRepeats(subscripts.replace(ELLIPSIS, "")) && !hasRepeats(outputSubs.replace(ELLIPSIS, ""));
  if (isPlainSum && kept === outputSubs) return spreadInPlace(t, dy, input, reduced);
  const dyShape = shapeOf(t, dy);
  const spreadShape = concatenate(t, [sizes, dyShape], 0);
  const keptShape = concatenate(t, [onesVector(t, reduced.length), dyShape], 0);
  const spread = t.BroadcastTo(t.Reshape(dy, keptShape), spreadShape);
  return einsum(t, [spread], `${reduced.join("")}${outputSubs}->${subscripts}`);
}

/** The order of axes is the output's: a reshape and a broadcast are enough. */
function spreadInPlace(t: GradientBuilder, dy: Value, input: Operand, reduced: readonly string[]): Value {
  const axes = reduced.map((label) => axisOf(input.subscripts, label));
  const { shape, rank } = input;
  const rankValue = t.literal(rank ?? -1, "int32", "Size");
  const limit = rank === undefined ? t.Size(shape) : rankValue;
  const range = t.Range(0, limit, 1, { name: "range" });
  const wrapped = t.FloorMod(t.AddV2(integerTensor(axes, "int32"), limit, { name: "add" }), limit, {
    name: "mod",
  });
  const kept = t.DynamicStitch([range, wrapped], [shape, onesVector(t, axes.length)]);
  return t.BroadcastTo(t.Reshape(dy, kept), shape);
}

function gradientOf(
  t: GradientBuilder,
  dy: Value,
  outputSubs: string,
  input: Operand,
  other: Value,
  otherSubs: string,
): Value {
  const reduced = labelsOutside(input.subscripts, outputSubs, otherSubs);
  const left = [...input.subscripts].filter((label) => !reduced.includes(label)).join("");
  const partial = einsum(t, [dy, other], `${outputSubs},${otherSubs}->${left}`);
  return reduced.length === 0 ? partial : unreduce(t, partial, left, input, reduced);
}

/** Where the ellipsis' axes begin and (from the end) stop. */
function ellipsisRange(subscripts: string): [start: number, end: number | null] {
  const start = subscripts.indexOf(ELLIPSIS);
  if (start < 0) return [0, 0];
  const remaining = subscripts.length - (start + ELLIPSIS.length);
  return [start, remaining > 0 ? -remaining : null];
}

const operandOf = (t: GradientBuilder, x: Value, subscripts: string): Operand => ({
  subscripts,
  shape: shapeOf(t, x),
  rank: x.shape?.length,
});

export function einsumGradient(
  t: GradientBuilder,
  dy: Value,
  x: readonly Value[],
  equation: string,
): Value[] {
  const [inputSubs, outputSubs] = equation.split("->");
  if (x.length === 1) {
    const reduced = labelsOutside(inputSubs, outputSubs);
    if (reduced.length === 0) return [einsum(t, [dy], `${outputSubs}->${inputSubs}`)];
    return [unreduce(t, dy, outputSubs, operandOf(t, x[0], inputSubs), reduced)];
  }
  const withEllipsis = (subscripts: string): string =>
    outputSubs.includes(ELLIPSIS) && !subscripts.includes(ELLIPSIS) ? subscripts + ELLIPSIS : subscripts;
  const [aSubs, bSubs] = inputSubs.split(",").map(withEllipsis);
  const a = operandOf(t, x[0], aSubs);
  const b = operandOf(t, x[1], bSubs);
  const da = gradientOf(t, dy, outputSubs, a, x[1], bSubs);
  const db = gradientOf(t, dy, outputSubs, b, x[0], aSubs);
  return outputSubs.includes(ELLIPSIS) ? unbroadcast(t, x, [a, b], [da, db]) : [da, db];
}

/** Sums gradients over the ellipsis axes that were broadcast. */
function unbroadcast(
  t: GradientBuilder,
  x: readonly Value[],
  operands: readonly Operand[],
  gradients: readonly Value[],
): Value[] {
  const ranges = operands.map(({ subscripts }) => ellipsisRange(subscripts));
  const known = x.map(({ shape }, i) =>
    isFullyDefined(shape) ? shape.slice(ranges[i][0], ranges[i][1] ?? undefined) : null,
  );
  if (known[0] !== null && known[1] !== null && sameDims(known[0], known[1])) return [...gradients];
  const batches = operands.map(({ shape }, i) => sliceVector(t, shape, ranges[i][0], ranges[i][1]));
  const reductions = t.BroadcastGradientArgs(batches[0], batches[1]);
  return gradients.map((gradient, i) => {
    const axes = t.AddV2(ranges[i][0], reductions[i], { name: "add" });
    return t.Reshape(t.Sum(gradient, axes), operands[i].shape);
  });
}
