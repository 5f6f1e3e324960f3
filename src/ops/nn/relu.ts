// Rectifiers and their gradients: Relu, Relu6, LeakyRelu.
import { pointwise, type ScalarMath } from "../../graph/lowering.ts";
import { float, op, type, typeOr } from "../../graph/op.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { zerosLike } from "../support/functions.ts";
import { broadcastFreeShape } from "./same-shape.ts";
import { sameAsInput } from "../support/shapes.ts";
import { floatTypes, realNumberTypes } from "../support/type-lists.ts";

const activation = { inputs: ["features: T"], outputs: ["activations: T"], shape: sameAsInput } as const;
const backprop = {
  inputs: ["gradients: T", "features: T"],
  outputs: ["backprops: T"],
  shape: broadcastFreeShape,
} as const;

/** TensorFlow lets the -0 of 16-bit floats pass, but not that of wider ones. */
function atLeastZero(m: ScalarMath, x: Scalar): Scalar {
  const isNarrow = x.dtype === "float16" || x.dtype === "bfloat16";
  return isNarrow ? m.select(m.lt(x, 0), 0, x) : m.max(x, 0);
}

export const Relu = op("Relu", {
  ...activation,
  attrs: { T: type(...realNumberTypes, "qint8") },
  lower: pointwise((m, [x]) => atLeastZero(m, x)),
  // the output is positive just where the input is
  grad: (t, [dy], _, [y]) => [t.ReluGrad(dy!, y)],
});

export const ReluGrad = op("ReluGrad", {
  ...backprop,
  attrs: { T: type(...realNumberTypes) },
  lower: pointwise((m, [dy, x]) => m.select(m.gt(x, 0), dy, 0)),
  grad: (t, [ddy], [, x]) => [t.ReluGrad(ddy!, x), zerosLike(t, x)],
});

export const Relu6 = op("Relu6", {
  ...activation,
  attrs: { T: type(...realNumberTypes) },
  lower: pointwise((m, [x]) => m.min(atLeastZero(m, x), 6)),
  grad: (t, [dy], _, [y]) => [t.Relu6Grad(dy!, y)],
});

export const Relu6Grad = op("Relu6Grad", {
  ...backprop,
  attrs: { T: type(...realNumberTypes) },
  lower: pointwise((m, [dy, x]) => m.select(m.and(m.gt(x, 0), m.lt(x, 6)), dy, 0)),
  grad: (t, [ddy], [, x]) => [t.Relu6Grad(ddy!, x), zerosLike(t, x)],
});

interface LeakyAttrs {
  readonly alpha: number;
}
/** Attrs hold float32. */
const slope = ({ alpha }: LeakyAttrs): number => Math.fround(alpha);
const leaky = { alpha: float(0.2), T: typeOr("float32", ...floatTypes) };

export const LeakyRelu = op("LeakyRelu", {
  ...activation,
  attrs: leaky,
  lower: pointwise<LeakyAttrs>((m, [x], { attrs }) => m.select(m.gt(x, 0), x, m.mul(x, slope(attrs)))),
  grad: (t, [dy], [x], _, { attrs: { alpha } }) => [t.LeakyReluGrad(dy!, x, { alpha })],
});

export const LeakyReluGrad = op("LeakyReluGrad", {
  ...backprop,
  attrs: leaky,
  lower: pointwise<LeakyAttrs>((m, [dy, x], { attrs }) => m.select(m.gt(x, 0), dy, m.mul(dy, slope(attrs)))),
  grad: (t, [ddy], [, x], _, { attrs: { alpha } }) => [t.LeakyReluGrad(ddy!, x, { alpha }), zerosLike(t, x)],
});
