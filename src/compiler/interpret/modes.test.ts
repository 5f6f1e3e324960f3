// Vector mode must compute what scalar mode computes, on random kernels.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RandomKernel } from "../../../test/compiler/random-kernel.ts";
import type { NumericArray } from "../../base/dtypes.ts";
import type { BufferRef, Kernel } from "../../ir/kernel.ts";
import { printKernel } from "../../ir/print.ts";
import { verify } from "../../ir/verify.ts";
import { interpret } from "../interpret.ts";

/** Numbers from a seed: mulberry32. */
function chooser(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

const SPECIAL = [0, -0, 1, -1, 0.5, 2.5, -2.5, 1e9, -1e9, Infinity, -Infinity, NaN, 3, 100, 255, 7];

function bufferFor({ storage, size }: BufferRef): NumericArray {
  switch (storage) {
    case "f16":
    case "bf16":
    case "u16":
      return new Uint16Array(size);
    case "f32":
      return new Float32Array(size);
    case "f64":
      return new Float64Array(size);
    case "i8":
      return new Int8Array(size);
    case "i16":
      return new Int16Array(size);
    case "i32":
      return new Int32Array(size);
    case "u32":
      return new Uint32Array(size);
    case "i64":
      return new BigInt64Array(size);
    case "u64":
      return new BigUint64Array(size);
    default:
      return new Uint8Array(size);
  }
}

function filled(ref: BufferRef): NumericArray {
  const array = bufferFor(ref);
  if (ref.role !== "input") return array;
  for (let i = 0; i < array.length; i++) {
    const value = SPECIAL[i % SPECIAL.length]!;
    if (ref.storage === "bool") array[i] = i % 2;
    else if (ref.storage === "f16") array[i] = 0x3c00 + i * 37;
    else if (ref.storage === "bf16") array[i] = 0x3f80 + i * 3;
    else if (array instanceof BigInt64Array || array instanceof BigUint64Array)
      array[i] = Number.isFinite(value) ? BigInt(Math.trunc(value)) * 0x100000001n : 5n;
    else array[i] = value;
  }
  return array;
}

function outputs(kernel: Kernel, mode: "vector" | "scalar"): NumericArray[] {
  const buffers = kernel.buffers.map(filled);
  interpret(kernel, { mode })(buffers);
  return buffers.filter((_, i) => kernel.buffers[i]!.role === "output");
}

const EXTENTS = [
  [1],
  [3],
  [17],
  [513],
  [1030],
  [2, 70],
  [7, 5],
  [3, 4, 5],
  [100, 12],
  [2, 3, 1],
  [0],
  [5, 0],
];

describe("modes of the interpreter", () => {
  it("agree", () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(...EXTENTS), (seed, extents) => {
        const size = extents.reduce((x, y) => x * y, 1);
        const kernel = new RandomKernel(chooser(seed), size).make(extents);
        verify(kernel);
        const scalar = outputs(kernel, "scalar");
        const vector = outputs(kernel, "vector");
        const same = scalar.every((array, i) => array.every((value, j) => Object.is(value, vector[i]![j])));
        if (!same) expect(vector, printKernel(kernel)).toEqual(scalar);
      }),
      { numRuns: 400 },
    );
  });
});
