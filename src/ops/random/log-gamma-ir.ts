// ln Gamma (law: base/random/log-gamma.ts) and its derivative for x > 0 in float64, for samplers.
import type { ScalarMath } from "../../graph/lowering.ts";
import type { KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";

const ENOUGH = 12;
const HALF_LOG_TWO_PI = 0.9189385332046727;
// B_2k / (2k (2k - 1)), k = 1 … 8. NIST DLMF 5.11.1.
const LOG_GAMMA = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400];
// B_2k / (2k), k = 1 … 8. NIST DLMF 5.11.2.
const DIGAMMA = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12, -3617 / 8160];

const polynomial = (m: ScalarMath, x: Scalar, coefficients: readonly number[]): Scalar =>
  coefficients.reduceRight((sum, c) => m.add(m.mul(sum, x), c), m.constant("float64", 0));

export function logGamma(k: KernelBuilder, m: ScalarMath, x: Scalar): Scalar {
  const argument = k.cell("float64", x);
  const product = k.cell("float64", 1);
  k.while(m.lt(argument.get(), ENOUGH), () => {
    product.set(m.mul(product.get(), argument.get()));
    argument.set(m.add(argument.get(), 1));
  });
  const a = k.hold(argument.get());
  const inverse = k.hold(m.div(m.constant("float64", 1), a));
  const series = m.mul(polynomial(m, k.hold(m.mul(inverse, inverse)), LOG_GAMMA), inverse);
  const stirling = m.add(m.add(m.sub(m.mul(m.sub(a, 0.5), m.log(a)), a), HALF_LOG_TWO_PI), series);
  return k.hold(m.sub(stirling, m.log(product.get())));
}

/** psi(x) = psi(x + n) - sum of 1 / (x + i), then Stirling's series. */
export function digamma(k: KernelBuilder, m: ScalarMath, x: Scalar): Scalar {
  const argument = k.cell("float64", x);
  const sum = k.cell("float64", 0);
  k.while(m.lt(argument.get(), ENOUGH), () => {
    sum.set(m.add(sum.get(), m.div(m.constant("float64", 1), argument.get())));
    argument.set(m.add(argument.get(), 1));
  });
  const a = k.hold(argument.get());
  const inverse = k.hold(m.div(m.constant("float64", 1), a));
  const square = k.hold(m.mul(inverse, inverse));
  const series = m.mul(polynomial(m, square, DIGAMMA), square);
  return k.hold(m.sub(m.sub(m.sub(m.log(a), m.mul(inverse, 0.5)), series), sum.get()));
}
