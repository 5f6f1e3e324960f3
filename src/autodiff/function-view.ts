// A function made of another's nodes, with inputs and outputs of its own: forward functions give more than
// the
// functions they come from.
import { FuncGraph } from "../graph/func-graph.ts";
import type { FunctionBody, Operation, SymbolicTensor } from "../graph/graph.ts";

/** The graph whose nodes a function's body consists of. */
export const sourceOf = (body: FunctionBody): FuncGraph =>
  body instanceof FunctionView ? body.source : (body as FuncGraph);

export class FunctionView extends FuncGraph {
  readonly source: FuncGraph;
  readonly #nodes: readonly Operation[];

  constructor(
    source: FuncGraph,
    name: string,
    inputs: readonly SymbolicTensor[],
    outputs: readonly SymbolicTensor[],
    controlOutputs: readonly Operation[] = source.controlOutputs,
  ) {
    super(name, source.ops, source.outerGraph);
    this.source = source;
    this.#nodes = source.getOperations();
    this.inputs.push(...inputs);
    this.outputs = outputs;
    this.controlOutputs = controlOutputs;
    for (const [outer, inner] of source.captureMap)
      if (inputs.includes(inner)) this.captureMap.set(outer, inner);
    for (const [key, fn] of source.functions) this.functions.set(key, fn);
  }

  override getOperations(): Operation[] {
    return [...this.#nodes];
  }

  override get operations(): ReadonlyMap<string, Operation> {
    return new Map(this.#nodes.map((node) => [node.name, node]));
  }
}
