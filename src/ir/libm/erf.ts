// erf and erfc: four intervals, a quotient of polynomials in each.
// Coefficients: FDLIBM 5.3, s_erf.c (Sun Microsystems).
import { abs, add, copysign, div, ge, lt, min, mul, neg, select, sub } from "../arithmetic.ts";
import type { Scalar } from "../scalar.ts";
import {
  double,
  fastTwoSum,
  polynomial,
  sections,
  square,
  throughDouble,
  twoProduct,
  twoSum,
} from "./double.ts";
import { expPair } from "./exp.ts";

const ERX = 8.45062911510467529297e-1;
const EDGES = [0.84375, 1.25, 1 / 0.35];
const P = [
  [
    1.28379167095512558561e-1, -3.2504210724700149937e-1, -2.84817495755985104766e-2,
    -5.77027029648944159157e-3, -2.37630166566501626084e-5,
  ],
  [
    -2.36211856075265944077e-3, 4.14856118683748331666e-1, -3.72207876035701323847e-1,
    3.18346619901161753674e-1, -1.10894694282396677476e-1, 3.54783043256182359371e-2,
    -2.166375594868790843e-3,
  ],
  [
    -9.86494403484714822705e-3, -6.93858572707181764372e-1, -1.05586262253232909814e1,
    -6.23753324503260060396e1, -1.62396669462573470355e2, -1.84605092906711035994e2,
    -8.12874355063065934246e1, -9.81432934416914548592,
  ],
  [
    -9.86494292470009928597e-3, -7.99283237680523006574e-1, -1.77579549177547519889e1,
    -1.60636384855821916062e2, -6.37566443368389627722e2, -1.02509513161107724954e3,
    -4.83519191608651397019e2,
  ],
];
const Q = [
  [
    1, 3.97917223959155352819e-1, 6.50222499887672944485e-2, 5.08130628187576562776e-3,
    1.32494738004321644526e-4, -3.9602282787753681232e-6,
  ],
  [
    1, 1.06420880400844228286e-1, 5.40397917702171048937e-1, 7.18286544141962662868e-2,
    1.26171219808761642112e-1, 1.36370839120290507362e-2, 1.1984499846799107417e-2,
  ],
  [
    1, 1.96512716674392571292e1, 1.376577541435190426e2, 4.34565877475229228821e2, 6.45387271733267880336e2,
    4.29008140027567833386e2, 1.08635005541779435134e2, 6.57024977031928170135, -6.04244152148580987438e-2,
  ],
  [
    1, 3.03380607434824582924e1, 3.25792512996573918826e2, 1.53672958608443695994e3, 3.19985821950859553908e3,
    2.55305040643316442583e3, 4.74528541206955367215e2, -2.24409524465858183362e1,
  ],
];

// (erfc(c + s) - erfc(c)) / s around c = 67/64, for arguments in [0.84375, 1.25): Chebyshev fit to 60 digits.
// The quotient above loses a bit and more where erfc is smaller than it.
const CENTRE = 1.046875;
const AT_CENTRE = 0.13873857453792443;
const AT_CENTRE_LOW = 9.173312756911078e-20;
const AROUND = [
  -0.37713011140328806, 0.39480808537531714, -0.14983310578376116, -0.05317442881641853, 0.0672167238021556,
  -0.009275988225664573, -0.01322946754439435, 0.005450111461187772, 0.00130449012159168,
  -0.0012420356876564165, 2.2893839537465218e-5, 0.00018417202850333115, -3.1933346569686056e-5,
  -1.9169756537063185e-5,
];

function erfcAround(x: Scalar): Scalar {
  const s = sub(x, CENTRE);
  return add(add(mul(s, polynomial(s, AROUND)), AT_CENTRE_LOW), AT_CENTRE);
}

interface Pieces {
  /** |x|, at most 30: erfc is zero long before. */
  readonly a: Scalar;
  /** P/Q of the interval. */
  readonly ratio: Scalar;
  /** erfc(|x|), valid from 1.25 on. */
  readonly far: Scalar;
}

function pieces(x: Scalar): Pieces {
  const a = min(abs(x), 30);
  const z = square(a);
  const section = sections(a, EDGES);
  const t = select(lt(a, EDGES[0]!), z, select(lt(a, EDGES[1]!), sub(a, 1), div(double(1), z)));
  const ratio = div(section.polynomial(t, P), section.polynomial(t, Q));
  // exp(-x^2 - 0.5625 + R/S) / x with x^2 as an exact pair
  const exact = twoProduct(a, a);
  const offset = fastTwoSum(double(-0.5625), ratio);
  const power = twoSum(neg(exact.high), offset.high);
  const low = add(sub(power.low, exact.low), offset.low);
  return { a, ratio, far: div(expPair(power.high, low), a) };
}

/** Error function; at most 0.8 ulp. */
export const erf = throughDouble((x) => {
  const { a, ratio, far } = pieces(x);
  const near = add(x, mul(x, ratio));
  const outer = select(lt(a, EDGES[1]!), add(ratio, ERX), sub(double(1), far));
  return select(lt(a, EDGES[0]!), near, copysign(outer, x));
});

/** 1 - erf(x), accurate for large x; at most 1.77 ulp. */
export const erfc = throughDouble((x) => {
  const { a, ratio, far } = pieces(x);
  const bend = mul(x, ratio);
  const inner = twoSum(sub(x, 0.5), bend);
  const near = select(
    lt(x, 0.25),
    sub(double(1), add(x, bend)),
    sub(sub(double(0.5), inner.high), inner.low),
  );
  const negative = lt(x, 0);
  const middle = select(negative, add(add(ratio, ERX), 1), erfcAround(x));
  const outer = select(negative, sub(double(2), far), far);
  return select(lt(a, EDGES[0]!), near, select(ge(a, EDGES[1]!), outer, middle));
});
