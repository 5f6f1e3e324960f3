// Records a node of a graph, or some outputs of it, on tapes.
import type { Operation, SymbolicTensor } from "../graph/graph.ts";
import type { GradientBuilder } from "../graph/op.ts";
import type { Gradient } from "../graph/types.ts";
import type { Recorded } from "./backward.ts";
import type { Differentiator } from "./differentiate.ts";
import { nodeGradient } from "./node-gradient.ts";

export class RecordedNode implements Recorded {
  readonly op: Operation;
  readonly inputs: readonly SymbolicTensor[];
  readonly outputs: readonly SymbolicTensor[];
  readonly #inner: Differentiator;

  constructor(op: Operation, outputs: readonly SymbolicTensor[], inner: Differentiator) {
    this.op = op;
    // A gradient may give the node more inputs and outputs later.
    this.inputs = [...op.inputs];
    this.outputs = [...outputs];
    this.#inner = inner;
  }

  backward(t: GradientBuilder, dy: readonly Gradient[]): readonly Gradient[] {
    const all = this.op.outputs.map((output) => dy[this.outputs.indexOf(output)] ?? null);
    const gradients = nodeGradient(t, this.op, all, this.#inner);
    return this.inputs.map((_, i) => gradients[i] ?? null);
  }
}
