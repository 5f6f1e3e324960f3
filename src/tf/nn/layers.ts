// Building blocks of layers: biases, normalization, dropout, embeddings.
import { ValueError } from "../../base/errors.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { type Named, type Trailing, trailing } from "../core/arguments.ts";
import { isTensorObject, one, scoped } from "../core/call.ts";
import { asTensor, literal } from "../core/tensor.ts";
import type { AxisInput, TensorInput } from "../core/types.ts";
import { gather } from "../array/gather.ts";
import { shape, size, squeeze } from "../array/shape.ts";
import { clipByNorm } from "../math/clip.ts";
import { matmul } from "../math/products.ts";
import { countNonzero, reduceMean } from "../math/reduce.ts";
import { drawSeeds, uniform } from "../random/draws.ts";

const sub = (x: unknown, y: unknown): Tensor => one("Sub", [x, y], undefined, "sub");
const mul = (x: unknown, y: unknown): Tensor => one("Mul", [x, y], undefined, "mul");
const add = (x: unknown, y: unknown): Tensor => one("AddV2", [x, y], undefined, "add");

export interface BiasOptions extends Named {
  /** "NHWC" (default) or "NCHW", or any format that says where channels stand, as "N...C" or "NC...". */
  readonly dataFormat?: string | null;
}

/**
 * Adds a vector along the channels.
 *
 * @param value At least one dimension.
 * @param bias One number for each channel.
 * @param rest `dataFormat` and `name`, by position or as options.
 * @throws ValueError for an unknown format; InvalidArgumentError if sizes differ.
 * @example
 * tf.nn.biasAdd([[1, 2], [3, 4]], [10, 20]);
 * // tf.Tensor(
 * // [[11. 22.]
 * //  [13. 24.]], shape=(2, 2), dtype=float32)
 */
export function biasAdd(
  value: TensorInput,
  bias: TensorInput,
  ...rest: Trailing<[dataFormat: string | null], BiasOptions>
): Tensor {
  const { dataFormat, name } = trailing<BiasOptions>(["dataFormat"], rest);
  const format = dataFormat ?? "NHWC";
  if (!format.startsWith("NC") && !(format.startsWith("N") && format.endsWith("C")))
    throw new ValueError("`data_format` must be of the form `N...C` or `NC...`. Received: " + format);
  return scoped(name, "BiasAdd", [value, bias], (scope) => {
    const input = asTensor(value, undefined, "input");
    const offsets = asTensor(bias, undefined, "bias", input.dtype);
    return one(
      "BiasAdd",
      [input, offsets],
      { data_format: format.startsWith("NC") ? "NCHW" : "NHWC" },
      scope,
    );
  });
}

/**
 * sum(t ** 2) / 2.
 *
 * @param t Numbers of a float dtype.
 * @param options `name`.
 * @example
 * tf.nn.l2Loss([3, 4]);
 * // tf.Tensor(12.5, shape=(), dtype=float32)
 */
export const l2Loss = (t: TensorInput, options: Named = {}): Tensor =>
  one("L2Loss", [t], undefined, options.name);

/**
 * x @ weights + biases.
 *
 * @param x Shape `[n, k]`.
 * @param weights Shape `[k, m]`.
 * @param biases Shape `[m]`.
 * @param options `name`.
 * @example
 * tf.compat.v1.nn.xwPlusB([[1, 2]], [[1], [1]], [10]);
 * // tf.Tensor([[13.]], shape=(1, 1), dtype=float32)
 */
export function xwPlusB(
  x: TensorInput,
  weights: TensorInput,
  biases: TensorInput,
  options: Named = {},
): Tensor {
  return scoped(options.name, "xw_plus_b", [x, weights, biases], (scope) => {
    const input = asTensor(x, undefined, "x");
    const w = asTensor(weights, undefined, "weights", input.dtype);
    const b = asTensor(biases, undefined, "biases", input.dtype);
    return biasAdd(matmul(input, w), b, { name: scope });
  });
}

export interface MomentsOptions extends Named {
  /** Ignored, as in TensorFlow. */
  readonly shift?: unknown;
  readonly keepdims?: boolean;
}

