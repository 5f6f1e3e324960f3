// Every operation of kernel IR on the values where it could go wrong, in both modes of the interpreter.
import { describe, expect, it } from "vitest";
import type { DTypeName, NumericArray } from "../../base/dtypes.ts";
import * as e from "../../ir/expr.ts";
import type { BinaryOp, BufferRef, CompareOp, Expr, Kernel, ScalarType, UnaryOp } from "../../ir/kernel.ts";
import { verify } from "../../ir/verify.ts";
import { interpret } from "../interpret.ts";
import { arrayOf } from "./registers.ts";

type Values = readonly (number | bigint)[];

const COPIES = 5;

/** Computes one expression for rows of values, each row several times so that lanes are used. */
function compute(inputs: readonly (readonly [ScalarType, Values])[], make: (...x: Expr[]) => Expr): Values {
  const n = inputs[0]![1].length * COPIES;
  const loop = { mode: "parallel" as const, name: "i" };
  const refs = inputs.map(([type], id): BufferRef => ({ id, storage: type, size: n, role: "input" }));
  const value = make(...refs.map((ref) => e.load(ref, e.index(loop))));
  const out: BufferRef = { id: refs.length, storage: value.type, size: n, role: "output" };
  const store = { kind: "store" as const, buffer: out, index: e.index(loop), value, checked: false };
  const kernel: Kernel = {
    name: "Case",
    buffers: [...refs, out],
    body: [{ kind: "for", loop, extent: e.i32(n), body: [store] }],
  };
  verify(kernel);
  const arrays = inputs.map(([type, values]) => {
    const array = arrayOf(type, n);
    for (let i = 0; i < n; i++) array[i] = values[i % values.length]!;
    return array;
  });
  const results = (["vector", "scalar"] as const).map((mode): NumericArray => {
    const result = arrayOf(value.type, n);
    interpret(kernel, { mode })([...arrays, result]);
    return result;
  });
  expect(results[0]).toEqual(results[1]);
  return Array.from(results[0] as ArrayLike<number | bigint>).slice(0, n / COPIES);
}

const MAX = 2147483647;
const MIN = -2147483648;
const UMAX = 4294967295;
const MAX64 = 0x7fffffffffffffffn;
const MIN64 = -0x8000000000000000n;
const UMAX64 = 0xffffffffffffffffn;
const TINY = 2 ** -149;
const LARGEST = Math.fround(3.4028234663852886e38);

type Row2 = readonly [x: number | bigint, y: number | bigint, result: number | bigint];
type Row1 = readonly [x: number | bigint, result: number | bigint];

