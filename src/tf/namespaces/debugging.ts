// tf.debugging: checks.
export {
  Assert,
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
} from "../debugging/assert.ts";
export {
  assertAllFinite,
  assertInteger,
  assertNear,
  assertProperIterable,
  assertRank,
  assertRankAtLeast,
  assertRankIn,
  assertSameFloatDtype,
  assertScalar,
  assertShapes,
  assertType,
  checkNumerics,
  isNumericTensor,
} from "../debugging/checks.ts";
