// Contractions over typed arrays: a row of sums, or one sum at a time, the reduction in its fixed order.
import type { NumericArray } from "../../base/dtypes.ts";
import type { Contract } from "../../ir/kernel.ts";
import { contractOps } from "./contract-ops.gen.ts";
import { type Line, lineOf, type Side, sidesOf } from "./contract-plan.ts";
import { arrayOf } from "./registers.ts";
import type { Block, ContractOps, Lanes, Run, View } from "./types.ts";
import * as vectorOps from "./vector-ops.gen.ts";

/** Entries that move with the loops: of the output, of both operands, and positions that are bounded. */
type Positions = Int32Array;

interface Job {
  readonly ops: ContractOps<NumericArray>;
  readonly line: Line;
  readonly x: Side;
  readonly y: Side;
  readonly at: Positions;
  readonly sums: NumericArray;
  readonly zero: NumericArray;
}

/** Null for what only the spelled-out loops can do: complex numbers, more than two operands. */
export function compileContract(statement: Contract, views: readonly View[]): Run | null {
  const { type, complex, operands, outputs } = statement;
  if (complex || type === "bool" || operands.length > 2 || operands.length === 0) return null;
  const line = lineOf(statement);
  const { x, y, steps, first } = sidesOf(statement, line, views);
  const at: Positions = new Int32Array(first.length);
  const sums = arrayOf(type, line.row ? line.extent : 1);
  const job: Job = { ops: contractOps[type], line, x, y, at, sums, zero: arrayOf(type, 1) };
  const [inner, loops] = line.row ? fastest(job, steps) : [wholeLine(job), line.inner];
  const reduce = walk(loops, line.extents, steps, at, inner);
  const store = storeLine(statement, job, views[statement.output.id]!);
  const zero = type === "i64" || type === "u64" ? 0n : 0;
  const each = walk(line.outer, line.extents, steps, at, () => {
    sums.fill(zero as never);
    reduce();
    store();
  });
  if (outputs.includes(0)) return () => {};
  return () => {
    x.prepare();
    y.prepare();
    at.set(first);
    each();
  };
}

/** Nested loops that move the positions along. */
function walk(
  loops: readonly number[],
  extents: readonly number[],
  steps: readonly Int32Array[],
  at: Positions,
  body: Run,
): Run {
  return loops.reduceRight<Run>((inner, loop) => {
    const extent = extents[loop]!;
    const step = steps[loop]!;
    return () => {
      for (let i = 0; i < extent; i++) {
        inner();
        for (let p = 0; p < at.length; p++) at[p]! += step[p]!;
      }
      for (let p = 0; p < at.length; p++) at[p]! -= step[p]! * extent;
    };
  }, body);
}

/** The part [from, to) of a loop in which a side lies within its bounds. */
function inside(
  side: Side,
  loop: number,
  extent: number,
  at: Positions,
  range: { from: number; to: number },
): void {
  let from = 0;
  let to = extent;
  for (const { slot, coefficients, extent: size } of side.bounds) {
    const position = at[slot]!;
    const coefficient = coefficients[loop]!;
    if (coefficient === 0) {
      if (position < 0 || position >= size) to = 0;
    } else if (coefficient > 0) {
      from = Math.max(from, Math.ceil(-position / coefficient));
      to = Math.min(to, Math.floor((size - 1 - position) / coefficient) + 1);
    } else {
      from = Math.max(from, Math.floor((position - size) / -coefficient) + 1);
      to = Math.min(to, Math.floor(position / -coefficient) + 1);
    }
  }
  range.from = to > from ? from : 0;
  range.to = to > from ? to : 0;
}

/** Products along the line, with zeros where a side is out of bounds. */
function wholeLine({ ops, line, x, y, at, sums, zero }: Job): Run {
  const products = line.row ? ops.products : ops.dot;
  const { loop, extent } = line;
  const [xStep, yStep] = [x.strides[loop]!, y.strides[loop]!];
  if (x.bounds.length + y.bounds.length === 0)
    return () => products(sums, 0, extent, x.data, at[1]!, xStep, y.data, at[2]!, yStep);
  const [a, b] = [
    { from: 0, to: 0 },
    { from: 0, to: 0 },
  ];
  const part = (from: number, to: number): void => {
    const [xIn, yIn] = [from >= a.from && from < a.to, from >= b.from && from < b.to];
    const [xd, xAt, xs] = xIn ? [x.data, at[1]! + from * xStep, xStep] : [zero, 0, 0];
    const [yd, yAt, ys] = yIn ? [y.data, at[2]! + from * yStep, yStep] : [zero, 0, 0];
    products(sums, from, to, xd, xAt, xs, yd, yAt, ys);
  };
  return () => {
    inside(x, loop, extent, at, a);
    inside(y, loop, extent, at, b);
    let from = 0;
    while (from < extent) {
      let to = extent;
      for (const cut of [a.from, a.to, b.from, b.to]) if (cut > from && cut < to) to = cut;
      part(from, to);
      from = to;
    }
  };
}

/**
 * A row of sums takes in one number times a row, four at a time along the last reduction, where one side does
 * not change along the line. Also says which loops are left around it.
 */
function fastest(job: Job, steps: readonly Int32Array[]): [Run, readonly number[]] {
  const { x, y, line } = job;
  const still = (side: Side): boolean =>
    side.strides[line.loop] === 0 && side.bounds.every(({ coefficients }) => coefficients[line.loop] === 0);
  if (still(x) && y.bounds.length === 0) return [manyRows(job, x, y, 1, 2, steps), line.inner.slice(0, -1)];
  if (still(y) && x.bounds.length === 0) return [manyRows(job, y, x, 2, 1, steps), line.inner.slice(0, -1)];
  return [wholeLine(job), line.inner];
}

function manyRows(
  { ops, line, at, sums, zero }: Job,
  scalar: Side,
  row: Side,
  scalarSlot: number,
  rowSlot: number,
  steps: readonly Int32Array[],
): Run {
  const last = line.inner[line.inner.length - 1]!;
  const count = line.extents[last]!;
  const { extent } = line;
  const factors = new (zero.constructor as new (n: number) => NumericArray)(4);
  const [scalarStep, next] = [steps[last]![scalarSlot]!, steps[last]![rowSlot]!];
  const rowStep = row.strides[line.loop]!;
  const range = { from: 0, to: count };
  const fill = (i: number, k: number): void => {
    const within = k >= range.from && k < range.to;
    factors[i] = within ? scalar.data[at[scalarSlot]! + k * scalarStep]! : zero[0]!;
  };
  return () => {
    if (scalar.bounds.length > 0) inside(scalar, last, count, at, range);
    const start = at[rowSlot]!;
    let k = 0;
    for (; k + 4 <= count; k += 4) {
      for (let i = 0; i < 4; i++) fill(i, k + i);
      ops.axpy4(sums, extent, factors, row.data, start + k * next, next, rowStep);
    }
    for (; k < count; k++) {
      fill(0, k);
      ops.products(sums, 0, extent, factors, 0, 0, row.data, start + k * next, rowStep);
    }
  };
}

function storeLine({ output }: Contract, { line, at, sums }: Job, view: View): Run {
  const block: Block = { n: sums.length, start: 0 };
  const out: Lanes = { data: view.data, offset: 0, step: line.row ? line.outputStep : 1 };
  const store: Run = vectorOps.store[output.storage](block, out, { data: sums, offset: 0, step: 1 });
  return () => {
    out.data = view.data;
    out.offset = at[0]!;
    store();
  };
}
