// What the ways of reducing start from, accumulate in and combine by.
import type { DTypeName } from "../../base/dtypes.ts";
import type { Reduce } from "../../graph/lowering.ts";
import { math } from "../../ir/math.ts";
import { computeType, constant, type Scalar } from "../../ir/scalar.ts";

export type Combine = Reduce<unknown>["combine"];

const WIDER: Partial<Record<DTypeName, DTypeName>> = {
  float16: "float64",
  bfloat16: "float64",
  float32: "float64",
  complex64: "complex128",
};

/** Sums and products of small floats are accumulated wider. */
export function accumulatorType(combine: Combine, dtype: DTypeName): DTypeName {
  return combine === "sum" || combine === "prod" ? (WIDER[dtype] ?? dtype) : dtype;
}

export function combineScalars(combine: Combine, x: Scalar, y: Scalar): Scalar {
  switch (combine) {
    case "sum":
      return math.add(x, y);
    case "prod":
      return math.mul(x, y);
    case "min":
      return math.min(x, y);
    case "max":
      return math.max(x, y);
    case "and":
      return math.and(x, y);
    case "or":
      return math.or(x, y);
    default:
      return combine satisfies never;
  }
}

/** What an empty reduction gives. */
export function identity(combine: Combine, dtype: DTypeName): Scalar {
  switch (combine) {
    case "sum":
    case "or":
      return constant(dtype, 0);
    case "prod":
      return constant(dtype, 1);
    case "and":
      return constant(dtype, dtype === "bool" ? 1 : -1);
    case "min":
      return constant(dtype, extremes(dtype)[1]);
    case "max":
      return constant(dtype, extremes(dtype)[0]);
    default:
      return combine satisfies never;
  }
}

const SMALL: Partial<Record<DTypeName, readonly [number, number]>> = {
  int8: [-128, 127],
  qint8: [-128, 127],
  uint8: [0, 255],
  quint8: [0, 255],
  int16: [-32768, 32767],
  qint16: [-32768, 32767],
  uint16: [0, 65535],
  quint16: [0, 65535],
  int4: [-8, 7],
  uint4: [0, 15],
  int2: [-2, 1],
  uint2: [0, 3],
};

/** The lowest and highest value of a dtype. */
function extremes(dtype: DTypeName): readonly [number | bigint, number | bigint] {
  const small = SMALL[dtype];
  if (small !== undefined) return small;
  switch (computeType(dtype)) {
    case "i32":
      return [-2147483648, 2147483647];
    case "u32":
      return [0, 4294967295];
    case "i64":
      return [-0x8000000000000000n, 0x7fffffffffffffffn];
    case "u64":
      return [0n, 0xffffffffffffffffn];
    case "bool":
      return [0, 1];
    default:
      return [-Infinity, Infinity];
  }
}
