// Error function and gamma function, their inverses and derivatives.
import { pointwise } from "../../graph/lowering.ts";
import { type GradientBuilder, op, type } from "../../graph/op.ts";
import type { Value } from "../../graph/types.ts";
import { conj, negated, over, times } from "../support/operators.ts";
import { floatTypes } from "../support/type-lists.ts";
import { unary } from "./signatures.ts";

const attrs = { T: type(...floatTypes) };

/** dy factor exp(exponent()): the factor is a constant made before anything waits for dy. */
function bell(t: GradientBuilder, dy: Value, factor: number, exponent: () => Value): Value[] {
  const constant = t.literal(factor, dy.dtype);
  return t.after([dy], () => {
    const scaled = times(t, dy, constant);
    return [times(t, scaled, t.Exp(exponent()))];
  });
}

const TWO_OVER_ROOT_PI = 1.1283791670955126;

export const Erf = op("Erf", {
  ...unary,
  attrs,
  lower: pointwise((m, [x]) => m.erf(x)),
  // dy 2/√π exp(-x²)
  grad: (t, [dy], [x]) => bell(t, dy!, TWO_OVER_ROOT_PI, () => negated(t, t.Square(x))),
});

export const Erfc = op("Erfc", {
  ...unary,
  attrs,
  lower: pointwise((m, [x]) => m.erfc(x)),
  // -dy 2/√π exp(-x²)
  grad: (t, [dy], [x]) => bell(t, dy!, -TWO_OVER_ROOT_PI, () => negated(t, t.Square(x))),
});

export const Erfinv = op("Erfinv", {
  ...unary,
  attrs,
  lower: pointwise((m, [x]) => m.erfinv(x)),
  // dy √π/2 exp(y²)
  grad: (t, [dy], _, [y]) => bell(t, dy!, Math.sqrt(Math.PI) / 2, () => t.Square(y)),
});

export const Ndtri = op("Ndtri", {
  ...unary,
  attrs,
  lower: pointwise((m, [x]) => m.ndtri(x)),
  // dy √(2π) exp(y²/2)
  grad: (t, [dy], _, [y]) => bell(t, dy!, Math.sqrt(2 * Math.PI), () => over(t, t.Square(y), 2)),
});

export const Lgamma = op("Lgamma", {
  ...unary,
  attrs,
  lower: pointwise((m, [x]) => m.lgamma(x)),
  // dy ψ(x)
  grad: (t, [dy], [x]) => t.after([dy!], () => [times(t, dy!, t.Digamma(conj(t, x)))]),
});

export const Digamma = op("Digamma", {
  ...unary,
  attrs,
  lower: pointwise((m, [x]) => m.digamma(x)),
  // dy ψ'(x)
  grad: (t, [dy], [x]) => t.after([dy!], () => [times(t, dy!, t.Polygamma(t.literal(1, x.dtype), x))]),
});
