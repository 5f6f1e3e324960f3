// Functions that integrals define: Dawson's, Fresnel's, the exponential integral and the dilogarithm.
// NIST Digital Library of Mathematical Functions, chapters 6, 7 and 25.12; Chebyshev fits made to 60 digits.
import { abs, add, copysign, div, eq, ge, gt, lt, max, min, mul, neg, select, sub } from "../arithmetic.ts";
import type { Scalar } from "../scalar.ts";
import {
  chebyshev,
  choose,
  double,
  INFINITY,
  NAN,
  polynomial,
  type Real,
  sections,
  square,
  throughDouble,
} from "./double.ts";
import { exp } from "./exp.ts";
import { log64 } from "./log.ts";
import { sinCosPi64 } from "./trig.ts";

// F(x) / x in x² - 2 below 2, then 2x F(x) in 1/x on [1/4, 1/2], [1/8, 1/4] and [0, 1/8]
const DAWSON = [
  [
    0.4410406953812108, -0.39123921020678876, 0.12750248104023812, -0.03226539423443118, 0.006621382082397935,
    -0.0011383378087073276, 0.0001680248882818195, -2.170167693150586e-5, 2.489630283036481e-6,
    -2.567687962431865e-7, 2.4044785516810898e-8, -2.061400624084799e-9, 1.629312713332284e-10,
    -1.1943935250188665e-11, 8.162835366150306e-13, -5.224558681934986e-14, 3.144145283086303e-15,
    -1.7853929949067343e-16, 9.596492555002001e-18,
  ],
  [
    1.1089957391522443, 0.08661080686993505, 0.011920441661205136, -0.001291697100382754,
    -0.0008941377849089148, -3.17780102724661e-5, 5.407458085332741e-5, 1.2127124731676362e-6,
    -3.520103258628767e-6, 2.718148974027492e-7, 1.8941484260756997e-7, -4.694905952482282e-8,
    -3.6299297783134527e-9, 3.675798292091493e-9, -5.568449884182409e-10, -1.0221618245194498e-10,
    5.894021504220059e-11, -8.487047259695776e-12, -1.3889841436072608e-12, 8.877556112979708e-13,
    -1.6171559114389235e-13, -7.313060598360815e-15, 1.1735952229101945e-14, -3.032917548992456e-15,
    2.215549599341948e-16, 1.0959363174250556e-16, -4.6796129498002155e-17,
  ],
  [
    1.0199902084729386, 0.013329417518995273, 0.0013974144937097005, 6.0356714776142215e-5,
    5.878835214893541e-6, 6.270906582212075e-7, 9.136725007661723e-8, 1.4146115799555947e-8,
    1.5871955309388661e-9, -1.4769507991842647e-10, -1.495236223772283e-10, -4.110931281907698e-11,
    -2.9227956386824276e-12, 1.852302650422752e-12, 6.238562828158247e-13, 6.022677211518734e-15,
    -4.0512150240878886e-14, -6.619303040592596e-15, 1.887102488718641e-15, 6.559773812566559e-16,
    -7.193208848626446e-17, -5.013364830373913e-17,
  ],
  [
    1.0029814510006394, 0.003989270820880726, 0.001018448403511408, 1.2269052867344727e-5,
    1.6850067818506664e-6, 4.951947230997249e-8, 5.223565180641543e-9, 2.653374047042686e-10,
    2.5744482746548583e-11, 1.8525757109747703e-12, 1.8315284508236134e-13, 1.6553410052119318e-14,
    1.7556419504230485e-15, 1.861684171338787e-16, 2.161963934812233e-17,
  ],
];

/** e^(-x²) times the integral of e^(t²) from 0 to x. */
export const dawson: Real = throughDouble((x) => {
  const a = abs(x);
  const section = sections(a, [2, 4, 8]);
  const inverse = div(double(1), a);
  const near = lt(a, 2);
  const place = select(near, mul(square(a), 0.5), mul(inverse, section.pick([0, 8, 16, 16])));
  const series = section.chebyshev(sub(place, section.pick([1, 3, 3, 1])), DAWSON);
  return select(near, mul(x, series), copysign(mul(mul(series, inverse), 0.5), x));
});

