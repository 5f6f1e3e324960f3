// tf.gradients and tf.hessians: nodes of a graph that compute derivatives.
import { type GradientsOptions, graphGradients } from "../../autodiff/graph-gradients.ts";
import { LookupError } from "../../base/errors.ts";
import { raw } from "../../engine/raw.ts";
import { currentGraph } from "../../graph/default-graph.ts";
import { type Graph, SymbolicTensor } from "../../graph/graph.ts";
import { Tensor } from "../../graph/tensor-base.ts";
import { type Gradient, isIndexedSlices } from "../../graph/types.ts";
import { graphFor, isTensorLike, one } from "../core/call.ts";
import { type IndexedSlices, wrapSlices } from "../core/indexed-slices.ts";
import { asTensor, literal } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import { concat } from "../array/join.ts";
import { getItem } from "../array/slices.ts";
import { reshape, shape, size } from "../array/shape.ts";
import { TensorArray } from "../control-flow/tensor-array.ts";
import { whileLoop } from "../control-flow/while-loop.ts";

export interface GraphGradientOptions {
  /** What flows into each of `ys`; ones where it is null or left out. */
  gradYs?: unknown;
  name?: string;
  /** Gradients of one node wait for each other. */
  gateGradients?: boolean;
  /** How several gradients of one tensor are added: all at once, or two by two. */
  aggregationMethod?: "ADD_N" | "DEFAULT" | "EXPERIMENTAL_TREE" | "EXPERIMENTAL_ACCUMULATE_N" | null;
  /** Tensors that count as constants. */
  stopGradients?: unknown;
  /** What an `x` gets that no `y` depends on: "none" gives null, "zero" zeros. */
  unconnectedGradients?: "none" | "zero";
  colocateGradientsWithOps?: boolean;
}

const asList = (x: unknown): readonly unknown[] =>
  Array.isArray(x) ? x : x === null || x === undefined ? [] : [x];

/** A variable counts as its handle: that is what gradients are taken with respect to. */
function sourceOf(x: unknown): SymbolicTensor {
  const handle = (x as { handle?: unknown } | null)?.handle;
  const tensor = handle instanceof Tensor ? handle : asTensor(x as TensorInput);
  if (tensor instanceof SymbolicTensor) return tensor;
  const graph = currentGraph() as (Graph & { capture?(tensor: Tensor): SymbolicTensor }) | null;
  if (graph?.capture !== undefined) return graph.capture(tensor);
  throw new LookupError(
    `tf.gradients: expected tensors of the graph that is being built, received ${tensor.toString()}`,
  );
}

function upstreamOf(x: unknown): Gradient {
  if (x === null || x === undefined || isIndexedSlices(x)) return x ?? null;
  return isTensorLike(x) ? x.toTensor() : asTensor(x as TensorInput);
}

const PAIRWISE = ["EXPERIMENTAL_TREE", "EXPERIMENTAL_ACCUMULATE_N"];

function optionsOf(given: GraphGradientOptions): GradientsOptions {
  return {
    gradYs: asList(given.gradYs).map(upstreamOf),
    name: given.name ?? "gradients",
    stopGradients: asList(given.stopGradients).map(sourceOf),
    unconnected: given.unconnectedGradients ?? "none",
    sumPairwise: PAIRWISE.includes(given.aggregationMethod ?? ""),
    gate: given.gateGradients ?? false,
    colocate: given.colocateGradientsWithOps ?? false,
  };
}

/**
 * The derivatives of the sum of `ys` with respect to each of `xs`, as new nodes of the graph that is being
 * built.
 *
 * @param ys A tensor or a list of tensors.
 * @param xs A tensor or variable, or a list of them.
 * @returns A list with a tensor (or IndexedSlices) for each `x`; null where no `y` depends on it.
 * @throws RuntimeError where ops run at once: use `tf.GradientTape`.
 * @example
 * const f = tf.function((x) => tf.gradients(x.mul(x), x)[0]);
 * f(tf.constant(3));
 * // tf.Tensor(6.0, shape=(), dtype=float32)
 */
export function gradients(
  ys: unknown,
  xs: unknown,
  options: GraphGradientOptions = {},
): (Tensor | IndexedSlices | null)[] {
  const targets = asList(ys).map(sourceOf);
  const graph = currentGraph() ?? graphFor(targets);
  const found = graphGradients(raw, graph!, targets, asList(xs).map(sourceOf), optionsOf(options));
  return found.map((each) => (isIndexedSlices(each) ? wrapSlices(each) : (each as Tensor | null)));
}

/**
 * The matrices of second derivatives of the sum of `ys` with respect to each of `xs`.
 *
 * @returns A tensor for each `x`, of the shape of `x` followed by the shape of `x`.
 * @throws RuntimeError where ops run at once.
 * @example
 * const f = tf.function((x) => tf.hessians(tf.reduceSum(x.mul(x).mul(x)), x)[0]);
 * f(tf.constant([1, 2]));
 * // tf.Tensor(
 * // [[ 6.  0.]
 * //  [ 0. 12.]], shape=(2, 2), dtype=float32)
 */
export function hessians(
  ys: unknown,
  xs: unknown,
  options: Omit<GraphGradientOptions, "gradYs"> = {},
): Tensor[] {
  const sources = asList(xs).map(sourceOf);
  return gradients(ys, sources, options).map((gradient, i) => {
    if (gradient === null)
      throw new LookupError(`tf.hessians: expected ys that depend on all xs, received none for xs[${i}]`);
    return hessian(asTensor(gradient as TensorInput), sources[i]!, options);
  });
}

function hessian(gradient: Tensor, x: SymbolicTensor, options: GraphGradientOptions): Tensor {
  const flat = reshape(gradient, [-1]);
  const count = size(x);
  const [, rows] = whileLoop(
    (i: Tensor) => i.less(count),
    (i: Tensor, result: TensorArray) => {
      const [row] = gradients(getItem(flat, i), x, options);
      return [i.add(1), result.write(i, (row ?? one("ZerosLike", [x])) as TensorInput)];
    },
    [literal(0, "int32"), new TensorArray(x.dtype, count)],
  ) as [Tensor, TensorArray];
  const own = shape(x);
  return reshape(rows.stack(), concat([own, own], 0));
}
