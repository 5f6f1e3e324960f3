// The family of neural-network ops: activations, losses, biases.
import type { Op } from "../../graph/op.ts";
import { BiasAdd, BiasAddGrad, BiasAddV1 } from "./bias.ts";
import { SoftmaxCrossEntropyWithLogits, SparseSoftmaxCrossEntropyWithLogits } from "./cross-entropy.ts";
import { L2Loss } from "./l2-loss.ts";
import { LeakyRelu, LeakyReluGrad, Relu, Relu6, Relu6Grad, ReluGrad } from "./relu.ts";
import { Elu, EluGrad, Selu, SeluGrad, Softplus, SoftplusGrad, Softsign, SoftsignGrad } from "./smooth.ts";
import { LogSoftmax, Softmax } from "./softmax.ts";

export const nnOps: readonly Op[] = [
  ...[Relu, ReluGrad, Relu6, Relu6Grad, LeakyRelu, LeakyReluGrad],
  ...[Elu, EluGrad, Selu, SeluGrad, Softplus, SoftplusGrad, Softsign, SoftsignGrad],
  ...[Softmax, LogSoftmax, SoftmaxCrossEntropyWithLogits, SparseSoftmaxCrossEntropyWithLogits, L2Loss],
  ...[BiasAdd, BiasAddGrad, BiasAddV1],
];