const EULER_GAMMA = 0.5772156649015329;
// 1 / (k k!)
const EI_SERIES = Array.from({ length: 36 }, (_, i) => {
  let product = i + 1;
  for (let j = 2; j <= i + 1; j++) product *= j;
  return 1 / product;
});
// x e^-x Ei(x) in 1/x on [1/12, 1/6], [1/24, 1/12] and [0, 1/24]
const EI = [
  [
    1.186519731605943, 0.08867277799156566, 0.004538849615854891, -0.0007360917133533506,
    -0.00013118020944213833, 1.860281858277769e-5, 1.7610424153850599e-6, -6.410426692376372e-7,
    4.3431190977401596e-8, 9.457713014017885e-9, -2.8048676608249654e-9, 2.907751380938947e-10,
    1.5005396668585005e-11, -1.1038674953026538e-11, 2.0752769575841014e-12, -1.824894014255641e-13,
    -1.3060424323093775e-14, 8.22817443438954e-15, -1.7064640854405607e-15, 2.0895115006185691e-16,
  ],
  [
    1.0733284937260361, 0.028589376984320986, 0.0009877354599019657, 6.535142674684368e-5,
    4.080867437625506e-6, -3.589926611838061e-7, -1.3445734356897559e-7, -3.096554001036047e-9,
    2.9939580378560676e-9, 6.636901195446687e-11, -7.580298873512545e-11, 2.91093271006445e-12,
    1.6949183480316525e-12, -2.4843531143767757e-13, -1.4921371160913075e-14, 8.569592517547666e-15,
    -8.552327771250706e-16, -9.567382338710219e-17, 3.922784719159589e-17,
  ],
  [
    1.0222957360954668, 0.022812793514753286, 0.0005360936928493524, 2.0034094292122614e-5,
    1.0686092350144287e-6, 7.746060698591085e-8, 7.504513851387549e-9, 9.65386432321799e-10,
    1.5701407029249868e-10, 2.779058341161681e-11, 3.828483997307224e-12, -1.9274603059481115e-13,
    -3.984438522784285e-13, -1.5561943489863476e-13, -2.6325433913268538e-14, 5.119012243843834e-15,
    4.450825135967824e-15, 8.977579029888121e-16, -2.2282754984589544e-16, -1.6452081405038015e-16,
    -1.5179371674871094e-17, 1.6736756138129383e-17,
  ],
];

/** The exponential integral Ei(x); -∞ at 0 and NaN below. */
export const expint: Real = throughDouble((x) => {
  const section = sections(x, [12, 24]);
  const inverse = div(double(1), x);
  const place = sub(mul(inverse, section.pick([24, 48, 48])), section.pick([3, 3, 1]));
  const large = mul(mul(exp(x), inverse), section.chebyshev(place, EI));
  const small = add(add(log64(x), EULER_GAMMA), mul(x, polynomial(min(x, 6), EI_SERIES)));
  return select(gt(x, 6), large, small);
});

// π x f(x) and π² x³ g(x) in t = 2 (1.75 / x)² - 1
const FRESNEL_F = [
  0.9899088397205585, -0.013000586262209072, -0.002616683750101214, 0.00029651864225754176,
  -2.9198622392875013e-6, -5.425922181597203e-6, 1.1978586447420584e-6, -1.0596785217423594e-7,
  -1.965024271903393e-8, 1.1032930562828308e-8, -2.631445869799696e-9, 2.8780892201392284e-10,
  6.228769373920958e-11, -4.589716294017894e-11, 1.4864464227321982e-11, -2.89077109493933e-12,
  5.3142675640252106e-14, 2.404629798461958e-13, -1.256279477261032e-13, 4.055112188028184e-14,
  -8.274200771662611e-15, 5.355901494097825e-17, 9.160291950874949e-16, -5.313954540174405e-16,
  1.9920836751105166e-16, -5.2046584076841634e-17,
];
const FRESNEL_G = [
  0.955155155212752, -0.056506782753404206, -0.009654972716473345, 0.001945852822745015,
  -0.00010933863738276482, -3.4226577594802486e-5, 1.2282121310604107e-5, -1.912458992777587e-6,
  -2.8187569378539023e-8, 1.1830673727695655e-7, -4.132147189058706e-8, 7.894904012914175e-9,
  -1.573181494078708e-10, -5.670814193836368e-10, 2.708014458635011e-10, -7.643565497559582e-11,
  1.1530826022675594e-11, 1.8418393916228138e-12, -2.1773867325804273e-12, 9.70455823714963e-13,
  -2.8834409952118693e-13, 4.8702212504399994e-14, 7.009919473175645e-15, -1.0298598874976807e-14,
  5.314194190823468e-15, -1.8967331974528227e-15, 4.597323438693554e-16, -2.6061033600422463e-17,
  -4.9454823080520474e-17, 3.640077826221774e-17, -1.6844986394811713e-17,
];
const FRESNEL_FROM = 1.75;

