// tf.vectorizedMap: a function of every row of a tensor, whatever it returns.
import { traceBranch } from "../../engine/branch-trace.ts";
import { flatten, mapLeaves, packAs } from "../../engine/nest.ts";
import { branchName } from "../../graph/func-graph.ts";
import type { Graph } from "../../graph/graph.ts";
import type { Tensor } from "../../graph/tensor-base.ts";
import type { Named } from "../core/arguments.ts";
import { graphFor, one } from "../core/call.ts";
import { asTensor } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import { mapFn } from "./map-fn.ts";
import { type Elements, read, rowsOf, unstacked } from "./rows.ts";

/**
 * As `mapFn`, but the dtypes of the results follow from `fn`.
 *
 * @example
 * tf.vectorizedMap((x) => x.mul(2), tf.constant([1, 2, 3]));
 * // tf.Tensor([2. 4. 6.], shape=(3,), dtype=float32)
 */
export function vectorizedMap(
  fn: (elem: Elements) => unknown,
  elems: Elements,
  options: Named = {},
): Elements {
  const graph = graphFor(flatten(elems, true));
  if (graph !== null)
    return mapFn(fn, elems, { ...options, fnOutputSignature: resultSpecs(graph, fn, elems) });
  const rows = rowsOf(elems);
  if (rows.staticCount === 0) return mapFn(fn, elems, options);
  const arrays = unstacked(rows);
  const results = Array.from({ length: rows.staticCount }, (_, i) => fn(read(arrays, i, elems)));
  const leaves = results.map((result) => flatten(result, true) as TensorInput[]);
  const stacks = leaves[0]!.map((_, k) => one("Pack", [leaves.map((each) => asTensor(each[k]!))]));
  return packAs(results[0], stacks, true);
}

/** What `fn` gives for a row, found out by tracing it once into a graph that is thrown away. */
function resultSpecs(graph: Graph, fn: (elem: Elements) => unknown, elems: Elements): unknown {
  const parameters = rowsOf(elems).flat.map((like) => ({
    like,
    shape: like.shape === null ? null : like.shape.slice(1),
  }));
  const trace = (...leaves: Tensor[]): unknown => fn(packAs(elems, leaves, true));
  const { structure } = traceBranch(graph, branchName("", "signature"), trace, { parameters }).returned;
  return mapLeaves(structure, (leaf) => new ResultSpec(leaf as Tensor), true);
}

class ResultSpec {
  readonly staticShape: Tensor["shape"];
  readonly dtype: Tensor["dtype"];

  constructor({ shape, dtype }: Tensor) {
    this.staticShape = shape;
    this.dtype = dtype;
  }
}
