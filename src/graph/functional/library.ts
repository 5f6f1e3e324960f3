// Functions in the libraries of graphs: wherever a function is called, all that it calls must be known too.
import { FuncGraph } from "../func-graph.ts";
import type { FunctionBody, Graph, GraphFunction, Operation } from "../graph.ts";
import type { FunctionRef } from "../types.ts";

/** Adds a function, and those it calls, to a graph and to the graphs around it. */
export function addFunction(graph: Graph, fn: GraphFunction): FunctionRef {
  for (let at: Graph | null = graph; at !== null; at = at instanceof FuncGraph ? at.outerGraph : null) {
    at.functions.set(fn.name, fn);
    for (const [name, inner] of fn.body.functions) if (!at.functions.has(name)) at.functions.set(name, inner);
  }
  return { name: fn.name };
}

/** True if calling the function has effects, or gives something else every time. */
export const isStatefulBody = (body: FunctionBody): boolean =>
  body.getOperations().some((op) => op.isStateful);

/** The body of a function that a node calls. */
export function bodyOf(op: Operation, fn: FunctionRef): FunctionBody | undefined {
  return op.graph.findFunction(fn.name)?.body;
}

/** A name that no function has had, close to TensorFlow's "cond_true_12_rewritten". */
export function rewrittenName(graph: Graph, forward: string): string {
  const base = `${forward.replace(/_rewritten(_\d+)?$/, "")}_rewritten`;
  if (graph.findFunction(base) === undefined) return base;
  for (let i = 1; ; i++) if (graph.findFunction(`${base}_${i}`) === undefined) return `${base}_${i}`;
}

/** True for outputs of literal nodes. */
export function isLiteralNode(op: Operation): boolean {
  const lower = op.definition?.lower;
  return typeof lower === "object" && lower.kind === "constant";
}

let gradientCount = 0;

/** "cond_true_12_grad_34": the name of a gradient function. */
export const gradientName = (forward: string): string => `${forward}_grad_${gradientCount++}`;
