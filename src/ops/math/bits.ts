// Integers as rows of bits.
import { type DTypeName, dtypeInfo } from "../../base/dtypes.ts";
import { pointwise, type ScalarMath } from "../../graph/lowering.ts";
import { none, op, type } from "../../graph/op.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { sameAsInput } from "../support/shapes.ts";
import { binary, integerTypes, unary } from "./signatures.ts";

const attrs = { T: type(...integerTypes) };
const discrete = none("integers have no gradient");

export const Invert = op("Invert", {
  ...unary,
  attrs,
  lower: pointwise((m, [x]) => m.not(x)),
  grad: discrete,
});

export const BitwiseAnd = op("BitwiseAnd", {
  ...binary,
  attrs,
  lower: pointwise((m, [x, y]) => m.and(x, y)),
  grad: discrete,
});

export const BitwiseOr = op("BitwiseOr", {
  ...binary,
  attrs,
  lower: pointwise((m, [x, y]) => m.or(x, y)),
  grad: discrete,
});

export const BitwiseXor = op("BitwiseXor", {
  ...binary,
  attrs,
  lower: pointwise((m, [x, y]) => m.xor(x, y)),
  grad: discrete,
});

/** Counts beyond the width count as the largest, negative ones as none. */
function clamped(m: ScalarMath, count: Scalar): Scalar {
  const most = dtypeInfo(count.dtype).size * 8 - 1;
  return m.max(m.min(count, most), 0);
}

export const LeftShift = op("LeftShift", {
  ...binary,
  attrs,
  lower: pointwise((m, [x, y]) => m.shl(x, clamped(m, y))),
  grad: discrete,
});

export const RightShift = op("RightShift", {
  ...binary,
  attrs,
  lower: pointwise((m, [x, y]) => m.shr(x, clamped(m, y))),
  grad: discrete,
});

/** The same bits without a sign, so that widening adds none. */
const unsigned = (dtype: DTypeName): DTypeName =>
  dtype.startsWith("u") ? dtype : (`u${dtype}` as DTypeName);

export const PopulationCount = op("PopulationCount", {
  inputs: ["x: T"],
  outputs: ["y: uint8"],
  attrs,
  shape: sameAsInput,
  lower: pointwise((m, [x]) => m.cast(m.popcount(m.cast(x, unsigned(x.dtype))), "uint8")),
  grad: discrete,
});
