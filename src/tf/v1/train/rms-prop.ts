// tf.compat.v1.train.RMSPropOptimizer (Tieleman and Hinton, 2012; centered: Graves, 2013).
import type { Operation } from "../../../graph/graph.ts";
import type { Value } from "../../../graph/types.ts";
import type { GraphVariable } from "../graph-variable.ts";
import { Optimizer } from "./optimizer.ts";

export interface RMSPropOptions {
  decay?: unknown;
  momentum?: unknown;
  epsilon?: unknown;
  useLocking?: boolean;
  /** Divides by the variance of gradients instead of their second moment. */
  centered?: boolean;
  name?: string;
}

export class RMSPropOptimizer extends Optimizer {
  readonly #hyperparameters: Readonly<Record<string, unknown>>;
  readonly #centered: boolean;

  constructor(learningRate: unknown, options: RMSPropOptions = {}) {
    super(options.name ?? "RMSProp", options.useLocking ?? false);
    const { decay = 0.9, momentum = 0, epsilon = 1e-10 } = options;
    this.#hyperparameters = { learning_rate: learningRate, decay, momentum, epsilon };
    this.#centered = options.centered ?? false;
  }

  protected override hyperparameters(): Readonly<Record<string, unknown>> {
    return this.#hyperparameters;
  }

  protected override createSlots(variables: readonly GraphVariable[]): void {
    for (const variable of variables) {
      this.slots.filled(variable, "rms", this.name, 1, "ones");
      if (this.#centered) this.slots.filled(variable, "mg", this.name);
      this.slots.filled(variable, "momentum", this.name);
    }
  }

  protected override applyDense(gradient: Value, variable: GraphVariable): Operation {
    const op = this.#centered ? "ApplyCenteredRMSProp" : "ApplyRMSProp";
    return this.apply(op, variable, [...this.#inputs(variable), gradient]);
  }

  protected override applySparse(rows: Value, indices: Value, variable: GraphVariable): Operation {
    const op = this.#centered ? "SparseApplyCenteredRMSProp" : "SparseApplyRMSProp";
    return this.apply(op, variable, [...this.#inputs(variable), rows, indices]);
  }

  #inputs(variable: GraphVariable): Value[] {
    const slots = this.#centered ? ["mg", "rms", "momentum"] : ["rms", "momentum"];
    const hypers = this.hypers(variable.dtype, "learning_rate", "decay", "momentum", "epsilon");
    return [variable.handle, ...this.slotHandles(variable, slots), ...hypers];
  }
}
