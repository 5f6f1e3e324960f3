// Repeats recorded sequences of random functions.
import { fromValue, type EagerTensor } from "../../src/engine/eager-tensor.ts";
import { Graph } from "../../src/tf/graph.ts";
import { constant } from "../../src/tf/creation/constant.ts";
import { context } from "../../src/engine/context.ts";
import { EagerSeeds } from "../../src/engine/seeds.ts";
import { PolymorphicFunction } from "../../src/engine/function.ts";
import { stack } from "../../src/tf/array/join.ts";
import { dropout } from "../../src/tf/nn/layers.ts";
import * as draws from "../../src/tf/random/draws.ts";
import { createRngState, Generator } from "../../src/tf/random/generator.ts";
import { getSeed, setSeed } from "../../src/tf/random/seeds.ts";
import * as stateless from "../../src/tf/random/stateless.ts";
import type { Tensor } from "../../src/graph/tensor.ts";
import type { ApiCase } from "./cases.ts";
import { tensorDifference } from "./compare.ts";
import { decodeTensor, type TensorJson } from "./decode.ts";

// biome-ignore lint/suspicious/noExplicitAny: recorded arguments are of many kinds
type Json = any;
type Call = (args: Json) => Tensor | readonly Tensor[];

const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The arguments that are not named, under the names of JavaScript's options. */
function optionsOf(args: Record<string, unknown>, positional: readonly string[]): Record<string, unknown> {
  const rest = Object.entries(args).filter(([name]) => !positional.includes(name) && name !== "note");
  return Object.fromEntries(rest.map(([name, value]) => [camel(name), value]));
}

const call =
  (run: (...args: Json[]) => Tensor, ...positional: string[]): Call =>
  (args) =>
    run(...positional.map((name) => args[name]), optionsOf(args, positional));

const integers = (values: number[]): Tensor => constant(values, { dtype: "int32" });

const FUNCTIONS: Readonly<Record<string, Call>> = {
  "tf.random.uniform": call(draws.uniform, "shape"),
  "tf.random.normal": call(draws.normal, "shape"),
  "tf.random.truncated_normal": call(draws.truncatedNormal, "shape"),
  "tf.random.shuffle": (args) => draws.shuffle(integers(args.value)),
  "tf.random.categorical": call(draws.categorical, "logits", "num_samples"),
  "tf.random.gamma": call(draws.gamma, "shape", "alpha"),
  "tf.random.poisson": call(draws.poisson, "shape", "lam"),
  "tf.random.split": call(stateless.split, "seed"),
  "tf.random.fold_in": call(stateless.foldIn, "seed", "data"),
  "tf.random.stateless_uniform": call(stateless.statelessUniform, "shape", "seed"),
  "tf.random.stateless_normal": call(stateless.statelessNormal, "shape", "seed"),
  "tf.random.stateless_truncated_normal": call(stateless.statelessTruncatedNormal, "shape", "seed"),
  "tf.random.stateless_categorical": call(stateless.statelessCategorical, "logits", "num_samples", "seed"),
  "tf.random.stateless_gamma": call(stateless.statelessGamma, "shape", "seed", "alpha"),
  "tf.random.stateless_poisson": call(stateless.statelessPoisson, "shape", "seed", "lam"),
  "tf.random.stateless_binomial": call(stateless.statelessBinomial, "shape", "seed", "counts", "probs"),
  "tf.random.stateless_parameterized_truncated_normal": call(
    stateless.statelessParameterizedTruncatedNormal,
    "shape",
    "seed",
  ),
  "tf.random.experimental.stateless_shuffle": (args) =>
    stateless.statelessShuffle(integers(args.value), args.seed),
  "tf.random.create_rng_state": ({ seed, alg }) =>
    createRngState(typeof seed === "string" ? BigInt(seed) : seed, alg),
};

function valueDifference(got: Tensor, want: TensorJson, item: ApiCase): string | null {
  return tensorDifference((got as EagerTensor).toValue(), decodeTensor(want), item.tolerance);
}

function firstDifference(got: readonly Tensor[], want: readonly TensorJson[], item: ApiCase): string | null {
  if (got.length !== want.length) return `${got.length} outputs, expected ${want.length}`;
  for (const [i, tensor] of got.entries()) {
    const found = valueDifference(tensor, want[i], item);
    if (found !== null) return `output ${i}: ${found}`;
  }
  return null;
}

