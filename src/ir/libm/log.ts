// log and log1p: x = 2^k m with m in [√2/2, √2], then the series of log((1 + s) / (1 - s)).
// Coefficients: FDLIBM 5.3, e_log.c (Sun Microsystems).
import { add, and, bitcast, cast, div, eq, ge, lt, mul, select, shr, sub } from "../arithmetic.ts";
import type { Scalar } from "../scalar.ts";
import { choose, double, INFINITY, NAN, polynomial, type Real, square, throughDouble } from "./double.ts";
import { LN2_HIGH, LN2_LOW } from "./exp.ts";

// log((1 + s) / (1 - s)) = 2s + s^3 L(s^2)
const L = [
  6.66666666666673513e-1, 3.999999999940941908e-1, 2.857142874366239149e-1, 2.222219843214978396e-1,
  1.818357216161805012e-1, 1.531383769920937332e-1, 1.479819860511658591e-1,
];

/** x = 2^k * m. */
export interface Binary {
  readonly m: Scalar;
  readonly k: Scalar;
}

// Bits of 1 and of √2/2: adding the difference carries into the exponent when m would exceed √2.
const ONE = 0x3ff0000000000000n;
const ROOT_HALF = 0x3fe6a09e00000000n;

/** Splits a positive finite float64, subnormal ones too; m in [√2/2, √2), k as float64. */
export function binary(x: Scalar): Binary {
  const small = lt(x, 2 ** -1022);
  const bits = bitcast(select(small, mul(x, 2 ** 54), x), "int64");
  const moved = add(bits, ONE - ROOT_HALF);
  const m = bitcast(add(and(moved, 0x000fffffffffffffn), ROOT_HALF), "float64");
  const k = cast(cast(shr(moved, 52), "int32"), "float64");
  return { m, k: sub(k, select(small, double(1077), double(1023))) };
}

/** The same for a positive finite float32, in float32's bits, which all machines shift fast. */
export function binary32(x: Scalar): Binary {
  const small = lt(x, 2 ** -126);
  const bits = bitcast(select(small, mul(x, 2 ** 24), x), "int32");
  const moved = add(bits, 0x3f800000 - 0x3f3504f3);
  const m = cast(bitcast(add(and(moved, 0x7fffff), 0x3f3504f3), "float32"), "float64");
  const k = cast(shr(moved, 23), "float64");
  return { m, k: sub(k, select(small, double(151), double(127))) };
}

/** log of 2^k (1 + f) e^c, for a c that is tiny beside f. */
export function logOf(f: Scalar, k: Scalar, c?: Scalar): Scalar {
  const s = div(f, add(f, 2));
  const half = mul(square(f), 0.5);
  const z = square(s);
  const r = mul(s, add(half, mul(z, polynomial(z, L))));
  const low = mul(k, LN2_LOW);
  const tail = add(r, c === undefined ? low : add(low, c));
  return add(mul(k, LN2_HIGH), sub(f, sub(half, tail)));
}

/** Zero, negative, infinite and NaN arguments of a logarithm. */
export const logLimits = (x: Scalar, value: Scalar): Scalar =>
  choose(
    [
      [eq(x, 0), Number.NEGATIVE_INFINITY],
      [lt(x, 0), NAN],
      [lt(x, INFINITY), value],
    ],
    x,
  );

const finish = (x: Scalar, { m, k }: Binary): Scalar => logLimits(x, logOf(sub(m, 1), k));

/** The natural logarithm of a float64. */
export const log64: Real = (x) => finish(x, binary(x));

/** The natural logarithm; at most 0.74 ulp. */
export const log: Real = (x) => {
  if (x.dtype === "float64") return log64(x);
  const narrow = cast(x, "float32");
  return cast(finish(cast(x, "float64"), binary32(narrow)), x.dtype);
};

/** log(1 + x) of a float64. */
export function log1p64(x: Scalar): Scalar {
  const u = add(x, 1);
  const { m, k } = binary(u);
  // What 1 + x lost, relative to u.
  const lost = div(select(lt(k, 2), sub(x, sub(u, 1)), sub(double(1), sub(u, x))), u);
  const direct = eq(k, 0);
  const f = select(direct, x, sub(m, 1));
  const value = logOf(f, k, select(direct, double(0), lost));
  return choose(
    [
      [eq(x, 0), x],
      [ge(x, INFINITY), x],
    ],
    logLimits(u, value),
  );
}

/** log(1 + x), accurate near zero; at most 0.75 ulp. */
export const log1p = throughDouble(log1p64);
