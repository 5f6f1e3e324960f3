// Rows of a larger tensor: what gradients of gathers are.
import type { Tensor } from "../../graph/tensor.ts";
import type { IndexedSlices as Slices } from "../../graph/types.ts";
import { getItem } from "../array/slices.ts";
import { one } from "./call.ts";
import { asTensor } from "./tensor.ts";
import type { TensorInput } from "./types.ts";

/**
 * `values[i]` is the row `indices[i]` of a tensor; rows that are not named are zero, rows named twice add up.
 *
 * @example
 * const rows = new tf.IndexedSlices([[1, 2]], [1], [3, 2]);
 * tf.convertToTensor(rows);
 * // tf.Tensor(
 * // [[0. 0.]
 * //  [1. 2.]
 * //  [0. 0.]], shape=(3, 2), dtype=float32)
 */
export class IndexedSlices implements Slices<Tensor> {
  readonly values: Tensor;
  readonly indices: Tensor;
  readonly denseShape: Tensor | null;

  /**
   * @param values The rows, shape `[n, ...]`.
   * @param indices Which rows they are, integers of shape `[n]`.
   * @param denseShape The shape of the whole tensor, if it is known.
   */
  constructor(values: TensorInput, indices: TensorInput, denseShape: TensorInput | null = null) {
    this.values = asTensor(values);
    this.indices = asTensor(indices, undefined, undefined, "int32");
    this.denseShape = denseShape === null ? null : asTensor(denseShape, undefined, undefined, "int32");
  }

  get dtype(): Tensor["dtype"] {
    return this.values.dtype;
  }

  get shape(): Tensor["shape"] {
    return this.values.shape === null ? null : [-1, ...this.values.shape.slice(1)];
  }

  /** All rows of the whole tensor. */
  toTensor(): Tensor {
    const { values, indices, denseShape } = this;
    if (denseShape === null)
      throw new TypeError("Making IndexedSlices dense: expected a dense shape, received none");
    const rows = getItem(denseShape, 0);
    return one("UnsortedSegmentSum", [values, indices, rows]);
  }

  toString(): string {
    const shape = this.denseShape === null ? "" : `, dense_shape=${this.denseShape}`;
    return `IndexedSlices(indices=${this.indices}, values=${this.values}${shape})`;
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}

/** Gradients in the form that users get: tensors, or IndexedSlices objects. */
export const wrapSlices = (slices: Slices): IndexedSlices =>
  new IndexedSlices(slices.values as Tensor, slices.indices as Tensor, slices.denseShape as Tensor | null);
