// Order of elements: transposing, reversing, rolling, sorting, searching.
import { ValueError } from "../../base/errors.ts";
import { isFloating, isUnsigned } from "../../base/dtypes.ts";
import { currentGraph } from "../../graph/default-graph.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { type Named, type Trailing, trailing } from "../core/arguments.ts";
import { type DTypeLike, dtypeName } from "../core/dtype-name.ts";
import { many, one, scoped } from "../core/call.ts";
import { asTensor, literal } from "../core/tensor.ts";
import type { AxisInput, TensorInput } from "../core/types.ts";
import { rank, reshape, shape, shapeAsTensor } from "./shape.ts";
import { getItem } from "./slices.ts";

export interface TransposeOptions extends Named {
  /** For each new axis, which old one it is; default all in reverse. */
  readonly perm?: TensorInput | null;
  /** Also takes complex conjugates. */
  readonly conjugate?: boolean;
}

/**
 * Exchanges axes; without `perm`, all in reverse.
 *
 * @param a The tensor.
 * @param rest `perm`, `conjugate` and `name`, by position or as options.
 * @throws InvalidArgumentError if `perm` is no permutation of the axes.
 * @example
 * tf.transpose([[1, 2, 3], [4, 5, 6]]);
 * // tf.Tensor(
 * // [[1. 4.]
 * //  [2. 5.]
 * //  [3. 6.]], shape=(3, 2), dtype=float32)
 */
export function transpose(
  a: TensorInput,
  ...rest: Trailing<[perm: TensorInput | null, conjugate: boolean], TransposeOptions>
): Tensor {
  const { perm, conjugate = false, name } = trailing<TransposeOptions>(["perm", "conjugate"], rest);
  return scoped(name, "transpose", [a, perm], (scope) => {
    const tensor = asTensor(a, undefined, "a");
    const op = conjugate && tensor.dtype.startsWith("complex") ? "ConjugateTranspose" : "Transpose";
    return one(op, [tensor, perm ?? reversedAxes(tensor)], undefined, scope);
  });
}

function reversedAxes(tensor: Tensor): TensorInput {
  if (tensor.shape !== null)
    return literal(
      tensor.shape.map((_, i, all) => all.length - 1 - i),
      "int32",
      "perm",
    );
  const last = one("Sub", [one("Rank", [tensor]), 1], undefined, "sub");
  return one("Range", [last, -1, -1]);
}

/**
 * Reverses the order along axes.
 *
 * @param tensor The tensor.
 * @param axis One axis or several.
 * @param options `name`.
 * @example
 * tf.reverse([1, 2, 3], [0]);
 * // tf.Tensor([3. 2. 1.], shape=(3,), dtype=float32)
 */
export function reverse(tensor: TensorInput, axis: AxisInput, options: Named = {}): Tensor {
  return one("ReverseV2", [tensor, typeof axis === "number" ? [axis] : axis], undefined, options.name);
}

export interface ReverseSequenceOptions extends Named {
  /** The axis that is reversed; default 0. */
  readonly seqAxis?: number;
  /** The axis that `seqLengths` runs along; default 0. */
  readonly batchAxis?: number;
}

/**
 * Reverses the first elements of each sequence, each by its own length.
 *
 * @param input The tensor.
 * @param seqLengths For each sequence, how many elements to reverse.
 * @param rest `seqAxis`, `batchAxis` and `name`, by position or as options.
 * @throws InvalidArgumentError if a length is out of range.
 * @example
 * tf.reverseSequence([[1, 2, 3], [4, 5, 6]], [2, 3], { seqAxis: 1 });
 * // tf.Tensor(
 * // [[2. 1. 3.]
 * //  [6. 5. 4.]], shape=(2, 3), dtype=float32)
 */
export function reverseSequence(
  input: TensorInput,
  seqLengths: TensorInput,
  ...rest: Trailing<[seqAxis: number, batchAxis: number], ReverseSequenceOptions>
): Tensor {
  const {
    seqAxis = 0,
    batchAxis = 0,
    name,
  } = trailing<ReverseSequenceOptions>(["seqAxis", "batchAxis"], rest);
  return one("ReverseSequence", [input, seqLengths], { seq_dim: seqAxis, batch_dim: batchAxis }, name);
}

/**
 * Moves elements along axes; those that leave at one end enter at the other.
 *
 * @param input The tensor.
 * @param shift How far, one number or one for each axis.
 * @param axis The axis, or several.
 * @param options `name`.
 * @example
 * tf.roll([1, 2, 3, 4], 1, 0);
 * // tf.Tensor([4. 1. 2. 3.], shape=(4,), dtype=float32)
 */
export function roll(input: TensorInput, shift: TensorInput, axis: AxisInput, options: Named = {}): Tensor {
  return one("Roll", [input, shift, axis], undefined, options.name);
}

export interface SortOptions extends Named {
  /** The axis; default -1. */
  readonly axis?: number;
  /** "ASCENDING" (default) or "DESCENDING". */
  readonly direction?: string;
}

export interface ArgsortOptions extends SortOptions {
  /** Equal elements keep their order in any case. */
  readonly stable?: boolean;
}

/**
 * The elements in order along an axis.
 *
 * @param values Numbers.
 * @param rest `axis` (default -1), `direction` and `name`, by position or as options.
 * @throws ValueError for an unknown direction.
 * @example
 * tf.sort([3, 1, 2], { direction: "DESCENDING" });
 * // tf.Tensor([3. 2. 1.], shape=(3,), dtype=float32)
 */
