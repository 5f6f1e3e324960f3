// Typed scalars: what lowering rules compute with. A scalar has a tensor dtype; complex ones are pairs.
import { type DTypeName, dtypeInfo, isComplex, realPartType } from "../base/dtypes.ts";
import * as e from "./expr.ts";
import type { Expr, ScalarType, StorageType } from "./kernel.ts";

export interface Scalar {
  readonly dtype: DTypeName;
  readonly re: Expr;
  /** Imaginary part; null for all but complex dtypes. */
  readonly im: Expr | null;
}
/** Numbers stand for constants of the other operand's dtype. */
export type Operand = Scalar | number | bigint;

const STORAGE: Partial<Record<DTypeName, StorageType>> = {
  float16: "f16",
  bfloat16: "bf16",
  float32: "f32",
  float64: "f64",
  complex64: "f32",
  complex128: "f64",
  int8: "i8",
  uint8: "u8",
  int16: "i16",
  uint16: "u16",
  int32: "i32",
  uint32: "u32",
  int64: "i64",
  uint64: "u64",
  bool: "bool",
  qint8: "i8",
  quint8: "u8",
  qint16: "i16",
  quint16: "u16",
  qint32: "i32",
  int4: "i8",
  uint4: "u8",
  int2: "i8",
  uint2: "u8",
  float8_e5m2: "u8",
  float8_e4m3fn: "u8",
  float8_e4m3fnuz: "u8",
  float8_e4m3b11fnuz: "u8",
  float8_e5m2fnuz: "u8",
  float4_e2m1fn: "u8",
};

/** How a dtype's entries lie in a buffer; complex dtypes give the storage of one part. */
export function storageOf(dtype: DTypeName): StorageType {
  const storage = STORAGE[dtype];
  if (storage === undefined)
    throw new TypeError(`Kernels hold numbers: expected a numeric dtype, received ${dtype}`);
  return storage;
}

const WIDE: Partial<Record<DTypeName, ScalarType>> = {
  float32: "f32",
  float64: "f64",
  float16: "f32",
  bfloat16: "f32",
  complex64: "f32",
  complex128: "f64",
  uint32: "u32",
  int64: "i64",
  uint64: "u64",
  bool: "bool",
};

/** The type a dtype computes in: f32 for halves, i32 for small ints, the part's type for complex. */
export const computeType = (dtype: DTypeName): ScalarType => WIDE[dtype] ?? "i32";

export function real(dtype: DTypeName, re: Expr): Scalar {
  return { dtype, re, im: isComplex(dtype) ? e.constant(re.type, 0) : null };
}

export const complex = (dtype: DTypeName, re: Expr, im: Expr): Scalar => ({ dtype, re, im });

/** A constant of a dtype; complex dtypes take the imaginary part too. */
export function constant(dtype: DTypeName, value: number | bigint | boolean, im = 0): Scalar {
  const type = computeType(dtype);
  const re = e.constant(type, value);
  return isComplex(dtype) ? { dtype, re, im: e.constant(type, im) } : { dtype, re, im: null };
}

export const isScalar = (x: unknown): x is Scalar => typeof x === "object" && x !== null && "re" in x;

/** Gives a number the dtype of the scalar beside it. */
export const like = (x: Scalar, y: Operand): Scalar => (isScalar(y) ? y : constant(x.dtype, y));

/** Wraps an i32 result to the width of a small integer dtype, as a store and a load would. */
export function narrow(dtype: DTypeName, x: Expr): Expr {
  const { kind, size } = dtypeInfo(dtype);
  if (x.type !== "i32" || size >= 4) return x;
  if (kind === "uint") return e.binary("and", x, e.i32(size === 1 ? 0xff : 0xffff));
  if (kind !== "int") return x;
  const shift = e.i32(32 - size * 8);
  return e.binary("shr", e.binary("shl", x, shift), shift);
}

/** The dtype of a complex scalar's parts. */
export const partType = (x: Scalar): DTypeName => realPartType(x.dtype);
