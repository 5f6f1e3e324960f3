// Placeholders: a graph whose inputs are fed when it runs.
import * as tf from "teia";

const g = new tf.Graph();
const [a, b, c, z] = g.asDefault(() => {
  const a = tf.compat.v1.placeholder(tf.int32, { name: "tf_a" });
  const b = tf.compat.v1.placeholder(tf.int32, { name: "tf_b" });
  const c = tf.compat.v1.placeholder(tf.int32, { name: "tf_c" });
  return [a, b, c, tf.expr`2 * (${a} - ${b}) + ${c}`];
});

using sess = new tf.compat.v1.Session({ graph: g });
const feedDict = new Map([
  [a, 1],
  [b, 2],
  [c, 3],
]);
console.log("Result: z =", sess.run(z, { feedDict }));
