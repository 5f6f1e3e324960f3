// tf.compat.v1.nn: tf.nn, and what v1 has beside it.
export * from "../namespaces/nn.ts";
export { xwPlusB } from "../nn/layers.ts";
export { softmaxCrossEntropyWithLogits as softmaxCrossEntropyWithLogitsV2 } from "../nn/losses.ts";