const listed = (outputs: Tensor | readonly Tensor[]): readonly Tensor[] =>
  Array.isArray(outputs) ? outputs : [outputs as Tensor];

function singleCall(item: ApiCase): string | null {
  const { args, outputs } = item.body as Json;
  return firstDifference(listed(FUNCTIONS[item.op.slice(1)](args)), outputs, item);
}

/** Pairs of seeds one after the other; in a graph an unrelated op is made after each. */
function seedPairs(item: ApiCase): string | null {
  const { mode, global_seed: global, op_seed: own, pairs } = item.body as Json;
  const inGraph = mode === "graph";
  const collect = (): unknown[] => {
    if (global !== null) setSeed(global);
    else if (!inGraph) context.seeds = new EagerSeeds();
    return pairs.map(() => {
      const pair = getSeed(own);
      if (inGraph) constant(0);
      return pair;
    });
  };
  const got = JSON.stringify(inGraph ? new Graph().asDefault(collect) : collect());
  return got === JSON.stringify(pairs) ? null : `pairs are ${got}, expected ${JSON.stringify(pairs)}`;
}

function sequence(item: ApiCase): string | null {
  const { global_seed: global, steps } = item.body as Json;
  setSeed(global);
  const got = steps.map(({ fn, args }: Json) => FUNCTIONS[fn](args) as Tensor);
  return firstDifference(
    got,
    steps.map(({ output }: Json) => output),
    item,
  );
}

function functionCalls(item: ApiCase): string | null {
  const { global_seed: global, calls } = item.body as Json;
  setSeed(global);
  const run = new PolymorphicFunction(() => [
    draws.uniform([3]),
    draws.normal([2]),
    draws.uniform([2], { seed: 5 }),
  ]);
  const got = calls.flatMap(() => run());
  return firstDifference(got, calls.flat(), item);
}

function dropouts(item: ApiCase): string | null {
  const { global_seed: global, args, outputs } = item.body as Json;
  const x = fromValue(decodeTensor(args.x));
  setSeed(global);
  return firstDifference([dropout(x, args.rate), dropout(x, args.rate, { seed: 3 })], outputs, item);
}

function generatorStep(generator: Generator, fn: string, args: Json): Tensor | readonly Tensor[] {
  if (args.note === "after skip(10)") generator.skip(10);
  if (fn === "make_seeds") return generator.makeSeeds(args.count);
  const run = (generator as Json)[camel(fn)].bind(generator);
  const positional = fn === "binomial" ? ["shape", "counts", "probs"] : ["shape"];
  return call(run, ...positional)(args);
}

/** One generator's draws; the state after each too. */
function generatorSteps(item: ApiCase): string | null {
  const {
    args: { from_seed: seed },
    steps,
  } = item.body as Json;
  const generator = Generator.fromSeed(seed, "philox");
  let children: readonly Generator[] = [];
  for (const { fn, args, output, state } of steps) {
    if (fn === "split") children = generator.split(args.count);
    const got =
      fn === "split"
        ? [stack(children.map((child) => child.state.toTensor()))]
        : listed(
            generatorStep(
              fn.startsWith("child0.") ? children[0] : generator,
              fn.replace("child0.", ""),
              args,
            ),
          );
    const found =
      firstDifference(got, [output], item) ??
      (state === undefined ? null : valueDifference(generator.state.toTensor(), state, item));
    if (found !== null) return `${fn}: ${found}`;
  }
  return null;
}

function keyCounter(item: ApiCase): string | null {
  const {
    args: { key, counter },
    outputs,
  } = item.body as Json;
  const generator = Generator.fromKeyCounter(key, counter, "philox");
  const state = (generator.state.toTensor() as EagerTensor).toValue();
  return firstDifference([fromValue(state), generator.normal([3])], outputs, item);
}

export const RANDOM_CASES: Readonly<Record<string, (item: ApiCase) => string | null>> = {
  "@random.get_seed": seedPairs,
  "@tf.random": sequence,
  "@tf.random.function": functionCalls,
  "@tf.nn.dropout": dropouts,
  "@tf.random.Generator": generatorSteps,
  "@tf.random.Generator.from_key_counter": keyCounter,
  ...Object.fromEntries(
    Object.keys(FUNCTIONS)
      .filter((name) => /stateless|split|fold_in|create/.test(name))
      .map((name) => [`@${name}`, singleCall]),
  ),
};
