// Which graph is being built: a stack of them, above it eager execution or the global default graph.
import { RuntimeError } from "../base/errors.ts";
import { type Graph, SymbolicTensor } from "./graph.ts";
import { type Scope, scope } from "./scoped.ts";

/** null stands for eager execution inside a graph's construction (`tf.init_scope`). */
let stack: readonly (Graph | null)[] = [];
let globalGraph: Graph | null = null;
let makeGlobal: (() => Graph) | null = null;
let eager = true;

/** Says how the global default graph is made when it is first needed. */
export function installGlobalGraph(make: () => Graph): void {
  makeGlobal = make;
}

/** The graph that ops are added to; null while they run at once. */
export function currentGraph(): Graph | null {
  if (stack.length > 0) return stack[stack.length - 1];
  return eager ? null : defaultGraph();
}

/**
 * The graph that an op on these arguments belongs to: the function being traced, else the graph of the first
 * symbolic tensor, else the current one. Null: run it at once.
 */
export function graphFor(args: readonly unknown[]): Graph | null {
  const current = currentGraph();
  return current?.isFunction ? current : (graphOfFirst(args) ?? current);
}

function graphOfFirst(args: readonly unknown[]): Graph | null {
  for (const arg of args) {
    const found = arg instanceof SymbolicTensor ? arg.graph : Array.isArray(arg) ? graphOfFirst(arg) : null;
    if (found !== null) return found;
  }
  return null;
}

/** The innermost graph, or the global one, also while executing eagerly. */
export function defaultGraph(): Graph {
  for (let i = stack.length - 1; i >= 0; i--) {
    const graph = stack[i];
    if (graph !== null) return graph;
  }
  if (globalGraph === null) {
    if (makeGlobal === null)
      throw new RuntimeError("Getting the default graph: expected `installGlobalGraph` to have been called");
    globalGraph = makeGlobal();
  }
  return globalGraph;
}

/** True while ops run at once. */
export const executingEagerly = (): boolean => currentGraph() === null;

/** From now on ops without a graph around them go to the global default graph (TensorFlow v1). */
export function disableEagerExecution(): void {
  eager = false;
}

export function enableEagerExecution(): void {
  eager = true;
}

function enter(graph: Graph | null): () => void {
  const before = stack;
  stack = [...stack, graph];
  const inside = stack;
  return () => {
    if (stack !== inside)
      throw new RuntimeError(
        "Nesting violated for default stack: expected the scope that is left to be the innermost one",
      );
    stack = before;
  };
}

/** Ops of `body` go to `graph`; null runs them at once. */
export function withGraph<R>(graph: Graph | null, body: () => R): R {
  return scope(graph, enter(graph), body) as R;
}

/** As `graph.asDefault()`: a callback, or a value for `using`. */
export function asDefault<G extends Graph>(graph: G): Scope<G>;
export function asDefault<G extends Graph, R>(graph: G, body: (graph: G) => R): R;
export function asDefault<G extends Graph, R>(graph: G, body?: (graph: G) => R): R | Scope<G> {
  return scope(graph, enter(graph), body);
}

/** Begins the global default graph anew. */
export function resetDefaultGraph(): void {
  if (stack.length > 0)
    throw new RuntimeError(
      "Do not use tf.reset_default_graph() to clear nested graphs. If you need a cleared graph, exit " +
        "the nesting and create a new graph.",
    );
  globalGraph = null;
}

/** The innermost graph that is not a function's, or null where ops run at once: where variables are made. */
export function outermostContext(): Graph | null {
  for (let i = stack.length - 1; i >= 0; i--) {
    const graph = stack[i];
    if (graph === null || !graph.isFunction) return graph;
  }
  return eager ? null : defaultGraph();
}
