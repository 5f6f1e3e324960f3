// The regularized incomplete beta function, by its continued fraction (DLMF 8.17(v)) and Lentz's method.
import { invalidArgument } from "../../base/errors.ts";
import { type Shape, sameShape, shapeText } from "../../base/shape.ts";
import type { ScalarMath } from "../../graph/lowering.ts";
import { op, type } from "../../graph/op.ts";
import type { KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { minus, negated, plus, times } from "../support/operators.ts";
import { broadcastOf, sumTo } from "../support/unbroadcast.ts";
import { elementwiseDouble } from "./element-loop.ts";

const MOST = 10_000;

/** Tensors have one shape; scalars stand beside them. */
function betaincShape(x: Shape[]): readonly Shape[] {
  const tensors = x
    .map((shape, i) => ({ shape, name: "abx"[i] }))
    .filter(({ shape }) => shape === null || shape.length > 0);
  const [first, ...rest] = tensors;
  if (first === undefined) return [[]];
  for (const { shape, name } of rest) {
    const unknown =
      shape === null || first.shape === null || [...shape, ...first.shape].some((size) => size < 0);
    if (!unknown && !sameShape(first.shape, shape))
      throw invalidArgument(
        `Shapes of ${first.name} and ${name} are inconsistent: ` +
          `${shapeText(first.shape)} vs. ${shapeText(shape)}`,
      );
  }
  return [first.shape];
}

/** 1 + d1 / (1 + d2 / (1 + …)), inverted; d of odd and even places as in DLMF 8.17.23. */
function fraction(k: KernelBuilder, m: ScalarMath, a: Scalar, b: Scalar, x: Scalar): Scalar {
  const one = m.constant("float64", 1);
  const tiny = 1e-300;
  const away = (y: Scalar): Scalar => m.select(m.lt(m.abs(y), tiny), m.constant("float64", tiny), y);
  const n = k.cell("float64", 0);
  const c = k.cell("float64", 1);
  const first = m.sub(one, m.div(m.mul(m.add(a, b), x), m.add(a, 1)));
  const d = k.cell("float64", m.div(one, away(first)));
  const h = k.cell("float64", d.get());
  const change = k.cell("float64", 1);
  const step = (coefficient: Scalar): void => {
    const held = k.hold(coefficient);
    d.set(m.div(one, away(m.add(m.mul(held, d.get()), 1))));
    c.set(away(m.add(m.div(held, c.get()), 1)));
    h.set(m.mul(h.get(), m.mul(d.get(), c.get())));
  };
  k.while(m.and(m.lt(n.get(), MOST), m.gt(change.get(), 2 ** -52)), () => {
    n.set(m.add(n.get(), 1));
    const place = m.add(a, m.mul(n.get(), 2));
    const even = m.mul(m.mul(n.get(), m.sub(b, n.get())), x);
    step(m.div(even, m.mul(m.sub(place, 1), place)));
    const odd = m.mul(m.mul(m.add(a, n.get()), m.add(m.add(a, b), n.get())), x);
    step(m.neg(m.div(odd, m.mul(place, m.add(place, 1)))));
    change.set(m.abs(m.sub(m.mul(d.get(), c.get()), 1)));
  });
  return k.hold(h.get());
}

/** I_x(a, b), or 1 - I_(1 - x)(b, a) where that converges faster. */
function betainc(k: KernelBuilder, m: ScalarMath, [a, b, x]: readonly Scalar[]): Scalar {
  const one = m.constant("float64", 1);
  const result = k.cell("float64", Number.NaN);
  const inside = m.and(m.and(m.gt(a, 0), m.gt(b, 0)), m.and(m.ge(x, 0), m.le(x, 1)));
  k.if(inside, () => {
    const swap = k.hold(m.gt(m.mul(x, m.add(m.add(a, b), 2)), m.add(a, 1)));
    const pick = (there: Scalar, here: Scalar): Scalar => k.hold(m.select(swap, there, here));
    const [p, q, y] = [pick(b, a), pick(a, b), pick(m.sub(one, x), x)];
    const beta = m.sub(m.add(m.lgamma(a), m.lgamma(b)), m.lgamma(m.add(a, b)));
    const logFront = m.sub(m.add(m.mul(a, m.log(x)), m.mul(b, m.log1p(m.neg(x)))), beta);
    const value = k.hold(m.div(m.mul(m.exp(logFront), fraction(k, m, p, q, y)), p));
    const edge = m.or(m.eq(x, 0), m.eq(x, 1));
    result.set(m.select(edge, x, m.select(swap, m.sub(one, value), value)));
  });
  return result.get();
}

export const Betainc = op("Betainc", {
  inputs: ["a: T", "b: T", "x: T"],
  outputs: ["z: T"],
  attrs: { T: type("float32", "float64") },
  shape: betaincShape,
  lower: elementwiseDouble(betainc),
  // dz x^(a - 1) (1 - x)^(b - 1) / B(a, b) for x; none for a and b
  grad: (t, [dz], [a, b, x]) => {
    const broadcast = broadcastOf(t, a, x);
    const logBeta = minus(t, plus(t, t.Lgamma(a), t.Lgamma(b)), t.Lgamma(plus(t, a, b)));
    const upper = t.Xlog1py(minus(t, b, 1), negated(t, x));
    const lower = t.Xlogy(minus(t, a, 1), x);
    const slope = t.Exp(minus(t, plus(t, upper, lower), logBeta));
    return [null, null, sumTo(t, times(t, slope, dz!), broadcast, 1)];
  },
});
