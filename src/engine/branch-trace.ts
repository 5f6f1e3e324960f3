// Traces a branch or a loop's function into a graph of its own.
import { type Graph, Operation, type SymbolicTensor } from "../graph/graph.ts";
import type { Tensor } from "../graph/tensor-base.ts";
import { addControlEdges } from "./automatic-control.ts";
import { flatten, packAs } from "./nest.ts";
import { raw } from "./raw.ts";
import { convertReturned, type Returned } from "./returned.ts";
import { TracingGraph } from "./tracing-graph.ts";

export interface BranchTrace {
  readonly graph: TracingGraph;
  readonly returned: Returned;
}

/** What the branch's graph takes as arguments: dtype, shape and perhaps a name. */
export interface Parameter {
  readonly like: Tensor;
  readonly shape?: Tensor["shape"];
  readonly name?: string;
}

interface BranchOptions {
  readonly parameters?: readonly Parameter[];
  /** Stands for operations that the function returns. */
  readonly operationValue?: Tensor;
}

/** Runs `body` with placeholders for `parameters`; what it returns becomes the outputs. */
export function traceBranch(
  outer: Graph,
  name: string,
  body: (...parameters: SymbolicTensor[]) => unknown,
  { parameters = [], operationValue }: BranchOptions = {},
): BranchTrace {
  const graph = new TracingGraph(name, outer, keepsOrder(outer));
  const placeholders = parameters.map(({ like, shape = like.shape, name: title }) => {
    const placeholder = graph.addInput(like.dtype, shape, title, title);
    placeholder.handleType = (like as Partial<SymbolicTensor>).handleType;
    return placeholder;
  });
  const returned = graph.trace(() => {
    const value = withoutOperations(graph, body(...placeholders), operationValue);
    return convertReturned(graph, value, graph.keepsOrder, name);
  });
  graph.outputs = returned.outputs;
  if (graph.keepsOrder) addControlEdges(graph);
  return { graph, returned };
}

/**
 * Functions keep the order of effects by themselves, and so do functions inside them; plain graphs do not.
 */
const keepsOrder = (graph: Graph): boolean => graph instanceof TracingGraph && graph.keepsOrder;

/** A branch that returns an operation gives a tensor that waits for it. */
function withoutOperations(graph: TracingGraph, value: unknown, stand: Tensor | undefined): unknown {
  const leaves = flatten(value, true);
  if (stand === undefined || !leaves.some((leaf) => leaf instanceof Operation)) return value;
  const replaced = leaves.map((leaf) =>
    leaf instanceof Operation ? graph.controlDependencies([leaf], () => raw.Identity(stand)) : leaf,
  );
  return packAs(value, replaced, true);
}
