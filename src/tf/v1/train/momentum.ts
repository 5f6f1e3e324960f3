// tf.compat.v1.train.MomentumOptimizer: accumulator = momentum * accumulator + gradient.
import { buildNode } from "../../../engine/dispatch.ts";
import type { Operation } from "../../../graph/graph.ts";
import type { Value } from "../../../graph/types.ts";
import type { GraphVariable } from "../graph-variable.ts";
import { Optimizer } from "./optimizer.ts";

export class MomentumOptimizer extends Optimizer {
  readonly #learningRate: unknown;
  readonly #momentum: unknown;
  readonly #useNesterov: boolean;

  constructor(
    learningRate: unknown,
    momentum: unknown,
    { useLocking = false, useNesterov = false, name = "Momentum" } = {},
  ) {
    super(name, useLocking);
    this.#learningRate = learningRate;
    this.#momentum = momentum;
    this.#useNesterov = useNesterov;
  }

  protected override hyperparameters(): Readonly<Record<string, unknown>> {
    return { learning_rate: this.#learningRate, momentum: this.#momentum };
  }

  protected override createSlots(variables: readonly GraphVariable[]): void {
    for (const variable of variables) this.slots.filled(variable, "momentum", this.name);
  }

  protected override applyDense(gradient: Value, variable: GraphVariable): Operation {
    return this.#apply("ApplyMomentum", variable, [gradient]);
  }

  protected override applySparse(rows: Value, indices: Value, variable: GraphVariable): Operation {
    return this.#apply("SparseApplyMomentum", variable, [rows, indices]);
  }

  #apply(op: string, variable: GraphVariable, gradient: readonly Value[]): Operation {
    const slot = this.getSlot(variable, "momentum")!;
    const { dtype } = variable;
    const inputs = [
      variable.handle,
      slot.handle,
      this.hyper("learning_rate", dtype),
      ...gradient,
      this.hyper("momentum", dtype),
    ];
    const attrs = { use_locking: this.useLocking, use_nesterov: this.#useNesterov };
    return buildNode(variable.graph, variable.usesResource ? `Resource${op}` : op, inputs, attrs);
  }
}
