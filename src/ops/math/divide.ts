// Quotients of real, complex and integer numbers.
import { isComplex, isInteger } from "../../base/dtypes.ts";
import { pointwise, remoteOnly, type ScalarMath } from "../../graph/lowering.ts";
import { none, op, type } from "../../graph/op.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { conj, negated, over, overOrZero, times } from "../support/operators.ts";
import { floatTypes } from "../support/type-lists.ts";
import { reduceGradients } from "../support/unbroadcast.ts";
import { checked, divisorNotZero, truncatedDivisorNotZero } from "./checked-integers.ts";
import { rounded } from "./half-steps.ts";
import { arithmeticTypes, binary, complexTypes, floatOrComplexTypes, integerTypes } from "./signatures.ts";

export const Div = op("Div", {
  ...binary,
  attrs: { T: type(...arithmeticTypes) },
  lower: ({ inputs: [{ dtype }] }) =>
    isInteger(dtype)
      ? checked(divisorNotZero, (m, x, y) => m.div(x, y))
      : pointwise((m, [x, y]) => m.div(x, y)),
  // dz / conj(y) for x, -dz conj(x / y / y) for y
  grad: (t, [dz], [x, y]) => {
    const cx = conj(t, x);
    const cy = conj(t, y);
    const dx = over(t, dz!, cy);
    const dy = times(t, dz!, over(t, over(t, negated(t, cx), cy), cy));
    return reduceGradients(t, x, y, dx, dy);
  },
});

export const RealDiv = op("RealDiv", {
  ...binary,
  attrs: { T: type(...arithmeticTypes) },
  lower: pointwise((m, [x, y]) => m.div(x, y)),
  // as for Div
  grad: (t, [dz], [x, y]) => {
    const cx = conj(t, x);
    const cy = conj(t, y);
    const dx = t.RealDiv(dz!, cy);
    const dy = times(t, dz!, t.RealDiv(t.RealDiv(negated(t, cx), cy), cy));
    return reduceGradients(t, x, y, dx, dy);
  },
});

export const DivNoNan = op("DivNoNan", {
  ...binary,
  attrs: { T: type(...floatOrComplexTypes) },
  // 0 for y = 0
  lower: pointwise((m, [x, y]) => m.select(m.eq(y, 0), 0, m.div(x, y))),
  grad: (t, [dz], [x, y]) => {
    const cx = conj(t, x);
    const cy = conj(t, y);
    const dx = overOrZero(t, dz!, cy);
    const dy = times(t, dz!, overOrZero(t, overOrZero(t, negated(t, cx), cy), cy));
    return reduceGradients(t, x, y, dx, dy);
  },
});

const whole = { ...binary, attrs: { T: type(...floatTypes, ...integerTypes, ...complexTypes) } } as const;
const noComplex = remoteOnly("TensorFlow's CPU has no kernel for complex numbers");
const flat = none("whole quotients are flat almost everywhere");

/** Rounds the quotient down: one less where the remainder's sign is not the divisor's. */
export function floorQuotient(m: ScalarMath, x: Scalar, y: Scalar): Scalar {
  const quotient = m.div(x, y);
  if (x.dtype.startsWith("u")) return quotient;
  const inexact = m.ne(m.rem(x, y), 0);
  const opposite = m.xor(m.lt(x, 0), m.lt(y, 0));
  return m.select(m.and(inexact, opposite), m.sub(quotient, 1), quotient);
}

export const FloorDiv = op("FloorDiv", {
  ...whole,
  lower: ({ inputs: [{ dtype }] }) =>
    isInteger(dtype)
      ? checked(divisorNotZero, floorQuotient)
      : isComplex(dtype)
        ? noComplex
        : pointwise((m, [x, y]) => m.floor(rounded(m, m.div(x, y)))),
  grad: flat,
});

export const TruncateDiv = op("TruncateDiv", {
  ...whole,
  lower: ({ inputs: [{ dtype }] }) =>
    isInteger(dtype)
      ? checked(truncatedDivisorNotZero, (m, x, y) => m.div(x, y))
      : isComplex(dtype)
        ? noComplex
        : pointwise((m, [x, y]) => m.trunc(rounded(m, m.div(x, y)))),
  grad: flat,
});
