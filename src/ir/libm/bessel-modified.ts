// Modified Bessel functions of order 0 and 1: I and K, plain and scaled by e^∓|x|.
// Power series for small arguments, NIST Digital Library of Mathematical Functions 10.25 and 10.31; Chebyshev
// fits (60 digits) of √x e^∓x times the function for large ones.
import { abs, add, div, gt, le, lt, mul, neg, select, sqrt, sub } from "../arithmetic.ts";
import type { Scalar } from "../scalar.ts";
import {
  chebyshev,
  double,
  harmonic,
  INFINITY,
  polynomial,
  powerSeries,
  type Real,
  square,
  throughDouble,
} from "./double.ts";
import { exp } from "./exp.ts";
import { log64 } from "./log.ts";

const I_FROM = 8;
const K_FROM = 2;
const EULER_GAMMA = 0.5772156649015329;

// In t = 16/x - 1
const I0E = [
  0.4022452055070544, 0.0033691164782556943, 6.889758346916825e-5, 2.8913705208347567e-6,
  2.0489185894690636e-7, 2.266668990498178e-8, 3.396232025708386e-9, 4.94060238822497e-10,
  1.1889147107846437e-11, -3.1499165279632416e-11, -1.3215811840447713e-11, -1.7941785315068062e-12,
  7.180124451383666e-13, 3.8527783827421426e-13, 1.54008621752141e-14, -4.150569347287222e-14,
  -9.554846698828307e-15, 3.8116806693526224e-15, 1.7725601330565263e-15, -3.425485619677219e-16,
  -2.8276239805165836e-16, 3.461222867697461e-17, 4.46562142029676e-17, -4.830504485944182e-18,
  -7.233180487874754e-18,
];
const I1E = [
  0.38928811750914005, -0.009761097491361469, -0.00011058893876262371, -3.882564808877691e-6,
  -2.512236237870209e-7, -2.6314688468895196e-8, -3.835380385964237e-9, -5.589743462196584e-10,
  -1.8974958123505413e-11, 3.2526035830154884e-11, 1.412580743661378e-11, 2.0356285441470896e-12,
  -7.198551776245908e-13, -4.0835511110921974e-13, -2.1015418427726643e-14, 4.2724400167119517e-14,
  1.0420276984128804e-14, -3.8144030724370075e-15, -1.8803547755107825e-15, 3.3082023109209285e-16,
  2.96262899764595e-16, -3.209525921993424e-17, -4.650305368489358e-17, 4.414348323071708e-18,
  7.517296310842105e-18,
];
// In t = 4/x - 1
const K0E = [
  1.2201515410329777, -0.0314481013119645, 0.0015698838857300533, -0.00012849549581627802,
  1.3949813718876499e-5, -1.8317555227191195e-6, 2.766813639445015e-7, -4.660489897687948e-8,
  8.574034017414227e-9, -1.6975345093890614e-9, 3.5773972814003283e-10, -7.957489244477396e-11,
  1.8559491149549264e-11, -4.514597883374519e-12, 1.1403405882073441e-12, -2.9800969231481784e-13,
  8.032890775068375e-14, -2.2275133267462965e-14, 6.340076476276646e-15, -1.848593377920907e-15,
  5.5120559994043335e-16, -1.6782311257549006e-16, 5.2103917776435543e-17, -1.6475805939842632e-17,
];
const K1E = [
  1.3603130952422213, 0.10392373657681724, -0.002857816859622779, 0.00019521551847135162,
  -1.936197974166083e-5, 2.406484947837217e-6, -3.5019606030878126e-7, 5.7410841254500495e-8,
  -1.0345762465678097e-8, 2.0150497551970347e-9, -4.1903547593419254e-10, 9.218315187605315e-11,
  -2.129967838427791e-11, 5.139639673482343e-12, -1.2891739609498229e-12, 3.348419666052243e-13,
  -8.976705182010146e-14, 2.4771544242195988e-14, -7.019837089214769e-15, 2.038703166239861e-15,
  -6.057047270643018e-16, 1.8380935752430455e-16, -5.689462849193648e-17, 1.7940510478863572e-17,
];

