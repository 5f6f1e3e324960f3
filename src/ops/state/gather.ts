// Rows and slices of variables, read without reading the whole.
import { isFullyDefined } from "../../base/shape.ts";
import { compose, update } from "../../graph/lowering.ts";
import { bool, type GradientBuilder, int, op, type } from "../../graph/op.ts";
import type { DTypeName, HandleType, Value } from "../../graph/types.ts";
import { sizeOf, sliceVector } from "../support/functions.ts";
import { joinShapes, subshape } from "../support/shapes.ts";
import { integerTensor } from "../support/values.ts";
import { variableShape } from "./variables.ts";

/** `variable_shape(handle)`: a constant where the handle tells, else asked at run time. */
function shapeOfVariable(t: GradientBuilder, handle: Value, dtype: DTypeName): Value {
  const known = (handle as Value & { handleType?: HandleType }).handleType?.shape ?? null;
  if (isFullyDefined(known)) return t.literal(integerTensor(known, dtype), dtype);
  return t.VariableShape(handle, { out_type: dtype });
}

export const ResourceGather = op("ResourceGather", {
  inputs: ["resource: resource", "indices: Tindices"],
  outputs: ["output: dtype"],
  attrs: {
    batch_dims: int(0),
    validate_indices: bool(true),
    dtype: type(),
    Tindices: type("int32", "int64"),
  },
  stateful: true,
  shape: ([, indices], node) => {
    const rows = variableShape(node);
    const batch = Number(node.attrs.batch_dims);
    return [joinShapes(subshape(rows, 0, batch), subshape(indices, batch), subshape(rows, batch + 1))];
  },
  lower: update({
    reads: [0],
    writes: [],
    body: compose((t, [x, indices], { attrs }) => {
      const batch = Number(attrs["batch_dims"]);
      return t.GatherV2(x, indices, batch, { batch_dims: batch });
    }),
  }),
  // The gradient of the variable has dy's rows at the indices.
  grad: (t, [dy], [handle, indices]) => {
    const dims = shapeOfVariable(t, handle, "int32");
    const size = t.ExpandDims(sizeOf(t, indices), 0);
    const rows = t.ConcatV2([size, sliceVector(t, dims, 1, null)], 0, { name: "concat" });
    return [{ values: t.Reshape(dy!, rows), indices: t.Reshape(indices, size), denseShape: dims }, null];
  },
});

export const ResourceGatherNd = op("ResourceGatherNd", {
  inputs: ["resource: resource", "indices: Tindices"],
  outputs: ["output: dtype"],
  attrs: { dtype: type(), Tindices: type("int32", "int64") },
  stateful: true,
  shape: ([, indices], node) => {
    const x = variableShape(node);
    const depth = indices === null || indices.length === 0 ? -1 : indices[indices.length - 1];
    return [depth < 0 ? null : joinShapes(subshape(indices, 0, -1), subshape(x, depth))];
  },
  lower: update({ reads: [0], writes: [], body: compose((t, [x, indices]) => t.GatherNd(x, indices)) }),
  grad: (t, [dy], [handle, indices]) => {
    const dims = shapeOfVariable(t, handle, indices.dtype);
    if (indices.shape?.length === 2 && indices.shape[1] === 1)
      return [{ values: dy!, indices: t.Squeeze(indices, { squeeze_dims: [-1] }), denseShape: dims }, null];
    return [t.ScatterNd(indices, dy!, dims), null];
  },
});
