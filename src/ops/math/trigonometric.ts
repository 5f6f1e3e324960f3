// Circular functions and their inverses.
import { pointwise } from "../../graph/lowering.ts";
import { type GradientBuilder, op, type } from "../../graph/op.ts";
import type { Value } from "../../graph/types.ts";
import { broadcastShape } from "../support/shapes.ts";
import { floatTypes } from "../support/type-lists.ts";
import { conj, negated, over, plus, times } from "../support/operators.ts";
import { reduceGradients } from "../support/unbroadcast.ts";
import { floatOrComplexTypes, unary } from "./signatures.ts";

const attrs = { T: type(...floatOrComplexTypes) };

export const Sin = op("Sin", {
  ...unary,
  attrs,
  lower: pointwise((m, [x]) => m.sin(x)),
  // dy cos(x)
  grad: (t, [dy], [x]) => t.after([dy!], () => [times(t, dy!, t.Cos(conj(t, x)))]),
});

export const Cos = op("Cos", {
  ...unary,
  attrs,
  lower: pointwise((m, [x]) => m.cos(x)),
  // -dy sin(x)
  grad: (t, [dy], [x]) =>
    t.after([dy!], () => {
      const input = conj(t, x);
      return [times(t, negated(t, dy!), t.Sin(input))];
    }),
});

export const Tan = op("Tan", {
  ...unary,
  attrs,
  lower: pointwise((m, [x]) => m.tan(x)),
  // dy / cos(x)^2
  grad: (t, [dy], [x]) => t.after([dy!], () => [times(t, t.Square(t.Reciprocal(t.Cos(conj(t, x)))), dy!)]),
});

/** 1 / √(1 - x²) */
function inverseRoot(t: GradientBuilder, x: Value): Value {
  const square = t.Square(conj(t, x));
  return t.Reciprocal(t.Sqrt(t.Sub(t.literal(1, x.dtype), square)));
}

export const Asin = op("Asin", {
  ...unary,
  attrs,
  lower: pointwise((m, [x]) => m.asin(x)),
  grad: (t, [dy], [x]) => t.after([dy!], () => [times(t, dy!, inverseRoot(t, x))]),
});

export const Acos = op("Acos", {
  ...unary,
  attrs,
  lower: pointwise((m, [x]) => m.acos(x)),
  // -dy / √(1 - x²)
  grad: (t, [dy], [x]) =>
    t.after([dy!], () => {
      const inverse = inverseRoot(t, x);
      return [times(t, negated(t, dy!), inverse)];
    }),
});

export const Atan = op("Atan", {
  ...unary,
  attrs,
  lower: pointwise((m, [x]) => m.atan(x)),
  // dy / (1 + x²)
  grad: (t, [dy], [x]) =>
    t.after([dy!], () => {
      const square = t.Square(conj(t, x));
      return [times(t, dy!, t.Reciprocal(t.AddV2(t.literal(1, x.dtype), square, { name: "Add" })))];
    }),
});

export const Atan2 = op("Atan2", {
  inputs: ["y: T", "x: T"],
  outputs: ["z: T"],
  attrs: { T: type(...floatTypes) },
  shape: broadcastShape,
  lower: pointwise((m, [y, x]) => m.atan2(y, x)),
  // dz x / (x² + y²) for y, -dz y / (x² + y²) for x
  grad: (t, [dz], [y, x]) =>
    t.after([dz!], () => {
      const scaled = over(t, dz!, plus(t, t.Square(y), t.Square(x)));
      const dy = times(t, x, scaled);
      const dx = times(t, negated(t, y), scaled);
      return reduceGradients(t, y, x, dy, dx);
    }),
});
