// The chapter's training runs, through variables and tapes: linear regression, XOR, dropout.
import { describe, expect, it } from "vitest";
import { NumpyRandomState } from "../../src/base/random/numpy-random.ts";
import * as tf from "../../src/index.ts";
import { chapterCase } from "../conformance/chapter.ts";
import { expectClose } from "./close.ts";
import { printed, type Recorded, recorded } from "./support.ts";

const tensor = ({ dtype, shape, data }: Recorded): tf.Tensor =>
  tf.constant(data as number[], { dtype: dtype as "float32", shape: [...shape] });

/** Dense layers: ReLU between, a sigmoid (as a probability) at the end. */
class Network {
  readonly variables: tf.Variable[];
  constructor(weights: readonly Recorded[]) {
    this.variables = weights.map((each) => new tf.Variable(tensor(each)));
  }

  readonly predict = tf.function((x: tf.Tensor): tf.Tensor => {
    let h = x;
    for (let i = 0; i < this.variables.length; i += 2) {
      const z = tf.add(tf.matmul(h, this.variables[i]!), this.variables[i + 1]!);
      h = i + 2 < this.variables.length ? tf.nn.relu(z) : tf.sigmoid(z);
    }
    return h;
  });

  /** One step of gradient descent; gives the prediction, the loss and the gradients before it. */
  readonly step = tf.function((x: tf.Tensor, y: tf.Tensor): tf.Tensor[] => {
    const tape = new tf.GradientTape();
    const [prediction, loss] = tape.run(() => {
      const p = this.predict(x);
      return [p, crossentropy(y, p)] as const;
    });
    const gradients = tape.gradient(loss, this.variables) as tf.Tensor[];
    for (const [i, variable] of this.variables.entries())
      variable.assignSub(tf.multiply(gradients[i]!, 0.01));
    return [prediction, loss, ...gradients];
  });
}

// Keras clips probabilities to [1e-7, 1 - 1e-7] and adds 1e-7 before the logarithm.
function crossentropy(y: tf.Tensor, p: tf.Tensor): tf.Tensor {
  const clipped = tf.clipByValue(p, 1e-7, 1 - 1e-7);
  const ones = tf.multiply(y, tf.math.log(tf.add(clipped, 1e-7)));
  const zeros = tf.multiply(tf.subtract(1, y), tf.math.log(tf.add(tf.subtract(1, clipped), 1e-7)));
  return tf.reduceMean(tf.negative(tf.add(ones, zeros)));
}

const points = chapterCase("ch14_30_xor_data").expected;
const x = tf.cast(tensor(points.x), "float32");
const y = tf.reshape(tf.cast(tensor(points.y), "float32"), [200, 1]);
const rows = (all: tf.Tensor, from: number, to: number): tf.Tensor =>
  tf.slice(all, [from, 0], [to - from, -1]);

describe("ch14_30_xor_data", () => {
  it("comes from NumPy's stream", () => {
    const made = new NumpyRandomState(1).uniform(-1, 1, 400);
    expect(Array.from(made)).toEqual(points.x.data);
    const labels = Array.from({ length: 200 }, (_, i) => (made[2 * i]! * made[2 * i + 1]! < 0 ? 0 : 1));
    expect(labels).toEqual(points.y.data);
  });
});

describe("ch14_37_xor_one_step_trace", () => {
  it("gives every prediction, loss, gradient and weight", () => {
    const { inputs, expected, tolerance } = chapterCase("ch14_37_xor_one_step_trace");
    const network = new Network(inputs.weights);
    expected.steps.forEach((wanted: Record<string, never>, i: number) => {
      const [prediction, loss, ...gradients] = network.step(
        rows(x, 2 * i, 2 * i + 2),
        rows(y, 2 * i, 2 * i + 2),
      );
      const after = network.variables.map(recorded);
      const found = {
        pred: recorded(prediction),
        loss: recorded(loss),
        grads: gradients.map(recorded),
        weights_after: after,
      };
      expectClose(found, wanted, tolerance);
    });
  });
});

const RUNS = [
  "ch14_31_xor_logistic",
  "ch14_32_xor_mlp_sequential",
  "ch14_33_xor_functional",
  "ch14_34_xor_subclass",
];

