// Eager tensors: a dtype, a shape and data that never changes.
import { type DTypeName, dtypeInfo, type TensorData } from "../base/dtypes.ts";
import { FailedPreconditionError } from "../base/errors.ts";
import { tensorRepr, tensorString } from "../base/format/numpy-array.ts";
import { type Dims, elementCount } from "../base/shape.ts";
import { Tensor } from "../graph/tensor-base.ts";
import type { TensorValue } from "../graph/types.ts";
import { nestedArray, onlyElement, privateCopy } from "./read-out.ts";

function noBuffer(): never {
  throw new FailedPreconditionError("Reading a tensor: expected a live one, received one that was disposed");
}

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
    Object.defineProperty(this, "buffer", { get: noBuffer });
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  /** The tensor as plain data, not copied. */
  toValue(): TensorValue {
    return { dtype: this.dtype, shape: this.shape, data: this.buffer };
  }

  override array(): ReturnType<Tensor["array"]> {
    return nestedArray(this.toValue());
  }
  override data(): ReturnType<Tensor["data"]> {
    return privateCopy(this.toValue());
  }
  override item(): ReturnType<Tensor["item"]> {
    return onlyElement(this.toValue());
  }

  /** As TensorFlow's `str`. */
  override toString(): string {
    const { dtype, shape, data } = this.toValue();
    return tensorString(dtype, shape, data);
  }

  /** As TensorFlow's `repr`: what `console.log` shows. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    if (this.#disposed) return `<tf.Tensor: disposed, dtype=${this.dtype}>`;
    const { dtype, shape, data } = this.toValue();
    return tensorRepr(dtype, shape, data);
  }

  /** Single values count as numbers and texts where JavaScript wants such. */
  [Symbol.toPrimitive](hint: "number" | "string" | "default"): number | bigint | boolean | string {
    if (hint === "string" || this.size !== 1) return this.toString();
    const value = this.item();
    return typeof value === "object" ? this.toString() : value;
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
