// Which types the operations of kernel IR take and give.
import type { BinaryOp, Const, Expr, ScalarType, UnaryOp } from "./kernel.ts";
import { loadedType } from "./kernel.ts";

const FLOATS: readonly ScalarType[] = ["f32", "f64"];
const INTS: readonly ScalarType[] = ["i32", "u32", "i64", "u64"];
const SIGNED: readonly ScalarType[] = ["i32", "i64", ...FLOATS];
const NUMBERS: readonly ScalarType[] = [...INTS, ...FLOATS];
const BITS: readonly ScalarType[] = [...INTS, "bool"];

const UNARY: Record<UnaryOp, readonly ScalarType[]> = {
  neg: NUMBERS,
  abs: SIGNED,
  sqrt: FLOATS,
  floor: FLOATS,
  ceil: FLOATS,
  trunc: FLOATS,
  nearest: FLOATS,
  not: BITS,
  popcount: INTS,
  clz: INTS,
};

const BINARY: Record<BinaryOp, readonly ScalarType[]> = {
  add: NUMBERS,
  sub: NUMBERS,
  mul: NUMBERS,
  div: NUMBERS,
  rem: NUMBERS,
  min: NUMBERS,
  max: NUMBERS,
  and: BITS,
  or: BITS,
  xor: BITS,
  shl: INTS,
  shr: INTS,
  mulhi: ["u32"],
  copysign: FLOATS,
};

const WIDTHS: Record<ScalarType, number> = { f32: 32, i32: 32, u32: 32, f64: 64, i64: 64, u64: 64, bool: 8 };

/** What is wrong with a node's types, its operands being right; null if nothing is. */
export function typeComplaint(x: Expr): string | null {
  switch (x.kind) {
    case "const":
      return constComplaint(x);
    case "index":
      return null;
    case "read":
      return same(x.variable.type, x.type);
    case "load":
      return same("i32", x.index.type) ?? same(loadedType(x.buffer.storage), x.type);
    case "table":
      return same("i32", x.index.type);
    case "unary":
      return takes(x.op, UNARY[x.op], x.type) ?? same(x.type, x.x.type);
    case "binary":
      return takes(x.op, BINARY[x.op], x.type) ?? same(x.type, x.x.type) ?? same(x.type, x.y.type);
    case "compare":
      return same(x.x.type, x.y.type);
    case "select":
      return same("bool", x.condition.type) ?? same(x.type, x.x.type) ?? same(x.type, x.y.type);
    case "cast":
      return x.type === x.x.type ? `expected a cast to another type, received ${x.type} twice` : null;
    case "bitcast":
      return WIDTHS[x.type] === WIDTHS[x.x.type] && x.type !== x.x.type
        ? null
        : `expected another type of ${WIDTHS[x.type]} bits, received ${x.x.type} for ${x.type}`;
    default:
      return x satisfies never;
  }
}

const same = (expected: ScalarType, received: ScalarType): string | null =>
  expected === received ? null : `expected ${expected}, received ${received}`;

const takes = (op: string, types: readonly ScalarType[], type: ScalarType): string | null =>
  types.includes(type) ? null : `expected one of ${types.join(", ")} for ${op}, received ${type}`;

/** A constant must be written as the type holds it. */
function constComplaint({ type, value }: Const): string | null {
  return holds(type, value) ? null : `expected a constant of type ${type}, received ${typeof value} ${value}`;
}

function holds(type: ScalarType, value: number | bigint): boolean {
  if (type === "i64") return typeof value === "bigint" && BigInt.asIntN(64, value) === value;
  if (type === "u64") return typeof value === "bigint" && BigInt.asUintN(64, value) === value;
  if (typeof value === "bigint") return false;
  if (type === "f32") return Object.is(Math.fround(value), value);
  if (type === "i32") return (value | 0) === value;
  if (type === "u32") return value >>> 0 === value;
  return type === "f64" || value === 0 || value === 1;
}
