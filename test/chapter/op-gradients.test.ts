import { describe, it } from "vitest";
import * as tf from "../../src/index.ts";
import { chapterCase } from "../conformance/chapter.ts";
import { expectRecorded, within } from "./compare.ts";

const { inputs, expected } = chapterCase("ch14_15_op_gradients");
type Inputs = readonly ("x" | "y" | "p" | "m" | "row")[];
type Function = (a: tf.Tensor, b: tf.Tensor) => tf.Tensor;

/** The recorded inputs; "row" is the first row of y. */
function input(name: Inputs[number]): tf.Tensor {
  const { data, shape } = inputs[name === "row" ? "y" : name];
  return name === "row" ? tf.constant(data.slice(0, 4)) : tf.constant(data, { shape });
}

/** Numbers in [-1, 1) of the recorded linear congruential generator. */
function weights(shape: tf.Dims): tf.Tensor {
  const count = shape.reduce((product, size) => product * size, 1);
  let state = (31n * 2654435761n + 12345n) % 4294967296n;
  const values = Float32Array.from({ length: count }, () => {
    state = (1664525n * state + 1013904223n) % 4294967296n;
    return (Number(state >> 8n) / 2 ** 24) * 2 - 1;
  });
  return tf.constant(values, { shape: [...shape] });
}

const positive = (): tf.Tensor => tf.cast(tf.greater(input("y"), 0), tf.float32);
const labels = (): tf.Tensor => tf.constant([0, 3, 1], { dtype: tf.int32 });

const FUNCTIONS: Record<string, readonly [Function, Inputs]> = {
  add: [(a, b) => a.add(b), ["x", "y"]],
  sub: [(a, b) => a.sub(b), ["x", "y"]],
  mul: [(a, b) => a.mul(b), ["x", "y"]],
  div: [(a, b) => a.div(b), ["x", "p"]],
  pow: [(a, b) => a.pow(b), ["p", "y"]],
  matmul: [(a, b) => tf.matmul(a, b), ["x", "m"]],
  matmul_ta: [(a, b) => tf.matmul(a, b, { transposeA: true }), ["x", "y"]],
  broadcast_mul: [(a, b) => a.mul(b), ["x", "row"]],
  maximum: [(a, b) => tf.maximum(a, b), ["x", "y"]],
  minimum: [(a, b) => tf.minimum(a, b), ["x", "y"]],
  exp: [(a) => tf.exp(a), ["x"]],
  log: [(a) => tf.math.log(a), ["p"]],
  log1p: [(a) => tf.math.log1p(a), ["p"]],
  sqrt: [(a) => tf.sqrt(a), ["p"]],
  rsqrt: [(a) => tf.math.rsqrt(a), ["p"]],
  square: [(a) => tf.square(a), ["x"]],
  abs: [(a) => tf.abs(a), ["x"]],
  sin: [(a) => tf.sin(a), ["x"]],
  cos: [(a) => tf.cos(a), ["x"]],
  tanh: [(a) => tf.tanh(a), ["x"]],
  sigmoid: [(a) => tf.sigmoid(a), ["x"]],
  relu: [(a) => tf.nn.relu(a), ["x"]],
  elu: [(a) => tf.nn.elu(a), ["x"]],
  softplus: [(a) => tf.nn.softplus(a), ["x"]],
  softmax: [(a) => tf.nn.softmax(a), ["x"]],
  log_softmax: [(a) => tf.nn.logSoftmax(a), ["x"]],
  leaky_relu: [(a) => tf.nn.leakyRelu(a), ["x"]],
  selu: [(a) => tf.nn.selu(a), ["x"]],
  erf: [(a) => tf.math.erf(a), ["x"]],
  reduce_sum: [(a) => tf.reduceSum(a, 1), ["x"]],
  reduce_mean: [(a) => tf.reduceMean(a, 0), ["x"]],
  reduce_max: [(a) => tf.reduceMax(a, 1), ["x"]],
  reduce_prod: [(a) => tf.reduceProd(a, 1), ["x"]],
  reduce_logsumexp: [(a) => tf.reduceLogsumexp(a, 1), ["x"]],
  norm: [(a) => tf.norm(a, { axis: 1 }), ["x"]],
  transpose: [(a) => tf.transpose(a), ["x"]],
  reshape: [(a) => tf.reshape(a, [4, 3]), ["x"]],
  concat: [(a, b) => tf.concat([a, b], 1), ["x", "y"]],
  stack: [(a, b) => tf.stack([a, b]), ["x", "y"]],
  slice: [(a) => tf.expr`${a}[1:, ::2]`, ["x"]],
  pad: [
    (a) =>
      tf.pad(a, [
        [1, 0],
        [0, 1],
      ]),
    ["x"],
  ],
  tile: [(a) => tf.tile(a, [2, 1]), ["x"]],
  cumsum: [(a) => tf.cumsum(a, 1), ["x"]],
  where: [(a, b) => tf.where(tf.greater(a, b), a, b) as tf.Tensor, ["x", "y"]],
  clip: [(a) => tf.clipByValue(a, -0.3, 0.3) as tf.Tensor, ["x"]],
  softmax_xent: [(a, b) => tf.nn.softmaxCrossEntropyWithLogits(tf.nn.softmax(b), a), ["x", "y"]],
  sigmoid_xent: [(a) => tf.nn.sigmoidCrossEntropyWithLogits(positive(), a), ["x"]],
  sparse_xent: [(a) => tf.nn.sparseSoftmaxCrossEntropyWithLogits(labels(), a), ["x"]],
  einsum: [(a, b) => tf.einsum("ij,jk->ki", a, b), ["x", "m"]],
};

describe("ch14_15: gradients of sum(weights * f(x))", () => {
  it.each(Object.keys(expected))("%s", (name) => {
    const [run, names] = FUNCTIONS[name];
    const sources = names.map(input);
    const tape = new tf.GradientTape();
    const [out, loss] = tape.run(() => {
      tape.watch(sources);
      const result = run(sources[0], sources[1]);
      return [result, tf.reduceSum(result.mul(weights(result.shape!)))];
    });
    const grads = tape.gradient(loss, sources);
    expectRecorded({ out, grads }, expected[name], within(2e-5, 2e-6));
  });
});
