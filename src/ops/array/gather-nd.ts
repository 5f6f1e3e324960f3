// GatherNd: slices of a tensor named by index tuples.
import { invalidArgument } from "../../base/errors.ts";
import { type Shape, shapeText } from "../../base/shape.ts";
import { type LowerNode, routine } from "../../graph/lowering.ts";
import { op, string, type } from "../../graph/op.ts";
import { shapeOf } from "../support/functions.ts";
import { copyRun } from "../support/loops.ts";
import { withRankAtLeast } from "../support/shapes.ts";
import { movingObjects } from "../support/strings.ts";
import { checkTuple, ignoresBadIndices, tuplePlan, tupleSlice } from "./indexing-nd.ts";

function gatheredShape([params, indices]: Shape[]): Shape[] {
  withRankAtLeast(indices, 1);
  withRankAtLeast(params, 1);
  if (params === null || indices === null) return [null];
  const depth = indices[indices.length - 1];
  if (depth < 0) return [null];
  if (depth > params.length)
    throw invalidArgument(
      `index innermost dimension length must be <= params rank; saw: ${depth} vs. ${params.length}`,
    );
  return [[...indices.slice(0, -1), ...params.slice(depth)]];
}

type Attrs = { bad_indices_policy: string };

export const GatherNd = op("GatherNd", {
  inputs: ["params: Tparams", "indices: Tindices"],
  outputs: ["output: Tparams"],
  attrs: { Tparams: type(), Tindices: type("int16", "int32", "int64"), bad_indices_policy: string("") },
  shape: gatheredShape,
  lower: movingObjects(
    routine((k, m, node: LowerNode<Attrs>) => {
      const { shape } = node.inputs[0];
      const plan = tuplePlan(shape, node.inputs[1].shape);
      const x = k.input(0);
      const y = k.output(0);
      const words = `param shape ${shapeText(shape)}, node name: ${node.name || node.op}`;
      if (!ignoresBadIndices(node)) k.serial(plan.count, (i) => checkTuple(k, m, plan, 1, i, words));
      if (y.count === 0 || x.count === 0) return;
      k.parallel(plan.count, (i) => {
        const { start, inside } = tupleSlice(k, m, plan, 1, i);
        k.if(inside, () => copyRun(k, m, plan.inner, [x, start], [y, m.mul(i, plan.inner)]));
      });
    }),
  ),
  // dparams = dy's slices, added where the tuples point
  grad: (t, [dy], [params, indices]) => {
    const shape = shapeOf(t, params, indices.dtype);
    if (indices.shape?.length === 2 && indices.shape[1] === 1)
      return [{ values: dy!, indices: t.Squeeze(indices, { squeeze_dims: [-1] }), denseShape: shape }, null];
    return [t.ScatterNd(indices, dy!, shape), null];
  },
});
