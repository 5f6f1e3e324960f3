// Reductions of truth values: All and Any.
import { reduce } from "../../graph/lowering.ts";
import { bool, missing, op, typeOr } from "../../graph/op.ts";
import { loweredAxes, reductionShape } from "../support/axes.ts";

const signature = {
  inputs: ["input: bool", "reduction_indices: Tidx"],
  outputs: ["output: bool"],
  attrs: { keep_dims: bool(false), Tidx: typeOr("int32", "int32", "int64") },
  shape: reductionShape,
} as const;

export const All = op("All", {
  ...signature,
  lower: reduce({ axes: loweredAxes, combine: "and" }),
  grad: missing("TensorFlow registers no gradient for All"),
});

export const Any = op("Any", {
  ...signature,
  lower: reduce({ axes: loweredAxes, combine: "or" }),
  grad: missing("TensorFlow registers no gradient for Any"),
});
