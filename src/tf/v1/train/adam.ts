// tf.compat.v1.train.AdamOptimizer (Kingma and Ba, 2014, the form just before section 2.1).
import { buildNode, callOp } from "../../../engine/dispatch.ts";
import { raw } from "../../../engine/raw.ts";
import type { Operation, SymbolicTensor } from "../../../graph/graph.ts";
import type { Value } from "../../../graph/types.ts";
import { group } from "../grouping.ts";
import type { GraphVariable } from "../graph-variable.ts";
import { Optimizer } from "./optimizer.ts";

export interface AdamOptions {
  learningRate?: unknown;
  beta1?: unknown;
  beta2?: unknown;
  epsilon?: unknown;
  useLocking?: boolean;
  name?: string;
}

export class AdamOptimizer extends Optimizer {
  readonly #options: AdamOptions;

  constructor(learningRate: unknown = 0.001, options: AdamOptions = {}) {
    super(options.name ?? "Adam", options.useLocking ?? false);
    this.#options = { learningRate, ...options };
  }

  protected override hyperparameters(): Readonly<Record<string, unknown>> {
    const { learningRate, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = this.#options;
    return { learning_rate: learningRate, beta1, beta2, epsilon };
  }

  protected override createSlots(variables: readonly GraphVariable[]): void {
    const [first] = [...variables].sort((a, b) => (a.name < b.name ? -1 : 1));
    const { beta1 = 0.9, beta2 = 0.999 } = this.#options;
    this.slots.own(first!, "beta1_power", beta1 as number);
    this.slots.own(first!, "beta2_power", beta2 as number);
    for (const variable of variables) {
      this.slots.filled(variable, "m", this.name);
      this.slots.filled(variable, "v", this.name);
    }
  }

  #powers(variable: GraphVariable): [GraphVariable, GraphVariable] {
    return [this.slots.own(variable, "beta1_power", 0), this.slots.own(variable, "beta2_power", 0)];
  }

  protected override applyDense(gradient: Value, variable: GraphVariable): Operation {
    const { dtype } = variable;
    const hyper = ["learning_rate", "beta1", "beta2", "epsilon"].map((name) => this.hyper(name, dtype));
    const slots = ["m", "v"].map((name) => this.getSlot(variable, name)!.handle);
    const inputs = [variable.handle, ...slots, ...this.#powers(variable), ...hyper, gradient];
    const op = variable.usesResource ? "ResourceApplyAdam" : "ApplyAdam";
    return buildNode(variable.graph, op, inputs, { use_locking: this.useLocking });
  }

  protected override applySparse(rows: Value, indices: Value, variable: GraphVariable): Operation {
    const { dtype } = variable;
    const [power1, power2] = this.#powers(variable);
    const [rate, beta1, beta2, epsilon] = ["learning_rate", "beta1", "beta2", "epsilon"].map((name) =>
      this.hyper(name, dtype),
    );
    const oneMinus = (x: Value | GraphVariable): Value => callOp("Sub", [1, x], {}, "sub")[0]!;
    const times = (x: unknown, y: unknown): Value => callOp("Mul", [x, y], {}, "mul")[0]!;
    const over = (x: Value, y: Value): Value => raw.RealDiv(x, y, { name: "truediv" });
    const corrected = raw.Sqrt(oneMinus(power2.value()));
    const step = over(times(rate, corrected), oneMinus(power1.value()));
    const m = this.getSlot(variable, "m")!;
    const mScaled = times(rows, oneMinus(beta1!));
    const newM = this.#decayAndAdd(m, beta1!, indices, mScaled);
    const v = this.getSlot(variable, "v")!;
    const vScaled = times(times(rows, rows), oneMinus(beta2!));
    const newV = this.#decayAndAdd(v, beta2!, indices, vScaled);
    const root = raw.Sqrt(newV);
    const delta = over(times(step, newM), raw.AddV2(root, epsilon!, { name: "add" }));
    const write = variable.assignSub(delta);
    const ops = [write.op, newM.op, newV.op];
    return group(ops, "group_deps");
  }

  /** slot = slot * decay, then rows are added; gives the slot read afterwards. */
  #decayAndAdd(slot: GraphVariable, decay: Value, indices: Value, rows: Value): SymbolicTensor {
    const decayed = slot.assign(callOp("Mul", [slot.value(), decay], {}, "mul")[0]);
    const { graph } = slot;
    return graph.controlDependencies([decayed.op], () => {
      if (!slot.usesResource)
        return callOp("ScatterAdd", [slot.handle, indices, rows], {
          use_locking: this.useLocking,
        })[0] as SymbolicTensor;
      const added = buildNode(graph, "ResourceScatterAdd", [slot.handle, indices, rows], {
        dtype: slot.dtype,
      });
      return graph.controlDependencies([added], () => slot.value());
    });
  }

  protected override finish(updates: readonly Operation[], name: string): Operation {
    const { graph } = updates[0]!;
    const powers = this.slots.all().filter((variable) => /beta[12]_power/.test(variable.op.name));
    const writes = graph.controlDependencies(updates, () =>
      powers.map((power, i) =>
        graph.colocateWith(powers[0]!.op, false, () => {
          const beta = this.hyper(i === 0 ? "beta1" : "beta2", power.dtype);
          return power.assign(callOp("Mul", [power.value(), beta], {}, "mul")[0]).op;
        }),
      ),
    );
    return group([...updates, ...writes], name);
  }
}
