// Eager tensors: a dtype, a shape and data that never changes.
import { type DTypeName, dtypeInfo, type TensorData } from "../base/dtypes.ts";
import { FailedPreconditionError } from "../base/errors.ts";
import { type Dims, elementCount } from "../base/shape.ts";
import { Tensor } from "../graph/tensor-base.ts";
import type { TensorValue } from "../graph/types.ts";

const NOTHING: readonly Uint8Array[] = [];

export class EagerTensor extends Tensor {
  override readonly dtype: DTypeName;
  override readonly shape: Dims;
  /** Shared and read-only: users get copies. */
  buffer: TensorData;
  #disposed = false;

  constructor(dtype: DTypeName, shape: Dims, buffer: TensorData) {
    super();
    this.dtype = dtype;
    this.shape = shape;
    this.buffer = buffer;
  }

  /** The number of elements. */
  get size(): number {
    return elementCount(this.shape);
  }

  get isDisposed(): boolean {
    return this.#disposed;
  }

  /** Lets go of the data now; using the tensor afterwards is an error. Never needed: memory frees itself. */
  dispose(): void {
    this.#disposed = true;
    this.buffer = NOTHING;
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  /** The tensor as plain data, not copied. */
  toValue(): TensorValue {
    if (this.#disposed)
      throw new FailedPreconditionError(`Reading a tensor: expected a live one, received one that was disposed`);
    return { dtype: this.dtype, shape: this.shape, data: this.buffer };
  }
}

/** Wraps plain data without copying it. */
export const fromValue = (value: TensorValue): EagerTensor =>
  new EagerTensor(value.dtype, value.shape, value.data);

/** Element `i` as a JavaScript value: number, bigint, boolean, bytes or object; complex as `[re, im]`. */
export function elementAt(value: TensorValue, i: number): number | bigint | boolean | object {
  const { lanes } = dtypeInfo(value.dtype);
  if (lanes === 2) return [value.data[2 * i], value.data[2 * i + 1]];
  const entry = value.data[i]!;
  return value.dtype === "bool" ? entry === 1 : entry;
}
