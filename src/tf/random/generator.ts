// tf.random.Generator: random numbers from a state of its own, which every draw moves on.
import { isInteger, type DTypeName } from "../../base/dtypes.ts";
import { ValueError } from "../../base/errors.ts";
import { entropy } from "../../engine/outside.ts";
import { currentGraph } from "../../graph/default-graph.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { variableAccessed } from "../../autodiff/tape-stack.ts";
import { type Named, type Trailing, trailing } from "../core/arguments.ts";
import { type DTypeLike, dtypeName } from "../core/dtype-name.ts";
import { isTensorObject, many, one, scoped } from "../core/call.ts";
import { nameScope } from "../core/name-scope.ts";
import { asTensor } from "../core/tensor.ts";
import type { ShapeInput, TensorInput } from "../core/types.ts";
import { concat } from "../array/join.ts";
import { reshape } from "../array/shape.ts";
import { getItem } from "../array/slices.ts";
import { Variable } from "../variables/variable.ts";
import { type AlgorithmLike, algorithmNumber } from "./stateless.ts";
import { shapeTensor } from "./draws.ts";

/** int64 numbers of a state: Philox has two for the counter and one for the key, ThreeFry one and one. */
const COUNTER_SIZES: Readonly<Record<number, number>> = { 1: 2, 2: 1, 3: 2 };

function counterSize(alg: number | Tensor): number {
  return typeof alg === "number" ? (COUNTER_SIZES[alg] ?? 2) : 2;
}

/** A seed: an integer of any size, or a list of them. */
export type GeneratorSeed = number | bigint | readonly (number | bigint)[] | Tensor;

/** The low 64 bits as a signed number, which is how states are kept. */
const signed = (value: bigint): bigint => BigInt.asIntN(64, value);

/**
 * The state of a generator for a seed.
 *
 * @param seed An integer of any size, or a list of 64-bit integers.
 * @param alg "philox", "threefry" or "auto_select".
 * @returns An int64 vector: the counter, then the key.
 * @example
 * tf.random.createRngState(1, "philox");
 * // tf.Tensor([1 0 0], shape=(3,), dtype=int64)
 */
export function createRngState(seed: GeneratorSeed, alg: AlgorithmLike): Tensor {
  const size = counterSize(algorithmNumber(alg)) + 1;
  if (isTensorObject(seed)) return paddedState(seed as Tensor, size);
  const words = Array.isArray(seed)
    ? seed.map((word) => signed(BigInt(word)))
    : chunks(BigInt(seed as number | bigint), size);
  const kept = words.slice(0, size);
  // Zeros come first: else small seeds would all have key 0 and overlapping counters.
  return asTensor([...new Array<bigint>(size - kept.length).fill(0n), ...kept], "int64");
}

const chunks = (seed: bigint, size: number): bigint[] =>
  Array.from({ length: size }, (_, i) => signed(seed >> BigInt(64 * i)));

function paddedState(seed: Tensor, size: number): Tensor {
  const flat = reshape(one("Cast", [seed], { DstT: "int64" }), [-1]);
  const length = flat.shape?.[0] ?? -1;
  if (length < 0)
    throw new ValueError("createRngState: expected a seed of known size, received one of unknown size");
  if (length >= size) return getItem(flat, [null, size]);
  return concat([asTensor(new Array<number>(size - length).fill(0), "int64"), flat], 0);
}

export interface GeneratorOptions {
  /** Another generator, whose state and algorithm are taken over. */
  readonly copyFrom?: Generator;
  readonly state?: TensorInput | Variable;
  readonly alg?: AlgorithmLike;
}

export interface DrawOptions extends Named {
  readonly dtype?: DTypeLike;
}

export interface NormalDrawOptions extends DrawOptions {
  readonly mean?: TensorInput;
  readonly stddev?: TensorInput;
}

export interface UniformDrawOptions extends DrawOptions {
  readonly minval?: TensorInput | null;
  readonly maxval?: TensorInput | null;
}

type NormalArguments = Trailing<
  [mean: TensorInput, stddev: TensorInput, dtype: DTypeLike],
  NormalDrawOptions
>;

const mul = (x: unknown, y: unknown): Tensor => one("Mul", [x, y], undefined, "mul");

/** How a draw is named: its op is called like its scope. */
interface Draw {
  readonly shape: Tensor;
  readonly dtype: DTypeName;
  readonly name?: string | undefined;
}

/**
 * A source of random numbers whose state is a variable.
 *
 * @example
 * const g = tf.random.Generator.fromSeed(1);
 * g.normal([3]);
 * // tf.Tensor([ 0.43842274 -0.53439844 -0.07710262], shape=(3,), dtype=float32)
 */
export class Generator {
  readonly #state: Variable;
  readonly #algorithm: number | Tensor;

