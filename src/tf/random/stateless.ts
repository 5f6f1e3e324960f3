// Random numbers that depend on nothing but a pair of seeds.
import { isInteger } from "../../base/dtypes.ts";
import { ValueError } from "../../base/errors.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { type Named, type Trailing, trailing } from "../core/arguments.ts";
import { type DTypeLike, dtypeName } from "../core/dtype-name.ts";
import { many, one, scoped } from "../core/call.ts";
import { asTensor } from "../core/tensor.ts";
import type { ShapeInput, TensorInput } from "../core/types.ts";
import { gammaWith, shapeTensor } from "./draws.ts";

/** Algorithms of random numbers: names, or TensorFlow's numbers for them. */
export const Algorithm = { PHILOX: 1, THREEFRY: 2, AUTO_SELECT: 3 } as const;
export type AlgorithmLike = "philox" | "threefry" | "auto_select" | number | Tensor;

const NUMBERS: Readonly<Record<string, number>> = { philox: 1, threefry: 2, autoselect: 3 };

/** TensorFlow's number of an algorithm. */
export function algorithmNumber(alg: AlgorithmLike | string): number | Tensor {
  if (typeof alg !== "string") return alg;
  const number = NUMBERS[alg.trim().toLowerCase().replace(/[-_]/g, "")];
  if (number !== undefined) return number;
  throw new ValueError(
    `Argument \`alg\` got unsupported value ${alg}. Supported values are: philox, threefry, auto_select.`,
  );
}

interface KeyCounter {
  readonly key: Tensor;
  readonly counter: Tensor;
  readonly alg: number | Tensor;
}

/** Key and counter from a pair of seeds. */
function keyCounter(seed: TensorInput, alg: AlgorithmLike): KeyCounter {
  const [key, counter] = many("StatelessRandomGetKeyCounter", [seed]);
  return { key: key!, counter: counter!, alg: algorithmNumber(alg) };
}

export interface StatelessOptions extends Named {
  /** "philox", "threefry" or "auto_select" (default). */
  readonly alg?: AlgorithmLike;
}

export interface StatelessUniformOptions extends StatelessOptions {
  readonly minval?: TensorInput | null;
  readonly maxval?: TensorInput | null;
  readonly dtype?: DTypeLike;
}

const mul = (x: unknown, y: unknown): Tensor => one("Mul", [x, y], undefined, "mul");

/**
 * Uniformly distributed numbers.
 *
 * @param shape Sizes: an array, or an integer tensor.
 * @param seed Two integers.
 * @param rest `minval`, `maxval`, `dtype`, `alg` and `name`; null limits give integers of the whole range.
 * @throws ValueError for integers with only one limit.
 * @example
 * tf.random.statelessUniform([2], [1, 2]);
 * // tf.Tensor([0.8440604  0.19204533], shape=(2,), dtype=float32)
 */
export function statelessUniform(
  shape: ShapeInput,
  seed: TensorInput,
  ...rest: Trailing<
    [minval: TensorInput | null, maxval: TensorInput | null, dtype: DTypeLike],
    StatelessUniformOptions
  >
): Tensor {
  const options = trailing<StatelessUniformOptions>(["minval", "maxval", "dtype"], rest);
  const { minval = 0, maxval: most, dtype = "float32", alg = "auto_select", name } = options;
  const type = dtypeName(dtype);
  const whole = isInteger(type);
  if (whole && (minval === null) !== (most === undefined || most === null))
    throw new ValueError(
      `For integer \`dtype\` argument ${type}, argument \`minval\` and \`maxval\` must be ` +
        "both None or not None.",
    );
  return scoped(name, "stateless_random_uniform", [shape, seed, minval, most], (scope) => {
    const sizes = shapeTensor(shape);
    if (whole && minval === null) {
      const { key, counter, alg: number } = keyCounter(seed, alg);
      return one("StatelessRandomUniformFullIntV2", [sizes, key, counter, number], { dtype: type }, scope);
    }
    const low = asTensor(minval ?? 0, type, "min");
    const high = asTensor(most ?? 1, type, "max");
    const { key, counter, alg: number } = keyCounter(seed, alg);
    if (whole)
      return one("StatelessRandomUniformIntV2", [sizes, key, counter, number, low, high], undefined, scope);
    const unit = one("StatelessRandomUniformV2", [sizes, key, counter, number], { dtype: type });
    const width = one("Sub", [high, low], undefined, "sub");
    return one("AddV2", [mul(unit, width), low], undefined, scope);
  });
}

