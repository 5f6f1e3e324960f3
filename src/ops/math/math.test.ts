import { describe, expect, it } from "vitest";
import { casesOf, checkRecorded } from "../../../test/support/check-op.ts";
import { evaluate } from "../../engine/evaluate.ts";
import { mathOps } from "./index.ts";

const own = new Set(mathOps.map(({ name }) => name));
const families = ["math_unary", "math_unary_grad", "math_binary", "math_nary", "cast", "bitcast"];
const recorded = new Map(
  families.map((family) => [
    family,
    new Set(
      casesOf(family)
        .map(({ op }) => op)
        .filter((op) => own.has(op)),
    ),
  ]),
);

describe("math ops against TensorFlow", () => {
  for (const [family, ops] of recorded) checkRecorded(family, [...ops]);

  it("leaves only these without a case of their own", () => {
    const tested = new Set([...recorded.values()].flatMap((ops) => [...ops]));
    expect([...own].filter((op) => !tested.has(op)).sort()).toEqual(["AccumulateNV2"]);
  });
});

const float = (...numbers: number[]) =>
  ({ dtype: "float32", shape: [numbers.length], data: Float32Array.from(numbers) }) as const;
const int = (...numbers: number[]) =>
  ({ dtype: "int32", shape: [numbers.length], data: Int32Array.from(numbers) }) as const;

describe("math ops beyond the recordings", () => {
  it("AccumulateNV2 adds", () => {
    const [sum] = evaluate("AccumulateNV2", [float(1, 2), float(3, 4), float(5, 6)], {
      N: 3,
      T: "float32",
      shape: [2],
    });
    expect([...(sum.data as Float32Array)]).toEqual([9, 12]);
  });

  it("integer division and powers wrap at the end of the range", () => {
    const least = -(2 ** 31);
    const [quotient] = evaluate("FloorDiv", [int(least, -7, 7), int(-1, 2, -2)], { T: "int32" });
    expect([...(quotient.data as Int32Array)]).toEqual([least, -4, -4]);
    const [power] = evaluate("Pow", [int(3, 2, 0), int(40, 31, 0)], { T: "int32" });
    expect([...(power.data as Int32Array)]).toEqual([689956897, least, 1]);
  });

  it("float remainders keep infinities and zeros", () => {
    const inf = Number.POSITIVE_INFINITY;
    const [remainder] = evaluate("FloorMod", [float(5, -5, 1, inf), float(inf, inf, 0, 2)], { T: "float32" });
    expect([...(remainder.data as Float32Array)]).toEqual([5, inf, Number.NaN, Number.NaN]);
  });

  it("empty and broadcast operands", () => {
    const empty = { dtype: "float32", shape: [0, 3], data: new Float32Array(0) } as const;
    const [sum] = evaluate("AddV2", [empty, float(1, 2, 3)], { T: "float32" });
    expect(sum).toMatchObject({ shape: [0, 3] });
    const column = { dtype: "int32", shape: [2, 1], data: Int32Array.of(7, 9) } as const;
    const [quotient] = evaluate("FloorDiv", [column, int(2, 3)], { T: "int32" });
    expect(quotient).toMatchObject({ shape: [2, 2], data: Int32Array.of(3, 2, 4, 3) });
  });

  it("small floats round, saturate and keep NaN", () => {
    const codes = (numbers: number[], DstT: "float8_e5m2" | "float8_e4m3fn" | "float4_e2m1fn") => [
      ...(evaluate("Cast", [float(...numbers)], { SrcT: "float32", DstT, Truncate: false })[0]
        .data as Uint8Array),
    ];
    expect(codes([1, -1, 0, -0, 1e9, Number.NaN], "float8_e5m2")).toEqual([0x3c, 0xbc, 0, 0x80, 0x7c, 0x7e]);
    expect(codes([448, 1e9, 2 ** -9, 2 ** -10], "float8_e4m3fn")).toEqual([0x7e, 0x7f, 1, 0]);
    expect(codes([6, 100, -0.4], "float4_e2m1fn")).toEqual([7, 7, 9]);
  });
});
