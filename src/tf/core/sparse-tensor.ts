// Tensors of which only some elements are not zero.
import type { Composite } from "../../engine/nest.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { asTensor, knownIntegers } from "./tensor.ts";
import { TensorShape } from "./tensor-shape.ts";
import type { TensorInput } from "./types.ts";

/**
 * A tensor given by the places and values of its elements; all others are zero.
 *
 * @example
 * new tf.SparseTensor([[0, 1], [1, 0]], [1, 2], [2, 2]).values;
 * // tf.Tensor([1. 2.], shape=(2,), dtype=float32)
 */
export class SparseTensor implements Composite {
  readonly indices: Tensor;
  readonly values: Tensor;
  readonly denseShape: Tensor;

  /**
   * @param indices int64 coordinates of shape `[n, rank]`, in row-major order.
   * @param values Shape `[n]`.
   * @param denseShape int64 sizes of the whole.
   */
  constructor(indices: TensorInput, values: TensorInput, denseShape: TensorInput) {
    this.indices = asTensor(indices, "int64", "indices");
    this.values = asTensor(values, undefined, "values");
    this.denseShape = asTensor(denseShape, "int64", "dense_shape");
  }

  get dtype(): Tensor["dtype"] {
    return this.values.dtype;
  }

  /** The sizes as far as they are known. */
  get shape(): TensorShape {
    const known = knownIntegers(this.denseShape);
    return new TensorShape(
      known ??
        (this.denseShape.shape === null ? null : new Array<null>(this.denseShape.shape[0]!).fill(null)),
    );
  }

  toComponents(): readonly Tensor[] {
    return [this.indices, this.values, this.denseShape];
  }

  fromComponents(components: readonly Tensor[]): SparseTensor {
    const [indices, values, denseShape] = components;
    return new SparseTensor(indices!, values!, denseShape!);
  }

  toString(): string {
    return `SparseTensor(indices=${this.indices}, values=${this.values}, dense_shape=${this.denseShape})`;
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}
