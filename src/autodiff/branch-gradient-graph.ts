// The gradient function of one branch: what it needs from inside the branch arrives as an optional.
import type { FunctionBody, Graph, SymbolicTensor } from "../graph/graph.ts";
import { withGraph } from "../graph/default-graph.ts";
import type { GradientBuilder } from "../graph/op.ts";
import type { Tensor } from "../graph/tensor-base.ts";
import { GradientFunctionGraph, inputOfHandle } from "./forward-tensors.ts";

/** Optionals that hold a tensor of a forward branch, made for an earlier gradient perhaps. */
const wrappings = new WeakMap<SymbolicTensor, SymbolicTensor>();

export class BranchGradientGraph extends GradientFunctionGraph {
  /** Optionals of the forward branch that it must give beside its outputs. */
  readonly wrapped: SymbolicTensor[] = [];
  readonly #forward: FunctionBody;
  readonly #t: GradientBuilder;
  readonly #unwrapped = new Map<SymbolicTensor, SymbolicTensor>();

  constructor(name: string, forward: FunctionBody, outerGraph: Graph | null, t: GradientBuilder) {
    super(name, forward, outerGraph);
    this.#forward = forward;
    this.#t = t;
  }

  comesFromForward(tensor: Tensor): tensor is SymbolicTensor {
    return this.isForward(tensor);
  }

  protected override captureForward(tensor: SymbolicTensor, name?: string): SymbolicTensor {
    const { inputs, outputs } = this.#forward;
    if (inputs.includes(tensor) || outputs.includes(tensor)) return this.captureAsIs(tensor, name);
    if (tensor.dtype === "resource") return this.captureAsIs(inputs[inputOfHandle(tensor, inputs)]!, name);
    const known = this.#unwrapped.get(tensor);
    if (known !== undefined) return known;
    const optional = this.captureAsIs(this.#wrap(tensor), name);
    const attrs = { output_types: [tensor.dtype], output_shapes: [tensor.shape] };
    // A gradient function inside of this one may be the current graph.
    const [value] = withGraph(
      this,
      () => this.#t.OptionalGetValue(optional, attrs) as readonly SymbolicTensor[],
    );
    value!.handleType = tensor.handleType;
    this.#unwrapped.set(tensor, value!);
    return value!;
  }

  #wrap(tensor: SymbolicTensor): SymbolicTensor {
    const known = wrappings.get(tensor);
    if (known !== undefined && this.#forward.outputs.includes(known)) return known;
    const made = withGraph(this.source, () => this.#t.OptionalFromValue([tensor]) as SymbolicTensor);
    wrappings.set(tensor, made);
    this.wrapped.push(made);
    return made;
  }
}
