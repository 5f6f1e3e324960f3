import * as tf from "../../src/index.ts";
import type { Tensor } from "../../src/index.ts";
import { program } from "./support.ts";

const { v1 } = tf.compat;
const { train } = v1;
const names = (list: readonly { readonly name: string }[]): string[] => list.map((each) => each.name);

function linear(): { loss: Tensor; w: tf.compat.v1.Variable; b: tf.compat.v1.Variable } {
  const x = v1.placeholder(tf.float32, [null, 2], { name: "x" });
  const y = v1.placeholder(tf.float32, [null, 1], { name: "y" });
  const w = new v1.Variable([[0.995], [-0.516]], { dtype: tf.float32, name: "w" });
  const b = new v1.Variable(tf.zeros([1]), { name: "b" });
  const pred = tf.add(tf.matmul(x, w), b, { name: "pred" });
  return { loss: tf.reduceMean(tf.square(pred.sub(y)), { name: "loss" }), w, b };
}

function trains(id: string, make: () => tf.compat.v1.train.Optimizer): void {
  program(id, () => {
    const { loss, w, b } = linear();
    const optimizer = make();
    const globalStep = train.getOrCreateGlobalStep();
    optimizer.minimize(loss, { globalStep, name: "train" });
    const variables = v1.globalVariables();
    const values = {
      slots: optimizer.getSlotNames(),
      vnames: names(variables),
      optvars: names(optimizer.variables()),
    };
    v1.globalVariablesInitializer();
    w.add(0);
    b.add(0);
    for (const each of variables) tf.identity(each);
    return values;
  });
}

trains("train_sgd", () => new train.GradientDescentOptimizer(0.1));
trains("train_momentum", () => new train.MomentumOptimizer(0.1, 0.9));
trains("train_nesterov", () => new train.MomentumOptimizer(0.1, 0.9, { useNesterov: true }));
trains("train_adam", () => new train.AdamOptimizer(0.05));
trains("train_adam_opts", () => new train.AdamOptimizer(0.05, { beta1: 0.8, beta2: 0.91, epsilon: 0.01 }));
trains("train_rmsprop", () => new train.RMSPropOptimizer(0.05, { momentum: 0.5 }));
trains("train_rmsprop_centered", () => new train.RMSPropOptimizer(0.05, { decay: 0.8, centered: true }));
trains("train_adagrad", () => new train.AdagradOptimizer(0.1));
trains("train_adadelta", () => new train.AdadeltaOptimizer(1));
trains("train_ftrl", () => {
  return new train.FtrlOptimizer(0.1, { l1RegularizationStrength: 0.01, l2RegularizationStrength: 0.02 });
});
trains(
  "train_proximal_gd",
  () => new train.ProximalGradientDescentOptimizer(0.1, { l1RegularizationStrength: 0.05 }),
);
trains(
  "train_proximal_adagrad",
  () => new train.ProximalAdagradOptimizer(0.1, { l2RegularizationStrength: 0.1 }),
);

program("apply_gradients_clipped", () => {
  const { loss, w, b } = linear();
  const rate = v1.placeholderWithDefault(0.1, [], { name: "lr" });
  const optimizer = new train.GradientDescentOptimizer(rate);
  const pairs = optimizer.computeGradients(loss);
  const [clipped] = tf.clipByGlobalNorm(
    pairs.map(([gradient]) => gradient as Tensor),
    1,
  );
  optimizer.applyGradients(
    pairs.map(([, variable], i) => [clipped[i], variable] as const),
    { name: "ap" },
  );
  v1.globalVariablesInitializer();
  w.add(0);
  b.add(0);
  return { gnames: pairs.map(([gradient]) => (gradient as tf.SymbolicTensor).name) };
});

