// Gradients of loops: a loop that runs the gradient of the body as often as the loop ran.
import { currentGraph, withGraph } from "../graph/default-graph.ts";
import { FuncGraph } from "../graph/func-graph.ts";
import { addLoopNode } from "../graph/functional/loop-node.ts";
import { gradientName } from "../graph/functional/library.ts";
import type { Operation, SymbolicTensor } from "../graph/graph.ts";
import type { GradientBuilder } from "../graph/op.ts";
import { type Gradient, isIndexedSlices, type Value } from "../graph/types.ts";
import type { Tensor } from "../graph/tensor-base.ts";
import type { Differentiator } from "./differentiate.ts";
import { ForwardLoop } from "./forward-loop.ts";
import { sourceOf } from "./function-view.ts";
import { zerosLike } from "./helpers.ts";
import { LoopGradientGraph } from "./loop-gradient-graph.ts";
import { shapesOf } from "./rewrite.ts";
import { toDense } from "./slices.ts";
import { isTrainable } from "./trainable.ts";

/** Counter, most iterations allowed, and how often the loop ran. */
const LEADING = 3;

export function loopGradient(
  t: GradientBuilder,
  op: Operation,
  dy: readonly Gradient[],
  inner: Differentiator,
): readonly Gradient[] {
  const loop = new ForwardLoop(op);
  const upstream = initialGradients(t, op, loop, dy);
  const varying = upstream.flatMap((gradient, i) => (gradient === null ? [] : [i]));
  if (varying.length === 0) return op.inputs.map(() => null);
  const counter = t.literal(0, op.outputs[0]!.dtype, "grad_counter") as Tensor;
  const args = [counter, op.inputs[1]!, op.outputs[0]!, ...varying.map((i) => upstream[i] as Tensor)];
  const body = differentiateBody(t, loop, varying, args, inner);
  const before = op.outputs.length;
  loop.rewrite();
  if (op.outputs.length > before) inner.recorded(op, op.outputs.slice(before));
  const inputs = [...args, ...body.passedIn];
  const node = addLoopNode(currentGraph()!, {
    condition: countingCondition(t, loop.conditionName, inputs),
    body,
    inputs,
    outputShapes: shapesOf(body.outputs),
    parallelIterations: op.attrs.parallel_iterations as number,
    name: `${op.name}_grad`,
  });
  inner.recorded(node, node.outputs);
  const outputs = node.outputs.map((output) => t.Identity(output));
  return op.inputs.map((_, i) => {
    const position = varying.indexOf(i);
    return position < 0 ? null : outputs[LEADING + position]!;
  });
}

/**
 * What flows into the loop's outputs: zeros where nothing arrived (other loop variables may depend on
 * that one all the same), nothing into counters and lists that a gradient added.
 */
function initialGradients(
  t: GradientBuilder,
  op: Operation,
  { body }: ForwardLoop,
  dy: readonly Gradient[],
): (Value | null)[] {
  const original = Number(op.attrs._num_original_outputs ?? op.outputs.length);
  return op.outputs.map((output, i) => {
    if (i >= original || !isTrainable(body.outputs[i]!)) return null;
    const gradient = dy[i] ?? null;
    if (gradient === null) return zerosLike(t, output);
    return isIndexedSlices(gradient) ? toDense(t, gradient) : gradient;
  });
}

function differentiateBody(
  t: GradientBuilder,
  loop: ForwardLoop,
  varying: readonly number[],
  args: readonly Tensor[],
  inner: Differentiator,
): LoopGradientGraph {
  const { inputs, outputs } = loop.body;
  const graph = new LoopGradientGraph(gradientName(loop.bodyName), loop, currentGraph(), t);
  const parameters = args.map((arg) => parameterFor(graph, arg));
  const returned = withGraph(graph, () => {
    const [counter, most, total, ...gradYs] = parameters;
    const ys = varying.map((i) => outputs[i]!);
    const xs = varying.map((i) => inputs[i]!);
    const found = inner.gradients(t, sourceOf(loop.body), ys, xs, { gradYs, unconnected: "zero" });
    const gradients = found.map((gradient) => (isIndexedSlices(gradient) ? toDense(t, gradient) : gradient!));
    const next = t.AddV2(counter!, 1, { name: "add" });
    return [next, most!, total!, ...gradients].map((value) => t.Identity(value) as SymbolicTensor);
  });
  graph.outputs = [...returned, ...graph.passedOn];
  return graph;
}

function parameterFor(graph: FuncGraph, arg: Tensor): SymbolicTensor {
  const parameter = graph.addInput(arg.dtype, arg.shape);
  parameter.handleType = (arg as Partial<SymbolicTensor>).handleType;
  return parameter;
}

/** Goes on while fewer iterations were undone than were done. */
function countingCondition(t: GradientBuilder, forward: string, inputs: readonly Tensor[]): FuncGraph {
  const outer = currentGraph()!;
  const graph = new FuncGraph(gradientName(forward), outer.ops, outer);
  const [counter, , total] = inputs.map((input) => parameterFor(graph, input));
  graph.outputs = withGraph(graph, () => [t.Identity(t.Less(counter!, total!)) as SymbolicTensor]);
  return graph;
}
