// Bessel functions of order 0 and 1 and their modified kin.
import { pointwise, type ScalarMath } from "../../graph/lowering.ts";
import { type GradientBuilder, type GradientRule, op, type } from "../../graph/op.ts";
import type { Value } from "../../graph/types.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { minus, negated, plus, times } from "../support/operators.ts";
import { floatTypes } from "../support/type-lists.ts";
import { unary } from "./signatures.ts";

type Slope = (t: GradientBuilder, x: Value, y: Value) => Value;

/** dy times the derivative, which is computed after dy. */
const chained =
  (slope: Slope): GradientRule<unknown> =>
  (t, [dy], [x], [y]) =>
    t.after([dy!], () => [times(t, dy!, slope(t, x, y))]);

const bessel = (body: (m: ScalarMath, x: Scalar) => Scalar, slope: Slope) => ({
  ...unary,
  attrs: { T: type(...floatTypes) },
  lower: pointwise<unknown>((m, [x]) => body(m, x)),
  grad: chained(slope),
});

/** `tf.where(x == 0, atZero, slope)`: the formula divides by x. */
function exceptAtZero(t: GradientBuilder, x: Value, atZero: number, slope: () => Value): Value {
  const zero = t.Equal(x, 0);
  const limit = t.literal(atZero, x.dtype, "Cast/x");
  return t.SelectV2(zero, limit, slope());
}

/** `tf.div(y, x)` */
const ratio = (t: GradientBuilder, y: Value, x: Value): Value => t.RealDiv(y, x, { name: "div" });

export const BesselI0 = op(
  "BesselI0",
  bessel(
    (m, x) => m.besselI0(x),
    (t, x) => t.BesselI1(x),
  ),
);

export const BesselI0e = op(
  "BesselI0e",
  bessel(
    (m, x) => m.besselI0e(x),
    // I1e - sign(x) I0e
    (t, x, y) => minus(t, t.BesselI1e(x), times(t, t.Sign(x), y)),
  ),
);

export const BesselI1 = op(
  "BesselI1",
  bessel(
    (m, x) => m.besselI1(x),
    // I0 - I1 / x
    (t, x, y) => exceptAtZero(t, x, 1, () => minus(t, t.BesselI0(x), ratio(t, y, x))),
  ),
);

export const BesselI1e = op(
  "BesselI1e",
  bessel(
    (m, x) => m.besselI1e(x),
    // I0e - I1e (sign(x) + 1 / x)
    (t, x, y) =>
      exceptAtZero(t, x, 0.5, () => {
        const first = t.BesselI0e(x);
        return minus(t, first, times(t, y, plus(t, t.Sign(x), t.Reciprocal(x))));
      }),
  ),
);

export const BesselK0 = op(
  "BesselK0",
  bessel(
    (m, x) => m.besselK0(x),
    (t, x) => negated(t, t.BesselK1(x)),
  ),
);

export const BesselK0e = op(
  "BesselK0e",
  bessel(
    (m, x) => m.besselK0e(x),
    (t, x, y) => minus(t, y, t.BesselK1e(x)),
  ),
);

export const BesselK1 = op(
  "BesselK1",
  bessel(
    (m, x) => m.besselK1(x),
    // -K0 - K1 / x
    (t, x, y) => minus(t, negated(t, t.BesselK0(x)), ratio(t, y, x)),
  ),
);

export const BesselK1e = op(
  "BesselK1e",
  bessel(
    (m, x) => m.besselK1e(x),
    // K1e (1 - 1 / x) - K0e
    (t, x, y) => minus(t, times(t, y, minus(t, 1, t.Reciprocal(x))), t.BesselK0e(x)),
  ),
);

export const BesselJ0 = op(
  "BesselJ0",
  bessel(
    (m, x) => m.besselJ0(x),
    (t, x) => negated(t, t.BesselJ1(x)),
  ),
);

export const BesselJ1 = op(
  "BesselJ1",
  bessel(
    (m, x) => m.besselJ1(x),
    // J0 - J1 / x
    (t, x, y) => exceptAtZero(t, x, 0.5, () => minus(t, t.BesselJ0(x), ratio(t, y, x))),
  ),
);

export const BesselY0 = op(
  "BesselY0",
  bessel(
    (m, x) => m.besselY0(x),
    (t, x) => negated(t, t.BesselY1(x)),
  ),
);

export const BesselY1 = op(
  "BesselY1",
  bessel(
    (m, x) => m.besselY1(x),
    // Y0 - Y1 / x
    (t, x, y) => minus(t, t.BesselY0(x), ratio(t, y, x)),
  ),
);
