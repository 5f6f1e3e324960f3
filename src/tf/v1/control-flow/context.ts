// What conditionals and loops of TensorFlow v1 share: which tensors are known inside, how nodes are adopted.
import type { Graph, Operation, SymbolicTensor } from "../../../graph/graph.ts";
import type { ControlFlowContext } from "../../../graph/scopes.ts";

export type Context = ControlFlowContext<Operation, SymbolicTensor>;

export abstract class BaseContext implements Context {
  abstract readonly name: string;
  readonly graph: Graph;
  readonly outerContext: Context | null;
  /** Tensors made inside, or known inside under another name. */
  readonly values = new Set<SymbolicTensor>();
  /** What stands inside for tensors from outside. */
  readonly external = new Map<SymbolicTensor, SymbolicTensor>();

  constructor(graph: Graph) {
    this.graph = graph;
    this.outerContext = graph.controlFlowContext;
  }

  /** The tensor that tells that this context runs: nodes without inputs wait for its op. */
  abstract readonly pivot: SymbolicTensor;
  abstract addValue(tensor: SymbolicTensor): SymbolicTensor;
  abstract addOp(op: Operation): void;

  /** Runs `body` with this as the graph's context. */
  within<T>(body: () => T): T {
    const before = this.graph.controlFlowContext;
    this.graph.controlFlowContext = this;
    try {
      return body();
    } finally {
      this.graph.controlFlowContext = before;
    }
  }

  /** Runs `body` in the context around this one. */
  outside<T>(body: () => T): T {
    const before = this.graph.controlFlowContext;
    this.graph.controlFlowContext = this.outerContext;
    try {
      return body();
    } finally {
      this.graph.controlFlowContext = before;
    }
  }

  /** Is the op inside this context, or in one within it? */
  contains(op: Operation): boolean {
    for (let context = op.controlFlowContext; context !== null; context = context.outerContext)
      if (context === this) return true;
    return false;
  }

  /** Drops control inputs from outside: edges into a context go through data. */
  protected dropExternalControl(op: Operation): Operation[] {
    const inside = op.controlInputs.filter((input) => this.contains(input));
    const outside = op.controlInputs.filter((input) => !this.contains(input));
    if (outside.length > 0) {
      op.removeControlInputs();
      op.addControlInputs(inside);
    }
    return outside;
  }

  /** Notes an op's outputs as known here and in every context around. */
  protected know(outputs: readonly SymbolicTensor[]): void {
    for (let context: Context | null = this; context !== null; context = context.outerContext)
      if (context instanceof BaseContext) for (const output of outputs) context.values.add(output);
  }
}

/** Leaves control-dependency scopes of outside behind. */
export const unconditioned = <T>(graph: Graph, body: () => T): T => {
  const before = graph.controlFlowContext;
  return graph.controlDependencies(null, () => {
    graph.controlFlowContext = before;
    return body();
  });
};
