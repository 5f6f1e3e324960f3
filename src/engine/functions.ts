// Function libraries at run time: a program for each function, made when it is first called.
import { NotFoundError } from "../base/errors.ts";
import type { FunctionBody, Graph, GraphFunction } from "../graph/graph.ts";
import type { FunctionRef } from "../graph/types.ts";
import type { EagerTensor } from "./eager-tensor.ts";
import { compile } from "./program.ts";
import { type Program, RunnerStore } from "./program-types.ts";
import type { Step } from "./step.ts";

/** The program of a function body: its inputs are fed, its outputs fetched, everything stateful runs. */
export function compileBody(body: FunctionBody, runners = new RunnerStore()): Program {
  const targets = body.getOperations().filter((op) => op.isStateful);
  return compile(
    { graph: body, feeds: body.inputs, fetches: body.outputs, targets: [...targets, ...body.controlOutputs] },
    runners,
  );
}

export class FunctionLibrary {
  readonly #graph: Pick<Graph, "functions">;
  readonly #programs = new Map<GraphFunction, Program>();

  constructor(graph: Pick<Graph, "functions">) {
    this.#graph = graph;
  }

  readonly run = (fn: FunctionRef, inputs: readonly EagerTensor[], step: Step): EagerTensor[] =>
    this.program(fn.name).run(inputs, step);

  program(name: string): Program {
    const found = this.#graph.functions.get(name);
    if (found === undefined)
      throw new NotFoundError(`Calling a function: expected one of the library, received ${name}`);
    let program = this.#programs.get(found);
    if (program === undefined) this.#programs.set(found, (program = compileBody(found.body)));
    return program;
  }
}