program("sparse_updates", () => {
  const start = [
    [-0.059, 0.307],
    [-0.164, -0.235],
    [0.191, 1.639],
    [-0.027, -0.293],
    [-1.615, -0.153],
  ];
  const e = new v1.Variable(start, { dtype: tf.float32, name: "emb" });
  const ids = v1.placeholder(tf.int32, [null], { name: "ids" });
  const l = tf.reduceSum(tf.square(tf.nn.embeddingLookup(e, ids)), { name: "l" });
  const [g] = v1.gradients(l, e);
  tf.convertToTensor(g as tf.IndexedSlices);
  new train.AdamOptimizer(0.1).minimize(l, { name: "adam" });
  new train.GradientDescentOptimizer(0.1).minimize(l, { name: "gd" });
  new train.AdagradOptimizer(0.1).minimize(l, { name: "ag" });
  new train.MomentumOptimizer(0.1, 0.9).minimize(l, { name: "mo" });
  v1.scatterUpdate(e, [0, 4], tf.ones([2, 2]), { name: "su" });
  v1.scatterAdd(e, [1, 1], tf.ones([2, 2]));
  v1.globalVariablesInitializer();
  e.add(0);
  return { kind: g instanceof tf.IndexedSlices ? "IndexedSlices" : "Tensor" };
});

program("mlp_training", () => {
  const x = v1.placeholder(tf.float32, [null, 2], { name: "x" });
  const t = v1.placeholder(tf.int32, [null], { name: "t" });
  const zeros = v1.zerosInitializer();
  let w1!: ReturnType<typeof v1.getVariable>;
  const h = v1.variableScope("h", {}, () => {
    const start = tf.constant([
      [0.478, 1.144, -0.81, 1.409],
      [-1.579, 2.183, 1.219, -0.055],
    ]);
    w1 = v1.getVariable("w", { initializer: start });
    const b1 = v1.getVariable("b", { shape: [4], initializer: zeros });
    return tf.tanh(v1.nn.xwPlusB(x, w1, b1));
  });
  const lg = v1.variableScope("o", {}, () => {
    const start = tf.constant([
      [-1.255, 0.734],
      [-1.029, -0.528],
      [-0.072, 1.288],
      [1.019, -0.023],
    ]);
    const w2 = v1.getVariable("w", { initializer: start });
    const b2 = v1.getVariable("b", { shape: [2], initializer: zeros });
    return v1.nn.xwPlusB(h, w2, b2, { name: "logits" });
  });
  const losses = tf.nn.sparseSoftmaxCrossEntropyWithLogits(t, lg);
  const loss = tf
    .reduceMean(losses, { name: "loss" })
    .add(tf.multiply(0.01, tf.nn.l2Loss(w1), { name: "mul" }));
  const predicted = tf.argmax(lg, 1, { outputType: tf.int32 });
  tf.reduceMean(tf.cast(tf.equal(predicted, t), tf.float32), { name: "acc" });
  new train.AdamOptimizer(0.1).minimize(loss, { name: "train" });
  v1.globalVariablesInitializer();
});

program("lr_decay", () => {
  const g = v1.placeholder(tf.int32, [], { name: "g" });
  train.exponentialDecay(0.1, g, 10, 0.5);
  train.exponentialDecay(0.1, g, 10, 0.5, { staircase: true });
  train.piecewiseConstant(g, [5, 10], [1, 0.5, 0.1]);
  train.polynomialDecay(0.1, g, 20, 0.01, { power: 2 });
  train.polynomialDecay(0.1, g, 20, 0.01, { cycle: true });
  train.naturalExpDecay(0.1, g, 10, 0.5);
  train.inverseTimeDecay(0.1, g, 10, 0.5);
  train.cosineDecay(0.1, g, 50);
  train.cosineDecayRestarts(0.1, g, 10);
  train.linearCosineDecay(0.1, g, 50);
});

// TensorFlow's executor may update the average before or after v, which nothing orders: steps 1 to 4.
program(
  "moving_average",
  () => {
    const v = new v1.Variable(4, { name: "v" });
    const average = new train.ExponentialMovingAverage(0.9, {
      numUpdates: v1.placeholderWithDefault(100, [], { name: "nu" }),
    });
    const apply = average.apply([v]);
    const shadow = average.average(v)!;
    tf.compat.v1
      .getDefaultGraph()
      .controlDependencies([v1.assignAdd(v, 1)], () => v1.group(apply, { name: "step" }));
    const values = {
      avn: [average.averageName(v), shadow.name],
      restore: Object.keys(average.variablesToRestore()).sort(),
    };
    v1.globalVariablesInitializer();
    v.add(0);
    shadow.add(0);
    return values;
  },
  { races: [2, 4], modes: ["graph"] },
);
