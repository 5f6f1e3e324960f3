import * as tf from "../../src/index.ts";
import type { Tensor } from "../../src/index.ts";
import { program } from "./support.ts";

const { v1 } = tf.compat;
const int = (value: unknown, name?: string): Tensor =>
  tf.constant(value, { dtype: tf.int32, ...(name ? { name } : {}) });
const names = (tensors: readonly Tensor[]): string[] =>
  tensors.map((each) => (each as tf.SymbolicTensor).name);

program("readme", () => {
  const a = v1.placeholder(tf.int32, [], { name: "tf_a" });
  const b = v1.placeholderWithDefault(2, [], { name: "tf_b", dtype: tf.int32 });
  const c = int(4, "tf_c");
  tf.add(tf.multiply(2, tf.subtract(a, b)), c, { name: "z" });
  const r1 = a.sub(b);
  const r2 = tf.multiply(2, r1, { name: "mul" });
  r2.add(c);
});

program("constants", () => {
  int(1);
  tf.constant(1.5);
  int([1, 2]);
  tf.constant([[1, 2]]);
  tf.constant("abc");
  tf.constant([true, false]);
  tf.constant(3, { dtype: tf.int64 });
  tf.constant(2, { dtype: tf.int32, shape: [2, 2] });
  tf.constant(1.25, { dtype: tf.float64 });
  tf.constant([0, 1, 2, 3, 4, 5], { dtype: tf.int64, shape: [2, 3] });
  tf.zeros([2, 2]);
  tf.ones([3], tf.int32);
  tf.rawOps.Fill([2] as never, 9 as never, { T: "int32" } as never);
  tf.range(5, { dtype: tf.int32 });
  tf.range(1, 2, 0.25);
  tf.linspace(0, 1, 3);
  tf.eye(2);
  tf.zerosLike(int([1, 2]));
  v1.onesLike(tf.constant([1]));
});

const X = [
  [-0.341, -1.294, 0.664],
  [-3.336, 1.304, -0.096],
];

program("operators", () => {
  const x = tf.constant(X, { name: "x" });
  const w = tf.constant(
    [
      [0.841, 1.794, 1.164],
      [3.836, 1.804, 0.596],
    ],
    { name: "w" },
  );
  const i = int([4, -7, 2], "i");
  const j = int([3, 2, 4], "j");
  const outs = [
    x.add(w),
    x.sub(w),
    x.mul(w),
    x.div(w),
    x.floorDiv(w),
    x.mod(w),
    x.pow(2),
    x.neg(),
    x.abs(),
    x.less(w),
    x.lessEqual(w),
    x.greater(w),
    x.greaterEqual(w),
    tf.add(1, x, { name: "add" }),
    tf.subtract(2, x, { name: "sub" }),
    tf.multiply(3, x, { name: "mul" }),
    tf.truediv(1, w, { name: "truediv" }),
    i.floorDiv(j),
    i.mod(j),
    i.div(j),
    x.matmul(tf.transpose(w)),
    tf.constant([true, false]).and(tf.constant([true, true])),
    tf.constant([true]).not(),
    x.getItem(0),
    x.getItem([], 1),
    x.getItem("...", tf.newaxis),
    x.getItem(0, [1, 3]),
    x.getItem([null, null, -1], [null, null, 2]),
  ];
  return { names: names(outs) };
});
