// Where each function is measured: ranges of arguments, and points where accuracy is hardest to keep.

/** Random numbers in [0, 1) that are the same in every run. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let t = state ^ (state >>> 16);
    t = Math.imul(t, 0x21f0aaad);
    t ^= t >>> 15;
    t = Math.imul(t, 0x735a2d97);
    return ((t ^ (t >>> 15)) >>> 0) / 2 ** 32;
  };
}

type Draw = (random: () => number) => number;

const fine = (random: () => number): number => random() + random() * 2 ** -32;
/** Even over an interval. */
export const within =
  (low: number, high: number): Draw =>
  (random) =>
    low + (high - low) * fine(random);
/** Even over exponents, of either sign. */
export const sizes =
  (low: number, high: number): Draw =>
  (random) =>
    2 ** (Math.log2(low) + (Math.log2(high) - Math.log2(low)) * fine(random)) * (random() < 0.5 ? -1 : 1);
const positive =
  (draw: Draw): Draw =>
  (random) =>
    Math.abs(draw(random));
const plus =
  (offset: number, draw: Draw): Draw =>
  (random) =>
    offset + draw(random);

const TINY = 1e-300;
const HUGE = 1e300;
const anything = sizes(TINY, HUGE);
const quarterTurns: Draw = (random) => (Math.floor(random() * 1e6) * Math.PI) / 2;
const angles = [within(-10, 10), sizes(TINY, 1), quarterTurns, sizes(1, 1e30), sizes(1, HUGE)];
const arcs = [within(-1, 1), sizes(TINY, 1), plus(1, (random) => -Math.abs(sizes(1e-16, 0.5)(random)))];

export const samples: Readonly<Record<string, readonly Draw[]>> = {
  exp: [within(-708, 709), within(-1, 1)],
  expm1: [within(-40, 709), within(-2, 2), sizes(TINY, 1), within(0.3, 0.8)],
  log: [positive(anything), within(0.5, 2), plus(1, sizes(1e-16, 0.3))],
  log1p: [within(-0.999, 3), sizes(TINY, 0.9), positive(sizes(1e-3, HUGE))],
  sin: angles,
  cos: angles,
  tan: angles,
  asin: arcs,
  acos: arcs,
  atan: [anything, within(-5, 5)],
  sinh: [within(-710, 710), within(-3, 3), sizes(TINY, 1)],
  cosh: [within(-710, 710), within(-3, 3)],
  tanh: [within(-20, 20), within(-1, 1), sizes(TINY, 1)],
  asinh: [anything, within(-5, 5)],
  acosh: [plus(1, positive(sizes(1e-16, 1))), within(1, 10), positive(sizes(1, HUGE))],
  atanh: [within(-0.999999, 0.999999), sizes(TINY, 0.9)],
  sigmoid: [within(-700, 40), within(-5, 5)],
  rsqrt: [positive(anything)],
  erf: [within(-6, 6), within(-1.5, 1.5), sizes(TINY, 1)],
  erfc: [within(-6, 20), within(-1, 3)],
};

export const pairSamples: Readonly<Record<string, readonly (readonly [Draw, Draw])[]>> = {
  pow: [
    [within(0.01, 3), within(-100, 100)],
    [positive(sizes(1e-6, 1e6)), within(-40, 40)],
    [plus(1, sizes(1e-9, 0.4)), sizes(1, 1e3)],
  ],
  atan2: [
    [within(-5, 5), within(-5, 5)],
    [sizes(1e-10, 1e10), sizes(1e-10, 1e10)],
  ],
  hypot: [
    [within(-5, 5), within(-5, 5)],
    [sizes(1e-10, 1e10), sizes(1e-10, 1e10)],
  ],
};
