// tf.TensorArray: an array of tensors that loops write to and read from.
import type { DTypeName } from "../../base/dtypes.ts";
import { executingEagerly } from "../../graph/default-graph.ts";
import type { Tensor } from "../../graph/tensor-base.ts";
import { type Named, type Trailing, trailing } from "../core/arguments.ts";
import { type DTypeLike, dtypeName } from "../core/dtype-name.ts";
import { type ShapeLike, TensorShape, toShape } from "../core/tensor-shape.ts";
import type { TensorInput } from "../core/types.ts";
import type { ArrayStore } from "./array-store.ts";
import { EagerArray } from "./eager-array.ts";
import { ListArray } from "./list-array.ts";

export interface TensorArrayOptions extends Named {
  /** How many elements there are; where `dynamicSize` is set, at first. */
  size?: number | Tensor | null;
  /** May writes beyond the end make it longer? */
  dynamicSize?: boolean;
  /** May each element be read only once? On by default in eager mode. */
  clearAfterRead?: boolean;
  tensorArrayName?: string;
  /** A list from elsewhere, instead of a new one. */
  flow?: Tensor | null;
  /** Must all elements have the same shape? */
  inferShape?: boolean;
  /** The elements' shape, as far as it is known. */
  elementShape?: ShapeLike;
  colocateWithFirstWriteCall?: boolean;
}

/**
 * An array of tensors of one dtype. Writing gives a new array that holds the written element; use that one
 * afterwards. Loops (`tf.whileLoop`) carry arrays from iteration to iteration.
 *
 * @example
 * let squares = new tf.TensorArray("float32", 3);
 * for (let i = 0; i < 3; i++) squares = squares.write(i, i * i);
 * squares.stack();
 * // tf.Tensor([0. 1. 4.], shape=(3,), dtype=float32)
 */
export class TensorArray {
  readonly #store: ArrayStore;

  /**
   * @param dtype The elements' dtype.
   * @param rest `size` and `dynamicSize`, by position or as options.
   */
  constructor(
    dtype: DTypeLike,
    ...rest: Trailing<[size: number | Tensor | null, dynamicSize: boolean], TensorArrayOptions>
  );
  /** Not for users: wraps what an array is made of. */
  constructor(store: ArrayStore);
  constructor(first: DTypeLike | ArrayStore, ...rest: readonly unknown[]) {
    if (first instanceof EagerArray || first instanceof ListArray) {
      this.#store = first;
      return;
    }
    const options = trailing<TensorArrayOptions>(["size", "dynamicSize"], rest);
    const parts = {
      dtype: dtypeName(first as DTypeLike),
      size: options.size ?? null,
      dynamicSize: options.dynamicSize ?? false,
      inferShape: options.inferShape ?? true,
      elementShape:
        options.elementShape === undefined ? null : toShape(new TensorShape(options.elementShape)),
    };
    if (options.size !== undefined && options.size !== null && options.flow)
      throw new TypeError(
        "Cannot provide both a flow and size arguments at the same time: expected one of them",
      );
    this.#store =
      executingEagerly() && !options.flow
        ? new EagerArray({ ...parts, clearAfterRead: options.clearAfterRead ?? true })
        : ListArray.create({ ...parts, flow: options.flow ?? null, name: options.name });
  }

  /** The elements' dtype. */
  get dtype(): DTypeName {
    return this.#store.dtype;
  }
  /** Can writes beyond the end make it longer? */
  get dynamicSize(): boolean {
    return this.#store.dynamicSize;
  }
  /** What is known of the elements' shape. */
  get elementShape(): TensorShape {
    const { elementShape } = this.#store;
    return new TensorShape(
      elementShape === null ? null : elementShape.map((size) => (size < 0 ? null : size)),
    );
  }
  /** The list that flows through the graph. */
  get flow(): Tensor {
    return this.#store.flow;
  }
  get handle(): null {
    return null;
  }

  /** The same array; in graphs with the control dependencies of the scopes around. */
  identity(): TensorArray {
    return new TensorArray(this.#store);
  }
  /** The number of elements, an int32 scalar. */
  size(options: Named = {}): Tensor {
    return this.#store.size(options.name);
  }
  /** The element at `index`. */
  read(index: TensorInput, options: Named = {}): Tensor {
    return this.#store.read(index, options.name);
  }
  /** The array with `value` as element `index`. */
  write(index: TensorInput, value: TensorInput, options: Named = {}): TensorArray {
    return this.#with(this.#store.write(index, value, options.name));
  }
  /** All elements as one tensor with a new first axis. */
  stack(options: Named = {}): Tensor {
    return this.#store.stack(options.name);
  }
  /** The elements at `indices` as one tensor with a new first axis. */
  gather(indices: TensorInput, options: Named = {}): Tensor {
    return this.#store.gather(indices, options.name);
  }
  /** All elements joined along their first axis. */
  concat(options: Named = {}): Tensor {
    return this.#store.concat(options.name);
  }
  /** The array whose elements are the rows of `value`. */
  unstack(value: TensorInput, options: Named = {}): TensorArray {
    return this.#with(this.#store.unstack(value, options.name));
  }
  /** The array with the rows of `value` at `indices`. */
  scatter(indices: TensorInput, value: TensorInput, options: Named = {}): TensorArray {
    return this.#with(this.#store.scatter(indices, value, options.name));
  }
  /** The array whose elements are pieces of `value`, cut along its first axis. */
  split(value: TensorInput, lengths: TensorInput, options: Named = {}): TensorArray {
    return this.#with(this.#store.split(value, lengths, options.name));
  }
  /** Does nothing: arrays end with their last user. */
  close(): void {}

  /** As loops and functions carry it. */
  toComponents(): readonly Tensor[] {
    return this.#store instanceof EagerArray ? [] : [this.#store.flow];
  }
  fromComponents([flow]: readonly Tensor[]): TensorArray {
    return flow === undefined ? this : new TensorArray(this.#store.withFlow(flow));
  }

  #with(store: ArrayStore): TensorArray {
    return store === this.#store ? this : new TensorArray(store);
  }

  toString(): string {
    return `<TensorArray dtype=${this.dtype}, element_shape=${this.elementShape}>`;
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}
