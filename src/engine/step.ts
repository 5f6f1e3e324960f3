// One step: a session run, a function call or an eager op, with what lives as long as it does.
import type { Compose, Host, HostValue, LowerNode, Lowering } from "../graph/lowering.ts";
import type { Attrs, FunctionRef } from "../graph/types.ts";
import { entropy, printText } from "./outside.ts";
import type { EagerTensor } from "./eager-tensor.ts";
import { fromValue } from "./eager-tensor.ts";
import type { ResourceManager } from "./resources.ts";
import { Journal } from "./variable-resource.ts";

/** A node made ready for the shapes it was lowered for. */
export type Execute = (inputs: readonly EagerTensor[], step: Step) => EagerTensor[];

/** What a step runs in: the resources it can reach and how functions and composed ops are run. */
export interface Environment {
  readonly resources: ResourceManager;
  runFunction(fn: FunctionRef, inputs: readonly EagerTensor[], step: Step): EagerTensor[];
  /** Turns an op that is written with other ops into something that runs. */
  expand(lowering: Compose<Attrs>, node: LowerNode): Execute;
  /** Runs a kernel for a node that stands in no graph. */
  compute(lowering: Lowering, node: LowerNode, inputs: readonly HostValue[], step: Step): HostValue[];
}

let serial = 0;

export class Step {
  readonly journal = new Journal();
  readonly environment: Environment;
  readonly objects = new Map<string, object>();
  readonly id = ++serial;
  #host: Host | null = null;

  constructor(environment: Environment) {
    this.environment = environment;
  }

  runFunction(fn: FunctionRef, inputs: readonly EagerTensor[]): EagerTensor[] {
    return this.environment.runFunction(fn, inputs, this);
  }

  /** The outside world as host ops see it during this step. */
  get host(): Host {
    const { resources } = this.environment;
    this.#host ??= {
      print: printText,
      resource: (container, name, kind, make) => resources.get(container, name, kind, make),
      release: (resource) => resources.release(resource),
      call: (fn, inputs) => this.runFunction(fn, inputs.map(fromValue)).map((tensor) => tensor.toValue()),
      compute: (lowering, node, inputs) => this.environment.compute(lowering, node, inputs, this),
      stepId: this.id,
      step: this.objects,
      entropy,
    };
    return this.#host;
  }

  /** Runs `body`; if it fails, every variable is as it was before the step. */
  attempt<T>(body: () => T): T {
    try {
      return body();
    } catch (error) {
      this.journal.rollBack();
      throw error;
    }
  }
}
