// Duty: Python's `random.Random(seed)` for integer seeds, draw for draw. Knows no tensors.
//
// Law. The seed's absolute value seeds MT19937 by its 32-bit words. getrandbits(k) takes ceil(k/32) words,
// low word first, and shifts the last one right by what is too much. An integer below n takes getrandbits(bit
// length of n) until it is below n. randint(a, b) = a + below(b - a + 1). Source: the Python library
// reference and its recordings.
import { ValueError } from "../errors.ts";
import { MersenneTwister } from "./mt19937.ts";

function seedWords(seed: number | bigint): number[] {
  let rest = BigInt(seed);
  if (rest < 0n) rest = -rest;
  const words = [Number(rest & 0xffffffffn)];
  for (rest >>= 32n; rest > 0n; rest >>= 32n) words.push(Number(rest & 0xffffffffn));
  return words;
}

function bitLength(value: number): number {
  return value < 4294967296 ? 32 - Math.clz32(value) : 64 - Math.clz32(Math.floor(value / 4294967296));
}

export class PythonRandom {
  readonly #twister: MersenneTwister;

  constructor(seed: number | bigint) {
    this.#twister = new MersenneTwister().seedArray(seedWords(seed));
  }

  /** A float in [0, 1). */
  random(): number {
    return this.#twister.nextDouble();
  }

  uniform(low: number, high: number): number {
    return low + (high - low) * this.random();
  }

  /** An integer of `bits` random bits, 0 to 53. */
  getrandbits(bits: number): number {
    if (!Number.isInteger(bits) || bits < 0 || bits > 53) {
      throw new ValueError(`getrandbits takes a number of bits from 0 to 53; received ${bits}.`);
    }
    if (bits === 0) return 0;
    if (bits <= 32) return this.#twister.nextUint32() >>> (32 - bits);
    const low = this.#twister.nextUint32();
    return low + (this.#twister.nextUint32() >>> (64 - bits)) * 4294967296;
  }

  /** An integer in [0, limit). */
  below(limit: number): number {
    if (!Number.isSafeInteger(limit) || limit <= 0) {
      throw new ValueError(`A random integer needs a positive safe integer as its limit; received ${limit}.`);
    }
    const bits = bitLength(limit);
    let value = this.getrandbits(bits);
    while (value >= limit) value = this.getrandbits(bits);
    return value;
  }

  /** An integer in [low, high], both included. */
  randint(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  /** An integer in [0, stop), or in [start, stop). */
  randrange(start: number, stop?: number): number {
    return stop === undefined ? this.below(start) : start + this.below(stop - start);
  }

  choice<T>(items: readonly T[]): T {
    return items[this.below(items.length)];
  }

  /** Shuffles in place. */
  shuffle<T>(items: T[]): void {
    for (let i = items.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [items[i], items[j]] = [items[j], items[i]];
    }
  }

  /** `count` different items, in random order. */
  sample<T>(items: readonly T[], count: number): T[] {
    const total = items.length;
    if (count < 0 || count > total) {
      throw new ValueError(`A sample of ${total} items takes a count from 0 to ${total}; received ${count}.`);
    }
    // Below this size Python swaps within a copied pool; above it, it remembers what was taken.
    const limit = 21 + (count > 5 ? 4 ** Math.ceil(Math.log(count * 3) / Math.log(4)) : 0);
    return total <= limit ? this.#sampleFromPool([...items], count) : this.#sampleBySet(items, count);
  }

  #sampleFromPool<T>(pool: T[], count: number): T[] {
    const result: T[] = [];
    for (let i = 0; i < count; i++) {
      const j = this.below(pool.length - i);
      result.push(pool[j]);
      pool[j] = pool[pool.length - i - 1];
    }
    return result;
  }

  #sampleBySet<T>(items: readonly T[], count: number): T[] {
    const taken = new Set<number>();
    while (taken.size < count) {
      let j = this.below(items.length);
      while (taken.has(j)) j = this.below(items.length);
      taken.add(j);
    }
    return [...taken].map((j) => items[j]);
  }
}
