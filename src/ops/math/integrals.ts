// Dawson's and Fresnel's integrals, the exponential integral and Spence's function.
import { pointwise } from "../../graph/lowering.ts";
import { type GradientBuilder, op, type } from "../../graph/op.ts";
import type { Value } from "../../graph/types.ts";
import { onesLike } from "../support/fills.ts";
import { minus, negated, over, times } from "../support/operators.ts";
import { floatTypes } from "../support/type-lists.ts";
import { unary } from "./signatures.ts";

const attrs = { T: type(...floatTypes) };

export const Dawsn = op("Dawsn", {
  ...unary,
  attrs,
  lower: pointwise((m, [x]) => m.dawson(x)),
  // dy (1 - 2 x y)
  grad: (t, [dy], [x], [y]) =>
    t.after([dy!], () => [times(t, dy!, minus(t, 1, times(t, times(t, 2, x), y)))]),
});

export const Expint = op("Expint", {
  ...unary,
  attrs,
  lower: pointwise((m, [x]) => m.expint(x)),
  // dy e^x / x
  grad: (t, [dy], [x]) => t.after([dy!], () => [over(t, times(t, dy!, t.Exp(x)), x)]),
});

/** π x² / 2 */
const phase = (t: GradientBuilder, x: Value): Value => times(t, Math.PI / 2, t.Square(x));

export const FresnelCos = op("FresnelCos", {
  ...unary,
  attrs,
  lower: pointwise((m, [x]) => m.fresnelCos(x)),
  // dy cos(π x² / 2)
  grad: (t, [dy], [x]) => t.after([dy!], () => [times(t, dy!, t.Cos(phase(t, x)))]),
});

export const FresnelSin = op("FresnelSin", {
  ...unary,
  attrs,
  lower: pointwise((m, [x]) => m.fresnelSin(x)),
  // dy sin(π x² / 2)
  grad: (t, [dy], [x]) => t.after([dy!], () => [times(t, dy!, t.Sin(phase(t, x)))]),
});

export const Spence = op("Spence", {
  ...unary,
  attrs,
  lower: pointwise((m, [x]) => m.spence(x)),
  // dy log(x) / (1 - x), whose limit at 1 is -1
  grad: (t, [dy], [x]) =>
    t.after([dy!], () => {
      const slope = over(t, t.Log(x), minus(t, 1, x));
      const atOne = t.Equal(x, 1);
      const limit = negated(t, onesLike(t, x));
      return [times(t, dy!, t.Select(atOne, limit, slope))];
    }),
});
