// The regularized incomplete gamma functions P(a, x) and Q(a, x), and the derivative of P by a.
// Series and continued fraction: NIST Digital Library of Mathematical Functions, 8.11(i) and 8.9.2.
import type { ScalarMath } from "../../graph/lowering.ts";
import { type GradientBuilder, missing, op, type } from "../../graph/op.ts";
import type { Value } from "../../graph/types.ts";
import type { Cell, KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { minus, negated, plus, times } from "../support/operators.ts";
import { broadcastShape } from "../support/shapes.ts";
import { floatTypes } from "../support/type-lists.ts";
import { broadcastOf, sumTo } from "../support/unbroadcast.ts";
import { elementwiseDouble } from "./element-loop.ts";

const MOST = 10_000;
const PRECISION = 2 ** -53;

/** A value and its derivative by a. */
interface Dual {
  readonly value: Scalar;
  readonly slope: Scalar;
}

/** x^a e^-x / Γ(b), with b = a + 1 or a. */
const front = (m: ScalarMath, a: Scalar, x: Scalar, b: Scalar): Scalar =>
  m.exp(m.sub(m.sub(m.mul(a, m.log(x)), x), m.lgamma(b)));

/** The derivative of log front by a. */
const frontSlope = (m: ScalarMath, x: Scalar, b: Scalar): Scalar => m.sub(m.log(x), m.digamma(b));

/** P(a, x) = front(a + 1) (1 + x / (a + 1) + x² / ((a + 1) (a + 2)) + …) */
function series(k: KernelBuilder, m: ScalarMath, a: Scalar, x: Scalar): Dual {
  const r = k.cell("float64", a);
  const [term, sum] = [k.cell("float64", 1), k.cell("float64", 1)];
  const [termSlope, sumSlope] = [k.cell("float64", 0), k.cell("float64", 0)];
  const count = k.cell("int32", 0);
  const small = (part: Cell, whole: Cell): Scalar =>
    m.le(m.abs(part.get()), m.mul(m.abs(whole.get()), PRECISION));
  const done = m.and(m.gt(count.get(), 0), m.and(small(term, sum), small(termSlope, sumSlope)));
  k.while(m.and(m.lt(count.get(), MOST), m.not(done)), () => {
    count.set(m.add(count.get(), 1));
    r.set(m.add(r.get(), 1));
    const ratio = k.hold(m.div(x, r.get()));
    termSlope.set(m.mul(ratio, m.sub(termSlope.get(), m.div(term.get(), r.get()))));
    term.set(m.mul(term.get(), ratio));
    sum.set(m.add(sum.get(), term.get()));
    sumSlope.set(m.add(sumSlope.get(), termSlope.get()));
  });
  const b = m.add(a, 1);
  const scale = k.hold(front(m, a, x, b));
  const slope = m.add(m.mul(sum.get(), frontSlope(m, x, b)), sumSlope.get());
  return { value: k.hold(m.mul(scale, sum.get())), slope: k.hold(m.mul(scale, slope)) };
}

/** Numerator or denominator of a continued fraction: the last two, and their derivatives. */
interface Convergents {
  readonly now: Cell;
  readonly before: Cell;
  readonly nowSlope: Cell;
  readonly beforeSlope: Cell;
}

function convergents(
  k: KernelBuilder,
  before: Scalar | number,
  now: Scalar,
  nowSlope: Scalar | number,
): Convergents {
  return {
    now: k.cell("float64", now),
    before: k.cell("float64", before),
    nowSlope: k.cell("float64", nowSlope),
    beforeSlope: k.cell("float64", 0),
  };
}

/** next = now z - before y c, where z and y fall by 1 as a grows by 1. */
function advance(k: KernelBuilder, m: ScalarMath, p: Convergents, z: Scalar, yc: Scalar, c: Scalar): void {
  const next = k.hold(m.sub(m.mul(p.now.get(), z), m.mul(p.before.get(), yc)));
  const here = m.sub(m.mul(p.nowSlope.get(), z), p.now.get());
  const there = m.sub(m.mul(p.beforeSlope.get(), yc), m.mul(p.before.get(), c));
  const slope = k.hold(m.sub(here, there));
  p.before.set(p.now.get());
  p.beforeSlope.set(p.nowSlope.get());
  p.now.set(next);
  p.nowSlope.set(slope);
}

const shrink = (m: ScalarMath, p: Convergents, factor: Scalar): void => {
  for (const cell of [p.now, p.before, p.nowSlope, p.beforeSlope]) cell.set(m.mul(cell.get(), factor));
};

/** Q(a, x) = front(a) / (x + 1 - a - (1 - a) / (x + 3 - a - …)) */
function fraction(k: KernelBuilder, m: ScalarMath, a: Scalar, x: Scalar): Dual {
  const [y, z, c] = [
    k.cell("float64", m.sub(m.constant("float64", 1), a)),
    k.cell("float64", m.sub(m.add(x, 2), a)),
    k.cell("float64", 0),
  ];
  const p = convergents(k, 1, m.add(x, 1), 0);
  const q = convergents(k, x, m.mul(z.get(), x), m.neg(x));
  const [ratio, slope] = [k.cell("float64", m.div(p.now.get(), q.now.get())), k.cell("float64", 0)];
  const change = k.cell("float64", 1);
  k.while(m.and(m.lt(c.get(), MOST), m.gt(change.get(), PRECISION)), () => {
    c.set(m.add(c.get(), 1));
    y.set(m.add(y.get(), 1));
    z.set(m.add(z.get(), 2));
    const yc = k.hold(m.mul(y.get(), c.get()));
    advance(k, m, p, z.get(), yc, c.get());
    advance(k, m, q, z.get(), yc, c.get());
    const next = k.hold(m.div(p.now.get(), q.now.get()));
    const nextSlope = k.hold(m.div(m.sub(p.nowSlope.get(), m.mul(next, q.nowSlope.get())), q.now.get()));
    const moved = m.abs(m.div(m.sub(next, ratio.get()), next));
    const turned = m.abs(m.div(m.sub(nextSlope, slope.get()), nextSlope));
    // A zero denominator says nothing yet.
    k.if(m.ne(q.now.get(), 0), () => {
      change.set(m.max(moved, m.select(m.eq(nextSlope, 0), 0, turned)));
      ratio.set(next);
      slope.set(nextSlope);
    });
    const factor = k.hold(m.select(m.gt(m.abs(p.now.get()), 2 ** 52), m.constant("float64", 2 ** -52), 1));
    shrink(m, p, factor);
    shrink(m, q, factor);
  });
  const scale = k.hold(front(m, a, x, a));
  const total = m.add(m.mul(ratio.get(), frontSlope(m, x, a)), slope.get());
  return { value: k.hold(m.mul(scale, ratio.get())), slope: k.hold(m.mul(scale, total)) };
}

/** P, Q and dP/da; the series where x is small, the fraction where it is large. */
function incompleteGamma(
  k: KernelBuilder,
  m: ScalarMath,
  a: Scalar,
  x: Scalar,
): Record<"p" | "q" | "dp", Scalar> {
  const [p, q, dp] = [k.cell("float64", 0), k.cell("float64", 0), k.cell("float64", 0)];
  const one = m.constant("float64", 1);
  const inside = m.and(
    m.and(m.gt(a, 0), m.lt(a, Number.POSITIVE_INFINITY)),
    m.and(m.gt(x, 0), m.lt(x, Number.POSITIVE_INFINITY)),
  );
  const useFraction = m.and(m.gt(x, 1), m.gt(x, a));
  k.if(inside, () =>
    k.if(
      useFraction,
      () => {
        const { value, slope } = fraction(k, m, a, x);
        q.set(value);
        p.set(m.sub(one, value));
        dp.set(m.neg(slope));
      },
      () => {
        const { value, slope } = series(k, m, a, x);
        p.set(value);
        q.set(m.sub(one, value));
        dp.set(slope);
      },
    ),
  );
  return { p: p.get(), q: q.get(), dp: dp.get() };
}

/** Arguments at the edge: `atZero` for x = 0 or infinite a, `atInfinity` for infinite x. */
function edges(
  m: ScalarMath,
  a: Scalar,
  x: Scalar,
  value: Scalar,
  atZero: number,
  atInfinity: number,
): Scalar {
  const infinite = (y: Scalar): Scalar => m.eq(y, Number.POSITIVE_INFINITY);
  const constant = (y: number): Scalar => m.constant("float64", y);
  const farX = m.select(
    infinite(x),
    m.select(infinite(a), constant(Number.NaN), constant(atInfinity)),
    value,
  );
  const nearX = m.select(m.or(m.eq(x, 0), m.and(infinite(a), m.not(infinite(x)))), constant(atZero), farX);
  const outside = m.or(m.or(m.lt(x, 0), m.le(a, 0)), m.or(m.isNan(a), m.isNan(x)));
  return m.select(outside, constant(Number.NaN), nearX);
}

const both = { inputs: ["a: T", "x: T"], outputs: ["z: T"], shape: broadcastShape } as const;

/** dz x^(a - 1) e^-x / Γ(a) for x, by logarithms because Γ(a) can be large. */
function gammaGradients(t: GradientBuilder, dz: Value, a: Value, x: Value): [Value, Value] {
  const broadcast = broadcastOf(t, a, x);
  return t.after([dz], () => {
    const byA = t.IgammaGradA(a, x);
    const negative = negated(t, x);
    const power = times(t, minus(t, a, 1), t.Log(x));
    const byX = t.Exp(minus(t, plus(t, negative, power), t.Lgamma(a)));
    const da = sumTo(t, times(t, byA, dz), broadcast, 0);
    return [da, sumTo(t, times(t, byX, dz), broadcast, 1)];
  });
}

export const Igamma = op("Igamma", {
  ...both,
  attrs: { T: type(...floatTypes) },
  lower: elementwiseDouble((k, m, [a, x]) => edges(m, a, x, incompleteGamma(k, m, a, x).p, 0, 1)),
  grad: (t, [dz], [a, x]) => gammaGradients(t, dz!, a, x),
});

export const Igammac = op("Igammac", {
  ...both,
  attrs: { T: type(...floatTypes) },
  lower: elementwiseDouble((k, m, [a, x]) => edges(m, a, x, incompleteGamma(k, m, a, x).q, 1, 0)),
  grad: (t, [dz], [a, x]) => {
    const [da, dx] = gammaGradients(t, dz!, a, x);
    return [negated(t, da), negated(t, dx)];
  },
});

export const IgammaGradA = op("IgammaGradA", {
  ...both,
  attrs: { T: type("float32", "float64") },
  lower: elementwiseDouble((k, m, [a, x]) => edges(m, a, x, incompleteGamma(k, m, a, x).dp, 0, 0)),
  grad: missing("TensorFlow registers no gradient for IgammaGradA"),
});
