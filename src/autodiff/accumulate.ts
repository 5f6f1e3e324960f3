// Adds up the gradients that reach one tensor along several ways.
import type { GradientBuilder } from "../graph/op.ts";
import { type Gradient, type IndexedSlices, isIndexedSlices, type Value } from "../graph/types.ts";
import { toDense } from "./backward.ts";

/** The sum of gradients; rows stay rows if all are rows. */
export function sumGradients(t: GradientBuilder, gradients: readonly Exclude<Gradient, null>[]): Gradient {
  if (gradients.length <= 1) return gradients[0] ?? null;
  if (gradients.every(isIndexedSlices)) return joinSlices(t, gradients as IndexedSlices[]);
  return t.AddN(gradients.map((gradient) => (isIndexedSlices(gradient) ? toDense(t, gradient) : (gradient as Value))));
}

function joinSlices(t: GradientBuilder, slices: readonly IndexedSlices[]): IndexedSlices {
  const join = (parts: readonly Value[]): Value => t.ConcatV2(parts, 0, { name: "concat" });
  return {
    values: join(slices.map((each) => each.values)),
    indices: join(slices.map((each) => each.indices)),
    denseShape: slices.find((each) => each.denseShape !== null)?.denseShape ?? null,
  };
}
