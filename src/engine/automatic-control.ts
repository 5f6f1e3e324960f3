// Control edges that keep a function's effects in the order in which they were written, for whoever runs the
// graph
// by its edges; and which nodes a call must run.
import type { FuncGraph } from "../graph/func-graph.ts";
import type { Operation, SymbolicTensor } from "../graph/graph.ts";

/**
 * Nodes with effects wait for earlier ones on the same resource; without a resource, for all of those
 * without.
 */
export function addControlEdges(graph: FuncGraph): void {
  const last = new Map<SymbolicTensor | null, Operation>();
  const stateful = graph
    .getOperations()
    .filter((op) => op.isStateful && !graph.inputs.includes(op.outputs[0]!));
  for (const op of stateful) {
    const resources: (SymbolicTensor | null)[] = op.inputs.filter(({ dtype }) => dtype === "resource");
    const touched = resources.length === 0 ? [null] : resources;
    const waits = new Set(touched.flatMap((resource) => last.get(resource) ?? []));
    const inputs = new Set(op.inputs.map((input) => input.op));
    op.addControlInputs([...waits].filter((wait) => !inputs.has(wait)));
    for (const resource of touched) last.set(resource, op);
  }
  graph.controlOutputs = stateful;
}
