// Runs graphs with TensorFlow v1 control flow as its executor does: values live in frames, dead ones flow.
import { InternalError, InvalidArgumentError } from "../base/errors.ts";
import type { Operation } from "../graph/graph.ts";
import { type Arrivals, Frame, type Token } from "./dataflow-frames.ts";
import { type DataflowPlan, frameName, type PlannedNode, planDataflow } from "./dataflow-plan.ts";
import { EagerTensor } from "./eager-tensor.ts";
import { variableOf } from "./prepare.ts";
import type { Program, ProgramSpec, RunnerStore } from "./program-types.ts";
import { ReadyQueue } from "./ready-queue.ts";
import type { Step } from "./step.ts";
import { isTrue } from "./structured.ts";
import { aliasOf, settled } from "./variable-alias.ts";

export { isDataflow } from "./dataflow-plan.ts";

export class DataflowProgram implements Program {
  readonly #spec: ProgramSpec;
  readonly #plan: DataflowPlan;
  readonly #runners: RunnerStore;

  constructor(spec: ProgramSpec, order: readonly Operation[], runners: RunnerStore) {
    this.#spec = spec;
    this.#plan = planDataflow(spec, order);
    this.#runners = runners;
  }

  run(feeds: readonly EagerTensor[], step: Step): EagerTensor[] {
    const values = new DataflowRun(this.#plan, this.#runners, step).run(feeds);
    return this.#spec.fetches.map((fetch, i) => {
      const feed = this.#spec.feeds.indexOf(fetch);
      if (feed >= 0) return feeds[feed]!;
      const value = values.get(i);
      if (value === undefined) throw new InvalidArgumentError(`Retval[${i}] does not have value`);
      return fetch.isRef ? variableOf(value, "fetch").read() : settled(value);
    });
  }
}

interface Ready {
  readonly node: PlannedNode;
  readonly frame: Frame;
  readonly arrivals: Arrivals;
}

class DataflowRun {
  readonly #plan: DataflowPlan;
  readonly #runners: RunnerStore;
  readonly #step: Step;
  readonly #root = new Frame(null, "", 0);
  readonly #ready = new ReadyQueue<Ready>(({ node }) => node.op.id);
  readonly #fetched = new Map<number, EagerTensor>();

  constructor(plan: DataflowPlan, runners: RunnerStore, step: Step) {
    this.#plan = plan;
    this.#runners = runners;
    this.#step = step;
  }

  /** Runs everything that becomes ready; gives the fetched values that came alive. */
  run(feeds: readonly EagerTensor[]): ReadonlyMap<number, EagerTensor> {
    for (const node of this.#plan.roots) this.#queueIfReady(this.#root, node);
    this.#plan.fed.forEach((targets, i) => {
      for (const { node, input } of targets) this.#arrive(this.#root, node, input, feeds[i]!, false);
    });
    for (let next = this.#ready.pop(); next !== undefined; next = this.#ready.pop()) this.#runNode(next);
    return this.#fetched;
  }

