// How a normal sample between bounds moves with its parameters, by implicit differentiation.
//
// With s, l, h the sample and the bounds in standard deviations and
// F = (ndtr(s) - ndtr(l)) / (ndtr(h) - ndtr(l)):
// d/dmean = 1, d/dstddev = s, d/dmax = F exp((s^2 - h^2) / 2), d/dmin = (1 - F) exp((s^2 - l^2) / 2).
// Source: Figurnov et al., "Implicit reparameterization gradients", 2018.
import type { DTypeName } from "../../base/dtypes.ts";
import type { GradientBuilder } from "../../graph/op.ts";
import type { Value } from "../../graph/types.ts";
import { rangeOf, shapeOf, sizeOf } from "../support/functions.ts";

const sub = (t: GradientBuilder, x: Value, y: Value): Value => t.Sub(x, y, { name: "sub" });
const divide = (t: GradientBuilder, x: Value, y: Value): Value => t.RealDiv(x, y, { name: "truediv" });

/** The normal distribution function, by erfc away from the middle. */
function ndtr(t: GradientBuilder, x: Value): Value {
  const half = t.literal(Math.SQRT1_2, x.dtype, "half_sqrt_2");
  const w = t.Mul(x, half, { name: "mul" });
  const z = t.Abs(w);
  const middle = t.AddV2(1, t.Erf(w), { name: "add" });
  const tail = t.Select(t.Greater(w, 0), t.Sub(2, t.Erfc(z), { name: "sub" }), t.Erfc(z));
  return t.Mul(0.5, t.Select(t.Less(z, half), middle, tail), { name: "mul" });
}

const TINY: Partial<Record<DTypeName, number>> = {
  float16: 2 ** -14,
  float32: 2 ** -126,
  float64: 2 ** -1022,
};
const EPSILON: Partial<Record<DTypeName, number>> = {
  float16: 2 ** -10,
  float32: 2 ** -23,
  float64: 2 ** -52,
};

/** F, kept away from 0 and 1 so that its logarithms are finite. */
function clippedShare(t: GradientBuilder, sample: Value, low: Value, high: Value): Value {
  const share = divide(t, sub(t, ndtr(t, sample), ndtr(t, low)), sub(t, ndtr(t, high), ndtr(t, low)));
  return t.Maximum(t.Minimum(share, 1 - EPSILON[share.dtype]!), TINY[share.dtype]!, {
    name: "clip_by_value",
  });
}

/** exp((s^2 - bound^2) / 2 + logShare) */
function boundSlope(t: GradientBuilder, sample: Value, bound: Value, logShare: Value): Value {
  const squares = t.Sub(t.Pow(sample, 2, { name: "pow" }), t.Pow(bound, 2, { name: "pow" }), { name: "sub" });
  return t.Exp(t.AddV2(t.Mul(0.5, squares, { name: "mul" }), logShare, { name: "add" }));
}

/** Gradients of mean, stddev, minval and maxval. */
export function boundedNormalGradient(
  t: GradientBuilder,
  dy: Value,
  [shape, , ...parameters]: readonly Value[],
  sample: Value,
): Value[] {
  const [mean, stddev, minval, maxval] = parameters;
  const standard = (x: Value): Value => divide(t, sub(t, x, mean), stddev);
  const [low, high, s] = [standard(minval), standard(maxval), standard(sample)];
  const share = clippedShare(t, s, low, high);
  const dMax = boundSlope(t, s, high, t.Log(share));
  const dMin = boundSlope(t, s, low, t.Log1p(t.Neg(share)));
  const shapes = parameters.map((parameter) => shapeOf(t, parameter));
  const both = shapes.slice(1).reduce((all, own) => t.BroadcastArgs(own, all), shapes[0]);
  const extra = rangeOf(t, 0, t.Sub(sizeOf(t, shape), sizeOf(t, both), { name: "sub" }));
  return [null, s, dMin, dMax].map((slope, i) => {
    const flow = slope === null ? dy : t.Mul(dy, slope, { name: "mul" });
    const [, axes] = t.BroadcastGradientArgs(both, shapes[i]);
    return t.Reshape(t.Sum(t.Sum(flow, extra), axes, { keep_dims: true }), shapes[i]);
  });
}
