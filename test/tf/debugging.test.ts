// Checks of tf.debugging that only a running function can make.
import { describe, expect, it } from "vitest";
import * as tf from "../../src/index.ts";

const unknown = new tf.TensorSpec(null, tf.float32);

function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(tf.errors.InvalidArgumentError);
    return (error as Error).message;
  }
  return "nothing was refused";
}

describe("checks in functions", () => {
  const scaled = tf.function(
    (x: tf.Tensor) => {
      tf.debugging.assertRank(x, 1);
      tf.debugging.assertLess(x, 3, { message: "too big" });
      return x.mul(2);
    },
    { inputSignature: [unknown] },
  ) as unknown as (x: unknown) => tf.EagerTensor;

  it("pass what holds, empty tensors too", () => {
    expect(scaled([1, 2]).array()).toEqual([2, 4]);
    expect(scaled([]).array()).toEqual([]);
  });

  it("refuse elements and ranks with the values that were found", () => {
    expect(refusal(() => scaled([1, 5]))).toContain(
      "assertion failed: [too big] [Condition x < y did not hold element-wise:] [x (x:0) = ] [1 5] " +
        "[y (assert_less/y:0) = ] [3]",
    );
    expect(refusal(() => scaled([1, Number.NaN]))).toContain("[x (x:0) = ] [1 nan]");
    expect(refusal(() => scaled([[1]]))).toContain(
      "assertion failed: [] [Tensor x:0 must have rank] [1] [Received shape: ] [1 1]",
    );
  });

  const related = tf.function(
    (x: tf.Tensor, y: tf.Tensor) => {
      tf.debugging.assertShapes([
        [x, ["N", 2]],
        [y, ["N"]],
      ]);
      return tf.debugging.assertAllFinite(x, "bad");
    },
    { inputSignature: [unknown, unknown] },
  ) as unknown as (x: unknown, y: unknown) => tf.EagerTensor;

  it("compare sizes and look for numbers that are none", () => {
    expect(related([[1, 2]], [1]).array()).toEqual([[1, 2]]);
    expect(refusal(() => related([[1, 2]], [1, 2]))).toContain(
      "[Specified by tensor x:0 dimension 0] [Tensor y:0 dimension] [0] [must have size] [1] " +
        "[Received shape: ] [2]",
    );
    expect(refusal(() => related([[1, Number.NaN]], [1]))).toContain("bad : Tensor had NaN values");
    expect(refusal(() => related(1, [1]))).toContain("[Tensor x:0 must have rank] [2] [Received shape: ] []");
  });
});

describe("checks that a session waits for", () => {
  it("run by control dependencies only", () => {
    const graph = new tf.Graph();
    const [x, checked, free] = graph.asDefault(() => {
      const x = tf.compat.v1.placeholder(tf.float32, [null]);
      const check = tf.debugging.assertPositive(x);
      const checked = tf.controlDependencies([check], () => tf.identity(x));
      return [x, checked, x.add(1)] as const;
    });
    const session = new tf.compat.v1.Session({ graph });
    const run = (fetch: tf.Tensor, value: number[]): unknown =>
      session.run(fetch as never, new Map([[x, value]]) as never);
    expect(refusal(() => run(checked, [-1]))).toContain("[Condition x > 0 did not hold element-wise:]");
    expect(() => run(free, [-1])).not.toThrow();
    expect(() => run(checked, [1])).not.toThrow();
    session.close();
  });
});
