// tf.compat.v1.train.AdagradOptimizer (Duchi, Hazan and Singer, 2011).
import type { Operation } from "../../../graph/graph.ts";
import type { Value } from "../../../graph/types.ts";
import { ValueError } from "../../../base/errors.ts";
import type { GraphVariable } from "../graph-variable.ts";
import { Optimizer } from "./optimizer.ts";

export interface AdagradOptions {
  initialAccumulatorValue?: number;
  useLocking?: boolean;
  name?: string;
}

export class AdagradOptimizer extends Optimizer {
  readonly #learningRate: unknown;
  readonly #start: number;

  constructor(
    learningRate: unknown,
    { initialAccumulatorValue = 0.1, useLocking = false, name = "Adagrad" }: AdagradOptions = {},
  ) {
    super(name, useLocking);
    if (initialAccumulatorValue <= 0)
      throw new ValueError(`initial_accumulator_value must be positive: ${initialAccumulatorValue}`);
    this.#learningRate = learningRate;
    this.#start = initialAccumulatorValue;
  }

  protected override hyperparameters(): Readonly<Record<string, unknown>> {
    return { learning_rate: this.#learningRate };
  }

  protected override createSlots(variables: readonly GraphVariable[]): void {
    for (const variable of variables)
      this.slots.filled(variable, "accumulator", this.name, this.#start, "Const");
  }

  protected override applyDense(gradient: Value, variable: GraphVariable): Operation {
    return this.apply("ApplyAdagrad", variable, [...this.#inputs(variable), gradient]);
  }

  protected override applySparse(rows: Value, indices: Value, variable: GraphVariable): Operation {
    return this.apply("SparseApplyAdagrad", variable, [...this.#inputs(variable), rows, indices]);
  }

  #inputs(variable: GraphVariable): Value[] {
    return [
      variable.handle,
      ...this.slotHandles(variable, ["accumulator"]),
      ...this.hypers(variable.dtype, "learning_rate"),
    ];
  }
}
