// A graph in TensorFlow v1: build it, then run it in a session.
import * as tf from "teia";

const g = new tf.Graph();
const z = g.asDefault(() => {
  const a = tf.constant(1, { dtype: tf.int32, name: "a" });
  const b = tf.constant(2, { dtype: tf.int32, name: "b" });
  const c = tf.constant(3, { dtype: tf.int32, name: "c" });
  return tf.expr`2 * (${a} - ${b}) + ${c}`;
});

using sess = new tf.compat.v1.Session({ graph: g });
console.log("Result: z = ", sess.run(z));
