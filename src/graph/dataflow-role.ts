// What a node of TensorFlow v1 control flow does with the values that pass it.
import type { Operation } from "./graph.ts";
import type { Dataflow } from "./lowering.ts";

/** "switch", "merge", "enter", …; null for nodes that compute. */
export function dataflowRole({ definition }: Operation): Dataflow["role"] | null {
  const lower = definition?.lower;
  return typeof lower === "object" && lower.kind === "dataflow" ? lower.role : null;
}
