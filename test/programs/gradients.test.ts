import { describe, expect, it } from "vitest";
import * as tf from "../../src/index.ts";
import type { Tensor } from "../../src/index.ts";
import { program } from "./support.ts";

const { v1 } = tf.compat;

function build(): void {
  const x = v1.placeholder(tf.float32, [2, 3], { name: "x" });
  const functions: ((() => Tensor) | null)[] = [
    () => tf.exp(x),
    () => tf.math.log(tf.abs(x).add(1)),
    () => tf.sqrt(tf.abs(x).add(1)),
    () => tf.tanh(x),
    () => tf.nn.elu(x),
    () => tf.nn.selu(x),
    () => tf.math.softplus(x),
    () => tf.nn.softsign(x),
    () => tf.nn.leakyRelu(x),
    () => tf.nn.relu6(x),
    () => tf.sin(x),
    () => tf.cos(x),
    () => tf.atan(x),
    () => tf.math.erf(x),
    () => tf.reduceMean(x, 0),
    () => tf.reduceMax(x, 1),
    () => tf.reduceProd(x, 1),
    () => tf.nn.softmax(x),
    () => tf.nn.logSoftmax(x),
    () => tf.maximum(x, 0.1),
    () => tf.minimum(x, x.mul(2)),
    () => x.div(x.mul(x).add(1)),
    () => tf.pow(tf.abs(x), 1.5),
    () => tf.math.squaredDifference(x, 1),
    () => tf.concat([x, x.mul(2)], 1),
    () => tf.stack([x, x.mul(3)]),
    () => tf.gather(x, [0, 0, 1]),
    () => tf.transpose(x),
    () => tf.reshape(x, [-1]),
    () => tf.tile(x, [2, 1]),
    () =>
      tf.pad(x, [
        [1, 1],
        [0, 2],
      ]),
    () => tf.slice(x, [0, 1], [2, 1]),
    () => x.getItem([], [null, null, 2]),
    () => tf.split(x, 3, 1)[1],
    () => tf.cumsum(x, 1),
    () => v1.where(x.greater(0), x.mul(2), x.mul(3)),
    () => tf.clipByValue(x, -0.3, 0.3),
    () => tf.math.l2Normalize(x, 1),
    () => tf.matmul(x, x, { transposeB: true }),
    () => tf.einsum("ij,ik->jk", x, x),
    () => tf.reduceLogsumexp(x, 1),
    () => tf.nn.moments(x, [0])[1],
    () => tf.floor(x).add(x),
    () => tf.sign(x).mul(x),
    () => tf.math.rsqrt(tf.abs(x).add(0.5)),
    () => tf.math.expm1(x),
    () => tf.math.lgamma(tf.abs(x).add(1)),
    () => tf.nn.topK(x, 2)[0],
    () => tf.math.segmentSum(x, [0, 0]),
    null, // tf.linalg.inv: MatrixInverse has no definition yet.
    () => tf.norm(x),
    () => tf.reverse(x, [1]),
    () => tf.cast(tf.cast(x, tf.float64), tf.float32),
    () => tf.nn.dropout(x, 0),
    () => tf.identity(x).add(tf.stopGradient(x)),
  ];
  for (const make of functions) {
    if (make === null) v1.getDefaultGraph().uniqueName("gradients");
    else for (const g of v1.gradients(make(), x)) tf.convertToTensor(g as Tensor);
  }
}

program("gradient_ops", build, { without: ["gradients_49/AddN:0"] });

describe("gradients of loops of TensorFlow v1", () => {
  const loop = (): { x: tf.Tensor; inside: tf.Tensor[]; out: tf.Tensor } => {
    const x = v1.placeholder(tf.float32, [2], { name: "x" });
    const inside: tf.Tensor[] = [];
    const body = (i: tf.Tensor, y: tf.Tensor): tf.Tensor[] => {
      inside.push(y, tf.multiply(y, y));
      return [tf.add(i, 1), inside[1]!];
    };
    const start = [tf.constant(0, { dtype: tf.int32 }), x];
    const [, out] = v1.whileLoop((i: tf.Tensor) => tf.less(i, 3), body as never, start) as tf.Tensor[];
    return { x, inside, out: out! };
  };

  it("are refused with the loop's name, never wrong", () => {
    v1.disableControlFlowV2();
    try {
      new tf.Graph().asDefault(() => {
        const { x, inside, out } = loop();
        expect(() => v1.gradients(out, x)).toThrow(/No gradient defined for operation 'while\/Exit/);
        const within = (): unknown => v1.gradients(inside[1]!, inside[0]!);
        expect(within).toThrow(/No gradient defined for operation 'while\//);
      });
    } finally {
      v1.enableControlFlowV2();
    }
  });
});
