// Half precision rounds every step of a computation; kernels compute it in float32 and round what they store.
import type { ScalarMath } from "../../graph/lowering.ts";
import type { Scalar } from "../../ir/scalar.ts";

/** A float32 rounded to 8 bits (bfloat16), ties to even. */
function toBfloat16(m: ScalarMath, x: Scalar): Scalar {
  const bits = m.bitcast(x, "int32");
  const odd = m.and(m.shr(bits, 16), 1);
  const moved = m.add(m.add(bits, 0x7fff), odd);
  return m.select(m.isNan(x), x, m.bitcast(m.and(moved, -0x10000), "float32"));
}

/** A float32 rounded to float16's 11 bits and range, ties to even. */
function toFloat16(m: ScalarMath, x: Scalar): Scalar {
  const size = m.abs(x);
  const bits = m.bitcast(size, "int32");
  const moved = m.add(m.add(bits, 0xfff), m.and(m.shr(bits, 13), 1));
  const normal = m.bitcast(m.and(moved, -0x2000), "float32");
  // Adding and taking away 1/2 leaves multiples of 2^-24, the smallest float16.
  const tiny = m.sub(m.add(size, 0.5), 0.5);
  const fitting = m.select(
    m.ge(size, 65520),
    Number.POSITIVE_INFINITY,
    m.select(m.lt(size, 2 ** -14), tiny, normal),
  );
  return m.select(m.isNan(x), x, m.copysign(fitting, x));
}

/** The value as it would be stored in its dtype. */
export function rounded(m: ScalarMath, x: Scalar): Scalar {
  if (x.dtype !== "float16" && x.dtype !== "bfloat16") return x;
  const wide = m.cast(x, "float32");
  return m.cast(x.dtype === "float16" ? toFloat16(m, wide) : toBfloat16(m, wide), x.dtype);
}
