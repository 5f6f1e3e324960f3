// Squares, roots and reciprocals, with the ops that their gradients are.
import { pointwise } from "../../graph/lowering.ts";
import { type GradientBuilder, type GradientRule, op, type } from "../../graph/op.ts";
import type { Value } from "../../graph/types.ts";
import { conj, negated, over, times } from "../support/operators.ts";
import {
  arithmeticTypes,
  complexTypes,
  floatOrComplexTypes,
  floatOrSignedTypes,
  gradientOfResult,
  unary,
} from "./signatures.ts";

const attrs = { T: type(...floatOrComplexTypes) };

export const Square = op("Square", {
  ...unary,
  attrs: { T: type(...arithmeticTypes) },
  lower: pointwise((m, [x]) => m.mul(x, x)),
  // dy * (conj(x) * 2)
  grad: (t, [dy], [x]) =>
    t.after([dy!], () => {
      const input = conj(t, x);
      const two = t.literal(2, x.dtype);
      return [t.Mul(dy!, t.Mul(input, two))];
    }),
});

export const Sqrt = op("Sqrt", {
  ...unary,
  attrs,
  lower: pointwise((m, [x]) => m.sqrt(x)),
  grad: (t, [dy], _, [y]) => [t.SqrtGrad(y, dy!)],
});

export const SqrtGrad = op("SqrtGrad", {
  ...gradientOfResult,
  attrs,
  // dy / 2 / conj(y)
  lower: pointwise((m, [y, dy]) => m.div(m.mul(dy, 0.5), m.conj(y))),
  grad: (t, [dz], [y], [z]) =>
    t.after([dz!], () => {
      const ratio = over(t, dz!, y);
      return [times(t, negated(t, conj(t, ratio)), z), times(t, 0.5, ratio)];
    }),
});

export const Rsqrt = op("Rsqrt", {
  ...unary,
  attrs,
  lower: pointwise((m, [x]) => m.rsqrt(x)),
  grad: (t, [dy], _, [y]) => [t.RsqrtGrad(y, dy!)],
});

export const RsqrtGrad = op("RsqrtGrad", {
  ...gradientOfResult,
  attrs,
  // -dy / 2 * conj(y)^3
  lower: pointwise((m, [y, dy]) => {
    const c = m.conj(y);
    return m.mul(m.mul(m.mul(dy, -0.5), c), m.mul(c, c));
  }),
  grad: (t, [dz], [y, dy]) =>
    t.after([dz!], () => {
      const cy = conj(t, y);
      const first = times(t, times(t, -1.5, conj(t, dz!)), dy);
      return [times(t, first, t.Square(cy)), t.RsqrtGrad(cy, dz!)];
    }),
});

const reciprocal = {
  ...unary,
  attrs: { T: type(...floatOrSignedTypes, ...complexTypes) },
  lower: pointwise((m, [x]) => m.div(m.constant(x.dtype, 1), x)),
  grad: (t: GradientBuilder, [dy]: (Value | null)[], _: Value[], [y]: Value[]) => [t.ReciprocalGrad(y, dy!)],
} as const;

export const Reciprocal = op("Reciprocal", reciprocal);
export const Inv = op("Inv", reciprocal);

// dz * -2 * dy * conj(y) for y; the same op again for dy
const reciprocalGradGrad: GradientRule<unknown> = (t, [dz], [y, dy]) =>
  t.after([dz!], () => {
    const cy = conj(t, y);
    const first = times(t, times(t, conj(t, dz!), -2), dy);
    return [times(t, first, cy), t.ReciprocalGrad(cy, dz!)];
  });

const reciprocalGrad = {
  ...gradientOfResult,
  attrs,
  // -dy * conj(y)^2
  lower: pointwise((m, [y, dy]) => {
    const c = m.conj(y);
    return m.mul(m.mul(m.neg(dy), c), c);
  }),
  grad: reciprocalGradGrad,
} as const;

export const ReciprocalGrad = op("ReciprocalGrad", reciprocalGrad);
export const InvGrad = op("InvGrad", reciprocalGrad);
