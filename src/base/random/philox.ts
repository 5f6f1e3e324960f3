// Duty: Philox4x32-10 and the stream TensorFlow's CPU kernels read from it. Knows no tensors.
//
// Law. The state is a 64-bit key (2 words) and a 128-bit counter (4 words, least significant first). One call
// turns the counter into a block of 4 words by 10 rounds, then adds 1 to the counter.
//   round: (c0,c1,c2,c3) <- (hi(M1*c2)^c1^k0, lo(M1*c2), hi(M0*c0)^c3^k1, lo(M0*c0)); k0 += W0; k1 += W1
// How a stream starts:
//   seed, seed2 attrs          key = seed (low, high);  counter = (0, 0, seed2 low, seed2 high)
//   stateless seed (a, b)      key = (m0, m1);  counter = (0, 0, m2, m3), where (m0..m3) is the block of
//                              counter (a low, a high, b low, b high) and key (0x3ec8f720, 0x02461e29)
//   Generator state [s0,s1,s2] key = s2;  counter = (s0 low, s0 high, s1 low, s1 high)
// Skip(n) adds n to the 128-bit counter: n blocks, not n words.
// A stateful kernel that makes n outputs reads from the current counter and then skips 256*n blocks
// (Multinomial: n = batch * 2 * 4*ceil(samples/4); RandomShuffle: ceil((rows - 1)/4) blocks and no factor
// 256).
// Source: Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011; recordings of TensorFlow
// 2.21.
import { int64Of, wordsOf } from "./int64.ts";

/** Blocks that TensorFlow reserves for each output of a stateful kernel or of a rejection sampler. */
export const RESERVED_SAMPLES_PER_OUTPUT = 256;

const WORD = 4294967296;

/** The high 32 bits of the product of two unsigned words, as a signed word. */
function mulHigh(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const low = Math.imul(aLow, bLow) >>> 16;
  const middle = (Math.imul(aHigh, bLow) + low) | 0;
  const cross = (Math.imul(aLow, bHigh) + (middle & 0xffff)) | 0;
  return (Math.imul(aHigh, bHigh) + (middle >>> 16) + (cross >>> 16)) | 0;
}

/** Writes the 4 words of the block of a counter and key to `out[offset…offset+3]`. */
export function philoxBlock(
  counter: ArrayLike<number>,
  key0: number,
  key1: number,
  out: Uint32Array,
  offset = 0,
): void {
  let c0 = counter[0] | 0;
  let c1 = counter[1] | 0;
  let c2 = counter[2] | 0;
  let c3 = counter[3] | 0;
  let k0 = key0 | 0;
  let k1 = key1 | 0;
  for (let round = 0; round < 10; round++) {
    const high0 = mulHigh(c0, 0xd2511f53 | 0);
    const low0 = Math.imul(c0, 0xd2511f53 | 0);
    const high1 = mulHigh(c2, 0xcd9e8d57 | 0);
    const low1 = Math.imul(c2, 0xcd9e8d57 | 0);
    c0 = high1 ^ c1 ^ k0;
    c1 = low1;
    c2 = high0 ^ c3 ^ k1;
    c3 = low0;
    k0 = (k0 + 0x9e3779b9) | 0;
    k1 = (k1 + 0xbb67ae85) | 0;
  }
  out[offset] = c0;
  out[offset + 1] = c1;
  out[offset + 2] = c2;
  out[offset + 3] = c3;
}

/** A Philox stream: a key and a counter that moves one step per block. */
export class PhiloxRandom {
  readonly key0: number;
  readonly key1: number;
  /** The 128-bit counter, least significant word first. */
  readonly counter: Uint32Array;

  constructor(key: ArrayLike<number>, counter: ArrayLike<number>) {
    this.key0 = key[0] >>> 0;
    this.key1 = key[1] >>> 0;
    this.counter = Uint32Array.from(counter);
  }

  /** The stream of a kernel with attrs `seed` and `seed2`. */
  static fromSeeds(seed: number | bigint, seed2: number | bigint): PhiloxRandom {
    return new PhiloxRandom(wordsOf(seed), [0, 0, ...wordsOf(seed2)]);
  }

