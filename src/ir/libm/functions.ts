// The library functions for all dtypes: real ones and complex ones under one name.
import { abs as realAbs, div as plainDiv, sqrt as realSqrt } from "../arithmetic.ts";
import { isScalar, like, type Operand, type Scalar } from "../scalar.ts";
import * as z from "./complex.ts";
import type { Real } from "./double.ts";
import * as exponential from "./exp.ts";
import * as hyperbolic from "./hyperbolic.ts";
import * as inverse from "./inverse-trig.ts";
import * as logarithm from "./log.ts";
import * as power from "./pow.ts";
import * as roots from "./roots.ts";
import * as trig from "./trig.ts";

const either =
  (real: Real, complex: Real): Real =>
  (x) =>
    x.im === null ? real(x) : complex(x);

export const exp = either(exponential.exp, z.complexExp);
export const expm1 = either(exponential.expm1, z.complexExpm1);
export const sigmoid = either(exponential.sigmoid, z.complexSigmoid);
export const log = either(logarithm.log, z.complexLog);
export const log1p = either(logarithm.log1p, z.complexLog1p);
export const sqrt = either(realSqrt, z.complexSqrt);
export const rsqrt = either(roots.rsqrt, z.complexRsqrt);
export const sin = either(trig.sin, z.complexSin);
export const cos = either(trig.cos, z.complexCos);
export const tan = either(trig.tan, z.complexTan);
export const asin = either(inverse.asin, z.complexAsin);
export const acos = either(inverse.acos, z.complexAcos);
export const atan = either(inverse.atan, z.complexAtan);
export const sinh = either(hyperbolic.sinh, z.complexSinh);
export const cosh = either(hyperbolic.cosh, z.complexCosh);
export const tanh = either(hyperbolic.tanh, z.complexTanh);
export const asinh = either(hyperbolic.asinh, z.complexAsinh);
export const acosh = either(hyperbolic.acosh, z.complexAcosh);
export const atanh = either(hyperbolic.atanh, z.complexAtanh);
/** -1, 0 or 1; z / |z| of complex numbers; NaN stays. */
export const sign = either(roots.realSign, z.complexSign);
/** |x|; of complex numbers the length, a real number. */
export const abs = either(realAbs, z.complexAbs);

/** Division; complex numbers without overflow on the way. */
export function div(x: Operand, y: Operand): Scalar {
  const model = isScalar(x) ? x : (y as Scalar);
  return model.im === null ? plainDiv(x, y) : z.complexDiv(like(model, x), like(model, y));
}

/** x^y, as C's pow. */
export function pow(x: Scalar, y: Operand): Scalar {
  const exponent = like(x, y);
  return x.im === null ? power.pow(x, exponent) : z.complexPow(x, exponent);
}

export { atan2 } from "./inverse-trig.ts";
export { angle } from "./complex.ts";
export { besselJ0, besselJ1, besselY0, besselY1 } from "./bessel.ts";
export {
  besselI0,
  besselI0e,
  besselI1,
  besselI1e,
  besselK0,
  besselK0e,
  besselK1,
  besselK1e,
} from "./bessel-modified.ts";
export { dawson, expint, fresnelCos, fresnelSin, spence } from "./integrals.ts";
export { digamma, lgamma } from "./gamma.ts";
export { erf, erfc } from "./erf.ts";
export { erfinv, ndtri } from "./erfinv.ts";
export { hypot, nextAfter } from "./roots.ts";
