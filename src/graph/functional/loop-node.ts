// Nodes that repeat a function while another says so, from the functions' graphs and the loop's variables.
import type { FuncGraph } from "../func-graph.ts";
import type { Graph, Operation } from "../graph.ts";
import type { Tensor } from "../tensor-base.ts";
import type { Shape } from "../types.ts";
import { markForLowering } from "./branch-node.ts";
import { addFunction, isStatefulBody } from "./library.ts";

export interface LoopNode {
  readonly condition: FuncGraph;
  readonly body: FuncGraph;
  readonly inputs: readonly Tensor[];
  readonly outputShapes: readonly Shape[];
  readonly parallelIterations: number;
  readonly name?: string | undefined;
}

export function addLoopNode(graph: Graph, loop: LoopNode): Operation {
  const { condition, body, inputs, outputShapes } = loop;
  const isStateful = isStatefulBody(condition) || isStatefulBody(body);
  const node = graph.addNode({
    op: isStateful ? "While" : "StatelessWhile",
    inputs,
    attrs: {
      T: inputs.map(({ dtype }) => dtype),
      cond: addFunction(graph, { name: condition.name, body: condition }),
      body: addFunction(graph, { name: body.name, body }),
      output_shapes: outputShapes,
      parallel_iterations: loop.parallelIterations,
    },
    name: loop.name,
  });
  markForLowering(node);
  node.setAttr("_num_original_outputs", node.outputs.length, "int");
  node.outputs.forEach((output, i) => {
    output.handleType ??= body.outputs[i]!.handleType;
  });
  graph.preventFetching(node);
  return node;
}