  #runNode({ node, frame, arrivals }: Ready): void {
    const outputs = isDead(node, arrivals) ? null : this.#outputsOf(node, arrivals);
    arrivals.inputs.length = 0;
    outputs?.forEach((value, i) => {
      if (value !== null && node.fetches[i]! >= 0) this.#fetched.set(node.fetches[i]!, value);
    });
    const entered = this.#propagate(node, frame, outputs);
    frame.ready--;
    if (entered !== null) this.#settle(entered);
    this.#settle(frame);
  }

  #outputsOf(node: PlannedNode, arrivals: Arrivals): readonly Token[] {
    const runner = (node.runner ??= this.#runners.get(node.op));
    const inputs = arrivals.inputs;
    for (const i of node.dereference) {
      const reference = inputs[i];
      if (reference) inputs[i] = runner.guard(() => aliasOf(variableOf(reference, node.op.type)));
    }
    switch (node.role) {
      case null:
        return checkCount(node, runner.run(inputs as EagerTensor[], this.#step));
      case "switch":
        return isTrue(inputs[1]!) ? [null, inputs[0]!] : [inputs[0]!, null];
      case "merge":
        return [inputs[arrivals.live]!, new EagerTensor("int32", [], Int32Array.of(arrivals.live))];
      case "trigger":
        return [];
      case "enter":
      case "exit":
      case "nextIteration":
      case "loopCondition":
        return [inputs[0]!];
      default:
        return node.role satisfies never;
    }
  }

  /** Sends outputs on (null: the node is dead); gives the frame that was entered, if any. */
  #propagate(node: PlannedNode, frame: Frame, outputs: readonly Token[] | null): Frame | null {
    switch (node.role) {
      case "enter":
        return this.#enter(node, frame, outputs);
      case "exit":
        if (outputs === null) frame.deadExits.add(node);
        else this.#deliver(node, outerFrame(node, frame), outputs);
        return null;
      case "nextIteration":
        if (outputs !== null) frame.next.push({ node, token: outputs[0]! });
        return null;
      default:
        this.#deliver(node, frame, outputs);
        return null;
    }
  }

  #enter(node: PlannedNode, parent: Frame, outputs: readonly Token[] | null): Frame {
    const name = frameName(node);
    let frame = parent.children.get(name);
    if (frame === undefined)
      parent.children.set(name, (frame = new Frame(parent, name, this.#plan.entries.get(name)!)));
    frame.entering--;
    if (node.op.attrs["is_constant"] === true) frame.constants.push({ node, token: outputs?.[0] ?? null });
    this.#deliver(node, frame, outputs);
    return frame;
  }

  #deliver(node: PlannedNode, frame: Frame, outputs: readonly Token[] | null): void {
    const isEnter = node.role === "enter";
    node.targets.forEach((targets, output) => {
      const token = outputs === null ? null : outputs[output]!;
      for (const target of targets) this.#arrive(frame, target.node, target.input, token, isEnter);
    });
    for (const target of node.controlTargets) this.#arriveControl(frame, target, outputs === null);
  }

  #arrive(frame: Frame, node: PlannedNode, input: number, token: Token, fromEnter: boolean): void {
    const arrivals = frame.arrivalsOf(node);
    if (node.role !== "merge") {
      arrivals.inputs[input] = token;
      arrivals.pending--;
      if (token === null) arrivals.dead++;
    } else if (token === null) {
      // A merge behind a dead entry is dead: the loop is on a branch that was not taken.
      arrivals.dead = fromEnter ? node.inputs : arrivals.dead + 1;
    } else if (arrivals.live < 0) {
      arrivals.live = input;
      arrivals.inputs[input] = token;
    }
    this.#queueIfReady(frame, node, arrivals);
  }

  #arriveControl(frame: Frame, node: PlannedNode, isDeadSource: boolean): void {
    const arrivals = frame.arrivalsOf(node);
    arrivals.pending--;
    if (isDeadSource && node.role !== "merge") arrivals.dead++;
    this.#queueIfReady(frame, node, arrivals);
  }

  #queueIfReady(frame: Frame, node: PlannedNode, arrivals = frame.arrivalsOf(node)): void {
    if (arrivals.isQueued || arrivals.pending > 0) return;
    if (node.role === "merge" && arrivals.live < 0 && arrivals.dead < node.inputs) return;
    arrivals.isQueued = true;
    frame.ready++;
    this.#ready.push({ node, frame, arrivals });
  }

  /** Begins next iterations and ends frames as far as nothing is left to run in them. */
  #settle(start: Frame): void {
    let frame = start;
    while (frame.parent !== null && frame.isIdle && frame.parent.children.get(frame.key) === frame) {
      if (frame.next.length > 0) {
        for (const { node, token } of frame.advance())
          this.#deliver(node, frame, token === null ? null : [token]);
        continue;
      }
      frame.parent.children.delete(frame.key);
      for (const node of frame.deadExits) this.#deliver(node, frame.parent, null);
      frame = frame.parent;
    }
  }
}

function isDead(node: PlannedNode, arrivals: Arrivals): boolean {
  if (node.role === "merge") return arrivals.live < 0;
  return arrivals.dead > 0 && node.role !== "trigger";
}

function outerFrame(node: PlannedNode, frame: Frame): Frame {
  if (frame.parent !== null) return frame.parent;
  throw new InvalidArgumentError(
    `The node '${node.op.name}' (${node.op.type}) has input from outside any loop`,
  );
}

function checkCount(node: PlannedNode, outputs: readonly Token[]): readonly Token[] {
  if (outputs.length === node.op.outputs.length) return outputs;
  throw new InternalError(
    `Running ${node.op.type}: expected ${node.op.outputs.length} outputs, received ${outputs.length}`,
  );
}
