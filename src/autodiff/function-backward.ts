// The gradient function of a function: takes what flowed into some outputs and tensors of the forward
// function,
// gives the gradients of all inputs.
import { withGraph } from "../graph/default-graph.ts";
import type { FuncGraph } from "../graph/func-graph.ts";
import type { FunctionBody, Graph, SymbolicTensor } from "../graph/graph.ts";
import type { GradientBuilder } from "../graph/op.ts";
import type { Tensor } from "../graph/tensor-base.ts";
import type { Gradient } from "../graph/types.ts";
import type { Differentiator } from "./differentiate.ts";
import { GradientFunctionGraph } from "./forward-tensors.ts";
import { sourceOf } from "./function-view.ts";
import { flattenGradients } from "./structured-gradients.ts";

/** Tensors of the forward function are passed as they are. */
class BackwardGraph extends GradientFunctionGraph {
  protected override captureForward(tensor: SymbolicTensor, name?: string): SymbolicTensor {
    return this.captureAsIs(tensor, name);
  }
}

export interface BackwardFunction {
  readonly graph: FuncGraph;
  /** One for each input of the forward function; tensors of `graph`, whose outputs are these, flattened. */
  readonly gradients: readonly Gradient[];
  /** What `graph` takes after the upstream gradients: tensors of the forward function, or from elsewhere. */
  readonly needs: readonly Tensor[];
  /** Those of `needs` that the forward function must give beside its outputs. */
  readonly intermediates: readonly SymbolicTensor[];
}

/** Derives the gradients of the outputs numbered `wanted`. */
export function deriveBackward(
  t: GradientBuilder,
  forward: FunctionBody,
  wanted: readonly number[],
  name: string,
  inner: Differentiator,
  outerGraph: Graph | null,
): BackwardFunction {
  const source = sourceOf(forward);
  const graph = new BackwardGraph(name, forward, outerGraph);
  const ys = wanted.map((i) => forward.outputs[i]!);
  const gradYs = ys.map(({ dtype, shape, handleType }, i) => {
    const input = graph.addInput(dtype, shape, `grad_ys_${i}`);
    input.handleType = handleType;
    return input;
  });
  const gradients = withGraph(graph, () => inner.gradients(t, source, ys, forward.inputs, { gradYs }));
  graph.setOutputs(flattenGradients(gradients) as Tensor[]);
  const needs = graph.externalCaptures;
  const given = new Set<Tensor>([...forward.inputs, ...forward.outputs]);
  const intermediates = needs.filter(
    (tensor) => (tensor as Partial<SymbolicTensor>).graph === source && !given.has(tensor),
  ) as SymbolicTensor[];
  return { graph, gradients, needs, intermediates };
}
