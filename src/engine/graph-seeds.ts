// Seeds of random ops in graphs: the graph's seed, and a count of the ops that asked for one.
import { opSeedPair } from "../base/random/op-seeds.ts";
import type { Graph } from "../graph/graph.ts";

const asked = new WeakMap<Graph, number>();

/** The pair `(seed, seed2)` for an op of a graph; (0, 0) means that the op seeds itself from the system. */
export function graphSeedPair(graph: Graph, opSeed: number | null): readonly [number, number] {
  const next = (): number => {
    const count = asked.get(graph) ?? 0;
    asked.set(graph, count + 1);
    return count;
  };
  return opSeedPair(graph.seed, opSeed, next) ?? [0, 0];
}
