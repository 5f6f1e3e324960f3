// Programs: a graph's steps in order, for given feeds and fetches. What every way of running goes through.
import { InternalError } from "../base/errors.ts";
import type { Operation, SymbolicTensor } from "../graph/graph.ts";
import { DataflowProgram, isDataflow } from "./dataflow.ts";
import type { EagerTensor } from "./eager-tensor.ts";
import type { NodeRunner } from "./node-runner.ts";
import type { Program, ProgramSpec, RunnerStore } from "./program-types.ts";
import { rewriteCount } from "../graph/rewrites.ts";
import { fold } from "../optimize/fold.ts";
import { merge } from "../optimize/merge.ts";
import { prune } from "../optimize/prune.ts";
import { isPure } from "../optimize/purity.ts";
import { variableOf } from "./prepare.ts";
import { aliasOf, settled } from "./variable-alias.ts";
import type { Step } from "./step.ts";

/** Makes the program that computes `fetches` and runs `targets`, given `feeds`. */
export function compile(spec: ProgramSpec, runners: RunnerStore): Program {
  return new CurrentProgram(spec, runners);
}

/** A program that is made anew when a gradient has changed nodes that it holds. */
class CurrentProgram implements Program {
  readonly #spec: ProgramSpec;
  readonly #runners: RunnerStore;
  #order: readonly Operation[] = [];
  #sizes: readonly number[] = [];
  #rewrites = -1;
  #program: Program | null = null;

  constructor(spec: ProgramSpec, runners: RunnerStore) {
    this.#spec = spec;
    this.#runners = runners;
  }

