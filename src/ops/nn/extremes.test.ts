// Activations and losses far from zero, and at NaN and the infinities.
import { describe, expect, it } from "vitest";
import { evaluate } from "../../engine/evaluate.ts";
import type { TensorValue } from "../../graph/types.ts";

const { NaN: nan, POSITIVE_INFINITY: inf } = Number;

const float = (values: readonly number[], shape: readonly number[] = [values.length]): TensorValue => ({
  dtype: "float32",
  shape,
  data: Float32Array.from(values),
});

const numbers = (op: string, ...inputs: TensorValue[]): number[] =>
  Array.from(evaluate(op, inputs, {})[0].data as Float32Array);

describe("activations", () => {
  const x = float([-400, -0, 0, 400, nan, inf, -inf]);
  it.each([
    ["Relu", [0, 0, 0, 400, nan, inf, 0]],
    ["Relu6", [0, 0, 0, 6, nan, 6, 0]],
    ["Elu", [-1, -0, 0, 400, nan, inf, -1]],
    ["Softplus", [0, Math.fround(Math.LN2), Math.fround(Math.LN2), 400, nan, inf, 0]],
    ["Softsign", [Math.fround(-400 / 401), -0, 0, Math.fround(400 / 401), nan, nan, nan]],
  ])("%s", (op, wanted) => {
    expect(numbers(op, x)).toEqual(wanted);
  });

  it("Selu keeps its scales", () => {
    expect(numbers("Selu", float([-400, 400]))).toEqual([
      Math.fround(-1.7580993408473766),
      Math.fround(400 * 1.0507009873554805),
    ]);
  });

  it("empty tensors stay empty", () => {
    expect(evaluate("Relu", [float([], [2, 0])], {})[0].shape).toEqual([2, 0]);
    expect(evaluate("Softmax", [float([], [0, 3])], {})[0].shape).toEqual([0, 3]);
  });
});

describe("softmax", () => {
  it("does not overflow", () => {
    expect(numbers("Softmax", float([400, -400, 400, 0], [1, 4]))).toEqual([0.5, 0, 0.5, 0]);
    expect(numbers("LogSoftmax", float([400, -400], [1, 2]))).toEqual([0, -800]);
  });

  it("of a NaN is NaN everywhere", () => {
    expect(numbers("Softmax", float([1, nan, 2], [1, 3]))).toEqual([nan, nan, nan]);
  });

  it("gives a finite loss for logits of any size", () => {
    const labels: TensorValue = { dtype: "int64", shape: [1], data: BigInt64Array.of(1n) };
    expect(numbers("SparseSoftmaxCrossEntropyWithLogits", float([400, -400], [1, 2]), labels)).toEqual([800]);
    expect(
      numbers("SoftmaxCrossEntropyWithLogits", float([400, -400], [1, 2]), float([0, 1], [1, 2])),
    ).toEqual([800]);
  });
});
