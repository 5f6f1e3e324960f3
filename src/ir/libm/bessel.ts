// Bessel functions of order 0 and 1: J and Y.
// Power series for small arguments, NIST Digital Library of Mathematical Functions 10.2 and 10.8; Hankel's
// amplitudes P and Q for large ones, 10.17, as Chebyshev fits (60 digits).
import { abs, add, div, eq, le, lt, mul, neg, select, sqrt, sub } from "../arithmetic.ts";
import type { Scalar } from "../scalar.ts";
import {
  chebyshev,
  double,
  harmonic,
  polynomial,
  powerSeries,
  type Real,
  square,
  throughDouble,
} from "./double.ts";
import { log64 } from "./log.ts";
import { sinCos } from "./trig.ts";

const FROM = 5;
const EULER_GAMMA = 0.5772156649015329;
const TWO_OVER_PI = 0.6366197723675814;

// In t = 50/x² - 1; the Q are x times Hankel's.
const P0 = [
  0.9986523398776954, -0.00132937162125028, 1.761305551290559e-5, -6.319367118733069e-7, 3.948825587093808e-8,
  -3.5409678948019087e-9, 4.103246366872386e-10, -5.765747662655223e-11, 9.423105578391987e-12,
  -1.7401405706283885e-12, 3.5557750052411783e-13, -7.914641501338115e-14, 1.8959456362961825e-14,
  -4.841483019175697e-15, 1.3078555195901338e-15, -3.714050821413154e-16, 1.103023177871277e-16,
  -3.410936210498114e-17, 1.0942187869810236e-17,
];
const Q0 = [
  -0.12364702582167493, 0.0013190194049922607, -3.2187991212661756e-5, 1.6237093205642789e-6,
  -1.2743289742032805e-7, 1.3513032763134409e-8, -1.785075905119705e-9, 2.79085713479036e-10,
  -4.988908027652833e-11, 9.950713667806645e-12, -2.1751206043008833e-12, 5.140127162427605e-13,
  -1.2993242656059176e-13, 3.4837635776889786e-14, -9.84005757254373e-15, 2.9115274918592e-15,
  -8.982151171303344e-16, 2.877768906557925e-16, -9.542905011731343e-17, 3.2658161943648366e-17,
  -1.150518178532616e-17, 4.16320426537859e-18, -1.544369143900366e-18,
];
const P1 = [
  1.00226762068534, 0.0022437352958079985, -2.3071018862548286e-5, 7.639181732533905e-7,
  -4.589685232343401e-8, 4.020515478419001e-9, -4.586773977170972e-10, 6.373158962859246e-11,
  -1.0327344567640412e-11, 1.8943274995111034e-12, -3.849703387824105e-13, 8.529914525779044e-14,
  -2.03544697865723e-14, 5.180421738900549e-15, -1.3953502148258493e-15, 3.9523601713314257e-16,
  -1.171117080126803e-16, 3.614078564738109e-17, -1.1572356053251518e-17,
];
const Q1 = [
  0.37308734621468637, -0.0018705189681051477, 4.0056994520460306e-5, -1.914402839085632e-6,
  1.458816510742199e-7, -1.5183398644673165e-8, 1.979922260589517e-9, -3.065981449437696e-10,
  5.440233592059753e-11, -1.0786652192538468e-11, 2.3463528317588936e-12, -5.522046856541826e-13,
  1.390972848139383e-13, -3.7181516752164614e-14, 1.0474063117829167e-14, -3.091784202917912e-15,
  9.518051831081499e-16, -3.0436450667050517e-16, 1.0075487579997493e-16, -3.4426306619813246e-17,
  1.2110503970221687e-17, -4.376388902428328e-18,
];

const alternating = (k: number): number => (k % 2 === 0 ? 1 : -1);
const J0_SERIES = powerSeries(24, 0, alternating);
const J1_SERIES = powerSeries(24, 1, alternating);
const Y0_SERIES = powerSeries(24, 0, (k) => alternating(k) * harmonic(k));
const Y1_SERIES = powerSeries(
  24,
  1,
  (k) => alternating(k) * (harmonic(k) + harmonic(k + 1) - 2 * EULER_GAMMA),
);

interface Wave {
  readonly j: Scalar;
  readonly y: Scalar;
}

/** Both functions of a large x: √(1/πx) times P and Q turned by x - π/4, or by x - 3π/4. */
function wave(x: Scalar, p: readonly number[], q: readonly number[], order: 0 | 1): Wave {
  const t = sub(div(double(2 * FROM * FROM), square(x)), 1);
  const amplitude = div(double(Math.sqrt(1 / Math.PI)), sqrt(x));
  const { sin, cos } = sinCos(x);
  const difference = sub(sin, cos);
  const sum = add(sin, cos);
  // cos and sin of the turned angle, times √2
  const [c, s] = order === 0 ? [sum, difference] : [difference, neg(sum)];
  const even = chebyshev(t, p);
  const odd = div(chebyshev(t, q), x);
  return {
    j: mul(amplitude, sub(mul(even, c), mul(odd, s))),
    y: mul(amplitude, add(mul(even, s), mul(odd, c))),
  };
}

const quarterSquare = (x: Scalar): Scalar => mul(square(x), 0.25);
const near = (x: Scalar): Scalar => lt(x, FROM);

const smallJ0 = (x: Scalar): Scalar => polynomial(quarterSquare(x), J0_SERIES);
const smallJ1 = (x: Scalar): Scalar => mul(mul(x, 0.5), polynomial(quarterSquare(x), J1_SERIES));

export const besselJ0: Real = throughDouble((x) => {
  const a = abs(x);
  return select(near(a), smallJ0(a), wave(a, P0, Q0, 0).j);
});

export const besselJ1: Real = throughDouble((x) => {
  const a = abs(x);
  const large = wave(a, P1, Q1, 1).j;
  return select(near(a), smallJ1(x), select(lt(x, 0), neg(large), large));
});

/** -∞ from 0 down. */
const beyondPole = (x: Scalar, value: Scalar): Scalar => select(le(x, 0), Number.NEGATIVE_INFINITY, value);

export const besselY0: Real = throughDouble((x) => {
  const logarithm = add(log64(mul(x, 0.5)), EULER_GAMMA);
  const small = sub(mul(logarithm, smallJ0(x)), polynomial(quarterSquare(x), Y0_SERIES));
  return beyondPole(x, select(near(x), mul(small, TWO_OVER_PI), wave(x, P0, Q0, 0).y));
});

const doubleY1: Real = throughDouble((x) => {
  const half = mul(x, 0.5);
  const product = sub(mul(log64(half), smallJ1(x)), div(double(1), x));
  const small = sub(product, mul(mul(half, 0.5), polynomial(quarterSquare(x), Y1_SERIES)));
  return beyondPole(x, select(near(x), mul(small, TWO_OVER_PI), wave(x, P1, Q1, 1).y));
});

/** TensorFlow's float32 function is NaN at 0, its float64 one infinite. */
export const besselY1: Real = (x) => {
  const value = doubleY1(x);
  return x.dtype === "float64" ? value : select(eq(x, 0), Number.NaN, value);
};
