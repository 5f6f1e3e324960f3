// The larger, the smaller, and what lies between limits.
import { type GradientBuilder, type GradientRule, op, type, type ShapeNode } from "../../graph/op.ts";
import { invalidArgument } from "../../base/errors.ts";
import { dtypeInfo, isFloating } from "../../base/dtypes.ts";
import { elementCount, type Shape, sameDims, shapeText } from "../../base/shape.ts";
import { type LowerNode, pointwise, type ScalarMath } from "../../graph/lowering.ts";
import type { Value } from "../../graph/types.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { filled } from "../support/fills.ts";
import { shapeOf, zerosLike } from "../support/functions.ts";
import { floatTypes, numberTypes } from "../support/type-lists.ts";
import { reduceGradients } from "../support/unbroadcast.ts";
import { binary, integerTypes } from "./signatures.ts";

/** What flows goes to the operand that was picked. */
const pickedGradient =
  (picks: (t: GradientBuilder, x: Value, y: Value) => Value): GradientRule<unknown> =>
  (t, [dz], [x, y]) => {
    const zeros = zerosLike(t, dz!);
    const first = picks(t, x, y);
    const dx = t.SelectV2(first, dz!, zeros);
    const dy = t.SelectV2(first, zeros, dz!);
    return reduceGradients(t, x, y, dx, dy);
  };

const attrs = { T: type(...floatTypes, ...integerTypes) };

// Bytes of one of the vectors that TensorFlow's recorded kernels compute in.
const VECTOR_BYTES = 64;

/**
 * Of zeros of either sign TensorFlow's vector code gives the second operand, its scalar code, which has the
 * small tensors, the first.
 */
function ofEqual(
  m: ScalarMath,
  [x, y]: Scalar[],
  { outputs: [{ dtype, shape }] }: LowerNode,
  other: Scalar,
): Scalar {
  if (!isFloating(dtype)) return other;
  const vector = elementCount(shape) * dtypeInfo(dtype).size >= VECTOR_BYTES;
  return m.select(m.eq(x, y), vector ? y : x, other);
}

export const Maximum = op("Maximum", {
  ...binary,
  attrs,
  lower: pointwise((m, x, node) => ofEqual(m, x, node, m.max(x[0], x[1]))),
  grad: pickedGradient((t, x, y) => t.GreaterEqual(x, y)),
});

export const Minimum = op("Minimum", {
  ...binary,
  attrs,
  lower: pointwise((m, x, node) => ofEqual(m, x, node, m.min(x[0], x[1]))),
  grad: pickedGradient((t, x, y) => t.LessEqual(x, y)),
});

/** Limits are scalars or have the tensor's shape. */
function clipShape([x, low, high]: Shape[], node: ShapeNode): readonly Shape[] {
  for (const limit of [low, high])
    if (node.running && limit!.length > 0 && !sameDims(limit!, x!))
      throw invalidArgument(
        "clip_value_min and clip_value_max must be either of the same shape as input, or a scalar. " +
          `input shape: ${shapeText(x)}clip_value_min shape: ${shapeText(low)}` +
          `clip_value_max shape: ${shapeText(high)}`,
      );
  return [x];
}

export const ClipByValue = op("ClipByValue", {
  inputs: ["t: T", "clip_value_min: T", "clip_value_max: T"],
  outputs: ["output: T"],
  attrs: { T: type(...numberTypes) },
  shape: clipShape,
  lower: pointwise((m, [x, low, high]) => m.select(m.lt(x, low), low, m.select(m.gt(x, high), high, x))),
  // dy where x lies inside; what lies below goes to the lower limit, what lies above to the upper
  grad: (t, [dy], [x, low, high]) => {
    const shapes = [x, low, high].map((value) => shapeOf(t, value));
    const zeros = filled(t, shapeOf(t, dy!), 0, dy!.dtype);
    const below = t.Less(x, low);
    const above = t.Greater(x, high);
    const [, lowAxes] = t.BroadcastGradientArgs(shapes[0], shapes[1]);
    const [, highAxes] = t.BroadcastGradientArgs(shapes[0], shapes[2]);
    const dx = t.Select(t.LogicalOr(below, above), zeros, dy!);
    const dlow = t.Select(below, dy!, zeros);
    const dhigh = t.Select(above, dy!, zeros);
    const toLow = t.Reshape(t.Sum(dlow, lowAxes), shapes[1]);
    return [dx, toLow, t.Reshape(t.Sum(dhigh, highAxes), shapes[2])];
  },
});
