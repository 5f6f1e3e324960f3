// Arithmetic on typed scalars of every dtype: what exists in kernel IR itself, complex numbers spelled out.
import { type DTypeName, isComplex } from "../base/dtypes.ts";
import * as e from "./expr.ts";
import type { BinaryOp, CompareOp, Expr, UnaryOp } from "./kernel.ts";
import {
  complex,
  computeType,
  constant,
  isScalar,
  like,
  narrow,
  type Operand,
  partType,
  real,
  type Scalar,
} from "./scalar.ts";

type Pair = [Scalar, Scalar];

function pair(x: Operand, y: Operand): Pair {
  if (isScalar(x)) return [x, like(x, y)];
  if (isScalar(y)) return [like(y, x), y];
  throw new TypeError(`Arithmetic needs a scalar on one side: received ${x} and ${y}`);
}

function combine(op: BinaryOp, x: Operand, y: Operand): Scalar {
  const [a, b] = pair(x, y);
  if (a.im !== null) return complex(a.dtype, e.binary(op, a.re, b.re), e.binary(op, a.im, b.im!));
  return real(a.dtype, narrow(a.dtype, e.binary(op, a.re, b.re)));
}

export const add = (x: Operand, y: Operand): Scalar => combine("add", x, y);
export const sub = (x: Operand, y: Operand): Scalar => combine("sub", x, y);

/** (a + bi)(c + di) = (ac - bd) + (ad + bc)i */
export function mul(x: Operand, y: Operand): Scalar {
  const [a, b] = pair(x, y);
  if (a.im === null) return combine("mul", a, b);
  const times = (p: Expr, q: Expr): Expr => e.binary("mul", p, q);
  return complex(
    a.dtype,
    e.binary("sub", times(a.re, b.re), times(a.im, b.im!)),
    e.binary("add", times(a.re, b.im!), times(a.im, b.re)),
  );
}

/** Floats divide as IEEE does, ints toward zero (x / 0 is 0: check before), complex by the conjugate. */
export function div(x: Operand, y: Operand): Scalar {
  const [a, b] = pair(x, y);
  if (a.im === null) return combine("div", a, b);
  const scale = e.binary("add", e.binary("mul", b.re, b.re), e.binary("mul", b.im!, b.im!));
  const top = mul(a, conj(b));
  return complex(a.dtype, e.binary("div", top.re, scale), e.binary("div", top.im!, scale));
}

/** Remainder with the dividend's sign. */
export const rem = (x: Operand, y: Operand): Scalar => combine("rem", x, y);
/** NaN if either is NaN; -0 below +0. */
export const min = (x: Operand, y: Operand): Scalar => combine("min", x, y);
export const max = (x: Operand, y: Operand): Scalar => combine("max", x, y);
export const and = (x: Operand, y: Operand): Scalar => combine("and", x, y);
export const or = (x: Operand, y: Operand): Scalar => combine("or", x, y);
export const xor = (x: Operand, y: Operand): Scalar => combine("xor", x, y);
/** The count is taken modulo the width of the type computed in (32 for small ints). */
export const shl = (x: Operand, y: Operand): Scalar => combine("shl", x, y);
export const shr = (x: Operand, y: Operand): Scalar => combine("shr", x, y);
/** High half of the product of two uint32. */
export const mulhi = (x: Operand, y: Operand): Scalar => combine("mulhi", x, y);
export const copysign = (x: Operand, y: Operand): Scalar => combine("copysign", x, y);

function each(op: UnaryOp, x: Scalar): Scalar {
  if (x.im !== null) return complex(x.dtype, e.unary(op, x.re), e.unary(op, x.im));
  return real(x.dtype, narrow(x.dtype, e.unary(op, x.re)));
}

export const neg = (x: Scalar): Scalar => each("neg", x);
/** Absolute value of real numbers; complex ones have `hypot` of their parts. */
export const abs = (x: Scalar): Scalar => (x.dtype === "bool" || x.re.type[0] === "u" ? x : each("abs", x));
export const sqrt = (x: Scalar): Scalar => each("sqrt", x);
export const floor = (x: Scalar): Scalar => each("floor", x);
export const ceil = (x: Scalar): Scalar => each("ceil", x);
export const trunc = (x: Scalar): Scalar => each("trunc", x);
/** Rounds to the nearest integer, ties to even. */
export const nearest = (x: Scalar): Scalar => each("nearest", x);
/** Logical for bool, bitwise for ints. */
export const not = (x: Scalar): Scalar => each("not", x);
export const popcount = (x: Scalar): Scalar => each("popcount", x);
export const clz = (x: Scalar): Scalar => each("clz", x);

function relate(op: CompareOp, x: Operand, y: Operand): Scalar {
  const [a, b] = pair(x, y);
  const re = e.compare(op, a.re, b.re);
  if (a.im === null) return real("bool", re);
  return real("bool", e.binary(op === "ne" ? "or" : "and", re, e.compare(op, a.im, b.im!)));
}

export const eq = (x: Operand, y: Operand): Scalar => relate("eq", x, y);
export const ne = (x: Operand, y: Operand): Scalar => relate("ne", x, y);
export const lt = (x: Operand, y: Operand): Scalar => relate("lt", x, y);
export const le = (x: Operand, y: Operand): Scalar => relate("le", x, y);
export const gt = (x: Operand, y: Operand): Scalar => relate("gt", x, y);
export const ge = (x: Operand, y: Operand): Scalar => relate("ge", x, y);
export const isNan = (x: Scalar): Scalar => relate("ne", x, x);

/** `condition ? x : y`; both are computed. */
export function select(condition: Scalar, x: Operand, y: Operand): Scalar {
  const [a, b] = pair(x, y);
  const re = e.select(condition.re, a.re, b.re);
  return a.im === null ? real(a.dtype, re) : complex(a.dtype, re, e.select(condition.re, a.im, b.im!));
}

/** Converts as TensorFlow's Cast: floats truncate, ints wrap, complex to real drops the imaginary part. */
export function cast(x: Scalar, dtype: DTypeName): Scalar {
  if (x.dtype === dtype) return x;
  const type = computeType(dtype);
  const re = narrow(dtype, e.cast(type, x.re));
  if (!isComplex(dtype)) return dtype === "bool" && x.im !== null ? ne(x, 0) : real(dtype, re);
  return complex(dtype, re, x.im === null ? e.constant(type, 0) : e.cast(type, x.im));
}

/** Reads the same bits as another dtype of the same width. */
export const bitcast = (x: Scalar, dtype: DTypeName): Scalar =>
  real(dtype, e.bitcast(computeType(dtype), x.re));

export const conj = (x: Scalar): Scalar => (x.im === null ? x : complex(x.dtype, x.re, e.unary("neg", x.im)));
export const realPart = (x: Scalar): Scalar => real(partType(x), x.re);
export const imagPart = (x: Scalar): Scalar =>
  x.im === null ? constant(x.dtype, 0) : real(partType(x), x.im);
/** The complex number with these float32 or float64 parts. */
export const makeComplex = (re: Scalar, im: Scalar): Scalar =>
  complex(re.dtype === "float64" ? "complex128" : "complex64", re.re, im.re);

/** `values[at]`, a constant pool; `at` is int32 and must be in bounds. */
export const table = (dtype: DTypeName, values: readonly (number | bigint)[], at: Scalar): Scalar =>
  real(dtype, e.table(computeType(dtype), values, at.re));
