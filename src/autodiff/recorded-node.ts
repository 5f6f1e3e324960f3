// Records a node of a graph on tapes.
import type { Operation, SymbolicTensor } from "../graph/graph.ts";
import type { GradientBuilder } from "../graph/op.ts";
import type { Gradient } from "../graph/types.ts";
import type { Recorded } from "./backward.ts";
import { graphGradients } from "./graph-gradients.ts";
import { nodeGradient } from "./node-gradient.ts";

export class RecordedNode implements Recorded {
  readonly op: Operation;
  readonly inputs: readonly SymbolicTensor[];
  readonly outputs: readonly SymbolicTensor[];

  constructor(op: Operation) {
    this.op = op;
    // A gradient may give the node more inputs and outputs later.
    this.inputs = [...op.inputs];
    this.outputs = [...op.outputs];
  }

  backward(t: GradientBuilder, dy: readonly Gradient[]): readonly Gradient[] {
    const gradients = nodeGradient(t, this.op, dy, graphGradients);
    return this.inputs.map((_, i) => gradients[i] ?? null);
  }
}
