// Duty: which pair (seed, seed2) a random op gets from the global seed and its own. Knows no graphs.
//
// Law (tf.random.set_seed(g), op seed q), all taken modulo 2^31 - 1 with a result that is never negative:
//   g and q given      (g, q)
//   g given, q absent  (g, n): in eager mode n is the next of random.Random(g).randint(0, 2^31 - 1);
//                      in a graph or function n is the number of ops made so far
//   g absent, q given  (87654321, q)
//   both absent        null: the op gets (0, 0) and draws its seeds from the system
// and a pair (0, 0) becomes (0, 2^31 - 1), because (0, 0) means "not seeded" to the kernel.
import { PythonRandom } from "./python-random.ts";

/** The seed that stands in for an absent global seed when the op has one. */
export const DEFAULT_GRAPH_SEED = 87654321;

const LARGEST = 2147483647;

/** The seeds that eager ops without a seed of their own get after tf.random.set_seed(seed). */
export class OpSeeds {
  readonly #random: PythonRandom;

  constructor(globalSeed: number | bigint) {
    this.#random = new PythonRandom(globalSeed);
  }

  next(): number {
    return this.#random.randint(0, LARGEST);
  }
}

function truncate(seed: number | bigint): number {
  const rest = BigInt(seed) % BigInt(LARGEST);
  return Number(rest < 0n ? rest + BigInt(LARGEST) : rest);
}

/**
 * The pair of an op, or null if nothing is seeded. `nextSeed` is asked only if the op needs a seed made for
 * it.
 */
export function opSeedPair(
  globalSeed: number | bigint | null,
  opSeed: number | bigint | null,
  nextSeed: () => number,
): readonly [seed: number, seed2: number] | null {
  if (globalSeed === null && opSeed === null) return null;
  const seed = truncate(globalSeed ?? DEFAULT_GRAPH_SEED);
  const seed2 = truncate(opSeed ?? nextSeed());
  return seed === 0 && seed2 === 0 ? [0, LARGEST] : [seed, seed2];
}
