// x^y = exp(y log x), the logarithm as a pair of float64 so that large powers keep their last bits.
import {
  abs,
  add,
  and,
  cast,
  copysign,
  div,
  eq,
  floor,
  gt,
  isNan,
  lt,
  max,
  min,
  mul,
  ne,
  neg,
  not,
  or,
  select,
  sub,
} from "../arithmetic.ts";
import type { Scalar } from "../scalar.ts";
import {
  choose,
  double,
  fastTwoSum,
  INFINITY,
  NAN,
  type Pair,
  pairProduct,
  polynomial,
  square,
  twoProduct,
  twoSum,
} from "./double.ts";
import { expPair, LN2_HIGH, LN2_LOW } from "./exp.ts";
import { binary, binary32, logOf } from "./log.ts";

const THIRD: Pair = { high: double(1 / 3), low: double(1.850371707708594e-17) };
// 1/5, 1/7, …: the series of log((1 + s) / (1 - s)) / 2s beyond 1 + s^2/3
const TAIL = Array.from({ length: 12 }, (_, i) => 1 / (2 * i + 5));

/** log of a positive finite float64 to about 2^-68. */
function logPair(x: Scalar): Pair {
  const { m, k } = binary(x);
  const f = sub(m, 1);
  const d = twoSum(m, double(1));
  const s = div(f, d.high);
  const back = twoProduct(s, d.high);
  const left = sub(sub(sub(f, back.high), back.low), mul(s, d.low));
  const twice: Pair = { high: mul(s, 2), low: mul(div(left, d.high), 2) };
  const half: Pair = { high: s, low: mul(twice.low, 0.5) };
  const z = pairProduct(half, half);
  const third = pairProduct(z, THIRD);
  const bend = fastTwoSum(third.high, mul(square(z.high), polynomial(z.high, TAIL)));
  const product = pairProduct(twice, { high: bend.high, low: add(bend.low, third.low) });
  const first = twoSum(mul(k, LN2_HIGH), twice.high);
  const second = twoSum(first.high, product.high);
  const low = add(add(first.low, second.low), add(add(product.low, twice.low), mul(k, LN2_LOW)));
  return fastTwoSum(second.high, low);
}

/** The log of a narrower type's value, where float64 has room to spare. */
function logNarrow(x: Scalar): Pair {
  const { m, k } = binary32(cast(x, "float32"));
  return { high: logOf(sub(m, 1), k), low: double(0) };
}

/** |x|^y for x >= 0. */
function powOf(x: Scalar, y: Scalar, log: Pair): Scalar {
  const high = choose(
    [
      [eq(x, 0), Number.NEGATIVE_INFINITY],
      [eq(x, INFINITY), INFINITY],
    ],
    log.high,
  );
  const rough = mul(y, high);
  // Beyond, the result is 0 or infinite and the parts of the product may have overflowed.
  const usual = lt(abs(rough), 1000);
  const product = twoProduct(y, log.high);
  const low = add(product.low, mul(y, log.low));
  const bounded = max(min(rough, 1000), -1000);
  return select(eq(x, 1), 1, expPair(bounded, select(usual, low, double(0))));
}

/** C's pow, at most 0.83 ulp: 1 for y = 0 and x = 1 even beside NaN, 1 for x = -1 and y infinite. */
export function pow(x: Scalar, y: Scalar): Scalar {
  const base = cast(x, "float64");
  const power = cast(y, "float64");
  const size = abs(base);
  const value = powOf(size, power, x.dtype === "float64" ? logPair(size) : logNarrow(abs(x)));
  const whole = eq(floor(power), power);
  const odd = and(whole, ne(mul(floor(mul(power, 0.5)), 2), power));
  const negative = lt(copysign(double(1), base), 0);
  const signed = select(and(negative, odd), neg(value), value);
  const undefinedRoot = and(and(lt(base, 0), gt(base, Number.NEGATIVE_INFINITY)), not(whole));
  const result = select(or(undefinedRoot, or(isNan(base), isNan(power))), NAN, signed);
  return cast(select(or(eq(power, 0), eq(base, 1)), 1, result), x.dtype);
}
