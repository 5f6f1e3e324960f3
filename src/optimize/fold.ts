// Leaves true: what follows from constants alone is a constant. Evaluation is handed in.
import { elementCount } from "../base/shape.ts";
import type { Operation, SymbolicTensor } from "../graph/graph.ts";
import { isPure } from "./purity.ts";

const LARGEST_RESULT = 1 << 16;

/** Tensors whose values are known before any run, with the values that `evaluate` gives for them. */
export function fold<V extends { readonly shape: readonly number[] }>(
  order: readonly Operation[],
  fed: ReadonlySet<SymbolicTensor>,
  evaluate: (op: Operation, inputs: readonly V[]) => readonly V[],
): Map<SymbolicTensor, V> {
  const known = new Map<SymbolicTensor, V>();
  for (const op of order) {
    if (!isPure(op) || op.outputs.some((output) => fed.has(output))) continue;
    if (!op.inputs.every((input) => known.has(input))) continue;
    if (op.outputs.some((output) => elementCount(output.shape) > LARGEST_RESULT)) continue;
    const values = tryEvaluate(
      op,
      op.inputs.map((input) => known.get(input)!),
      evaluate,
    );
    values?.forEach((value, i) => {
      known.set(op.outputs[i]!, value);
    });
  }
  return known;
}

// An op that fails keeps its place: it fails when, and only if, it is run.
function tryEvaluate<V>(
  op: Operation,
  inputs: readonly V[],
  evaluate: (op: Operation, inputs: readonly V[]) => readonly V[],
): readonly V[] | null {
  try {
    return evaluate(op, inputs);
  } catch {
    return null;
  }
}
