// Streams of stateful ops: they go on from run to run whatever the shapes, and begin anywhere without a seed.
import { describe, expect, it } from "vitest";
import { PhiloxRandom } from "../../base/random/philox.ts";
import { fillUniform } from "../../base/random/uniform.ts";
import { InvalidArgumentError } from "../../base/errors.ts";
import { EagerRunners } from "../../engine/eager-runners.ts";
import { fromValue } from "../../engine/eager-tensor.ts";
import { evaluateTensors } from "../../engine/evaluate.ts";
import type { TensorValue } from "../../graph/types.ts";

const ints = (values: readonly number[], shape: readonly number[] = [values.length]): TensorValue => ({
  dtype: "int32",
  shape,
  data: Int32Array.from(values),
});

function draw(
  op: string,
  inputs: readonly TensorValue[],
  attrs: Record<string, number | string>,
  runners: EagerRunners,
): unknown[] {
  const [output] = evaluateTensors(op, inputs.map(fromValue), attrs, runners);
  return Array.from(output.toValue().data as ArrayLike<unknown>);
}

describe("stateful streams", () => {
  it("go on where the last run ended, also for another shape", () => {
    const runners = new EagerRunners();
    const attrs = { seed: 5, seed2: 7, dtype: "float32" };
    const random = PhiloxRandom.fromSeeds(5, 7);
    for (const shape of [[3], [2, 4], [0], [1]]) {
      const count = shape.reduce((product, size) => product * size, 1);
      const wanted = Array.from(fillUniform("float32", random.clone(), count));
      expect(draw("RandomUniform", [ints(shape)], attrs, runners)).toEqual(wanted);
      random.skip(256 * count);
    }
  });

  it("carry into every word of the counter", () => {
    const seed2 = -1;
    const runners = new EagerRunners();
    const attrs = { seed: -1, seed2, dtype: "float32" };
    const random = PhiloxRandom.fromSeeds(-1, seed2);
    expect(draw("RandomUniform", [ints([5])], attrs, runners)).toEqual(
      Array.from(fillUniform("float32", random, 5)),
    );
  });

  it("begin anywhere without seeds", () => {
    const attrs = { seed: 0, seed2: 0, dtype: "float64" };
    const [a, b] = [0, 1].map(() => draw("RandomUniform", [ints([8])], attrs, new EagerRunners()));
    expect(a).not.toEqual(b);
    const shuffled = draw(
      "RandomShuffle",
      [ints([...new Array(50).keys()])],
      { seed: 0, seed2: 0 },
      new EagerRunners(),
    );
    expect([...(shuffled as number[])].sort((x, y) => x - y)).toEqual([...new Array(50).keys()]);
  });

  it("refuse shapes that are none", () => {
    const attrs = { seed: 1, seed2: 1, dtype: "float32" };
    expect(() => draw("RandomUniform", [ints([-1])], attrs, new EagerRunners())).toThrow(
      InvalidArgumentError,
    );
    expect(() => draw("RandomUniform", [ints([2], [])], attrs, new EagerRunners())).toThrow(
      InvalidArgumentError,
    );
  });
});

describe("samplers", () => {
  const float = (values: readonly number[]): TensorValue => ({
    dtype: "float64",
    shape: [values.length],
    data: Float64Array.from(values),
  });

  it("give NaN where the parameter is no number", () => {
    const attrs = { seed: 3, seed2: 4 };
    const gamma = draw("RandomGamma", [ints([2]), float([Number.NaN, -2])], attrs, new EagerRunners());
    expect(gamma).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
    const poisson = draw(
      "RandomPoissonV2",
      [ints([1]), float([Number.NaN, -1, 0, Number.POSITIVE_INFINITY])],
      { ...attrs, dtype: "float64" },
      new EagerRunners(),
    );
    expect(poisson).toEqual([Number.NaN, 0, 0, Number.POSITIVE_INFINITY]);
  });
});
