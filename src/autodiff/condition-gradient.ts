// Gradients through the Switch and Merge nodes of TensorFlow v1's conditionals.
import { allocate } from "../base/dtypes.ts";
import { currentGraph } from "../graph/default-graph.ts";
import { dataflowRole } from "../graph/dataflow-role.ts";
import type { Operation, SymbolicTensor } from "../graph/graph.ts";
import type { GradientBuilder } from "../graph/op.ts";
import type { ControlFlowContext } from "../graph/scopes.ts";
import { type Gradient, isIndexedSlices, type Value } from "../graph/types.ts";
import { zerosLike } from "./helpers.ts";
import { toDense } from "./slices.ts";

type Context = ControlFlowContext<Operation, SymbolicTensor>;
type Condition = NonNullable<Context["condition"]>;

/** The conditional that a node's outputs belong to: what leaves a loop belongs to what is around it. */
function conditionOf(op: Operation): Condition | undefined {
  const context = op.controlFlowContext;
  return (dataflowRole(op) === "exit" ? context?.outerContext : context)?.condition;
}

/** Gradients of a Switch or Merge that stands for a conditional; undefined for other nodes. */
export function conditionGradient(
  t: GradientBuilder,
  op: Operation,
  dy: readonly Gradient[],
): readonly Gradient[] | undefined {
  const role = dataflowRole(op);
  if (role === "merge") {
    const condition = conditionOf(op.inputs[0]!.op);
    return condition === undefined ? undefined : mergeGradient(t, dy[0] ?? null, condition);
  }
  const condition = role === "switch" ? op.controlFlowContext?.condition : undefined;
  return condition === undefined ? undefined : switchGradient(t, op, dy, condition);
}

// The result's gradient flows into the branch that was taken.
function mergeGradient(t: GradientBuilder, dy: Gradient, { predicate }: Condition): readonly Gradient[] {
  if (dy === null) return [null, null];
  const split = (value: Value): readonly Value[] =>
    t.Switch(value, predicate, { name: "cond_grad" }) as unknown as readonly Value[];
  if (!isIndexedSlices(dy)) return split(dy);
  const [values, indices] = [split(dy.values), split(dy.indices)];
  const shapes = dy.denseShape === null ? [null, null] : split(dy.denseShape);
  return [0, 1].map((i) => ({ values: values[i]!, indices: indices[i]!, denseShape: shapes[i]! }));
}

// What came in has the gradient of the branch that took it; where the other was taken, zeros.
function switchGradient(
  t: GradientBuilder,
  op: Operation,
  dy: readonly Gradient[],
  { branch }: Condition,
): readonly Gradient[] {
  const merged = (values: readonly Gradient[], name: string): Value => {
    const dense = values.map((each) => (isIndexedSlices(each) ? toDense(t, each) : each!));
    return (t.Merge(dense, { name }) as unknown as readonly Value[])[0]!;
  };
  if ((dy[1 - branch] ?? null) !== null) return [merged(dy, "cond_grad"), null];
  if (op.inputs[0]!.dtype !== "resource") return [null, null];
  return [merged([dy[branch]!, dy[branch]!], "cond_resource_grad"), null];
}

/** Zeros like an output; those of a conditional's Switch flow only where its branch was not taken. */
export function zerosFor(t: GradientBuilder, op: Operation, index: number): Value {
  const output = op.outputs[index]!;
  const condition = dataflowRole(op) === "switch" ? op.controlFlowContext?.condition : undefined;
  const graph = currentGraph();
  if (condition === undefined || graph === null) return zerosLike(t, output);
  const ends = t.Switch(op.inputs[0]!, condition.predicate) as unknown as readonly Value[];
  const passed = ends[1 - condition.branch]!;
  const pivot = t.Identity(passed);
  const isHandle = output.dtype === "resource";
  const dtype = isHandle ? (output.handleType?.dtype ?? "float32") : output.dtype;
  const shape = isHandle ? null : t.Shape(passed);
  return t.after([pivot], () =>
    graph.nameScope("zeros", (scope) => {
      const zero = t.literal({ dtype, shape: [], data: allocate(dtype, 1) }, dtype, "Const");
      return t.Fill(shape ?? t.VariableShape(passed), zero, { name: scope });
    }),
  );
}
