// tf.compat.v1.train.ProximalGradientDescentOptimizer and ProximalAdagradOptimizer (Duchi and Singer, 2009).
import { ValueError } from "../../../base/errors.ts";
import { convert } from "../../../engine/convert.ts";
import type { Operation } from "../../../graph/graph.ts";
import type { Value } from "../../../graph/types.ts";
import type { GraphVariable } from "../graph-variable.ts";
import { Optimizer } from "./optimizer.ts";

export interface ProximalOptions {
  l1RegularizationStrength?: unknown;
  l2RegularizationStrength?: unknown;
  useLocking?: boolean;
  name?: string;
}

const HYPERS = ["learning_rate", "l1_regularization_strength", "l2_regularization_strength"] as const;

abstract class Proximal extends Optimizer {
  readonly #hyperparameters: Readonly<Record<string, unknown>>;

  constructor(learningRate: unknown, options: ProximalOptions, name: string) {
    super(options.name ?? name, options.useLocking ?? false);
    const values = [
      learningRate,
      options.l1RegularizationStrength ?? 0,
      options.l2RegularizationStrength ?? 0,
    ];
    this.#hyperparameters = Object.fromEntries(HYPERS.map((key, i) => [key, values[i]]));
  }

  protected override hyperparameters(): Readonly<Record<string, unknown>> {
    return this.#hyperparameters;
  }

  protected inputs(variable: GraphVariable, slots: readonly string[]): Value[] {
    return [variable.handle, ...this.slotHandles(variable, slots), ...this.hypers(variable.dtype, ...HYPERS)];
  }
}

export class ProximalGradientDescentOptimizer extends Proximal {
  constructor(learningRate: unknown, options: ProximalOptions = {}) {
    super(learningRate, options, "ProximalGradientDescent");
  }

  protected override applyDense(gradient: Value, variable: GraphVariable): Operation {
    return this.apply("ApplyProximalGradientDescent", variable, [...this.inputs(variable, []), gradient]);
  }

  protected override applySparse(rows: Value, indices: Value, variable: GraphVariable): Operation {
    return this.apply("SparseApplyProximalGradientDescent", variable, [
      ...this.inputs(variable, []),
      rows,
      indices,
    ]);
  }
}

export interface ProximalAdagradOptions extends ProximalOptions {
  initialAccumulatorValue?: number;
}

export class ProximalAdagradOptimizer extends Proximal {
  readonly #start: number;

  constructor(learningRate: unknown, options: ProximalAdagradOptions = {}) {
    super(learningRate, options, "ProximalAdagrad");
    this.#start = options.initialAccumulatorValue ?? 0.1;
    if (this.#start <= 0) throw new ValueError(`initial_accumulator_value must be positive: ${this.#start}`);
  }

  protected override createSlots(variables: readonly GraphVariable[]): void {
    for (const variable of variables) {
      const start = convert(this.#start, variable.dtype, variable.shape!).toValue();
      const tensor = variable.graph.colocateWith(variable.op, false, () => variable.graph.constant(start));
      this.slots.from(variable, "accumulator", this.name, tensor);
    }
  }

  protected override applyDense(gradient: Value, variable: GraphVariable): Operation {
    return this.apply("ApplyProximalAdagrad", variable, [
      ...this.inputs(variable, ["accumulator"]),
      gradient,
    ]);
  }

  protected override applySparse(rows: Value, indices: Value, variable: GraphVariable): Operation {
    const inputs = this.inputs(variable, ["accumulator"]);
    return this.apply("SparseApplyProximalAdagrad", variable, [...inputs, rows, indices]);
  }
}
