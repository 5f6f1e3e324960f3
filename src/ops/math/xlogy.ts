// Products and quotients that are 0 for x = 0, whatever the other factor is.
import { pointwise, type ScalarMath } from "../../graph/lowering.ts";
import { type GradientBuilder, type GradientRule, op, type } from "../../graph/op.ts";
import type { Value } from "../../graph/types.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { castTo } from "../support/functions.ts";
import { plus, times } from "../support/operators.ts";
import { broadcastOf, sumTo } from "../support/unbroadcast.ts";
import { binary, floatOrComplexTypes } from "./signatures.ts";

const attrs = { T: type(...floatOrComplexTypes) };

/** 0 for x = 0. */
const guarded = (body: (m: ScalarMath, x: Scalar, y: Scalar) => Scalar) =>
  pointwise<unknown>((m, [x, y]) => m.select(m.eq(x, 0), 0, body(m, x, y)));

type Partial = (t: GradientBuilder, x: Value, y: Value) => Value;

/** `byX` receives 1 (0 where x is 0) for x. */
const guardedGradient =
  (byX: Partial, byY: Partial): GradientRule<unknown> =>
  (t, [dz], [x, y]) => {
    const broadcast = broadcastOf(t, x, y);
    return t.after([dz!], () => {
      const zero = castTo(t, t.literal(0, "float32", "Cast/x"), x.dtype);
      const one = t.Cast(t.NotEqual(x, zero), { DstT: x.dtype, name: "Cast_1" });
      const slopeX = byX(t, one, y);
      const slopeY = byY(t, x, y);
      const dx = sumTo(t, times(t, slopeX, dz!), broadcast, 0);
      return [dx, sumTo(t, times(t, slopeY, dz!), broadcast, 1)];
    });
  };

export const Xlogy = op("Xlogy", {
  ...binary,
  attrs,
  lower: guarded((m, x, y) => m.mul(x, m.log(y))),
  // dz log(y) for x, dz x / y for y
  grad: guardedGradient(
    (t, one, y) => t.Xlogy(one, y),
    (t, x, y) => t.Xdivy(x, y),
  ),
});

export const Xlog1py = op("Xlog1py", {
  ...binary,
  attrs,
  lower: guarded((m, x, y) => m.mul(x, m.log1p(y))),
  // dz log(1 + y) for x, dz x / (1 + y) for y
  grad: guardedGradient(
    (t, one, y) => t.Xlog1py(one, y),
    (t, x, y) => t.Xdivy(x, plus(t, y, 1)),
  ),
});

export const Xdivy = op("Xdivy", {
  ...binary,
  attrs,
  lower: guarded((m, x, y) => m.div(x, y)),
  // dz / y for x, -dz x / y² for y
  grad: guardedGradient(
    (t, one, y) => t.Xdivy(one, y),
    (t, x, y) => t.Xdivy(t.Neg(x), t.Pow(y, 2, { name: "pow" })),
  ),
});
