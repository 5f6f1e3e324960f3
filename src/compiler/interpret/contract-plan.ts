// How a contraction is walked: which loop is the line that runs innermost, and operands laid out for it.
import type { NumericArray } from "../../base/dtypes.ts";
import { type Contract, type ContractAccess, loadedType, type ScalarType } from "../../ir/kernel.ts";
import { arrayOf } from "./registers.ts";
import type { Lanes, Run, View } from "./types.ts";
import * as ops from "./vector-ops.gen.ts";

/** Loops are numbered outputs first, then reductions; at least one of each. */
export interface Line {
  /** The line runs over an output loop, so it is a row of sums; else over the last reduction. */
  readonly row: boolean;
  readonly loop: number;
  readonly extent: number;
  readonly extents: readonly number[];
  /** Other output loops, and other reduction loops. */
  readonly outer: readonly number[];
  readonly inner: readonly number[];
  readonly outputStep: number;
}

export interface Side {
  /** Valid after `prepare`. */
  data: NumericArray;
  readonly prepare: Run;
  readonly strides: readonly number[];
  readonly bounds: readonly { slot: number; coefficients: readonly number[]; extent: number }[];
}

const SHORT = 8;

/** A scalar output and an empty reduction are loops of one. */
function loopsOf({ outputs, reductions }: Contract): { outer: number[]; inner: number[]; extents: number[] } {
  const outer = outputs.length === 0 ? [1] : outputs;
  const inner = reductions.length === 0 ? [1] : reductions;
  return {
    outer: outer.map((_, i) => i),
    inner: inner.map((_, i) => outer.length + i),
    extents: [...outer, ...inner],
  };
}

/** Coefficients over the statement's own loops, widened to the numbered ones. */
function widened(own: readonly number[], { outputs, reductions }: Contract): number[] {
  const outer = outputs.length === 0 ? [0] : own.slice(0, outputs.length);
  const inner = reductions.length === 0 ? [0] : own.slice(outputs.length);
  return [...outer, ...inner];
}

export function lineOf(statement: Contract): Line {
  const { outer, inner, extents } = loopsOf(statement);
  const steps = statement.operands.map(({ strides }) => widened(strides, statement));
  const dense = denseSteps(statement.outputs);
  const worth = (loop: number): number => {
    const even = steps.every((own) => own[loop] === 0 || own[loop] === 1);
    return Math.min(extents[loop]!, 256) * (even ? 4 : 1);
  };
  const best = outer.reduce((x, y) => (worth(y) >= worth(x) ? y : x));
  const last = inner[inner.length - 1]!;
  const row = extents[best]! >= SHORT || extents[best]! >= extents[last]!;
  const loop = row ? best : last;
  return {
    row,
    loop,
    extent: extents[loop]!,
    extents,
    outer: row ? outer.filter((each) => each !== loop) : outer,
    inner: row ? inner : inner.slice(0, -1),
    outputStep: row ? (dense[loop] ?? 1) : 0,
  };
}

function denseSteps(extents: readonly number[]): number[] {
  return extents.map((_, i) => extents.slice(i + 1).reduce((x, y) => x * y, 1));
}

interface Layout {
  readonly side: Side;
  readonly offset: number;
}

/** Both sides, what each loop adds to the positions, and where the positions start. */
export function sidesOf(
  statement: Contract,
  line: Line,
  views: readonly View[],
): { x: Side; y: Side; steps: Int32Array[]; first: number[] } {
  const bounds: number[][] = [];
  const first = [0, 0, 0];
  const layouts = [0, 1].map((i): Layout => {
    const access = statement.operands[i];
    if (access === undefined) return ones(statement.type, line.extents.length);
    const own = access.bounds.map(({ offset, coefficients, extent }) => {
      const wide = widened(coefficients, statement);
      bounds.push(wide);
      first.push(offset);
      return { slot: first.length - 1, coefficients: wide, extent };
    });
    return layout(statement, line, access, own, views[access.buffer.id]!);
  });
  const [x, y] = layouts as [Layout, Layout];
  first[1] = x.offset;
  first[2] = y.offset;
  const dense = widened([...denseSteps(statement.outputs), ...statement.reductions.map(() => 0)], statement);
  const steps = line.extents.map((_, loop) =>
    Int32Array.from([
      dense[loop]!,
      x.side.strides[loop]!,
      y.side.strides[loop]!,
      ...bounds.map((own) => own[loop]!),
    ]),
  );
  return { x: x.side, y: y.side, steps, first };
}

