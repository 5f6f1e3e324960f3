// Initializers: shapes, dtypes, spread, configs and errors; their numbers are among the chapter's cases.
import { describe, expect, it } from "vitest";
import type { EagerTensor } from "../../engine/eager-tensor.ts";
import * as initializers from "../namespaces/initializers.ts";
import { setSeed } from "../random/seeds.ts";
import { computeFans } from "./variance-scaling.ts";

const numbers = (x: unknown): number[] =>
  Array.from((x as EagerTensor).toValue().data as ArrayLike<number>, Number);

describe("constants", () => {
  it("fill, reshape or broadcast", () => {
    expect(numbers(initializers.constant(2)([2, 2], "int32"))).toEqual([2, 2, 2, 2]);
    expect(numbers(initializers.constant([1, 2, 3, 4])([2, 2]))).toEqual([1, 2, 3, 4]);
    expect(numbers(initializers.constant([1, 2])([2, 2]))).toEqual([1, 2, 1, 2]);
    expect(initializers.zeros()([0, 3], { dtype: "float64" }).dtype).toBe("float64");
    expect(numbers(new initializers.Ones()([]))).toEqual([1]);
    expect(numbers(initializers.identity(3)([2, 2]))).toEqual([3, 0, 0, 3]);
    expect(() => initializers.identity()([2])).toThrow("2D");
    expect(() => initializers.zeros()([null])).toThrow("fully known");
  });
});

describe("random ones", () => {
  it("repeat with a seed, go on without", () => {
    const init = initializers.heNormal({ seed: 3 });
    expect(numbers(init([4]))).toEqual(numbers(init([4])));
    const free = initializers.heNormal();
    setSeed(1);
    const [first, second] = [numbers(free([4])), numbers(free([4]))];
    expect(first).not.toEqual(second);
    setSeed(1);
    expect(numbers(free([4]))).toEqual(first);
  });

  it("count the places of a window among the units", () => {
    expect(computeFans([])).toEqual([1, 1]);
    expect(computeFans([5])).toEqual([5, 5]);
    expect(computeFans([3, 3, 4, 8])).toEqual([36, 72]);
  });

  it("keep within their limits", () => {
    const limit = Math.sqrt(6 / (36 + 72));
    for (const x of numbers(initializers.glorotUniform(1)([3, 3, 4, 8])))
      expect(Math.abs(x)).toBeLessThanOrEqual(limit);
    const columns = numbers(initializers.orthogonal({ seed: 1, gain: 2 })([3, 2, 2]));
    expect(columns.filter((_, i) => i % 2 === 0).reduce((sum, x) => sum + x * x, 0)).toBeCloseTo(4, 5);
  });

  it("tell their configs and refuse what cannot be", () => {
    expect(initializers.varianceScaling({ scale: 2, seed: 1 }).getConfig()).toEqual({
      scale: 2,
      mode: "fan_in",
      distribution: "truncated_normal",
      seed: 1,
    });
    expect(String(initializers.randomNormal(0, 0.5))).toBe("RandomNormal(mean=0, stddev=0.5, seed=None)");
    expect(initializers.glorotNormal(7)).toBeInstanceOf(initializers.VarianceScaling);
    expect(() => initializers.varianceScaling(-1)).toThrow("positive");
    expect(() => initializers.varianceScaling({ mode: "fan" as "fan_in" })).toThrow("mode");
    expect(() => initializers.orthogonal()([3])).toThrow("two-dimensional");
  });
});
