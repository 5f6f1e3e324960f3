// The namespace `tf`: TensorFlow's names, put together.
import { installMethods } from "./tf/methods.ts";

export * as autodiff from "./tf/namespaces/autodiff.ts";
export * as bitwise from "./tf/namespaces/bitwise.ts";
export * as config from "./tf/namespaces/config.ts";
export * as debugging from "./tf/namespaces/debugging.ts";
export * as dtypes from "./tf/namespaces/dtypes.ts";
export * as errors from "./tf/namespaces/errors.ts";
export * as initializers from "./tf/namespaces/initializers.ts";
export * as io from "./tf/namespaces/io.ts";
export * as linalg from "./tf/namespaces/linalg.ts";
export * as math from "./tf/namespaces/math.ts";
export * as nn from "./tf/namespaces/nn.ts";
export * as random from "./tf/namespaces/random.ts";
export * as strings from "./tf/namespaces/strings.ts";
export * as compat from "./tf/compat.ts";
export { EagerTensor } from "./engine/eager-tensor.ts";
export { raw, raw as rawOps } from "./engine/raw.ts";
export { executingEagerly } from "./graph/default-graph.ts";
export { Operation } from "./graph/graph.ts";
export { SymbolicTensor, Tensor } from "./graph/tensor.ts";
export {
  gather,
  gatherNd,
  scatterNd,
  tensorScatterNdAdd,
  tensorScatterNdMax,
  tensorScatterNdMin,
  tensorScatterNdSub,
  tensorScatterNdUpdate,
} from "./tf/array/gather.ts";
export {
  bitcast,
  cast,
  identity,
  identityN,
  noOp,
  saturateCast,
  stopGradient,
  timestamp,
} from "./tf/array/identity.ts";
export { concat, pad, split, stack, tile, unstack } from "./tf/array/join.ts";
export { argsort, reverse, reverseSequence, roll, searchsorted, sort, transpose } from "./tf/array/order.ts";
export { repeat } from "./tf/array/repeat.ts";
export {
  booleanMask,
  dynamicPartition,
  dynamicStitch,
  unique,
  uniqueWithCounts,
  where,
} from "./tf/array/select.ts";
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
} from "./tf/array/shape.ts";
export { getItem, newaxis, slice, stridedSlice } from "./tf/array/slices.ts";
export { caseOf as case, switchCase } from "./tf/control-flow/case.ts";
export { cond } from "./tf/control-flow/cond.ts";
export { foldl, foldr } from "./tf/control-flow/folds.ts";
export { controlDependencies, group, tuple } from "./tf/control-flow/group.ts";
export { mapFn } from "./tf/control-flow/map-fn.ts";
export { scan } from "./tf/control-flow/scan.ts";
export { TensorArray } from "./tf/control-flow/tensor-array.ts";
export { vectorizedMap } from "./tf/control-flow/vectorized-map.ts";
export { whileLoop } from "./tf/control-flow/while-loop.ts";
export { device, initScope } from "./tf/core/context-scopes.ts";
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
} from "./tf/core/dtype.ts";
export { IndexedSlices } from "./tf/core/indexed-slices.ts";
export { getCurrentNameScope, nameScope } from "./tf/core/name-scope.ts";
export { SparseTensor } from "./tf/core/sparse-tensor.ts";
export { TensorShape } from "./tf/core/tensor-shape.ts";
export { TensorSpec } from "./tf/core/tensor-spec.ts";
export {
  constant,
  convertToTensor,
  getStaticValue,
  isSymbolicTensor,
  isTensor,
} from "./tf/creation/constant.ts";
export { eye, fill, ones, onesLike, zeros, zerosLike } from "./tf/creation/filled.ts";
export { linspace, meshgrid, oneHot, range, sequenceMask } from "./tf/creation/ranges.ts";
export { Assert, assertEqual, assertGreater, assertLess } from "./tf/debugging/assert.ts";
export { assertRank } from "./tf/debugging/checks.ts";
export { expr } from "./tf/expr/expr.ts";
export { type ConcreteFunction, tfFunction as function, type PolymorphicFunction } from "./tf/function.ts";
export { customGradient, gradPassThrough, recomputeGrad } from "./tf/gradients/custom-gradient.ts";
export { gradients, hessians } from "./tf/gradients/graph.ts";
export { GradientTape, gradientTape, UnconnectedGradients } from "./tf/gradients/tape.ts";
export { disableEagerExecution, Graph } from "./tf/graph.ts";
export { eig, eigvals } from "./tf/linalg/decompose.ts";
export { norm } from "./tf/linalg/norm.ts";
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
} from "./tf/math/arithmetic.ts";
export { clipByGlobalNorm, clipByNorm, clipByValue } from "./tf/math/clip.ts";
export { complex } from "./tf/math/complex.ts";
export { exp, pow, sqrt, square } from "./tf/math/exponential.ts";
export { argmax, argmin } from "./tf/math/indices.ts";
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
} from "./tf/math/logical.ts";
export { einsum, matmul, tensordot } from "./tf/math/products.ts";
export {
  reduceAll,
  reduceAny,
  reduceLogsumexp,
  reduceMax,
  reduceMean,
  reduceMin,
  reduceProd,
  reduceSum,
} from "./tf/math/reduce.ts";
export { abs, floor, negative, round, sign } from "./tf/math/rounding.ts";
export { addN, cumsum } from "./tf/math/scan.ts";
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
} from "./tf/math/trigonometric.ts";
export { Module } from "./tf/module/module.ts";
export { sigmoid } from "./tf/nn/activations.ts";
export { print } from "./tf/printing/print.ts";
export { asString } from "./tf/strings/strings.ts";
export { variableCreatorScope } from "./tf/variables/creation.ts";
export { VariableAggregation, VariableSynchronization } from "./tf/variables/options.ts";
export { Variable } from "./tf/variables/variable.ts";

export type { AxisInput, ShapeInput, TensorInput, TensorLike } from "./tf/core/types.ts";
export type { DTypeLike } from "./tf/core/dtype-name.ts";
export type { ShapeLike } from "./tf/core/tensor-shape.ts";
export type { DTypeName } from "./base/dtypes.ts";
export type { Dims, Shape } from "./base/shape.ts";
export type { SliceItem, SliceRange } from "./tf/array/slice-spec.ts";
export type { GraphDef } from "./wire/proto/graph_pb.gen.ts";
export type { VariableOptions } from "./tf/variables/options.ts";
export type { TapeOptions } from "./tf/gradients/tape.ts";

installMethods();
