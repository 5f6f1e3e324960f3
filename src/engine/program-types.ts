// What a program is and what it is made from; runners by op.
import { UnimplementedError } from "../base/errors.ts";
import type { Graph, Operation, SymbolicTensor } from "../graph/graph.ts";
import type { EagerTensor } from "./eager-tensor.ts";
import { NodeRunner } from "./node-runner.ts";
import type { Step } from "./step.ts";

export interface Program {
  /** Runs with a value for each feed; gives a value for each fetch. */
  run(feeds: readonly EagerTensor[], step: Step): EagerTensor[];
}

export interface ProgramSpec {
  readonly graph: Graph;
  readonly feeds: readonly SymbolicTensor[];
  readonly fetches: readonly SymbolicTensor[];
  /** Ops to run for their effects. */
  readonly targets: readonly Operation[];
}

/** Runners by op: they hold state, such as random counters, that programs over one graph share. */
export class RunnerStore {
  readonly #runners = new WeakMap<Operation, NodeRunner>();

  get(op: Operation): NodeRunner {
    let runner = this.#runners.get(op);
    // A gradient may have given the node more to do.
    const isCurrent = runner?.spec.outputTypes.length === op.outputs.length;
    if (runner === undefined || !isCurrent) this.#runners.set(op, (runner = makeRunner(op)));
    return runner;
  }
}

function makeRunner(op: Operation): NodeRunner {
  const { definition } = op;
  if (definition === undefined)
    throw new UnimplementedError(
      `Running ${op.type}: expected an op that this machine can compute, received ` +
        "one that only a TensorFlow server runs",
      { op: op.type, node: op.name },
    );
  return new NodeRunner({
    op: definition,
    attrs: op.attrs,
    name: op.name,
    outputTypes: op.outputs.map((output) => output.dtype),
    line: () => op.line,
  });
}