const BINARY: Record<BinaryOp, Partial<Record<ScalarType, readonly Row2[]>>> = {
  add: {
    f32: [
      [16777216, 1, 16777216],
      [LARGEST, LARGEST, Infinity],
      [Infinity, -Infinity, NaN],
      [-0, -0, -0],
      [-0, 0, 0],
      [TINY, TINY, 2 * TINY],
    ],
    f64: [
      [0.1, 0.2, 0.1 + 0.2],
      [1e308, 1e308, Infinity],
      [NaN, 1, NaN],
    ],
    i32: [
      [MAX, 1, MIN],
      [MIN, -1, MAX],
    ],
    u32: [
      [UMAX, 1, 0],
      [UMAX, UMAX, UMAX - 1],
    ],
    i64: [
      [MAX64, 1n, MIN64],
      [MIN64, -1n, MAX64],
    ],
    u64: [[UMAX64, 1n, 0n]],
  },
  sub: {
    f32: [
      [1, 1, 0],
      [-0, 0, -0],
      [Infinity, Infinity, NaN],
    ],
    f64: [[0.3, 0.1, 0.3 - 0.1]],
    i32: [[MIN, 1, MAX]],
    u32: [[0, 1, UMAX]],
    i64: [[MIN64, 1n, MAX64]],
    u64: [[0n, 1n, UMAX64]],
  },
  mul: {
    f32: [
      [Math.fround(0.1), 3, Math.fround(Math.fround(0.1) * 3)],
      [Infinity, 0, NaN],
      [-1, 0, -0],
      [TINY, 0.5, 0],
    ],
    f64: [[0.1, 3, 0.1 * 3]],
    i32: [
      [65537, 65537, 131073],
      [MIN, -1, MIN],
      [123456789, 987654321, Math.imul(123456789, 987654321)],
    ],
    u32: [
      [UMAX, UMAX, 1],
      [65536, 65536, 0],
    ],
    i64: [
      [MAX64, 2n, -2n],
      [MIN64, -1n, MIN64],
    ],
    u64: [[UMAX64, UMAX64, 1n]],
  },
  div: {
    f32: [
      [1, 3, Math.fround(1 / 3)],
      [1, 0, Infinity],
      [1, -0, -Infinity],
      [0, 0, NaN],
    ],
    f64: [
      [1, 3, 1 / 3],
      [-1, 0, -Infinity],
    ],
    i32: [
      [7, -2, -3],
      [-7, 2, -3],
      [5, 0, 0],
      [MIN, -1, MIN],
      [MIN, 1, MIN],
      [MAX, MIN, 0],
    ],
    u32: [
      [UMAX, 2, MAX],
      [5, 0, 0],
    ],
    i64: [
      [-7n, 2n, -3n],
      [5n, 0n, 0n],
      [MIN64, -1n, MIN64],
    ],
    u64: [
      [UMAX64, 2n, MAX64],
      [5n, 0n, 0n],
    ],
  },
  rem: {
    f32: [
      [7, -3, 1],
      [-7, 3, -1],
      [-6, 3, -0],
      [1, 0, NaN],
      [Infinity, 1, NaN],
      [5, Infinity, 5],
    ],
    f64: [
      [7.5, 2, 1.5],
      [-7.5, 2, -1.5],
    ],
    i32: [
      [7, -3, 1],
      [-7, 3, -1],
      [5, 0, 0],
      [MIN, -1, 0],
    ],
    u32: [
      [UMAX, 10, 5],
      [5, 0, 0],
    ],
    i64: [
      [-7n, 3n, -1n],
      [5n, 0n, 0n],
      [MIN64, -1n, 0n],
    ],
    u64: [
      [UMAX64, 10n, 5n],
      [5n, 0n, 0n],
    ],
  },
  min: {
    f32: [
      [NaN, 1, NaN],
      [1, NaN, NaN],
      [0, -0, -0],
      [-0, 0, -0],
      [-Infinity, 1, -Infinity],
    ],
    f64: [
      [NaN, 1, NaN],
      [0, -0, -0],
    ],
    i32: [[MIN, MAX, MIN]],
    u32: [[UMAX, 1, 1]],
    i64: [[MIN64, MAX64, MIN64]],
    u64: [[UMAX64, 1n, 1n]],
  },
  max: {
    f32: [
      [NaN, 1, NaN],
      [1, NaN, NaN],
      [0, -0, 0],
      [-0, 0, 0],
    ],
    f64: [
      [1, NaN, NaN],
      [-0, 0, 0],
    ],
    i32: [[MIN, MAX, MAX]],
    u32: [[UMAX, 1, UMAX]],
    i64: [[MIN64, MAX64, MAX64]],
    u64: [[UMAX64, 1n, UMAX64]],
  },
  and: {
    i32: [[-1, 5, 5]],
    u32: [[UMAX, 0x80000001, 0x80000001]],
    i64: [[-1n, 5n, 5n]],
    u64: [[UMAX64, 5n, 5n]],
    bool: [
      [1, 1, 1],
      [1, 0, 0],
      [0, 0, 0],
    ],
  },
  or: {
    i32: [[MIN, 1, MIN + 1]],
    u32: [[0x80000000, 1, 0x80000001]],
    i64: [[MIN64, 1n, MIN64 + 1n]],
    u64: [[UMAX64, 0n, UMAX64]],
    bool: [
      [1, 0, 1],
      [0, 0, 0],
      [1, 1, 1],
    ],
  },
  xor: {
    i32: [[-1, 1, -2]],
    u32: [[UMAX, 1, UMAX - 1]],
    i64: [[-1n, 1n, -2n]],
    u64: [[UMAX64, 1n, UMAX64 - 1n]],
    bool: [
      [1, 1, 0],
      [1, 0, 1],
    ],
  },
  shl: {
    i32: [
      [1, 31, MIN],
      [1, 32, 1],
      [1, 33, 2],
      [1, -1, MIN],
    ],
    u32: [
      [1, 31, 0x80000000],
      [3, 31, 0x80000000],
      [1, 32, 1],
    ],
    i64: [
      [1n, 63n, MIN64],
      [1n, 64n, 1n],
      [1n, -1n, MIN64],
    ],
    u64: [
      [1n, 63n, 0x8000000000000000n],
      [3n, 65n, 6n],
    ],
  },
  shr: {
    i32: [
      [MIN, 31, -1],
      [-8, 1, -4],
      [-8, 33, -4],
    ],
    u32: [
      [0x80000000, 31, 1],
      [UMAX, 32, UMAX],
    ],
    i64: [
      [MIN64, 63n, -1n],
      [-8n, 65n, -4n],
    ],
    u64: [
      [UMAX64, 63n, 1n],
      [UMAX64, 64n, UMAX64],
    ],
  },
  mulhi: {
    u32: [
      [UMAX, UMAX, UMAX - 1],
      [0x12345678, 0x9abcdef0, 0xb00ea4e],
      [65535, 65537, 0],
      [65536, 65536, 1],
    ],
  },
  copysign: {
    f32: [
      [1, -0, -1],
      [-1, 0, 1],
      [Infinity, -3, -Infinity],
      [0, -1, -0],
    ],
    f64: [
      [2, -1, -2],
      [-0, 1, 0],
    ],
  },
};

