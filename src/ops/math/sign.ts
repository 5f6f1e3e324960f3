// Abs, Neg, Sign.
import { pointwise } from "../../graph/lowering.ts";
import { op, type } from "../../graph/op.ts";
import { zerosLike } from "../support/functions.ts";
import { negated, times } from "../support/operators.ts";
import { complexTypes, floatOrSignedTypes, unary } from "./signatures.ts";

export const Abs = op("Abs", {
  ...unary,
  attrs: { T: type(...floatOrSignedTypes) },
  lower: pointwise((m, [x]) => m.abs(x)),
  grad: (t, [dy], [x]) => [times(t, dy!, t.Sign(x))],
});

const attrs = { T: type(...floatOrSignedTypes, ...complexTypes) };

export const Neg = op("Neg", {
  ...unary,
  attrs,
  lower: pointwise((m, [x]) => m.neg(x)),
  grad: (t, [dy]) => [negated(t, dy!)],
});

export const Sign = op("Sign", {
  ...unary,
  attrs,
  lower: pointwise((m, [x]) => m.sign(x)),
  grad: (t, _, [x]) => [zerosLike(t, x)],
});
