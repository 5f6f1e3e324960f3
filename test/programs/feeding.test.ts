import * as tf from "../../src/index.ts";
import type { Tensor } from "../../src/index.ts";
import { program } from "./support.ts";

const { v1 } = tf.compat;

program("feeding", () => {
  const x = v1.placeholder(tf.float32, [null, 2], { name: "x" });
  const c = tf.constant([[1, 2]], { name: "c" });
  const m = tf.multiply(x, 2, { name: "m" });
  tf.add(m, c, { name: "s" });
  const d = v1.placeholderWithDefault([[4, 2]], [null, 2], { name: "d" });
  tf.add(d, x, { name: "e" });
  tf.shape(v1.placeholder(tf.float32, { name: "unk" }), { name: "us" });
  tf.rawOps.StringLength(v1.placeholder(tf.string, [null], { name: "st" }), { name: "sl" });
  tf.logicalNot(v1.placeholder(tf.bool, [2], { name: "bo" }), { name: "nb" });
});

program("import_graph_def", () => {
  const inner = new tf.Graph();
  inner.asDefault(() => {
    const x = v1.placeholder(tf.float32, [2], { name: "x" });
    tf.add(tf.multiply(x, 4, { name: "y" }), 1, { name: "z" });
  });
  const graphDef = inner.asGraphDef();
  const k = tf.constant([3, 4], { name: "k" });
  const r1 = v1.importGraphDef(graphDef, { returnElements: ["z:0", "y"], name: "imp" })!;
  const r2 = v1.importGraphDef(graphDef, {
    inputMap: { "x:0": k as tf.SymbolicTensor },
    returnElements: ["z:0"],
  })!;
  const r3 = v1.importGraphDef(graphDef, { name: "imp", returnElements: ["z:0"] })!;
  return { names: [r1[0].name, r1[1].name, r2[0].name, r3[0].name] };
});

program("shapes", () => {
  const x = v1.placeholder(tf.float32, [null, 4, 3], { name: "x" });
  const u = v1.placeholder(tf.float32, { name: "u" });
  const i = v1.placeholder(tf.int32, [null], { name: "i" });
  const outs: Tensor[] = [
    tf.reshape(x, [-1, 12]),
    tf.transpose(x, [2, 0, 1]),
    tf.reduceSum(x, 1),
    tf.reduceSum(x, 1, { keepdims: true }),
    tf.concat([x, x], 1),
    tf.stack([x, x], 1),
    tf.expandDims(x, 0),
    tf.matmul(x, tf.zeros([1, 3, 5])),
    u.add(1),
    tf.gather(x, i),
    tf.tile(x, [1, 2, 1]),
    x.getItem([], 0),
    x.getItem("...", [1]),
    tf.shape(x),
    v1.where(x.greater(0)),
    tf.unstack(x, { axis: 1 })[0],
    tf.split(x, [1, 2], 2)[1],
    tf.booleanMask(x, x.getItem([], 0, 0).greater(0)),
    tf.oneHot(i, 4),
    tf.reshape(u, [2, -1]),
    tf.nn.topK(x, 2)[1],
    tf.range(tf.shape(i).getItem(0)),
    tf.zeros(tf.shape(x)),
    tf.broadcastTo(x.getItem([], [null, 1]), [2, 4, 3]),
  ];
  return {
    static: outs.map((each) => [
      (each as tf.SymbolicTensor).name,
      each.dtype,
      each.shape === null ? null : each.shape.map((size) => (size < 0 ? null : size)),
    ]),
  };
});
