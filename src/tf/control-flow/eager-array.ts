// Tensor arrays while ops run at once: JavaScript arrays of tensors.
import { allocate, type DTypeName } from "../../base/dtypes.ts";
import { InvalidArgumentError, OutOfRangeError, ValueError } from "../../base/errors.ts";
import {
  elementCount,
  isCompatible,
  isFullyDefined,
  mergeShapes,
  pythonShapeText,
  type Shape,
} from "../../base/shape.ts";
import { convert } from "../../engine/convert.ts";
import { EagerTensor } from "../../engine/eager-tensor.ts";
import type { Tensor } from "../../graph/tensor-base.ts";
import { many, one } from "../core/call.ts";
import { asTensor, knownIntegers } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import type { ArrayStore } from "./array-store.ts";

interface Parts {
  readonly dtype: DTypeName;
  readonly size: number | Tensor | null;
  readonly dynamicSize: boolean;
  readonly inferShape: boolean;
  readonly elementShape: Shape;
  readonly clearAfterRead: boolean;
}

const indexOf = (index: TensorInput): number => knownIntegers(index)![0]!;

export class EagerArray implements ArrayStore {
  readonly dtype: DTypeName;
  readonly dynamicSize: boolean;
  elementShape: Shape;
  readonly #inferShape: boolean;
  readonly #clearAfterRead: boolean;
  #items: (Tensor | null)[];
  readonly #cleared = new Set<number>();

  constructor({ dtype, size, dynamicSize, inferShape, elementShape, clearAfterRead }: Parts) {
    this.dtype = dtype;
    this.dynamicSize = dynamicSize;
    this.elementShape = elementShape;
    this.#inferShape = inferShape;
    this.#clearAfterRead = clearAfterRead;
    this.#items = new Array<null>(size === null ? 0 : indexOf(size)).fill(null);
  }

  get flow(): Tensor {
    return convert(0, "int32");
  }

  withFlow(): ArrayStore {
    return this;
  }

  size(): Tensor {
    return convert(this.#items.length, "int32");
  }

  read(at: TensorInput): Tensor {
    const index = indexOf(at);
    if (index < 0)
      throw new OutOfRangeError(`Reading from negative indices (index ${index}) is not allowed.`);
    if (index >= this.#items.length)
      throw new OutOfRangeError(
        `Tried to read from index ${index} but array size is: ${this.#items.length} `,
      );
    const item = this.#items[index] ?? this.#absent(index);
    if (this.#clearAfterRead) {
      this.#items[index] = null;
      this.#cleared.add(index);
    }
    return item;
  }

  /** What was never written counts as zeros if its shape is known. */
  #absent(index: number): Tensor {
    if (this.#cleared.has(index))
      throw new InvalidArgumentError(
        `Could not read index ${index} twice because it was cleared after a previous read ` +
          "(perhaps try setting clear_after_read = false?)",
      );
    const { elementShape, dtype } = this;
    if (isFullyDefined(elementShape))
      return new EagerTensor(dtype, elementShape, allocate(dtype, elementCount(elementShape)));
    throw new InvalidArgumentError(
      `Could not read index ${index}: expected an element that was written, received none`,
    );
  }

  write(index: TensorInput, value: TensorInput): ArrayStore {
    this.#put(indexOf(index), value);
    return this;
  }

  #put(index: number, value: TensorInput): void {
    if (index < 0) throw new OutOfRangeError(`Writing to negative indices (index ${index}) is not allowed.`);
    const { length } = this.#items;
    if (index >= length && !this.dynamicSize)
      throw new OutOfRangeError(
        `Tried to write to index ${index} but array is not resizeable and size is: ${length} `,
      );
    while (this.#items.length <= index) this.#items.push(null);
    const tensor = asTensor(value, undefined, undefined, this.dtype);
    if (tensor.dtype !== this.dtype)
      throw new InvalidArgumentError(
        `TensorArray dtype is ${this.dtype} but Op is trying to write dtype ${tensor.dtype} `,
      );
    this.#checkShape(tensor.shape);
    this.#items[index] = tensor;
    this.#cleared.delete(index);
  }

  #checkShape(shape: Shape): void {
    if (!isCompatible(this.elementShape, shape))
      throw new ValueError(
        `Incompatible shape for value (${pythonShapeText(shape)}), expected ` +
          `(${pythonShapeText(this.elementShape)})`,
      );
    if (this.#inferShape) this.elementShape = mergeShapes(this.elementShape, shape);
  }

  #all(): Tensor[] {
    return this.#items.map((item, i) => item ?? this.#absent(i));
  }

  stack(): Tensor {
    if (this.#items.length > 0) return one("Pack", [this.#all()]);
    const rows = isFullyDefined(this.elementShape) ? this.elementShape : [];
    return new EagerTensor(this.dtype, [0, ...rows], allocate(this.dtype, 0));
  }

  gather(indices: TensorInput): Tensor {
    const picked = knownIntegers(indices)!.map((index) => this.read(index));
    if (picked.length > 0) return one("Pack", [picked]);
    return new EagerTensor(this.dtype, [0, ...(this.elementShape ?? [])], allocate(this.dtype, 0));
  }

  concat(): Tensor {
    const items = this.#all();
    return items.length === 1 ? items[0]! : one("ConcatV2", [items, 0]);
  }

  unstack(value: TensorInput): ArrayStore {
    const tensor = asTensor(value, this.dtype);
    const rows = tensor.shape![0]!;
    if (this.#items.length > 0 && rows !== this.#items.length && !this.dynamicSize)
      throw new ValueError(
        `Trying to unstack to an array of size ${this.#items.length}: expected as many rows, received ` +
          `${rows}`,
      );
    this.#replace(rows === 0 ? [] : many("Unpack", [tensor], { num: rows, axis: 0 }));
    return this;
  }

  #replace(items: readonly Tensor[]): void {
    for (const item of items) this.#checkShape(item.shape);
    this.#items = [...items];
    this.#cleared.clear();
  }

  scatter(indices: TensorInput, value: TensorInput): ArrayStore {
    const tensor = asTensor(value, this.dtype);
    const rows = many("Unpack", [tensor], { num: tensor.shape![0]!, axis: 0 });
    for (const [i, index] of knownIntegers(indices)!.entries()) this.#put(index, rows[i]!);
    return this;
  }

  split(value: TensorInput, lengths: TensorInput): ArrayStore {
    const tensor = asTensor(value, this.dtype);
    const sizes = knownIntegers(lengths)!;
    const total = sizes.reduce((sum, size) => sum + size, 0);
    if (total !== tensor.shape![0])
      throw new InvalidArgumentError(
        `Expected sum of lengths to be equal to values.shape[0], but sum of lengths is ${total} and ` +
          "value's shape is: " +
          pythonShapeText(tensor.shape),
      );
    if (!this.dynamicSize && sizes.length !== this.#items.length)
      throw new InvalidArgumentError(
        `TensorArray's size is not equal to the size of lengths (${this.#items.length} vs. ` +
          `${sizes.length}), and the ` +
          "TensorArray is not marked as dynamically resizeable.",
      );
    this.#replace(many("SplitV", [tensor, sizes, 0], { num_split: sizes.length }));
    return this;
  }
}