  run(feeds: readonly EagerTensor[], step: Step): EagerTensor[] {
    if (this.#program === null || this.#rewrites !== rewriteCount()) this.#program = this.#renewed();
    return this.#program.run(feeds, step);
  }

  #renewed(): Program {
    this.#rewrites = rewriteCount();
    const isSame = this.#order.every((op, i) => op.outputs.length === this.#sizes[i]);
    if (this.#program !== null && isSame) return this.#program;
    const order = prune(this.#spec);
    this.#order = order;
    this.#sizes = order.map((op) => op.outputs.length);
    return order.some(isDataflow)
      ? new DataflowProgram(this.#spec, order, this.#runners)
      : new StraightProgram(this.#spec, order, this.#runners);
  }
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

interface Plan {
  readonly steps: readonly PlannedStep[];
  /** Feed i goes to slot i; constants are here already. */
  readonly start: readonly (EagerTensor | undefined)[];
  readonly fetches: readonly number[];
}

/** A program without frames: every step runs once, in order. */
class StraightProgram implements Program {
  readonly #spec: ProgramSpec;
  readonly #order: readonly Operation[];
  readonly #runners: RunnerStore;
  readonly #fetchReferences: readonly boolean[];
  #plan: Plan | null = null;

  constructor(spec: ProgramSpec, order: readonly Operation[], runners: RunnerStore) {
    this.#spec = spec;
    this.#order = order;
    this.#runners = runners;
    this.#fetchReferences = spec.fetches.map((fetch) => fetch.isRef && !spec.feeds.includes(fetch));
  }

  run(feeds: readonly EagerTensor[], step: Step): EagerTensor[] {
    const plan = (this.#plan ??= makePlan(this.#spec, this.#order, this.#runners, step));
    const values = plan.start.slice();
    for (let i = 0; i < feeds.length; i++) values[i] = feeds[i];
    for (const planned of plan.steps) this.#runStep(planned, values, step);
    return plan.fetches.map((slot, i) => {
      const value = values[slot]!;
      return this.#fetchReferences[i] ? variableOf(value, "fetch").read() : settled(value);
    });
  }

  #runStep(planned: PlannedStep, values: (EagerTensor | undefined)[], step: Step): void {
    const { inputs, dereference, firstOutput, free } = planned;
    const args = new Array<EagerTensor>(inputs.length);
    for (let i = 0; i < inputs.length; i++) args[i] = values[inputs[i]!]!;
    const runner = (planned.runner ??= this.#runners.get(planned.op));
    for (const i of dereference) args[i] = runner.guard(() => aliasOf(variableOf(args[i]!, planned.op.type)));
    const results = runner.run(args, step);
    if (results.length !== planned.op.outputs.length)
      throw new InternalError(
        `Running ${planned.op.type}: expected ${planned.op.outputs.length} ` +
          `outputs, received ${results.length}`,
      );
    for (let i = 0; i < results.length; i++) values[firstOutput + i] = results[i];
    for (const slot of free) values[slot] = undefined;
  }
}

function makePlan(spec: ProgramSpec, order: readonly Operation[], runners: RunnerStore, step: Step): Plan {
  const fed = new Set(spec.feeds);
  const same = merge(order, new Set([...spec.feeds, ...spec.fetches]));
  const constants = fold(order, fed, (op, inputs: readonly EagerTensor[]) =>
    runners.get(op).run(inputs, step),
  );
  const source = (input: SymbolicTensor): SymbolicTensor =>
    fed.has(input) ? input : (same.get(input) ?? input);
  const live = liveOps(spec, order, (input) =>
    constants.has(input) && !fed.has(input) ? null : source(input),
  );
  const slots = new Map<SymbolicTensor, number>();
  for (const [i, feed] of spec.feeds.entries()) slots.set(feed, i);
  const start: (EagerTensor | undefined)[] = new Array(spec.feeds.length).fill(undefined);
  for (const [tensor, value] of constants) if (!slots.has(tensor)) slots.set(tensor, start.push(value) - 1);
  const slotOf = (tensor: SymbolicTensor): number => slots.get(tensor) ?? slots.get(source(tensor))!;
  const firsts = live.map((op) => {
    const first = start.length;
    // A fed output keeps its feed; the place after the op's first output stays unused.
    for (const [i, output] of op.outputs.entries()) if (!slots.has(output)) slots.set(output, first + i);
    for (const _ of op.outputs) start.push(undefined);
    return first;
  });
  const steps = live.map((op, i) => planStep(op, firsts[i]!, fed, slotOf));
  const fetches = spec.fetches.map(slotOf);
  return { steps: freeing(steps, new Set(fetches), firsts[0] ?? 0), start, fetches };
}

/** The ops that still have to run once repeated and constant ones are gone. */
function liveOps(
  spec: ProgramSpec,
  order: readonly Operation[],
  computed: (input: SymbolicTensor) => SymbolicTensor | null,
): Operation[] {
  const fed = new Set(spec.feeds);
  const wanted = new Set<Operation>(spec.targets);
  const want = (tensor: SymbolicTensor): void => {
    const from = fed.has(tensor) ? null : computed(tensor);
    if (from !== null) wanted.add(from.op);
  };
  spec.fetches.forEach(want);
  const matters = withEffects(order, fed);
  const live: Operation[] = [];
  for (let i = order.length - 1; i >= 0; i--) {
    const op = order[i]!;
    if (!wanted.has(op)) continue;
    live.push(op);
    op.inputs.forEach(want);
    for (const control of op.controlInputs) if (matters.has(control)) wanted.add(control);
  }
  return live.reverse();
}

/**
 * Ops that have effects or may fail, and those that follow from them: what waits for one of these needs it
 * run.
 */
function withEffects(order: readonly Operation[], fed: ReadonlySet<SymbolicTensor>): ReadonlySet<Operation> {
  const found = new Set<Operation>();
  for (const op of order) {
    const follows = (input: SymbolicTensor): boolean => !fed.has(input) && found.has(input.op);
    if (!isPure(op) || op.inputs.some(follows)) found.add(op);
  }
  return found;
}

function planStep(
  op: Operation,
  firstOutput: number,
  fed: ReadonlySet<SymbolicTensor>,
  slotOf: (tensor: SymbolicTensor) => number,
): PlannedStep {
  const dereference = op.inputs.flatMap((input, at) =>
    input.isRef && !fed.has(input) && !op.wantsReference(at) ? [at] : [],
  );
  return { op, runner: null, inputs: op.inputs.map(slotOf), dereference, firstOutput, free: [] };
}

/** Adds to each step the slots that it is the last to read; feeds and constants stay. */
function freeing(
  steps: readonly PlannedStep[],
  keep: ReadonlySet<number>,
  firstComputed: number,
): PlannedStep[] {
  const last = new Map<number, number>();
  for (const [i, { inputs }] of steps.entries()) for (const slot of inputs) last.set(slot, i);
  const free: number[][] = steps.map(() => []);
  for (const [slot, i] of last) if (slot >= firstComputed && !keep.has(slot)) free[i]!.push(slot);
  return steps.map((step, i) => ({ ...step, free: free[i]! }));
}
