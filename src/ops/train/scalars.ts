// Scalar functions that several update rules share.
import type { ScalarMath } from "../../graph/lowering.ts";
import type { Operand, Scalar } from "../../ir/scalar.ts";

/** -1, 0 or 1; NaN of NaN. */
export const signOf = (m: ScalarMath, x: Scalar): Scalar =>
  m.select(m.gt(x, 0), m.constant(x.dtype, 1), m.select(m.lt(x, 0), m.constant(x.dtype, -1), x));

/** `x` moved towards zero by `amount`, and no further. */
export const shrink = (m: ScalarMath, x: Scalar, amount: Operand): Scalar =>
  m.mul(signOf(m, x), m.max(m.sub(m.abs(x), amount), 0));

/** `1 - x`. */
export const rest = (m: ScalarMath, x: Scalar): Scalar => m.sub(m.constant(x.dtype, 1), x);

/** `average` moved towards `x` by the share `1 - decay`. */
export const decayed = (m: ScalarMath, average: Scalar, x: Scalar, decay: Scalar): Scalar =>
  m.add(average, m.mul(m.sub(x, average), rest(m, decay)));

export const square = (m: ScalarMath, x: Scalar): Scalar => m.mul(x, x);