/** The second operand of a plain sum: a product with one changes nothing. */
function ones(type: ScalarType, loops: number): Layout {
  const data = arrayOf(type, 1);
  data[0] = type === "i64" || type === "u64" ? 1n : 1;
  const side: Side = { data, prepare: () => {}, strides: new Array<number>(loops).fill(0), bounds: [] };
  return { side, offset: 0 };
}

function layout(
  statement: Contract,
  line: Line,
  access: ContractAccess,
  bounds: Side["bounds"],
  view: View,
): Layout {
  const { type } = statement;
  const strides = widened(access.strides, statement);
  const read = reader(access, type, view);
  const packed = packing(line, strides, access);
  if (packed === null) {
    const side: Side = {
      data: NOTHING,
      strides,
      bounds,
      prepare: () => {
        side.data = read();
      },
    };
    return { side, offset: access.offset };
  }
  const pack = packer(
    type,
    packed.loops.map((loop) => [line.extents[loop]!, strides[loop]!]),
    scratch(type, packed.size),
  );
  const side: Side = {
    data: NOTHING,
    strides: packed.strides,
    bounds,
    prepare: () => {
      side.data = pack(read(), access.offset);
    },
  };
  return { side, offset: 0 };
}

const NOTHING = new Uint8Array(0);

/** Small scratch is kept from run to run, large scratch is left to the collector. */
const KEPT = 1 << 16;

function scratch(type: ScalarType, size: number): () => NumericArray {
  if (size > KEPT) return () => arrayOf(type, size);
  const kept = arrayOf(type, size);
  return () => kept;
}

/** The operand's buffer as values of the type computed in. */
function reader({ buffer }: ContractAccess, type: ScalarType, view: View): () => NumericArray {
  if (buffer.storage === type) return () => view.data;
  const own = loadedType(buffer.storage);
  const [source, loaded, wide] = [0, 1, 2].map((): Lanes => ({ data: NOTHING, offset: 0, step: 1 }));
  const block = { n: buffer.size, start: 0 };
  const load: Run = ops.load[buffer.storage](block, loaded, source);
  const loadInto = scratch(own, buffer.size);
  const read = (): NumericArray => {
    source!.data = view.data;
    loaded!.data = loadInto();
    load();
    return loaded!.data;
  };
  if (own === type) return read;
  const cast: Run = ops.cast[own][type](block, wide, loaded);
  const castInto = scratch(type, buffer.size);
  return () => {
    read();
    wide!.data = castInto();
    cast();
    return wide!.data;
  };
}

/** Worth it where the line would jump through memory and every entry is read several times. */
function packing(
  { loop, extents }: Line,
  strides: readonly number[],
  { bounds, buffer }: ContractAccess,
): { size: number; loops: number[]; strides: number[] } | null {
  if (bounds.length > 0 || strides[loop] === 0 || strides[loop] === 1) return null;
  const used = extents.map((_, i) => i).filter((i) => strides[i] !== 0 && extents[i] !== 1);
  const size = used.reduce((product, i) => product * extents[i]!, 1);
  const total = extents.reduce((product, extent) => product * extent, 1);
  if (size > buffer.size || size === 0 || total < 4 * size) return null;
  const loops = [...used.filter((i) => i !== loop), loop];
  const dense = denseSteps(loops.map((i) => extents[i]!));
  const packed = new Array<number>(extents.length).fill(0);
  loops.forEach((own, i) => {
    packed[own] = dense[i]!;
  });
  return { size, loops, strides: packed };
}

function packer(
  type: ScalarType,
  loops: readonly (readonly [extent: number, stride: number])[],
  room: () => NumericArray,
): (source: NumericArray, offset: number) => NumericArray {
  const [extent, stride] = loops[loops.length - 1]!;
  const block = { n: extent, start: 0 };
  const from: Lanes = { data: NOTHING, offset: 0, step: stride };
  const to: Lanes = { data: NOTHING, offset: 0, step: 1 };
  const copy: Run = ops.copy[type](block, to, from);
  const walk = (depth: number, offset: number): void => {
    if (depth === loops.length - 1) {
      from.offset = offset;
      copy();
      to.offset += extent;
      return;
    }
    const [count, step] = loops[depth]!;
    for (let i = 0; i < count; i++) walk(depth + 1, offset + i * step);
  };
  return (source, offset) => {
    from.data = source;
    to.data = room();
    to.offset = 0;
    walk(0, offset);
    return to.data;
  };
}
