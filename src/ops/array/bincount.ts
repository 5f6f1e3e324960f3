// Counting how often numbers occur, or fall into bins.
import { invalidArgument } from "../../base/errors.ts";
import { elementCount, type Shape, shapeText, UNKNOWN } from "../../base/shape.ts";
import { routine, type ScalarMath } from "../../graph/lowering.ts";
import { bool, missing, op, type ShapeNode, type, typeOr } from "../../graph/op.ts";
import type { Buffer, KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { int } from "../support/loops.ts";
import { knownInteger, reject } from "../support/shapes.ts";

// biome-ignore lint/suspicious/noExplicitAny: helpers serve nodes of all attr types
type AnyNode = ShapeNode<any>;
const noGradient = missing("TensorFlow registers no gradient for it");

function binCount(node: AnyNode, input: number, shape: Shape): number {
  if (shape !== null && shape.length !== 0) reject(node, `Shape must be rank 0 but is rank ${shape.length}`);
  const size = knownInteger(node, input);
  if (size !== undefined && size < 0) throw invalidArgument(`size (${size}) must be non-negative`);
  return size ?? UNKNOWN;
}

function checkWeights(arr: Shape, weights: Shape): void {
  if (arr === null || weights === null || weights.includes(0)) return;
  const count = elementCount(weights);
  if (count < 0 || elementCount(arr) < 0 || count === elementCount(arr)) return;
  throw invalidArgument(
    "`weights` must be the same shape as `arr` or a length-0 `Tensor`, in which case it acts as " +
      "all weights equal to " +
      `1. Received ${shapeText(weights)} for arr of shape ${shapeText(arr)}`,
  );
}

interface Counting {
  readonly rows: number;
  readonly columns: number;
  readonly size: number;
  readonly onlyOnce: boolean;
}

/** Adds one, or a weight, to the bin of each number that has one. */
function countRows(
  k: KernelBuilder,
  m: ScalarMath,
  plan: Counting,
  [x, weights, y]: readonly Buffer[],
): void {
  const { rows, columns, size, onlyOnce } = plan;
  k.serial(rows * columns, (i) =>
    k.check(m.ge(k.load(x, i), 0), "INVALID_ARGUMENT", "Input arr must be non-negative!"),
  );
  if (size === 0) return;
  k.serial(rows * columns, (i) => {
    const number = k.hold(k.load(x, i));
    k.if(m.lt(number, size), () => {
      const row = rows === 1 ? int(m, 0) : m.div(i, columns);
      const at = k.hold(m.add(m.mul(row, size), m.cast(number, "int32")));
      const weight = weights.count === 0 ? m.constant(y.dtype, 1) : k.load(weights, i);
      k.store(y, at, onlyOnce ? 1 : m.add(k.load(y, at, true), weight), true);
    });
  });
}

export const Bincount = op("Bincount", {
  inputs: ["arr: int32", "size: int32", "weights: T"],
  outputs: ["bins: T"],
  attrs: { T: type("int32", "int64", "float32", "float64") },
  shape: ([arr, size, weights], node) => {
    checkWeights(arr, weights);
    return [[binCount(node, 1, size)]];
  },
  lower: routine((k, m, { outputs: [{ shape }] }) => {
    const x = k.input(0);
    const plan = { rows: 1, columns: x.count, size: shape[0], onlyOnce: false };
    countRows(k, m, plan, [x, k.input(2), k.output(0)]);
  }),
  grad: noGradient,
});

export const DenseBincount = op("DenseBincount", {
  inputs: ["input: Tidx", "size: Tidx", "weights: T"],
  outputs: ["output: T"],
  attrs: {
    Tidx: type("int32", "int64"),
    T: type("int32", "int64", "float32", "float64"),
    binary_output: bool(false),
  },
  shape: ([x, size, weights], node) => {
    if (x !== null && x.length > 2)
      reject(node, "Shape must be at most rank 2", `Shape must be at most rank 2 but is rank ${x.length}`);
    checkWeights(x, weights);
    const bins = binCount(node, 1, size);
    if (x === null) return [null];
    return [x.length === 2 ? [x[0], bins] : [bins]];
  },
  lower: routine((k, m, { inputs: [{ shape }], outputs, attrs }) => {
    const x = k.input(0);
    const rows = shape.length === 2 ? shape[0] : 1;
    const columns = shape.length === 2 ? shape[1] : x.count;
    const size = outputs[0].shape.at(-1)!;
    const plan = { rows, columns, size, onlyOnce: attrs.binary_output };
    countRows(k, m, plan, [x, k.input(2), k.output(0)]);
  }),
  grad: noGradient,
});

/** The bin of a value: what lies outside the range goes to the first or the last. */
function binOf(m: ScalarMath, value: Scalar, low: Scalar, width: Scalar, bins: number): Scalar {
  const distance = m.cast(m.sub(m.max(value, low), low), "float64");
  return m.min(m.cast(m.div(distance, width), "int32"), bins - 1);
}

export const HistogramFixedWidth = op("HistogramFixedWidth", {
  inputs: ["values: T", "value_range: T", "nbins: int32"],
  outputs: ["out: dtype"],
  attrs: { T: type("int32", "int64", "float32", "float64"), dtype: typeOr("int32", "int32", "int64") },
  shape: ([, range, binsShape], node) => {
    if (range !== null && (range.length !== 1 || (range[0] >= 0 && range[0] !== 2)))
      throw invalidArgument(
        `value_range should be a vector of 2 elements: received shape ${shapeText(range)}`,
      );
    if (binsShape !== null && binsShape.length !== 0)
      throw invalidArgument(`nbins should be a scalar: received shape ${shapeText(binsShape)}`);
    const bins = knownInteger(node, 2);
    if (bins !== undefined && bins <= 0)
      throw invalidArgument(`nbins should be a positive number, but got '${bins}'`);
    return [[bins ?? UNKNOWN]];
  },
  lower: routine((k, m, { outputs: [{ shape }] }) => {
    const [bins] = shape;
    const x = k.input(0);
    const y = k.output(0);
    const low = k.hold(k.load(k.input(1), 0));
    const high = k.hold(k.load(k.input(1), 1));
    k.check(
      m.lt(low, high),
      "INVALID_ARGUMENT",
      "value_range should satisfy value_range[0] < value_range[1], but got '[%0, %1]'",
      [low, high],
    );
    const width = k.hold(m.div(m.cast(m.sub(high, low), "float64"), bins));
    k.serial(x.count, (i) => {
      const at = k.hold(binOf(m, k.load(x, i), low, width, bins));
      k.store(y, at, m.add(k.load(y, at, true), 1), true);
    });
  }),
  grad: noGradient,
});
