// Fast casts of 64-bit integers to 32 bits: their low words are read as they lie.
import type { NumericArray } from "../../base/dtypes.ts";
import type { Cast } from "../../ir/kernel.ts";
import type { Block, Lanes, Run } from "./types.ts";
import * as ops from "./vector-ops.gen.ts";

/** Every machine that runs JavaScript today stores the low word first; the check keeps others correct. */
const LOW_FIRST = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

export function castFromBig({ x, type }: Cast, block: Block, out: Lanes, from: Lanes): Run | null {
  const big = x.type === "i64" || x.type === "u64";
  if (!big || !LOW_FIRST || (type !== "i32" && type !== "u32")) return null;
  const words: Lanes = { data: EMPTY, offset: 0, step: 0 };
  let source: NumericArray = EMPTY;
  const copy: Run = ops.copy[type](block, out, words);
  return () => {
    if (from.data !== source) {
      source = from.data;
      words.data = wordsOf(source, type);
    }
    words.offset = 2 * from.offset;
    words.step = 2 * from.step;
    copy();
  };
}

function wordsOf({ buffer, byteOffset, length }: NumericArray, type: "i32" | "u32"): NumericArray {
  const Words = type === "i32" ? Int32Array : Uint32Array;
  return new Words(buffer as ArrayBuffer, byteOffset, 2 * length);
}

const EMPTY = new Uint8Array(0);
