// Nodes that run one of several functions: If and Case, from the functions' graphs and what they take.
import { relaxShapes, type Shape } from "../../base/shape.ts";
import type { FuncGraph } from "../func-graph.ts";
import type { Graph, Operation } from "../graph.ts";
import type { Tensor } from "../tensor-base.ts";
import type { Attrs } from "../types.ts";
import { addFunction, isStatefulBody } from "./library.ts";

export interface BranchNode {
  /** A condition (then, else) or an index. */
  readonly select: "condition" | "index";
  readonly selector: Tensor;
  readonly branches: readonly FuncGraph[];
  /** What each branch takes, in the order of its inputs. */
  readonly inputs: readonly (readonly Tensor[])[];
  readonly name?: string | undefined;
}

/** Adds the node; branches get the same inputs, in the same order. */
export function addBranchNode(
  graph: Graph,
  { select, selector, branches, inputs, name }: BranchNode,
): Operation {
  const shared = matchInputs(branches, inputs);
  const outputs = branches[0]!.outputs;
  const functions = branches.map((body) => addFunction(graph, { name: body.name, body }));
  const isStateful = branches.some(isStatefulBody);
  const attrs: Attrs = {
    Tin: shared.map(({ dtype }) => dtype),
    Tout: outputs.map(({ dtype }) => dtype),
    output_shapes: outputs.map((_, i) => commonShape(branches.map((branch) => branch.outputs[i]!.shape))),
  };
  const type = select === "condition" ? "If" : "Case";
  const node = graph.addNode({
    op: isStateful ? type : `Stateless${type}`,
    inputs: [selector, ...shared],
    attrs:
      select === "condition"
        ? { Tcond: selector.dtype, ...attrs, then_branch: functions[0]!, else_branch: functions[1]! }
        : { ...attrs, branches: functions },
    name,
  });
  markForLowering(node);
  node.outputs.forEach((output, i) => {
    output.handleType ??= outputs[i]!.handleType;
  });
  graph.preventFetching(node);
  return node;
}

/** TensorFlow turns nodes with this mark into plain control flow before it runs them. */
export function markForLowering(node: Operation): void {
  node.setAttr("_lower_using_switch_merge", true, "bool");
  node.setAttr("_read_only_resource_inputs", [], "list(int)");
}

const commonShape = (shapes: readonly Shape[]): Shape => shapes.reduce(relaxShapes);

/** Gives all branches the same inputs: each takes what any of them takes. */
function matchInputs(branches: readonly FuncGraph[], inputs: readonly (readonly Tensor[])[]): Tensor[] {
  const places = inputs.map(numbered);
  const shared = new Map<Tensor, number>();
  for (const own of places)
    for (const [tensor, list] of own) shared.set(tensor, Math.max(shared.get(tensor) ?? 0, list.length));
  const all = [...shared].flatMap(([tensor, times]) => new Array<Tensor>(times).fill(tensor));
  branches.forEach((branch, b) => {
    const own = places[b]!;
    const before = [...branch.inputs];
    const after = all.map((tensor) => {
      const at = own.get(tensor)?.shift();
      return at === undefined ? branch.placeholder(tensor.dtype, tensor.shape, "Placeholder") : before[at]!;
    });
    branch.inputs.splice(0, before.length, ...after);
    branch.captureMap.clear();
    for (const [i, tensor] of all.entries()) branch.captureMap.set(tensor, after[i]!);
  });
  return all;
}

/** Where each tensor stands in a list; a tensor that is passed twice has two places. */
function numbered(tensors: readonly Tensor[]): Map<Tensor, number[]> {
  const places = new Map<Tensor, number[]>();
  tensors.forEach((tensor, i) => {
    const list = places.get(tensor);
    if (list === undefined) places.set(tensor, [i]);
    else list.push(i);
  });
  return places;
}
