// lgamma and digamma: Stirling's series from 8 on, steps towards 2 below, reflection for negative arguments.
// NIST Digital Library of Mathematical Functions, 5.5 and 5.11.
import { abs, add, and, div, eq, floor, ge, lt, mul, neg, or, select, sub } from "../arithmetic.ts";
import type { Scalar } from "../scalar.ts";
import { choose, double, INFINITY, NAN, polynomial, square, throughDouble } from "./double.ts";
import { log64, log1p64 } from "./log.ts";
import { sinCosPi64 } from "./trig.ts";

// lgamma(2 + z) / z on [-1/2, 1/2]: Chebyshev fit of degree 19, computed with 400 bits
const NEAR_TWO = [
  0.42278433509846714, 0.32246703342411322, -0.067352301053198139, 0.020580808427784569,
  -0.0073855510286681537, 0.002890510330738737, -0.0011927539120010226, 0.00050966952488530961,
  -0.00022315475074520367, 9.9457509098893916e-5, -4.4926351103833331e-5, 2.0507267416057788e-5,
  -9.4384587162428112e-6, 4.3743749169151307e-6, -2.0449201467015115e-6, 9.5786633341147577e-7,
  -4.3035587603599612e-7, 2.0304806751615228e-7, -1.3412819758517286e-7, 6.3790475076197737e-8,
];
// B(2k) / (2k (2k - 1))
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400];
const HALF_LOG_TWO_PI = 0.9189385332046727;
const FROM = 8;

/** log Γ(x) for x > 0. */
export function lgammaPositive(x: Scalar): Scalar {
  // Γ(x) = (x - 1) (x - 2) … Γ(x - n) brings x down into [1.5, 2.5).
  let down = x;
  let product = double(1);
  for (let step = 0; step < FROM - 2; step++) {
    const above = ge(down, 2.5);
    down = select(above, sub(down, 1), down);
    product = mul(product, select(above, down, double(1)));
  }
  const large = ge(x, FROM);
  const small = lt(x, 0.5);
  const nearOne = and(ge(x, 0.5), lt(x, 1.5));
  // log Γ(x) = log Γ(x + 1) - log x, twice below 1/2
  const z = select(small, x, select(nearOne, sub(x, 1), sub(down, 2)));
  const series = mul(z, polynomial(z, NEAR_TWO));
  const logarithm = log64(
    choose(
      [
        [large, x],
        [small, mul(x, add(x, 1))],
      ],
      product,
    ),
  );
  const shifted = select(nearOne, neg(log1p64(z)), select(small, neg(logarithm), logarithm));
  const inverse = div(double(1), x);
  const correction = mul(inverse, polynomial(square(inverse), STIRLING));
  const stirling = add(mul(sub(x, 0.5), sub(logarithm, 1)), add(correction, HALF_LOG_TWO_PI - 0.5));
  return select(large, stirling, add(series, shifted));
}

/** log |Γ(x)|; for positive x within 1e-15 of its size, near the zeros of negative x within 1e-15. */
export const lgamma = throughDouble((x) => {
  const negative = lt(x, 0);
  const value = lgammaPositive(select(negative, sub(double(1), x), x));
  // Γ(x) Γ(1 - x) = π / sin(π x)
  const sine = abs(sinCosPi64(abs(x)).sin);
  const mirrored = sub(log64(div(double(Math.PI), sine)), value);
  return choose(
    [
      [or(eq(abs(x), INFINITY), and(negative, eq(sine, 0))), INFINITY],
      [negative, mirrored],
    ],
    value,
  );
});

// B(2k) / 2k
const ASYMPTOTIC = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12, -3617 / 8160];

/** ψ(x) for x > 0. */
function digammaPositive(x: Scalar): Scalar {
  const small = lt(x, FROM);
  // ψ(x) = ψ(x + n) - 1/x - … - 1/(x + n - 1)
  let steps = double(0);
  for (let i = FROM - 1; i >= 0; i--) steps = add(steps, div(double(1), add(x, i)));
  const y = select(small, add(x, FROM), x);
  const inverse = div(double(1), y);
  const z = square(inverse);
  const series = add(mul(inverse, 0.5), mul(z, polynomial(z, ASYMPTOTIC)));
  return sub(sub(log64(y), series), select(small, steps, double(0)));
}

/** Derivative of log Γ, within 1e-15 of the larger of 1 and its size; NaN at 0, -1, -2, … */
export const digamma = throughDouble((x) => {
  const reflected = lt(x, 0);
  const value = digammaPositive(select(reflected, sub(double(1), x), x));
  // ψ(1 - x) - ψ(x) = π / tan(π x); x is negative
  const { sin, cos } = sinCosPi64(neg(x));
  const mirrored = add(value, mul(div(cos, sin), Math.PI));
  const pole = and(or(reflected, eq(x, 0)), eq(floor(x), x));
  return select(pole, NAN, select(reflected, mirrored, value));
});
