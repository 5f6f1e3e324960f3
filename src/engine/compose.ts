// Ops that are written with other ops: their body becomes a small graph, made once for the shapes met.
import { withGraph } from "../graph/default-graph.ts";
import { FuncGraph } from "../graph/func-graph.ts";
import type { Compose, LowerNode } from "../graph/lowering.ts";
import type { SymbolicTensor } from "../graph/graph.ts";
import { opTable } from "../ops/table.ts";
import { compileBody } from "./functions.ts";
import { raw } from "./raw.ts";
import type { Execute } from "./step.ts";

export function expandCompose(lowering: Compose<LowerNode["attrs"]>, node: LowerNode): Execute {
  const body = new FuncGraph(node.op, opTable);
  body.keepsLines = false;
  const inputs = node.inputs.map(({ dtype, shape }) => body.addInput(dtype, shape));
  const results = withGraph(body, () => lowering.body(raw, inputs, node));
  body.setOutputs((Array.isArray(results) ? results : [results]) as SymbolicTensor[]);
  const program = compileBody(body);
  return (values, step) => program.run(values, step);
}
