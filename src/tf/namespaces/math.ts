// tf.math: arithmetic, elementary and special functions, reductions.
export * as special from "./math-special.ts";
export { l2Normalize } from "../linalg/norm.ts";
export {
  add,
  divide,
  divideNoNan,
  floordiv,
  floormod,
  maximum,
  minimum,
  mod,
  multiply,
  multiplyNoNan,
  nextafter,
  reciprocalNoNan,
  scalarMul,
  squaredDifference,
  subtract,
  truediv,
  xdivy,
  xlog1py,
  xlogy,
} from "../math/arithmetic.ts";
export { besselI0, besselI0e, besselI1, besselI1e } from "../math/bessel.ts";
export { angle, conj, imag, real } from "../math/complex.ts";
export { bincount, confusionMatrix, isNonDecreasing, isStrictlyIncreasing } from "../math/counts.ts";
export { exp, expm1, log, log1p, pow, reciprocal, rsqrt, sqrt, square } from "../math/exponential.ts";
export { argmax, argmin, inTopK, invertPermutation, topK } from "../math/indices.ts";
export {
  equal,
  greater,
  greaterEqual,
  less,
  lessEqual,
  logicalAnd,
  logicalNot,
  logicalOr,
  logicalXor,
  notEqual,
} from "../math/logical.ts";
export {
  countNonzero,
  reduceAll,
  reduceAny,
  reduceEuclideanNorm,
  reduceLogsumexp,
  reduceMax,
  reduceMean,
  reduceMin,
  reduceProd,
  reduceStd,
  reduceSum,
  reduceVariance,
} from "../math/reduce.ts";
export { abs, ceil, floor, isFinite, isInf, isNan, negative, rint, round, sign } from "../math/rounding.ts";
export { accumulateN, addN, cumprod, cumsum, cumulativeLogsumexp, polyval } from "../math/scan.ts";
export {
  segmentMax,
  segmentMean,
  segmentMin,
  segmentProd,
  segmentSum,
  unsortedSegmentMax,
  unsortedSegmentMean,
  unsortedSegmentMin,
  unsortedSegmentProd,
  unsortedSegmentSqrtN,
  unsortedSegmentSum,
} from "../math/segments.ts";
export {
  betainc,
  digamma,
  erf,
  erfc,
  erfcinv,
  erfinv,
  igamma,
  igammac,
  lbeta,
  lgamma,
  ndtri,
  polygamma,
  zeta,
} from "../math/special.ts";
export {
  acos,
  acosh,
  asin,
  asinh,
  atan,
  atan2,
  atanh,
  cos,
  cosh,
  sin,
  sinh,
  tan,
  tanh,
} from "../math/trigonometric.ts";
export { logSigmoid, logSoftmax, sigmoid, softmax, softplus, softsign } from "../nn/activations.ts";
export { zeroFraction } from "../nn/layers.ts";
