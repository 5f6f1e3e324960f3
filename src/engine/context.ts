// The eager world of a process: its functions, resources, seeds and the runners of eager ops.
import { EagerSeeds } from "./seeds.ts";
import { FunctionLibrary } from "./functions.ts";
import { expandCompose } from "./compose.ts";
import { EagerRunners } from "./eager-runners.ts";
import { computeKernel } from "./prepare.ts";
import { ResourceManager } from "./resources.ts";
import type { GraphFunction } from "../graph/func-graph.ts";
import { type Environment, Step } from "./step.ts";

/** Functions that eager calls can reach, by name. */
const functions = new Map<string, GraphFunction>();
const library = new FunctionLibrary({ functions });

const environment: Environment = {
  resources: new ResourceManager(),
  runFunction: library.run,
  expand: expandCompose,
  compute: computeKernel,
};

export const context = {
  functions,
  library,
  environment,
  runners: new EagerRunners(),
  seeds: new EagerSeeds(),
  /** `tf.config.runFunctionsEagerly`. */
  runFunctionsEagerly: false,
};

/** A step of its own for one eager op or function call. */
export const newStep = (): Step => new Step(environment);
