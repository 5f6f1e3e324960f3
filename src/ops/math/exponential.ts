// Exponentials, logarithms and the logistic function.
import { pointwise } from "../../graph/lowering.ts";
import { op, type } from "../../graph/op.ts";
import { conj, minus, plus, times } from "../support/operators.ts";
import { floatOrComplexTypes, gradientOfResult, unary } from "./signatures.ts";

const attrs = { T: type(...floatOrComplexTypes) };

export const Exp = op("Exp", {
  ...unary,
  attrs,
  lower: pointwise((m, [x]) => m.exp(x)),
  // dy * conj(exp(x))
  grad: (t, [dy], _, [y]) => t.after([dy!], () => [times(t, dy!, conj(t, y))]),
});

export const Expm1 = op("Expm1", {
  ...unary,
  attrs,
  lower: pointwise((m, [x]) => m.expm1(x)),
  // dy * exp(conj(x))
  grad: (t, [dy], [x]) => t.after([dy!], () => [times(t, dy!, t.Exp(conj(t, x)))]),
});

export const Log = op("Log", {
  ...unary,
  attrs,
  lower: pointwise((m, [x]) => m.log(x)),
  // dy / conj(x)
  grad: (t, [dy], [x]) => t.after([dy!], () => [times(t, dy!, t.Reciprocal(conj(t, x)))]),
});

export const Log1p = op("Log1p", {
  ...unary,
  attrs,
  lower: pointwise((m, [x]) => m.log1p(x)),
  // dy / (1 + conj(x))
  grad: (t, [dy], [x]) => t.after([dy!], () => [times(t, dy!, t.Reciprocal(plus(t, 1, conj(t, x))))]),
});

export const Sigmoid = op("Sigmoid", {
  ...unary,
  attrs,
  lower: pointwise((m, [x]) => m.sigmoid(x)),
  grad: (t, [dy], _, [y]) => t.after([dy!], () => [t.SigmoidGrad(conj(t, y), dy!)]),
});

export const SigmoidGrad = op("SigmoidGrad", {
  ...gradientOfResult,
  attrs,
  // dy y (1 - y); the gradient of Sigmoid conjugates y itself
  lower: pointwise((m, [y, dy]) => m.mul(m.mul(dy, y), m.sub(m.constant(y.dtype, 1), y))),
  // dz dy (1 - 2 y) for y
  grad: (t, [dz], [y, dy]) =>
    t.after([dz!], () => {
      const a = conj(t, y);
      const b = conj(t, dy);
      const product = times(t, dz!, b);
      const bend = times(t, times(t, 2, product), a);
      return [minus(t, product, bend), t.SigmoidGrad(a, dz!)];
    }),
});
