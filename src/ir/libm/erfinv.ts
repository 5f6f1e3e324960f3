// The inverse of the normal distribution function and of erf.
// M. J. Wichura, "Algorithm AS 241: The percentage points of the normal distribution" (PPND16), Applied
// Statistics 37, 1988.
import { abs, copysign, div, eq, ge, le, lt, max, mul, neg, select, sqrt, sub } from "../arithmetic.ts";
import type { Scalar } from "../scalar.ts";
import { choose, double, NAN, sections, square, throughDouble } from "./double.ts";
import { log64 } from "./log.ts";

// One row for |p - 1/2| <= 0.425, one for sqrt(-log(tail)) <= 5, one beyond.
const P = [
  [
    3.387132872796366608, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
    4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3,
  ],
  [
    1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
    1.27045825245236838258, 2.4178072517745061177e-1, 2.27238449892691845833e-2, 7.7454501427834140764e-4,
  ],
  [
    6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 2.9656057182850489123e-1,
    2.6532189526576123093e-2, 1.2426609473880784386e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
  ],
];
const Q = [
  [
    1, 4.2313330701600911252e1, 6.871870074920579083e2, 5.3941960214247511077e3, 2.1213794301586595867e4,
    3.930789580009271061e4, 2.8729085735721942674e4, 5.226495278852854561e3,
  ],
  [
    1, 2.05319162663775882187, 1.6763848301838038494, 6.8976733498510000455e-1, 1.4810397642748007459e-1,
    1.51986665636164571966e-2, 5.475938084995344946e-4, 1.05075007164441684324e-9,
  ],
  [
    1, 5.9983220655588793769e-1, 1.3692988092273580531e-1, 1.48753612908506148525e-2, 7.868691311456132591e-4,
    1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
  ],
];

/** The deviate with probability `tail` beyond it, for q = 1/2 - tail >= 0. */
function deviate(q: Scalar, tail: Scalar): Scalar {
  const central = le(q, 0.425);
  const r = sqrt(neg(log64(max(tail, 5e-324))));
  const section = sections(select(central, double(-1), r), [0, 5]);
  const t = select(central, sub(double(0.180625), square(q)), sub(r, section.pick([0, 1.6, 5])));
  const ratio = div(section.polynomial(t, P), section.polynomial(t, Q));
  return select(central, mul(q, ratio), ratio);
}

/** The number below which a normal variable lies with probability p; NaN outside [0, 1]. At most 5.3 ulp. */
export const ndtri = throughDouble((p) => {
  const upper = ge(p, 0.5);
  const tail = select(upper, sub(double(1), p), p);
  const value = deviate(sub(double(0.5), tail), tail);
  return choose(
    [
      [lt(tail, 0), NAN],
      [eq(p, 0), Number.NEGATIVE_INFINITY],
      [eq(p, 1), Number.POSITIVE_INFINITY],
      [ge(tail, 0), select(upper, value, neg(value))],
    ],
    NAN,
  );
});

/** Inverse of erf; NaN outside [-1, 1]. At most 5.3 ulp. */
export const erfinv = throughDouble((x) => {
  const a = abs(x);
  const value = mul(deviate(mul(a, 0.5), mul(sub(double(1), a), 0.5)), Math.SQRT1_2);
  return choose(
    [
      [lt(a, 1), copysign(value, x)],
      [eq(a, 1), div(x, double(0))],
    ],
    NAN,
  );
});
