// XOR: a small network made of variables, trained by a compiled step with a gradient tape.
import * as tf from "teia";
import points from "./xor-points.json" with { type: "json" };

// 200 points of the square; a point is of class 0 where x0 * x1 < 0. The first 100 are for training.
const x = tf.constant(points.x);
const y = tf.cast(tf.greaterEqual(tf.reduceProd(x, 1, { keepdims: true }), 0), tf.float32);
export const data = {
  xTrain: x.get([0, 100]),
  yTrain: y.get([0, 100]),
  xValid: x.get([100]),
  yValid: y.get([100]),
};

export interface Progress {
  epoch: number;
  loss: number;
  accuracy: number;
  valLoss: number;
  valAccuracy: number;
}

// Glorot's uniform distribution: +-sqrt(6 / (inputs + outputs)).
function dense(inputs: number, outputs: number): [tf.Variable, tf.Variable] {
  const limit = Math.sqrt(6 / (inputs + outputs));
  const kernel = tf.random.uniform([inputs, outputs], { minval: -limit, maxval: limit });
  return [new tf.Variable(kernel), new tf.Variable(tf.zeros([outputs]))];
}

export class XorNetwork {
  readonly layers: [tf.Variable, tf.Variable][];

  constructor(seed = 1) {
    tf.random.setSeed(seed);
    this.layers = [dense(2, 4), dense(4, 4), dense(4, 4), dense(4, 1)];
  }

  get variables(): tf.Variable[] {
    return this.layers.flat();
  }

  logits(inputs: tf.Tensor): tf.Tensor {
    let h = inputs;
    this.layers.forEach(([kernel, bias], i) => {
      const z = tf.add(tf.matmul(h, kernel), bias);
      h = i < this.layers.length - 1 ? tf.nn.relu(z) : z;
    });
    return h;
  }

  /** The probability of class 1 for each row of `inputs`, shape [n, 1]. */
  readonly predict = tf.function((inputs: tf.Tensor) => tf.sigmoid(this.logits(inputs)));

  readonly step = tf.function((inputs: tf.Tensor, labels: tf.Tensor) => {
    const tape = new tf.GradientTape();
    const loss = tape.run(() => binaryCrossentropy(labels, this.logits(inputs)));
    const gradients = tape.gradient(loss, this.variables);
    for (const [i, variable] of this.variables.entries()) {
      variable.assignSub(tf.multiply(0.01, gradients[i]!));
    }
    return loss;
  });
}

const binaryCrossentropy = (labels: tf.Tensor, logits: tf.Tensor): tf.Tensor =>
  tf.reduceMean(tf.nn.sigmoidCrossEntropyWithLogits(labels, logits));

const accuracyOf = (labels: tf.Tensor, probabilities: tf.Tensor): number =>
  tf
    .reduceMean(tf.cast(tf.equal(tf.greater(probabilities, 0.5), tf.greater(labels, 0.5)), tf.float32))
    .item() as number;

/** Trains in batches of two; calls `onEpoch` after each pass over the 100 training points. */
export function train(
  network: XorNetwork,
  epochs = 200,
  onEpoch: (progress: Progress) => void = () => {},
): Progress {
  let progress!: Progress;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    for (let i = 0; i < 100; i += 2) network.step(data.xTrain.get([i, i + 2]), data.yTrain.get([i, i + 2]));
    progress = { epoch, ...measure(network) };
    onEpoch(progress);
  }
  return progress;
}

function measure(network: XorNetwork): Omit<Progress, "epoch"> {
  const { xTrain, yTrain, xValid, yValid } = data;
  return {
    loss: binaryCrossentropy(yTrain, network.logits(xTrain)).item() as number,
    accuracy: accuracyOf(yTrain, network.predict(xTrain)),
    valLoss: binaryCrossentropy(yValid, network.logits(xValid)).item() as number,
    valAccuracy: accuracyOf(yValid, network.predict(xValid)),
  };
}

if (import.meta.url === new URL(process.argv[1] ?? "", "file:").href) {
  const { loss, accuracy, valAccuracy } = train(new XorNetwork());
  console.log(`loss=${loss}\naccuracy=${accuracy}\nval_accuracy=${valAccuracy}`);
}
