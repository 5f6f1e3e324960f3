// Things that stand for a tensor of a graph: variables, and anything else with `asGraphElement`.
import type { SymbolicTensor } from "../graph/graph.ts";

export interface TensorLike {
  asGraphElement(): SymbolicTensor;
}

export function isTensorLike(x: unknown): x is TensorLike {
  return (typeof x === "object" || typeof x === "function") && x !== null && "asGraphElement" in x;
}

export interface Slices {
  readonly values: unknown;
  readonly indices: unknown;
  readonly denseShape: unknown;
}