export function sort(
  values: TensorInput,
  ...rest: Trailing<[axis: number, direction: string], SortOptions>
): Tensor {
  const { axis = -1, direction = "ASCENDING", name } = trailing<SortOptions>(["axis", "direction"], rest);
  checkDirection(direction);
  return scoped(name, "sort", [values], () => {
    const tensor = asTensor(values);
    nameAxis(axis);
    const ascending = direction === "ASCENDING";
    const sorted = ranked(ascending ? mirrored(tensor) : tensor, axis, "values");
    return ascending ? mirrored(sorted) : sorted;
  });
}

/**
 * The indices that put elements in order along an axis.
 *
 * @param values Numbers.
 * @param rest `axis` (default -1), `direction`, `stable` and `name`, by position or as options.
 * @returns int32 indices of `values`' shape.
 * @throws ValueError for an unknown direction.
 * @example
 * tf.argsort([3, 1, 2]);
 * // tf.Tensor([1 2 0], shape=(3,), dtype=int32)
 */
export function argsort(
  values: TensorInput,
  ...rest: Trailing<[axis: number, direction: string, stable: boolean], ArgsortOptions>
): Tensor {
  const {
    axis = -1,
    direction = "ASCENDING",
    name,
  } = trailing<ArgsortOptions>(["axis", "direction", "stable"], rest);
  checkDirection(direction);
  return scoped(name, "argsort", [values], () => {
    const tensor = asTensor(values);
    nameAxis(axis);
    return ranked(direction === "ASCENDING" ? mirrored(tensor) : tensor, axis, "indices");
  });
}

/** TensorFlow's graphs hold the axis as a node that nothing uses. */
function nameAxis(axis: number): void {
  if (currentGraph() !== null) literal(axis, "int32", "axis");
}

function checkDirection(direction: string): void {
  if (direction !== "ASCENDING" && direction !== "DESCENDING")
    throw new ValueError(
      `Argument \`direction\` should be one of ['ASCENDING', 'DESCENDING'], received ${direction}`,
    );
}

/** Turns the order around: -x for floats; for integers, which have one more below zero, -1 - x. */
function mirrored(x: Tensor): Tensor {
  if (isFloating(x.dtype)) return one("Neg", [x]);
  if (isUnsigned(x.dtype)) return one("Sub", [literal(largest(x.dtype), x.dtype), x], undefined, "sub");
  return one("Sub", [one("Neg", [x]), 1], undefined, "sub");
}

const largest = (dtype: Tensor["dtype"]): number | bigint =>
  dtype === "uint64" ? 2n ** 64n - 1n : 2 ** Number(dtype.slice(4)) - 1;

/** Values, or their indices, in descending order along an axis. */
function ranked(tensor: Tensor, axis: number, what: "values" | "indices"): Tensor {
  const part = what === "values" ? 0 : 1;
  const dims = tensor.shape;
  const ndim = dims?.length;
  const k = getItem(shape(tensor), axis);
  if (currentGraph() !== null) rank(tensor);
  if (axis === -1 || (ndim !== undefined && axis === ndim - 1))
    return many("TopKV2", [tensor, k], { sorted: true })[part]!;
  if (ndim === undefined)
    throw new ValueError("Sorting along an inner axis: expected a known rank, received none");
  const at = axis < 0 ? ndim + axis : axis;
  const swap = dims!.map((_, i) => (i === at ? ndim - 1 : i === ndim - 1 ? at : i));
  const perm = literal(swap, "int64", "transposition");
  const moved = one("Transpose", [tensor, perm], undefined, "transpose");
  const found = many("TopKV2", [moved, k], { sorted: true })[part];
  return one("Transpose", [found, perm], undefined, "transpose");
}

export interface SearchsortedOptions extends Named {
  /** "left" (default): before equal elements; "right": after them. */
  readonly side?: "left" | "right";
  /** int32 (default) or int64. */
  readonly outType?: DTypeLike;
}

/**
 * Where values would have to be put into sorted sequences.
 *
 * @param sortedSequence Sorted along the last axis.
 * @param values What to look for; same leading sizes.
 * @param rest `side`, `outType` and `name`, by position or as options.
 * @example
 * tf.searchsorted([1, 3, 5], [0, 3, 9]);
 * // tf.Tensor([0 1 3], shape=(3,), dtype=int32)
 */
export function searchsorted(
  sortedSequence: TensorInput,
  values: TensorInput,
  ...rest: Trailing<[side: "left" | "right", outType: DTypeLike], SearchsortedOptions>
): Tensor {
  const { side = "left", outType = "int32", name } = trailing<SearchsortedOptions>(["side", "outType"], rest);
  if (side !== "left" && side !== "right")
    throw new ValueError(`Argument \`side\` must be either 'right' or 'left'. Received: ${side}`);
  const sequence = asTensor(sortedSequence);
  const wanted = asTensor(values, undefined, undefined, sequence.dtype);
  const widths = [sequence, wanted].map((tensor) => getItem(shapeAsTensor(tensor), -1));
  const rows = [sequence, wanted].map((tensor, i) => reshape(tensor, [-1, widths[i]!]));
  const op = side === "left" ? "LowerBound" : "UpperBound";
  const found = one(op, rows, { out_type: dtypeName(outType) }, name);
  return reshape(found, shapeAsTensor(wanted));
}

/** The number of dimensions: a number if it is known. */
export const rankOf = (tensor: Tensor): number | Tensor => tensor.shape?.length ?? rank(tensor);
