// Placeholders become the parameters of a plain function: scalars, lists and tensors all fit.
import * as tf from "teia";

function computeZ(a: tf.TensorInput, b: tf.TensorInput, c: tf.TensorInput) {
  const r1 = tf.subtract(a, b);
  const r2 = tf.multiply(2, r1);
  return tf.add(r2, c);
}

tf.print("Scalar Inputs:", computeZ(1, 2, 3));
tf.print("Rank 1 Inputs:", computeZ([1], [2], [3]));
tf.print("Rank 2 Inputs:", computeZ([[1]], [[2]], [[3]]));
