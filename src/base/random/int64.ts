// Duty: 64-bit integers given as number or bigint, cut into two unsigned 32-bit words and put together again.

/** A 64-bit integer as low and high 32-bit words, both unsigned. */
export type Words = readonly [low: number, high: number];

const WORD = 4294967296;

/** The two's complement words of an integer: a bigint of any size (taken modulo 2^64), or a safe integer. */
export function wordsOf(value: number | bigint): Words {
  if (typeof value === "bigint") {
    const bits = BigInt.asUintN(64, value);
    return [Number(bits & 0xffffffffn), Number(bits >> 32n)];
  }
  // ToUint32 takes the value modulo 2^32, also for negative numbers.
  return [value >>> 0, Math.floor(value / WORD) >>> 0];
}

/** The unsigned 64-bit integer of two words. */
export function uint64Of(low: number, high: number): bigint {
  return (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
}

/** The signed 64-bit integer of two words. */
export function int64Of(low: number, high: number): bigint {
  return BigInt.asIntN(64, uint64Of(low, high));
}
