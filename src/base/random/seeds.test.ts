// Op seeds, Python's and NumPy's generators, and tf.random sequences, against recordings.
import { describe, expect, it } from "vitest";
import {
  type RecordedTensor,
  numbersOf,
  readVectors,
  tensorData,
} from "../../../test/vectors/base-vectors.ts";
import { fillNormal, fillTruncatedNormal } from "./normal.ts";
import { NumpyRandomState } from "./numpy-random.ts";
import { OpSeeds, opSeedPair } from "./op-seeds.ts";
import { GuardedPhilox, PhiloxRandom } from "./philox.ts";
import { PythonRandom } from "./python-random.ts";
import { shuffleOrder } from "./shuffle.ts";
import { fillUniform, fillUniformFullInt, fillUniformInt } from "./uniform.ts";

interface Case {
  id: string;
  op: string;
  mode?: string;
  global_seed?: number | null;
  op_seed?: number | null;
  pairs?: [number | null, number | null][];
  args?: { seed: [number, number]; num: number };
  inputs?: RecordedTensor[];
  outputs?: RecordedTensor[];
}
type Listed = { dtype: string; data: number[] };
interface Chapter {
  rng_01_eager_op_seeds: Record<string, number[]> & { internal_op_seeds: Record<string, number[]> };
  rng_02_stateful_uniform_normal: Record<string, Listed> & {
    [large in "uniform_1e6" | "truncated_normal_10001" | "normal_10001"]: { n: number; last: Listed };
  } & { sequence_of_4_ops: Listed[]; op_seed_5_called_3_times: Listed[] };
  rng_09_numpy_mt19937: Record<string, Listed> & { py_random_sample: number[]; py_randrange2: number[] };
}

const cases = readVectors<Case[]>("random/seeds.json.gz");
const chapter = readVectors<Chapter>("random/chapter.json.gz");

describe("op seeds", () => {
  const recorded = cases.filter((c) => c.op === "@random.get_seed");
  it.each(recorded.map((c) => [c.id, c] as const))("%s", (_, c) => {
    const seeds = c.global_seed == null ? null : new OpSeeds(c.global_seed);
    // In graph mode one op is made after each pair is asked for.
    let made = 0;
    const next = (): number => (c.mode === "graph" ? made : (seeds?.next() ?? 0));
    for (const pair of c.pairs!) {
      const got = opSeedPair(c.global_seed ?? null, c.op_seed ?? null, next);
      expect(got ?? [null, null]).toEqual(pair);
      made++;
    }
  });

  it("takes the eager seeds from Python's generator", () => {
    for (const [seed, want] of Object.entries(chapter.rng_01_eager_op_seeds.internal_op_seeds)) {
      const seeds = new OpSeeds(Number(seed));
      expect(want.map(() => seeds.next())).toEqual(want);
    }
  });
});

describe("random.Random", () => {
  const recorded = chapter.rng_01_eager_op_seeds;
  it("draws floats, bits and integers as Python does", () => {
    expect([new PythonRandom(1).random()]).toEqual(recorded["python_Random(1).random()"]);
    const bits = new PythonRandom(1);
    const wantBits = recorded["python_Random(1)_getrandbits32_x8"];
    expect(wantBits.map(() => bits.getrandbits(32))).toEqual(wantBits);
    const integers = new PythonRandom(1);
    const wantIntegers = recorded["python_Random(1)_randint_1_1e9_x5"];
    expect(wantIntegers.map(() => integers.randint(1, 1e9))).toEqual(wantIntegers);
  });

  it("samples and ranges as Python does", () => {
    const { py_random_sample, py_randrange2 } = chapter.rng_09_numpy_mt19937;
    const range = Array.from({ length: 20 }, (_, i) => i);
    expect(new PythonRandom(1).sample(range, 6)).toEqual(py_random_sample);
    const coin = new PythonRandom(1);
    expect(py_randrange2.map(() => coin.randrange(2))).toEqual(py_randrange2);
  });

  it("takes negative, large and zero seeds", () => {
    // From CPython, by the same calls.
    expect(new PythonRandom(-5).random()).toBe(new PythonRandom(5).random());
    expect(new PythonRandom(2n ** 40n + 3n).random()).toBe(0.21978710637116716);
    expect(new PythonRandom(0).getrandbits(50)).toBe(433748079019981);
    expect(
      new PythonRandom(7).sample(
        Array.from({ length: 1000 }, (_, i) => i),
        6,
      ),
    ).toEqual([331, 970, 154, 404, 666, 49]);
    const list = [0, 1, 2, 3, 4, 5, 6, 7];
    new PythonRandom(3).shuffle(list);
    expect(list).toEqual([0, 5, 7, 2, 1, 6, 4, 3]);
  });

  it("rejects what Python rejects", () => {
    expect(() => new PythonRandom(1).below(0)).toThrow(/positive/);
    expect(() => new PythonRandom(1).sample([1], 2)).toThrow(/sample/);
    expect(() => new PythonRandom(1).getrandbits(-1)).toThrow(/bits/);
  });
});

