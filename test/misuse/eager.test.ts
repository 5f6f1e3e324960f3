// Eager calls that TensorFlow rejects: the same class, code and sentence, and the line of the call.
import { describe, expect, it } from "vitest";
import * as tf from "../../src/index.ts";
import { errorOf, expectError, recordedErrors, sentence } from "./support.ts";

const recorded = recordedErrors("errors_eager");
const int = (value: unknown): tf.Tensor => tf.constant(value, { dtype: tf.int32 });
const { v1 } = tf.compat;

/** Python's expressions by number, in TypeScript; `words` where the sentence speaks of Python itself. */
const CASES: readonly [id: string, run: () => unknown, words?: string][] = [
  ["000", () => tf.constant([[1, 2], [3]])],
  ["001", () => int(1).add(tf.constant(1))],
  ["002", () => int([1, 2]).mul(1.5)],
  ["003", () => tf.matmul(tf.zeros([2, 5]), tf.zeros([3, 2]))],
  ["004", () => tf.matmul(tf.zeros([2]), tf.zeros([2])), "In[0]"],
  ["005", () => tf.zeros([2, 5]).add(tf.zeros([2, 3]))],
  ["006", () => tf.reshape(tf.zeros([5]), [3])],
  ["007", () => tf.concat([tf.zeros([2, 3]), tf.zeros([3, 5])], 0)],
  ["008", () => tf.stack([tf.zeros([2]), tf.zeros([3])])],
  ["009", () => tf.split(tf.zeros([7]), 3)],
  ["010", () => tf.squeeze(tf.zeros([2, 3]), [0])],
  ["011", () => tf.gather(tf.constant([1, 2]), [5])],
  ["012", () => tf.zeros([3]).get(5)],
  ["013", () => tf.transpose(tf.zeros([2, 3]), [0, 0])],
  ["014", () => tf.slice(tf.zeros([3]), [2], [5])],
  ["015", () => tf.cast(tf.constant("a"), tf.float32)],
  ["016", () => tf.constant("a", tf.int32)],
  [
    "017",
    () => tf.constant([1, 2, 3], { shape: [5] }),
    "Eager execution of tf.constant with unsupported shape",
  ],
  ["018", () => tf.ones([2, -1])],
  ["019", () => tf.range(0, 5, 0)],
  ["021", () => tf.oneHot([0], -1)],
  [
    "023",
    () =>
      tf.raw.Conv2D(tf.zeros([1, 4, 4, 3]), tf.zeros([2, 2, 3, 1]), {
        strides: [1, 1, 1, 1],
        padding: "FULL" as "SAME",
      }),
  ],
  ["025", () => tf.nn.sparseSoftmaxCrossEntropyWithLogits(int([5]), [[1, 2]])],
  ["030", () => tf.strings.toNumber(["1.5", "abc"])],
  ["032", () => tf.debugging.assertEqual(1, 2, { message: "no" })],
  ["034", () => tf.debugging.checkNumerics(tf.constant([NaN]), "bad")],
  ["035", () => tf.debugging.Assert(tf.constant(false), [1, "x"]), "to be true. Summarized data: 1"],
  [
    "036",
    () => new tf.Variable([1, 2]).assign([1, 2, 3]),
    "Shape mismatch.The variable shape (2,), and the assigned value shape (3,) are incompatible.",
  ],
  [
    "037",
    () => new tf.Variable([1, 2]).assign(int([1, 2])),
    "Tensor conversion requested dtype float32 for Tensor with dtype int32",
  ],
  [
    "038",
    () => new tf.Variable(1, { shape: [2] }),
    "is not compatible with the explicitly supplied `shape` argument",
  ],
  ["041", () => tf.convertToTensor({} as never), "with an unsupported type"],
  ["042", () => tf.convertToTensor(null as never)],
  [
    "043",
    () => tf.convertToTensor(int(1), { dtype: tf.float32 }),
    "Tensor conversion requested dtype float32 for Tensor with dtype int32",
  ],
  ["044", () => new tf.TensorShape([2, 3]).assertIsCompatibleWith([2, 4]), "are incompatible"],
  ["046", () => new tf.TensorShape(null).asList(), "is not defined on an unknown TensorShape"],
  ["047", () => tf.broadcastStaticShape([2], [3])],
  ["048", () => tf.asDtype("float33" as never)],
  ["054", () => v1.placeholder(tf.float32), "is not compatible with eager execution."],
  [
    "089",
    () => tf.linalg.matmul(tf.zeros([2, 2]), tf.zeros([2, 2], tf.float64)),
    "MatMul as input #1(zero-based) was expected to be a float tensor but is a double tensor",
  ],
  ["090", () => tf.math.floordiv(int([1]), int([0]))],
  ["091", () => int([1]).floorDiv(int([0]))],
  ["092", () => tf.scatterNd([[5]], [1], [2])],
  ["093", () => tf.tensorScatterNdUpdate(tf.zeros([2]), [[5]], [1])],
  ["094", () => tf.booleanMask(tf.zeros([3]), [true]), "are incompatible"],
  ["096", () => tf.unstack(tf.zeros([2]), { num: 3 })],
  ["097", () => tf.clipByValue(tf.zeros([2]), [0, 0, 0], 1)],
  ["098", () => tf.pad(tf.zeros([2, 2]), [[1, 1]])],
  ["099", () => tf.pad(tf.zeros([2]), [[3, 3]], { mode: "REFLECT" })],
  [
    "100",
    () => tf.nn.dropout(tf.zeros([2]), 1.5),
    "`rate` must be a scalar tensor or a float in the range [0, 1)",
  ],
  ["101", () => tf.argmax(tf.zeros([2]), 3)],
  ["102", () => tf.reduceSum(tf.zeros([2]), 3)],
  ["103", () => tf.math.topK(tf.zeros([2]), 5)],
];

describe("errors of eager calls", () => {
  for (const [id, run, words] of CASES) {
    const expected = recorded.get(id)!;
    it(`${expected.code}`, () => {
      const error = errorOf(run);
      expectError(error, expected.error!, words ?? sentence(expected));
      if (expected.error_code !== undefined) expect(error.errorCode).toBe(expected.error_code);
    });
  }
});
