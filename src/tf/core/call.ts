// How public functions call ops: operands, node names and name scopes.
import { currentGraph, withGraph } from "../../graph/default-graph.ts";
import type { Graph } from "../../graph/graph.ts";
import { SymbolicTensor, Tensor } from "../../graph/tensor.ts";
import { callOp } from "../../engine/dispatch.ts";
import type { TensorInput, TensorLike } from "./types.ts";

type Attributes = Readonly<Record<string, unknown>>;

/** Calls an op that has one output. */
export const one = (op: string, args: readonly unknown[], attrs?: Attributes, name?: string): Tensor =>
  callOp(op, args, attrs, name)[0]!;

/** Calls an op and gives its outputs in order, lists spread. */
export const many = (
  op: string,
  args: readonly unknown[],
  attrs?: Attributes,
  name?: string,
): readonly Tensor[] => callOp(op, args, attrs, name);

export const isTensorLike = (x: unknown): x is TensorLike =>
  (typeof x === "object" || typeof x === "function") && x !== null && "toTensor" in x;

/** True for a tensor, or something that stands for one. */
export const isTensorObject = (x: unknown): x is Tensor | TensorLike =>
  x instanceof Tensor || isTensorLike(x);

/** True if tensors stand somewhere in nested arrays. */
export const holdsTensor = (x: unknown): boolean =>
  Array.isArray(x) ? x.some(holdsTensor) : isTensorObject(x);

function findGraph(values: readonly unknown[]): Graph | null {
  for (const value of values) {
    if (value instanceof SymbolicTensor) return value.graph;
    const inner = Array.isArray(value) ? findGraph(value) : null;
    if (inner !== null) return inner;
  }
  return null;
}

/** The graph that nodes for these values go to; null means that ops are done at once. */
export const graphFor = (values: readonly unknown[]): Graph | null => currentGraph() ?? findGraph(values);

/**
 * Runs a function of several ops in a name scope of its own. `body` gets the scope's name with its slash: an
 * op of that name is named like the scope itself. Without a graph there are no names.
 */
export function scoped<T>(
  name: string | undefined,
  fallback: string,
  values: readonly unknown[],
  body: (scope: string | undefined) => T,
): T {
  const graph = graphFor(values);
  if (graph === null) return body(undefined);
  return withGraph(graph, () => graph.nameScope(name ?? fallback, body));
}

/** The name of an op inside a scope that is named like something else: only graphs have names. */
export const inScope = (scope: string | undefined, name: string): string | undefined =>
  scope === undefined ? undefined : name;

export type Operand = TensorInput;
