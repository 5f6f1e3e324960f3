// tf.compat.v1.nn: tf.nn, and what v1 has beside it.
import type { Tensor } from "../../graph/tensor-base.ts";
import { stopGradient } from "../array/identity.ts";
import type { Named } from "../core/arguments.ts";
import { scoped } from "../core/call.ts";
import type { TensorInput } from "../core/types.ts";
import { softmaxCrossEntropyWithLogits as v2 } from "../nn/losses.ts";

export * from "../namespaces/nn.ts";
export { xwPlusB } from "../nn/layers.ts";
export { softmaxCrossEntropyWithLogits as softmaxCrossEntropyWithLogitsV2 } from "../nn/losses.ts";

/** As `softmaxCrossEntropyWithLogitsV2`, but no gradient flows into the labels. */
export function softmaxCrossEntropyWithLogits(
  labels: TensorInput,
  logits: TensorInput,
  { axis = -1, name }: Named & { axis?: number } = {},
): Tensor {
  return scoped(name, "softmax_cross_entropy_with_logits_sg", [logits, labels], (scope) => {
    const constant = stopGradient(labels, { name: "labels_stop_gradient" });
    return v2(constant, logits, { axis, ...(scope === undefined ? {} : { name: scope }) });
  });
}
