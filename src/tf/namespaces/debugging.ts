// tf.debugging: checks.
export { Assert } from "../debugging/assert.ts";
export {
  assertAllFinite,
  assertInteger,
  assertProperIterable,
  assertSameFloatDtype,
  assertScalar,
  assertType,
  checkNumerics,
  isNumericTensor,
} from "../debugging/checks.ts";
export {
  assertEqual,
  assertGreater,
  assertGreaterEqual,
  assertLess,
  assertLessEqual,
  assertNegative,
  assertNoneEqual,
  assertNonNegative,
  assertNonPositive,
  assertPositive,
} from "../debugging/compare.ts";
export { assertNear } from "../debugging/near.ts";
export { assertRank, assertRankAtLeast, assertRankIn } from "../debugging/ranks.ts";
export { assertShapes } from "../debugging/shapes.ts";