  /** @param options `copyFrom`, or `state` and `alg`. */
  constructor({ copyFrom, state, alg }: GeneratorOptions) {
    if (copyFrom !== undefined) {
      this.#state = stateVariable(copyFrom.state.value());
      this.#algorithm = copyFrom.algorithm;
      return;
    }
    if (state === undefined || alg === undefined)
      throw new ValueError("Making a generator: expected copyFrom, or state and alg, received neither");
    this.#algorithm = algorithmNumber(alg);
    this.#state = state instanceof Variable ? state : stateVariable(asTensor(state as TensorInput, "int64"));
    const size = counterSize(this.#algorithm) + 1;
    if (this.#state.shape?.length !== 1 || this.#state.shape[0] !== size)
      throw new ValueError(
        `The state's shape must be [${size}] for algorithm ${alg}, got [${this.#state.shape}]`,
      );
  }

  /** A generator for a state: an int64 vector. */
  static fromState(state: TensorInput | Variable, alg: AlgorithmLike): Generator {
    return new Generator({ state, alg });
  }

  /** A generator for a seed: an integer of any size, or a list of integers. */
  static fromSeed(seed: GeneratorSeed, alg: AlgorithmLike = "philox"): Generator {
    return new Generator({ state: createRngState(seed, alg), alg });
  }

  /** A generator that nobody can foretell. */
  static fromNonDeterministicState(alg: AlgorithmLike = "philox"): Generator {
    const size = counterSize(algorithmNumber(alg)) + 1;
    return new Generator({ state: Array.from({ length: size }, () => signed(entropy())), alg });
  }

  /** A generator for a key and a counter. */
  static fromKeyCounter(key: TensorInput, counter: TensorInput, alg: AlgorithmLike): Generator {
    return new Generator({ state: joined(counter, key), alg });
  }

  /** The state: an int64 variable. */
  get state(): Variable {
    return this.#state;
  }

  /** TensorFlow's number of the algorithm. */
  get algorithm(): number | Tensor {
    return this.#algorithm;
  }

  /** The key: the last number of the state. */
  get key(): Tensor {
    return getItem(this.#state.value(), -1);
  }

  reset(state: TensorInput): void {
    this.#state.assign(asTensor(state, "int64"));
  }

  resetFromSeed(seed: GeneratorSeed): void {
    this.#state.assign(createRngState(seed, this.#algorithm));
  }

  resetFromKeyCounter(key: TensorInput, counter: TensorInput): void {
    this.#state.assign(joined(counter, key));
  }

  /** Moves on as if so many numbers were drawn; gives the state before. */
  skip(delta: TensorInput): Tensor {
    variableAccessed(this.#state);
    const alg = asTensor(this.#algorithm, undefined, undefined, "int32");
    const count = one("Cast", [asTensor(delta, undefined, undefined, "int64")], { DstT: "uint64" });
    return one("RngReadAndSkip", [this.#state.handle, alg, count]);
  }

  /** Key, counter and algorithm of a draw of this shape. */
  #take(shape: Tensor): readonly [Tensor, Tensor, number | Tensor] {
    const count = one("Prod", [shape, [0]]);
    const state = this.skip(count);
    const size = counterSize(this.#algorithm);
    const counter = one("Bitcast", [getItem(state, [null, size])], { type: "uint64" });
    const key = one("Bitcast", [getItem(state, [size, size + 1])], { type: "uint64" });
    return [key, counter, this.#algorithm];
  }

  #draw(op: string, { shape, dtype, name }: Draw): Tensor {
    const [key, counter, alg] = this.#take(shape);
    return one(op, [shape, key, counter, alg], { dtype }, name);
  }

  #normal(op: string, what: string, shape: ShapeInput, rest: readonly unknown[]): Tensor {
    const options = trailing<NormalDrawOptions>(["mean", "stddev", "dtype"], rest);
    const { mean = 0, stddev = 1, dtype = "float32", name } = options;
    const type = dtypeName(dtype);
    return scoped(name, what, [shape, mean, stddev], (scope) => {
      const sizes = shapeTensor(shape);
      const center = asTensor(mean, type, "mean");
      const spread = asTensor(stddev, type, "stddev");
      const standard = this.#draw(op, { shape: sizes, dtype: type });
      return one("AddV2", [mul(standard, spread), center], undefined, scope);
    });
  }

  /** Normally distributed numbers: `mean` 0, `stddev` 1, `dtype` float32 by default. */
  normal(shape: ShapeInput, ...rest: NormalArguments): Tensor {
    return this.#normal("StatelessRandomNormalV2", "stateful_normal", shape, rest);
  }

  /** As `normal`; numbers more than two standard deviations off are drawn again. */
  truncatedNormal(shape: ShapeInput, ...rest: NormalArguments): Tensor {
    return this.#normal("StatelessTruncatedNormalV2", "truncated_normal", shape, rest);
  }

  /** Uniformly distributed numbers from `minval` up to, but without, `maxval`; for integers null: all. */
  uniform(
    shape: ShapeInput,
    ...rest: Trailing<
      [minval: TensorInput | null, maxval: TensorInput | null, dtype: DTypeLike],
      UniformDrawOptions
    >
  ): Tensor {
    const options = trailing<UniformDrawOptions>(["minval", "maxval", "dtype"], rest);
    const { minval = 0, maxval = null, dtype = "float32", name } = options;
    const type = dtypeName(dtype);
    if (isInteger(type) && (minval === null) !== (maxval === null))
      throw new ValueError(
        `For integer dtype tf.${type}, minval and maxval must be both \`None\` or both non-\`None\`; ` +
          `got minval=${minval ?? "None"} and maxval=${maxval ?? "None"}`,
      );
    return scoped(name, "stateful_uniform", [shape, minval, maxval], (scope) => {
      const sizes = shapeTensor(shape);
      if (isInteger(type) && minval === null) return this.#fullInt(sizes, type, scope);
      const low = asTensor(minval ?? 0, type, "min");
      const high = asTensor(maxval ?? 1, type, "max");
      if (isInteger(type)) {
        const [key, counter, alg] = this.#take(sizes);
        return one("StatelessRandomUniformIntV2", [sizes, key, counter, alg, low, high], undefined, scope);
      }
      const unit = this.#draw("StatelessRandomUniformV2", { shape: sizes, dtype: type });
      return one("AddV2", [mul(unit, one("Sub", [high, low], undefined, "sub")), low], undefined, scope);
    });
  }

  #fullInt(shape: Tensor, dtype: DTypeName, name?: string): Tensor {
    return this.#draw("StatelessRandomUniformFullIntV2", { shape, dtype, name });
  }

  /** Integers of the whole range of a dtype (default uint64). */
  uniformFullInt(shape: ShapeInput, ...rest: Trailing<[dtype: DTypeLike], DrawOptions>): Tensor {
    const { dtype = "uint64", name } = trailing<DrawOptions>(["dtype"], rest);
    return scoped(name, "stateful_uniform_full_int", [shape], (scope) =>
      this.#fullInt(shapeTensor(shape), dtypeName(dtype), scope),
    );
  }

  /** Binomially distributed counts (int32 by default) for numbers of trials and probabilities. */
  binomial(
    shape: ShapeInput,
    counts: TensorInput,
    probs: TensorInput,
    ...rest: Trailing<[dtype: DTypeLike], DrawOptions>
  ): Tensor {
    const { dtype = "int32", name } = trailing<DrawOptions>(["dtype"], rest);
    return scoped(name, "binomial", [shape, counts, probs], (scope) => {
      const trials = asTensor(counts, undefined, "counts");
      const chances = asTensor(probs, trials.dtype, "probs");
      const alg = asTensor(this.#algorithm, undefined, undefined, "int64");
      const args = [
        this.#state.handle,
        one("Cast", [alg], { DstT: "int64" }),
        shapeTensor(shape),
        trials,
        chances,
      ];
      return one("StatefulRandomBinomial", args, { dtype: dtypeName(dtype) }, scope);
    });
  }

  /** Pairs of seeds for stateless functions: int64 of shape `[2, count]`. */
  makeSeeds(count = 1): Tensor {
    const keys = this.uniformFullInt([count], "int64");
    return one("Pack", [[keys, one("ZerosLike", [keys])]], undefined, "stack");
  }

  /** Independent generators; each call gives others. */
  split(count = 1): Generator[] {
    const keys = many("Unpack", [this.uniformFullInt([count], "int64")], { num: count }, "unstack");
    const zeros = new Array<bigint>(counterSize(this.#algorithm)).fill(0n);
    return keys.map((key) => {
      const state = concat([asTensor(zeros, "int64"), reshape(key, [1])], 0);
      return new Generator({ state, alg: this.#algorithm });
    });
  }
}

const joined = (counter: TensorInput, key: TensorInput): Tensor =>
  concat([reshape(asTensor(counter, "int64"), [-1]), reshape(asTensor(key, "int64"), [1])], 0);

const stateVariable = (state: Tensor): Variable =>
  nameScope(
    "random_generator",
    () => new Variable(state, { dtype: "int64", trainable: false, name: "StateVar" }),
  );

let global: Generator | null = null;

/**
 * The generator that everybody shares, made when first asked for.
 *
 * @example
 * tf.random.setGlobalGenerator(tf.random.Generator.fromSeed(1));
 * tf.random.getGlobalGenerator().uniform([2]);
 * // tf.Tensor([0.78749514 0.3906511 ], shape=(2,), dtype=float32)
 */
export function getGlobalGenerator(): Generator {
  if (global === null && currentGraph()?.isFunction === true)
    throw new ValueError(
      "Making the global generator inside a function: expected one made before, received none",
    );
  global ??= Generator.fromNonDeterministicState();
  return global;
}

/**
 * Replaces the generator that everybody shares.
 *
 * @param generator The new one.
 * @example
 * const generator = tf.random.Generator.fromSeed(2);
 * tf.random.setGlobalGenerator(generator);
 * tf.random.getGlobalGenerator() === generator;
 * // true
 */
export function setGlobalGenerator(generator: Generator): void {
  global = generator;
}