// Coefficients in z = x²/4: 1/(k!)² and 1/(k! (k + 1)!), then with the digamma factors of K's series.
const I0_SERIES = powerSeries(36, 0, () => 1);
const I1_SERIES = powerSeries(36, 1, () => 1);
const K0_SERIES = powerSeries(16, 0, harmonic);
const K1_SERIES = powerSeries(16, 1, (k) => harmonic(k) + harmonic(k + 1) - 2 * EULER_GAMMA);

/** e^-|x| I0(x) and e^-|x| I1(|x|). */
function scaledI(x: Scalar): { readonly zero: Scalar; readonly one: Scalar } {
  const a = abs(x);
  const z = mul(square(a), 0.25);
  const decay = exp(neg(a));
  const t = sub(div(double(2 * I_FROM), a), 1);
  const root = sqrt(a);
  const near = lt(a, I_FROM);
  return {
    zero: select(near, mul(decay, polynomial(z, I0_SERIES)), div(chebyshev(t, I0E), root)),
    one: select(near, mul(decay, mul(mul(a, 0.5), polynomial(z, I1_SERIES))), div(chebyshev(t, I1E), root)),
  };
}

const oddIn = (x: Scalar, value: Scalar): Scalar => select(lt(x, 0), neg(value), value);

export const besselI0e: Real = throughDouble((x) => scaledI(x).zero);
export const besselI1e: Real = throughDouble((x) => oddIn(x, scaledI(x).one));
export const besselI0: Real = throughDouble((x) => mul(exp(abs(x)), scaledI(x).zero));
export const besselI1: Real = throughDouble((x) => mul(exp(abs(x)), oddIn(x, scaledI(x).one)));

/** Infinite from 0 down. */
const beyondPole = (x: Scalar, value: Scalar): Scalar => select(le(x, 0), INFINITY, value);

/** K0 where x <= 2, and e^x K0 where it is larger. */
function parts0(x: Scalar): { readonly near: Scalar; readonly far: Scalar } {
  const z = mul(square(x), 0.25);
  const logarithm = add(log64(mul(x, 0.5)), EULER_GAMMA);
  const near = sub(polynomial(z, K0_SERIES), mul(logarithm, polynomial(z, I0_SERIES)));
  return { near, far: div(chebyshev(sub(div(double(2 * K_FROM), x), 1), K0E), sqrt(x)) };
}

function parts1(x: Scalar): { readonly near: Scalar; readonly far: Scalar } {
  const z = mul(square(x), 0.25);
  const half = mul(x, 0.5);
  const product = mul(log64(half), mul(half, polynomial(z, I1_SERIES)));
  const near = add(div(double(1), x), sub(product, mul(mul(half, 0.5), polynomial(z, K1_SERIES))));
  return { near, far: div(chebyshev(sub(div(double(2 * K_FROM), x), 1), K1E), sqrt(x)) };
}

const large = (x: Scalar): Scalar => gt(x, K_FROM);

export const besselK0: Real = throughDouble((x) => {
  const { near, far } = parts0(x);
  return beyondPole(x, select(large(x), mul(far, exp(neg(x))), near));
});
export const besselK0e: Real = throughDouble((x) => {
  const { near, far } = parts0(x);
  return beyondPole(x, select(large(x), far, mul(near, exp(x))));
});
export const besselK1: Real = throughDouble((x) => {
  const { near, far } = parts1(x);
  return beyondPole(x, select(large(x), mul(far, exp(neg(x))), near));
});
export const besselK1e: Real = throughDouble((x) => {
  const { near, far } = parts1(x);
  return beyondPole(x, select(large(x), far, mul(near, exp(x))));
});
