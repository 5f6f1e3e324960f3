// The largest elements of rows, the element at a place of the order, and whether a class is among the best.
import { invalidArgument } from "../../base/errors.ts";
import { type Shape, shapeText, UNKNOWN } from "../../base/shape.ts";
import { type LowerNode, routine, type ScalarMath } from "../../graph/lowering.ts";
import {
  atLeast,
  bool,
  type GradientRule,
  int,
  missing,
  op,
  type ShapeNode,
  type,
  typeOr,
} from "../../graph/op.ts";
import type { KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { BestHeap } from "../support/best-heap.ts";
import { castTo, elementOf, rangeOf, shapeOf, sizeOf } from "../support/functions.ts";
import { isBelow } from "../support/loops.ts";
import { knownInteger, reject } from "../support/shapes.ts";
import { realNumberTypes } from "../support/type-lists.ts";
import { integer } from "../support/values.ts";

// biome-ignore lint/suspicious/noExplicitAny: helpers serve nodes of all attr types
type AnyNode = ShapeNode<any>;
// biome-ignore lint/suspicious/noExplicitAny: helpers serve nodes of all attr types
type AnyLowerNode = LowerNode<any>;

/** Gives `k` entries of each row to both outputs, best first. */
function topRows(countOf: (node: AnyLowerNode) => number) {
  return routine((k, m, node: AnyLowerNode) => {
    const { shape } = node.inputs[0];
    const size = shape[shape.length - 1];
    const capacity = countOf(node);
    const x = k.input(0);
    const values = k.output(0);
    const indices = k.output(1);
    if (capacity === 0 || x.count === 0) return;
    const heap = k.temporary("int32", capacity);
    k.serial(x.count / size, (row) => {
      const base = k.hold(m.mul(row, size));
      const best = new BestHeap(k, m, { x, base, size, capacity, largest: true, heap });
      best.sorted((place, position) => {
        const to = k.hold(m.add(m.mul(row, capacity), place));
        k.store(values, to, k.load(x, m.add(base, position), true));
        k.store(indices, to, m.cast(position, indices.dtype));
      });
    });
  });
}

function topShape(x: Shape, k: number | undefined, node: AnyNode): Shape[] {
  if (x !== null && x.length < 1)
    reject(
      node,
      `input must be >= 1-D, got shape ${shapeText(x)}`,
      "Shape must be at least rank 1 but is rank 0",
    );
  if (k !== undefined && k < 0) throw invalidArgument(`Need k >= 0, got ${k}`);
  if (x === null) return [null, null];
  const size = x[x.length - 1];
  if (k !== undefined && size >= 0 && size < k)
    reject(
      node,
      `input must have at least k columns. Had ${size}, needed ${k}`,
      `input must have last dimension >= k = ${k} but is ${size}`,
    );
  const shape = x.with(x.length - 1, k ?? UNKNOWN);
  return [shape, shape];
}

// dy goes to where its elements were taken from
const topGradient: GradientRule<unknown> = (t, [dy], [x, ...others], [, indices]) => {
  const inShape = shapeOf(t, x);
  const indexShape = shapeOf(t, indices);
  const lastOf = (shape: typeof x): typeof x =>
    t.GatherV2(castTo(t, shape, "int64"), t.Sub(sizeOf(t, shape), 1, { name: "sub" }), 0);
  const count = lastOf(indexShape);
  const rows = t.Reshape(indices, t.Pack([t.literal(-1, "int64", "stack/0"), count], { name: "stack" }));
  const size = lastOf(inShape);
  const outer = castTo(t, elementOf(t, shapeOf(t, rows), 0), "int64");
  const starts = rangeOf(t, 0, t.Mul(outer, size, { name: "mul" }), size);
  const offsets = castTo(t, t.ExpandDims(starts, -1), indices.dtype);
  const flat = t.Reshape(t.AddV2(rows, offsets, { name: "add" }), [-1]);
  const total = t.Pack([castTo(t, t.Prod(inShape, [0]), indices.dtype)]);
  const dx = t.ScatterNd(t.ExpandDims(flat, -1), t.Reshape(dy!, [-1]), total);
  return [t.Reshape(dx, inShape), ...others.map(() => null)];
};

export const TopK = op("TopK", {
  inputs: ["input: T"],
  outputs: ["values: T", "indices: int32"],
  attrs: { k: atLeast(0), sorted: bool(true), T: type(...realNumberTypes) },
  shape: ([x], node) => topShape(x, Number(node.attrs.k), node),
  lower: topRows((node) => Number(node.attrs.k)),
  grad: topGradient,
});

export const TopKV2 = op("TopKV2", {
  inputs: ["input: T", "k: Tk"],
  outputs: ["values: T", "indices: index_type"],
  attrs: {
    sorted: bool(true),
    T: type(...realNumberTypes),
    Tk: typeOr("int32", "int16", "int32", "int64"),
    index_type: typeOr("int32", "int16", "int32", "int64"),
  },
  shape: ([x, k], node) => {
    if (k !== null && k.length !== 0)
      reject(
        node,
        `k must be scalar, got shape ${shapeText(k)}`,
        `Shape must be rank 0 but is rank ${k.length}`,
      );
    return topShape(x, knownInteger(node, 1), node);
  },
  lower: topRows((node) => integer(node.value(1))),
  grad: topGradient,
});

function nthShape([x, n]: Shape[], node: AnyNode): Shape[] {
  if (n !== null && n.length !== 0) throw invalidArgument(`N must be scalar but has rank ${n.length}`);
  if (x !== null && x.length === 0)
    reject(
      node,
      "Input must be at least rank 1 but is rank 0",
      "Shape must be at least rank 1 but is rank 0",
    );
  const place = knownInteger(node, 1);
  if (place !== undefined && place < 0) throw invalidArgument(`n must be non-negative, got ${place}`);
  if (x === null) return [null];
  const size = x[x.length - 1];
  if (place !== undefined && size >= 0 && size <= place)
    reject(
      node,
      `Input must have last dimension > n = ${place}`,
      `Input must have last dimension > n = ${place} but is ${size}`,
    );
  return [x.slice(0, -1)];
}

export const NthElement = op("NthElement", {
  inputs: ["input: T", "n: int32"],
  outputs: ["values: T"],
  attrs: { reverse: bool(false), T: type(...realNumberTypes) },
  shape: nthShape,
  lower: routine((k, m, node) => {
    const { shape } = node.inputs[0];
    const size = shape[shape.length - 1];
    const capacity = integer(node.value(1)) + 1;
    const x = k.input(0);
    const y = k.output(0);
    const heap = k.temporary("int32", capacity);
    k.serial(y.count, (row) => {
      const base = k.hold(m.mul(row, size));
      const best = new BestHeap(k, m, { x, base, size, capacity, largest: node.attrs.reverse, heap });
      k.store(y, row, k.load(x, m.add(base, best.root), true));
    });
  }),
  // dy goes to all elements that equal the result, in equal parts
  grad: (t, [dy], [x], [y]) => {
    const equal = castTo(t, t.Equal(t.ExpandDims(y, -1), x), dy!.dtype);
    const columns = t.ExpandDims(dy!, -1);
    const count = t.ExpandDims(t.Sum(equal, -1), -1);
    return [t.Mul(t.RealDiv(equal, count, { name: "truediv" }), columns, { name: "mul" }), null];
  },
});

function inTopShape([predictions, targets]: Shape[], node: AnyNode): Shape[] {
  if (predictions !== null && predictions.length !== 2)
    reject(
      node,
      "predictions must be 2-dimensional",
      `Shape must be rank 2 but is rank ${predictions.length}`,
    );
  if (targets !== null && targets.length !== 1)
    reject(node, "targets must be 1-dimensional", `Shape must be rank 1 but is rank ${targets.length}`);
  const rows = predictions?.[0] ?? UNKNOWN;
  const count = targets?.[0] ?? UNKNOWN;
  if (rows >= 0 && count >= 0 && rows !== count)
    reject(
      node,
      `First dimension of predictions ${rows} must match length of targets ${count}`,
      `Dimensions must be equal, but are ${rows} and ${count}`,
    );
  return [[rows < 0 ? count : rows]];
}

/** A row's target is in the top k if fewer than k finite predictions are larger. */
function inTop(limit: (k: KernelBuilder, m: ScalarMath, node: AnyLowerNode) => Scalar) {
  return routine((k, m, node: AnyLowerNode) => {
    const predictions = k.input(0);
    const targets = k.input(1);
    const y = k.output(0);
    const classes = node.inputs[0].shape[1];
    const most = k.hold(limit(k, m, node));
    const isFinite = (x: Scalar): Scalar => m.lt(m.abs(x), m.constant("float32", Number.POSITIVE_INFINITY));
    k.parallel(y.count, (row) => {
      const target = k.hold(k.load(targets, row));
      const answer = k.cell("bool", 0);
      k.if(isBelow(m, target, classes), () => {
        const base = k.hold(m.mul(row, classes));
        const own = k.hold(k.load(predictions, m.add(base, m.cast(target, "int32")), true));
        const sayable = k.cell("bool", isFinite(own));
        const larger = k.cell("int32", 0);
        k.serial(classes, (c) => {
          const other = k.hold(k.load(predictions, m.add(base, c)));
          k.if(m.not(isFinite(other)), () => sayable.set(0));
          k.if(m.gt(other, own), () => larger.set(m.add(larger.get(), 1)));
        });
        answer.set(m.and(sayable.get(), m.lt(m.cast(larger.get(), "int64"), most)));
      });
      k.store(y, row, answer.get());
    });
  });
}

const noGradient = missing("TensorFlow registers no gradient for it");

export const InTopK = op("InTopK", {
  inputs: ["predictions: float32", "targets: T"],
  outputs: ["precision: bool"],
  attrs: { k: int(), T: typeOr("int32", "int32", "int64") },
  shape: inTopShape,
  lower: inTop((_, m, node) => m.constant("int64", BigInt(node.attrs.k))),
  grad: noGradient,
});

export const InTopKV2 = op("InTopKV2", {
  inputs: ["predictions: float32", "targets: T", "k: T"],
  outputs: ["precision: bool"],
  attrs: { T: typeOr("int32", "int32", "int64") },
  shape: inTopShape,
  lower: inTop((k, m) => m.cast(k.load(k.input(2), 0), "int64")),
  grad: noGradient,
});
