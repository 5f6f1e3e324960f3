// Angles modulo π/2 for arguments of any size: the product with 2/π keeps only the bits that matter.
// Payne and Hanek, "Radian reduction for trigonometric functions", SIGNUM Newsletter 18, 1983.
import {
  add,
  and,
  bitcast,
  cast,
  div,
  lt,
  max,
  mul,
  nearest,
  select,
  shr,
  sub,
  table,
} from "../arithmetic.ts";
import { constant, type Scalar } from "../scalar.ts";
import { double, fastTwoSum, type Pair, pairProduct, split, twoSum } from "./double.ts";

/** |x| = quadrant * π/2 + (high + low), |high| <= π/4; quadrant modulo 4, int32. */
export interface Angle extends Pair {
  readonly quadrant: Scalar;
}

// The bits of 2/π after the point (from π by Machin's formula, in integers).
const BITS = 1216n;
const TWO_OVER_PI = /* @__PURE__ */ twoOverPi(BITS);
const HALF_PI: Pair = { high: double(1.5707963267948966), low: double(6.123233995736766e-17) };

function twoOverPi(bits: bigint): bigint {
  const one = 1n << (bits + 64n);
  const arctan = (n: bigint): bigint => {
    let total = 0n;
    let power = one / n;
    for (let i = 1n; power !== 0n; i += 2n, power = -power / (n * n)) total += power / i;
    return total;
  };
  const pi = 4n * (4n * arctan(5n) - arctan(239n));
  return (one << (bits + 1n)) / pi;
}

/** The value of `count` bits of 2/π from bit `from` on (bits before the point are zero), times 2^shift. */
function chunk(from: number, count: number, shift: number): number {
  const end = from + count;
  if (end <= 0) return 0;
  const value = (TWO_OVER_PI >> (BITS - BigInt(end))) & ((1n << BigInt(count)) - 1n);
  return Number(value) * 2 ** (shift - end);
}

const bit = (at: number): number => Number((TWO_OVER_PI >> (BITS - BigInt(at + 1))) & 1n);

/** The same rounded to nearest: one bit less, so that sums of two products stay exact. */
const signedChunk = (from: number, count: number, shift: number): number =>
  from < -count
    ? 0
    : chunk(from, count, shift) + (bit(from + count) - bit(from) * 2 ** count) * 2 ** (shift - from - count);

/** 53 bits from `from` on, less what rounding the chunk before added. */
const tail = (from: number, shift: number): number =>
  chunk(from, 53, shift) - bit(from) * 2 ** (shift - from);

const range = (count: number, entry: (i: number) => number): number[] =>
  Array.from({ length: count }, (_, i) => entry(i));

// float64: 25-bit chunks; entry i stands for chunk i - 2, and x is scaled by 2^-64 to leave room for `split`.
const WIDE = 25;
const BLOCKS = 41;
const WIDE_CHUNKS = /* @__PURE__ */ range(BLOCKS + 6, (i) => signedChunk((i - 2) * WIDE, WIDE, 64));
const WIDE_TAILS = /* @__PURE__ */ range(BLOCKS, (i) => tail((i + 4) * WIDE, 64));
// float32: 27-bit chunks, whose products with 24 bits are exact.
const NARROW = 27;
const NARROW_CHUNKS = /* @__PURE__ */ range(7, (i) => chunk(i * NARROW, NARROW, 0));
const NARROW_TAILS = /* @__PURE__ */ range(5, (i) => chunk((i + 3) * NARROW, 53, 0));

/** x modulo 4 in [-2, 2], exactly. */
const modulo4 = (x: Scalar): Scalar => sub(x, mul(nearest(mul(x, 0.25)), 4));

const exponent64 = (x: Scalar): Scalar => sub(cast(shr(bitcast(x, "int64"), 52), "int32"), 1023);
const exponent32 = (x: Scalar): Scalar => sub(shr(bitcast(x, "int32"), 23), 127);
const int32 = (value: number): Scalar => constant("int32", value);
const quarter = (n: Scalar): Scalar => and(cast(n, "int32"), 3);

/** Reduces a nonnegative float64; infinities give NaN. */
export function reduce64(x: Scalar): Angle {
  const block = max(div(sub(exponent64(x), int32(54 - 2 * WIDE)), WIDE), int32(0));
  const at = (i: number): Scalar => table("float64", WIDE_CHUNKS, add(block, i));
  const scaled = mul(x, 2 ** -64);
  const { high, low } = split(scaled);
  // Terms of weight 2^56, 2^31, 2^6, …; what lies above is a multiple of 4.
  const c = range(6, (i) => i).map(at);
  const term = (i: number): Scalar => add(mul(high, c[i]!), mul(low, c[i - 1]!));
  const top = add(modulo4(term(1)), modulo4(term(2)));
  const third = term(3);
  const n = nearest(add(top, third));
  const first = twoSum(sub(top, n), third);
  const second = twoSum(first.high, term(4));
  const lower = twoSum(add(first.low, second.low), term(5));
  const whole = twoSum(second.high, lower.high);
  const rest = add(mul(scaled, table("float64", WIDE_TAILS, block)), mul(low, c[5]!));
  const turns = fastTwoSum(whole.high, add(whole.low, add(lower.low, rest)));
  const angle = pairProduct(turns, HALF_PI);
  const small = lt(x, 0.7853981633974483);
  return {
    quadrant: select(small, int32(0), quarter(n)),
    high: select(small, x, angle.high),
    low: select(small, double(0), angle.low),
  };
}

/** Reduces a nonnegative float32, given as float32, to about 2^-50. */
export function reduce32(x: Scalar): { readonly quadrant: Scalar; readonly high: Scalar } {
  const block = max(div(sub(exponent32(x), int32(25)), NARROW), int32(0));
  const wide = cast(x, "float64");
  const term = (i: number): Scalar => mul(wide, table("float64", NARROW_CHUNKS, add(block, i)));
  const first = modulo4(term(0));
  const second = modulo4(term(1));
  const third = term(2);
  const n = nearest(add(add(first, second), third));
  const rest = add(add(add(sub(first, n), second), third), mul(wide, table("float64", NARROW_TAILS, block)));
  return { quadrant: quarter(n), high: mul(rest, 1.5707963267948966) };
}
