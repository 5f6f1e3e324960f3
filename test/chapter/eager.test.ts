import { expect, it } from "vitest";
import * as tf from "../../src/index.ts";
import { chapterCase } from "../conformance/chapter.ts";
import { printed, recorded } from "./support.ts";

it("ch14_02: the graph of the first example, without a graph", () => {
  const { expected } = chapterCase("ch14_02_v2_eager");
  const [a, b, c] = ["a", "b", "c"].map((name, i) => tf.constant(i + 1, { dtype: tf.int32, name }));
  const z = tf.expr`2 * (${a} - ${b}) + ${c}`;
  expect({
    z: recorded(z),
    tf_print_book: printed("Result: z =", z),
    tf_print_seed: printed("Result: z = ", z),
    repr: (z as unknown as Record<symbol, () => string>)[Symbol.for("nodejs.util.inspect.custom")]!(),
    str: String(z),
  }).toEqual(expected);
});
