// Programs: a graph's steps in order, for given feeds and fetches. What every way of running goes through.
import { InternalError } from "../base/errors.ts";
import type { Operation, SymbolicTensor } from "../graph/graph.ts";
import { DataflowProgram, isDataflow } from "./dataflow.ts";
import type { EagerTensor } from "./eager-tensor.ts";
import type { NodeRunner } from "./node-runner.ts";
import type { Program, ProgramSpec, RunnerStore } from "./program-types.ts";
import { prune } from "../optimize/prune.ts";
import { variableOf } from "./prepare.ts";
import type { Step } from "./step.ts";

/** Makes the program that computes `fetches` and runs `targets`, given `feeds`. */
export function compile(spec: ProgramSpec, runners: RunnerStore): Program {
  const order = prune(spec);
  return order.some(isDataflow) ? new DataflowProgram(spec, order, runners) : new StraightProgram(spec, order, runners);
}

interface PlannedStep {
  readonly op: Operation;
  runner: NodeRunner | null;
  readonly inputs: readonly number[];
  /** Inputs that arrive as references but are wanted as values. */
  readonly dereference: readonly number[];
  readonly firstOutput: number;
  /** Slots that nobody reads after this step. */
  readonly free: readonly number[];
}

class StraightProgram implements Program {
  readonly #steps: readonly PlannedStep[];
  readonly #runners: RunnerStore;
  readonly #feeds: readonly number[];
  readonly #fetches: readonly number[];
  readonly #fetchReferences: readonly boolean[];
  readonly #slots: number;

  constructor(spec: ProgramSpec, order: readonly Operation[], runners: RunnerStore) {
    const slots = assignSlots(spec, order);
    this.#runners = runners;
    this.#slots = slots.size;
    this.#feeds = spec.feeds.map((feed) => slots.get(feed)!);
    this.#fetches = spec.fetches.map((fetch) => slots.get(fetch)!);
    const fed = new Set(spec.feeds);
    this.#fetchReferences = spec.fetches.map((fetch) => fetch.isRef && !fed.has(fetch));
    this.#steps = planSteps(order, slots, fed, this.#fetches);
  }

  run(feeds: readonly EagerTensor[], step: Step): EagerTensor[] {
    const values = new Array<EagerTensor | undefined>(this.#slots);
    for (let i = 0; i < feeds.length; i++) values[this.#feeds[i]!] = feeds[i];
    for (const planned of this.#steps) this.#runStep(planned, values, step);
    return this.#fetches.map((slot, i) => {
      const value = values[slot]!;
      return this.#fetchReferences[i] ? variableOf(value, "fetch").read() : value;
    });
  }

  #runStep(planned: PlannedStep, values: (EagerTensor | undefined)[], step: Step): void {
    const { inputs, dereference, firstOutput, free } = planned;
    const args = new Array<EagerTensor>(inputs.length);
    for (let i = 0; i < inputs.length; i++) args[i] = values[inputs[i]!]!;
    const runner = (planned.runner ??= this.#runners.get(planned.op));
    for (const i of dereference) args[i] = runner.guard(() => variableOf(args[i]!, planned.op.type).read());
    const results = runner.run(args, step);
    if (results.length !== planned.op.outputs.length)
      throw new InternalError(
        `Running ${planned.op.type}: expected ${planned.op.outputs.length} outputs, received ${results.length}`,
      );
    for (let i = 0; i < results.length; i++) values[firstOutput + i] = results[i];
    for (const slot of free) values[slot] = undefined;
  }
}

function assignSlots(spec: ProgramSpec, order: readonly Operation[]): Map<SymbolicTensor, number> {
  const slots = new Map<SymbolicTensor, number>();
  let next = 0;
  for (const feed of spec.feeds) slots.set(feed, next++);
  for (const op of order) {
    for (const output of op.outputs) {
      // A fed output keeps its feed; the place after the op's first output stays unused.
      if (!slots.has(output)) slots.set(output, next);
      next++;
    }
  }
  return slots;
}

function planSteps(
  order: readonly Operation[],
  slots: Map<SymbolicTensor, number>,
  fed: ReadonlySet<SymbolicTensor>,
  fetches: readonly number[],
): PlannedStep[] {
  const last = new Map<number, number>();
  order.forEach((op, i) => op.inputs.forEach((input) => last.set(slots.get(input)!, i)));
  for (const slot of fetches) last.delete(slot);
  const free: number[][] = order.map(() => []);
  for (const [slot, i] of last) free[i]!.push(slot);
  let next = fed.size;
  return order.map((op, i) => {
    const firstOutput = next;
    next += op.outputs.length;
    const inputs = op.inputs.map((input) => slots.get(input)!);
    const dereference = op.inputs.flatMap((input, at) => (input.isRef && !fed.has(input) && !op.wantsReference(at) ? [at] : []));
    return { op, runner: null, inputs, dereference, firstOutput, free: free[i]! };
  });
}
