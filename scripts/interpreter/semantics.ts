// What each operation of kernel IR means, as JavaScript text in `x` and `y`; the interpreter's loops and
// closures are written out from these tables.
import type { BinaryOp, CompareOp, ScalarType, StorageType, UnaryOp } from "../../src/ir/kernel.ts";

export const types: readonly ScalarType[] = ["f32", "f64", "i32", "u32", "i64", "u64", "bool"];

/** The typed array that holds values in flight. */
export const arrays: Record<ScalarType, string> = {
  f32: "Float32Array",
  f64: "Float64Array",
  i32: "Int32Array",
  u32: "Uint32Array",
  i64: "BigInt64Array",
  u64: "BigUint64Array",
  bool: "Uint8Array",
};

export const storages: Record<StorageType, { array: string; type: ScalarType; load: string; store: string }> =
  {
    f16: { array: "Uint16Array", type: "f32", load: "fromF16(x)", store: "toF16(x)" },
    bf16: { array: "Uint16Array", type: "f32", load: "fromBf16(x)", store: "toBf16(x)" },
    f32: { array: "Float32Array", type: "f32", load: "x", store: "x" },
    f64: { array: "Float64Array", type: "f64", load: "x", store: "x" },
    i8: { array: "Int8Array", type: "i32", load: "x", store: "x" },
    u8: { array: "Uint8Array", type: "i32", load: "x", store: "x" },
    i16: { array: "Int16Array", type: "i32", load: "x", store: "x" },
    u16: { array: "Uint16Array", type: "i32", load: "x", store: "x" },
    i32: { array: "Int32Array", type: "i32", load: "x", store: "x" },
    u32: { array: "Uint32Array", type: "u32", load: "x", store: "x" },
    i64: { array: "BigInt64Array", type: "i64", load: "x", store: "x" },
    u64: { array: "BigUint64Array", type: "u64", load: "x", store: "x" },
    bool: { array: "Uint8Array", type: "bool", load: "x", store: "x" },
  };

type Meaning<Op extends string> = Partial<Record<Op, string>>;

const round: Record<"f32" | "f64", (text: string) => string> = {
  f32: (text) => `Math.fround(${text})`,
  f64: (text) => text,
};
const wrap: Record<"i32" | "u32" | "i64" | "u64", (text: string) => string> = {
  i32: (text) => `(${text}) | 0`,
  u32: (text) => `(${text}) >>> 0`,
  i64: (text) => `BigInt.asIntN(64, ${text})`,
  u64: (text) => `BigInt.asUintN(64, ${text})`,
};

const floatUnary = (type: "f32" | "f64"): Meaning<UnaryOp> => ({
  neg: "-x",
  abs: "Math.abs(x)",
  sqrt: round[type]("Math.sqrt(x)"),
  floor: "Math.floor(x)",
  ceil: "Math.ceil(x)",
  trunc: "Math.trunc(x)",
  nearest: "nearest(x)",
});

export const unary: Record<ScalarType, Meaning<UnaryOp>> = {
  f32: floatUnary("f32"),
  f64: floatUnary("f64"),
  i32: { neg: "-x | 0", abs: "Math.abs(x) | 0", not: "~x", popcount: "popcount(x)", clz: "Math.clz32(x)" },
  u32: { neg: "-x >>> 0", not: "~x >>> 0", popcount: "popcount(x)", clz: "Math.clz32(x)" },
  i64: {
    neg: wrap.i64("-x"),
    abs: `x < 0n ? ${wrap.i64("-x")} : x`,
    not: wrap.i64("~x"),
    popcount: "popcountBig(x)",
    clz: "clzBig(x)",
  },
  u64: { neg: wrap.u64("-x"), not: wrap.u64("~x"), popcount: "popcountBig(x)", clz: "clzBig(x)" },
  bool: { not: "x ^ 1" },
};

const floatBinary = (type: "f32" | "f64"): Meaning<BinaryOp> => ({
  add: round[type]("x + y"),
  sub: round[type]("x - y"),
  mul: round[type]("x * y"),
  div: round[type]("x / y"),
  rem: "x % y",
  min: "Math.min(x, y)",
  max: "Math.max(x, y)",
  copysign: "copysign(x, y)",
});

