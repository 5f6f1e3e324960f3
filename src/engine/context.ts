// The eager world of a process: its functions, resources, seeds and the runners of eager ops.
import type { GraphFunction } from "../graph/graph.ts";
import { EagerRunners } from "./eager-runners.ts";
import { environmentFor } from "./environment.ts";
import { EagerSeeds } from "./seeds.ts";
import { Step } from "./step.ts";

/** Functions that eager calls can reach, by name. */
const functions = new Map<string, GraphFunction>();

export const context = {
  functions,
  environment: environmentFor({ functions }),
  runners: new EagerRunners(),
  seeds: new EagerSeeds(),
  /** `tf.config.runFunctionsEagerly`. */
  runFunctionsEagerly: false,
};

/** A step of its own for one eager op or function call. */
export const newStep = (): Step => new Step(context.environment);
