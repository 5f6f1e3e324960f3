// Remainders.
import { isInteger } from "../../base/dtypes.ts";
import { pointwise, type ScalarMath } from "../../graph/lowering.ts";
import { missing, op, type } from "../../graph/op.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { conj, times } from "../support/operators.ts";
import { floatTypes } from "../support/type-lists.ts";
import { reduceGradients } from "../support/unbroadcast.ts";
import { checked, divisorNotZero, type Requirement, truncatedDivisorNotZero } from "./checked-integers.ts";
import { binary, integerTypes } from "./signatures.ts";

/** The remainder with the divisor's sign. */
function floorRemainder(m: ScalarMath, x: Scalar, y: Scalar): Scalar {
  const remainder = m.rem(x, y);
  if (x.dtype.startsWith("u")) return remainder;
  const opposite = m.xor(m.lt(remainder, 0), m.lt(y, 0));
  return m.select(m.and(m.ne(remainder, 0), opposite), m.add(remainder, y), remainder);
}

export const FloorMod = op("FloorMod", {
  ...binary,
  attrs: { T: type(...integerTypes, ...floatTypes) },
  lower: ({ inputs: [{ dtype }] }) =>
    isInteger(dtype)
      ? checked(divisorNotZero, floorRemainder)
      : pointwise((m, [x, y]) => floorRemainder(m, x, y)),
  // dz for x, -dz floor(x / y) for y
  grad: (t, [dz], [x, y]) => {
    const quotient = t.FloorDiv(conj(t, x), conj(t, y));
    const dy = times(t, dz!, t.Neg(quotient));
    return reduceGradients(t, x, y, dz, dy);
  },
});

const truncated = (requirement: Requirement) => ({
  ...binary,
  lower: ({ inputs: [{ dtype }] }: { inputs: readonly { dtype: Scalar["dtype"] }[] }) =>
    isInteger(dtype)
      ? checked<unknown>(requirement, (m, x, y) => m.rem(x, y))
      : pointwise<unknown>((m, [x, y]) => m.rem(x, y)),
  grad: missing("TensorFlow registers no gradient for truncated remainders"),
});

export const Mod = op("Mod", {
  ...truncated(divisorNotZero),
  attrs: { T: type("int32", "int64", ...floatTypes) },
});

export const TruncateMod = op("TruncateMod", {
  ...truncated(truncatedDivisorNotZero),
  attrs: { T: type("int32", "int64", ...floatTypes) },
});
