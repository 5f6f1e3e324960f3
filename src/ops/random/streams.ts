// Where the streams of random ops begin: seed attrs, stateless seeds, keys, Generator states.
import { RESERVED_SAMPLES_PER_OUTPUT } from "../../base/random/philox.ts";
import { wordsOf } from "../../base/random/int64.ts";
import type { ScalarMath } from "../../graph/lowering.ts";
import type { Buffer, KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { moveCounter, philoxBlock, type Stream, word, wordsOf64, type Words } from "./philox-ir.ts";

export interface SeedAttrs {
  readonly seed: number | bigint;
  readonly seed2: number | bigint;
}

/** The 64-bit constant as words. */
const constantWords = (m: ScalarMath, value: bigint): [Scalar, Scalar] => {
  const [low, high] = wordsOf(value);
  return [word(m, low), word(m, high)];
};

/**
 * The stream of a stateful op, which goes on from run to run; without seeds it begins anywhere.
 * `blocks` of it are taken now.
 */
export function seededStream(
  k: KernelBuilder,
  m: ScalarMath,
  { seed, seed2 }: SeedAttrs,
  blocks: bigint,
): Stream {
  const unseeded = BigInt(seed) === 0n && BigInt(seed2) === 0n;
  const memory = k.state("uint32", [...wordsOf(seed), 0, 0, ...wordsOf(seed2)], unseeded);
  const words = Array.from({ length: 6 }, (_, i) => k.hold(k.load(memory, i)));
  const counter = words.slice(2) as unknown as Words;
  const moved = moveCounter(k, m, counter, ...constantWords(m, blocks));
  for (const [i, value] of moved.entries()) k.store(memory, i + 2, value);
  return { key: [words[0], words[1]], counter };
}

/** What a kernel that makes `count` outputs takes from its stream. */
export const blocksFor = (count: number): bigint => BigInt(count) * BigInt(RESERVED_SAMPLES_PER_OUTPUT);

/** The key and counter that a seed of two integers stands for. */
export function statelessStream(k: KernelBuilder, m: ScalarMath, seed: Buffer): Stream {
  const parts = [0, 1].flatMap((i) => wordsOf64(k, m, m.cast(k.load(seed, i), "int64")));
  const scramble = [word(m, 0x3ec8f720), word(m, 0x02461e29)] as const;
  const mixed = philoxBlock(k, m, { key: scramble, counter: parts as unknown as Words });
  const zero = word(m, 0);
  return { key: [mixed[0], mixed[1]], counter: [zero, zero, mixed[2], mixed[3]] };
}

/** The stream of the inputs `key` [1] and `counter` [2]. */
export function keyedStream(k: KernelBuilder, m: ScalarMath, key: Buffer, counter: Buffer): Stream {
  const words = [0, 1].flatMap((i) => wordsOf64(k, m, k.load(counter, i)));
  return { key: wordsOf64(k, m, k.load(key, 0)), counter: words as unknown as Words };
}

/** The stream of a Generator's state: the counter in two integers, then the key. */
export function stateStream(k: KernelBuilder, m: ScalarMath, state: Buffer): Stream {
  const words = [0, 1].flatMap((i) => wordsOf64(k, m, k.load(state, i)));
  return { key: wordsOf64(k, m, k.load(state, 2)), counter: words as unknown as Words };
}

/** Any 64-bit number of blocks, as words. */
export type Distance = readonly [low: Scalar, high: Scalar];

export const distance = (m: ScalarMath, blocks: bigint): Distance => constantWords(m, blocks);
