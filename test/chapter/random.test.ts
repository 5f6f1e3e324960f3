import { describe, expect, it } from "vitest";
import { PythonRandom } from "../../src/base/random/python-random.ts";
import { context } from "../../src/engine/context.ts";
import * as tf from "../../src/index.ts";
import { chapterCase } from "../conformance/chapter.ts";
import { exact, expectRecorded, within } from "./compare.ts";
import { printed } from "./support.ts";

/** What comes first after the global seed 1. */
function seeded<T>(body: () => T): T {
  tf.random.setSeed(1);
  return body();
}

it("rng_01: seeds of eager ops", () => {
  const { expected } = chapterCase("rng_01_eager_op_seeds");
  const times = (count: number, draw: () => unknown): unknown[] => Array.from({ length: count }, draw);
  const opSeeds = Object.keys(expected.internal_op_seeds).map((seed) => {
    tf.random.setSeed(Number(seed));
    return [seed, times(12, () => context.seeds.pair(null)[1])];
  });
  const [none, again, five, zero] = seeded(() => [null, null, 5, 0].map((seed) => context.seeds.pair(seed)));
  tf.random.setSeed(0);
  const random = (): PythonRandom => new PythonRandom(1);
  const [bits, integers] = [random(), random()];
  const got = {
    internal_op_seeds: Object.fromEntries(opSeeds),
    get_seed_after_set_seed_1: { 0: zero, 5: five, None: none, None_again: again },
    get_seed_0_0: context.seeds.pair(0),
    "python_Random(1).random()": [random().random()],
    "python_Random(1)_getrandbits32_x8": times(8, () => bits.getrandbits(32)),
    "python_Random(1)_randint_1_1e9_x5": times(5, () => integers.randint(1, 1e9)),
  };
  expect(got).toEqual(expected);
});

describe("rng_02: numbers after a global seed", () => {
  const { expected } = chapterCase("rng_02_stateful_uniform_normal");
  const { uniform, normal, truncatedNormal, shuffle, gamma } = tf.random;
  const range = (limit: number): tf.Tensor => tf.range(limit, { dtype: tf.int32 });
  const draws: Record<string, () => unknown> = {
    uniform_13: () => uniform([13]),
    uniform_m1_1_5x2: () => uniform([5, 2], -1, 1),
    uniform_f64_5: () => uniform([5], { dtype: tf.float64 }),
    uniform_int32_0_10_20: () => uniform([20], 0, 10, tf.int32),
    "uniform_int64_-5_1000_9": () => uniform([9], -5, 1000, tf.int64),
    uniform_f16_6: () => uniform([6], { dtype: tf.float16 }),
    normal_13: () => normal([13]),
    normal_mean2_sd3_6: () => normal([6], 2, 3),
    normal_f64_5: () => normal([5], { dtype: tf.float64 }),
    truncated_normal_13: () => truncatedNormal([13]),
    truncated_normal_f64_5: () => truncatedNormal([5], { dtype: tf.float64 }),
    uniform_10000: () => uniform([100, 100]),
    normal_10001: () => normal([10001]),
    truncated_normal_10001: () => truncatedNormal([10001]),
    uniform_1e6: () => uniform([1000000]),
    shuffle_10: () => shuffle(range(10)),
    shuffle_rows: () => shuffle(tf.reshape(range(12), [6, 2])),
    gamma_alpha2: () => gamma([5], 2),
    sequence_of_4_ops: () => [uniform([3]), normal([3]), uniform([3]), truncatedNormal([3])],
    op_seed_5_called_3_times: () => [1, 2, 3].map(() => uniform([3], { seed: 5 })),
    op_seed_5_after_reset: () => uniform([3], { seed: 5 }),
  };

  it("has a draw for each recording", () => {
    expect(Object.keys(draws).sort()).toEqual(Object.keys(expected).sort());
  });

  it.each(Object.keys(draws))("%s", (name) => {
    const tolerance = name.startsWith("gamma")
      ? within(1e-6)
      : /normal|sequence/.test(name)
        ? within(3e-7)
        : exact;
    expectRecorded(seeded(draws[name]), expected[name], tolerance);
  });
});

it("rng_06: generators", () => {
  const { expected } = chapterCase("rng_06_generator");
  const g = tf.random.Generator.fromSeed(1, "philox");
  const state = (generator = g): tf.Tensor => generator.state.value();
  const got: Record<string, unknown> = { state0: state(), uniform: g.uniform([5]), state1: state() };
  got.normal = g.normal([5]);
  got.truncated_normal = g.truncatedNormal([5]);
  got.int = g.uniform([5], 0, 10, tf.int32);
  got.state2 = state();
  got.make_seeds = g.makeSeeds(2);
  got.split_states = g.split(2).map(state);
  g.skip(3);
  got.state_after_skip3 = state();
  got.uniform_full_int = g.uniformFullInt([4], { dtype: tf.uint32 });
  got.state_final = state();
  expectRecorded(got, expected, within(3e-7));
});