const UNARY: Record<UnaryOp, Partial<Record<ScalarType, readonly Row1[]>>> = {
  neg: {
    f32: [
      [0, -0],
      [-0, 0],
      [Infinity, -Infinity],
      [NaN, NaN],
    ],
    f64: [
      [0, -0],
      [1.5, -1.5],
    ],
    i32: [
      [MIN, MIN],
      [5, -5],
      [0, 0],
    ],
    u32: [
      [1, UMAX],
      [0, 0],
    ],
    i64: [
      [MIN64, MIN64],
      [5n, -5n],
    ],
    u64: [[1n, UMAX64]],
  },
  abs: {
    f32: [
      [-0, 0],
      [-Infinity, Infinity],
      [NaN, NaN],
    ],
    f64: [[-1.5, 1.5]],
    i32: [
      [MIN, MIN],
      [-5, 5],
    ],
    i64: [
      [MIN64, MIN64],
      [-5n, 5n],
    ],
  },
  sqrt: {
    f32: [
      [2, Math.fround(Math.SQRT2)],
      [-0, -0],
      [-1, NaN],
      [Infinity, Infinity],
      [TINY, Math.fround(Math.sqrt(TINY))],
    ],
    f64: [[2, Math.SQRT2]],
  },
  floor: {
    f32: [
      [-0.5, -1],
      [0.5, 0],
      [-0, -0],
    ],
    f64: [
      [1e300, 1e300],
      [-1.5, -2],
    ],
  },
  ceil: {
    f32: [
      [-0.5, -0],
      [0.5, 1],
    ],
    f64: [
      [1.5, 2],
      [-Infinity, -Infinity],
    ],
  },
  trunc: {
    f32: [
      [-1.5, -1],
      [-0.5, -0],
      [1.5, 1],
    ],
    f64: [
      [-1e300, -1e300],
      [NaN, NaN],
    ],
  },
  nearest: {
    f32: [
      [0.5, 0],
      [1.5, 2],
      [2.5, 2],
      [-0.5, -0],
      [-1.5, -2],
      [-0, -0],
      [8388609, 8388609],
      [Infinity, Infinity],
      [NaN, NaN],
    ],
    f64: [
      [0.49999999999999994, 0],
      [4503599627370495.5, 4503599627370496],
      [-2.5, -2],
      [9007199254740991, 9007199254740991],
    ],
  },
  not: {
    i32: [
      [0, -1],
      [5, -6],
    ],
    u32: [[0, UMAX]],
    i64: [[0n, -1n]],
    u64: [[0n, UMAX64]],
    bool: [
      [0, 1],
      [1, 0],
    ],
  },
  popcount: {
    i32: [
      [-1, 32],
      [0, 0],
      [MIN, 1],
    ],
    u32: [[UMAX, 32]],
    i64: [
      [-1n, 64n],
      [MIN64, 1n],
    ],
    u64: [
      [UMAX64, 64n],
      [5n, 2n],
    ],
  },
  clz: {
    i32: [
      [0, 32],
      [1, 31],
      [-1, 0],
    ],
    u32: [[UMAX, 0]],
    i64: [
      [0n, 64n],
      [1n, 63n],
      [-1n, 0n],
    ],
    u64: [[0x100000000n, 31n]],
  },
};

