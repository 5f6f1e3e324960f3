// sin, cos and tan: reduction to [-π/4, π/4], then polynomials.
// Coefficients: FDLIBM 5.3, k_sin.c and k_cos.c (Sun Microsystems).
import {
  abs,
  add,
  and,
  cast,
  copysign,
  div,
  floor,
  ge,
  min,
  mul,
  ne,
  nearest,
  neg,
  select,
  sub,
} from "../arithmetic.ts";
import type { Scalar } from "../scalar.ts";
import { double, polynomial, type Real, square } from "./double.ts";
import { type Angle, reduce32, reduce64 } from "./payne-hanek.ts";

const S1 = -1.66666666666666324348e-1;
const S = [
  8.33333333332248946124e-3, -1.98412698298579493134e-4, 2.75573137070700676789e-6,
  -2.50507602534068634195e-8, 1.58969099521155010221e-10,
];
const C = [
  4.16666666666666019037e-2, -1.38888888888741095749e-3, 2.48015872894767294178e-5,
  -2.75573143513906633035e-7, 2.0875723212981748279e-9, -1.13596475577881948265e-11,
];

interface SinCos {
  readonly sin: Scalar;
  readonly cos: Scalar;
}
/** What rounding took from each. */
interface WithRest extends SinCos {
  readonly sinLow: Scalar;
  readonly cosLow: Scalar;
}

/** sin and cos of x + y for |x| <= π/4 and a tail y. */
function kernels(x: Scalar, y: Scalar): WithRest {
  const z = square(x);
  const v = mul(z, x);
  const r = polynomial(z, S);
  const tail = sub(mul(z, sub(mul(y, 0.5), mul(v, r))), y);
  const bend = sub(tail, mul(v, S1));
  const sin = sub(x, bend);
  const half = mul(z, 0.5);
  const w = sub(double(1), half);
  const lost = sub(sub(double(1), w), half);
  const rest = add(lost, sub(mul(square(z), polynomial(z, C)), mul(x, y)));
  const cos = add(w, rest);
  return { sin, cos, sinLow: sub(sub(x, sin), bend), cosLow: sub(rest, sub(cos, w)) };
}

/** sin and cos of x + y where float64 leaves room to spare. */
function narrowKernels(x: Scalar): SinCos {
  const z = square(x);
  const sin = add(x, mul(mul(z, x), polynomial(z, [S1, ...S])));
  const cos = add(mul(square(z), polynomial(z, C)), sub(double(1), mul(z, 0.5)));
  return { sin, cos };
}

interface Reduced extends SinCos {
  readonly quadrant: Scalar;
}

/** sin and cos of the reduced |x|. */
function reduced(x: Scalar): Reduced {
  if (x.dtype === "float64") {
    const { quadrant, high, low }: Angle = reduce64(abs(x));
    return { quadrant, ...kernels(high, low) };
  }
  const { quadrant, high } = reduce32(abs(cast(x, "float32")));
  return { quadrant, ...narrowKernels(high) };
}

const isOdd = (quadrant: Scalar): Scalar => ne(and(quadrant, 1), 0);
const negateIf = (condition: Scalar, x: Scalar): Scalar => select(condition, neg(x), x);
/** Gives an odd function of |x| the sign of x. */
const signed = (x: Scalar, value: Scalar): Scalar => mul(value, copysign(double(1), cast(x, "float64")));

function sinOf(x: Scalar, { quadrant, sin, cos }: Reduced): Scalar {
  const value = negateIf(ge(quadrant, 2), select(isOdd(quadrant), cos, sin));
  return cast(signed(x, value), x.dtype);
}

function cosOf(x: Scalar, { quadrant, sin, cos }: Reduced): Scalar {
  const turned = ne(and(add(quadrant, 1), 2), 0);
  return cast(negateIf(turned, select(isOdd(quadrant), sin, cos)), x.dtype);
}

/** At most 0.75 ulp, for arguments of any size. */
export const sin: Real = (x) => sinOf(x, reduced(x));
/** At most 0.75 ulp, for arguments of any size. */
export const cos: Real = (x) => cosOf(x, reduced(x));

/** Both, with one reduction. */
export function sinCos(x: Scalar): SinCos {
  const angle = reduced(x);
  return { sin: sinOf(x, angle), cos: cosOf(x, angle) };
}

/** At most 1.13 ulp, for arguments of any size. */
export const tan: Real = (x) => {
  if (x.dtype !== "float64") return tanNarrow(x);
  const { quadrant, high, low } = reduce64(abs(x));
  const { sin, cos, sinLow, cosLow } = kernels(high, low);
  const odd = isOdd(quadrant);
  const bottom = select(odd, sin, cos);
  const quotient = div(select(odd, neg(cos), sin), bottom);
  // (a + da) / (b + db) = q + (da - q db) / b
  const lost = sub(select(odd, neg(cosLow), sinLow), mul(quotient, select(odd, sinLow, cosLow)));
  return signed(x, add(quotient, div(lost, bottom)));
};

function tanNarrow(x: Scalar): Scalar {
  const { quadrant, sin, cos } = reduced(x);
  const odd = isOdd(quadrant);
  const value = div(select(odd, neg(cos), sin), select(odd, sin, cos));
  return cast(signed(x, value), x.dtype);
}

/** sin(π x) and cos(π x) of a float64 x >= 0, the multiples of π/2 taken off exactly. */
export function sinCosPi64(size: Scalar): SinCos {
  // From 2^53 on all numbers are even.
  const x = min(size, 2 ** 53);
  const n = nearest(mul(x, 2));
  const { sin, cos } = kernels(mul(sub(x, mul(n, 0.5)), Math.PI), double(0));
  const quadrant = and(cast(sub(n, mul(floor(mul(n, 0.25)), 4)), "int32"), 3);
  const odd = isOdd(quadrant);
  return {
    sin: negateIf(ge(quadrant, 2), select(odd, cos, sin)),
    cos: negateIf(ne(and(add(quadrant, 1), 2), 0), select(odd, sin, cos)),
  };
}