export interface StatelessNormalOptions extends StatelessOptions {
  readonly mean?: TensorInput;
  readonly stddev?: TensorInput;
  readonly dtype?: DTypeLike;
}

type NormalArguments = Trailing<
  [mean: TensorInput, stddev: TensorInput, dtype: DTypeLike],
  StatelessNormalOptions
>;

function normalWith(
  op: string,
  what: string,
  shape: ShapeInput,
  seed: TensorInput,
  rest: readonly unknown[],
): Tensor {
  const options = trailing<StatelessNormalOptions>(["mean", "stddev", "dtype"], rest);
  const { mean = 0, stddev = 1, dtype = "float32", alg = "auto_select", name } = options;
  const type = dtypeName(dtype);
  return scoped(name, what, [shape, seed, mean, stddev], (scope) => {
    const sizes = shapeTensor(shape);
    const center = asTensor(mean, type, "mean");
    const spread = asTensor(stddev, type, "stddev");
    const { key, counter, alg: number } = keyCounter(seed, alg);
    const standard = one(op, [sizes, key, counter, number], { dtype: type });
    return one("AddV2", [mul(standard, spread), center], undefined, scope);
  });
}

/**
 * Normally distributed numbers.
 *
 * @param shape Sizes: an array, or an integer tensor.
 * @param seed Two integers.
 * @param rest `mean`, `stddev`, `dtype`, `alg` and `name`.
 * @example
 * tf.random.statelessNormal([2], [1, 2]);
 * // tf.Tensor([0.5441101  0.20738031], shape=(2,), dtype=float32)
 */
export function statelessNormal(shape: ShapeInput, seed: TensorInput, ...rest: NormalArguments): Tensor {
  return normalWith("StatelessRandomNormalV2", "stateless_random_normal", shape, seed, rest);
}

/**
 * Normally distributed numbers; those more than two standard deviations off are drawn again.
 *
 * @param shape Sizes: an array, or an integer tensor.
 * @param seed Two integers.
 * @param rest `mean`, `stddev`, `dtype`, `alg` and `name`.
 * @example
 * tf.random.statelessTruncatedNormal([2], [1, 2]);
 * // tf.Tensor([0.5441101  0.20738031], shape=(2,), dtype=float32)
 */
export function statelessTruncatedNormal(
  shape: ShapeInput,
  seed: TensorInput,
  ...rest: NormalArguments
): Tensor {
  return normalWith("StatelessTruncatedNormalV2", "stateless_truncated_normal", shape, seed, rest);
}

export interface StatelessDtypeOptions extends Named {
  readonly dtype?: DTypeLike;
}

/**
 * Classes drawn by their unscaled log probabilities.
 *
 * @param logits Shape `[batch, classes]`.
 * @param numSamples How many for each row.
 * @param seed Two integers.
 * @param rest `dtype` (default int64) and `name`.
 * @example
 * tf.random.statelessCategorical([[0, 10]], 3, [1, 2]);
 * // tf.Tensor([[1 1 1]], shape=(1, 3), dtype=int64)
 */
export function statelessCategorical(
  logits: TensorInput,
  numSamples: TensorInput,
  seed: TensorInput,
  ...rest: Trailing<[dtype: DTypeLike], StatelessDtypeOptions>
): Tensor {
  const { dtype = "int64", name } = trailing<StatelessDtypeOptions>(["dtype"], rest);
  return scoped(name, "stateless_categorical", [logits, seed], () => {
    const scores = asTensor(logits, undefined, "logits");
    return one("StatelessMultinomial", [scores, numSamples, seed], { output_dtype: dtypeName(dtype) });
  });
}

