// tf.compat.v1.train.GradientDescentOptimizer: variable -= learningRate * gradient.
import { buildNode, callOp } from "../../../engine/dispatch.ts";
import { raw } from "../../../engine/raw.ts";
import type { Operation, SymbolicTensor } from "../../../graph/graph.ts";
import type { Value } from "../../../graph/types.ts";
import type { GraphVariable } from "../graph-variable.ts";
import { Optimizer } from "./optimizer.ts";

export class GradientDescentOptimizer extends Optimizer {
  readonly #learningRate: unknown;

  constructor(learningRate: unknown, { useLocking = false, name = "GradientDescent" } = {}) {
    super(name, useLocking);
    this.#learningRate = learningRate;
  }

  protected override hyperparameters(): Readonly<Record<string, unknown>> {
    return { learning_rate: this.#learningRate };
  }

  protected override get takesDuplicates(): boolean {
    return true;
  }

  protected override applyDense(gradient: Value, variable: GraphVariable): Operation {
    const op = variable.usesResource ? "ResourceApplyGradientDescent" : "ApplyGradientDescent";
    const inputs = [variable.handle, this.hyper("learning_rate", variable.dtype), gradient];
    return buildNode(variable.graph, op, inputs, { use_locking: this.useLocking });
  }

  protected override applySparse(rows: Value, indices: Value, variable: GraphVariable): Operation {
    const rate = this.hyper("learning_rate", variable.dtype);
    if (variable.usesResource) {
      const delta = raw.Mul(raw.Neg(rows), rate, { name: "mul" });
      return buildNode(variable.graph, "ResourceScatterAdd", [variable.handle, indices, delta], {
        dtype: variable.dtype,
      });
    }
    const delta = raw.Mul(rows, rate, { name: "mul" });
    const attrs = { use_locking: this.useLocking };
    return (callOp("ScatterSub", [variable.handle, indices, delta], attrs)[0] as SymbolicTensor).op;
  }
}
