// Fast contractions must give, bit for bit, what their spelled-out loops give.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstDifference, runLowering } from "../../../test/compiler/run-kernel.ts";
import type { NumericArray } from "../../base/dtypes.ts";
import { contract } from "../../graph/lowering.ts";
import * as e from "../../ir/expr.ts";
import type {
  BufferRef,
  Contract,
  ContractAccess,
  Kernel,
  ScalarType,
  StorageType,
} from "../../ir/kernel.ts";
import { verify } from "../../ir/verify.ts";
import { interpret } from "../interpret.ts";
import { arrayOf } from "./registers.ts";

const storageFor: Record<ScalarType, readonly StorageType[]> = {
  f32: ["f32", "f16", "bf16"],
  f64: ["f64"],
  i32: ["i32", "i8", "u8"],
  u32: ["u32"],
  i64: ["i64"],
  u64: ["u64"],
  bool: ["bool"],
};

function buffer(storage: StorageType, size: number): NumericArray {
  if (storage === "f16" || storage === "bf16")
    return new Uint16Array(size).fill(0x3c00).map((x, i) => x + (i % 300));
  if (storage === "i8") return new Int8Array(size).map((_, i) => (i * 37) % 256);
  if (storage === "u8") return new Uint8Array(size).map((_, i) => (i * 37) % 256);
  const array = arrayOf(storage as ScalarType, size);
  for (let i = 0; i < size; i++) {
    const value = ((i * 7919) % 1000) - 500;
    array[i] = e.isBig(storage as ScalarType)
      ? BigInt(value) * 0x1234567n
      : e.isFloat(storage as ScalarType)
        ? value / 7
        : value * 12345;
  }
  return array;
}

interface Case {
  readonly type: ScalarType;
  readonly complex: boolean;
  readonly outputs: readonly number[];
  readonly reductions: readonly number[];
  readonly operands: readonly {
    coefficients: readonly number[];
    bounded: boolean;
    storage: number;
    conjugate: boolean;
  }[];
}

/** Each operand is one axis that all loops move along, moved so that it starts at its lowest entry. */
function access(
  one: Case,
  i: number,
  size: number,
  loops: readonly number[],
  ref: BufferRef,
): ContractAccess {
  const { coefficients, bounded, conjugate } = one.operands[i]!;
  const own = loops.map((_, at) => coefficients[at % coefficients.length]!);
  const lowest = own.reduce((sum, c, at) => sum + Math.min(0, c * (loops[at]! - 1)), 0);
  const offset = bounded ? lowest + 2 : -lowest;
  const bounds = bounded ? [{ offset, coefficients: own, extent: size }] : [];
  return { buffer: ref, offset, strides: own, conjugate, bounds };
}

function build(one: Case): { kernel: Kernel; inputs: NumericArray[] } {
  const lanes = one.complex ? 2 : 1;
  const loops = [...one.outputs, ...one.reductions];
  const inputs: NumericArray[] = [];
  const operands = one.operands.map(({ coefficients, bounded, storage }, i) => {
    const reach = loops.reduce(
      (sum, n, at) => sum + Math.abs(coefficients[at % coefficients.length]!) * Math.max(n - 1, 0),
      1,
    );
    const size = bounded ? Math.max(1, reach - 3) : reach;
    const choices = storageFor[one.type];
    const ref: BufferRef = {
      id: i,
      storage: choices[storage % choices.length]!,
      size: size * lanes,
      role: "input",
    };
    inputs.push(buffer(ref.storage, ref.size));
    return access(one, i, size, loops, ref);
  });
  const size = one.outputs.reduce((x, y) => x * y, lanes);
  const output: BufferRef = { id: operands.length, storage: one.type as StorageType, size, role: "output" };
  const statement: Contract = { kind: "contract", ...one, operands, output };
  return {
    kernel: { name: "Contract", buffers: [...operands.map((x) => x.buffer), output], body: [statement] },
    inputs,
  };
}

const extents = (most: number): fc.Arbitrary<number[]> =>
  fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 6, max: 20 })), { maxLength: most });

