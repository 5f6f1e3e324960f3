// What programs over one graph, or the eager world, run in.
import type { Graph } from "../graph/graph.ts";
import { expandCompose } from "./compose.ts";
import { FunctionLibrary } from "./functions.ts";
import { computeKernel } from "./prepare.ts";
import { ResourceManager } from "./resources.ts";
import type { Environment } from "./step.ts";

/** An environment with resources of its own and the functions of `graph`. */
export function environmentFor(graph: Pick<Graph, "functions">): Environment {
  return {
    resources: new ResourceManager(),
    runFunction: new FunctionLibrary(graph).run,
    expand: expandCompose,
    compute: computeKernel,
  };
}
