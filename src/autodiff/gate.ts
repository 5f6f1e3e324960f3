// Gradients of one node that become available together: `tf.tuple`, as `gate_gradients` asks for.
import { currentGraph } from "../graph/default-graph.ts";
import type { SymbolicTensor } from "../graph/graph.ts";
import type { GradientBuilder } from "../graph/op.ts";
import { type Gradient, isIndexedSlices, type Value } from "../graph/types.ts";

const tensorOf = (gradient: Exclude<Gradient, null>): Value =>
  isIndexedSlices(gradient) ? gradient.values : gradient;

/** Each gradient waits for all of them. */
export function gateGradients(t: GradientBuilder, gradients: readonly Gradient[]): readonly Gradient[] {
  const present = gradients.filter((gradient) => gradient !== null).map(tensorOf);
  const graph = currentGraph();
  if (graph === null || present.length < 2) return gradients;
  return graph.nameScope("tuple", () => {
    const ops = [...new Set(present.map((value) => (value as SymbolicTensor).op))];
    const gate = graph.controlDependencies(ops, () =>
      graph.addNode({ op: "NoOp", inputs: [], attrs: {}, name: "group_deps" }),
    );
    const wait = (value: Value): Value =>
      graph.colocateWith((value as SymbolicTensor).op, false, () =>
        graph.controlDependencies([gate], () => t.Identity(value, { name: "control_dependency" })),
      );
    return gradients.map((gradient) => {
      if (gradient === null) return null;
      return isIndexedSlices(gradient)
        ? { ...slicesOf(gradient), values: wait(gradient.values) }
        : wait(gradient);
    });
  });
}

const slicesOf = ({
  values,
  indices,
  denseShape,
}: Exclude<Gradient, Value | null>): Exclude<Gradient, Value | null> => ({
  values,
  indices,
  denseShape,
});
