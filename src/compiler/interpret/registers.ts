// Vector mode's registers: one typed array of a block's length each, shared by all kernels, as none of them
// runs while another one does.
import type { NumericArray } from "../../base/dtypes.ts";
import type { ScalarType } from "../../ir/kernel.ts";
import type { Lanes } from "./types.ts";

/** Iterations that are computed together: registers of a kernel should fit the first-level cache. */
export const BLOCK = 512;

const makers: Record<ScalarType, (n: number) => NumericArray> = {
  f32: (n) => new Float32Array(n),
  f64: (n) => new Float64Array(n),
  i32: (n) => new Int32Array(n),
  u32: (n) => new Uint32Array(n),
  i64: (n) => new BigInt64Array(n),
  u64: (n) => new BigUint64Array(n),
  bool: (n) => new Uint8Array(n),
};

const pools: Record<ScalarType, NumericArray[]> = {
  f32: [],
  f64: [],
  i32: [],
  u32: [],
  i64: [],
  u64: [],
  bool: [],
};

export const arrayOf = (type: ScalarType, length: number): NumericArray => makers[type](length);

/** One value for all lanes. */
export const cell = (type: ScalarType): Lanes => ({ data: arrayOf(type, 1), offset: 0, step: 0 });

export function register(type: ScalarType, index: number): NumericArray {
  const pool = pools[type];
  for (let i = pool.length; i <= index; i++) pool.push(arrayOf(type, BLOCK));
  return pool[index]!;
}

interface Value {
  readonly lanes: Lanes;
  readonly type: ScalarType;
  last: number;
}

const TYPES: readonly ScalarType[] = ["f32", "f64", "i32", "u32", "i64", "u64", "bool"];
const NOTHING = new Uint8Array(0);

/** Hands out registers: to values of one statement until their last use, to others for the whole nest. */
export class Allocator {
  readonly #lasting: Value[] = [];
  readonly #highest: Record<ScalarType, number> = { f32: 0, f64: 0, i32: 0, u32: 0, i64: 0, u64: 0, bool: 0 };
  #passing: { value: Value; from: number }[] = [];
  readonly #byLanes = new Map<Lanes, Value>();
  #clock = 0;

  /** Lanes that get a register for the length of the statement at hand. */
  passing(type: ScalarType): Lanes {
    const value = this.#make(type);
    this.#passing.push({ value, from: this.#clock });
    this.#byLanes.set(value.lanes, value);
    return value.lanes;
  }

  /** Lanes that keep their register. */
  lasting(type: ScalarType): Lanes {
    const value = this.#make(type);
    this.#lasting.push(value);
    return value.lanes;
  }

  #make(type: ScalarType): Value {
    return { lanes: { data: NOTHING, offset: 0, step: 1 }, type, last: this.#clock };
  }

  /** Notes that the next step reads these lanes, and counts the step. */
  step(inputs: readonly Lanes[]): void {
    for (const lanes of inputs) {
      const value = this.#byLanes.get(lanes);
      if (value !== undefined) value.last = this.#clock;
    }
    this.#clock++;
  }

  /** Gives the statement's values their registers: one is free again after the step that reads it last. */
  endStatement(): void {
    if (this.#passing.length === 0) return;
    const free = new Map<ScalarType, number[]>(TYPES.map((type) => [type, []]));
    const used: Record<ScalarType, number> = { f32: 0, f64: 0, i32: 0, u32: 0, i64: 0, u64: 0, bool: 0 };
    const ends = [...this.#passing].sort((a, b) => a.value.last - b.value.last);
    const indices = new Map<Value, number>();
    let ended = 0;
    for (const { value, from } of this.#passing) {
      // A value may take the register of one that its own step reads last: lanes do not mix.
      while (ended < ends.length && ends[ended]!.value.last <= from && ends[ended]!.from < from) {
        const done = ends[ended++]!.value;
        free.get(done.type)!.push(indices.get(done)!);
      }
      const index = free.get(value.type)!.pop() ?? used[value.type]++;
      indices.set(value, index);
      value.lanes.data = register(value.type, index);
    }
    for (const type of TYPES) this.#highest[type] = Math.max(this.#highest[type], used[type]);
    this.#passing = [];
    this.#byLanes.clear();
  }

  /** Gives lasting values registers that no statement uses. */
  end(): void {
    for (const { lanes, type } of this.#lasting) lanes.data = register(type, this.#highest[type]++);
  }
}
