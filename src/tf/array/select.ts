// Choosing elements by conditions and by value.
import { ValueError } from "../../base/errors.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { isOptions, type Named, type Trailing, trailing } from "../core/arguments.ts";
import { type DTypeLike, dtypeName } from "../core/dtype-name.ts";
import { many, one, scoped } from "../core/call.ts";
import { asTensor } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import { reshape, shape, squeeze } from "./shape.ts";
import { getItem } from "./slices.ts";

/**
 * With one argument, the coordinates of the true elements; with three, elements of `x` where the condition is
 * true and of `y` where it is not. All three are broadcast.
 *
 * @param condition Booleans; numbers count as true if they are not zero, in the form with one argument.
 * @param args `x` and `y` of one dtype, then options: `name`.
 * @throws ValueError if only one of `x` and `y` is given.
 * @example
 * tf.where([true, false, true], [1, 2, 3], [10, 20, 30]);
 * // tf.Tensor([ 1. 20.  3.], shape=(3,), dtype=float32)
 * @example
 * tf.where([[true, false], [true, true]]);
 * // tf.Tensor(
 * // [[0 0]
 * //  [1 0]
 * //  [1 1]], shape=(3, 2), dtype=int64)
 */
export function where(
  condition: TensorInput,
  ...args:
    | [options?: Named]
    | [x: TensorInput | null, y?: TensorInput | null]
    | [x: TensorInput | null, y: TensorInput | null, options: Named]
): Tensor {
  const last = args[args.length - 1];
  const { name } = isOptions(last) ? (last as Named) : {};
  const [x, y] = (isOptions(last) ? args.slice(0, -1) : args) as [
    (TensorInput | null)?,
    (TensorInput | null)?,
  ];
  const hasX = x !== undefined && x !== null;
  const hasY = y !== undefined && y !== null;
  if (!hasX && !hasY) return one("Where", [asTensor(condition)], undefined, name);
  if (!hasX || !hasY) throw new ValueError("x and y must both be non-None or both be None.");
  return one("SelectV2", [condition, x, y], undefined, name);
}

export interface BooleanMaskOptions extends Named {
  /** The first axis that the mask covers; default 0. */
  readonly axis?: number | null;
}

/**
 * The elements where a mask is true, in order. The axes that the mask covers become one.
 *
 * @param tensor What to take from.
 * @param mask Booleans; its shape is that of the axes it covers.
 * @param rest `axis` (default 0) and `name`, by position or as options.
 * @throws ValueError if the mask's rank is not known or zero, or its shape does not fit.
 * @example
 * tf.booleanMask([[1, 2], [3, 4], [5, 6]], [true, false, true]);
 * // tf.Tensor(
 * // [[1. 2.]
 * //  [5. 6.]], shape=(2, 2), dtype=float32)
 */
export function booleanMask(
  tensor: TensorInput,
  mask: TensorInput,
  ...rest: Trailing<[axis: number | null], BooleanMaskOptions>
): Tensor {
  const { axis, name } = trailing<BooleanMaskOptions>(["axis"], rest);
  return scoped(name, "boolean_mask", [tensor, mask], () => {
    const from = asTensor(tensor, undefined, "tensor");
    const chosen = asTensor(mask, undefined, "mask");
    const covered = chosen.shape?.length;
    if (covered === undefined)
      throw new ValueError("Number of mask dimensions must be specified, even if some dimensions are None.");
    if (covered === 0) throw new ValueError("mask cannot be scalar.");
    const first =
      axis === undefined || axis === null ? 0 : axis < 0 ? axis + (from.shape?.length ?? 0) : axis;
    checkCovered(from, chosen, first);
    return masked(from, chosen, first, covered);
  });
}

function checkCovered(tensor: Tensor, mask: Tensor, axis: number): void {
  const there = tensor.shape?.slice(axis, axis + mask.shape!.length);
  if (there === undefined) return;
  if (
    there.length === mask.shape!.length &&
    there.every((n, i) => n < 0 || mask.shape![i]! < 0 || n === mask.shape![i])
  )
    return;
  throw new ValueError(`Shapes ${JSON.stringify(there)} and ${JSON.stringify(mask.shape)} are incompatible`);
}

