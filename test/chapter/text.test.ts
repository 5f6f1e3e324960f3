import { describe, expect, it } from "vitest";
import { PythonTuple } from "../../src/base/format/python-repr.ts";
import * as tf from "../../src/index.ts";
import { chapterCase } from "../conformance/chapter.ts";
import { printed } from "./support.ts";

const integers = (value: unknown): tf.Tensor => tf.constant(value, { dtype: tf.int32 });
const doubles = (value: unknown): tf.Tensor => tf.constant(value, { dtype: tf.float64 });
const range = (limit: number, dtype: tf.DTypeLike = tf.int32): tf.Tensor => tf.range(limit, { dtype });
const infinity = Number.POSITIVE_INFINITY;

describe("ch14_22: what tf.print writes", () => {
  const recorded: [string, string][] = chapterCase("ch14_22_tf_print_formats").expected.prints;
  const cases: Record<string, () => unknown[]> = {
    "1.0": () => [tf.constant(1)],
    "0.1f": () => [tf.constant(0.1)],
    "1/3": () => [tf.constant(1 / 3)],
    "1e-7": () => [tf.constant(1e-7)],
    "1.5e10": () => [tf.constant(1.5e10)],
    "123456789.": () => [tf.constant(123456789)],
    "1e20": () => [tf.constant(1e20)],
    "nan inf -inf": () => [tf.constant([Number.NaN, infinity, -infinity])],
    "-0.0": () => [tf.constant(-0)],
    "f64 .1": () => [doubles(0.1)],
    "f64 1/3": () => [doubles(1 / 3)],
    "f64 1e-300": () => [doubles(1e-300)],
    f16: () => [tf.constant(0.1, { dtype: tf.float16 })],
    bf16: () => [tf.cast(tf.constant(0.1), tf.bfloat16)],
    int: () => [integers([1, -2])],
    uint8: () => [tf.constant([1, 255], { dtype: tf.uint8 })],
    bool: () => [tf.constant([true, false])],
    "bool scalar": () => [tf.constant(true)],
    string: () => [tf.constant("ab")],
    strings: () => [tf.constant(["ab", "c d"])],
    range7: () => [range(7)],
    range6: () => [range(6)],
    "range100 summarize -1": () => [range(20), { summarize: -1 }],
    "summarize 1": () => [range(10), { summarize: 1 }],
    "7x7": () => [tf.reshape(range(49), [7, 7])],
    "2x2x2": () => [tf.reshape(range(8), [2, 2, 2])],
    empty: () => [tf.zeros([0])],
    "empty 2,0": () => [tf.zeros([2, 0])],
    mixed: () => {
      const list = [integers(1), integers(2)];
      return [
        "a",
        1,
        2.5,
        true,
        null,
        tf.constant(1),
        list,
        { k: tf.constant([1, 2]) },
        new PythonTuple([1, "z"]),
      ];
    },
    "sep end": () => [1, 2, integers(3), { sep: "|", end: "!\n" }],
    "np array": () => [Float64Array.of(1.5, 2)],
    "python list": () => [[1, 2, 3]],
    variable: () => [new tf.Variable([1, 2])],
    shape: () => [new tf.TensorShape(integers([[1]]).shape)],
    dtype: () => [tf.float32],
    "nested list of tensors": () => [[[tf.constant(1)], integers([2])]],
    complex: () => [tf.complex(1, 2)],
  };

  it("has a case for each recording", () => {
    expect(Object.keys(cases).sort()).toEqual(recorded.map(([name]) => name).sort());
  });

  it.each(recorded)("%s", (name, text) => {
    expect(printed(...cases[name]())).toBe(text);
  });
});

describe("ch13_15: how tensors show themselves", () => {
  type Texts = Record<"str" | "repr", Record<string, string>>;
  // NumPy 2's texts, which come with TensorFlow 2.21.
  const { expected, expected_by_version: versions } = chapterCase("ch13_15_tensor_str_repr");
  const { str, repr } = { ...expected, ...versions!["2.21.0"] } as Texts;
  const cases: Record<string, () => tf.Tensor> = {
    ints: () => integers([1, 20, -300]),
    f: () => tf.constant([1.2, 3.456789, -7]),
    small: () => tf.constant([1e-5, 1]),
    tiny: () => tf.constant([1e-10, 1e-12]),
    large: () => tf.constant([1e9, 1]),
    whole: () => tf.constant([1, 2]),
    mat: () =>
      tf.constant([
        [1.5, 2],
        [3, 40.25],
      ]),
    "scalar f": () => tf.constant(3.14),
    "scalar third": () => tf.constant(1 / 3),
    "scalar int": () => integers(7),
    "scalar big": () => tf.constant(1e20),
    "scalar 1e-5": () => tf.constant(1e-5),
    bool: () => tf.constant([true, false]),
    str: () => tf.constant(["a", "bc"]),
    "str scalar": () => tf.constant("abc"),
    nan: () => tf.constant([Number.NaN, 1, infinity]),
    f64: () => doubles([1 / 3, 2]),
    "3d": () => tf.reshape(range(8), [2, 2, 2]),
    range1001: () => range(1001),
    "40x40": () => tf.reshape(range(1600, tf.float32), [40, 40]),
    empty: () => tf.zeros([0, 2]),
    "long row": () => tf.divide(range(30, tf.float32), 7),
    i64: () => tf.constant([1, 2], { dtype: tf.int64 }),
    u8: () => tf.constant([1, 2], { dtype: tf.uint8 }),
    f16: () => tf.constant([0.1, 0.2], { dtype: tf.float16 }),
    neg0: () => tf.constant([-0, 0]),
    complex: () => tf.complex(doubles([1]), doubles([2])),
  };
  const shown = (x: tf.Tensor): string =>
    (x as unknown as Record<symbol, () => string>)[Symbol.for("nodejs.util.inspect.custom")]();

  it.each(Object.keys(str))("%s", (name) => {
    const tensor = cases[name]();
    expect(String(tensor)).toBe(str[name]);
    expect(shown(tensor)).toBe(repr[name]);
  });
});

it("ch14_04: results printed beside texts", () => {
  const computeZ = (...values: unknown[]): tf.Tensor => {
    const [a, b, c] = values.map(integers);
    return tf.expr`2 * (${a} - ${b}) + ${c}`;
  };
  const texts = [
    printed("Scalar Inputs:", computeZ(1, 2, 3)),
    printed("Rank 1 Inputs:", computeZ([1], [2], [3])),
    printed("Rank 2 Inputs:", computeZ([[1]], [[2]], [[3]])),
  ];
  expect(texts).toEqual(chapterCase("ch14_04_compute_z_eager").expected.printed);
});
