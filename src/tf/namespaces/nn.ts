// tf.nn: activations, losses and layers as functions.
export { l2Normalize } from "../linalg/norm.ts";
export { inTopK, topK } from "../math/indices.ts";
export { tanh } from "../math/trigonometric.ts";
export {
  crelu,
  elu,
  gelu,
  leakyRelu,
  logSoftmax,
  relu,
  relu6,
  selu,
  sigmoid,
  silu,
  softmax,
  softplus,
  softsign,
  swish,
} from "../nn/activations.ts";
export {
  batchNormalization,
  biasAdd,
  dropout,
  embeddingLookup,
  l2Loss,
  moments,
  zeroFraction,
} from "../nn/layers.ts";
export {
  logPoissonLoss,
  sigmoidCrossEntropyWithLogits,
  softmaxCrossEntropyWithLogits,
  sparseSoftmaxCrossEntropyWithLogits,
  weightedCrossEntropyWithLogits,
} from "../nn/losses.ts";
export { normalizeMoments, sufficientStatistics, weightedMoments } from "../nn/moments.ts";
export { depthToSpace, spaceToDepth } from "../array/space.ts";
