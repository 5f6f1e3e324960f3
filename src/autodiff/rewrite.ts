// Changes to nodes that call functions: a gradient makes them take and give more than before.
import { type Operation, SymbolicTensor } from "../graph/graph.ts";
import { graphChanged } from "../graph/constant-value.ts";
import { noteRewrite } from "../graph/rewrites.ts";
import type { AttrValue, Shape, Value } from "../graph/types.ts";

/** Outputs that a node gets beside those it has. */
export function addOutputs(op: Operation, like: readonly Value[]): void {
  const outputs = op.outputs as SymbolicTensor[];
  for (const value of like) {
    const output = new SymbolicTensor(op, outputs.length, value.dtype, false);
    output.setShape(value.shape);
    output.handleType = (value as Partial<SymbolicTensor>).handleType;
    outputs.push(output);
  }
  graphChanged();
  noteRewrite();
}

export function setAttrs(op: Operation, attrs: Readonly<Record<string, AttrValue>>): void {
  for (const name in attrs) op.setAttr(name, attrs[name]!);
}

/** Shapes as an attr `output_shapes` holds them. */
export const shapesOf = (values: readonly Value[]): Shape[] => values.map(({ shape }) => shape);
