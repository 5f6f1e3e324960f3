// Tensors of one value as TensorFlow's Python makes them in gradients, with the node names that it gives.
import type { DTypeName } from "../../base/dtypes.ts";
import { isFullyDefined } from "../../base/shape.ts";
import type { GradientBuilder } from "../../graph/op.ts";
import type { Value } from "../../graph/types.ts";
import { integerTensor } from "./values.ts";

/** `tf.zeros(shape)` and `tf.ones(shape)` for a shape that is a tensor. */
export const filled = (
  t: GradientBuilder,
  shape: Value,
  value: 0 | 1,
  dtype: DTypeName,
  name = value === 0 ? "zeros" : "ones",
): Value => t.Fill(shape, t.literal(value, dtype, `${name}/Const`), { name });

/** `tf.ones_like(x)` */
export function onesLike(t: GradientBuilder, x: Value): Value {
  const shape = isFullyDefined(x.shape)
    ? t.literal(integerTensor(x.shape, "int32"), "int32", "ones_like/Shape/shape_as_tensor")
    : t.Shape(x, { name: "ones_like/Shape" });
  return filled(t, shape, 1, x.dtype, "ones_like");
}
