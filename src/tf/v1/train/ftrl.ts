// tf.compat.v1.train.FtrlOptimizer (McMahan et al., 2013).
import { ValueError } from "../../../base/errors.ts";
import { convert } from "../../../engine/convert.ts";
import { callOp } from "../../../engine/dispatch.ts";
import { raw } from "../../../engine/raw.ts";
import type { Operation } from "../../../graph/graph.ts";
import type { Value } from "../../../graph/types.ts";
import type { GraphVariable } from "../graph-variable.ts";
import { Optimizer } from "./optimizer.ts";

export interface FtrlOptions {
  learningRatePower?: number;
  initialAccumulatorValue?: number;
  l1RegularizationStrength?: number;
  l2RegularizationStrength?: number;
  l2ShrinkageRegularizationStrength?: number;
  beta?: number;
  accumName?: string;
  linearName?: string;
  useLocking?: boolean;
  name?: string;
}

const SLOTS = ["accum", "linear"];
const DEFAULTS = {
  learningRatePower: -0.5,
  initialAccumulatorValue: 0.1,
  l1RegularizationStrength: 0,
  l2RegularizationStrength: 0,
  l2ShrinkageRegularizationStrength: 0,
  beta: 0,
};

export class FtrlOptimizer extends Optimizer {
  readonly #learningRate: number;
  readonly #options: FtrlOptions & typeof DEFAULTS;

  constructor(learningRate: number, options: FtrlOptions = {}) {
    super(options.name ?? "Ftrl", options.useLocking ?? false);
    this.#learningRate = learningRate;
    this.#options = { ...DEFAULTS, ...options };
    const { learningRatePower, ...strengths } = this.#options;
    if (learningRatePower > 0)
      throw new ValueError(`learning_rate_power ${learningRatePower} needs to be negative or zero`);
    for (const [name, value] of Object.entries(strengths))
      if (typeof value === "number" && value < 0)
        throw new ValueError(`${name}: expected a number that is not negative, received ${value}`);
  }

  protected override hyperparameters(): Readonly<Record<string, unknown>> {
    const { l1RegularizationStrength, l2ShrinkageRegularizationStrength, learningRatePower, beta } =
      this.#options;
    return {
      learning_rate: this.#learningRate,
      l1_regularization_strength: l1RegularizationStrength,
      adjusted_l2_regularization_strength: () => this.#adjustedL2(),
      beta,
      l2_shrinkage_regularization_strength: l2ShrinkageRegularizationStrength,
      learning_rate_power: learningRatePower,
    };
  }

  // The ops know no beta: it is a part of the l2 strength, l2 + beta / (2 * learning rate).
  #adjustedL2(): Value {
    const { l2RegularizationStrength: l2, beta } = this.#options;
    const call = (op: string, args: readonly unknown[], name: string): Value =>
      callOp(op, args, {}, name)[0]!;
    const rate = call("Maximum", [this.#learningRate, 1e-36], "Maximum");
    return call("AddV2", [l2, call("RealDiv", [beta, call("Mul", [2, rate], "mul")], "truediv")], "add");
  }

  protected override createSlots(variables: readonly GraphVariable[]): void {
    const { initialAccumulatorValue, accumName, linearName } = this.#options;
    for (const variable of variables) {
      this.slots.from(variable, "accum", accumName ?? this.name, () =>
        scaledOnes(variable, initialAccumulatorValue),
      );
      this.slots.filled(variable, "linear", linearName ?? this.name);
    }
  }

  get #shrinks(): boolean {
    return this.#options.l2ShrinkageRegularizationStrength > 0;
  }

  protected override applyDense(gradient: Value, variable: GraphVariable): Operation {
    return this.#apply("ApplyFtrl", variable, [gradient]);
  }

  protected override applySparse(rows: Value, indices: Value, variable: GraphVariable): Operation {
    return this.#apply("SparseApplyFtrl", variable, [rows, indices]);
  }

  #apply(op: string, variable: GraphVariable, gradient: readonly Value[]): Operation {
    const { dtype } = variable;
    const shared = this.hypers(
      dtype,
      "learning_rate",
      "l1_regularization_strength",
      "adjusted_l2_regularization_strength",
    );
    const shrinkage = this.#shrinks ? this.hypers(dtype, "l2_shrinkage_regularization_strength") : [];
    const power = this.hyper("learning_rate_power", dtype);
    const inputs = [
      variable.handle,
      ...this.slotHandles(variable, SLOTS),
      ...gradient,
      ...shared,
      ...shrinkage,
      power,
    ];
    return this.apply(this.#shrinks ? `${op}V2` : op, variable, inputs);
  }
}

function scaledOnes({ dtype, shape }: GraphVariable, value: number): Value {
  const ones = raw.Const({ value: convert(1, dtype, shape!).toValue(), dtype, name: "ones" });
  return callOp("Mul", [ones, value], {}, "mul")[0]!;
}
