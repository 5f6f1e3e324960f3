// Hyperbolic functions and their inverses, from exp and log1p.
import { abs, add, copysign, div, ge, gt, lt, mul, select, sqrt, sub } from "../arithmetic.ts";
import type { Scalar } from "../scalar.ts";
import { double, fastTwoSum, NAN, polynomial, square, throughDouble } from "./double.ts";
import { exp, halfExp } from "./exp.ts";
import { log1p64 } from "./log.ts";

// sinh(x) = x + x^3 S(x^2): Taylor, 1/3!, 1/5!, … The rest is below 2^-60 for |x| <= 1.
const S = [
  0.16666666666666666, 0.008333333333333333, 1.984126984126984e-4, 2.7557319223985893e-6,
  2.505210838544172e-8, 1.6059043836821613e-10, 7.647163731819816e-13, 2.8114572543455206e-15,
];

/** Hyperbolic sine; at most 1.46 ulp. */
export const sinh = throughDouble((x) => {
  const a = abs(x);
  const z = square(x);
  const near = add(x, mul(mul(x, z), polynomial(z, S)));
  const half = halfExp(a);
  return select(lt(a, 1), near, copysign(sub(half, div(double(0.25), half)), x));
});

/** Hyperbolic cosine; at most 1.19 ulp. */
export const cosh = throughDouble((x) => {
  const half = halfExp(abs(x));
  return add(half, div(double(0.25), half));
});

// tanh(x) = x + x^3 P(x^2) / Q(x^2), |x| <= 0.625: Cephes, tanh.c (S. L. Moshier)
const P = [-1.61468768441708447952e3, -9.92877231001918586564e1, -9.64399179425052238628e-1];
const Q = [4.84406305325125486048e3, 2.23548839060100448583e3, 1.12811678491632931402e2, 1];

/** Hyperbolic tangent; at most 1.21 ulp. */
export const tanh = throughDouble((x) => {
  const a = abs(x);
  const z = square(x);
  const near = add(x, mul(mul(x, z), div(polynomial(z, P), polynomial(z, Q))));
  const far = sub(double(1), div(double(2), add(exp(mul(a, 2)), 1)));
  return copysign(select(lt(a, 0.625), near, far), x);
});

const HUGE = 2 ** 60;
const LN2 = 0.6931471805599453;

/** log1p of `value`, of which `x` is the half where it is huge. */
function logOrHuge(x: Scalar, value: Scalar): Scalar {
  const huge = ge(x, HUGE);
  const logarithm = log1p64(select(huge, x, value));
  return add(logarithm, select(huge, double(LN2), double(0)));
}

/** Inverse hyperbolic sine; at most 1.39 ulp. */
export const asinh = throughDouble((x) => {
  const a = abs(x);
  const z = square(a);
  return copysign(logOrHuge(a, add(a, div(z, add(sqrt(add(z, 1)), 1)))), x);
});

/** Inverse hyperbolic cosine; NaN below 1. At most 1.41 ulp. */
export const acosh = throughDouble((x) => {
  const t = sub(x, 1);
  const { high, low } = fastTwoSum(sqrt(add(mul(t, 2), square(t))), t);
  const rest = select(ge(x, HUGE), double(0), div(low, add(high, 1)));
  return select(lt(x, 1), NAN, add(logOrHuge(x, high), rest));
});

/** Inverse hyperbolic tangent; NaN beyond [-1, 1]. At most 1.46 ulp. */
export const atanh = throughDouble((x) => {
  const a = abs(x);
  const twice = mul(a, 2);
  const rest = sub(double(1), a);
  const inner = add(twice, div(mul(twice, a), rest));
  return copysign(mul(log1p64(select(gt(a, 0.5), div(twice, rest), inner)), 0.5), x);
});