const CAST: readonly (readonly [ScalarType, ScalarType, readonly Row1[]])[] = [
  [
    "f32",
    "i32",
    [
      [1.9, 1],
      [-1.9, -1],
      [NaN, 0],
      [Infinity, MAX],
      [-Infinity, MIN],
      [2147483648, MAX],
      [-2147483904, MIN],
    ],
  ],
  [
    "f32",
    "u32",
    [
      [-1, 0],
      [NaN, 0],
      [4294967296, UMAX],
      [3e9, 3e9],
      [0.9, 0],
    ],
  ],
  [
    "f32",
    "i64",
    [
      [NaN, 0n],
      [Infinity, MAX64],
      [-Infinity, MIN64],
      [-1.5, -1n],
      [2 ** 62, 1n << 62n],
    ],
  ],
  [
    "f32",
    "u64",
    [
      [NaN, 0n],
      [-5, 0n],
      [Infinity, UMAX64],
      [2 ** 63, 1n << 63n],
    ],
  ],
  [
    "f64",
    "i32",
    [
      [2147483647.5, MAX],
      [-2147483648.9, MIN],
      [NaN, 0],
      [-0.5, 0],
    ],
  ],
  [
    "f64",
    "i64",
    [
      [9223372036854775000, 9223372036854774784n],
      [1e300, MAX64],
      [-1e300, MIN64],
    ],
  ],
  [
    "f64",
    "u64",
    [
      [1e300, UMAX64],
      [-1, 0n],
    ],
  ],
  [
    "f64",
    "f32",
    [
      [0.1, Math.fround(0.1)],
      [1e300, Infinity],
      [NaN, NaN],
      [1e-300, 0],
      [-1e-300, -0],
    ],
  ],
  [
    "f64",
    "bool",
    [
      [0, 0],
      [-0, 0],
      [NaN, 1],
      [0.1, 1],
    ],
  ],
  [
    "i32",
    "f32",
    [
      [16777217, 16777216],
      [MIN, MIN],
    ],
  ],
  [
    "i32",
    "u32",
    [
      [-1, UMAX],
      [MIN, 0x80000000],
    ],
  ],
  ["i32", "i64", [[MIN, -2147483648n]]],
  ["i32", "u64", [[-1, UMAX64]]],
  [
    "i32",
    "bool",
    [
      [0, 0],
      [-5, 1],
    ],
  ],
  ["u32", "i32", [[UMAX, -1]]],
  ["u32", "i64", [[UMAX, 4294967295n]]],
  ["u32", "f32", [[UMAX, 4294967296]]],
  [
    "i64",
    "i32",
    [
      [0x100000005n, 5],
      [-1n, -1],
      [0x80000000n, MIN],
      [MIN64, 0],
    ],
  ],
  [
    "i64",
    "u32",
    [
      [-1n, UMAX],
      [0x1ffffffffn, UMAX],
    ],
  ],
  ["i64", "u64", [[-1n, UMAX64]]],
  [
    "i64",
    "f64",
    [
      [MAX64, 2 ** 63],
      [9007199254740993n, 9007199254740992],
      [-5n, -5],
    ],
  ],
  // 2^24 + 1 halves of an ulp apart: rounding twice would give 2^40 + 2^17 too low.
  [
    "i64",
    "f32",
    [
      [(1n << 60n) + (1n << 36n) + 1n, 2 ** 60 + 2 ** 37],
      [(1n << 60n) + (1n << 36n), 2 ** 60],
      [-3n, -3],
    ],
  ],
  [
    "i64",
    "bool",
    [
      [0n, 0],
      [1n << 40n, 1],
    ],
  ],
  ["u64", "i64", [[UMAX64, -1n]]],
  ["u64", "f32", [[UMAX64, 2 ** 64]]],
  ["u64", "i32", [[UMAX64, -1]]],
  [
    "bool",
    "f32",
    [
      [1, 1],
      [0, 0],
    ],
  ],
  [
    "bool",
    "i64",
    [
      [1, 1n],
      [0, 0n],
    ],
  ],
  ["bool", "i32", [[1, 1]]],
];

