// Means and variances from sums, and weighted ones.
import type { Tensor } from "../../graph/tensor.ts";
import { gather } from "../array/gather.ts";
import { cast } from "../array/identity.ts";
import { rank, shape, squeeze } from "../array/shape.ts";
import { type Named, type Trailing, trailing } from "../core/arguments.ts";
import { one, scoped } from "../core/call.ts";
import { asTensor, literal } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import { zerosLike } from "../creation/filled.ts";
import { divideNoNan } from "../math/arithmetic.ts";
import { reduceProd, reduceSum } from "../math/reduce.ts";

export interface StatisticsOptions extends Named {
  /** A number near the mean, subtracted first so that sums stay exact; default none. */
  readonly shift?: TensorInput | null;
  /** Keeps the axes, with size 1. */
  readonly keepdims?: boolean;
}

/**
 * What means and variances are computed from: the count, the sum and the sum of squares along axes.
 *
 * @param x Numbers.
 * @param axes The axes to sum along.
 * @param rest `shift`, `keepdims` and `name`, by position or as options.
 * @returns `[count, sum, sum of squares, shift]`, both sums of numbers less `shift`; null without one.
 * @example
 * tf.nn.sufficientStatistics([1, 2, 3], [0]).slice(0, 3).map((x) => x.item());
 * // [3, 6, 14]
 */
export function sufficientStatistics(
  x: TensorInput,
  axes: readonly number[],
  ...rest: Trailing<[shift: TensorInput | null, keepdims: boolean], StatisticsOptions>
): [count: Tensor, sum: Tensor, squares: Tensor, shift: Tensor | null] {
  const { shift, keepdims = false, name } = trailing<StatisticsOptions>(["shift", "keepdims"], rest);
  const along = [...new Set(axes)];
  return scoped(name, "sufficient_statistics", [x, shift], () => {
    const input = asTensor(x, undefined, "x");
    const count = countAlong(input, along);
    const from =
      shift === undefined || shift === null ? null : asTensor(shift, undefined, "shift", input.dtype);
    const sums = from === null ? input : one("Sub", [input, from]);
    const squares = from === null ? one("Square", [input]) : one("SquaredDifference", [input, from]);
    return [
      count,
      reduceSum(sums, along, keepdims, { name: "mean_ss" }),
      reduceSum(squares, along, keepdims, { name: "var_ss" }),
      from,
    ];
  });
}

function countAlong(input: Tensor, axes: readonly number[]): Tensor {
  const dims = input.shape;
  const sizes = axes.map((axis) => dims?.at(axis) ?? -1);
  if (sizes.every((size) => size >= 0))
    return literal(
      sizes.reduce((product, size) => product * size, 1),
      input.dtype,
    );
  const ndim = rank(input);
  const positive = axes.map((axis) => (axis < 0 ? one("AddV2", [axis, ndim], undefined, "add") : axis));
  return reduceProd(gather(cast(shape(input), input.dtype), positive), null, { name: "count" });
}

/**
 * Mean and variance from what `sufficientStatistics` gives.
 *
 * @param counts How many numbers.
 * @param meanSs Their sum, less `shift` each.
 * @param varianceSs The sum of their squares, less `shift` each.
 * @param shift The shift, or null.
 * @param options `name`.
 * @returns `[mean, variance]`.
 * @example
 * tf.nn.normalizeMoments(3, 6, 15, null).map((x) => x.item());
 * // [2, 1]
 */
export function normalizeMoments(
  counts: TensorInput,
  meanSs: TensorInput,
  varianceSs: TensorInput,
  shift: TensorInput | null,
  options: Named = {},
): [mean: Tensor, variance: Tensor] {
  return scoped(options.name, "normalize", [counts, meanSs, varianceSs, shift], () => {
    const divisor = one("Reciprocal", [counts], undefined, "divisor");
    const shifted = one("Mul", [meanSs, divisor], undefined, shift === null ? "mean" : "shifted_mean");
    const mean = shift === null ? shifted : one("AddV2", [shifted, shift], undefined, "mean");
    const squares = one("Mul", [varianceSs, divisor]);
    return [mean, one("Sub", [squares, one("Square", [shifted])], undefined, "variance")];
  });
}

export interface WeightedMomentsOptions extends Named {
  /** Keeps the axes, with size 1. */
  readonly keepdims?: boolean;
}

/**
 * Mean and variance along axes of numbers that count with weights.
 *
 * @param x Numbers of a float dtype.
 * @param axes The axes.
 * @param frequencyWeights How often each number counts; broadcast to `x`.
 * @param rest `keepdims` and `name`, by position or as options.
 * @returns `[mean, variance]`; zeros where all weights are.
 * @example
 * tf.nn.weightedMoments([1, 5], [0], [3, 1]).map((x) => x.item());
 * // [2, 3]
 */
export function weightedMoments(
  x: TensorInput,
  axes: readonly number[],
  frequencyWeights: TensorInput,
  ...rest: Trailing<[keepdims: boolean], WeightedMomentsOptions>
): [mean: Tensor, variance: Tensor] {
  const { keepdims = false, name } = trailing<WeightedMomentsOptions>(["keepdims"], rest);
  return scoped(name, "weighted_moments", [x, axes, frequencyWeights], () => {
    const given = asTensor(x, undefined, "x");
    // float16 cannot hold sums of squares.
    const half = given.dtype === "float16";
    const input = half ? cast(given, "float32") : given;
    const weights = cast(asTensor(frequencyWeights, undefined, "frequency_weights"), input.dtype);
    const sum = (numbers: Tensor, label: string): Tensor => reduceSum(numbers, axes, true, { name: label });
    const total = sum(one("Mul", [weights, input], undefined, "mul"), "weighted_input_sum");
    const count = sum(one("AddV2", [weights, zerosLike(input)], undefined, "add"), "sum_of_weights");
    const mean = divideNoNan(total, count);
    const distances = one("SquaredDifference", [input, mean]);
    const variance = divideNoNan(
      sum(one("Mul", [weights, distances], undefined, "mul"), "weighted_distsq"),
      count,
    );
    const results = keepdims ? [mean, variance] : [squeeze(mean, axes), squeeze(variance, axes)];
    return results.map((each) => (half ? cast(each, "float16") : each)) as [Tensor, Tensor];
  });
}
