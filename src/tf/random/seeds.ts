// Seeds of random ops: the global one, one for each graph, and what follows from them.
import { context } from "../../engine/context.ts";
import { graphSeedPair } from "../../engine/graph-seeds.ts";
import { currentGraph } from "../../graph/default-graph.ts";

/** The attrs `seed` and `seed2` of a random op with this seed of its own. */
export function seedAttrs(seed: number | null | undefined): {
  readonly seed: number;
  readonly seed2: number;
} {
  const graph = currentGraph();
  const pair = graph === null ? context.seeds.pair(seed ?? null) : graphSeedPair(graph, seed ?? null);
  return { seed: pair[0], seed2: pair[1] };
}

/**
 * Sets the global seed: from now on unseeded random ops repeat. In a graph it is the graph's own.
 *
 * @param seed An integer.
 * @example
 * tf.random.setSeed(1);
 * tf.random.uniform([2]);
 * // tf.Tensor([0.16513085 0.9014813 ], shape=(2,), dtype=float32)
 */
export function setSeed(seed: number): void {
  const graph = currentGraph();
  if (graph !== null) {
    graph.seed = seed;
    return;
  }
  context.seeds.set(seed);
  // The counters of ops that ran before begin anew with their runners.
  context.runners.clear();
}

/**
 * The pair of seeds that a random op with this seed would get now.
 *
 * @param opSeed The op's own seed, or null.
 * @returns `[seed, seed2]`; nulls if nothing is seeded.
 * @example
 * tf.random.setSeed(1);
 * tf.compat.v1.getSeed(5);
 * // [ 1, 5 ]
 */
export function getSeed(opSeed: number | null): readonly [number | null, number | null] {
  const graph = currentGraph();
  const global = graph === null ? context.seeds.global : graph.seed;
  if (global === null && opSeed === null) return [null, null];
  const { seed, seed2 } = seedAttrs(opSeed);
  return [seed, seed2];
}
