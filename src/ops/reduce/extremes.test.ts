// Reductions at their edges: nothing to reduce, NaN, infinities, long sums, axes that do not exist.
import { describe, expect, it } from "vitest";
import { InvalidArgumentError } from "../../base/errors.ts";
import { evaluate } from "../../engine/evaluate.ts";
import type { TensorValue } from "../../graph/types.ts";

const float = (values: readonly number[], shape: readonly number[] = [values.length]): TensorValue => ({
  dtype: "float32",
  shape,
  data: Float32Array.from(values),
});
const int = (values: readonly number[], shape: readonly number[] = [values.length]): TensorValue => ({
  dtype: "int32",
  shape,
  data: Int32Array.from(values),
});

const reduced = (op: string, x: TensorValue, axes: TensorValue = int([0])): unknown[] =>
  Array.from(evaluate(op, [x, axes], {})[0].data as ArrayLike<unknown>);

describe("empty reductions", () => {
  it.each([
    ["Sum", 0],
    ["Mean", Number.NaN],
    ["Prod", 1],
    ["Max", Number.NEGATIVE_INFINITY],
    ["Min", Number.POSITIVE_INFINITY],
    ["EuclideanNorm", 0],
  ])("%s of nothing is %d", (op, wanted) => {
    expect(reduced(op, float([]))).toEqual([wanted]);
  });

  it("of integers give the limits of the dtype", () => {
    expect(reduced("Max", int([]))).toEqual([-2147483648]);
    expect(reduced("Min", int([]))).toEqual([2147483647]);
    expect(reduced("Mean", int([]))).toEqual([0]);
  });

  it("leave a scalar as it is", () => {
    expect(reduced("Sum", float([3], []), int([]))).toEqual([3]);
    expect(reduced("Max", float([-0], []), int([]))).toEqual([-0]);
  });
});

describe("special values", () => {
  it("NaN reaches Max, Min and Sum, but no position", () => {
    const x = float([1, Number.NaN, 2]);
    for (const op of ["Max", "Min", "Sum"]) expect(reduced(op, x)).toEqual([Number.NaN]);
    expect(reduced("ArgMax", x, int([0], []))).toEqual([2n]);
    expect(reduced("ArgMin", x, int([0], []))).toEqual([0n]);
  });

  it("infinities of both signs cancel to NaN", () => {
    expect(reduced("Sum", float([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]))).toEqual([Number.NaN]);
  });

  it("long sums are rounded once", () => {
    const count = 100_003;
    const tenth = Math.fround(0.1);
    expect(reduced("Sum", float(new Array<number>(count).fill(0.1)))).toEqual([Math.fround(tenth * count)]);
  });
});

describe("axes", () => {
  it("count from the end when negative", () => {
    expect(reduced("Sum", float([1, 2, 3, 4], [2, 2]), int([-1]))).toEqual([3, 7]);
    expect(reduced("Cumsum", float([1, 2, 3, 4], [2, 2]), int([-2], []))).toEqual([1, 2, 4, 6]);
  });

  it("outside the rank are refused", () => {
    for (const axis of [2, -3])
      expect(() => reduced("Sum", float([1, 2], [1, 2]), int([axis]))).toThrow(InvalidArgumentError);
    expect(() => reduced("Cumsum", float([1], []), int([0], []))).toThrow(InvalidArgumentError);
    expect(() => reduced("ArgMax", float([], [0]), int([0], []))).toThrow("empty");
  });
});
