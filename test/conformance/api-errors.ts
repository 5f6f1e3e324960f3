// Common mistakes, translated from the recorded Python expressions: each must raise what TensorFlow raises.
import type { EagerTensor } from "../../src/engine/eager-tensor.ts";
import { OpError } from "../../src/base/errors.ts";
import * as tf from "../../src/index.ts";
import type { ApiCase } from "./cases.ts";

const ones = (...shape: number[]): EagerTensor => tf.ones(shape) as EagerTensor;
const integers = (value: unknown): EagerTensor => tf.constant(value, { dtype: tf.int32 }) as EagerTensor;

function gradientTwice(): void {
  const x = tf.constant(1);
  const tape = new tf.GradientTape();
  const y = tape.run(() => {
    tape.watch(x);
    return x.mul(x);
  });
  tape.gradient(y, x);
  tape.gradient(y, x);
}

/** By recorded expression. */
export const MISTAKES: Readonly<Record<string, () => unknown>> = {
  "tf.matmul(tf.ones([2,3]), tf.ones([2,3]))": () => tf.matmul(ones(2, 3), ones(2, 3)),
  "tf.ones([2,3]) + tf.ones([4])": () => ones(2, 3).add(ones(4)),
  "tf.constant(1) + tf.constant(1.0)": () => integers(1).add(tf.constant(1)),
  "tf.reshape(tf.ones([6]), [4, 2])": () => tf.reshape(ones(6), [4, 2]),
  "tf.concat([tf.ones([2,3]), tf.ones([3,2])], 0)": () => tf.concat([ones(2, 3), ones(3, 2)], 0),
  "tf.gather([1,2,3], 5)": () => tf.gather(integers([1, 2, 3]), 5),
  "tf.stack([tf.ones([2]), tf.ones([3])])": () => tf.stack([ones(2), ones(3)]),
  "tf.ones([3])[5]": () => ones(3).getItem(5),
  "tf.constant([1,2]) // 0": () => integers([1, 2]).floorDiv(0),
  'tf.constant("a", tf.int32)': () => tf.constant("a", tf.int32),
  "tf.constant([[1],[1,2]])": () => tf.constant([[1], [1, 2]]),
  "tf.debugging.assert_equal(1, 2)": () => tf.debugging.assertEqual(1, 2),
  'tf.debugging.assert_less([3],[2],message="m")': () => tf.debugging.assertLess([3], [2], { message: "m" }),
  'tf.strings.to_number("abc")': () => tf.strings.toNumber("abc"),
  "tf.ensure_shape(tf.ones([2,3]), [None, 4])": () => tf.ensureShape(ones(2, 3), [null, 4]),
  'tf.cast("1", tf.int32)': () => tf.cast("1", tf.int32),
  "tf.split(tf.ones([5]), 2)": () => tf.split(ones(5), 2),
  "tf.transpose(tf.ones([2,3]), [0,0])": () => tf.transpose(ones(2, 3), [0, 0]),
  "tf.squeeze(tf.ones([2,3]), 0)": () => tf.squeeze(ones(2, 3), 0),
  "tf.Variable([1.,2.]).assign([1.,2.,3.])": () => new tf.Variable([1, 2]).assign([1, 2, 3]),
  "tf.one_hot(tf.ones([2]), 3)": () => tf.oneHot(ones(2), 3),
  "tf.random.uniform([2], 5, 5, tf.int32)": () => tf.random.uniform([2], 5, 5, tf.int32),
  "tf.GradientTape non-persistent twice": gradientTwice,
  'tf.einsum("ij,jk->ik", tf.ones([2,3]), tf.ones([2,3]))': () =>
    tf.einsum("ij,jk->ik", ones(2, 3), ones(2, 3)),
};

/** Expressions that cannot be repeated, and why. */
export const UNREPEATED: Readonly<Record<string, string>> = {
  "bool(tf.constant([1,2]))": "JavaScript asks no object for its truth",
  'tf.nn.conv2d(tf.ones([1,4,4,3]), tf.ones([2,2,2,1]), 1, "SAME")': "tf.nn.conv2d is not implemented",
  "tf.linalg.inv(tf.zeros([2,2]))": "MatrixInverse is not implemented",
  'tf.io.decode_png(b"x")': "tf.io.decode_png is not implemented",
};

const classOf = (error: unknown): string =>
  error instanceof Error ? (error.name === "Error" ? error.constructor.name : error.name) : typeof error;

/** Compares the exception's class, and its code if it has one. */
export function mistakeDifference(item: ApiCase): string | null {
  const { expr, exception, code } = item.body as { expr: string; exception: string; code: string | null };
  try {
    MISTAKES[expr]!();
  } catch (error) {
    if (classOf(error) !== exception) return `raised ${classOf(error)}: ${error}, expected ${exception}`;
    const got = error instanceof OpError ? error.code : null;
    return got === code ? null : `code is ${got}, expected ${code}`;
  }
  return `nothing was raised, expected ${exception}`;
}
