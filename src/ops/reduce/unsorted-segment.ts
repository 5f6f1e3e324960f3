// Reductions of segments in any order: the four UnsortedSegment ops.
import { invalidArgument } from "../../base/errors.ts";
import { elementCount, type Shape, shapeText, strides, UNKNOWN } from "../../base/shape.ts";
import { type LowerNode, routine, type Routine, type ScalarMath } from "../../graph/lowering.ts";
import { op, type ShapeNode, type, typeOr } from "../../graph/op.ts";
import type { Buffer, KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { highest, lowest } from "../support/limits.ts";
import { knownInteger, reject } from "../support/shapes.ts";
import { numberTypes, realNumberTypes } from "../support/type-lists.ts";
import { takeRowsOrZero, unsortedExtremumGradient, unsortedProdGradient } from "./segment-gradients.ts";

function unsortedShape([data, ids, count]: Shape[], node: ShapeNode): Shape[] {
  if (count !== null && count.length !== 0)
    reject(
      node,
      `num_segments should be a scalar, not shape ${shapeText(count)}`,
      `Shape must be rank 0 but is rank ${count.length}`,
    );
  const rows = knownInteger(node, 2) ?? UNKNOWN;
  if (rows < 0 && node.constant(2) !== undefined)
    reject(
      node,
      `Input num_segments == ${rows} must not be negative.`,
      `Dimension size, given by scalar input 2, must be non-negative but is ${rows}`,
    );
  if (data === null || ids === null) return [null];
  const starts =
    ids.length <= data.length && ids.every((size, i) => size < 0 || data[i] < 0 || size === data[i]);
  if (!starts)
    throw invalidArgument(
      `data.shape = ${shapeText(data)} does not start with segment_ids.shape = ${shapeText(ids)}`,
    );
  return [[rows, ...data.slice(ids.length)]];
}

type Combine = (m: ScalarMath, total: Scalar, x: Scalar) => Scalar;
type First = (dtype: Scalar["dtype"]) => number | bigint;

/** "segment_ids[1,0] = 5 is out of range [0, 3)" */
function checkIds(k: KernelBuilder, m: ScalarMath, ids: Buffer, rows: number): void {
  const steps = strides(ids.shape);
  const places = steps.map((_, axis) => `%${axis}`).join(",");
  const where = steps.length === 0 ? "segment_ids" : `segment_ids[${places}]`;
  const message = `${where} = %${steps.length} is out of range [0, ${rows})`;
  k.serial(ids.count, (i) => {
    const id = k.hold(k.load(ids, i));
    const place = steps.map((step, axis) => m.rem(m.div(i, step), ids.shape[axis]));
    k.check(m.lt(id, rows), "INVALID_ARGUMENT", message, [...place, id]);
  });
}

function writeUnsorted(
  k: KernelBuilder,
  m: ScalarMath,
  node: Pick<LowerNode, "outputs">,
  first: First,
  combine: Combine,
): void {
  const [data, ids, output] = [k.input(0), k.input(1), k.output(0)];
  const [rows, ...rest] = node.outputs[0].shape;
  const inner = elementCount(rest);
  checkIds(k, m, ids, rows);
  const start = first(data.dtype);
  if (start !== 0) k.parallel(output.count, (i) => k.store(output, i, start));
  k.parallel(inner, (j) => {
    k.serial(ids.count, (i) => {
      const id = k.hold(k.load(ids, i));
      k.if(m.ge(id, 0), () => {
        const at = k.hold(m.add(m.mul(m.cast(id, "int32"), inner), j));
        const x = k.load(data, m.add(m.mul(i, inner), j));
        k.store(output, at, combine(m, k.load(output, at, true), x), true);
      });
    });
  });
}

const unsorted = (first: First, combine: Combine): Routine<unknown> =>
  routine((k, m, node) => writeUnsorted(k, m, node, first, combine));

const signature = {
  inputs: ["data: T", "segment_ids: Tindices", "num_segments: Tnumsegments"],
  outputs: ["output: T"],
  shape: unsortedShape,
} as const;
const counts = { Tnumsegments: typeOr("int32", "int32", "int64") };
const numbers = { T: type(...numberTypes), Tindices: type("int32", "int64"), ...counts };
const reals = { T: type(...realNumberTypes), Tindices: type("int32", "int64"), ...counts };

export const UnsortedSegmentSum = op("UnsortedSegmentSum", {
  ...signature,
  attrs: { ...numbers, Tindices: type("int16", "int32", "int64") },
  lower: unsorted(
    () => 0,
    (m, total, x) => m.add(total, x),
  ),
  grad: (t, [dy], [, ids]) => [takeRowsOrZero(t, dy!, ids).rows, null, null],
});

export const UnsortedSegmentProd = op("UnsortedSegmentProd", {
  ...signature,
  attrs: numbers,
  lower: unsorted(
    () => 1,
    (m, total, x) => m.mul(total, x),
  ),
  grad: (t, [dy], inputs, [y]) => [unsortedProdGradient(t, dy!, inputs, y), null, null],
});

export const UnsortedSegmentMax = op("UnsortedSegmentMax", {
  ...signature,
  attrs: reals,
  lower: unsorted(lowest, (m, total, x) => m.max(total, x)),
  grad: (t, [dy], inputs, [y]) => [unsortedExtremumGradient(t, dy!, inputs, y), null, null],
});

export const UnsortedSegmentMin = op("UnsortedSegmentMin", {
  ...signature,
  attrs: reals,
  lower: unsorted(highest, (m, total, x) => m.min(total, x)),
  grad: (t, [dy], inputs, [y]) => [unsortedExtremumGradient(t, dy!, inputs, y), null, null],
});