describe.each(RUNS)("%s", (name) => {
  it("trains to the recorded weights", () => {
    const { inputs, expected, tolerance } = chapterCase(name);
    const network = new Network(inputs.weights);
    const [xValid, yValid] = [rows(x, 100, 200), rows(y, 100, 200)];
    const measure = (): number[] => {
      const p = network.predict(xValid);
      const right = tf.equal(tf.greater(p, 0.5), tf.greater(yValid, 0.5));
      return [crossentropy(yValid, p), tf.reduceMean(tf.cast(right, "float32"))].map(
        (each) => each.item() as number,
      );
    };
    expectClose(measure(), expected.initial_val_loss_acc, tolerance);
    expectClose(recorded(network.predict(rows(xValid, 0, 4))), expected.initial_pred_valid4, tolerance);
    const losses: number[] = [];
    const valid: number[] = [];
    for (let epoch = 0; epoch < expected.n_epochs; epoch++) {
      let sum = 0;
      for (let i = 0; i < 100; i += 2)
        sum += network.step(rows(x, i, i + 2), rows(y, i, i + 2))[1]!.item() as number;
      losses.push(sum / 50);
      valid.push(measure()[0]!);
    }
    expectClose(losses, expected.history.loss, tolerance);
    expectClose(valid, expected.history.val_loss, tolerance);
    expectClose(network.variables.map(recorded), expected.final_weights, tolerance);
    expectClose(recorded(network.predict(rows(xValid, 0, 8))), expected.final_pred_valid8, tolerance);
  });
});

describe("ch13_09_linear_regression_tape", () => {
  it("follows the recorded losses and weights", () => {
    const { inputs, expected, tolerance } = chapterCase("ch13_09_linear_regression_tape");
    const w = new tf.Variable(0);
    const b = new tf.Variable(0);
    const xs = inputs.x_norm.data as number[];
    const ys = inputs.y.data as number[];
    const found = { loss: [] as number[], w: [] as number[], b: [] as number[] };
    (inputs.order as number[]).forEach((k, i) => {
      const tape = new tf.GradientTape();
      const loss = tape.run(() =>
        tf.reduceMean(tf.square(tf.subtract(ys[k]!, tf.add(tf.multiply(w, xs[k]!), b)))),
      );
      if (i % 100 === 0) {
        found.loss.push(loss.item() as number);
        found.w.push(w.item() as number);
        found.b.push(b.item() as number);
      }
      const [dw, db] = tape.gradient(loss, [w, b]) as tf.Tensor[];
      w.assignSub(tf.multiply(0.001, dw!));
      b.assignSub(tf.multiply(0.001, db!));
    });
    expectClose(found.loss, expected.loss_every_100, tolerance);
    expectClose(found.w, expected.w_every_100, tolerance);
    expectClose(found.b, expected.b_every_100, tolerance);
    expectClose([w.item(), b.item()], [expected.final_w, expected.final_b], tolerance);
  });
});

describe("ch14_16_apply_gradients", () => {
  it("takes the step of gradient descent and prints it", () => {
    const { inputs, expected } = chapterCase("ch14_16_apply_gradients");
    const [w, b] = [new tf.Variable(inputs.w), new tf.Variable(inputs.b)];
    w.assignSub(tf.multiply(0.01, tf.constant(inputs.grads[0])));
    b.assignSub(tf.multiply(0.01, tf.constant(inputs.grads[1])));
    expect(recorded(w)).toEqual(expected.w);
    expect(recorded(b)).toEqual(expected.b);
    expect([printed("Updated w:", w), printed("Updated bias:", b)]).toEqual(expected.printed);
  });
});

describe("rng_08_dropout_mask", () => {
  it("keeps the recorded elements", () => {
    const { inputs, expected, tolerance } = chapterCase("rng_08_dropout_mask");
    const seeded = (body: () => tf.Tensor): Recorded => {
      tf.random.setSeed(inputs.global_seed);
      return recorded(body());
    };
    expectClose(
      seeded(() => tf.random.uniform([4, 6])),
      expected.uniform,
      tolerance,
    );
    const input = tensor(inputs.x);
    expectClose(
      seeded(() => tf.nn.dropout(input, 0.5)),
      expected["dropout_0.5"],
      tolerance,
    );
    expectClose(
      seeded(() => tf.nn.dropout(input, 0.3)),
      expected["dropout_0.3"],
      tolerance,
    );
  });
});
