// Smooth activations and their gradients: Elu, Selu, Softplus, Softsign.
import { pointwise, type ScalarMath } from "../../graph/lowering.ts";
import { type GradientBuilder, missing, op, type } from "../../graph/op.ts";
import type { Value } from "../../graph/types.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { zerosLike } from "../support/functions.ts";
import { sameAsInput } from "../support/shapes.ts";
import { floatTypes } from "../support/type-lists.ts";
import { broadcastFreeShape } from "./same-shape.ts";

const attrs = { T: type(...floatTypes) };
const activation = {
  inputs: ["features: T"],
  outputs: ["activations: T"],
  attrs,
  shape: sameAsInput,
} as const;
const ofFeatures = {
  inputs: ["gradients: T", "features: T"],
  outputs: ["backprops: T"],
  attrs,
  shape: broadcastFreeShape,
} as const;
const ofOutputs = { ...ofFeatures, inputs: ["gradients: T", "outputs: T"] } as const;

/** What flows to the activations of an exponential unit: dy * ddy where the unit is curved. */
const curvature = (t: GradientBuilder, ddy: Value, dy: Value, y: Value): Value =>
  t.Select(t.Less(y, 0), t.Mul(ddy, dy, { name: "mul" }), zerosLike(t, y));

export const Elu = op("Elu", {
  ...activation,
  lower: pointwise((m, [x]) => m.select(m.lt(x, 0), m.expm1(x), x)),
  grad: (t, [dy], _, [y]) => [t.EluGrad(dy!, y)],
});

export const EluGrad = op("EluGrad", {
  ...ofOutputs,
  // exp(x) = y + 1 where x < 0
  lower: pointwise((m, [dy, y]) => m.select(m.lt(y, 0), m.mul(m.add(y, 1), dy), dy)),
  grad: (t, [ddy], [dy, y]) => [t.EluGrad(ddy!, y), curvature(t, ddy!, dy, y)],
});

// Klambauer et al., "Self-normalizing neural networks", 2017.
const SCALE = 1.0507009873554805;
const SCALE_ALPHA = 1.7580993408473766;

export const Selu = op("Selu", {
  ...activation,
  lower: pointwise((m, [x]) => m.select(m.lt(x, 0), m.mul(m.expm1(x), SCALE_ALPHA), m.mul(x, SCALE))),
  grad: (t, [dy], _, [y]) => [t.SeluGrad(dy!, y)],
});

export const SeluGrad = op("SeluGrad", {
  ...ofOutputs,
  lower: pointwise((m, [dy, y]) => m.select(m.lt(y, 0), m.mul(m.add(y, SCALE_ALPHA), dy), m.mul(dy, SCALE))),
  grad: (t, [ddy], [dy, y]) => [t.SeluGrad(ddy!, y), curvature(t, ddy!, dy, y)],
});

export const Softplus = op("Softplus", {
  ...activation,
  // max(x, 0) + log1p(exp(-|x|)): exp cannot overflow
  lower: pointwise((m, [x]) => m.add(m.max(x, 0), m.log1p(m.exp(m.neg(m.abs(x)))))),
  // d softplus = sigmoid
  grad: (t, [dy], [x]) => [t.Mul(dy!, t.Sigmoid(x), { name: "mul" })],
});

export const SoftplusGrad = op("SoftplusGrad", {
  ...ofFeatures,
  // dy / (1 + exp(-x))
  lower: pointwise((m, [dy, x]) => m.div(dy, m.add(m.exp(m.neg(x)), 1))),
  // d2x = ddy dy / (exp(-x) + 2 + exp(x))
  grad: (t, [ddy], [dy, x]) => {
    const first = t.SoftplusGrad(ddy!, x);
    const product = t.Mul(ddy!, dy, { name: "mul" });
    const sum = t.AddV2(t.AddV2(t.Exp(t.Neg(x)), 2, { name: "add" }), t.Exp(x), { name: "add" });
    return [first, t.RealDiv(product, sum, { name: "truediv" })];
  },
});

const onePlusAbs = (m: ScalarMath, x: Scalar): Scalar => m.add(m.abs(x), 1);

export const Softsign = op("Softsign", {
  ...activation,
  lower: pointwise((m, [x]) => m.div(x, onePlusAbs(m, x))),
  grad: (t, [dy], [x]) => [t.SoftsignGrad(dy!, x)],
});

export const SoftsignGrad = op("SoftsignGrad", {
  ...ofFeatures,
  // dy / (1 + |x|)^2
  lower: pointwise((m, [dy, x]) => m.div(dy, m.mul(onePlusAbs(m, x), onePlusAbs(m, x)))),
  grad: missing("TensorFlow registers no gradient for SoftsignGrad"),
});