const BITCAST: readonly (readonly [ScalarType, ScalarType, readonly Row1[]])[] = [
  [
    "f32",
    "i32",
    [
      [1, 0x3f800000],
      [-0, MIN],
    ],
  ],
  ["f32", "u32", [[-0, 0x80000000]]],
  [
    "i32",
    "f32",
    [
      [0x7f800000, Infinity],
      [1, TINY],
    ],
  ],
  ["u32", "f32", [[0x80000000, -0]]],
  ["u32", "i32", [[UMAX, -1]]],
  ["i32", "u32", [[-1, UMAX]]],
  [
    "f64",
    "i64",
    [
      [1, 0x3ff0000000000000n],
      [-0, MIN64],
    ],
  ],
  ["f64", "u64", [[-0, 0x8000000000000000n]]],
  ["i64", "f64", [[0x3ff0000000000000n, 1]]],
  ["u64", "f64", [[0x8000000000000000n, -0]]],
  ["u64", "i64", [[UMAX64, -1n]]],
  ["i64", "u64", [[-1n, UMAX64]]],
];

const columns = <T>(rows: readonly (readonly T[])[]): T[][] =>
  rows[0]!.map((_, i) => rows.map((row) => row[i]!));

describe("operations of kernel IR", () => {
  for (const [op, byType] of Object.entries(BINARY))
    for (const [type, rows] of Object.entries(byType))
      it(`${op} of ${type}`, () => {
        const [x, y, result] = columns(rows);
        const t = type as ScalarType;
        expect(
          compute(
            [
              [t, x!],
              [t, y!],
            ],
            (a, b) => e.binary(op as BinaryOp, a, b),
          ),
        ).toEqual(result);
      });
  for (const [op, byType] of Object.entries(UNARY))
    for (const [type, rows] of Object.entries(byType))
      it(`${op} of ${type}`, () => {
        const [x, result] = columns(rows);
        expect(compute([[type as ScalarType, x!]], (a) => e.unary(op as UnaryOp, a))).toEqual(result);
      });
  for (const [from, to, rows] of CAST)
    it(`cast of ${from} to ${to}`, () => {
      const [x, result] = columns(rows);
      expect(compute([[from, x!]], (a) => e.cast(to, a))).toEqual(result);
    });
  for (const [from, to, rows] of BITCAST)
    it(`bits of ${from} as ${to}`, () => {
      const [x, result] = columns(rows);
      expect(compute([[from, x!]], (a) => e.bitcast(to, a))).toEqual(result);
    });

  const ORDERED: Record<ScalarType, Values> = {
    f32: [-Infinity, -1, 0, TINY, Infinity],
    f64: [-Infinity, -1, 0, 5e-324, Infinity],
    i32: [MIN, -1, 0, 1, MAX],
    u32: [0, 1, MAX, 0x80000000, UMAX],
    i64: [MIN64, -1n, 0n, 1n, MAX64],
    u64: [0n, 1n, MAX64, 0x8000000000000000n, UMAX64],
    bool: [0, 0, 0, 1, 1],
  };
  const HOLDS: Record<CompareOp, (x: number | bigint, y: number | bigint) => boolean> = {
    eq: (x, y) => x === y,
    ne: (x, y) => x !== y,
    lt: (x, y) => x < y,
    le: (x, y) => x <= y,
    gt: (x, y) => x > y,
    ge: (x, y) => x >= y,
  };
  for (const [type, values] of Object.entries(ORDERED))
    for (const [op, holds] of Object.entries(HOLDS))
      it(`${op} of ${type}`, () => {
        const x = values.flatMap((value) => values.map(() => value));
        const y = values.flatMap(() => values);
        const t = type as ScalarType;
        const got = compute(
          [
            [t, x],
            [t, y],
          ],
          (a, b) => e.compare(op as CompareOp, a, b),
        );
        expect(got).toEqual(x.map((value, i) => Number(holds(value, y[i]!))));
      });
  it("compares NaN as IEEE does, and zeros as equal", () => {
    const compareAll = (op: CompareOp): Values =>
      compute(
        [
          ["f32", [NaN, NaN, 1, 0]],
          ["f32", [NaN, 1, NaN, -0]],
        ],
        (a, b) => e.compare(op, a, b),
      );
    expect(compareAll("eq")).toEqual([0, 0, 0, 1]);
    expect(compareAll("ne")).toEqual([1, 1, 1, 0]);
    for (const op of ["lt", "gt"] as const) expect(compareAll(op)).toEqual([0, 0, 0, 0]);
    for (const op of ["le", "ge"] as const) expect(compareAll(op)).toEqual([0, 0, 0, 1]);
  });
  it("selects and looks up", () => {
    const picked = compute(
      [
        ["bool", [1, 0]],
        ["i64", [1n, 2n]],
        ["i64", [3n, 4n]],
      ],
      (c, x, y) => e.select(c, x, y),
    );
    expect(picked).toEqual([1n, 4n]);
    expect(compute([["i32", [2, 0, 1]]], (at) => e.table("f32", [0.1, 2, -3], at))).toEqual([
      -3,
      Math.fround(0.1),
      2,
    ]);
    expect(compute([["i32", [1, 0]]], (at) => e.table("u64", [5n, 6n], at))).toEqual([6n, 5n]);
  });
});

