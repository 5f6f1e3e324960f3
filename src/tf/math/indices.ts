// Indices of greatest and smallest elements, and what goes with them.
import type { Tensor } from "../../graph/tensor.ts";
import { type Named, type Trailing, trailing } from "../core/arguments.ts";
import { type DTypeLike, dtypeName } from "../core/dtype-name.ts";
import { many, one, scoped } from "../core/call.ts";
import type { TensorInput } from "../core/types.ts";

export interface ArgOptions extends Named {
  /** The axis; default 0. */
  readonly axis?: number | Tensor | null;
  /** int64 (default), int32, int16 or uint16. */
  readonly outputType?: DTypeLike;
}

type ArgArguments = Trailing<[axis: number | Tensor | null, outputType: DTypeLike], ArgOptions>;

/**
 * The index of the greatest element along an axis; of equal ones the first.
 *
 * @param input Numbers.
 * @param rest `axis` (default 0), `outputType` (default int64) and `name`, by position or as options.
 * @throws InvalidArgumentError if there is no such axis, or nothing along it.
 * @example
 * tf.argmax([[1, 5, 2], [7, 0, 7]], 1);
 * // tf.Tensor([1 0], shape=(2,), dtype=int64)
 */
export function argmax(input: TensorInput, ...rest: ArgArguments): Tensor {
  const { axis, outputType = "int64", name } = trailing<ArgOptions>(["axis", "outputType"], rest);
  return one("ArgMax", [input, axis ?? 0], { output_type: dtypeName(outputType) }, name);
}

/**
 * The index of the smallest element along an axis; of equal ones the first.
 *
 * @param input Numbers.
 * @param rest `axis` (default 0), `outputType` (default int64) and `name`, by position or as options.
 * @throws InvalidArgumentError if there is no such axis, or nothing along it.
 * @example
 * tf.argmin([[1, 5, 2], [7, 0, 7]], 1);
 * // tf.Tensor([0 1], shape=(2,), dtype=int64)
 */
export function argmin(input: TensorInput, ...rest: ArgArguments): Tensor {
  const { axis, outputType = "int64", name } = trailing<ArgOptions>(["axis", "outputType"], rest);
  return one("ArgMin", [input, axis ?? 0], { output_type: dtypeName(outputType) }, name);
}

/** Greatest elements and where they were. */
export interface TopK extends Iterable<Tensor> {
  readonly values: Tensor;
  readonly indices: Tensor;
  readonly 0: Tensor;
  readonly 1: Tensor;
  readonly length: number;
}

export interface TopKOptions extends Named {
  /** How many; default 1. */
  readonly k?: number | Tensor;
  /** In descending order; default true. */
  readonly sorted?: boolean;
  /** Dtype of the indices; default int32. */
  readonly indexType?: DTypeLike;
}

/**
 * The `k` greatest elements along the last axis, and their indices; of equal ones the first.
 *
 * @param input Numbers, at least one dimension.
 * @param rest `k` (default 1), `sorted`, `indexType` and `name`, by position or as options.
 * @returns `[values, indices]`, also by name.
 * @throws InvalidArgumentError if there are fewer than `k`.
 * @example
 * tf.math.topK([1, 4, 3], 2).indices;
 * // tf.Tensor([1 2], shape=(2,), dtype=int32)
 */
export function topK(
  input: TensorInput,
  ...rest: Trailing<[k: number | Tensor, sorted: boolean, indexType: DTypeLike], TopKOptions>
): TopK {
  const {
    k = 1,
    sorted = true,
    indexType = "int32",
    name,
  } = trailing<TopKOptions>(["k", "sorted", "indexType"], rest);
  const outputs = many("TopKV2", [input, k], { sorted, index_type: dtypeName(indexType) }, name);
  return Object.assign([...outputs], { values: outputs[0]!, indices: outputs[1]! }) as unknown as TopK;
}

/**
 * True where the class is among the `k` with the greatest predictions.
 *
 * @param targets Class indices, shape `[batch]`.
 * @param predictions float32 of shape `[batch, classes]`.
 * @param k How many count as top.
 * @param options `name`.
 * @example
 * tf.math.inTopK([1, 0], [[0.1, 0.9], [0.2, 0.8]], 1);
 * // tf.Tensor([ True False], shape=(2,), dtype=bool)
 */
export function inTopK(
  targets: TensorInput,
  predictions: TensorInput,
  k: TensorInput,
  options: Named = {},
): Tensor {
  return scoped(options.name, "in_top_k", [targets, predictions], () =>
    one("InTopKV2", [predictions, targets, k]),
  );
}

/**
 * The permutation that undoes a permutation.
 *
 * @param x A permutation of 0, 1, …, n - 1.
 * @param options `name`.
 * @throws InvalidArgumentError if it is none.
 * @example
 * tf.math.invertPermutation([2, 0, 1]);
 * // tf.Tensor([1 2 0], shape=(3,), dtype=int32)
 */
export function invertPermutation(x: TensorInput, options: Named = {}): Tensor {
  return one("InvertPermutation", [x], undefined, options.name);
}
