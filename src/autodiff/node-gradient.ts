// The gradient of a node of a graph: by its own way back, by the functions it calls, or by its op's rule.
import { constantValue } from "../graph/constant-value.ts";
import { type Operation, SymbolicTensor } from "../graph/graph.ts";
import { isConcrete } from "../graph/tensor-base.ts";
import type { GradientBuilder, GradientNode } from "../graph/op.ts";
import type { Lowering } from "../graph/lowering.ts";
import type { Gradient, TensorValue, Value } from "../graph/types.ts";
import { applyRule, checkCount, noRule } from "./backward.ts";
import { branchGradient } from "./branch-gradient.ts";
import { callGradient } from "./call-gradient.ts";
import { conditionGradient } from "./condition-gradient.ts";
import type { Differentiator } from "./differentiate.ts";
import { loopGradient } from "./loop-gradient.ts";
import { overriddenGradient } from "./overrides.ts";

/** The value of a tensor, if the graph (or eager execution) knows it. */
export const knownValue = (value: Value): TensorValue | undefined =>
  value instanceof SymbolicTensor ? constantValue(value) : isConcrete(value) ? value.toValue() : undefined;

function structure(op: Operation): Lowering["kind"] | undefined {
  const lower = op.definition?.lower;
  return typeof lower === "function" ? undefined : lower?.kind;
}

/** Gradients of a node's inputs from those of its outputs; null where none flows. */
export function nodeGradient(
  t: GradientBuilder,
  op: Operation,
  dy: readonly Gradient[],
  inner: Differentiator,
): readonly Gradient[] {
  const override = overriddenGradient(op);
  if (override !== undefined) return checkCount(override(t, dy), op.inputs, op.type);
  switch (structure(op)) {
    case "branch":
      return branchGradient(t, op, dy, inner);
    case "loop":
      return loopGradient(t, op, dy, inner);
    case "call":
      return callGradient(t, op, dy, inner);
    case "dataflow":
      return conditionGradient(t, op, dy) ?? ruleGradient(t, op, dy);
    default:
      return ruleGradient(t, op, dy);
  }
}

function ruleGradient(t: GradientBuilder, op: Operation, dy: readonly Gradient[]): readonly Gradient[] {
  const { definition } = op;
  if (definition === undefined) {
    if (op.graph.findFunction(op.type) !== undefined)
      throw noRule(op.type, op.name, "the function is called by its name");
    throw noRule(op.type, op.name, "the op has no definition here");
  }
  const node: GradientNode = { op: op.type, name: op.name, attrs: op.attrs, constant: knownValue };
  return applyRule(definition, t, dy, op.inputs, op.outputs, node);
}
