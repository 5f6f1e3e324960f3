// Random numbers from seeded streams that continue from call to call.
import { isInteger, type DTypeName } from "../../base/dtypes.ts";
import { ValueError } from "../../base/errors.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { type Named, type Trailing, trailing } from "../core/arguments.ts";
import { type DTypeLike, dtypeName, optionalDType } from "../core/dtype-name.ts";
import { one, scoped } from "../core/call.ts";
import { asTensor } from "../core/tensor.ts";
import { TensorShape, toShape } from "../core/tensor-shape.ts";
import type { ShapeInput, TensorInput } from "../core/types.ts";
import { shape as shapeOf } from "../array/shape.ts";
import { seedAttrs } from "./seeds.ts";

/** A shape as an integer vector, named as TensorFlow names it. */
export function shapeTensor(shape: ShapeInput, name = "shape"): Tensor {
  const sizes = shape instanceof TensorShape ? toShape(shape) : shape;
  return asTensor(sizes as TensorInput, undefined, name, "int32");
}

const mul = (x: unknown, y: unknown): Tensor => one("Mul", [x, y], undefined, "mul");

/** standard * stddev + mean */
function shifted(standard: Tensor, mean: Tensor, stddev: Tensor, scope: string | undefined): Tensor {
  return one("AddV2", [mul(standard, stddev), mean], undefined, scope);
}

export interface UniformOptions extends Named {
  /** The lower limit, included; default 0. */
  readonly minval?: TensorInput | null;
  /** The upper limit, left out; default 1 for floats. */
  readonly maxval?: TensorInput | null;
  /** float16, bfloat16, float32 (default), float64, int32 or int64. */
  readonly dtype?: DTypeLike;
  /** The op's own seed. */
  readonly seed?: number | null;
}

const UNIFORM_TYPES: readonly DTypeName[] = ["float16", "bfloat16", "float32", "float64", "int32", "int64"];

/**
 * Uniformly distributed numbers.
 *
 * @param shape Sizes: an array, or an integer tensor.
 * @param rest `minval`, `maxval`, `dtype`, `seed` and `name`, by position or as options.
 * @throws ValueError for other dtypes, or integers without `maxval`.
 * @example
 * tf.random.setSeed(1);
 * tf.random.uniform([3]);
 * // tf.Tensor([0.16513085 0.9014813  0.6309742 ], shape=(3,), dtype=float32)
 */
export function uniform(
  shape: ShapeInput,
  ...rest: Trailing<
    [minval: TensorInput | null, maxval: TensorInput | null, dtype: DTypeLike, seed: number | null],
    UniformOptions
  >
): Tensor {
  const {
    minval = 0,
    maxval: most,
    dtype = "float32",
    seed,
    name,
  } = trailing<UniformOptions>(["minval", "maxval", "dtype", "seed"], rest);
  const type = dtypeName(dtype);
  if (!UNIFORM_TYPES.includes(type))
    throw new ValueError(
      `Argument \`dtype\` got invalid value tf.${type}. Accepted dtypes are ${UNIFORM_TYPES.join(", ")}.`,
    );
  if (isInteger(type) && (most === undefined || most === null))
    throw new ValueError(`Must specify maxval for integer dtype tf.${type}`);
  const least = minval ?? 0;
  const maxval = most ?? 1;
  return scoped(name, "random_uniform", [shape, least, maxval], (scope) => {
    const sizes = shapeTensor(shape);
    const plain = least === 0 && maxval === 1 && !isInteger(type);
    if (plain) return one("RandomUniform", [sizes], { dtype: type, ...seedAttrs(seed) });
    const low = asTensor(least, type, "min");
    const high = asTensor(maxval, type, "max");
    const attrs = seedAttrs(seed);
    if (isInteger(type)) return one("RandomUniformInt", [sizes, low, high], attrs, scope);
    const unit = one("RandomUniform", [sizes], { dtype: type, ...attrs });
    if (least === 0) return one("Mul", [unit, high]);
    const width = one("Sub", [high, low], undefined, "sub");
    return one("AddV2", [mul(unit, width), low], undefined, scope);
  });
}

