import * as tf from "../../src/index.ts";
import type { Tensor } from "../../src/index.ts";
import { onesLikeV1 } from "../../src/tf/creation/filled.ts";
import { program } from "./support.ts";

const { v1 } = tf.compat;
const int = (value: unknown): Tensor => tf.constant(value, { dtype: tf.int32 });
const names = (tensors: readonly Tensor[]): string[] =>
  tensors.map((each) => (each as tf.SymbolicTensor).name);

program(
  "gradients",
  () => {
    const x = v1.placeholder(tf.float32, [2, 3], { name: "x" });
    const w = tf.constant(
      [
        [-0.596, -0.595],
        [0.3, 0.796],
        [1.243, 1.15],
      ],
      { name: "w" },
    );
    const h = tf.nn.relu(tf.matmul(x, w, { name: "mm" }), { name: "h" });
    const y = tf.reduceSum(tf.square(h).mul(tf.sigmoid(h)), { name: "y" });
    const [dx, dw] = tf.gradients(y, [x, w]) as Tensor[];
    const second = tf.gradients(dx, x, { name: "second" })[0] as Tensor;
    const given = tf.gradients(h, x, { gradYs: onesLikeV1(h).mul(4) })[0] as Tensor;
    const two = tf.gradients([y, tf.reduceSum(x)], x)[0] as Tensor;
    const stopped = tf.gradients(tf.stopGradient(x).mul(x), x)[0] as Tensor;
    const none = tf.gradients(tf.constant(1), x);
    const stops = tf.gradients(y, x, { stopGradients: [h] });
    const [hessian] = tf.hessians(tf.reduceSum(tf.pow(x, 3, { name: "pow" })), x) as [Tensor];
    return {
      is_none: [none[0] === null, stops[0] === null],
      names: names([dx!, dw!, second, given, two, stopped, hessian]),
    };
  },
  { modes: ["graph"] },
);

program(
  "cond",
  () => {
    const p = v1.placeholder(tf.bool, [], { name: "p" });
    const x = v1.placeholder(tf.float32, [2], { name: "x" });
    const v = new v1.Variable(0, { name: "v" });
    const z = tf.cond(
      p,
      () => x.mul(4),
      () => x.add(2),
      { name: "br" },
    );
    const counted = (): Tensor => tf.controlDependencies([v1.assignAdd(v, 1)], () => tf.identity(x));
    tf.cond(tf.reduceSum(x).greater(0), counted, () => x.neg());
    tf.cond(
      p,
      () =>
        tf.cond(
          x.getItem(0).greater(0),
          () => int(1),
          () => int(2),
        ),
      () => int(3),
    );
    tf.case(
      [
        [tf.less(x.getItem(0), 0), () => int(-1)],
        [tf.greater(x.getItem(0), 10), () => int(1)],
      ],
      { default: () => int(0), name: "cs" },
    );
    tf.gradients(z, x);
    v.add(0);
    v1.globalVariablesInitializer();
  },
  { modes: ["graph"] },
);

type Pair = [Tensor, Tensor];

program(
  "while_loop",
  () => {
    const n = v1.placeholder(tf.int32, [], { name: "n" });
    const x = v1.placeholder(tf.float32, [2, 2], { name: "x" });
    const zero = (): Tensor => int(0);
    const [, y] = tf.whileLoop(
      (i) => i.less(n),
      (i, y) => [i.add(1), tf.matmul(y, x)],
      [zero(), x],
      { name: "lp" },
    ) as Pair;
    tf.whileLoop(
      (s) => tf.reduceSum(tf.abs(s)).less(50),
      (s) => [s.mul(1.5)],
      [x],
    );
    tf.whileLoop(
      (k) => k.less(n),
      (k, t) => [k.add(1), tf.concat([t, [tf.cast(k, tf.float32)]], 0)],
      ((zeros) => [zero(), zeros])(tf.zeros([1])),
      { shapeInvariants: [[], [null]] },
    );
    const inner = (i: Tensor, a: Tensor): Tensor =>
      tf.whileLoop(
        (j) => j.less(i),
        (j, b) => [j.add(1), b.add(1)],
        [zero(), a],
      )[1] as Tensor;
    tf.whileLoop(
      (i) => i.less(3),
      (i, a) => [i.add(1), inner(i, a)],
      [zero(), tf.constant(0)],
    );
    tf.whileLoop(
      () => true,
      (k) => k.add(2),
      [zero()],
      { maximumIterations: 4 },
    );
    tf.gradients(y, x);
    tf.mapFn((r: Tensor) => tf.reduceSum(r).mul(2), x);
    tf.foldl((a: Tensor, r: Tensor) => a.add(r), x);
    tf.scan((a: Tensor, r: Tensor) => a.mul(r), x);
  },
  { modes: ["graph"] },
);

program(
  "tensor_array",
  () => {
    const x = v1.placeholder(tf.float32, [3, 2], { name: "x" });
    const array = new tf.TensorArray(tf.float32, 3).unstack(x);
    const empty = new tf.TensorArray(tf.float32, 0, true);
    const [, out] = tf.whileLoop(
      (i) => i.less(3),
      (i: Tensor, o: tf.TensorArray) => [
        i.add(1),
        o.write(i, array.read(tf.subtract(2, i, { name: "sub" })).mul(4)),
      ],
      [int(0), empty],
    ) as [Tensor, tf.TensorArray];
    const stacked = out.stack();
    tf.gradients(stacked, x);
    new tf.TensorArray(tf.float32, 2, { inferShape: false })
      .write(0, x)
      .write(1, x.getItem([null, 1]))
      .concat();
    tf.shape(stacked);
  },
  { modes: ["graph"] },
);
