// tf.compat.v1.gradients: nodes that compute derivatives.
import { type GradientsOptions, graphGradients } from "../../autodiff/graph-gradients.ts";
import { raw } from "../../engine/raw.ts";
import { defaultGraph } from "../../graph/default-graph.ts";
import type { SymbolicTensor } from "../../graph/graph.ts";
import type { Tensor } from "../../graph/tensor-base.ts";
import { type Gradient, isIndexedSlices } from "../../graph/types.ts";
import { type IndexedSlices, wrapSlices } from "../core/indexed-slices.ts";
import { convertInGraph } from "./convert.ts";
import { GraphVariable } from "./graph-variable.ts";

export interface V1GradientsOptions {
  /** What flows into each of `ys`; ones where it is null or left out. */
  gradYs?: unknown;
  name?: string;
  colocateGradientsWithOps?: boolean;
  gateGradients?: boolean;
  /** Tensors that count as constants. */
  stopGradients?: unknown;
  /** What an `x` gets that no `y` depends on: "none" gives null, "zero" zeros. */
  unconnectedGradients?: "none" | "zero";
}

const asList = (x: unknown): readonly unknown[] => (Array.isArray(x) ? x : [x]);

/** The tensor that a derivative is taken with respect to: a variable's handle or reference. */
const source = (x: unknown): SymbolicTensor => (x instanceof GraphVariable ? x.handle : convertInGraph(x));

function optionsOf(given: V1GradientsOptions): GradientsOptions {
  const stops = given.stopGradients === undefined ? [] : asList(given.stopGradients).map(source);
  return {
    gradYs: given.gradYs === undefined || given.gradYs === null ? null : asList(given.gradYs).map(upstream),
    name: given.name ?? "gradients",
    stopGradients: stops,
    unconnected: given.unconnectedGradients ?? "none",
    gate: given.gateGradients ?? false,
    colocate: given.colocateGradientsWithOps ?? false,
  };
}

const upstream = (x: unknown): Gradient => (x === null || x === undefined ? null : convertInGraph(x));

/**
 * The derivatives of the sum of `ys` with respect to each of `xs`, as new nodes; null where none flows.
 *
 * @example
 * const g = new tf.Graph();
 * const [x, dx] = g.asDefault(() => {
 *   const x = tf.compat.v1.placeholder(tf.float32, { name: "x" });
 *   return [x, tf.compat.v1.gradients(tf.square(x), x)[0]];
 * });
 * new tf.compat.v1.Session({ graph: g }).run(dx, new Map([[x, 3]])); // 6
 */
export function gradients(
  ys: unknown,
  xs: unknown,
  options: V1GradientsOptions = {},
): (Tensor | IndexedSlices | null)[] {
  const targets = asList(ys).map((y) => convertInGraph(y));
  const found = graphGradients(raw, defaultGraph(), targets, asList(xs).map(source), optionsOf(options));
  return found.map((each) => (isIndexedSlices(each) ? wrapSlices(each) : (each as Tensor | null)));
}
