// What the library functions share: polynomials, powers of two, exact sums and products of float64 scalars.
// The errors that the functions state, in units in the last place of float64, are measured by scripts/ulp.ts.
import { add, and, bitcast, cast, ge, mul, nearest, select, shl, shr, sub, table } from "../arithmetic.ts";
import { constant, type Operand, type Scalar } from "../scalar.ts";

/** A function of one real scalar. */
export type Real = (x: Scalar) => Scalar;

export const double = (value: number): Scalar => constant("float64", value);
export const NAN = double(Number.NaN);
export const INFINITY = double(Number.POSITIVE_INFINITY);

/** Narrower types compute in float64 and are rounded once. */
export const throughDouble =
  (body: Real): Real =>
  (x) =>
    cast(body(cast(x, "float64")), x.dtype);

/** The same for two arguments; numbers take the dtype of the first. */
export const throughDouble2 =
  (body: (x: Scalar, y: Scalar) => Scalar) =>
  (x: Scalar, y: Scalar): Scalar =>
    cast(body(cast(x, "float64"), cast(y, "float64")), x.dtype);

/** `c[0] + c[1] x + c[2] x^2 + …`, by Horner's rule. */
export function polynomial(x: Scalar, c: readonly number[]): Scalar {
  let sum = double(c[c.length - 1]!);
  for (let i = c.length - 2; i >= 0; i--) sum = add(mul(sum, x), c[i]!);
  return sum;
}

/** `c[0] T0(t) + c[1] T1(t) + …`, by Clenshaw's recurrence. */
export function chebyshev(t: Scalar, c: readonly number[]): Scalar {
  return clenshaw(t, c.map(double));
}

function clenshaw(t: Scalar, c: readonly Scalar[]): Scalar {
  const twice = mul(t, 2);
  let next = double(0);
  let here = c[c.length - 1]!;
  for (let i = c.length - 2; i > 0; i--) [next, here] = [here, add(sub(mul(twice, here), next), c[i]!)];
  return add(sub(mul(t, here), next), c[0]!);
}

/** `factor(k) / (k! (k + order)!)`: the series of Bessel functions. */
export function powerSeries(count: number, order: 0 | 1, factor: (k: number) => number): number[] {
  let denominator = 1;
  return Array.from({ length: count }, (_, k) => {
    if (k > 0) denominator *= k * (k + order);
    return factor(k) / denominator;
  });
}

/** 1 + 1/2 + … + 1/k */
export function harmonic(k: number): number {
  let total = 0;
  for (let i = k; i > 0; i--) total += 1 / i;
  return total;
}

export const square: Real = (x) => mul(x, x);

/** A number as the unevaluated sum of two: `low` is at most half a unit in the last place of `high`. */
export interface Pair {
  readonly high: Scalar;
  readonly low: Scalar;
}

/** a + b without error (Knuth). */
export function twoSum(a: Scalar, b: Scalar): Pair {
  const high = add(a, b);
  const part = sub(high, a);
  return { high, low: add(sub(a, sub(high, part)), sub(b, part)) };
}

/** a + b without error where |a| >= |b| or a = 0 (Dekker). */
export function fastTwoSum(a: Scalar, b: Scalar): Pair {
  const high = add(a, b);
  return { high, low: sub(b, sub(high, a)) };
}

/** Cuts into 26 and 27 bits (Veltkamp); overflows from 2^996 on. */
export function split(a: Scalar): Pair {
  const spread = mul(a, 134217729);
  const high = sub(spread, sub(spread, a));
  return { high, low: sub(a, high) };
}

/** a * b without error (Dekker). */
export function twoProduct(a: Scalar, b: Scalar, x: Pair = split(a), y: Pair = split(b)): Pair {
  const high = mul(a, b);
  const first = sub(mul(x.high, y.high), high);
  const low = add(add(add(first, mul(x.high, y.low)), mul(x.low, y.high)), mul(x.low, y.low));
  return { high, low };
}

/** Product of two pairs, to about 2^-104. */
export function pairProduct(a: Pair, b: Pair): Pair {
  const { high, low } = twoProduct(a.high, b.high);
  return fastTwoSum(high, add(low, add(mul(a.high, b.low), mul(a.low, b.high))));
}

/** 2^k as float64 for an int32 k in [-126, 127], by way of float32's bits. */
const smallPower = (k: Scalar): Scalar => cast(bitcast(shl(add(k, 127), 23), "float32"), "float64");

/** x * 2^k for an int32 k in [-1100, 1100], rounded once: only the last product can be inexact. */
export function scale(x: Scalar, k: Scalar): Scalar {
  const step = smallPower(shr(k, 4));
  const second = mul(step, step);
  const fourth = mul(second, second);
  const eighth = mul(fourth, fourth);
  return mul(mul(mul(x, smallPower(and(k, 15))), eighth), eighth);
}

/** 2^k for an int32 k in [-1022, 1023]. */
export const powerOfTwo = (k: Scalar): Scalar => bitcast(shl(cast(add(k, 1023), "int64"), 52), "float64");

/** The nearest integer and the same as int32. */
export function nearestInteger(x: Scalar): { readonly value: Scalar; readonly index: Scalar } {
  const value = nearest(x);
  return { value, index: cast(value, "int32") };
}

/** The first value whose condition holds, else the last argument. */
export function choose(
  cases: readonly (readonly [condition: Scalar, value: Operand])[],
  otherwise: Scalar,
): Scalar {
  return cases.reduceRight(
    (rest, [condition, value]) => select(condition, constantLike(rest, value), rest),
    otherwise,
  );
}

const constantLike = (x: Scalar, value: Operand): Scalar =>
  typeof value === "object" ? value : constant(x.dtype, value);

/** Intervals of x, counted from 0, with a polynomial of its own in each. */
export function sections(x: Scalar, edges: readonly number[]) {
  const at = edges.map((edge) => cast(ge(x, edge), "int32")).reduce((count, passed) => add(count, passed));
  const pick = (values: readonly number[]): Scalar => table("float64", values, at);
  return {
    pick,
    /** `rows[i]` are the coefficients in interval i, lowest first; shorter rows are filled with zeros. */
    polynomial(t: Scalar, rows: readonly (readonly number[])[]): Scalar {
      const degree = Math.max(...rows.map((row) => row.length)) - 1;
      const coefficient = (i: number): Scalar => pick(rows.map((row) => row[i] ?? 0));
      let total = coefficient(degree);
      for (let i = degree - 1; i >= 0; i--) total = add(mul(total, t), coefficient(i));
      return total;
    },
    chebyshev(t: Scalar, rows: readonly (readonly number[])[]): Scalar {
      const count = Math.max(...rows.map((row) => row.length));
      return clenshaw(
        t,
        Array.from({ length: count }, (_, i) => pick(rows.map((row) => row[i] ?? 0))),
      );
    },
  };
}
