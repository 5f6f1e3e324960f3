// What tf and tf.compat.v1 have in common: the names at the top.
export { EagerTensor } from "../../engine/eager-tensor.ts";
export { raw, raw as rawOps } from "../../engine/raw.ts";
export { executingEagerly } from "../../graph/default-graph.ts";
export { Operation } from "../../graph/graph.ts";
export { SymbolicTensor, Tensor } from "../../graph/tensor.ts";
export {
  gather,
  gatherNd,
  scatterNd,
  tensorScatterNdAdd,
  tensorScatterNdMax,
  tensorScatterNdMin,
  tensorScatterNdSub,
  tensorScatterNdUpdate,
} from "../array/gather.ts";
export {
  bitcast,
  cast,
  identity,
  identityN,
  noOp,
  saturateCast,
  stopGradient,
  timestamp,
} from "../array/identity.ts";
export { concat, pad, split, stack, tile, unstack } from "../array/join.ts";
export { argsort, reverse, reverseSequence, roll, searchsorted, sort, transpose } from "../array/order.ts";
export { repeat } from "../array/repeat.ts";
export {
  booleanMask,
  dynamicPartition,
  dynamicStitch,
  unique,
  uniqueWithCounts,
  where,
} from "../array/select.ts";
export {
  broadcastDynamicShape,
  broadcastStaticShape,
  broadcastTo,
  ensureShape,
  expandDims,
  rank,
  reshape,
  shape,
  shapeN,
  size,
  squeeze,
  unravelIndex,
} from "../array/shape.ts";
export { getItem, newaxis, slice, stridedSlice } from "../array/slices.ts";
export { caseOf as case, switchCase } from "../control-flow/case.ts";
export { cond } from "../control-flow/cond.ts";
export { foldl, foldr } from "../control-flow/folds.ts";
export { controlDependencies, group, tuple } from "../control-flow/group.ts";
export { mapFn } from "../control-flow/map-fn.ts";
export { scan } from "../control-flow/scan.ts";
export { TensorArray } from "../control-flow/tensor-array.ts";
export { vectorizedMap } from "../control-flow/vectorized-map.ts";
export { whileLoop } from "../control-flow/while-loop.ts";
export { device, initScope } from "../core/context-scopes.ts";
export {
  asDtype,
  bfloat16,
  bool,
  complex128,
  complex64,
  double,
  DType,
  float16,
  float32,
  float64,
  half,
  int16,
  int32,
  int64,
  int8,
  qint16,
  qint32,
  qint8,
  quint16,
  quint8,
  resource,
  string,
  uint16,
  uint32,
  uint64,
  uint8,
  variant,
} from "../core/dtype.ts";
export { IndexedSlices } from "../core/indexed-slices.ts";
export { getCurrentNameScope, nameScope } from "../core/name-scope.ts";
export { SparseTensor } from "../core/sparse-tensor.ts";
export { TensorShape } from "../core/tensor-shape.ts";
export { TensorSpec } from "../core/tensor-spec.ts";
export {
  constant,
  convertToTensor,
  getStaticValue,
  isSymbolicTensor,
  isTensor,
} from "../creation/constant.ts";
export { eye, fill, ones, onesLike, zeros, zerosLike } from "../creation/filled.ts";
export { linspace, meshgrid, oneHot, range, sequenceMask } from "../creation/ranges.ts";
export { Assert } from "../debugging/assert.ts";
export { assertEqual, assertGreater, assertLess } from "../debugging/compare.ts";
export { assertRank } from "../debugging/ranks.ts";
export { expr } from "../expr/expr.ts";
export { type ConcreteFunction, tfFunction as function, type PolymorphicFunction } from "../function.ts";
export { customGradient, gradPassThrough, recomputeGrad } from "../gradients/custom-gradient.ts";
export { gradients, hessians } from "../gradients/graph.ts";
export { GradientTape, gradientTape, UnconnectedGradients } from "../gradients/tape.ts";
export { disableEagerExecution, Graph } from "../graph.ts";
export { norm } from "../linalg/norm.ts";
export {
  add,
  divide,
  maximum,
  minimum,
  multiply,
  realdiv,
  scalarMul,
  subtract,
  truediv,
  truncatediv,
  truncatemod,
} from "../math/arithmetic.ts";
export { clipByGlobalNorm, clipByNorm, clipByValue } from "../math/clip.ts";
export { complex } from "../math/complex.ts";
export { exp, pow, sqrt, square } from "../math/exponential.ts";
export { histogramFixedWidth, histogramFixedWidthBins } from "../math/histogram.ts";
export { argmax, argmin } from "../math/indices.ts";
export {
  equal,
  greater,
  greaterEqual,
  less,
  lessEqual,
  logicalAnd,
  logicalNot,
  logicalOr,
  notEqual,
} from "../math/logical.ts";
export { einsum, matmul, tensordot } from "../math/products.ts";
export {
  reduceAll,
  reduceAny,
  reduceLogsumexp,
  reduceMax,
  reduceMean,
  reduceMin,
  reduceProd,
  reduceSum,
} from "../math/reduce.ts";
export { abs, floor, negative, round, sign } from "../math/rounding.ts";
export { addN, cumsum } from "../math/scan.ts";
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
export { Module } from "../module/module.ts";
export { sigmoid } from "../nn/activations.ts";
export { print } from "../printing/print.ts";
export { fingerprint } from "../strings/hash.ts";
export { asString } from "../strings/strings.ts";
export { variableCreatorScope } from "../variables/creation.ts";
export { VariableAggregation, VariableSynchronization } from "../variables/options.ts";
export { Variable } from "../variables/variable.ts";

export type { AxisInput, ShapeInput, TensorInput, TensorLike } from "../core/types.ts";
export type { DTypeLike } from "../core/dtype-name.ts";
export type { ShapeLike } from "../core/tensor-shape.ts";
export type { DTypeName } from "../../base/dtypes.ts";
export type { Dims, Shape } from "../../base/shape.ts";
export type { SliceItem, SliceRange } from "../array/slice-spec.ts";
export type { GraphDef } from "../../wire/proto/graph_pb.gen.ts";
export type { VariableOptions } from "../variables/options.ts";
export type { TapeOptions } from "../gradients/tape.ts";
export { batchToSpace, requiredSpaceToBatchPaddings, spaceToBatch } from "../array/space.ts";