export interface NormalOptions extends Named {
  /** Default 0. */
  readonly mean?: TensorInput;
  /** Default 1. */
  readonly stddev?: TensorInput;
  /** float16, bfloat16, float32 (default) or float64. */
  readonly dtype?: DTypeLike;
  /** The op's own seed. */
  readonly seed?: number | null;
}

type NormalArguments = Trailing<
  [mean: TensorInput, stddev: TensorInput, dtype: DTypeLike, seed: number | null],
  NormalOptions
>;

function normalWith(op: string, what: string, shape: ShapeInput, rest: readonly unknown[]): Tensor {
  const options = trailing<NormalOptions>(["mean", "stddev", "dtype", "seed"], rest);
  const { mean = 0, stddev = 1, dtype = "float32", seed, name } = options;
  const type = dtypeName(dtype);
  return scoped(name, what, [shape, mean, stddev], (scope) => {
    const sizes = shapeTensor(shape);
    const center = asTensor(mean, type, "mean");
    const spread = asTensor(stddev, type, "stddev");
    const standard = one(op, [sizes], { dtype: type, ...seedAttrs(seed) });
    return shifted(standard, center, spread, scope);
  });
}

/**
 * Normally distributed numbers.
 *
 * @param shape Sizes: an array, or an integer tensor.
 * @param rest `mean`, `stddev`, `dtype`, `seed` and `name`, by position or as options.
 * @example
 * tf.random.setSeed(1);
 * tf.random.normal([2], 5, 0.5);
 * // tf.Tensor([4.44939  5.772876], shape=(2,), dtype=float32)
 */
export function normal(shape: ShapeInput, ...rest: NormalArguments): Tensor {
  return normalWith("RandomStandardNormal", "random_normal", shape, rest);
}

/**
 * Normally distributed numbers; those more than two standard deviations off are drawn again.
 *
 * @param shape Sizes: an array, or an integer tensor.
 * @param rest `mean`, `stddev`, `dtype`, `seed` and `name`, by position or as options.
 * @example
 * tf.random.setSeed(1);
 * tf.random.truncatedNormal([2]);
 * // tf.Tensor([-1.1012203  1.5457517], shape=(2,), dtype=float32)
 */
export function truncatedNormal(shape: ShapeInput, ...rest: NormalArguments): Tensor {
  return normalWith("TruncatedNormal", "truncated_normal", shape, rest);
}

export interface SeedOptions extends Named {
  /** The op's own seed. */
  readonly seed?: number | null;
}

/**
 * The rows of a tensor in random order.
 *
 * @param value At least one dimension.
 * @param rest `seed` and `name`, by position or as options.
 * @example
 * tf.random.setSeed(1);
 * tf.random.shuffle([1, 2, 3, 4]);
 * // tf.Tensor([3. 2. 4. 1.], shape=(4,), dtype=float32)
 */
export function shuffle(value: TensorInput, ...rest: Trailing<[seed: number | null], SeedOptions>): Tensor {
  const { seed, name } = trailing<SeedOptions>(["seed"], rest);
  return one("RandomShuffle", [value], seedAttrs(seed), name);
}

export interface CategoricalOptions extends SeedOptions {
  /** int64 (default) or int32. */
  readonly dtype?: DTypeLike | null;
}

/**
 * Classes drawn by their unscaled log probabilities.
 *
 * @param logits Shape `[batch, classes]`.
 * @param numSamples How many for each row.
 * @param rest `dtype`, `seed` and `name`, by position or as options.
 * @returns Shape `[batch, numSamples]`.
 * @example
 * tf.random.setSeed(1);
 * tf.random.categorical([[0, 10]], 3);
 * // tf.Tensor([[1 1 1]], shape=(1, 3), dtype=int64)
 */
