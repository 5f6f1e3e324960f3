// Scans along one axis: Cumsum, Cumprod, CumulativeLogsumexp; inclusive or exclusive, from either end.
import type { DTypeName } from "../../base/dtypes.ts";
import { type Shape, shapeText } from "../../base/shape.ts";
import { type LowerNode, routine, type Routine, type ScalarMath } from "../../graph/lowering.ts";
import { bool, type GradientBuilder, op, type ShapeNode, type, typeOr } from "../../graph/op.ts";
import type { Value } from "../../graph/types.ts";
import type { Cell, KernelBuilder } from "../../ir/builder.ts";
import type { Operand, Scalar } from "../../ir/scalar.ts";
import { splitAt } from "../support/axes.ts";
import { lowest } from "../support/limits.ts";
import { fromFront, knownInteger, reject } from "../support/shapes.ts";
import { floatTypes, numberTypes } from "../support/type-lists.ts";
import { integer } from "../support/values.ts";

interface ScanAttrs {
  readonly exclusive: boolean;
  readonly reverse: boolean;
}

function scanShape([x, axis]: Shape[], node: ShapeNode): Shape[] {
  if (axis !== null && axis.length !== 0)
    reject(
      node,
      `ScanOp: axis must be a scalar, not ${shapeText(axis)}`,
      `Shape must be rank 0 but is rank ${axis.length}`,
    );
  const given = knownInteger(node, 1);
  if (given === undefined || x === null) return [x];
  const rank = x.length;
  const counted = fromFront(given, rank);
  if (counted < 0 || counted >= rank)
    reject(node, `ScanOp: Expected scan axis in the range [${-rank}, ${rank}), but got ${counted}`);
  return [x];
}

type Combine = (m: ScalarMath, total: Scalar, x: Scalar) => Scalar;

type Total = Pick<Cell, "get" | "set">;

/** Totals of 16-bit floats are rounded at every step, as TensorFlow's are: through memory. */
function totals(k: KernelBuilder, dtype: DTypeName, lines: number): (line: Scalar, first: Operand) => Total {
  if (dtype !== "float16" && dtype !== "bfloat16") return (_, first) => k.cell(dtype, first);
  const memory = k.temporary(dtype, lines);
  return (line, first) => {
    k.store(memory, line, first);
    return { get: () => k.load(memory, line), set: (value) => k.store(memory, line, value) };
  };
}

function writeScan(
  k: KernelBuilder,
  m: ScalarMath,
  node: LowerNode<ScanAttrs>,
  first: Operand,
  combine: Combine,
): void {
  const { shape, dtype } = node.inputs[0];
  const { exclusive, reverse } = node.attrs;
  const { outer, size, inner } = splitAt(shape, fromFront(integer(node.value(1)), shape.length));
  const input = k.input(0);
  const output = k.output(0);
  const totalOf = totals(k, dtype, outer * inner);
  k.parallel(outer, (i) => {
    k.parallel(inner, (j) => {
      const total = totalOf(m.add(m.mul(i, inner), j), first);
      k.serial(size, (step) => {
        const row = reverse ? m.sub(m.constant("int32", size - 1), step) : step;
        const at = k.hold(m.add(m.mul(m.add(m.mul(i, size), row), inner), j));
        const x = k.hold(k.load(input, at));
        if (exclusive) k.store(output, at, total.get());
        total.set(combine(m, total.get(), x));
        if (!exclusive) k.store(output, at, total.get());
      });
    });
  });
}

const scan = (first: Operand, combine: Combine): Routine<ScanAttrs> =>
  routine<ScanAttrs>((k, m, node) => writeScan(k, m, node, first, combine));

const signature = {
  inputs: ["x: T", "axis: Tidx"],
  outputs: ["out: T"],
  shape: scanShape,
} as const;
const attrs = {
  exclusive: bool(false),
  reverse: bool(false),
  T: type(...numberTypes),
  Tidx: typeOr("int32", "int32", "int64"),
};

export const Cumsum = op("Cumsum", {
  ...signature,
  attrs,
  lower: scan(0, (m, total, x) => m.add(total, x)),
  // an element reaches every sum after it: their gradients are summed from the other end
  grad: (t, [dy], [, axis], _, { attrs: { exclusive, reverse } }) => [
    t.Cumsum(dy!, axis, { exclusive, reverse: !reverse }),
    null,
  ],
});

export const Cumprod = op("Cumprod", {
  ...signature,
  attrs,
  lower: scan(1, (m, total, x) => m.mul(total, x)),
  // d prod_j / d x_i = prod_j / x_i
  grad: (t, [dy], [x, axis], _, { attrs: { exclusive, reverse } }) => {
    const products = t.Cumprod(x, axis, { exclusive, reverse });
    const sums = t.Cumsum(t.Mul(products, dy!, { name: "mul" }), axis, { exclusive, reverse: !reverse });
    return [t.DivNoNan(sums, x, { name: "div_no_nan" }), null];
  },
});

/** log(exp(a) + exp(b)), written so that a NaN counts as the other argument, as in TensorFlow. */
function logAddExp(m: ScalarMath, a: Scalar, b: Scalar): Scalar {
  const smaller = m.select(m.lt(b, a), b, a);
  const larger = m.select(m.lt(a, b), b, a);
  const sum = m.add(m.log1p(m.exp(m.sub(smaller, larger))), larger);
  return m.select(m.lt(larger, lowest(a.dtype)), larger, sum);
}

/** The logarithm of the gradient's positive or negative part. */
function logPart(t: GradientBuilder, dy: Value, sign: 1 | -1): Value {
  const least = t.literal(Number(lowest(dy.dtype)), dy.dtype);
  if (sign === 1) return t.SelectV2(t.Greater(dy, 0), t.Log(dy), least);
  return t.SelectV2(t.Less(dy, 0), t.Log(t.Neg(dy)), least);
}

export const CumulativeLogsumexp = op("CumulativeLogsumexp", {
  ...signature,
  attrs: {
    exclusive: bool(false),
    reverse: bool(false),
    T: type(...floatTypes),
    Tidx: typeOr("int32", "int32", "int64"),
  },
  lower: scan(Number.NEGATIVE_INFINITY, logAddExp),
  // the positive and the negative part of dy are summed apart, in logarithms: nothing overflows
  grad: (t, [dy], [x, axis], [y], { attrs: { exclusive, reverse } }) => {
    const parts = [logPart(t, dy!, 1), logPart(t, dy!, -1)].map((part) => {
      const logs = t.Sub(part, y, { name: "sub" });
      const sums = t.CumulativeLogsumexp(logs, axis, { exclusive, reverse: !reverse });
      return t.Exp(t.AddV2(sums, x, { name: "add" }));
    });
    return [t.Sub(parts[0], parts[1], { name: "sub" }), null];
  },
});
