// Adds up the gradients that reach one tensor along several ways.
import type { GradientBuilder } from "../graph/op.ts";
import { type Gradient, type IndexedSlices, isIndexedSlices, type Value } from "../graph/types.ts";
import { toDense } from "./slices.ts";

export type Present = Exclude<Gradient, null>;

/** The sum of gradients; rows stay rows if all are rows. */
export function sumGradients(t: GradientBuilder, gradients: readonly Present[]): Gradient {
  if (gradients.length <= 1) return gradients[0] ?? null;
  if (gradients.every(isIndexedSlices)) return joinSlices(t, gradients as IndexedSlices[]);
  return t.AddN(
    gradients.map((gradient) => (isIndexedSlices(gradient) ? toDense(t, gradient) : (gradient as Value))),
  );
}

/** All rows of several gradients, one after the other: rows named twice count twice. */
export function joinSlices(t: GradientBuilder, slices: readonly IndexedSlices[]): IndexedSlices {
  const join = (parts: readonly Value[]): Value => t.ConcatV2(parts, 0, { name: "concat" });
  const type = slices.some(({ indices }) => indices.dtype === "int64") ? "int64" : "int32";
  const indexOf = ({ indices }: IndexedSlices): Value =>
    indices.dtype === type ? indices : t.Cast(indices, { DstT: type });
  return {
    values: join(slices.map((each) => each.values)),
    indices: join(slices.map(indexOf)),
    denseShape: slices.find((each) => each.denseShape !== null)?.denseShape ?? null,
  };
}
