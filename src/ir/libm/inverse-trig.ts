// asin, acos, atan and atan2. Coefficients: FDLIBM 5.3, e_asin.c and s_atan.c (Sun Microsystems).
import {
  abs,
  add,
  and,
  cast,
  copysign,
  div,
  eq,
  ge,
  lt,
  min,
  mul,
  select,
  sqrt,
  sub,
} from "../arithmetic.ts";
import type { Scalar } from "../scalar.ts";
import {
  choose,
  double,
  INFINITY,
  NAN,
  polynomial,
  type Real,
  sections,
  square,
  throughDouble,
  throughDouble2,
} from "./double.ts";

// (asin(x) - x) / x as a quotient of polynomials in x^2, |x| <= 1/2
const P = [
  1.66666666666666657415e-1, -3.25565818622400915405e-1, 2.01212532134862925881e-1,
  -4.00555345006794114027e-2, 7.91534994289814532176e-4, 3.4793310759602116757e-5,
];
const Q = [
  1, -2.40339491173441421878, 2.02094576023350569471, -6.8828397160545329303e-1, 7.70381505559019352791e-2,
];
const HALF_PI = 1.5707963267948966;
const HALF_PI_LOW = 6.123233995736766e-17;

interface Reduced {
  /** |x| >= 1/2: the root is the argument. */
  readonly outer: Scalar;
  readonly ratio: Scalar;
  /** sqrt((1 - |x|) / 2) as two parts; the first has 24 bits. */
  readonly high: Scalar;
  readonly low: Scalar;
  readonly root: Scalar;
}

// asin(x) = π/2 - 2 asin(sqrt((1 - x) / 2))
function reduceArc(x: Scalar): Reduced {
  const outer = ge(abs(x), 0.5);
  const half = mul(sub(double(1), abs(x)), 0.5);
  const z = select(outer, half, square(x));
  const ratio = mul(z, div(polynomial(z, P), polynomial(z, Q)));
  const root = sqrt(half);
  const high = cast(cast(root, "float32"), "float64");
  const low = div(sub(half, square(high)), select(eq(root, 0), double(1), add(root, high)));
  return { outer, ratio, high, low, root };
}

/** Arc sine; NaN beyond [-1, 1]. At most 0.79 ulp. */
export const asin = throughDouble((x) => {
  const { outer, ratio, high, low, root } = reduceArc(x);
  const inner = add(x, mul(x, ratio));
  const p = sub(mul(mul(root, 2), ratio), sub(double(HALF_PI_LOW), mul(low, 2)));
  const q = sub(double(HALF_PI / 2), mul(high, 2));
  const value = sub(double(HALF_PI / 2), sub(p, q));
  return select(outer, copysign(value, x), inner);
});

/** Arc cosine; NaN beyond [-1, 1]. At most 0.79 ulp. */
export const acos = throughDouble((x) => {
  const { outer, ratio, high, low, root } = reduceArc(x);
  const inner = sub(double(HALF_PI), sub(x, sub(double(HALF_PI_LOW), mul(x, ratio))));
  const near = mul(add(high, add(mul(ratio, root), low)), 2);
  const far = sub(double(Math.PI), mul(add(root, sub(mul(ratio, root), HALF_PI_LOW)), 2));
  return select(outer, select(lt(x, 0), far, near), inner);
});

// atan(x) = x - x A(x^2), |x| <= 7/16
const A = [
  3.33333333333329318027e-1, -1.99999999998764832476e-1, 1.42857142725034663711e-1, -1.1111110405462355788e-1,
  9.09088713343650656196e-2, -7.69187620504482999495e-2, 6.66107313738753120669e-2,
  -5.83357013379057348645e-2, 4.97687799461593236017e-2, -3.6531572744216915527e-2, 1.62858201153657823623e-2,
];
// atan(x) = atan(b/a) + atan((a x - b) / (a + b x)) for the nearest of 0, 1/2, 1, 3/2, ∞
const BREAKS = [7 / 16, 11 / 16, 19 / 16, 39 / 16];
const AT_A = [1, 2, 1, 1, 0];
const AT_B = [0, 1, 1, 1.5, 1];
const AT_HIGH = [
  0, 4.63647609000806093515e-1, 7.85398163397448278999e-1, 9.82793723247329054082e-1, 1.570796326794896558,
];
const AT_LOW = [
  0, 2.26987774529616870924e-17, 3.06161699786838301793e-17, 1.39033110312309984516e-17,
  6.12323399573676603587e-17,
];

/** atan of a nonnegative float64. */
function atanOf(magnitude: Scalar): Scalar {
  const x = min(magnitude, 1e300);
  const { pick } = sections(x, BREAKS);
  const a = pick(AT_A);
  const b = pick(AT_B);
  const t = div(sub(mul(a, x), b), add(a, mul(b, x)));
  const z = square(t);
  const bend = mul(mul(z, polynomial(z, A)), t);
  return sub(pick(AT_HIGH), sub(sub(bend, pick(AT_LOW)), t));
}

/** Arc tangent; at most 0.74 ulp. */
export const atan: Real = throughDouble((x) => copysign(atanOf(abs(x)), x));

/** The angle of the point (x, y), as C's atan2 for zeros, infinities and NaN; at most 1.22 ulp. */
export const atan2 = throughDouble2((y, x) => {
  const width = abs(x);
  const height = abs(y);
  const ratio = choose(
    [
      [and(eq(height, 0), eq(width, 0)), 0],
      [and(eq(height, INFINITY), eq(width, INFINITY)), 1],
    ],
    div(height, width),
  );
  const angle = atanOf(ratio);
  // The sign of zero counts.
  const left = lt(copysign(double(1), x), 0);
  const value = select(left, sub(double(Math.PI), sub(angle, 2 * HALF_PI_LOW)), angle);
  return select(and(eq(x, x), eq(y, y)), copysign(value, y), NAN);
});
