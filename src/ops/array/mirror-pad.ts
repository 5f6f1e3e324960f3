// Padding by reflection at the borders.
import { invalidArgument } from "../../base/errors.ts";
import { type Dims, elementCount, type Shape, strides, UNKNOWN } from "../../base/shape.ts";
import { type LowerNode, routine, type ScalarMath, type ViewPiece, view } from "../../graph/lowering.ts";
import { oneOf, op, type ShapeNode, type, typeOr } from "../../graph/op.ts";
import type { Buffer, KernelBuilder } from "../../ir/builder.ts";
import { copyAll, position, unravel } from "../support/loops.ts";
import { knownIntegers, unknownSizes } from "../support/shapes.ts";
import { movingObjects } from "../support/strings.ts";
import { integers } from "../support/values.ts";
import { type Paddings, paddedRank, pairs } from "./pad.ts";

type Mode = "REFLECT" | "SYMMETRIC";
/** REFLECT leaves the border element out, SYMMETRIC repeats it. */
const skipped = (mode: Mode): number => (mode === "REFLECT" ? 1 : 0);

const attrs = {
  T: type(),
  Tpaddings: typeOr("int32", "int32", "int64"),
  mode: oneOf(["REFLECT", "SYMMETRIC"]),
};

function checkPaddings(sizes: Dims, paddings: Paddings, mode: Mode): void {
  sizes.forEach((size, axis) => {
    const [before, after] = paddings[axis];
    if (before < 0 || after < 0) throw invalidArgument(`paddings must be non-negative: ${before} ${after}`);
    if (mode === "REFLECT" && size >= 0 && (before >= size || after >= size))
      throw invalidArgument(
        `paddings must be less than the dimension size: ${before}, ${after} not less than ${size}`,
      );
    if (mode === "SYMMETRIC" && size >= 0 && (before > size || after > size))
      throw invalidArgument(
        `paddings must be no greater than the dimension size: ${before}, ${after} greater than ${size}`,
      );
  });
}

/** The padded shape, or the unpadded one if `sign` is -1. */
// biome-ignore lint/suspicious/noExplicitAny: helpers serve nodes of all attr types
function mirroredShape([x, paddingsShape]: Shape[], node: ShapeNode<any>, sign: 1 | -1): Shape[] {
  const rank = paddedRank(x, paddingsShape);
  if (rank < 0) return [null];
  const flat = knownIntegers(node, 1);
  if (flat === undefined || x === null) return [unknownSizes(rank)];
  const paddings = pairs(flat);
  const out = x.map((size, axis) =>
    size < 0 ? UNKNOWN : size + sign * (paddings[axis][0] + paddings[axis][1]),
  );
  checkPaddings(sign > 0 ? x : out, paddings, node.attrs.mode);
  return [out];
}

/** A run of one axis: `count` results from `to` on read the input from `from` on, forwards or backwards. */
interface Run {
  readonly to: number;
  readonly from: number;
  readonly count: number;
  readonly step: 1 | -1;
}

function runsOf(size: number, [before, after]: readonly [number, number], skip: number): Run[] {
  const runs: Run[] = [
    { to: 0, from: before - 1 + skip, count: before, step: -1 },
    { to: before, from: 0, count: size, step: 1 },
    { to: before + size, from: size - 1 - skip, count: after, step: -1 },
  ];
  return runs.filter(({ count }) => count > 0);
}

/** Every combination of one run an axis. */
function combinations(axes: readonly (readonly Run[])[]): Run[][] {
  return axes.reduce<Run[][]>((all, runs) => all.flatMap((left) => runs.map((run) => [...left, run])), [[]]);
}

function mirrorPieces<A extends { mode: Mode }>(node: LowerNode<A>): ViewPiece[] {
  const { shape } = node.inputs[0];
  const paddings = pairs(integers(node.value(1)));
  const own = strides(shape);
  const out = strides(node.outputs[0].shape);
  const runs = shape.map((size, axis) => runsOf(size, paddings[axis], skipped(node.attrs.mode)));
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  return combinations(runs).map((choice) => ({
    input: 0,
    output: 0,
    shape: choice.map(({ count }) => count),
    inputOffset: sum(choice.map(({ from }, axis) => from * own[axis])),
    inputStrides: choice.map(({ step }, axis) => step * own[axis]),
    outputOffset: sum(choice.map(({ to }, axis) => to * out[axis])),
    outputStrides: out,
  }));
}

export const MirrorPad = op("MirrorPad", {
  inputs: ["input: T", "paddings: Tpaddings"],
  outputs: ["output: T"],
  attrs,
  shape: (x, node) => mirroredShape(x, node, 1),
  lower: movingObjects(view((node) => ({ pieces: mirrorPieces(node) }))),
  // dx = dy with its mirrored parts added back
  grad: (t, [dy], [, paddings], _y, { attrs: { mode } }) => [t.MirrorPadGrad(dy!, paddings, { mode }), null],
});

/** Adds the mirrored parts of one axis onto where they came from. */
function foldAxis(
  k: KernelBuilder,
  m: ScalarMath,
  sum: Buffer,
  shape: Dims,
  axis: number,
  run: Run,
  before: number,
): void {
  const box = shape.with(axis, 1);
  const steps = strides(shape);
  k.serial(run.count, (i) => {
    k.parallel(elementCount(box), (flat) => {
      const index = unravel(m, flat, box);
      const from = index.with(axis, m.add(i, run.to));
      const to = index.with(axis, m.add(m.mul(i, run.step), run.from + before));
      const at = k.hold(position(m, to, steps));
      k.store(sum, at, m.add(k.load(sum, at), k.load(sum, position(m, from, steps))));
    });
  });
}

export const MirrorPadGrad = op("MirrorPadGrad", {
  inputs: ["input: T", "paddings: Tpaddings"],
  outputs: ["output: T"],
  attrs,
  shape: (x, node) => mirroredShape(x, node, -1),
  lower: routine((k, m, node: LowerNode<{ mode: Mode }>) => {
    const { dtype, shape } = node.inputs[0];
    const out = node.outputs[0].shape;
    const paddings = pairs(integers(node.value(1)));
    const sum = k.temporary(dtype, elementCount(shape));
    copyAll(k, m, k.input(0), sum);
    out.forEach((size, axis) => {
      for (const run of runsOf(size, paddings[axis], skipped(node.attrs.mode)))
        if (run.step < 0) foldAxis(k, m, sum, shape, axis, run, paddings[axis][0]);
    });
    const y = k.output(0);
    const steps = strides(shape);
    const offset = steps.reduce((at, step, axis) => at + step * paddings[axis][0], 0);
    k.parallel(y.count, (i) => k.store(y, i, k.load(sum, position(m, unravel(m, i, out), steps, offset))));
  }),
  // d(dy) = the incoming gradient, mirrored
  grad: (t, [ddx], [, paddings], _y, { attrs: { mode } }) => [t.MirrorPad(ddx!, paddings, { mode }), null],
});