/**
 * Mean and variance along axes.
 *
 * @param x Numbers of a float dtype.
 * @param axes The axes.
 * @param rest `shift`, `keepdims` and `name`, by position or as options.
 * @returns `[mean, variance]`.
 * @example
 * tf.nn.moments([[1, 2], [3, 6]], [0])[1];
 * // tf.Tensor([1. 4.], shape=(2,), dtype=float32)
 */
export function moments(
  x: TensorInput,
  axes: AxisInput,
  ...rest: Trailing<[shift: unknown, keepdims: boolean], MomentsOptions>
): [Tensor, Tensor] {
  const { keepdims = false, name } = trailing<MomentsOptions>(["shift", "keepdims"], rest);
  return scoped(name, "moments", [x], () => {
    const input = asTensor(x);
    // float16 cannot hold sums of squares.
    const y = input.dtype === "float16" ? one("Cast", [input], { DstT: "float32" }) : input;
    const mean = reduceMean(y, axes, true, { name: "mean" });
    const distances = one("SquaredDifference", [y, one("StopGradient", [mean])]);
    const variance = reduceMean(distances, axes, true, { name: "variance" });
    const results = keepdims ? [mean, variance] : [squeeze(mean, axes), squeeze(variance, axes)];
    if (input.dtype !== "float16") return results as [Tensor, Tensor];
    return results.map((each) => one("Cast", [each], { DstT: "float16" })) as [Tensor, Tensor];
  });
}

/**
 * (x - mean) / sqrt(variance + epsilon) * scale + offset. Ioffe and Szegedy, 2015.
 *
 * @param x Numbers of a float dtype.
 * @param mean Broadcast to `x`, like the others.
 * @param variance The variance.
 * @param offset Added at the end, or null.
 * @param scale Multiplied, or null.
 * @param varianceEpsilon A small number that keeps the divisor from zero.
 * @param options `name`.
 * @example
 * tf.nn.batchNormalization([1, 2], 1, 4, 10, 2, 0);
 * // tf.Tensor([10. 11.], shape=(2,), dtype=float32)
 */
export function batchNormalization(
  x: TensorInput,
  mean: TensorInput,
  variance: TensorInput,
  offset: TensorInput | null,
  scale: TensorInput | null,
  varianceEpsilon: TensorInput,
  options: Named = {},
): Tensor {
  return scoped(options.name, "batchnorm", [x, mean, variance, scale, offset], () => {
    const input = asTensor(x);
    const spread = asTensor(variance, undefined, undefined, input.dtype);
    let inverse = one("Rsqrt", [add(spread, varianceEpsilon)]);
    if (scale !== null) inverse = mul(inverse, scale);
    const scaled = mul(input, inverse);
    const shift =
      offset === null
        ? mul(one("Neg", [asTensor(mean, undefined, undefined, input.dtype)]), inverse)
        : sub(offset, mul(mean, inverse));
    return add(scaled, shift);
  });
}

export interface DropoutOptions extends Named {
  /** The shape of the random mask, broadcast to `x`; null for a size that is the same. */
  readonly noiseShape?: readonly (number | null)[] | Tensor | null;
  readonly seed?: number | null;
}

/**
 * Sets elements to zero at random and scales the others so that the sum is the same on average.
 *
 * @param x Numbers of a float dtype.
 * @param rate The probability of zero, from 0 up to but without 1.
 * @param rest `noiseShape`, `seed` and `name`, by position or as options.
 * @throws ValueError for a rate out of range, or integers.
 * @example
 * tf.random.setSeed(1);
 * tf.nn.dropout([1, 1, 1, 1], 0.5);
 * // tf.Tensor([0. 2. 2. 0.], shape=(4,), dtype=float32)
 */
