// exp and expm1 by Cody and Waite's reduction to [-ln 2 / 2, ln 2 / 2].
// Coefficients of both: FDLIBM 5.3, e_exp.c and s_expm1.c (Sun Microsystems), the Remez fits described there.
import { abs, add, cast, div, lt, max, min, mul, neg, select, sub } from "../arithmetic.ts";
import { constant, type Scalar } from "../scalar.ts";
import {
  double,
  fastTwoSum,
  nearestInteger,
  polynomial,
  powerOfTwo,
  scale,
  square,
  throughDouble,
} from "./double.ts";

const LOG2_E = 1.4426950408889634;
/** ln 2 in two parts; the first has 32 trailing zero bits, so small multiples of it are exact. */
export const LN2_HIGH = 6.9314718036912381649e-1;
export const LN2_LOW = 1.90821492927058770002e-10;

// r (e^r + 1) / (e^r - 1) = 2 + P(r^2)
const P = [
  1.66666666666666019037e-1, -2.7777777777015593384e-3, 6.61375632143793436117e-5, -1.6533902205465251539e-6,
  4.13813679705723846039e-8,
];
// The same for expm1, in r^2 / 2, scaled.
const Q = [
  1, -3.33333333333331316428e-2, 1.58730158725481460165e-3, -7.93650757867487942473e-5,
  4.0082178273293623955e-6, -2.01099218183624371326e-7,
];

interface Parts {
  readonly value: Scalar;
  /** What rounding took from `value`. */
  readonly lost: Scalar;
  readonly k: Scalar;
}

/** e^(x + low) as `value * 2^k`, 1/√2 <= value <= √2; x must lie in [-746, 711]. */
function expParts(x: Scalar, low?: Scalar): Parts {
  const { value: n, index: k } = nearestInteger(mul(x, LOG2_E));
  const high = sub(x, mul(n, LN2_HIGH));
  const rest = low === undefined ? mul(n, LN2_LOW) : sub(mul(n, LN2_LOW), low);
  const r = sub(high, rest);
  const t = square(r);
  const c = sub(r, mul(t, polynomial(t, P)));
  const fall = sub(sub(rest, div(mul(r, c), sub(2, c))), high);
  const value = sub(double(1), fall);
  return { value, lost: sub(sub(double(1), value), fall), k };
}

/** Keeps overflow and underflow in reach of `scale`; NaN stays. */
const clamped = (x: Scalar): Scalar => max(min(x, 711), -746);

function exp64(x: Scalar): Scalar {
  const { value, k } = expParts(clamped(x));
  return scale(value, k);
}

/** e^(high + low) for |low| far below |high|. */
export function expPair(high: Scalar, low: Scalar): Scalar {
  const { value, k } = expParts(clamped(high), low);
  return scale(value, k);
}

/** e^x / 2, which is finite where sinh and cosh are. */
export function halfExp(x: Scalar): Scalar {
  const { value, k } = expParts(clamped(x));
  return scale(value, sub(k, 1));
}

/** e^x; at most 0.86 ulp. */
export const exp = throughDouble(exp64);

// e^709.8 is past the largest float64, and 2^k still in reach.
const OVERFLOW = 709.8;

// 2^k (e^r - 1) + (2^k - 1), computed at half the size so that 2^1024 does not occur.
function expm1Large(x: Scalar): Scalar {
  const { value: n, index: k } = nearestInteger(mul(x, LOG2_E));
  const high = sub(x, mul(n, LN2_HIGH));
  const rest = mul(n, LN2_LOW);
  const r = sub(high, rest);
  const correction = sub(sub(high, r), rest);
  const half = mul(r, 0.5);
  const square2 = mul(r, half);
  const r1 = polynomial(square2, Q);
  const t = sub(double(3), mul(r1, half));
  const e = mul(square2, div(sub(r1, t), sub(double(6), mul(r, t))));
  const tail = sub(sub(mul(r, sub(e, correction)), correction), square2);
  const unit = powerOfTwo(sub(k, constant("int32", 1)));
  return mul(add(sub(unit, 0.5), mul(sub(r, tail), unit)), 2);
}

function expm164(x: Scalar): Scalar {
  return select(lt(abs(x), 2 ** -54), x, expm1Large(max(min(x, OVERFLOW), -40)));
}

/** e^x - 1; at most 1.34 ulp. */
export const expm1 = throughDouble(expm164);

/** 1 / (1 + e^-x), by e^-|x| so that nothing overflows; rounded once. */
function narrowSigmoid(x: Scalar): Scalar {
  const wide = cast(x, "float64");
  const e = exp64(neg(abs(wide)));
  return cast(div(select(lt(wide, 0), e, double(1)), add(e, 1)), x.dtype);
}

/** The same with what rounding e^-|x| and 1 + e^-|x| took: (a + da) / (b + db) = q + (da - q db) / b. */
function sigmoid64(x: Scalar): Scalar {
  const { value, lost, k } = expParts(clamped(neg(abs(x))));
  const e = scale(value, k);
  const tail = scale(lost, k);
  const { high, low } = fastTwoSum(double(1), e);
  const negative = lt(x, 0);
  const quotient = div(select(negative, e, double(1)), high);
  const rest = sub(select(negative, tail, double(0)), mul(quotient, add(low, tail)));
  return add(quotient, div(rest, high));
}

/** The logistic function; at most 1.19 ulp. */
export const sigmoid = (x: Scalar): Scalar => (x.dtype === "float64" ? sigmoid64(x) : narrowSigmoid(x));
