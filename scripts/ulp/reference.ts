// The elementary functions to some 250 bits, by their power series and identities.
import {
  add,
  type Big,
  big,
  div,
  isZero,
  magnitude,
  mul,
  negate,
  ONE,
  PRECISION,
  round,
  scaled,
  series,
  sqrt,
  sub,
  trim,
  ZERO,
} from "./big.ts";

const small = (k: number): Big => big(k);
const plain = (term: Big): Big => term;

/** atan(1/n) as n * 2^-bits. */
function inverseTangent(n: bigint, bits: bigint): bigint {
  let total = 0n;
  let power = (1n << bits) / n;
  for (let i = 1n; power !== 0n; i += 2n, power = -power / (n * n)) total += power / i;
  return total;
}

const PI_BITS = 1600n;
export const PI: Big = {
  n: (16n * inverseTangent(5n, PI_BITS + 32n) - 4n * inverseTangent(239n, PI_BITS + 32n)) >> 32n,
  e: -Number(PI_BITS),
};

/** 2 (s + s^3/3 + s^5/5 + …) */
function artanhTwice(s: Big): Big {
  if (isZero(s)) return ZERO;
  const square = trim(mul(s, s));
  return scaled(
    series(
      s,
      (term) => mul(term, square),
      (term, i) => div(term, small(2 * i + 1)),
    ),
    1,
  );
}
const LN2 = artanhTwice(div(ONE, small(3), PRECISION + 64));

export function expm1(x: Big): Big {
  if (magnitude(x) < -1)
    return isZero(x) ? x : series(x, (term, i) => div(mul(term, x), small(i + 1)), plain);
  return trim(sub(exp(x), ONE), PRECISION * 4);
}

export function exp(x: Big): Big {
  const k = round(div(x, LN2));
  const r = scaled(trim(sub(x, mul({ n: k, e: 0 }, LN2))), -8);
  let result = series(ONE, (term, i) => div(mul(term, r), small(i)), plain);
  for (let i = 0; i < 8; i++) result = trim(mul(result, result));
  return scaled(result, Number(k));
}

/** log(1 + x) for x > -1. */
export function log1p(x: Big): Big {
  if (magnitude(x) < -2) return artanhTwice(div(x, add(x, small(2))));
  return log(add(ONE, x));
}

export function log(x: Big): Big {
  // x = 2^k m with m around 1
  let k = magnitude(x);
  if (sub(scaled(x, -k), big(0.7)).n < 0n) k--;
  const m = scaled(x, -k);
  const near = artanhTwice(div(sub(m, ONE), add(m, ONE)));
  return trim(add(near, mul({ n: BigInt(k), e: 0 }, LN2)));
}

function sinSeries(r: Big): Big {
  if (isZero(r)) return r;
  const square = negate(trim(mul(r, r)));
  return series(r, (term, i) => div(mul(term, square), small(2 * i * (2 * i + 1))), plain);
}
function cosSeries(r: Big): Big {
  const square = negate(trim(mul(r, r)));
  return series(ONE, (term, i) => div(mul(term, square), small(2 * i * (2 * i - 1))), plain);
}

function turned(x: Big, quarters: bigint): Big {
  const half = scaled(PI, -1);
  const n = round(div(x, half, PRECISION + 1100));
  const r = trim(sub(x, mul({ n, e: 0 }, half)));
  const quadrant = (n + quarters) & 3n;
  const value = quadrant % 2n === 0n ? sinSeries(r) : cosSeries(r);
  return quadrant >= 2n ? negate(value) : value;
}
export const sin = (x: Big): Big => turned(x, 0n);
export const cos = (x: Big): Big => turned(x, 1n);
export const tan = (x: Big): Big => div(sin(x), cos(x));

export function atan(x: Big): Big {
  if (isZero(x)) return x;
  let t = x;
  const halvings = magnitude(x) < -8 ? 0 : 6;
  for (let i = 0; i < halvings; i++) t = div(t, add(ONE, sqrt(trim(add(ONE, mul(t, t))))));
  const square = negate(trim(mul(t, t)));
  return scaled(
    series(
      t,
      (term) => mul(term, square),
      (term, i) => div(term, small(2 * i + 1)),
    ),
    halvings,
  );
}

export function asin(x: Big): Big {
  const cosine = sqrt(trim(mul(sub(ONE, x), add(ONE, x)), 2 * PRECISION));
  return atan2(x, cosine);
}
export const acos = (x: Big): Big => scaled(atan(sqrt(div(sub(ONE, x), add(ONE, x)))), 1);

export function atan2(y: Big, x: Big): Big {
  if (isZero(x)) return y.n < 0n ? scaled(negate(PI), -1) : scaled(PI, -1);
  const angle = atan(div(y, x));
  if (x.n > 0n) return angle;
  return y.n < 0n ? sub(angle, PI) : add(angle, PI);
}

const half = (x: Big): Big => scaled(x, -1);
export function sinh(x: Big): Big {
  const t = expm1(x);
  return half(add(t, div(t, add(t, ONE))));
}
export function cosh(x: Big): Big {
  const e = exp(x);
  return half(add(e, div(ONE, e)));
}
export function tanh(x: Big): Big {
  const t = expm1(scaled(x, 1));
  return div(t, add(t, small(2)));
}
export function asinh(x: Big): Big {
  const square = mul(x, x);
  const a = x.n < 0n ? negate(x) : x;
  const value = log1p(trim(add(a, div(square, add(ONE, sqrt(trim(add(ONE, square), 3 * PRECISION)))))));
  return x.n < 0n ? negate(value) : value;
}
export function acosh(x: Big): Big {
  const t = sub(x, ONE);
  return log1p(trim(add(t, sqrt(mul(t, add(t, small(2))))), 2 * PRECISION));
}
export const atanh = (x: Big): Big => half(log1p(div(scaled(x, 1), sub(ONE, x))));

export const sigmoid = (x: Big): Big => div(ONE, add(ONE, exp(negate(x))), 2 * PRECISION);
export const rsqrt = (x: Big): Big => div(ONE, sqrt(x));
export const hypot = (x: Big, y: Big): Big => sqrt(add(mul(x, x), mul(y, y)));

export function pow(x: Big, y: Big): Big {
  return isZero(y) ? ONE : exp(mul(log(x), y));
}

/** 2/√π x (1 - x²/3 + x⁴/10 - …): the terms grow to e^(x²) before they shrink. */
export function erf(x: Big): Big {
  if (isZero(x)) return x;
  const extra = Math.ceil(6 * Number(round(mul(x, x)))) + 64;
  const square = negate(mul(x, x));
  let term = x;
  let total = x;
  for (let i = 1; ; i++) {
    term = trim(div(mul(term, square), small(i), PRECISION + extra), PRECISION + extra);
    const part = div(term, small(2 * i + 1), PRECISION + extra);
    if (magnitude(part) < magnitude(x) - PRECISION - extra) break;
    total = trim(add(total, part), PRECISION + extra);
  }
  return scaled(div(total, ROOT_PI_LONG, PRECISION + extra), 1);
}
const ROOT_PI_LONG = sqrt({ n: PI.n, e: PI.e }, 1500);

/** 1 - erf(x); exact enough up to x = 20, where √π's 1500 bits end. */
export const erfc = (x: Big): Big => trim(sub(ONE, erf(x)));