export interface StatelessGammaOptions extends StatelessOptions {
  readonly beta?: TensorInput | null;
  readonly dtype?: DTypeLike;
}

/**
 * Gamma distributed numbers.
 *
 * @param shape The shape of the result; its last dimensions are those of the parameters.
 * @param seed Two integers.
 * @param alpha Shape parameters.
 * @param rest `beta` (default 1), `dtype`, `alg` and `name`.
 * @example
 * tf.random.statelessGamma([2], [1, 2], 2).shape;
 * // [ 2 ]
 */
export function statelessGamma(
  shape: ShapeInput,
  seed: TensorInput,
  alpha: TensorInput,
  ...rest: Trailing<[beta: TensorInput | null, dtype: DTypeLike], StatelessGammaOptions>
): Tensor {
  const {
    beta,
    dtype = "float32",
    alg = "auto_select",
    name,
  } = trailing<StatelessGammaOptions>(["beta", "dtype"], rest);
  return scoped(name, "stateless_random_gamma", [shape, seed, alpha, beta], () =>
    gammaWith(shape, alpha, beta ?? 1, dtypeName(dtype), (sizes, a) => {
      const { key, counter, alg: number } = keyCounter(seed, alg);
      return one("StatelessRandomGammaV3", [sizes, key, counter, number, a]);
    }),
  );
}

/**
 * Poisson distributed counts.
 *
 * @param shape The shape of the result; its last dimensions are those of the rates.
 * @param seed Two integers.
 * @param lam Rates.
 * @param rest `dtype` (default int32) and `name`.
 * @example
 * tf.random.statelessPoisson([2], [1, 2], 3).dtype;
 * // 'int32'
 */
export function statelessPoisson(
  shape: ShapeInput,
  seed: TensorInput,
  lam: TensorInput,
  ...rest: Trailing<[dtype: DTypeLike], StatelessDtypeOptions>
): Tensor {
  const { dtype = "int32", name } = trailing<StatelessDtypeOptions>(["dtype"], rest);
  return scoped(name, "stateless_random_poisson", [shape, seed, lam], () =>
    one("StatelessRandomPoisson", [shapeTensor(shape), seed, lam], { dtype: dtypeName(dtype) }),
  );
}

/**
 * Binomially distributed counts.
 *
 * @param shape The shape of the result; its last dimensions are those of the parameters.
 * @param seed Two integers.
 * @param counts Numbers of trials.
 * @param probs Probabilities of success.
 * @param rest `outputDtype` (default int32) and `name`.
 * @example
 * tf.random.statelessBinomial([2], [1, 2], 10, 0.5).dtype;
 * // 'int32'
 */
export function statelessBinomial(
  shape: ShapeInput,
  seed: TensorInput,
  counts: TensorInput,
  probs: TensorInput,
  ...rest: Trailing<[outputDtype: DTypeLike], Named & { readonly outputDtype?: DTypeLike }>
): Tensor {
  const { outputDtype = "int32", name } = trailing<Named & { outputDtype?: DTypeLike }>(
    ["outputDtype"],
    rest,
  );
  return scoped(name, "stateless_random_binomial", [shape, seed, counts, probs], () => {
    const sizes = shapeTensor(shape);
    const p = asTensor(probs, undefined, "probs");
    const n = asTensor(counts, p.dtype, "counts");
    return one("StatelessRandomBinomial", [sizes, seed, n, p], { dtype: dtypeName(outputDtype) });
  });
}

export interface TruncatedOptions extends Named {
  readonly means?: TensorInput;
  readonly stddevs?: TensorInput;
  readonly minvals?: TensorInput;
  readonly maxvals?: TensorInput;
}

