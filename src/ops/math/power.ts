// Powers.
import { isComplex, isInteger } from "../../base/dtypes.ts";
import { pointwise, type ScalarMath } from "../../graph/lowering.ts";
import { type GradientBuilder, op, type } from "../../graph/op.ts";
import type { Value } from "../../graph/types.ts";
import type { KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { onesLike } from "../support/fills.ts";
import { zerosLike } from "../support/functions.ts";
import { conj, minus, times } from "../support/operators.ts";
import { floatTypes } from "../support/type-lists.ts";
import { reduceGradients } from "../support/unbroadcast.ts";
import { checked, exponentNotNegative } from "./checked-integers.ts";
import { binary, complexTypes, signedTypes } from "./signatures.ts";

/** x^y for integers, by squaring: the bits of y from the lowest up. */
function integerPower(m: ScalarMath, x: Scalar, y: Scalar, k: KernelBuilder): Scalar {
  const result = k.cell(x.dtype, 1);
  const factor = k.cell(x.dtype, x);
  const rest = k.cell(y.dtype, y);
  k.while(m.gt(rest.get(), 0), () => {
    k.if(m.ne(m.and(rest.get(), 1), 0), () => result.set(m.mul(result.get(), factor.get())));
    factor.set(m.mul(factor.get(), factor.get()));
    rest.set(m.shr(rest.get(), 1));
  });
  return result.get();
}

/** log(x), and 0 where x has no logarithm. */
function safeLog(t: GradientBuilder, x: Value, input: Value): Value {
  const valid = isComplex(x.dtype) ? t.NotEqual(x, 0) : t.Greater(x, 0);
  const safe = t.Select(valid, x, onesLike(t, input));
  return t.Select(valid, t.Log(safe), zerosLike(t, input));
}

export const Pow = op("Pow", {
  ...binary,
  attrs: { T: type(...floatTypes, ...signedTypes, ...complexTypes) },
  lower: ({ inputs: [{ dtype }] }) =>
    isInteger(dtype) ? checked(exponentNotNegative, integerPower) : pointwise((m, [x, y]) => m.pow(x, y)),
  // dz y x^(y - 1) for x, dz z log(x) for y
  grad: (t, [dz], [x, y], [z]) => {
    const cx = conj(t, x);
    const cy = conj(t, y);
    const slope = times(t, dz!, cy);
    const dx = times(t, slope, t.Pow(cx, minus(t, cy, 1)));
    const log = safeLog(t, cx, x);
    const dy = times(t, times(t, dz!, conj(t, z)), log);
    return reduceGradients(t, x, y, dx, dy);
  },
});