export function categorical(
  logits: TensorInput,
  numSamples: TensorInput,
  ...rest: Trailing<[dtype: DTypeLike | null, seed: number | null], CategoricalOptions>
): Tensor {
  const { dtype, seed, name } = trailing<CategoricalOptions>(["dtype", "seed"], rest);
  return scoped(name, "categorical", [logits], () => {
    const scores = asTensor(logits, undefined, "logits");
    const attrs = seedAttrs(seed);
    return one("Multinomial", [scores, numSamples], {
      ...attrs,
      output_dtype: optionalDType(dtype) ?? "int64",
    });
  });
}

export interface GammaOptions extends SeedOptions {
  /** The rate (inverse scale); default 1. */
  readonly beta?: TensorInput | null;
  readonly dtype?: DTypeLike;
}

/** The least positive normal number: gamma numbers must not be 0. */
const TINY: Readonly<Record<string, number>> = {
  float16: 2 ** -14,
  bfloat16: 2 ** -126,
  float32: 2 ** -126,
  float64: 2 ** -1022,
};

/**
 * Gamma distributed numbers.
 *
 * @param shape Sizes of what is drawn for each pair of parameters.
 * @param alpha Shape parameters.
 * @param rest `beta`, `dtype`, `seed` and `name`, by position or as options.
 * @returns `shape` followed by the shape of the parameters.
 * @example
 * tf.random.setSeed(1);
 * tf.random.gamma([2], 2).shape;
 * // [ 2 ]
 */
export function gamma(
  shape: ShapeInput,
  alpha: TensorInput,
  ...rest: Trailing<[beta: TensorInput | null, dtype: DTypeLike, seed: number | null], GammaOptions>
): Tensor {
  const { beta, dtype = "float32", seed, name } = trailing<GammaOptions>(["beta", "dtype", "seed"], rest);
  return scoped(name, "random_gamma", [shape, alpha, beta], () =>
    gammaWith(shape, alpha, beta ?? 1, dtypeName(dtype), (sizes, a) =>
      one("RandomGamma", [sizes, a], seedAttrs(seed)),
    ),
  );
}

/** Draws with scale 1, divides by the rate, and keeps results above zero. */
export function gammaWith(
  shape: ShapeInput,
  alpha: TensorInput,
  beta: TensorInput,
  type: DTypeName,
  draw: (sizes: Tensor, alpha: Tensor) => Tensor,
): Tensor {
  const sizes = shapeTensor(shape);
  const a = asTensor(alpha, type, "alpha");
  const b = asTensor(beta, type, "beta");
  const common = one("BroadcastArgs", [shapeOf(a), shapeOf(b)]);
  const drawn = draw(sizes, one("BroadcastTo", [a, common]));
  return one("Maximum", [TINY[type]!, one("RealDiv", [drawn, b], undefined, "truediv")]);
}

export interface PoissonOptions extends SeedOptions {
  /** float32 by default. */
  readonly dtype?: DTypeLike;
}

/**
 * Poisson distributed counts.
 *
 * @param shape Sizes of what is drawn for each rate.
 * @param lam Rates.
 * @param rest `dtype`, `seed` and `name`, by position or as options.
 * @returns `shape` followed by the shape of the rates.
 * @example
 * tf.random.setSeed(1);
 * tf.random.poisson([2], 3).shape;
 * // [ 2 ]
 */
export function poisson(
  shape: ShapeInput,
  lam: TensorInput,
  ...rest: Trailing<[dtype: DTypeLike, seed: number | null], PoissonOptions>
): Tensor {
  const { dtype = "float32", seed, name } = trailing<PoissonOptions>(["dtype", "seed"], rest);
  return scoped(name, "random_poisson", [shape], () => {
    const sizes = shapeTensor(shape);
    return one("RandomPoissonV2", [sizes, lam], { dtype: dtypeName(dtype), ...seedAttrs(seed) });
  });
}

/** Uses up a seed without drawing. */
export const drawSeeds = (seed: number | null | undefined): void => void seedAttrs(seed);