it("ch13_03: products and norms of random tensors", () => {
  const { expected } = chapterCase("ch13_03_math_seeded_rng");
  const [t1, t2] = seeded(() => [tf.random.uniform([5, 2], -1, 1), tf.random.normal([5, 2], 0, 1)]);
  const got = {
    t1,
    t2,
    t3_multiply: tf.multiply(t1, t2),
    t4_mean_axis0: tf.math.reduceMean(t1, 0),
    t5_matmul_tb: tf.linalg.matmul(t1, t2, { transposeB: true }),
    t6_matmul_ta: tf.linalg.matmul(t1, t2, { transposeA: true }),
    norm_l2_axis1: tf.norm(t1, { ord: 2, axis: 1 }),
    norm_l1: tf.norm(t1, { ord: 1, axis: 1 }),
    norm_inf: tf.norm(t1, { ord: Number.POSITIVE_INFINITY, axis: 0 }),
    norm_fro: tf.norm(t1),
    norm_euclid_keepdims: tf.norm(t1, { axis: 1, keepdims: true }),
  };
  expectRecorded(got, expected, within(1e-6, 1e-6));
  expectRecorded(t1, expected.t1, exact);
});

it("ch14_09: Glorot's normal initializer continues the global stream", () => {
  const { expected } = chapterCase("ch14_09_glorot_normal_legacy_rng");
  const init = seeded(() => new tf.initializers.GlorotNormal());
  const [a, b, c, d] = [[3], [2, 3], [2, 3], [1, 2]].map((shape) => init(shape));
  const raw = seeded(() => [tf.random.truncatedNormal([5]), tf.random.truncatedNormal([300])]);
  const got = {
    init_3: a,
    init_2_3: b,
    "MyModule.w1": c,
    "MyModule.w2": d,
    tf_print: [printed(a), printed(new tf.Variable(b))],
    raw_truncated_normal_5: raw[0],
    raw_truncated_normal_300: raw[1],
  };
  expectRecorded(got, expected, within(3e-7));
});

it("ch14_10: initializers' distributions with a seed for the op", () => {
  const { expected } = chapterCase("ch14_10_initializers_seeded");
  const { uniform, normal, truncatedNormal } = tf.random;
  const { constant, identity, ones, zeros } = tf.initializers;
  const shape = [3, 4];
  const limit = Math.sqrt(6 / 7);
  const spread = Math.sqrt(2 / 3) / 0.87962566103423978;
  const seed = 42;
  const gaussian = seeded(() => normal([4, 3], { seed }));
  const { q, r } = tf.linalg.qr(gaussian);
  const got = {
    uniform: seeded(() => uniform(shape, -0.05, 0.05, { seed })),
    normal: seeded(() => normal(shape, 0, 0.05, { seed })),
    truncated_normal: seeded(() => truncatedNormal(shape, 0, 0.05, { seed })),
    glorot_uniform: seeded(() => uniform(shape, -limit, limit, { seed })),
    he_normal: seeded(() => truncatedNormal(shape, 0, spread, { seed })),
    lecun_uniform: seeded(() => uniform(shape, -1, 1, { seed })),
    constant: constant(2)([3]),
    zeros: zeros()([2]),
    ones: ones()([2]),
    identity: identity({ gain: 2 })([2, 3]),
    orthogonal_4_3: {
      normal_input: gaussian,
      q: tf.multiply(q, tf.sign(tf.linalg.diagPart(r))),
      note: expected.orthogonal_4_3.note,
    },
  };
  expectRecorded(got, expected, within(0, 1e-6));
});

describe("ch14_11: initializers with a seed of their own", () => {
  const { expected } = chapterCase("ch14_11_keras215_stateless_initializers");
  const { initializers, random } = tf;
  const names = Object.keys(expected).filter((name) => "call1" in expected[name]);

  it.each(names)("%s gives the same numbers on every call", (name) => {
    const Class = initializers[name as "GlorotNormal"];
    const init = new Class({ seed: 1 });
    const tolerance = name === "Orthogonal" ? within(0, 1e-6) : within(3e-7);
    expectRecorded(init([2, 3]), expected[name].call1, tolerance);
    expectRecorded(init([2, 3]), expected[name].call1, tolerance);
  });

  it("draws from stateless streams", () => {
    const got = {
      stateless_truncated_normal_seed_1_0: random.statelessTruncatedNormal([7], [1, 0]),
      stateless_uniform_seed_1_0: random.statelessUniform([7], [1, 0]),
      stateless_normal_seed_1_0: random.statelessNormal([7], [1, 0]),
    };
    for (const [name, value] of Object.entries(got))
      expectRecorded(value, expected[name], within(3e-7), name);
  });
});
