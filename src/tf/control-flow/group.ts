// tf.group, tf.tuple and tf.controlDependencies: order without data.
import { ValueError } from "../../base/errors.ts";
import { buildNode } from "../../engine/dispatch.ts";
import { flatten } from "../../engine/nest.ts";
import { currentGraph } from "../../graph/default-graph.ts";
import { type Graph, Operation, SymbolicTensor } from "../../graph/graph.ts";
import { type Scope, scope } from "../../graph/scoped.ts";
import { Tensor } from "../../graph/tensor-base.ts";
import { type IndexedSlices, isIndexedSlices } from "../../graph/types.ts";
import type { Named } from "../core/arguments.ts";
import { isOptions } from "../core/arguments.ts";
import { isTensorLike, one } from "../core/call.ts";
import { asTensor } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";

/** The operation that something stands for in a graph; null for what is there already. */
function operationOf(x: unknown): Operation | null {
  if (x instanceof Operation) return x;
  if (x instanceof SymbolicTensor) return x.op;
  const like = x as { asGraphElement?: () => unknown; asControlInput?: () => Operation } | null;
  if (typeof like?.asControlInput === "function") return like.asControlInput();
  if (typeof like?.asGraphElement === "function") return operationOf(like.asGraphElement());
  if (x instanceof Tensor || isTensorLike(x)) return null;
  throw new TypeError(
    `'inputs' should be zero or more (nested) Tensors. Received '${String(x)}' with type '${typeof x}'.`,
  );
}

/**
 * An operation that runs after all of `inputs`. Eagerly everything has happened already and the result is
 * null.
 *
 * @param inputs Operations, tensors, or structures of them; last, perhaps, options with a `name`.
 * @example
 * tf.group(tf.constant(1)); // null
 */
export function group(...inputs: readonly unknown[]): Operation | null {
  const last = inputs[inputs.length - 1];
  const options: Named = isOptions(last) && "name" in last ? (last as Named) : {};
  const given = options === last ? inputs.slice(0, -1) : inputs;
  const graph = currentGraph() ?? graphOf(flatten(given, true));
  if (graph === null) return null;
  return graph.nameScope(options.name ?? "group_deps", (name) => {
    const waits = flatten(given, true).flatMap((input) => operationOf(input) ?? []);
    return waits.length === 0 ? buildNode(graph, "NoOp", [], {}, name) : groupByDevice(graph, waits, name);
  });
}

const graphOf = (values: readonly unknown[]): Graph | null => {
  const first = values.find((value) => value instanceof Operation || value instanceof SymbolicTensor);
  return first === undefined ? null : (first as Operation | SymbolicTensor).graph;
};

/** One node for each device, and one for all of these. */
function groupByDevice(graph: Graph, waits: readonly Operation[], name: string): Operation {
  const byDevice = new Map<string, Operation[]>();
  for (const op of waits) byDevice.set(op.device, [...(byDevice.get(op.device) ?? []), op]);
  const join = (ops: readonly Operation[], title?: string): Operation =>
    graph.controlDependencies(ops, () => buildNode(graph, "NoOp", [], {}, title));
  if (byDevice.size === 1) return join(waits, name);
  const parts = [...byDevice]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([device, ops]) => graph.device(device === "" ? null : device, () => join(ops)));
  return join(parts, name);
}

export interface TupleOptions extends Named {
  /** What else must have happened. */
  controlInputs?: readonly unknown[] | null;
}

type Part = TensorInput | IndexedSlices<Tensor> | Operation | null;

/**
 * The same tensors, each of which waits for all of them. Eagerly they are returned as they are.
 *
 * @param tensors Tensors, IndexedSlices or operations; null entries stay null.
 * @throws ValueError if there is no tensor among them.
 * @example
 * tf.tuple([tf.constant(1), tf.constant(2)]);
 * // [tf.Tensor(1.0, shape=(), dtype=float32), tf.Tensor(2.0, shape=(), dtype=float32)]
 */
export function tuple(tensors: readonly Part[], options: TupleOptions = {}): unknown[] {
  const graph = currentGraph() ?? graphOf(flatten(tensors, true));
  if (graph === null) return [...tensors];
  return graph.nameScope(options.name ?? "tuple", () => {
    const parts = tensors.map((part) =>
      part === null || part instanceof Operation || isIndexedSlices(part)
        ? part
        : asTensor(part as TensorInput),
    );
    const gates = parts.flatMap((part) =>
      part === null ? [] : (operationOf(isIndexedSlices(part) ? part.values : part) ?? []),
    );
    if (gates.length === 0)
      throw new ValueError(
        `'tensors' must have at least one Tensor. Received: [${tensors.map(String).join(", ")}].`,
      );
    const extra = (options.controlInputs ?? []).flatMap((input) => operationOf(input) ?? []);
    const gate = graph.controlDependencies([...new Set([...gates, ...extra])], () =>
      buildNode(graph, "NoOp", [], {}, "group_deps"),
    );
    const wait = (tensor: Tensor): Tensor => waitFor(graph, gate, tensor);
    return parts.map((part) => {
      if (part === null) return null;
      if (part instanceof Operation) return group(gate);
      return isIndexedSlices(part) ? { ...part, values: wait(part.values as Tensor) } : wait(part as Tensor);
    });
  });
}

function waitFor(graph: Graph, gate: Operation, tensor: Tensor): Tensor {
  const pass = (): Tensor =>
    graph.controlDependencies([gate], () => one("Identity", [tensor], undefined, "control_dependency"));
  return tensor instanceof SymbolicTensor ? graph.colocateWith(tensor.op, false, pass) : pass();
}

/**
 * Nodes made inside wait for `inputs`; null forgets what scopes around ask for. Eagerly, functions among
 * `inputs` are
 * called first and everything else has happened already.
 *
 * @param inputs Operations, tensors or functions.
 * @param body Runs inside; without it the scope lasts until it is disposed of (`using`).
 * @example
 * tf.controlDependencies([], () => tf.constant(1));
 * // tf.Tensor(1.0, shape=(), dtype=float32)
 */
export function controlDependencies(inputs: readonly unknown[] | null): Scope<void>;
export function controlDependencies<R>(inputs: readonly unknown[] | null, body: () => R): R;
export function controlDependencies<R>(inputs: readonly unknown[] | null, body?: () => R): R | Scope<void> {
  const graph = currentGraph() ?? graphOf(inputs ?? []);
  if (graph !== null) {
    const waits =
      inputs === null
        ? null
        : inputs.flatMap((input) => operationOf(isIndexedSlices(input) ? input.values : input) ?? []);
    return body === undefined ? graph.controlDependencies(waits) : graph.controlDependencies(waits, body);
  }
  for (const input of inputs ?? [])
    if (typeof input === "function" && !isTensorLike(input)) (input as () => unknown)();
  return scope(undefined, () => {}, body);
}