export function dropout(
  x: TensorInput,
  rate: number | Tensor,
  ...rest: Trailing<[noiseShape: DropoutOptions["noiseShape"], seed: number | null], DropoutOptions>
): Tensor {
  const { noiseShape, seed, name } = trailing<DropoutOptions>(["noiseShape", "seed"], rest);
  return scoped(name, "dropout", [x, rate], () => {
    if (typeof rate === "number" && !(rate >= 0 && rate < 1))
      throw new ValueError(
        `\`rate\` must be a scalar tensor or a float in the range [0, 1). Received: rate=${rate}`,
      );
    const input = asTensor(x, undefined, "x");
    if (!input.dtype.includes("float"))
      throw new ValueError(
        "`x.dtype` must be a floating point tensor as `x` will be scaled. " +
          `Received: x_dtype=${input.dtype}`,
      );
    if (rate === 0) {
      // The seed is used up all the same: what follows must not depend on the rate.
      drawSeeds(seed);
      return input;
    }
    return droppedOut(input, rate, noiseShape ?? null, seed);
  });
}

function droppedOut(
  x: Tensor,
  rate: number | Tensor,
  noiseShape: DropoutOptions["noiseShape"],
  seed: number | null | undefined,
): Tensor {
  const dtype = x.dtype;
  const threshold =
    typeof rate === "number" || rate.dtype === dtype ? rate : one("Cast", [rate], { DstT: dtype }, "rate");
  const scaled =
    typeof threshold === "number"
      ? one("Mul", [x, literal(1 / (1 - threshold), dtype)])
      : one("RealDiv", [x, one("Sub", [literal(1, dtype), threshold])]);
  const noise = uniform(maskShape(x, noiseShape), { dtype, seed: seed ?? null });
  const keep = one("GreaterEqual", [noise, threshold]);
  return one("SelectV2", [keep, scaled, literal(0, dtype)]);
}

function maskShape(x: Tensor, noiseShape: DropoutOptions["noiseShape"]): Tensor | readonly number[] {
  if (noiseShape === null || noiseShape === undefined) return shape(x);
  if (isTensorObject(noiseShape)) return noiseShape as Tensor;
  return (noiseShape as readonly (number | null)[]).map((length, i) => length ?? x.shape?.[i] ?? -1);
}

export interface EmbeddingOptions extends Named {
  /** Rows with a greater norm are scaled down to it. */
  readonly maxNorm?: TensorInput | null;
}

/**
 * Rows of a matrix, by index.
 *
 * @param params The matrix of embeddings: a tensor or a variable.
 * @param ids Integers of any shape.
 * @param rest `maxNorm` and `name`, by position or as options.
 * @returns Shape of `ids` followed by that of a row.
 * @throws InvalidArgumentError for an index out of range.
 * @example
 * tf.nn.embeddingLookup([[1, 2], [3, 4]], [1, 0]);
 * // tf.Tensor(
 * // [[3. 4.]
 * //  [1. 2.]], shape=(2, 2), dtype=float32)
 */
export function embeddingLookup(
  params: TensorInput,
  ids: TensorInput,
  ...rest: Trailing<[maxNorm: TensorInput | null], EmbeddingOptions>
): Tensor {
  const { maxNorm, name } = trailing<EmbeddingOptions>(["maxNorm"], rest);
  return scoped(name, "embedding_lookup", [params, ids], (scope) => {
    const places = asTensor(ids, undefined, "ids", "int32");
    const rows = gather(params, places, { name: scope });
    return one("Identity", [
      maxNorm === undefined || maxNorm === null ? rows : clipRows(rows, places, maxNorm),
    ]);
  });
}

function clipRows(rows: Tensor, ids: Tensor, maxNorm: TensorInput): Tensor {
  const inner = ids.shape?.length ?? 0;
  const axes = (rows.shape ?? []).map((_, i) => i).slice(inner);
  return clipByNorm(rows, maxNorm, axes);
}

/**
 * The part of elements that are zero.
 *
 * @param value Numbers.
 * @param options `name`.
 * @returns A float32 scalar; NaN for no elements.
 * @example
 * tf.nn.zeroFraction([0, 1, 0, 2]);
 * // tf.Tensor(0.5, shape=(), dtype=float32)
 */
export function zeroFraction(value: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "zero_fraction", [value], () => {
    const input = asTensor(value, undefined, "value");
    const all = size(input, "int64");
    const zeros = sub(all, countNonzero(input));
    return one(
      "RealDiv",
      [zeros, all].map((each) => one("Cast", [each], { DstT: "float32" })),
      undefined,
      "fraction",
    );
  });
}
