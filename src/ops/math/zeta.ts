// The Hurwitz zeta function and, from it, the derivatives of digamma.
import type { ScalarMath } from "../../graph/lowering.ts";
import { op, type } from "../../graph/op.ts";
import type { KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { negated, plus, times } from "../support/operators.ts";
import { broadcastShape } from "../support/shapes.ts";
import { broadcastOf, sumTo } from "../support/unbroadcast.ts";
import { elementwiseDouble } from "./element-loop.ts";

// (2k)! / B(2k), k = 1, 2, …
const EULER_MACLAURIN = [
  12, -720, 30240, -1209600, 47900160, -1.8924375803183791606e9, 7.47242496e10, -2.950130727918164224e12,
  1.1646782814350067249e14, -4.5979787224074726105e15, 1.8152105401943546773e17, -7.1661652561756670113e18,
];
/** Terms added up one by one before the rest is estimated, and at most for far negative q. */
const DIRECT = 9;
const MOST = 1_000_000;

/** What the sum lacks from `a` on, by Euler and Maclaurin; `last` = a^-x is in it. */
function remainder(m: ScalarMath, x: Scalar, a: Scalar, last: Scalar): Scalar {
  let sum = m.sub(m.div(m.mul(last, a), m.sub(x, 1)), m.mul(last, 0.5));
  let factor = m.constant("float64", 1);
  let power = last;
  EULER_MACLAURIN.forEach((coefficient, i) => {
    factor = m.mul(factor, m.add(x, 2 * i));
    power = m.div(power, a);
    sum = m.add(sum, m.div(m.mul(factor, power), coefficient));
    factor = m.mul(factor, m.add(x, 2 * i + 1));
    power = m.div(power, a);
  });
  return sum;
}

/** sum of (q + n)^-x over n >= 0: DLMF 25.11. */
export function zeta(k: KernelBuilder, m: ScalarMath, x: Scalar, q: Scalar): Scalar {
  const minusX = m.neg(x);
  const a = k.cell("float64", q);
  const last = k.cell("float64", m.pow(q, minusX));
  const sum = k.cell("float64", last.get());
  const count = k.cell("int32", 0);
  const goes = m.or(m.lt(count.get(), DIRECT), m.and(m.le(a.get(), DIRECT), m.lt(count.get(), MOST)));
  // Terms that no longer count end it; negative arguments first have to pass the poles.
  const counts = m.or(m.lt(a.get(), 1), m.gt(m.abs(last.get()), m.mul(m.abs(sum.get()), 2 ** -53)));
  k.while(m.and(goes, counts), () => {
    count.set(m.add(count.get(), 1));
    a.set(m.add(a.get(), 1));
    last.set(m.pow(a.get(), minusX));
    sum.set(m.add(sum.get(), last.get()));
  });
  const rest = m.select(counts, remainder(m, x, a.get(), last.get()), 0);
  return limits(m, x, q, m.add(sum.get(), rest));
}

function limits(m: ScalarMath, x: Scalar, q: Scalar, value: Scalar): Scalar {
  const whole = (y: Scalar): Scalar => m.eq(m.floor(y), y);
  const pole = m.and(m.le(q, 0), whole(q));
  const even = whole(m.mul(x, 0.5));
  const undefinedRoot = m.and(m.lt(q, 0), m.not(whole(x)));
  const nan = m.constant("float64", Number.NaN);
  const infinity = m.constant("float64", Number.POSITIVE_INFINITY);
  const inside = m.select(pole, m.select(even, infinity, nan), m.select(undefinedRoot, nan, value));
  const known = m.select(m.lt(x, 1), nan, m.select(m.eq(x, 1), infinity, inside));
  return m.select(m.or(m.isNan(x), m.isNan(q)), nan, known);
}

/** (-1)^(n + 1) n! zeta(n + 1, x), digamma for n = 0; NaN unless n is a whole number. */
function polygamma(k: KernelBuilder, m: ScalarMath, n: Scalar, x: Scalar): Scalar {
  const order = m.add(n, 1);
  const size = m.mul(m.exp(m.lgamma(order)), zeta(k, m, order, x));
  const odd = m.ne(m.mul(m.floor(m.mul(n, 0.5)), 2), n);
  const derivative = m.select(odd, size, m.neg(size));
  const value = m.select(m.eq(n, 0), m.digamma(x), derivative);
  const valid = m.and(m.ge(n, 0), m.eq(m.floor(n), n));
  return m.select(valid, value, Number.NaN);
}

const attrs = { T: type("float32", "float64") };

export const Zeta = op("Zeta", {
  inputs: ["x: T", "q: T"],
  outputs: ["z: T"],
  attrs,
  shape: broadcastShape,
  lower: elementwiseDouble((k, m, [x, q]) => zeta(k, m, x, q)),
  // -dz x zeta(x + 1, q) for q; none for x
  grad: (t, [dz], [x, q]) => {
    const broadcast = broadcastOf(t, x, q);
    return t.after([dz!], () => {
      const slope = times(t, negated(t, x), t.Zeta(plus(t, x, 1), q));
      return [null, sumTo(t, times(t, slope, dz!), broadcast, 1)];
    });
  },
});

export const Polygamma = op("Polygamma", {
  inputs: ["a: T", "x: T"],
  outputs: ["z: T"],
  attrs,
  shape: broadcastShape,
  lower: elementwiseDouble((k, m, [n, x]) => polygamma(k, m, n, x)),
  // dz polygamma(n + 1, x) for x; none for n
  grad: (t, [dz], [n, x]) => {
    const broadcast = broadcastOf(t, n, x);
    return t.after([dz!], () => {
      const slope = t.Polygamma(plus(t, n, 1), x);
      return [null, sumTo(t, times(t, slope, dz!), broadcast, 1)];
    });
  },
});
