// Products.
import { pointwise } from "../../graph/lowering.ts";
import { op, type } from "../../graph/op.ts";
import { conj, minus, negated, times } from "../support/operators.ts";
import { floatTypes } from "../support/type-lists.ts";
import { reduceGradients, sameKnownShapes } from "../support/unbroadcast.ts";
import { arithmeticTypes, binary, complexTypes, floatOrComplexTypes } from "./signatures.ts";

export const Mul = op("Mul", {
  ...binary,
  attrs: { T: type(...arithmeticTypes) },
  lower: pointwise((m, [x, y]) => m.mul(x, y)),
  // dz conj(y) for x, conj(x) dz for y
  grad: (t, [dz], [x, y]) => {
    const plain = x.dtype === "float32" || x.dtype === "int32";
    if (plain && sameKnownShapes(x, y, dz!)) return [t.Mul(dz!, y), t.Mul(dz!, x)];
    const dx = t.Mul(dz!, conj(t, y));
    const dy = t.Mul(conj(t, x), dz!);
    return reduceGradients(t, x, y, dx, dy);
  },
});

export const MulNoNan = op("MulNoNan", {
  ...binary,
  attrs: { T: type(...floatOrComplexTypes) },
  // 0 for y = 0, whatever x is
  lower: pointwise((m, [x, y]) => m.select(m.eq(y, 0), 0, m.mul(x, y))),
  grad: (t, [dz], [x, y]) => {
    const dx = t.MulNoNan(dz!, y);
    const dy = t.MulNoNan(x, dz!);
    return sameKnownShapes(x, y, dz!) ? [dx, dy] : reduceGradients(t, x, y, dx, dy);
  },
});

export const SquaredDifference = op("SquaredDifference", {
  ...binary,
  attrs: { T: type(...floatTypes, "int32", "int64", ...complexTypes) },
  // (x - y) conj(x - y)
  lower: pointwise((m, [x, y]) => {
    const difference = m.sub(x, y);
    return m.mul(difference, m.conj(difference));
  }),
  // 2 dz (x - y) for x
  grad: (t, [dz], [x, y]) => {
    const dx = t.after([dz!], () => {
      const twice = t.Mul(t.literal(2, x.dtype, "scalar"), dz!);
      return times(t, twice, minus(t, x, y));
    });
    const dy = negated(t, dx);
    return sameKnownShapes(x, y, dz!) ? [dx, dy] : reduceGradients(t, x, y, dx, dy);
  },
});
