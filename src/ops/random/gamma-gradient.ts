// RandomGammaGrad: how a gamma sample moves with alpha, by implicit differentiation.
//
// With P the regularized lower incomplete gamma function, d sample / d alpha = -(dP/d alpha) / (dP/d x).
// Both are taken from the series of P for small x and the continued fraction of 1 - P for large x,
// differentiated term by term.
// Source: NIST DLMF 8.7.1 and 8.9.2; Figurnov et al., "Implicit reparameterization gradients", 2018.
import { routine, type ScalarMath } from "../../graph/lowering.ts";
import { missing, op, type } from "../../graph/op.ts";
import type { Cell, KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { broadcastShape } from "../support/shapes.ts";
import { broadcastStrides } from "../support/views.ts";
import { position, unravel } from "../support/loops.ts";
import { digamma } from "./log-gamma-ir.ts";

const PRECISION = 2 ** -53;
const MOST_TERMS = 2000;
const BIG = 2 ** 52;

const one = (m: ScalarMath): Scalar => m.constant("float64", 1);

/** Repeats until the last change of the derivative is lost in rounding. */
function iterate(k: KernelBuilder, m: ScalarMath, step: (isDone: Cell) => void): void {
  const isDone = k.cell("bool", 0);
  const terms = k.cell("int32", 0);
  k.while(m.and(m.not(isDone.get()), m.lt(terms.get(), MOST_TERMS)), () => {
    step(isDone);
    terms.set(m.add(terms.get(), 1));
  });
}

/** P = x^a e^-x / Gamma(a + 1) * sum of x^n / ((a + 1) … (a + n)) */
function bySeries(k: KernelBuilder, m: ScalarMath, a: Scalar, x: Scalar): Scalar {
  const logSlope = k.hold(m.sub(m.log(x), digamma(k, m, m.add(a, 1))));
  const cells = [a, one(m), one(m), m.constant("float64", 0), m.constant("float64", 0)];
  const [r, c, sum, dc, dsum] = cells.map((first) => k.cell("float64", first));
  iterate(k, m, (isDone) => {
    r.set(m.add(r.get(), 1));
    const term = k.hold(m.div(x, r.get()));
    const dterm = m.neg(m.div(x, m.mul(r.get(), r.get())));
    dc.set(m.add(m.mul(term, dc.get()), m.mul(dterm, c.get())));
    dsum.set(m.add(dsum.get(), dc.get()));
    c.set(m.mul(c.get(), term));
    sum.set(m.add(sum.get(), c.get()));
    isDone.set(m.le(m.abs(dc.get()), m.mul(m.abs(dsum.get()), PRECISION)));
  });
  return m.div(m.mul(m.neg(m.add(dsum.get(), m.mul(sum.get(), logSlope))), x), a);
}

/** A numerator or denominator of the continued fraction, its predecessor, and their derivatives by a. */
interface Convergent {
  readonly before: Cell;
  readonly now: Cell;
  readonly dBefore: Cell;
  readonly dNow: Cell;
}

function advance(k: KernelBuilder, m: ScalarMath, part: Convergent, z: Scalar, yc: Scalar, c: Scalar): void {
  const { before, now, dBefore, dNow } = part;
  const next = k.hold(m.sub(m.mul(now.get(), z), m.mul(before.get(), yc)));
  const derivative = k.hold(
    m.add(m.sub(m.sub(m.mul(dNow.get(), z), now.get()), m.mul(dBefore.get(), yc)), m.mul(before.get(), c)),
  );
  before.set(now.get());
  now.set(next);
  dBefore.set(dNow.get());
  dNow.set(derivative);
}

/** 1 - P = x^a e^-x / Gamma(a) * continued fraction, by its convergents p / q. */
function byFraction(k: KernelBuilder, m: ScalarMath, a: Scalar, x: Scalar): Scalar {
  const logSlope = k.hold(m.sub(m.log(x), digamma(k, m, a)));
  const zero = m.constant("float64", 0);
  const y = k.cell("float64", m.sub(one(m), a));
  const z = k.cell("float64", m.add(m.add(x, y.get()), 1));
  const c = k.cell("float64", 0);
  const part = (values: readonly Scalar[]): Convergent => {
    const [before, now, dBefore, dNow] = values.map((value) => k.cell("float64", value));
    return { before, now, dBefore, dNow };
  };
  const p = part([one(m), m.add(x, 1), zero, zero]);
  const q = part([x, m.mul(z.get(), x), zero, m.neg(x)]);
  const ratio = k.cell("float64", m.div(p.now.get(), q.now.get()));
  const quotient = (): Scalar => m.div(m.sub(p.dNow.get(), m.mul(ratio.get(), q.dNow.get())), q.now.get());
  const slope = k.cell("float64", quotient());
  iterate(k, m, (isDone) => {
    c.set(m.add(c.get(), 1));
    y.set(m.add(y.get(), 1));
    z.set(m.add(z.get(), 2));
    const yc = k.hold(m.mul(y.get(), c.get()));
    for (const each of [p, q]) advance(k, m, each, z.get(), yc, c.get());
    k.if(m.ne(q.now.get(), 0), () => {
      const previous = k.hold(slope.get());
      ratio.set(m.div(p.now.get(), q.now.get()));
      slope.set(quotient());
      isDone.set(m.le(m.abs(m.sub(slope.get(), previous)), PRECISION));
    });
    k.if(m.gt(m.abs(p.now.get()), BIG), () => {
      for (const each of [p, q])
        for (const cell of [each.before, each.now, each.dBefore, each.dNow])
          cell.set(m.mul(cell.get(), 1 / BIG));
    });
  });
  return m.mul(m.add(slope.get(), m.mul(ratio.get(), logSlope)), x);
}

export const RandomGammaGrad = op("RandomGammaGrad", {
  inputs: ["alpha: T", "sample: T"],
  outputs: ["output: T"],
  attrs: { T: type("float32", "float64") },
  shape: broadcastShape,
  lower: routine((k, m, node) => {
    const output = k.output(0);
    const steps = node.inputs.map(({ shape }) => broadcastStrides(shape, output.shape));
    k.parallel(output.count, (i) => {
      const index = unravel(m, i, output.shape);
      const [a, x] = steps.map((step, input) =>
        k.hold(m.cast(k.load(k.input(input), position(m, index, step)), "float64")),
      );
      const store = (value: Scalar): void => k.store(output, i, m.cast(value, output.dtype));
      const isNumber = m.and(m.gt(a, 0), m.ge(x, 0));
      k.if(m.not(isNumber), () => store(m.constant("float64", Number.NaN)));
      const isLarge = m.and(m.gt(x, 1), m.gt(x, a));
      k.if(m.and(isNumber, m.eq(x, 0)), () => store(m.constant("float64", 0)));
      k.if(m.and(isNumber, isLarge), () => store(byFraction(k, m, a, x)));
      k.if(m.and(isNumber, m.and(m.gt(x, 0), m.not(isLarge))), () => store(bySeries(k, m, a, x)));
    });
  }),
  grad: missing("TensorFlow registers no gradient for RandomGammaGrad"),
});
