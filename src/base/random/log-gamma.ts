// Duty: ln Gamma(x) for x > 0 in float64, as the Poisson sampler needs it. Knows no tensors.
//
// Law. x is raised to at least 12 by ln Gamma(x) = ln Gamma(x + n) - ln(x (x+1) … (x+n-1)), then Stirling's
// series.
// Source: NIST Digital Library of Mathematical Functions, 5.5.1 and 5.11.1.

// B_2k / (2k (2k - 1)), k = 1 … 8.
const coefficients = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
];
const HALF_LOG_TWO_PI = 0.9189385332046727;

export function logGamma(x: number): number {
  let argument = x;
  let product = 1;
  while (argument < 12) product *= argument++;
  const inverseSquare = 1 / (argument * argument);
  let series = 0;
  for (let k = coefficients.length - 1; k >= 0; k--) series = series * inverseSquare + coefficients[k];
  const stirling = (argument - 0.5) * Math.log(argument) - argument + HALF_LOG_TWO_PI + series / argument;
  return stirling - Math.log(product);
}
