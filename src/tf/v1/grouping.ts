// tf.group: one op that waits for several.
import { buildNode } from "../../engine/dispatch.ts";
import { defaultGraph } from "../../graph/default-graph.ts";
import type { Operation } from "../../graph/graph.ts";

/** A NoOp that runs after all of `ops`. */
export function group(ops: readonly Operation[], name?: string): Operation {
  const graph = defaultGraph();
  return graph.controlDependencies(ops, () => buildNode(graph, "NoOp", [], {}, name));
}
