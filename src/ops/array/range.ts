// Sequences of evenly spaced numbers.
import { isInteger } from "../../base/dtypes.ts";
import { invalidArgument } from "../../base/errors.ts";
import { UNKNOWN } from "../../base/shape.ts";
import { routine } from "../../graph/lowering.ts";
import { none, op, type ShapeNode, type, typeOr } from "../../graph/op.ts";
import { bigintOf, numberOf, requireScalar } from "../support/scalars.ts";
import { knownInteger } from "../support/shapes.ts";
import { rangeEntries } from "./partial-values.ts";

/** How many numbers lie between start and limit; integers are counted exactly. */
function integerCount(start: bigint, limit: bigint, delta: bigint): number {
  checkDirection(start, limit, delta);
  const span = limit > start ? limit - start : start - limit;
  const step = delta > 0n ? delta : -delta;
  return Number((span + step - 1n) / step);
}

function floatCount(start: number, limit: number, delta: number): number {
  checkDirection(start, limit, delta);
  return Math.ceil(Math.abs((limit - start) / delta));
}

function checkDirection(start: number | bigint, limit: number | bigint, delta: number | bigint): void {
  if (Number(delta) === 0) throw invalidArgument(`Requires delta != 0: ${delta}`);
  if (delta > 0 && start > limit)
    throw invalidArgument(`Requires start <= limit when delta > 0: ${start}/${limit}`);
  if (delta < 0 && start < limit)
    throw invalidArgument(`Requires start >= limit when delta < 0: ${start}/${limit}`);
}

function rangeSize(node: ShapeNode<{ Tidx: unknown }>): number {
  const values = [0, 1, 2].map((input) => node.constant(input));
  if (values.includes(undefined)) return UNKNOWN;
  const [start, limit, delta] = values.map((value) => value!);
  if (isInteger(start.dtype)) return integerCount(bigintOf(start), bigintOf(limit), bigintOf(delta));
  return floatCount(numberOf(start), numberOf(limit), numberOf(delta));
}

export const Range = op("Range", {
  inputs: ["start: Tidx", "limit: Tidx", "delta: Tidx"],
  outputs: ["output: Tidx"],
  attrs: {
    Tidx: typeOr(
      "int32",
      "bfloat16",
      "float16",
      "float32",
      "float64",
      "int8",
      "int16",
      "int32",
      "int64",
      "uint16",
      "uint32",
      "uint64",
    ),
  },
  shape: ([start, limit, delta], node) => {
    requireScalar("start", start);
    requireScalar("limit", limit);
    requireScalar("delta", delta);
    return [[rangeSize(node)]];
  },
  // y[i] = start + i * delta, each step rounded to the dtype
  partialValue: rangeEntries,
  lower: routine((k, m, { outputs: [{ dtype }] }) => {
    const y = k.output(0);
    const start = k.hold(k.load(k.input(0), 0));
    const delta = k.hold(k.load(k.input(2), 0));
    const product = k.temporary(dtype, y.count);
    k.parallel(y.count, (i) => {
      k.store(product, i, m.cast(i, dtype));
      k.store(product, i, m.mul(k.load(product, i), delta));
      k.store(y, i, m.add(start, k.load(product, i)));
    });
  }),
  grad: none("it makes indices"),
});

export const LinSpace = op("LinSpace", {
  inputs: ["start: T", "stop: T", "num: Tidx"],
  outputs: ["output: T"],
  attrs: { T: type("bfloat16", "float16", "float32", "float64"), Tidx: typeOr("int32", "int32", "int64") },
  shape: ([start, stop, num], node) => {
    requireScalar("start", start);
    requireScalar("stop", stop);
    requireScalar("num", num);
    const count = knownInteger(node, 2);
    if (count !== undefined && count <= 0) throw invalidArgument(`Requires num > 0: ${count}`);
    return [[count ?? UNKNOWN]];
  },
  // y[i] = start + i * (stop - start) / (num - 1); the ends are exact
  lower: routine((k, m, { outputs: [{ dtype }] }) => {
    const y = k.output(0);
    const start = k.hold(k.load(k.input(0), 0));
    const stop = k.hold(k.load(k.input(1), 0));
    const step = k.hold(m.div(m.sub(stop, start), m.constant(dtype, Math.max(y.count - 1, 1))));
    k.parallel(y.count, (i) => k.store(y, i, m.add(start, m.mul(step, m.cast(i, dtype)))));
    if (y.count > 1) k.store(y, y.count - 1, stop);
  }),
  grad: none("it makes coordinates"),
});