  /** The stream of a stateless kernel with the inputs `key` [1] and `counter` [2]. */
  static fromKeyCounter(key: bigint, counter: ArrayLike<bigint>): PhiloxRandom {
    return new PhiloxRandom(wordsOf(key), [...wordsOf(counter[0]), ...wordsOf(counter[1])]);
  }

  /** The stream of a stateless kernel with a `seed` of two integers. */
  static fromStatelessSeed(a: number | bigint, b: number | bigint): PhiloxRandom {
    const { key, counter } = statelessKeyCounter(a, b);
    return new PhiloxRandom(key, counter);
  }

  /** The stream of a Generator's state variable: counter (2 integers), then key. */
  static fromState(state: ArrayLike<bigint>): PhiloxRandom {
    return new PhiloxRandom(wordsOf(state[2]), [...wordsOf(state[0]), ...wordsOf(state[1])]);
  }

  /** A stream at the same place that moves on its own. */
  clone(): PhiloxRandom {
    return new PhiloxRandom([this.key0, this.key1], this.counter);
  }

  /** Writes the next block to `out[offset…offset+3]`. */
  next(out: Uint32Array, offset = 0): void {
    philoxBlock(this.counter, this.key0, this.key1, out, offset);
    const { counter } = this;
    for (let i = 0; i < 4; i++) {
      counter[i] += 1;
      if (counter[i] !== 0) return;
    }
  }

  /** Moves forward by a number of blocks: a safe integer, or a bigint taken modulo 2^64. */
  skip(blocks: number | bigint): this {
    const { counter } = this;
    const [low, high] = wordsOf(blocks);
    const sum0 = counter[0] + low;
    const sum1 = counter[1] + high + (sum0 >= WORD ? 1 : 0);
    counter[0] = sum0;
    counter[1] = sum1;
    if (sum1 < WORD) return this;
    counter[2] += 1;
    if (counter[2] === 0) counter[3] += 1;
    return this;
  }

  /** The first `count` words of the stream; the counter moves by whole blocks. */
  words(count: number): Uint32Array {
    const result = new Uint32Array(Math.ceil(count / 4) * 4);
    for (let offset = 0; offset < count; offset += 4) this.next(result, offset);
    return result.subarray(0, count);
  }

  /** The state variable of a Generator at this place. */
  state(): BigInt64Array {
    const { counter } = this;
    return BigInt64Array.of(
      int64Of(counter[0], counter[1]),
      int64Of(counter[2], counter[3]),
      int64Of(this.key0, this.key1),
    );
  }
}

/** Reads a stream one word at a time, in the order 0, 1, 2, 3 of each block. */
export class SingleSamples {
  readonly #random: PhiloxRandom;
  readonly #block = new Uint32Array(4);
  #used = 4;

  constructor(random: PhiloxRandom) {
    this.#random = random;
  }

  next(): number {
    if (this.#used === 4) {
      this.#random.next(this.#block);
      this.#used = 0;
    }
    return this.#block[this.#used++];
  }
}

/** Key and counter words that a stateless seed of two integers stands for. */
export function statelessKeyCounter(
  a: number | bigint,
  b: number | bigint,
): { key: [number, number]; counter: [number, number, number, number] } {
  const mixed = new Uint32Array(4);
  philoxBlock([...wordsOf(a), ...wordsOf(b)], 0x3ec8f720, 0x02461e29, mixed);
  return { key: [mixed[0], mixed[1]], counter: [0, 0, mixed[2], mixed[3]] };
}

/** A stateful kernel's stream: each call gets its part and the rest moves on, as GuardedPhiloxRandom does. */
export class GuardedPhilox {
  readonly #random: PhiloxRandom;

  constructor(random: PhiloxRandom) {
    this.#random = random;
  }

  /** The stream for a kernel that makes `count` outputs. */
  reserveOutputs(count: number): PhiloxRandom {
    return this.reserveBlocks(count * RESERVED_SAMPLES_PER_OUTPUT);
  }

  /** The stream for a kernel that reads at most `count` single words. */
  reserveWords(count: number): PhiloxRandom {
    return this.reserveBlocks(Math.ceil(count / 4));
  }

  reserveBlocks(blocks: number): PhiloxRandom {
    const part = this.#random.clone();
    this.#random.skip(blocks);
    return part;
  }
}
