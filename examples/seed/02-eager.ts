// The same in TensorFlow v2: tensors have values at once, no graph and no session.
import * as tf from "teia";

const a = tf.constant(1, { dtype: tf.int32, name: "a" });
const b = tf.constant(2, { dtype: tf.int32, name: "b" });
const c = tf.constant(3, { dtype: tf.int32, name: "c" });

const z = tf.expr`2 * (${a} - ${b}) + ${c}`;
tf.print("Result: z = ", z);
