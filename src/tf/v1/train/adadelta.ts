// tf.compat.v1.train.AdadeltaOptimizer (Zeiler, 2012).
import type { Operation } from "../../../graph/graph.ts";
import type { Value } from "../../../graph/types.ts";
import type { GraphVariable } from "../graph-variable.ts";
import { Optimizer } from "./optimizer.ts";

export interface AdadeltaOptions {
  rho?: unknown;
  epsilon?: unknown;
  useLocking?: boolean;
  name?: string;
}

const SLOTS = ["accum", "accum_update"];

export class AdadeltaOptimizer extends Optimizer {
  readonly #hyperparameters: Readonly<Record<string, unknown>>;

  constructor(learningRate: unknown = 0.001, options: AdadeltaOptions = {}) {
    super(options.name ?? "Adadelta", options.useLocking ?? false);
    const { rho = 0.95, epsilon = 1e-8 } = options;
    this.#hyperparameters = { lr: learningRate, rho, epsilon };
  }

  protected override hyperparameters(): Readonly<Record<string, unknown>> {
    return this.#hyperparameters;
  }

  protected override createSlots(variables: readonly GraphVariable[]): void {
    for (const variable of variables) for (const slot of SLOTS) this.slots.filled(variable, slot, this.name);
  }

  protected override applyDense(gradient: Value, variable: GraphVariable): Operation {
    return this.apply("ApplyAdadelta", variable, [...this.#inputs(variable), gradient]);
  }

  protected override applySparse(rows: Value, indices: Value, variable: GraphVariable): Operation {
    return this.apply("SparseApplyAdadelta", variable, [...this.#inputs(variable), rows, indices]);
  }

  #inputs(variable: GraphVariable): Value[] {
    const hypers = this.hypers(variable.dtype, "lr", "rho", "epsilon");
    return [variable.handle, ...this.slotHandles(variable, SLOTS), ...hypers];
  }
}
