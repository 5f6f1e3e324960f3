// Hyperbolic functions and their inverses.
import { pointwise } from "../../graph/lowering.ts";
import { op, type } from "../../graph/op.ts";
import { conj, over, times } from "../support/operators.ts";
import { floatOrComplexTypes, gradientOfResult, unary } from "./signatures.ts";

const attrs = { T: type(...floatOrComplexTypes) };

export const Sinh = op("Sinh", {
  ...unary,
  attrs,
  lower: pointwise((m, [x]) => m.sinh(x)),
  // dy cosh(x)
  grad: (t, [dy], [x]) => t.after([dy!], () => [times(t, dy!, t.Cosh(conj(t, x)))]),
});

export const Cosh = op("Cosh", {
  ...unary,
  attrs,
  lower: pointwise((m, [x]) => m.cosh(x)),
  // dy sinh(x)
  grad: (t, [dy], [x]) => t.after([dy!], () => [times(t, dy!, t.Sinh(conj(t, x)))]),
});

export const Tanh = op("Tanh", {
  ...unary,
  attrs,
  lower: pointwise((m, [x]) => m.tanh(x)),
  grad: (t, [dy], _, [y]) => t.after([dy!], () => [t.TanhGrad(conj(t, y), dy!)]),
});

export const TanhGrad = op("TanhGrad", {
  ...gradientOfResult,
  attrs,
  // dy (1 - y²); the gradient of Tanh conjugates y itself
  lower: pointwise((m, [y, dy]) => m.mul(dy, m.sub(m.constant(y.dtype, 1), m.mul(y, y)))),
  // -2 dz dy y for y
  grad: (t, [dz], [y, dy]) =>
    t.after([dz!], () => {
      const a = conj(t, y);
      const b = conj(t, dy);
      return [times(t, times(t, times(t, dz!, -2), b), a), t.TanhGrad(a, dz!)];
    }),
});

export const Asinh = op("Asinh", {
  ...unary,
  attrs,
  lower: pointwise((m, [x]) => m.asinh(x)),
  // dy / cosh(y)
  grad: (t, [dy], _, [y]) => t.after([dy!], () => [over(t, dy!, t.Cosh(conj(t, y)))]),
});

export const Acosh = op("Acosh", {
  ...unary,
  attrs,
  lower: pointwise((m, [x]) => m.acosh(x)),
  // dy / sinh(y)
  grad: (t, [dy], _, [y]) => t.after([dy!], () => [over(t, dy!, t.Sinh(conj(t, y)))]),
});

export const Atanh = op("Atanh", {
  ...unary,
  attrs,
  lower: pointwise((m, [x]) => m.atanh(x)),
  // dy / (1 - x²)
  grad: (t, [dy], [x]) =>
    t.after([dy!], () => {
      const square = t.Square(conj(t, x));
      return [times(t, dy!, t.Reciprocal(t.Sub(t.literal(1, x.dtype), square)))];
    }),
});
