// Scopes around ops: devices, and leaving the function that is traced.
import { initScope } from "../../engine/tracing-graph.ts";
import { currentGraph } from "../../graph/default-graph.ts";
import { type Scope, scope } from "../../graph/scoped.ts";

const NOTHING = (): void => {};

/**
 * Ops made inside are placed on this device.
 *
 * @param name TensorFlow's name of a device, such as "/CPU:0", or null.
 * @param body What runs inside; without it the result is for `using`.
 * @example
 * tf.device("/CPU:0", () => tf.constant(1));
 * // tf.Tensor(1.0, shape=(), dtype=float32)
 */
export function device(name: string | null): Scope<void>;
export function device<R>(name: string | null, body: () => R): R;
export function device<R>(name: string | null, body?: () => R): R | Scope<void> {
  const graph = currentGraph();
  if (graph === null) return scope(undefined, NOTHING, body);
  return body === undefined ? graph.device(name) : graph.device(name, body);
}

export { initScope };