/**
 * Normally distributed numbers between limits.
 *
 * @param shape The shape of the result; its last dimensions are those of the parameters.
 * @param seed Two integers.
 * @param rest `means` (0), `stddevs` (1), `minvals` (-2), `maxvals` (2) and `name`.
 * @example
 * tf.random.statelessParameterizedTruncatedNormal([2], [1, 2], 0, 1, -1, 1).shape;
 * // [ 2 ]
 */
export function statelessParameterizedTruncatedNormal(
  shape: ShapeInput,
  seed: TensorInput,
  ...rest: Trailing<
    [means: TensorInput, stddevs: TensorInput, minvals: TensorInput, maxvals: TensorInput],
    TruncatedOptions
  >
): Tensor {
  const options = trailing<TruncatedOptions>(["means", "stddevs", "minvals", "maxvals"], rest);
  const { means = 0, stddevs = 1, minvals = -2, maxvals = 2, name } = options;
  const parameters = [means, stddevs, minvals, maxvals];
  return scoped(name, "stateless_parameterized_truncated_normal", [shape, seed, ...parameters], () => {
    const sizes = shapeTensor(shape);
    const first = asTensor(means, undefined, "means");
    const others = [stddevs, minvals, maxvals].map((value, i) =>
      asTensor(value, first.dtype, ["stddevs", "minvals", "maxvals"][i]),
    );
    return one("StatelessParameterizedTruncatedNormal", [sizes, seed, first, ...others]);
  });
}

/**
 * The rows of a tensor in random order.
 *
 * @param value At least one dimension.
 * @param seed Two integers.
 * @param rest `alg` and `name`.
 * @example
 * tf.random.experimental.statelessShuffle([1, 2, 3, 4], [1, 2]).shape;
 * // [ 4 ]
 */
export function statelessShuffle(
  value: TensorInput,
  seed: TensorInput,
  ...rest: Trailing<[alg: AlgorithmLike], StatelessOptions>
): Tensor {
  const { alg = "auto_select", name } = trailing<StatelessOptions>(["alg"], rest);
  return scoped(name, "stateless_shuffle", [value, seed], () => {
    const { key, counter, alg: number } = keyCounter(seed, alg);
    return one("StatelessShuffle", [value, key, counter, number]);
  });
}

/**
 * New pairs of seeds from one.
 *
 * @param seed Two integers.
 * @param rest `num` (default 2) and `alg`.
 * @returns Shape `[num, 2]`.
 * @example
 * tf.random.split([1, 2], 3).shape;
 * // [ 3, 2 ]
 */
export function split(
  seed: TensorInput,
  ...rest: Trailing<
    [num: number, alg: AlgorithmLike],
    { readonly num?: number; readonly alg?: AlgorithmLike }
  >
): Tensor {
  const { num = 2, alg = "auto_select" } = trailing<{ num?: number; alg?: AlgorithmLike }>(
    ["num", "alg"],
    rest,
  );
  const pair = asTensor(seed, undefined, undefined, "int32");
  return statelessUniform([num, 2], pair, { minval: null, maxval: null, dtype: pair.dtype, alg });
}

/** As `split`. */
export const statelessSplit = split;

/**
 * A new pair of seeds from one and a number, such as the number of a step.
 *
 * @param seed Two integers.
 * @param data An int32 or int64 scalar.
 * @param rest `alg`.
 * @example
 * tf.random.foldIn([1, 2], 5).shape;
 * // [ 2 ]
 */
export function foldIn(
  seed: TensorInput,
  data: TensorInput,
  ...rest: Trailing<[alg: AlgorithmLike], { readonly alg?: AlgorithmLike }>
): Tensor {
  const { alg = "auto_select" } = trailing<{ alg?: AlgorithmLike }>(["alg"], rest);
  const number = asTensor(data, undefined, undefined, "int32");
  const first = statelessUniform([], seed, { minval: null, maxval: null, dtype: number.dtype, alg });
  return one("Pack", [[first, number]], undefined, "stack");
}

/** As `foldIn`. */
export const statelessFoldIn = foldIn;
