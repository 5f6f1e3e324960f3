// Anything as a tensor of the graph that is being built; literals become Const nodes.
import type { DTypeName } from "../../base/dtypes.ts";
import { toTensor } from "../../engine/convert.ts";
import { EagerTensor } from "../../engine/eager-tensor.ts";
import { defaultGraph } from "../../graph/default-graph.ts";
import type { SymbolicTensor } from "../../graph/graph.ts";

/** `name` is the Const node's, if one is made. */
export function convertInGraph(value: unknown, dtype?: DTypeName, name?: string): SymbolicTensor {
  const tensor = toTensor(value, dtype);
  if (tensor instanceof EagerTensor) return defaultGraph().constant(tensor.toValue(), name);
  return tensor as SymbolicTensor;
}