function masked(tensor: Tensor, mask: Tensor, axis: number, covered: number): Tensor {
  const count = one("Prod", [getItem(shape(tensor), [axis, axis + covered]), [0]]);
  const before = getItem(shape(tensor), [null, axis]);
  const after = getItem(shape(tensor), [axis + covered, null]);
  const flat = reshape(tensor, one("ConcatV2", [[before, [count], after], 0], undefined, "concat"));
  const places = squeeze(one("Where", [reshape(mask, [-1])]), [1]);
  return one("GatherV2", [flat, places, axis], { batch_dims: 0 });
}

export interface UniqueOptions extends Named {
  /** Dtype of the indices: int32 (default) or int64. */
  readonly outIdx?: DTypeLike;
}

/** Different elements, and where each element of the input stands among them. */
export interface Unique extends ReadonlyArray<Tensor> {
  readonly y: Tensor;
  readonly idx: Tensor;
}

/** As `Unique`, with how often each occurs. */
export interface UniqueWithCounts extends Unique {
  readonly count: Tensor;
}

/**
 * The different elements of a vector, in the order in which they first occur.
 *
 * @param x A vector.
 * @param rest `outIdx` and `name`, by position or as options.
 * @returns `[y, idx]`, also by name; `y[idx[i]]` is `x[i]`.
 * @example
 * tf.unique([4, 4, 1, 2, 1]).idx;
 * // tf.Tensor([0 0 1 2 1], shape=(5,), dtype=int32)
 */
export function unique(x: TensorInput, ...rest: Trailing<[outIdx: DTypeLike], UniqueOptions>): Unique {
  const { outIdx = "int32", name } = trailing<UniqueOptions>(["outIdx"], rest);
  const outputs = many("Unique", [x], { out_idx: dtypeName(outIdx) }, name);
  return Object.assign([...outputs], { y: outputs[0]!, idx: outputs[1]! });
}

/**
 * The different elements of a vector and how often each occurs.
 *
 * @param x A vector.
 * @param rest `outIdx` and `name`, by position or as options.
 * @returns `[y, idx, count]`, also by name.
 * @example
 * tf.uniqueWithCounts([4, 4, 1, 2, 1]).count;
 * // tf.Tensor([2 2 1], shape=(3,), dtype=int32)
 */
export function uniqueWithCounts(
  x: TensorInput,
  ...rest: Trailing<[outIdx: DTypeLike], UniqueOptions>
): UniqueWithCounts {
  const { outIdx = "int32", name } = trailing<UniqueOptions>(["outIdx"], rest);
  const outputs = many("UniqueWithCounts", [x], { out_idx: dtypeName(outIdx) }, name);
  return Object.assign([...outputs], { y: outputs[0]!, idx: outputs[1]!, count: outputs[2]! });
}

/**
 * Spreads the slices of a tensor over several tensors.
 *
 * @param data The tensor.
 * @param partitions For each slice, which result it goes to, from 0 to `numPartitions - 1`.
 * @param numPartitions How many results.
 * @param options `name`.
 * @throws InvalidArgumentError for a partition out of range.
 * @example
 * tf.dynamicPartition([10, 20, 30], [0, 1, 0], 2)[0];
 * // tf.Tensor([10. 30.], shape=(2,), dtype=float32)
 */
export function dynamicPartition(
  data: TensorInput,
  partitions: TensorInput,
  numPartitions: number,
  options: Named = {},
): readonly Tensor[] {
  return many("DynamicPartition", [data, partitions], { num_partitions: numPartitions }, options.name);
}

/**
 * Puts slices of several tensors together; of two for one place the last counts.
 *
 * @param indices For each tensor, where its slices go.
 * @param data The tensors.
 * @param options `name`.
 * @example
 * tf.dynamicStitch([[0, 2], [1]], [[10, 30], [20]]);
 * // tf.Tensor([10. 20. 30.], shape=(3,), dtype=float32)
 */
export function dynamicStitch(
  indices: readonly TensorInput[],
  data: readonly TensorInput[],
  options: Named = {},
): Tensor {
  return one("DynamicStitch", [indices, data], undefined, options.name);
}
