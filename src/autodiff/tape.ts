// The gradient tape: remembers what was computed from watched tensors and walks back over it.
import { RuntimeError } from "../base/errors.ts";
import type { GradientBuilder } from "../graph/op.ts";
import type { Gradient, Value } from "../graph/types.ts";
import { sumGradients } from "./accumulate.ts";
import type { Recorded } from "./backward.ts";
import { isTrainable } from "./trainable.ts";

/** Anything with a handle that gradients are asked for: a variable. */
export interface Watchable {
  readonly handle: Value;
  readonly trainable: boolean;
}

export class Tape {
  readonly persistent: boolean;
  readonly watchesVariables: boolean;
  readonly #known = new Set<Value>();
  readonly #variables = new Set<Watchable>();
  #records: Recorded[] = [];
  #spent = false;

  constructor(persistent: boolean, watchesVariables: boolean) {
    this.persistent = persistent;
    this.watchesVariables = watchesVariables;
  }

  /** Traces everything computed from this tensor from now on. */
  watch(value: Value): void {
    this.#known.add(value);
  }

  watchVariable(variable: Watchable): void {
    this.#variables.add(variable);
    this.#known.add(variable.handle);
  }

  /** Variables that were read, in order. */
  get variables(): readonly Watchable[] {
    return [...this.#variables];
  }

  get isEmpty(): boolean {
    return this.#known.size === 0;
  }

  /** True if a gradient with respect to one of these, or through it, may be asked for. */
  watchesAny(values: readonly Value[]): boolean {
    return values.some((value) => this.#known.has(value));
  }

  record(entry: Recorded): void {
    if (!entry.inputs.some((input) => this.#known.has(input))) return;
    let kept = false;
    for (const output of entry.outputs) {
      if (!isTrainable(output)) continue;
      this.#known.add(output);
      kept = true;
    }
    if (kept) this.#records.push(entry);
  }

  reset(): void {
    this.#known.clear();
    this.#variables.clear();
    this.#records = [];
    this.#spent = false;
  }

  /** Gradients of `sources`, given those that flow into `targets`; null where nothing connects them. */
  gradient(
    t: GradientBuilder,
    targets: readonly Value[],
    sources: readonly Value[],
    upstream: readonly Value[],
  ): Gradient[] {
    return this.gradients(t, targets, sources, [upstream])[0]!;
  }

  /** As `gradient`, for several sets of what flows into `targets`: rows of a Jacobian. */
  gradients(
    t: GradientBuilder,
    targets: readonly Value[],
    sources: readonly Value[],
    upstreams: readonly (readonly Value[])[],
  ): Gradient[][] {
    if (this.#spent)
      throw new RuntimeError(
        "A non-persistent GradientTape can only be used to compute one set of gradients (or jacobians)",
      );
    const records = this.#records;
    if (!this.persistent) {
      this.#spent = true;
      this.#records = [];
    }
    return upstreams.map((upstream) => backpropagate(t, records, targets, sources, upstream));
  }
}

/** Walks records backwards, only along those that lie between targets and sources. */
export function backpropagate(
  t: GradientBuilder,
  records: readonly Recorded[],
  targets: readonly Value[],
  sources: readonly Value[],
  upstream: readonly Value[],
): Gradient[] {
  const reaching = reachableFrom(records, sources);
  const pending = new Map<Value, Exclude<Gradient, null>[]>();
  const add = (value: Value, gradient: Exclude<Gradient, null>): void => {
    const list = pending.get(value);
    if (list === undefined) pending.set(value, [gradient]);
    else list.push(gradient);
  };
  for (const [i, target] of targets.entries()) add(target, upstream[i]!);
  const wanted = new Set(sources);
  for (let i = records.length - 1; i >= 0; i--) {
    const entry = records[i]!;
    if (
      !entry.outputs.some((output) => pending.has(output)) ||
      !entry.outputs.some((output) => reaching.has(output))
    )
      continue;
    const dy = entry.outputs.map((output) => {
      const list = pending.get(output);
      if (list === undefined) return null;
      const sum = sumGradients(t, list);
      if (!wanted.has(output)) pending.delete(output);
      else if (sum !== null) pending.set(output, [sum]);
      return sum;
    });
    if (dy.every((gradient) => gradient === null)) continue;
    entry.backward(t, dy).forEach((gradient, k) => {
      const input = entry.inputs[k]!;
      if (gradient !== null && reaching.has(input)) add(input, gradient);
    });
  }
  return sources.map((source) => sumGradients(t, pending.get(source) ?? []));
}

function reachableFrom(records: readonly Recorded[], sources: readonly Value[]): Set<Value> {
  const reached = new Set<Value>(sources);
  for (const entry of records) {
    if (!entry.inputs.some((input) => reached.has(input))) continue;
    for (const output of entry.outputs) reached.add(output);
  }
  return reached;
}