describe("storage", () => {
  const STORED: readonly (readonly [BufferRef["storage"], DTypeName, Values, Values])[] = [
    ["f16", "float16", [1, 65520, 65519, -0, 2 ** -25, 1 + 2 ** -11], [1, Infinity, 65504, -0, 0, 1]],
    ["bf16", "bfloat16", [1, 1 + 2 ** -8, 1 + 3 * 2 ** -8, LARGEST, -0], [1, 1, 1 + 2 ** -6, Infinity, -0]],
    ["i8", "int8", [127, 128, -129, 256], [127, -128, 127, 0]],
    ["u8", "uint8", [255, 256, -1], [255, 0, 255]],
    ["i16", "int16", [32768, -32769], [-32768, 32767]],
    ["u16", "uint16", [65536, -1], [0, 65535]],
  ];
  for (const [storage, dtype, values, read] of STORED)
    it(`${dtype} is narrowed by a store and widened by a load`, () => {
      const n = values.length;
      const type = storage === "f16" || storage === "bf16" ? "f32" : "i32";
      const source: BufferRef = { id: 0, storage: type, size: n, role: "input" };
      const narrow: BufferRef = { id: 1, storage, size: n, role: "temporary" };
      const out: BufferRef = { id: 2, storage: type, size: n, role: "output" };
      const copy = (from: BufferRef, to: BufferRef): Kernel["body"][number] => {
        const loop = { mode: "parallel" as const, name: "i" };
        const value = e.load(from, e.index(loop));
        const store = { kind: "store" as const, buffer: to, index: e.index(loop), value, checked: false };
        return { kind: "for", loop, extent: e.i32(n), body: [store] };
      };
      const kernel: Kernel = {
        name: "Copy",
        buffers: [source, narrow, out],
        body: [copy(source, narrow), copy(narrow, out)],
      };
      verify(kernel);
      for (const mode of ["vector", "scalar"] as const) {
        const given = arrayOf(type, n);
        values.forEach((value, i) => {
          given[i] = value;
        });
        const result = arrayOf(type, n);
        const small =
          storage === "i8"
            ? new Int8Array(n)
            : storage === "u8"
              ? new Uint8Array(n)
              : storage === "i16"
                ? new Int16Array(n)
                : new Uint16Array(n);
        interpret(kernel, { mode })([given, small, result]);
        expect(Array.from(result as Float32Array)).toEqual(read);
      }
    });
});
