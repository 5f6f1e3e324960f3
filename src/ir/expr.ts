// Constructors of kernel IR expressions, with the folding that keeps index arithmetic small.
import type {
  BinaryOp,
  BufferRef,
  CompareOp,
  Const,
  Expr,
  Loop,
  ScalarType,
  UnaryOp,
  Variable,
} from "./kernel.ts";
import { loadedType } from "./kernel.ts";

export const isBig = (type: ScalarType): boolean => type === "i64" || type === "u64";
export const isFloat = (type: ScalarType): boolean => type === "f32" || type === "f64";

export function constant(type: ScalarType, value: number | bigint | boolean): Const {
  const plain = typeof value === "boolean" ? Number(value) : value;
  if (isBig(type)) {
    const wrap = type === "i64" ? BigInt.asIntN : BigInt.asUintN;
    return { kind: "const", type, value: wrap(64, BigInt(plain)) };
  }
  const number = Number(plain);
  if (type === "f32") return { kind: "const", type, value: Math.fround(number) };
  if (type === "i32") return { kind: "const", type, value: number | 0 };
  if (type === "u32") return { kind: "const", type, value: number >>> 0 };
  return { kind: "const", type, value: number };
}

export const i32 = (value: number): Const => constant("i32", value);

const isConst = (x: Expr, value: number): boolean => x.kind === "const" && x.value === value;

export const unary = (op: UnaryOp, x: Expr): Expr => ({ kind: "unary", type: x.type, op, x });

export function binary(op: BinaryOp, x: Expr, y: Expr): Expr {
  return (x.type === "i32" && foldIndex(op, x, y)) || { kind: "binary", type: x.type, op, x, y };
}

// Only i32 is folded: it is exact, and almost all index arithmetic.
function foldIndex(op: BinaryOp, x: Expr, y: Expr): Expr | null {
  if (x.kind === "const" && y.kind === "const") {
    const a = x.value as number;
    const b = y.value as number;
    if (op === "add") return i32(a + b);
    if (op === "sub") return i32(a - b);
    if (op === "mul") return i32(Math.imul(a, b));
    return null;
  }
  if (op === "add") return isConst(x, 0) ? y : isConst(y, 0) ? x : null;
  if (op === "sub") return isConst(y, 0) ? x : null;
  if (op === "mul") {
    if (isConst(x, 0) || isConst(y, 0)) return i32(0);
    return isConst(x, 1) ? y : isConst(y, 1) ? x : null;
  }
  return op === "div" && isConst(y, 1) ? x : null;
}

export const compare = (op: CompareOp, x: Expr, y: Expr): Expr => ({
  kind: "compare",
  type: "bool",
  op,
  x,
  y,
});
export const select = (condition: Expr, x: Expr, y: Expr): Expr => ({
  kind: "select",
  type: x.type,
  condition,
  x,
  y,
});
export const cast = (type: ScalarType, x: Expr): Expr => (x.type === type ? x : { kind: "cast", type, x });
export const bitcast = (type: ScalarType, x: Expr): Expr =>
  x.type === type ? x : { kind: "bitcast", type, x };
export const read = (variable: Variable): Expr => ({ kind: "read", type: variable.type, variable });
export const index = (loop: Loop): Expr => ({ kind: "index", type: "i32", loop });
export const load = (buffer: BufferRef, at: Expr, checked = false): Expr => ({
  kind: "load",
  type: loadedType(buffer.storage),
  buffer,
  index: at,
  checked,
});
export const table = (type: ScalarType, values: readonly (number | bigint)[], at: Expr): Expr => ({
  kind: "table",
  type,
  values,
  index: at,
});
