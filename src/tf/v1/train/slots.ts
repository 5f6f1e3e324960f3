// Variables that optimizers keep beside the trained ones (slots) or for themselves.
import { raw } from "../../../engine/raw.ts";
import { convert } from "../../../engine/convert.ts";
import { GraphVariable } from "../graph-variable.ts";

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
    return [...this.#own.values(), ...[...this.#slots.values()].flatMap((byVariable) => [...byVariable.values()])];
  }

  /** A slot of the variable's shape that starts at `value`, made if it is not there: "w/Momentum". */
  filled(variable: GraphVariable, name: string, title: string, value = 0): GraphVariable {
    let byVariable = this.#slots.get(name);
    if (byVariable === undefined) this.#slots.set(name, (byVariable = new Map()));
    let slot = byVariable.get(variable);
    if (slot === undefined) byVariable.set(variable, (slot = makeSlot(variable, title, value)));
    return slot;
  }

  /** A variable of the optimizer itself: "beta1_power". */
  own(beside: GraphVariable, name: string, initialValue: number): GraphVariable {
    let variable = this.#own.get(name);
    if (variable === undefined) {
      const { graph, usesResource } = beside;
      variable = graph.nameScope(null, () =>
        graph.colocateWith(beside.op, true, () => new GraphVariable({ initialValue, name, trainable: false, useResource: usesResource })),
      );
      this.#own.set(name, variable);
    }
    return variable;
  }
}

function makeSlot(variable: GraphVariable, title: string, value: number): GraphVariable {
  const { graph, usesResource, dtype } = variable;
  const shape = variable.shape!;
  const data = convert(value, dtype, shape).toValue();
  const name = freeName(variable, `${variable.op.name}/${title}`);
  const initialValue = (): unknown => raw.Const({ value: data, dtype, name: value === 0 ? "zeros" : "Const" });
  return graph.nameScope(null, () =>
    graph.colocateWith(variable.op, true, () => new GraphVariable({ initialValue, name, trainable: false, useResource: usesResource })),
  );
}

function freeName({ graph }: GraphVariable, base: string): string {
  const taken = new Set(graph.getOperations().map((op) => op.name));
  let name = base;
  for (let i = 1; taken.has(name); i++) name = `${base}_${i}`;
  return name;
}