/** (-1)^k (π/2)^(2k + odd) / ((2k + odd)! (4k + 2 odd + 1)) */
const fresnelSeries = (odd: 0 | 1): number[] =>
  Array.from({ length: 18 }, (_, k) => {
    const n = 2 * k + odd;
    let term = k % 2 === 0 ? 1 : -1;
    for (let j = 1; j <= n; j++) term *= Math.PI / 2 / j;
    return term / (2 * n + 1);
  });
const COSINE_SERIES = fresnelSeries(0);
const SINE_SERIES = fresnelSeries(1);

/** What is missing to 1/2 for a large x: f and g turned by π x² / 2. */
function tails(x: Scalar): { readonly sine: Scalar; readonly cosine: Scalar } {
  const inverse = div(double(1), x);
  const t = sub(mul(square(inverse), 2 * FRESNEL_FROM * FRESNEL_FROM), 1);
  const f = mul(mul(chebyshev(t, FRESNEL_F), inverse), 1 / Math.PI);
  const cube = mul(mul(inverse, inverse), inverse);
  const g = mul(mul(chebyshev(t, FRESNEL_G), cube), 1 / Math.PI ** 2);
  const { sin, cos } = sinCosPi64(mul(square(x), 0.5));
  return { sine: add(mul(f, cos), mul(g, sin)), cosine: sub(mul(g, cos), mul(f, sin)) };
}

/** The integral of cos(π t² / 2) from 0 to x. */
export const fresnelCos: Real = throughDouble((x) => {
  const a = abs(x);
  const fourth = square(square(a));
  const far = sub(double(0.5), tails(a).cosine);
  return select(lt(a, FRESNEL_FROM), mul(x, polynomial(fourth, COSINE_SERIES)), copysign(far, x));
});

/** The integral of sin(π t² / 2) from 0 to x. */
export const fresnelSin: Real = throughDouble((x) => {
  const a = abs(x);
  const fourth = square(square(a));
  const near = mul(mul(x, square(x)), polynomial(fourth, SINE_SERIES));
  return select(lt(a, FRESNEL_FROM), near, copysign(sub(double(0.5), tails(a).sine), x));
});

// Li2(w) / w in 2w, |w| <= 1/2
const DILOGARITHM = [
  1.0149416064096537, 0.13148012838765802, 0.015313452518102084, 0.002272188943655959, 0.00038516199300815945,
  7.103404374209115e-5, 1.3885622487404779e-5, 2.8323954583854517e-6, 5.968314737835964e-7,
  1.2902312437546726e-7, 2.8475309127972234e-8, 6.392641519505728e-9, 1.4558235675968631e-9,
  3.356030027905024e-10, 7.818019409066589e-11, 1.8379324194103908e-11, 4.355524622917215e-12,
  1.0395111785603755e-12, 2.496666278162975e-13, 6.030470288343577e-14, 1.4640624936086265e-14,
  3.570903196070032e-15, 8.746346791364233e-16, 2.1505456792131715e-16, 5.3064798693556575e-17,
  1.3136479985932125e-17,
];
const PI_SQUARED_OVER_6 = 1.6449340668482264;

/** Li2(1 - x), also called Spence's function; NaN below 0. */
export const spence: Real = throughDouble((x) => {
  // Li2(1 - x) = -log²(x)/2 - Li2(1 - 1/x), then Li2(1 - y) = π²/6 - log(y) log(1 - y) - Li2(y)
  const inverted = gt(x, 1.5);
  const y = select(inverted, div(double(1), x), x);
  const mirrored = lt(y, 0.5);
  const w = select(mirrored, y, sub(double(1), y));
  const series = mul(w, chebyshev(mul(max(min(w, 0.5), -0.5), 2), DILOGARITHM));
  const logarithm = log64(y);
  const product = select(eq(y, 0), double(0), mul(logarithm, log64(sub(double(1), y))));
  const direct = select(mirrored, sub(sub(double(PI_SQUARED_OVER_6), product), series), series);
  const value = select(inverted, neg(add(mul(square(logarithm), 0.5), direct)), direct);
  return choose(
    [
      [ge(x, INFINITY), NAN],
      [ge(x, 0), value],
    ],
    NAN,
  );
});
