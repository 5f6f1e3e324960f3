// Gradients of calls: the function is made to give what its gradient needs, and a gradient function is
// called.
import { currentGraph, withGraph } from "../graph/default-graph.ts";
import { functionName } from "../graph/func-graph.ts";
import { addCallNode } from "../graph/functional/call-node.ts";
import { addFunction, bodyOf } from "../graph/functional/library.ts";
import type { FunctionBody, Operation, SymbolicTensor } from "../graph/graph.ts";
import type { Call } from "../graph/lowering.ts";
import type { GradientBuilder } from "../graph/op.ts";
import type { Tensor } from "../graph/tensor-base.ts";
import { type Gradient, isIndexedSlices } from "../graph/types.ts";
import { noRule } from "./backward.ts";
import type { Differentiator } from "./differentiate.ts";
import { asLowerNode, outputTypesAttr, withFunctions } from "./forward-tensors.ts";
import { type BackwardFunction, deriveBackward } from "./function-backward.ts";
import { FunctionView, sourceOf } from "./function-view.ts";
import { addOutputs, setAttrs } from "./rewrite.ts";
import { toDense } from "./slices.ts";
import { packGradients } from "./structured-gradients.ts";
import { isTrainable } from "./trainable.ts";

export function callGradient(
  t: GradientBuilder,
  op: Operation,
  dy: readonly Gradient[],
  inner: Differentiator,
): readonly Gradient[] {
  const { name } = (op.definition!.lower as Call<Operation["attrs"]>).callee(asLowerNode(op));
  const forward = bodyOf(op, { name });
  if (forward === undefined)
    throw noRule(op.type, op.name, `its function ${name} is not in the graph's library`);
  const given = dy.map((gradient, i) => (isTrainable(forward.outputs[i]!) ? gradient : null));
  const wanted = given.flatMap((gradient, i) => (gradient === null ? [] : [i]));
  const title = name.replace(/^__(inference|forward)_/, "").replace(/_\d+$/, "");
  const derived = deriveBackward(t, forward, wanted, functionName(title, "backward"), inner, null);
  giveIntermediates(op, forward, name, title, derived);
  if (derived.intermediates.length > 0) inner.recorded(op, op.outputs.slice(-derived.intermediates.length));
  const upstream = wanted.map((i) => {
    const gradient = given[i]!;
    return (isIndexedSlices(gradient) ? toDense(t, gradient) : gradient) as Tensor;
  });
  const passed = derived.needs.map((tensor) => outsideOf(op, forward, derived, tensor));
  const node = addCallNode(currentGraph()!, { name: derived.graph.name, body: derived.graph }, [
    ...upstream,
    ...passed,
  ]);
  inner.recorded(node, node.outputs);
  return packGradients(derived.gradients, node.outputs);
}

/** Makes the node give what its gradient needs beside its outputs. */
function giveIntermediates(
  op: Operation,
  forward: FunctionBody,
  name: string,
  title: string,
  { intermediates }: BackwardFunction,
): void {
  if (intermediates.length === 0) return;
  const outputs = [...forward.outputs, ...intermediates];
  const body = new FunctionView(sourceOf(forward), functionName(title, "forward"), forward.inputs, outputs);
  const to = withGraph(op.graph, () => addFunction(op.graph, { name: body.name, body }));
  setAttrs(op, {
    ...withFunctions(op, [{ from: name, to }]),
    [outputTypesAttr(op)]: outputs.map(({ dtype }) => dtype),
  });
  addOutputs(op, intermediates);
}

function outsideOf(op: Operation, forward: FunctionBody, derived: BackwardFunction, tensor: Tensor): Tensor {
  const input = forward.inputs.indexOf(tensor as SymbolicTensor);
  if (input >= 0) return op.inputs[input]!;
  const output = [...forward.outputs, ...derived.intermediates].indexOf(tensor as SymbolicTensor);
  return output >= 0 ? op.outputs[output]! : tensor;
}
