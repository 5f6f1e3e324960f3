// Histograms of bins that all have the same width.
import type { Tensor } from "../../graph/tensor.ts";
import { cast } from "../array/identity.ts";
import { reshape, shape } from "../array/shape.ts";
import { getItem } from "../array/slices.ts";
import { type Named, type Trailing, trailing } from "../core/arguments.ts";
import { one, scoped } from "../core/call.ts";
import { type DTypeLike, dtypeName } from "../core/dtype-name.ts";
import { asTensor } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import { Assert, withDependencies } from "../debugging/assert.ts";
import { clipByValue } from "./clip.ts";

export interface HistogramOptions extends Named {
  /** How many bins; default 100. */
  readonly nbins?: TensorInput;
  /** int32 (default) or int64. */
  readonly dtype?: DTypeLike;
}

/**
 * How many numbers fall into each bin.
 *
 * @param values Numbers.
 * @param valueRange The lower end of the first bin and the upper end of the last; these also count what is
 *   beyond.
 * @param rest `nbins`, `dtype` and `name`, by position or as options.
 * @returns `nbins` counts.
 * @throws InvalidArgumentError unless the range goes upward.
 * @example
 * tf.histogramFixedWidth([-1, 0, 1.5, 2, 5, 15], [0, 5], 5);
 * // tf.Tensor([2 1 1 0 2], shape=(5,), dtype=int32)
 */
export function histogramFixedWidth(
  values: TensorInput,
  valueRange: TensorInput,
  ...rest: Trailing<[nbins: TensorInput, dtype: DTypeLike], HistogramOptions>
): Tensor {
  const { nbins = 100, dtype = "int32", name } = trailing<HistogramOptions>(["nbins", "dtype"], rest);
  const inputs = [values, valueRange, nbins];
  return scoped(name, "histogram_fixed_width", inputs, (scope) =>
    one("HistogramFixedWidth", inputs, { dtype: dtypeName(dtype) }, scope),
  );
}

/**
 * For each number the bin it falls into.
 *
 * @param values Floats.
 * @param valueRange The lower end of the first bin and the upper end of the last; these take what is
 *   beyond.
 * @param rest `nbins`, `dtype` (not used, as in TensorFlow) and `name`, by position or as options.
 * @returns int32 of the same shape as `values`.
 * @throws InvalidArgumentError if `nbins` is not above zero.
 * @example
 * tf.histogramFixedWidthBins([-1, 0, 1.5, 2, 5, 15], [0, 5], 5);
 * // tf.Tensor([0 0 1 2 4 4], shape=(6,), dtype=int32)
 */
export function histogramFixedWidthBins(
  values: TensorInput,
  valueRange: TensorInput,
  ...rest: Trailing<[nbins: TensorInput, dtype: DTypeLike], HistogramOptions>
): Tensor {
  const { nbins = 100, name } = trailing<HistogramOptions>(["nbins", "dtype"], rest);
  return scoped(name, "histogram_fixed_width_bins", [values, valueRange, nbins], () => {
    const given = asTensor(values, undefined, "values");
    const dims = shape(given);
    const flat = reshape(given, [-1]);
    const range = asTensor(valueRange, undefined, "value_range", given.dtype);
    const bins = asTensor(nbins, undefined, "nbins", "int32");
    const check = Assert(one("Greater", [bins, 0]), [`nbins ${bins.toString()} must > 0`]);
    const count = cast(withDependencies(check, bins), flat.dtype);
    const lowest = getItem(range, 0);
    const above = one("Sub", [flat, lowest], undefined, "sub");
    const [highest, again] = [getItem(range, 1), getItem(range, 0)];
    const width = one("Sub", [highest, again], undefined, "sub");
    const scaled = scoped("scaled_values", "truediv", [above], (scope) =>
      one("RealDiv", [above, width], undefined, scope),
    );
    const bin = one("Floor", [one("Mul", [count, scaled], undefined, "mul")], undefined, "indices");
    const last = one("Sub", [count, 1], undefined, "sub");
    return reshape(cast(clipByValue(bin, 0, last), "int32"), dims);
  });
}
