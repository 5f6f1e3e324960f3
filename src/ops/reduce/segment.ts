// Reductions of sorted segments: SegmentSum, SegmentMean, SegmentProd, SegmentMax, SegmentMin.
import { type DTypeName, isComplex, isFloating } from "../../base/dtypes.ts";
import { invalidArgument } from "../../base/errors.ts";
import { elementCount, type Shape, UNKNOWN } from "../../base/shape.ts";
import { type LowerNode, routine, type Routine, type ScalarMath } from "../../graph/lowering.ts";
import { op, type ShapeNode, type } from "../../graph/op.ts";
import type { KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { knownIntegers, withRankAtLeast } from "../support/shapes.ts";
import { numberTypes, realNumberTypes } from "../support/type-lists.ts";
import {
  segmentExtremumGradient,
  segmentMeanGradient,
  segmentProdGradient,
  takeRows,
} from "./segment-gradients.ts";

/** The last id says how many rows come out: the ids must be known to say more than the shape of a row. */
function segmentShape([data, ids]: Shape[], node: ShapeNode): Shape[] {
  if (ids !== null && ids.length !== 1) throw invalidArgument("segment_ids should be a vector.");
  withRankAtLeast(data, 1);
  if (data === null) return [null];
  if (ids !== null && ids[0] >= 0 && data[0] >= 0 && ids[0] !== data[0])
    throw invalidArgument("segment_ids should be the same size as dimension 0 of input.");
  const known = knownIntegers(node, 1);
  if (known === undefined) return [[UNKNOWN, ...data.slice(1)]];
  const rows = known.length === 0 ? 0 : known[known.length - 1] + 1;
  if (rows < 0) throw invalidArgument("segment ids must be >= 0");
  return [[rows, ...data.slice(1)]];
}

interface SegmentRule {
  /** What a segment without rows holds. */
  readonly gap: number;
  readonly wide?: boolean;
  readonly combine: (m: ScalarMath, total: Scalar, x: Scalar) => Scalar;
  readonly finish?: (m: ScalarMath, total: Scalar, count: Scalar) => Scalar;
}

/** Sums are made in twice the precision and rounded once. */
function totalType(dtype: DTypeName, wide: boolean): DTypeName {
  if (!wide) return dtype;
  if (isComplex(dtype)) return "complex128";
  return isFloating(dtype) ? "float64" : dtype;
}

/** Ids must not fall and must lie below the last one, which made the output. */
function checkIds(k: KernelBuilder, m: ScalarMath, count: number, rows: number): void {
  const ids = k.input(1);
  const previous = k.cell(ids.dtype, 0);
  k.serial(count, (i) => {
    const id = k.hold(k.load(ids, i));
    const grows = m.or(m.eq(i, 0), m.ge(id, previous.get()));
    k.check(grows, "INVALID_ARGUMENT", "segment ids are not increasing");
    const inRange = m.and(m.ge(id, 0), m.lt(id, rows));
    const message = "Segment id %0 out of range [0, %1), possibly because 'segment_ids' input is not sorted.";
    k.check(inRange, "INVALID_ARGUMENT", message, [id, m.constant("int32", rows)]);
    previous.set(id);
  });
}

function writeSegments(
  k: KernelBuilder,
  m: ScalarMath,
  node: Pick<LowerNode, "inputs" | "outputs">,
  rule: SegmentRule,
): void {
  const [count, ...rest] = node.inputs[0].shape;
  const inner = elementCount(rest);
  const [data, ids, output] = [k.input(0), k.input(1), k.output(0)];
  const { dtype } = data;
  const summed = totalType(dtype, rule.wide === true);
  checkIds(k, m, count, node.outputs[0].shape[0]);
  if (rule.gap !== 0) k.parallel(output.count, (i) => k.store(output, i, rule.gap));
  if (count === 0) return;
  const finish = rule.finish ?? ((_, total) => total);
  k.parallel(inner, (j) => {
    const total = k.cell(summed, 0);
    const members = k.cell("int32", 0);
    k.serial(count, (row) => {
      const x = k.hold(m.cast(k.load(data, m.add(m.mul(row, inner), j)), summed));
      const sum = rule.combine(m, total.get(), x);
      total.set(m.select(m.eq(members.get(), 0), x, sum));
      members.set(m.add(members.get(), 1));
      const id = k.hold(k.load(ids, row));
      const isLast = m.eq(row, count - 1);
      const next = m.select(isLast, row, m.add(row, 1));
      k.if(m.or(isLast, m.ne(k.load(ids, next), id)), () => {
        const result = m.cast(finish(m, total.get(), members.get()), dtype);
        k.store(output, m.add(m.mul(m.cast(id, "int32"), inner), j), result, true);
        members.set(0);
      });
    });
  });
}

const segments = (rule: SegmentRule): Routine<unknown> =>
  routine((k, m, node) => writeSegments(k, m, node, rule));

const signature = {
  inputs: ["data: T", "segment_ids: Tindices"],
  outputs: ["output: T"],
  shape: segmentShape,
} as const;
const numbers = { T: type(...numberTypes), Tindices: type("int32", "int64") };
const reals = { T: type(...realNumberTypes), Tindices: type("int32", "int64") };

export const SegmentSum = op("SegmentSum", {
  ...signature,
  attrs: numbers,
  lower: segments({ gap: 0, wide: true, combine: (m, total, x) => m.add(total, x) }),
  grad: (t, [dy], [, ids]) => [takeRows(t, dy!, ids), null],
});

/** Complex totals are divided part by part. */
function divide(m: ScalarMath, total: Scalar, count: Scalar): Scalar {
  if (total.im === null) return m.div(total, m.cast(count, total.dtype));
  const wide = m.cast(count, "float64");
  return m.makeComplex(m.div(m.realPart(total), wide), m.div(m.imagPart(total), wide));
}

export const SegmentMean = op("SegmentMean", {
  ...signature,
  attrs: numbers,
  lower: segments({ gap: 0, wide: true, combine: (m, total, x) => m.add(total, x), finish: divide }),
  grad: (t, [dy], [data, ids]) => [segmentMeanGradient(t, dy!, data, ids), null],
});

export const SegmentProd = op("SegmentProd", {
  ...signature,
  attrs: numbers,
  lower: segments({ gap: 1, combine: (m, total, x) => m.mul(total, x) }),
  grad: (t, [dy], [data, ids], [y]) => [segmentProdGradient(t, dy!, data, ids, y), null],
});

export const SegmentMax = op("SegmentMax", {
  ...signature,
  attrs: reals,
  lower: segments({ gap: 0, combine: (m, total, x) => m.max(total, x) }),
  grad: (t, [dy], [data, ids], [y]) => [segmentExtremumGradient(t, dy!, data, ids, y), null],
});

export const SegmentMin = op("SegmentMin", {
  ...signature,
  attrs: reals,
  lower: segments({ gap: 0, combine: (m, total, x) => m.min(total, x) }),
  grad: (t, [dy], [data, ids], [y]) => [segmentExtremumGradient(t, dy!, data, ids, y), null],
});
