// Distinct elements or rows in order of first appearance; and what one list has that another has not.
import { invalidArgument } from "../../base/errors.ts";
import { elementCount, type Shape, shapeText, UNKNOWN } from "../../base/shape.ts";
import { type LowerNode, routine } from "../../graph/lowering.ts";
import { missing, op, type ShapeNode, type, typeOr } from "../../graph/op.ts";
import { type Rows, RowNumbers } from "../support/hash-table.ts";
import { copyRun } from "../support/loops.ts";
import { fromFront, knownIntegers, reject } from "../support/shapes.ts";
import { movingObjects } from "../support/strings.ts";
import { integers } from "../support/values.ts";

/** The distinct rows, each row's index into them and, if there is a third output, how often each occurs. */
function distinct(axisOf: (node: LowerNode) => number | null) {
  return routine((k, m, node) => {
    const { shape } = node.inputs[0];
    const axis = axisOf(node);
    const at = axis ?? 0;
    const size = axis === null ? elementCount(shape) : shape[at];
    const outer = axis === null ? 1 : elementCount(shape.slice(0, at));
    const inner = axis === null ? 1 : elementCount(shape.slice(at + 1));
    const x = k.input(0);
    const y = k.output(0, axis === null ? [size] : shape);
    const indices = k.output(1);
    const counts = node.outputs.length === 3 ? k.output(2, [size]) : null;
    const numbers = new RowNumbers(k, m, { buffer: x, outer, size, inner });
    k.serial(size, (row) => {
      const number = k.hold(numbers.add(row));
      k.store(indices, row, m.cast(number, indices.dtype));
      if (counts !== null) k.store(counts, number, m.add(k.load(counts, number, true), 1), true);
    });
    const count = k.hold(numbers.count);
    k.serial(outer, (o) => {
      k.serial(count, (number) => {
        const row = k.load(numbers.first, number, true);
        const from = m.mul(m.add(m.mul(o, size), row), inner);
        copyRun(k, m, inner, [x, from], [y, m.mul(m.add(m.mul(o, count), number), inner)]);
      });
    });
    k.setCount(0, at, count);
    if (counts !== null) k.setCount(2, 0, count);
  });
}

// biome-ignore lint/suspicious/noExplicitAny: helpers serve nodes of all attr types
type AnyNode = ShapeNode<any>;

function uniqueShape([x]: Shape[], node: AnyNode, outputs: number): Shape[] {
  if (x !== null && x.length !== 1)
    reject(node, "unique expects a 1D vector.", `Shape must be rank 1 but is rank ${x.length}`);
  return [[UNKNOWN], x ?? [UNKNOWN], [UNKNOWN]].slice(0, outputs);
}

/** The axis of a V2 op: an empty vector stands for the whole vector. */
function uniqueAxis(axes: readonly number[], rank: number): number | null {
  if (axes.length > 1) throw invalidArgument("axis does not support input tensors larger than 1 elements");
  if (axes.length === 0) {
    if (rank !== 1) throw invalidArgument("unique expects a 1D vector.");
    return null;
  }
  const axis = fromFront(axes[0], rank);
  if (axis < 0 || axis >= rank)
    throw invalidArgument(`axis has to be between 0 and ${rank}: received ${axes[0]}`);
  return axis;
}

function uniqueV2Shape([x, axisShape]: Shape[], node: AnyNode, outputs: number): Shape[] {
  if (axisShape !== null && axisShape.length > 1)
    throw invalidArgument(`axis expects a 1D vector: received ${shapeText(axisShape)}`);
  const axes = knownIntegers(node, 1);
  if (x === null || axes === undefined) return [null, [UNKNOWN], [UNKNOWN]].slice(0, outputs);
  const axis = uniqueAxis(axes, x.length);
  const at = axis ?? 0;
  return [x.with(at, UNKNOWN), [x[at]], [UNKNOWN]].slice(0, outputs);
}

const alongInput = (node: LowerNode): number | null =>
  uniqueAxis(integers(node.value(1)), node.inputs[0].shape.length);

const outIdx = typeOr("int32", "int32", "int64");
const noGradient = missing("TensorFlow registers no gradient for it");

export const Unique = op("Unique", {
  inputs: ["x: T"],
  outputs: ["y: T", "idx: out_idx"],
  attrs: { T: type(), out_idx: outIdx },
  shape: (x, node) => uniqueShape(x, node, 2),
  lower: movingObjects(distinct(() => null)),
  grad: noGradient,
});

export const UniqueWithCounts = op("UniqueWithCounts", {
  inputs: ["x: T"],
  outputs: ["y: T", "idx: out_idx", "count: out_idx"],
  attrs: { T: type(), out_idx: outIdx },
  shape: (x, node) => uniqueShape(x, node, 3),
  lower: movingObjects(distinct(() => null)),
  grad: noGradient,
});

export const UniqueV2 = op("UniqueV2", {
  inputs: ["x: T", "axis: Taxis"],
  outputs: ["y: T", "idx: out_idx"],
  attrs: { T: type(), Taxis: typeOr("int64", "int32", "int64"), out_idx: outIdx },
  shape: (x, node) => uniqueV2Shape(x, node, 2),
  lower: movingObjects(distinct(alongInput)),
  grad: noGradient,
});

export const UniqueWithCountsV2 = op("UniqueWithCountsV2", {
  inputs: ["x: T", "axis: Taxis"],
  outputs: ["y: T", "idx: out_idx", "count: out_idx"],
  attrs: { T: type(), Taxis: typeOr("int64", "int32", "int64"), out_idx: outIdx },
  shape: (x, node) => uniqueV2Shape(x, node, 3),
  lower: movingObjects(distinct(alongInput)),
  grad: noGradient,
});

export const ListDiff = op("ListDiff", {
  inputs: ["x: T", "y: T"],
  outputs: ["out: T", "idx: out_idx"],
  attrs: { T: type(), out_idx: outIdx },
  shape: ([x, y], node) => {
    for (const [name, shape] of [
      ["x", x],
      ["y", y],
    ] as const)
      if (shape !== null && shape.length !== 1)
        reject(node, `${name} should be a 1D vector.`, `Shape must be rank 1 but is rank ${shape.length}`);
    return [[UNKNOWN], [UNKNOWN]];
  },
  // the elements of x that are not in y, in order, duplicates kept
  lower: movingObjects(
    routine((k, m) => {
      const x = k.input(0);
      const y = k.input(1);
      const out = k.output(0, [x.count]);
      const indices = k.output(1, [x.count]);
      const rowsOf = (buffer: typeof x): Rows => ({ buffer, outer: 1, size: buffer.count, inner: 1 });
      const excluded = new RowNumbers(k, m, rowsOf(y));
      k.serial(y.count, (i) => {
        k.hold(excluded.add(i));
      });
      const kept = k.cell("int32", 0);
      k.serial(x.count, (i) => {
        k.if(m.lt(excluded.find(rowsOf(x), i), 0), () => {
          const at = k.hold(kept.get());
          k.store(out, at, k.load(x, i), true);
          k.store(indices, at, m.cast(i, indices.dtype), true);
          kept.set(m.add(at, 1));
        });
      });
      k.setCount(0, 0, kept.get());
      k.setCount(1, 0, kept.get());
    }),
  ),
  grad: noGradient,
});
