// Activations, losses and biases agree with recordings of TensorFlow.
import { describe } from "vitest";
import { checkRecorded } from "../../../test/support/check-op.ts";

describe("recorded activations", () => {
  checkRecorded("math_unary", ["Softplus", "Softsign", "Elu", "Selu", "Relu", "Relu6", "LeakyRelu"]);
  checkRecorded("math_unary_grad", [
    ...["ReluGrad", "Relu6Grad", "LeakyReluGrad", "EluGrad", "SeluGrad", "SoftplusGrad", "SoftsignGrad"],
  ]);
});

describe("recorded losses and biases", () => {
  checkRecorded("nn_softmax_rnn_ctc", [
    ...["Softmax", "LogSoftmax", "SoftmaxCrossEntropyWithLogits", "SparseSoftmaxCrossEntropyWithLogits"],
  ]);
  checkRecorded("nn_norm", ["BiasAdd", "BiasAddV1", "BiasAddGrad"]);
  checkRecorded("reduce", ["L2Loss"]);
});