describe("numpy.random.RandomState", () => {
  const want = chapter.rng_09_numpy_mt19937;
  const fresh = (): NumpyRandomState => new NumpyRandomState(1);
  it("draws as NumPy does", () => {
    expect([...fresh().rand(5)]).toEqual(want["rand5"].data);
    expect([...fresh().uniform(-1, 1, 6)]).toEqual(want["uniform_m1_1_6"].data);
    expect(fresh().randint(0, 10, 12)).toEqual(want["randint_0_10_12"].data);
    expect(fresh().permutation(10)).toEqual(want["permutation10"].data);
    expect(fresh().permutation(392)).toEqual(want["permutation392"].data);
    expect(fresh().choice(5, 4)).toEqual(want["choice"].data);
  });

  it("draws normals within an ulp of NumPy's logarithm", () => {
    const pairs = [
      [fresh().randn(5), want["randn5"].data],
      [fresh().normal(1, 2, 4), want["normal"].data],
    ] as const;
    for (const [got, expected] of pairs)
      for (const [i, value] of expected.entries()) expect(got[i]).toBeCloseTo(value, 14);
  });

  it("rejects seeds and ranges that NumPy rejects", () => {
    expect(() => new NumpyRandomState(-1)).toThrow(/Seed/);
    expect(() => fresh().randint(3, 3, 1)).toThrow(/low < high/);
  });
});

describe("eager ops after tf.random.set_seed(1)", () => {
  const want = chapter.rng_02_stateful_uniform_normal;
  const kernel = (seeds = new OpSeeds(1)): PhiloxRandom => PhiloxRandom.fromSeeds(1, seeds.next());
  const close = (got: ArrayLike<number | bigint>, data: readonly number[]): void => {
    for (const [i, value] of data.entries()) expect(Number(got[i])).toBeCloseTo(value, 5);
  };

  it("draws the recorded values", () => {
    expect([...fillUniform("float32", kernel(), 13)]).toEqual(want["uniform_13"].data);
    expect([...fillUniform("float64", kernel(), 5)]).toEqual(want["uniform_f64_5"].data);
    expect([...fillUniformInt("int32", kernel(), 20, 0, 10)]).toEqual(want["uniform_int32_0_10_20"].data);
    expect([...fillUniformInt("int64", kernel(), 9, -5, 1000)].map(Number)).toEqual(
      want["uniform_int64_-5_1000_9"].data,
    );
    expect([...shuffleOrder(kernel(), 10)]).toEqual(want["shuffle_10"].data);
    close(fillNormal("float32", kernel(), 13), want["normal_13"].data);
    close(fillTruncatedNormal("float64", kernel(), 5), want["truncated_normal_f64_5"].data);
  });

  it("keeps the stream over long outputs", () => {
    const tail = (values: ArrayLike<number>): number[] => Array.from(values).slice(-8);
    expect(tail(fillUniform("float32", kernel(), 1_000_000))).toEqual(want.uniform_1e6.last.data);
    close(tail(fillTruncatedNormal("float32", kernel(), 10_001)), want.truncated_normal_10001.last.data);
    close(tail(fillNormal("float32", kernel(), 10_001)), want.normal_10001.last.data);
  });

  it("gives each op its own stream and each call of a seeded op its own part", () => {
    const seeds = new OpSeeds(1);
    const fills = [fillUniform, fillNormal, fillUniform, fillTruncatedNormal];
    for (const [i, fill] of fills.entries()) {
      close(fill("float32", kernel(seeds), 3), want.sequence_of_4_ops[i].data);
    }
    const guard = new GuardedPhilox(PhiloxRandom.fromSeeds(1, 5));
    for (const { data } of want.op_seed_5_called_3_times) {
      expect([...fillUniform("float32", guard.reserveOutputs(3), 3)]).toEqual(data);
    }
  });
});

describe("raw words", () => {
  const raw = cases.filter((c) => c.op === "StatelessRandomUniformFullIntV2");
  it.each(raw.map((c) => [c.id, c] as const))("%s", (_, { inputs, outputs }) => {
    const [key, counter] = inputs!.slice(1).map((t) => tensorData(t) as unknown as BigUint64Array);
    expect([...PhiloxRandom.fromKeyCounter(key[0], counter).words(12)]).toEqual(numbersOf(outputs![0]));
  });

  it("makes the seeds of tf.random.split", () => {
    for (const c of cases.filter(({ op }) => op === "@tf.random.split")) {
      const random = PhiloxRandom.fromStatelessSeed(...c.args!.seed);
      expect([...fillUniformFullInt("int32", random, 2 * c.args!.num)]).toEqual(numbersOf(c.outputs![0]));
    }
  });
});
