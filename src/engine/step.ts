// One step: a session run, a function call or an eager op, with what lives as long as it does.
import type { Host } from "../graph/lowering.ts";
import type { FunctionRef } from "../graph/types.ts";
import { RuntimeError } from "../base/errors.ts";
import { entropy, printText } from "./outside.ts";
import type { EagerTensor } from "./eager-tensor.ts";
import { fromValue } from "./eager-tensor.ts";
import { ResourceManager } from "./resources.ts";
import { Journal } from "./variable-resource.ts";

export type FunctionRunner = (fn: FunctionRef, inputs: readonly EagerTensor[], step: Step) => EagerTensor[];

let serial = 0;

export class Step {
  readonly journal = new Journal();
  readonly resources: ResourceManager;
  readonly runFunction: FunctionRunner;
  readonly objects = new Map<string, object>();
  readonly id = ++serial;
  #host: Host | null = null;

  constructor(resources: ResourceManager, runFunction: FunctionRunner = noFunctions) {
    this.resources = resources;
    this.runFunction = runFunction;
  }

  /** The outside world as host ops see it during this step. */
  get host(): Host {
    this.#host ??= {
      print: printText,
      resource: (container, name, kind, make) => this.resources.get(container, name, kind, make),
      release: (resource) => this.resources.release(resource),
      call: (fn, inputs) => this.runFunction(fn, inputs.map(fromValue), this).map((tensor) => tensor.toValue()),
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

function noFunctions(fn: FunctionRef): never {
  throw new RuntimeError(`Calling function ${fn.name}: expected a function library, received none`);
}
