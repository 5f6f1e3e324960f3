// Strided slices of variables, written in place.
import { compose, update } from "../../graph/lowering.ts";
import { int, missing, op, type } from "../../graph/op.ts";

const masks = {
  begin_mask: int(0),
  end_mask: int(0),
  ellipsis_mask: int(0),
  new_axis_mask: int(0),
  shrink_axis_mask: int(0),
};

const written = update({
  reads: [0],
  writes: [0],
  body: compose((t, [x, begin, end, step, value], { attrs }) => {
    const given = Object.fromEntries(Object.keys(masks).map((name) => [name, attrs[name] as number]));
    return t.TensorStridedSliceUpdate(x, begin, end, step, value, given);
  }),
});

export const ResourceStridedSliceAssign = op("ResourceStridedSliceAssign", {
  inputs: ["ref: resource", "begin: Index", "end: Index", "strides: Index", "value: T"],
  outputs: [],
  attrs: { T: type(), Index: type("int32", "int64"), ...masks },
  stateful: true,
  shape: () => [],
  lower: written,
  grad: missing("TensorFlow registers no gradient for ResourceStridedSliceAssign"),
});

export const StridedSliceAssign = op("StridedSliceAssign", {
  inputs: ["ref: Ref(T)", "begin: Index", "end: Index", "strides: Index", "value: T"],
  outputs: ["output_ref: Ref(T)"],
  attrs: { T: type(), Index: type("int32", "int64"), ...masks },
  shape: ([x]) => [x],
  lower: written,
  grad: missing("TensorFlow registers no gradient for StridedSliceAssign"),
});
