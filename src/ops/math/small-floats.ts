// The 8- and 4-bit floats in kernels: codes read by table, values rounded to codes by arithmetic.
import {
  isSmallFloat,
  numberFromSmallFloat,
  type SmallFloatName,
  smallFloatLayout,
} from "../../base/small-float.ts";
import type { ScalarMath } from "../../graph/lowering.ts";
import type { Scalar } from "../../ir/scalar.ts";

/** The float32 that a code stands for; other dtypes stay as they are. */
export function decoded(m: ScalarMath, x: Scalar): Scalar {
  const { dtype } = x;
  if (!isSmallFloat(dtype)) return x;
  const count = smallFloatLayout(dtype).sign * 2;
  const values = Array.from({ length: count }, (_, code) => numberFromSmallFloat(dtype, code));
  return m.table("float32", values, m.and(m.real("int32", x.re), count - 1));
}

/** 2^k of an int32 k as float64. */
const powerOfTwo = (m: ScalarMath, k: Scalar): Scalar =>
  m.cast(m.bitcast(m.shl(m.add(k, 127), 23), "float32"), "float64");

/** The code nearest to a real number, ties to even. */
export function encoded(m: ScalarMath, value: Scalar, name: SmallFloatName): Scalar {
  const { sign, mantissaBits, bias, largest, nan, overflow, negativeZero } = smallFloatLayout(name);
  const x = m.cast(value, "float64");
  const smallest = 1 - bias;
  const size = m.min(m.abs(x), 2 ** 17);
  const bounded = m.cast(m.max(size, 2 ** smallest), "float32");
  const exponent = m.sub(m.shr(m.bitcast(bounded, "int32"), 23), 127);
  const significand = m.nearest(
    m.mul(size, powerOfTwo(m, m.sub(m.constant("int32", mantissaBits), exponent))),
  );
  // A subnormal has no implicit bit, so its code is its significand; each exponent step adds 2^mantissaBits.
  const code = m.add(m.shl(m.sub(exponent, smallest), mantissaBits), m.cast(significand, "int32"));
  const signBit = m.select(m.lt(m.copysign(m.constant("float64", 1), x), 0), m.constant("int32", sign), 0);
  const withSign = negativeZero ? m.or(code, signBit) : m.select(m.eq(code, 0), 0, m.or(code, signBit));
  const fitting = m.select(m.gt(code, largest), m.or(signBit, overflow), withSign);
  return m.real(name, m.select(m.isNan(x), m.constant("int32", nan), fitting).re);
}