function intBinary(type: "i32" | "u32" | "i64" | "u64"): Meaning<BinaryOp> {
  const big = type === "i64" || type === "u64";
  const [zero, width] = big ? ["0n", "(y & 63n)"] : ["0", "y"];
  const bits = big || type === "i32" ? (text: string) => text : wrap.u32;
  return {
    add: wrap[type]("x + y"),
    sub: wrap[type]("x - y"),
    mul: big ? wrap[type]("x * y") : bits("Math.imul(x, y)"),
    div: `y === ${zero} ? ${zero} : ${wrap[type]("x / y")}`,
    rem: `y === ${zero} ? ${zero} : ${wrap[type]("x % y")}`,
    min: "x < y ? x : y",
    max: "x > y ? x : y",
    and: bits("x & y"),
    or: bits("x | y"),
    xor: bits("x ^ y"),
    shl: big ? wrap[type](`x << ${width}`) : bits("x << y"),
    shr: type === "u32" ? "x >>> y" : big ? `x >> ${width}` : "x >> y",
    ...(type === "u32" ? { mulhi: "mulhi(x, y)" } : {}),
  };
}

export const binary: Record<ScalarType, Meaning<BinaryOp>> = {
  f32: floatBinary("f32"),
  f64: floatBinary("f64"),
  i32: intBinary("i32"),
  u32: intBinary("u32"),
  i64: intBinary("i64"),
  u64: intBinary("u64"),
  bool: { and: "x & y", or: "x | y", xor: "x ^ y" },
};

/** A product and a sum in one step, each rounded as if alone. */
export const fused: Record<string, Record<"f32" | "f64", string>> = {
  mulAdd: both((round) => round(`${round("x * y")} + z`)),
  mulSub: both((round) => round(`${round("x * y")} - z`)),
  subMul: both((round) => round(`z - ${round("x * y")}`)),
};

function both(text: (round: (text: string) => string) => string): Record<"f32" | "f64", string> {
  return { f32: text(round.f32), f64: text(round.f64) };
}

export const compare: Record<CompareOp, string> = {
  eq: "x === y ? 1 : 0",
  ne: "x !== y ? 1 : 0",
  lt: "x < y ? 1 : 0",
  le: "x <= y ? 1 : 0",
  gt: "x > y ? 1 : 0",
  ge: "x >= y ? 1 : 0",
};

const isBig = (type: ScalarType): boolean => type === "i64" || type === "u64";
const isFloat = (type: ScalarType): boolean => type === "f32" || type === "f64";

/** The text of a cast; undefined where the types are the same. */
export function cast(from: ScalarType, to: ScalarType): string | undefined {
  if (from === to) return undefined;
  if (to === "bool") return `x !== ${isBig(from) ? "0n" : "0"} ? 1 : 0`;
  if (isBig(to)) {
    if (isFloat(from)) return to === "i64" ? "toI64(x)" : "toU64(x)";
    if (from === "i32" && to === "u64") return wrap.u64("BigInt(x)");
    return isBig(from) ? wrap[to as "i64"]("x") : "BigInt(x)";
  }
  if (isBig(from)) {
    if (to === "f32") return "bigToF32(x)";
    if (to === "f64") return "Number(x)";
    return `Number(BigInt.${to === "i32" ? "asIntN" : "asUintN"}(32, x))`;
  }
  if (to === "f32") return from === "bool" ? "x" : "Math.fround(x)";
  if (to === "f64") return "x";
  if (isFloat(from)) return to === "i32" ? "toI32(x)" : "toU32(x)";
  if (from === "bool") return "x";
  return to === "i32" ? "x | 0" : "x >>> 0";
}

export const bitcast: Partial<Record<ScalarType, Partial<Record<ScalarType, string>>>> = {
  f32: { i32: "f32Bits(x)", u32: "f32UnsignedBits(x)" },
  f64: { i64: "f64Bits(x)", u64: "f64UnsignedBits(x)" },
  i32: { f32: "f32FromBits(x)", u32: "x >>> 0" },
  u32: { f32: "f32FromBits(x)", i32: "x | 0" },
  i64: { f64: "f64FromBits(x)", u64: wrap.u64("x") },
  u64: { f64: "f64FromBits(BigInt.asIntN(64, x))", i64: wrap.i64("x") },
};