const cases: fc.Arbitrary<Case> = fc.record({
  type: fc.constantFrom<ScalarType>("f32", "f64", "i32", "u32", "i64", "u64"),
  complex: fc.constant(false),
  outputs: extents(3),
  reductions: extents(3),
  operands: fc.array(
    fc.record({
      coefficients: fc.array(fc.constantFrom(0, 0, 1, 1, 2, 3, 20, -1, -2), { minLength: 1, maxLength: 6 }),
      bounded: fc.boolean(),
      storage: fc.nat(5),
      conjugate: fc.boolean(),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

function agrees(one: Case): void {
  const { kernel, inputs } = build(one);
  verify(kernel);
  const [vector, scalar] = (["vector", "scalar"] as const).map((mode) => {
    const result = arrayOf(one.type, kernel.buffers[kernel.buffers.length - 1]!.size);
    interpret(kernel, { mode })([...inputs, result]);
    return result;
  });
  expect(firstDifference(vector!, scalar!)).toBe(-1);
}

describe("contractions", () => {
  it("agree with their loops for random strides and bounds", () => {
    fc.assert(fc.property(cases, agrees), { numRuns: 300 });
  });

  it("agree with their loops for complex numbers", () => {
    const complex = cases.map(
      (one): Case => ({ ...one, complex: true, type: one.type === "f64" ? "f64" : "f32" }),
    );
    const plain = complex.map((one) => ({
      ...one,
      operands: one.operands.map((each) => ({ ...each, storage: 0 })),
    }));
    fc.assert(fc.property(plain, agrees), { numRuns: 60 });
  });

  it("sums in the order of the reduction, rounding each product and sum", () => {
    const [i, j, k] = [3, 17, 29];
    const a = Float32Array.from({ length: i * k }, (_, n) => Math.sin(n) * 1000);
    const b = Float32Array.from({ length: k * j }, (_, n) => Math.cos(n) / 7);
    const expected = new Float32Array(i * j);
    for (let r = 0; r < i; r++)
      for (let c = 0; c < j; c++) {
        let sum = 0;
        for (let n = 0; n < k; n++) sum = Math.fround(sum + Math.fround(a[r * k + n]! * b[n * j + c]!));
        expected[r * j + c] = sum;
      }
    const matmul = contract(() => ({
      extents: { i, j, k },
      output: ["i", "j"],
      operands: [
        { input: 0, axes: [{ terms: [["i", 1]] }, { terms: [["k", 1]] }] },
        { input: 1, axes: [{ terms: [["k", 1]] }, { terms: [["j", 1]] }] },
      ],
    }));
    const inputs = [
      { dtype: "float32", shape: [i, k], data: a },
      { dtype: "float32", shape: [k, j], data: b },
    ] as const;
    expect(runLowering(matmul, inputs, [{ dtype: "float32", shape: [i, j] }])).toEqual([expected]);
  });

  it("counts what lies outside a window as zero", () => {
    const same = contract(() => ({
      extents: { o: 5, k: 3 },
      output: ["o"],
      operands: [
        {
          input: 0,
          axes: [
            {
              terms: [
                ["o", 1],
                ["k", 1],
              ],
              offset: -1,
              bounded: true,
            },
          ],
        },
        { input: 1, axes: [{ terms: [["k", 1]] }] },
      ],
    }));
    const inputs = [
      { dtype: "float64", shape: [5], data: [1, 2, 3, 4, 5] },
      { dtype: "float64", shape: [3], data: [1, 10, 100] },
    ] as const;
    const outputs = [{ dtype: "float64", shape: [5] }] as const;
    expect(runLowering(same, inputs, outputs)).toEqual([Float64Array.of(210, 321, 432, 543, 54)]);
    const infinite = [inputs[0], { ...inputs[1], data: [Infinity, 0, 0] }];
    // Zero times infinity: the window's edge is a number like any other.
    expect(Array.from(runLowering(same, infinite, outputs)[0] as Float64Array)[0]).toBeNaN();
  });
});
