// What gradients of nodes that call functions need of the gradients of graphs.
import type { Graph, Operation, SymbolicTensor } from "../graph/graph.ts";
import type { GradientBuilder } from "../graph/op.ts";
import type { Gradient } from "../graph/types.ts";

export interface InnerOptions {
  readonly gradYs: readonly Gradient[];
  /** What `xs` get that nothing connects with `ys`. */
  readonly unconnected?: "none" | "zero";
}

export interface Differentiator {
  /** Gradients of tensors of `source` with respect to others of it, built in the current graph. */
  gradients(
    t: GradientBuilder,
    source: Graph,
    ys: readonly SymbolicTensor[],
    xs: readonly SymbolicTensor[],
    options: InnerOptions,
  ): Gradient[];
  /** Tells tapes of a new node, or of the new outputs of an old one. */
  recorded(op: Operation, outputs: readonly SymbolicTensor[]): void;
}
