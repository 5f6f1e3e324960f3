// Which ops may be merged, folded or left out: asked of the definition, never of a name.
import type { Operation } from "../graph/graph.ts";
import { computesFromInputs } from "../graph/lowering.ts";

/** The op's outputs follow from its inputs and attrs alone, and computing it has no effect. */
export function isPure(op: Operation): boolean {
  const { definition } = op;
  if (definition === undefined || definition.stateful || op.controlInputs.length > 0) return false;
  // What is read through a reference may have changed since.
  if (op.inputs.some((input) => input.isRef) || op.outputs.some((output) => output.isRef)) return false;
  const { lower } = definition;
  return typeof lower === "function" || lower.kind === "constant" || computesFromInputs(lower);
}
