// Numbers n * 2^e with many bits: exact sums and products, everything else to `PRECISION` bits.

export interface Big {
  readonly n: bigint;
  readonly e: number;
}

export const PRECISION = 320;

export function bitLength(n: bigint): number {
  const digits = (n < 0n ? -n : n).toString(16);
  return digits.length * 4 + 28 - Math.clz32(Number.parseInt(digits[0], 16));
}

/** Cuts to about `bits` bits. */
export function trim({ n, e }: Big, bits = PRECISION): Big {
  const excess = bitLength(n) - bits;
  return excess > 0 ? { n: n >> BigInt(excess), e: e + excess } : { n, e };
}

const words = new BigInt64Array(1);
const floats = new Float64Array(words.buffer);

/** A finite number, exactly. */
export function big(x: number): Big {
  floats[0] = Math.abs(x);
  const bits = words[0];
  const exponent = Number(bits >> 52n);
  const fraction = bits & 0xfffffffffffffn;
  const n = exponent === 0 ? fraction : fraction | 0x10000000000000n;
  return { n: x < 0 ? -n : n, e: Math.max(exponent, 1) - 1075 };
}

export const ZERO: Big = { n: 0n, e: 0 };
export const ONE = big(1);
export const isZero = (x: Big): boolean => x.n === 0n;
export const negate = ({ n, e }: Big): Big => ({ n: -n, e });
export const scaled = ({ n, e }: Big, k: number): Big => ({ n, e: e + k });
/** floor(log2 |x|) + 1 */
export const magnitude = ({ n, e }: Big): number => bitLength(n) + e;

/** Exact. */
export function add(x: Big, y: Big): Big {
  if (isZero(x)) return y;
  if (isZero(y)) return x;
  const e = Math.min(x.e, y.e);
  return { n: (x.n << BigInt(x.e - e)) + (y.n << BigInt(y.e - e)), e };
}
export const sub = (x: Big, y: Big): Big => add(x, negate(y));
/** Exact. */
export const mul = (x: Big, y: Big): Big => ({ n: x.n * y.n, e: x.e + y.e });

export function div(x: Big, y: Big, bits = PRECISION): Big {
  const shift = Math.max(0, bits + bitLength(y.n) - bitLength(x.n));
  return { n: (x.n << BigInt(shift)) / y.n, e: x.e - y.e - shift };
}

export function sqrt(x: Big, bits = PRECISION): Big {
  if (isZero(x)) return x;
  let shift = Math.max(0, 2 * bits - bitLength(x.n));
  if ((x.e - shift) % 2 !== 0) shift++;
  const n = x.n << BigInt(shift);
  let root = 1n << BigInt((bitLength(n) >> 1) + 2);
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return { n: root, e: (x.e - shift) / 2 };
    root = next;
  }
}

/** The nearest integer. */
export function round(x: Big): bigint {
  if (x.e >= 0) return x.n << BigInt(x.e);
  const half = 1n << BigInt(-x.e - 1);
  return (x.n + half) >> BigInt(-x.e);
}

/** x - y as a number: what is asked of it is its size. */
export function difference(x: Big, y: number): number {
  const { n, e } = trim(sub(x, big(y)), 60);
  return Number(n) * 2 ** Math.max(e, -1000) * 2 ** Math.min(e + 1000, 0);
}

/** `sum of terms`, given one after the other, until they no longer count. */
export function series(
  first: Big,
  next: (term: Big, i: number) => Big,
  weigh: (term: Big, i: number) => Big,
): Big {
  let term = first;
  let total = weigh(first, 0);
  for (let i = 1; ; i++) {
    term = trim(next(term, i), PRECISION + 64);
    const part = weigh(term, i);
    if (isZero(part) || magnitude(part) < magnitude(total) - PRECISION) return trim(total);
    total = trim(add(total, part), PRECISION + 64);
  }
}
