// Gradients of If and Case: a node of the same kind, whose branches are the gradients of the branches.
import { type Gradient, isIndexedSlices, type Value } from "../graph/types.ts";
import { currentGraph, withGraph } from "../graph/default-graph.ts";
import { addBranchNode } from "../graph/functional/branch-node.ts";
import { addFunction, bodyOf, gradientName, rewrittenName } from "../graph/functional/library.ts";
import type { FunctionBody, Graph, Operation, SymbolicTensor } from "../graph/graph.ts";
import type { Branch } from "../graph/lowering.ts";
import type { GradientBuilder } from "../graph/op.ts";
import type { Tensor } from "../graph/tensor-base.ts";
import { noRule } from "./backward.ts";
import { BranchGradientGraph } from "./branch-gradient-graph.ts";
import type { Differentiator } from "./differentiate.ts";
import { asLowerNode, outputTypesAttr, withFunctions } from "./forward-tensors.ts";
import { FunctionView, sourceOf } from "./function-view.ts";
import { zerosLike } from "./helpers.ts";
import { addOutputs, setAttrs, shapesOf } from "./rewrite.ts";
import { toDense } from "./slices.ts";
import { flattenGradients, matchKinds, packGradients } from "./structured-gradients.ts";
import { isTrainable } from "./trainable.ts";

/** One branch on the way back. */
interface Way {
  readonly forward: FunctionBody;
  readonly graph: BranchGradientGraph;
  readonly gradients: Gradient[];
}

export function branchGradient(
  t: GradientBuilder,
  op: Operation,
  dy: readonly Gradient[],
  inner: Differentiator,
): readonly Gradient[] {
  const lowering = op.definition!.lower as Branch<Operation["attrs"]>;
  const names = lowering.branches(asLowerNode(op)).map(({ name }) => name);
  const bodies = names.map((name) => requireBody(op, name));
  const upstream = dy.map((gradient) =>
    gradient !== null && isIndexedSlices(gradient) ? toDense(t, gradient) : gradient,
  );
  const ways = bodies.map((forward, i) => differentiateBranch(t, forward, names[i]!, upstream, inner));
  fillMissing(t, ways);
  const all = ways.map(({ gradients }) => gradients);
  matchKinds(
    t,
    ways.map(({ graph }) => graph),
    all,
  );
  for (const [i, { graph }] of ways.entries())
    graph.setOutputs(flattenGradients(all[i]!) as Value[] as Tensor[]);
  const before = op.outputs.length;
  if (ways.some(({ graph }) => graph.wrapped.length > 0)) giveIntermediates(t, op, names, ways);
  if (op.outputs.length > before) inner.recorded(op, op.outputs.slice(before));
  const node = addBranchNode(currentGraph()!, {
    select: lowering.select,
    selector: op.inputs[0]!,
    branches: ways.map(({ graph }) => graph),
    inputs: ways.map((way) => way.graph.externalCaptures.map((outer) => outsideOf(op, way, outer))),
    name: lowering.select === "index" ? "gradient" : undefined,
  });
  inner.recorded(node, node.outputs);
  const outputs = node.outputs.map((output) => t.Identity(output));
  return [null, ...packGradients(all[0]!, outputs)];
}

function requireBody(op: Operation, name: string): FunctionBody {
  const body = bodyOf(op, { name });
  if (body === undefined)
    throw noRule(op.type, op.name, `its function ${name} is not in the graph's library`);
  return body;
}

function differentiateBranch(
  t: GradientBuilder,
  forward: FunctionBody,
  name: string,
  dy: readonly Gradient[],
  inner: Differentiator,
): Way {
  const graph = new BranchGradientGraph(gradientName(name), forward, currentGraph(), t);
  const targets = forward.outputs.filter((output, i) => isTrainable(output) && (dy[i] ?? null) !== null);
  const gradYs = dy.filter((gradient, i) => gradient !== null && isTrainable(forward.outputs[i]!));
  const gradients = withGraph(graph, () => {
    const found = inner.gradients(t, sourceOf(forward), targets, forward.inputs, { gradYs });
    return found.map((gradient) => returned(t, gradient));
  });
  return { forward, graph, gradients };
}

/** What a function gives stands behind an Identity of its own, as TensorFlow writes it. */
function returned(t: GradientBuilder, gradient: Gradient): Gradient {
  if (gradient === null || !isIndexedSlices(gradient)) return gradient === null ? null : t.Identity(gradient);
  const { values, indices, denseShape } = gradient;
  return {
    values: t.Identity(values),
    indices: t.Identity(indices),
    denseShape: denseShape === null ? null : t.Identity(denseShape),
  };
}

/** Where one branch has a gradient, the others have zeros. */
function fillMissing(t: GradientBuilder, ways: readonly Way[]): void {
  ways[0]!.gradients.forEach((_, i) => {
    if (ways.every(({ gradients }) => gradients[i] === null)) return;
    for (const { forward, graph, gradients } of ways)
      gradients[i] ??= withGraph(graph, () => zerosLike(t, forward.inputs[i]!));
  });
}

/** Makes the node give what its gradient needs, as optionals: only the branch that runs has values. */
function giveIntermediates(
  t: GradientBuilder,
  op: Operation,
  names: readonly string[],
  ways: readonly Way[],
): void {
  const most = Math.max(...ways.map(({ graph }) => graph.wrapped.length));
  const replaced = ways.map(({ forward, graph }, i) => {
    const source = sourceOf(forward);
    while (graph.wrapped.length < most)
      graph.wrapped.push(withGraph(source as Graph, () => t.OptionalNone() as SymbolicTensor));
    const body = new FunctionView(source, rewrittenName(op.graph, names[i]!), forward.inputs, [
      ...forward.outputs,
      ...graph.wrapped,
    ]);
    return { from: names[i]!, to: addFunction(op.graph, { name: body.name, body }), body };
  });
  const { outputs } = replaced[0]!.body;
  setAttrs(op, {
    ...withFunctions(op, replaced),
    [outputTypesAttr(op)]: outputs.map(({ dtype }) => dtype),
    output_shapes: shapesOf(outputs),
  });
  addOutputs(op, ways[0]!.graph.wrapped);
}

/** A tensor that a gradient branch takes, as the node or its graph gives it. */
function outsideOf(op: Operation, { forward, graph }: Way, outer: Tensor): Tensor {
  if (!graph.comesFromForward(outer)) return outer;
  const output = [...forward.outputs, ...graph.wrapped].indexOf(outer);
  return output >= 0 ? op.outputs[output]! : op.inputs[1 + forward.inputs.indexOf(outer)]!;
}
