// Random ops that keep nothing: from a seed of two integers, or from a key, a counter and an algorithm.
import type { Shape } from "../../base/shape.ts";
import { literal, type LowerNode, routine, type Routine, type ScalarMath } from "../../graph/lowering.ts";
import { missing, none, op, type ShapeNode, type, typeOr } from "../../graph/op.ts";
import type { KernelBuilder } from "../../ir/builder.ts";
import { floatTypes } from "../support/type-lists.ts";
import { integer, integerTensor } from "../support/values.ts";
import { boundedInt, type Distribution, fullInt, normal, truncatedNormal, uniform } from "./fills.ts";
import { join64, wordsOf64 } from "./philox-ir.ts";
import { algorithmOf, checkKeyCounter, checkLimits, checkSeed, PHILOX, shapeInput } from "./shapes.ts";
import { keyedStream, statelessStream } from "./streams.ts";

/** Inputs: shape, seed, then limits. */
const fromSeed = (distribution: Distribution, limits: readonly number[] = []): Routine<unknown> =>
  routine((k, m) => {
    const bounds = limits.map((input) => k.input(input));
    distribution.philox(k, m, statelessStream(k, m, k.input(1)), k.output(0), bounds);
  });

/** Inputs: shape, key, counter, algorithm, then limits. */
const fromKey = (distribution: Distribution, limits: readonly number[] = []): Routine<unknown> =>
  routine((k, m, node) => {
    const bounds = limits.map((input) => k.input(input));
    const [key, counter, output] = [k.input(1), k.input(2), k.output(0)];
    if (algorithmOf(integer(node.value(3))) === PHILOX) {
      distribution.philox(k, m, keyedStream(k, m, key, counter), output, bounds);
      return;
    }
    const stream = { key: wordsOf64(k, m, k.load(key, 0)), counter: wordsOf64(k, m, k.load(counter, 0)) };
    distribution.threefry(k, m, stream, output, bounds);
  });

const noGradient = none("random numbers do not depend on shape and seed smoothly");

function seededShape(x: Shape[], node: ShapeNode): Shape[] {
  checkSeed(x[1]);
  checkLimits(x.slice(2));
  return [shapeInput(x, node)];
}

function keyedShape(x: Shape[], node: ShapeNode): Shape[] {
  checkKeyCounter(x, node, 1);
  checkLimits(x.slice(4));
  return [shapeInput(x, node)];
}

const seededFloats = {
  inputs: ["shape: T", "seed: Tseed"],
  outputs: ["output: dtype"],
  attrs: {
    dtype: typeOr("float32", ...floatTypes),
    T: typeOr("int32", "int32", "int64"),
    Tseed: typeOr("int64", "int32", "int64"),
  },
  shape: seededShape,
  grad: noGradient,
} as const;

export const StatelessRandomUniform = op("StatelessRandomUniform", {
  ...seededFloats,
  lower: fromSeed(uniform),
});
export const StatelessRandomNormal = op("StatelessRandomNormal", {
  ...seededFloats,
  lower: fromSeed(normal),
});
export const StatelessTruncatedNormal = op("StatelessTruncatedNormal", {
  ...seededFloats,
  lower: fromSeed(truncatedNormal),
});

export const StatelessRandomUniformInt = op("StatelessRandomUniformInt", {
  ...seededFloats,
  inputs: ["shape: T", "seed: Tseed", "minval: dtype", "maxval: dtype"],
  attrs: {
    dtype: type("int32", "int64"),
    T: type("int32", "int64"),
    Tseed: typeOr("int64", "int32", "int64"),
  },
  lower: fromSeed(boundedInt, [2, 3]),
});

export const StatelessRandomUniformFullInt = op("StatelessRandomUniformFullInt", {
  ...seededFloats,
  attrs: {
    dtype: typeOr("uint64", "int32", "int64", "uint32", "uint64"),
    T: typeOr("int32", "int32", "int64"),
    Tseed: typeOr("int64", "int32", "int64", "uint32", "uint64"),
  },
  lower: fromSeed(fullInt),
});

const keyedFloats = {
  inputs: ["shape: Tshape", "key: uint64", "counter: uint64", "alg: int32"],
  outputs: ["output: dtype"],
  attrs: { dtype: typeOr("float32", ...floatTypes), Tshape: typeOr("int32", "int32", "int64") },
  shape: keyedShape,
  grad: noGradient,
} as const;

export const StatelessRandomUniformV2 = op("StatelessRandomUniformV2", {
  ...keyedFloats,
  lower: fromKey(uniform),
});
export const StatelessRandomNormalV2 = op("StatelessRandomNormalV2", {
  ...keyedFloats,
  lower: fromKey(normal),
});
export const StatelessTruncatedNormalV2 = op("StatelessTruncatedNormalV2", {
  ...keyedFloats,
  lower: fromKey(truncatedNormal),
});

export const StatelessRandomUniformIntV2 = op("StatelessRandomUniformIntV2", {
  ...keyedFloats,
  inputs: ["shape: Tshape", "key: uint64", "counter: uint64", "alg: int32", "minval: dtype", "maxval: dtype"],
  attrs: { dtype: type("int32", "int64", "uint32", "uint64"), Tshape: typeOr("int32", "int32", "int64") },
  lower: fromKey(boundedInt, [4, 5]),
});

export const StatelessRandomUniformFullIntV2 = op("StatelessRandomUniformFullIntV2", {
  ...keyedFloats,
  attrs: {
    dtype: typeOr("uint64", "int32", "int64", "uint32", "uint64"),
    Tshape: typeOr("int32", "int32", "int64"),
  },
  lower: fromKey(fullInt),
});

/** Key and counter as 64-bit integers. */
function writeKeyCounter(k: KernelBuilder, m: ScalarMath, _node: LowerNode): void {
  const { key, counter } = statelessStream(k, m, k.input(0));
  k.store(k.output(0), 0, join64(m, key[0], key[1]));
  k.store(k.output(1), 0, join64(m, counter[0], counter[1]));
  k.store(k.output(1), 1, join64(m, counter[2], counter[3]));
}

const seedInput = {
  inputs: ["seed: Tseed"],
  attrs: { Tseed: typeOr("int64", "int32", "int64") },
  grad: missing("TensorFlow registers no gradient for key and counter"),
} as const;

export const StatelessRandomGetKeyCounter = op("StatelessRandomGetKeyCounter", {
  ...seedInput,
  outputs: ["key: uint64", "counter: uint64"],
  shape: ([seed]) => {
    checkSeed(seed);
    return [[1], [2]];
  },
  lower: routine(writeKeyCounter),
});

export const StatelessRandomGetKeyCounterAlg = op("StatelessRandomGetKeyCounterAlg", {
  ...seedInput,
  outputs: ["key: uint64", "counter: uint64", "alg: int32"],
  shape: ([seed]) => {
    checkSeed(seed);
    return [[1], [2], []];
  },
  lower: routine((k, m, node) => {
    writeKeyCounter(k, m, node);
    k.store(k.output(2), 0, PHILOX);
  }),
});

export const StatelessRandomGetAlg = op("StatelessRandomGetAlg", {
  inputs: [],
  outputs: ["alg: int32"],
  attrs: {},
  stateful: true,
  shape: () => [[]],
  lower: literal(() => [integerTensor([PHILOX], "int32", [])]),
  grad: missing("TensorFlow registers no gradient for StatelessRandomGetAlg"),
});
