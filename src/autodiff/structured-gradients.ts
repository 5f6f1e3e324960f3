// Gradients as flat lists of tensors, as functions give them: rows are three tensors, missing ones none.
import { withGraph } from "../graph/default-graph.ts";
import type { Graph } from "../graph/graph.ts";
import type { GradientBuilder } from "../graph/op.ts";
import { type Gradient, type IndexedSlices, isIndexedSlices, type Value } from "../graph/types.ts";
import { toDense } from "./slices.ts";

export function flattenGradients(gradients: readonly Gradient[]): Value[] {
  return gradients.flatMap((gradient) => {
    if (gradient === null) return [];
    if (!isIndexedSlices(gradient)) return [gradient];
    const { values, indices, denseShape } = gradient;
    return denseShape === null ? [values, indices] : [values, indices, denseShape];
  });
}

/** Puts a function's results back into the form of the gradients that it computes. */
export function packGradients(form: readonly Gradient[], values: readonly Value[]): Gradient[] {
  let next = 0;
  return form.map((gradient) => {
    if (gradient === null) return null;
    if (!isIndexedSlices(gradient)) return values[next++]!;
    const rows = values[next++]!;
    const indices = values[next++]!;
    return { values: rows, indices, denseShape: gradient.denseShape === null ? null : values[next++]! };
  });
}

/** Makes the gradients of several functions alike: rows stay rows only where all have rows. */
export function matchKinds(
  t: GradientBuilder,
  graphs: readonly Graph[],
  gradients: readonly Gradient[][],
): void {
  gradients[0]!.forEach((_, i) => {
    const found = gradients.map((list) => list[i]!);
    if (!found.some((gradient) => gradient !== null && isIndexedSlices(gradient))) return;
    const allRows = found.every((gradient) => gradient !== null && isIndexedSlices(gradient));
    graphs.forEach((graph, g) => {
      const gradient = found[g]!;
      if (!isIndexedSlices(gradient)) return;
      gradients[g]![i] = withGraph(graph, () =>
        allRows ? wideIndices(t, gradient, found) : toDense(t, gradient),
      );
    });
  });
}

function wideIndices(t: GradientBuilder, slices: IndexedSlices, all: readonly Gradient[]): IndexedSlices {
  const types = new Set(all.map((each) => (each as IndexedSlices).indices.dtype));
  if (types.size === 1 || slices.indices.dtype === "int64") return slices;
  return { ...slices, indices: t.Cast(slices.indices, { DstT: "int64" }) };
}
