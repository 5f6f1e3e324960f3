// Gradient nodes shared by reductions: the shape with kept axes, spreading over what was reduced.
import { isFullyDefined } from "../../base/shape.ts";
import type { GradientBuilder } from "../../graph/op.ts";
import type { TensorValue, Value } from "../../graph/types.ts";
import { type AnyGradientNode, castTo, rangeOf, shapeOf, sizeOf } from "../support/functions.ts";
import { fromFront } from "../support/shapes.ts";
import { integers, integerTensor } from "../support/values.ts";

/** `tf.ones(shape)`. */
export const ones = (t: GradientBuilder, shape: Value, dtype: Value["dtype"] = "int32"): Value =>
  t.Fill(shape, t.literal(1, dtype, "ones/Const"), { name: "ones" });

/** TensorFlow's `(axes + rank) % rank`. */
export const wrappedAxes = (t: GradientBuilder, axes: Value, rank: Value): Value =>
  t.FloorMod(t.AddV2(axes, rank, { name: "add" }), rank, { name: "mod" });

/** The input's shape with 1 on the reduced axes: a constant where all is known. */
export function keptShape(
  t: GradientBuilder,
  x: Value,
  inputShape: Value,
  axes: Value,
  node: AnyGradientNode,
): Value | TensorValue {
  const known = node.constant(axes);
  if (known !== undefined && isFullyDefined(x.shape))
    return integerTensor(onesAt(x.shape, integers(known)), "int32");
  const sizes = castTo(t, inputShape, "int32");
  const rank = sizeOf(t, sizes);
  const wrapped = wrappedAxes(t, castTo(t, axes, "int32"), rank);
  const axesShape = shapeOf(t, wrapped);
  return t.DynamicStitch([rangeOf(t, 0, rank), wrapped], [sizes, ones(t, axesShape)]);
}

/** A shape with 1 on these axes. */
export function onesAt(shape: readonly number[], axes: readonly number[]): number[] {
  const result = [...shape];
  for (const axis of axes) result[fromFront(axis, shape.length)] = 1;
  return result;
}

/** Repeats the gradient of a sum over all that was summed. */
export function spread(t: GradientBuilder, dy: Value, x: Value, axes: Value, node: AnyGradientNode): Value {
  const known = node.constant(axes);
  const shape = x.shape;
  if (shape !== null && known !== undefined) {
    const list = integers(known);
    const reducesAll =
      known.shape.length === 1 && list.length === shape.length && list.every((axis, i) => axis === i);
    if (reducesAll) {
      const flat = t.Reshape(
        dy,
        integerTensor(
          shape.map(() => 1),
          "int32",
        ),
      );
      const sizes = isFullyDefined(shape) ? t.literal(integerTensor(shape, "int32"), "int32") : t.Shape(x);
      return t.Tile(flat, sizes);
    }
    if (isFullyDefined(shape)) {
      const kept = onesAt(shape, list);
      const multiples = shape.map((size, axis) => Math.floor(size / Math.max(kept[axis], 1)));
      return t.Tile(t.Reshape(dy, integerTensor(kept, "int32")), integerTensor(multiples, "int32"));
    }
  }
  const inputShape = shapeOf(t, x);
  const aligned = node.attrs.keep_dims ? dy : t.Reshape(dy, keptShape(t, x, inputShape, axes, node));
  return t.BroadcastTo(aligned, inputShape);
}
