// Name scopes: in graphs they name nodes, where ops run at once they name variables and modules.
import { currentGraph } from "../../graph/default-graph.ts";
import { locating } from "../../graph/source-line.ts";
import { type Scope, scope } from "../../graph/scoped.ts";

/** The scope where ops run at once, with its final slash. */
let eagerScope = "";

/**
 * Begins names made inside with a scope's name.
 *
 * @param name The scope's name, made unique in graphs; "a/" re-enters a scope, null or "" is the root.
 * @param body Runs in the scope and gets its full name; without it, the scope lasts until the end of a
 *   `using` block.
 * @example
 * tf.nameScope("layer", (name) => new tf.Variable(1, { name: "w" }).name);
 * // 'layer/w:0'
 */
export function nameScope(name: string | null): Scope<string>;
export function nameScope<R>(name: string | null, body: (scope: string) => R): R;
export function nameScope<R>(name: string | null, body?: (scope: string) => R): R | Scope<string> {
  const graph = currentGraph();
  if (graph !== null)
    return locating(() => (body === undefined ? graph.nameScope(name) : graph.nameScope(name, body)));
  const before = eagerScope;
  eagerScope = name === null || name === "" ? "" : name.endsWith("/") ? name : `${before}${name}/`;
  return scope(eagerScope, () => (eagerScope = before), body);
}

/**
 * The name of the current scope, without its final slash.
 *
 * @example
 * tf.nameScope("a", () => tf.getCurrentNameScope());
 * // 'a'
 */
export function getCurrentNameScope(): string {
  const graph = currentGraph();
  return graph === null ? eagerScope.slice(0, -1) : graph.getNameScope();
}
