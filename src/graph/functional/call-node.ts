// Nodes that call a function.
import type { Graph, GraphFunction, Operation } from "../graph.ts";
import type { Tensor } from "../tensor-base.ts";
import { addFunction, isStatefulBody } from "./library.ts";

export function addCallNode(
  graph: Graph,
  fn: GraphFunction,
  inputs: readonly Tensor[],
  name?: string,
): Operation {
  const { outputs } = fn.body;
  const node = graph.addNode({
    op: isStatefulBody(fn.body) ? "StatefulPartitionedCall" : "PartitionedCall",
    inputs,
    attrs: {
      Tin: inputs.map(({ dtype }) => dtype),
      Tout: outputs.map(({ dtype }) => dtype),
      f: addFunction(graph, fn),
      config: "",
      config_proto: "",
      executor_type: "",
    },
    name,
  });
  node.outputs.forEach((output, i) => {
    output.setShape(outputs[i]!.shape);
    output.handleType ??= outputs[i]!.handleType;
  });
  return node;
}
