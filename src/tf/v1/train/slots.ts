// Variables that optimizers keep beside the trained ones (slots) or for themselves.
import { raw } from "../../../engine/raw.ts";
import { convert } from "../../../engine/convert.ts";
import { GraphVariable } from "../graph-variable.ts";

/** What the node of the initial value is called: after the initializer that TensorFlow uses. */
export type Filling = "zeros" | "ones" | "Const";

export class SlotVariables {
  /** By slot name, then by variable. */
  readonly #slots = new Map<string, Map<GraphVariable, GraphVariable>>();
  readonly #own = new Map<string, GraphVariable>();

  get(variable: GraphVariable, name: string): GraphVariable | null {
    return this.#slots.get(name)?.get(variable) ?? null;
  }

  names(): string[] {
    return [...this.#slots.keys()].sort();
  }

  all(): GraphVariable[] {
    return [
      ...this.#own.values(),
      ...[...this.#slots.values()].flatMap((byVariable) => [...byVariable.values()]),
    ];
  }

  /** A slot of the variable's shape that starts at `value`, made if it is not there: "w/Momentum". */
  filled(
    variable: GraphVariable,
    name: string,
    title: string,
    value = 0,
    kind: Filling = "zeros",
  ): GraphVariable {
    return this.#slot(variable, name, () => makeFilled(variable, title, value, kind));
  }

  /** A slot that starts as a copy of a tensor. */
  from(variable: GraphVariable, name: string, title: string, initial: unknown): GraphVariable {
    return this.#slot(variable, name, () => makeSlot(variable, title, initial));
  }

  #slot(variable: GraphVariable, name: string, make: () => GraphVariable): GraphVariable {
    let byVariable = this.#slots.get(name);
    if (byVariable === undefined) this.#slots.set(name, (byVariable = new Map()));
    let slot = byVariable.get(variable);
    if (slot === undefined) byVariable.set(variable, (slot = make()));
    return slot;
  }

  /** A variable of the optimizer itself: "beta1_power". */
  own(beside: GraphVariable, name: string, initialValue: number): GraphVariable {
    let variable = this.#own.get(name);
    if (variable === undefined) {
      const { graph, usesResource } = beside;
      variable = graph.nameScope(null, () =>
        graph.colocateWith(
          beside.op,
          true,
          () => new GraphVariable({ initialValue, name, trainable: false, useResource: usesResource }),
        ),
      );
      this.#own.set(name, variable);
    }
    return variable;
  }
}

function makeFilled(variable: GraphVariable, title: string, value: number, kind: Filling): GraphVariable {
  const { dtype } = variable;
  const data = convert(value, dtype, variable.shape!).toValue();
  return makeSlot(variable, title, () => raw.Const({ value: data, dtype, name: kind }));
}

/** A variable beside another: in its name scope, on its device. */
export function makeSlot(variable: GraphVariable, title: string, initialValue: unknown): GraphVariable {
  const { graph, usesResource } = variable;
  const name = freeName(variable, `${variable.op.name}/${title}`);
  const make = (): GraphVariable =>
    new GraphVariable({ initialValue, name, trainable: false, useResource: usesResource });
  return graph.nameScope(null, () => graph.colocateWith(variable.op, true, make));
}

function freeName({ graph }: GraphVariable, base: string): string {
  const taken = new Set(graph.getOperations().map((op) => op.name));
  let name = base;
  for (let i = 1; taken.has(name); i++) name = `${base}_${i}`;
  return name;
}
