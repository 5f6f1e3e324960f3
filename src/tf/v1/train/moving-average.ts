// tf.compat.v1.train.ExponentialMovingAverage: shadow variables that follow trained ones slowly.
import { isFloating } from "../../../base/dtypes.ts";
import { ValueError } from "../../../base/errors.ts";
import { callOp } from "../../../engine/dispatch.ts";
import { defaultGraph } from "../../../graph/default-graph.ts";
import type { Operation } from "../../../graph/graph.ts";
import type { Value } from "../../../graph/types.ts";
import { cond } from "../../control-flow/cond.ts";
import type { Tensor } from "../../../graph/tensor-base.ts";
import { convertInGraph } from "../convert.ts";
import { GLOBAL_VARIABLES, type GraphVariable, TRAINABLE_VARIABLES } from "../graph-variable.ts";
import { group } from "../grouping.ts";
import { makeSlot } from "./slots.ts";

export interface MovingAverageOptions {
  /** Makes the decay smaller at first: min(decay, (1 + n) / (10 + n)). */
  numUpdates?: unknown;
  name?: string;
}

const MOVING_AVERAGE_VARIABLES = "moving_average_variables";

/**
 * average = decay * average + (1 - decay) * variable, for each variable that `apply` was called with.
 *
 * @example
 * const g = new tf.Graph();
 * g.asDefault(() => {
 *   const v = new tf.compat.v1.Variable(1, { name: "v" });
 *   new tf.compat.v1.train.ExponentialMovingAverage(0.9).apply([v]).name; // "ExponentialMovingAverage"
 * });
 */
export class ExponentialMovingAverage {
  readonly name: string;
  readonly #decay: unknown;
  readonly #numUpdates: unknown;
  readonly #averages = new Map<GraphVariable, GraphVariable>();

  constructor(
    decay: unknown,
    { numUpdates = null, name = "ExponentialMovingAverage" }: MovingAverageOptions = {},
  ) {
    this.#decay = decay;
    this.#numUpdates = numUpdates;
    this.name = name;
  }

  /** Makes shadow variables; gives the op that updates them all. */
  apply(variables: readonly GraphVariable[] | null = null): Operation {
    const graph = defaultGraph();
    const all = variables ?? (graph.getCollection(TRAINABLE_VARIABLES) as GraphVariable[]);
    for (const variable of all) this.#shadow(variable);
    return graph.nameScope(this.name, (scope) => {
      const decay = this.#effectiveDecay();
      return group(
        all.map((variable) => updated(this.#averages.get(variable)!, variable, decay)),
        scope,
      );
    });
  }

  #shadow(variable: GraphVariable): void {
    if (!isFloating(variable.dtype))
      throw new TypeError(`The variables must be half, float, or double: ${variable.name}`);
    if (this.#averages.has(variable))
      throw new ValueError(`Moving average already computed for: ${variable.name}`);
    const { graph } = variable;
    const initial = graph.nameScope(null, () =>
      graph.controlDependencies(null, () =>
        cond(
          variable.isInitialized(),
          () => variable.readValue() as Tensor,
          () => variable.initialValue as Tensor,
        ),
      ),
    );
    this.#averages.set(variable, makeSlot(variable, this.name, initial));
    graph.addToCollection(MOVING_AVERAGE_VARIABLES, variable);
  }

  // min(decay, (1 + n) / (10 + n))
  #effectiveDecay(): Value {
    const decay = convertInGraph(this.#decay, undefined, "decay");
    if (this.#numUpdates === null) return decay;
    const call = (op: string, name: string, ...args: unknown[]): Value => callOp(op, args, {}, name)[0]!;
    const count = convertInGraph(this.#numUpdates);
    const ramp = call("RealDiv", "truediv", call("AddV2", "add", 1, count), call("AddV2", "add", 10, count));
    return call("Minimum", "Minimum", decay, ramp);
  }

  /** The shadow of a variable, or null. */
  average(variable: GraphVariable): GraphVariable | null {
    return this.#averages.get(variable) ?? null;
  }

  /** The name that the shadow of a variable has, or would have. */
  averageName(variable: GraphVariable): string {
    return this.#averages.get(variable)?.op.name ?? `${variable.op.name}/${this.name}`;
  }

  /** What to load into which variable: shadows into the variables they follow. */
  variablesToRestore(variables: readonly GraphVariable[] | null = null): Record<string, GraphVariable> {
    const graph = defaultGraph();
    const averaged = variables ?? [
      ...(graph.getCollection(TRAINABLE_VARIABLES) as GraphVariable[]),
      ...(graph.getCollection(MOVING_AVERAGE_VARIABLES) as GraphVariable[]),
    ];
    const found: Record<string, GraphVariable> = {};
    for (const variable of averaged) found[this.averageName(variable)] = variable;
    const names = new Set(averaged.flatMap((variable) => [variable.op.name, this.averageName(variable)]));
    for (const variable of graph.getCollection(GLOBAL_VARIABLES) as GraphVariable[])
      if (!names.has(variable.op.name)) found[variable.op.name] = variable;
    return found;
  }
}

/** average -= (average - value) * (1 - decay) */
function updated(average: GraphVariable, variable: GraphVariable, decay: Value): Operation {
  const { graph } = average;
  return graph.nameScope("AssignMovingAvg", (scope) =>
    graph.colocateWith(average.op, false, () => {
      const rest = callOp("Sub", [1, decay], {}, "sub")[0]!;
      const delta = callOp(
        "Mul",
        [callOp("Sub", [average.value(), variable], {}, "sub")[0]!, rest],
        {},
        "mul",
      )[0]!;
      return average.assignSub(delta, average.usesResource ? undefined : scope).op;
    }),
  );
}
