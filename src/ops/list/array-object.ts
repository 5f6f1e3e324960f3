// What a TensorArray's handle points to: elements that are written once, read, and summed up in gradients.
import { invalidArgument, UnimplementedError } from "../../base/errors.ts";
import {
  type Dims,
  isCompatible,
  isFullyDefined,
  sameDims,
  type Shape,
  shapeText,
} from "../../base/shape.ts";
import type { Host } from "../../graph/lowering.ts";
import type { DTypeName, TensorValue } from "../../graph/types.ts";
import { sumOf } from "../support/held.ts";
import { joined, zeros } from "./tensor-list.ts";

export interface ArrayOptions {
  readonly dtype: DTypeName;
  readonly elementShape: Shape;
  readonly isDynamic: boolean;
  readonly clearsAfterRead: boolean;
  readonly hasIdenticalShapes: boolean;
  /** Gradient arrays add up what is written to one index. */
  readonly isGradient: boolean;
}

class Slot {
  value: TensorValue | null = null;
  /** Known before the value in gradient arrays: what was written forward has the same shape. */
  shape: Dims | null = null;
  isWritten = false;
  isRead = false;
  isCleared = false;
}

export class TensorArray {
  readonly options: ArrayOptions;
  elementShape: Shape;
  isDynamic: boolean;
  isClosed = false;
  readonly #slots: Slot[];
  readonly #gradients = new Map<string, TensorArray>();

  constructor(size: number, options: ArrayOptions) {
    this.options = options;
    this.elementShape = options.elementShape;
    this.isDynamic = options.isDynamic;
    this.#slots = Array.from({ length: size }, () => new Slot());
  }

  get size(): number {
    return this.#slots.length;
  }

  /** Makes room for `size` elements if the array may grow. */
  growTo(size: number): void {
    if (this.isDynamic) while (this.#slots.length < size) this.#slots.push(new Slot());
  }

  write(index: number, value: TensorValue, host: Host): void {
    this.growTo(index + 1);
    if (index < 0 || index >= this.size)
      throw invalidArgument(
        `Tried to write to index ${index} but array is not resizeable and size is: ${this.size}`,
      );
    this.#checkType(value.dtype, "write");
    this.#checkShape(index, value.shape);
    const slot = this.#slots[index];
    if (slot.isRead) throw notWritable(index, "it has already been read.");
    if (slot.isWritten && !this.options.isGradient)
      throw notWritable(index, "it has already been written to.");
    slot.value = slot.value === null ? this.#first(index, slot, value) : sum(slot.value, value, host);
    slot.shape = value.shape;
    slot.isWritten = true;
  }

  #checkType(dtype: DTypeName, verb: string): void {
    if (dtype !== this.options.dtype)
      throw invalidArgument(
        `TensorArray dtype is ${this.options.dtype} but Op is trying to ${verb} dtype ${dtype}.`,
      );
  }

  #checkShape(index: number, shape: Dims): void {
    if (!isCompatible(this.elementShape, shape))
      throw invalidArgument(
        `Could not write to TensorArray index ${index} because the value shape is ${shapeText(shape)} ` +
          "which is incompatible with the TensorArray's inferred element shape: " +
          `${shapeText(this.elementShape)} (consider setting infer_shape=False).`,
      );
    if (this.options.hasIdenticalShapes && !isFullyDefined(this.elementShape)) this.elementShape = shape;
  }

  #first(index: number, slot: Slot, value: TensorValue): TensorValue {
    if (slot.shape !== null && !sameDims(slot.shape, value.shape))
      throw invalidArgument(
        `Could not aggregate to TensorArray index ${index} because the existing shape is ` +
          `${shapeText(slot.shape)} but the new input shape is ${shapeText(value.shape)}.`,
      );
    return value;
  }

  read(index: number, dtype: DTypeName): TensorValue {
    this.#checkType(dtype, "read");
    if (index < 0 || index >= this.size)
      throw invalidArgument(`Tried to read from index ${index} but array size is: ${this.size}`);
    const slot = this.#slots[index];
    if (slot.isCleared)
      throw invalidArgument(
        `Could not read index ${index} twice because it was cleared after a previous read ` +
          "(perhaps try setting clear_after_read = false?).",
      );
    const value = slot.value ?? this.#unwritten(index, slot);
    slot.isRead = true;
    slot.value = value;
    if (this.options.clearsAfterRead) {
      slot.value = null;
      slot.isCleared = true;
    }
    return value;
  }

  #unwritten(index: number, slot: Slot): TensorValue {
    const shape = slot.shape ?? this.elementShape;
    if (isFullyDefined(shape)) return zeros(this.options.dtype, shape);
    throw invalidArgument(
      `Could not read from TensorArray index ${index}.  Furthermore, the element shape is not fully ` +
        `defined: ${shapeText(shape)}.  It is possible you are working with a resizeable TensorArray and ` +
        "stop_gradients is not allowing the gradients to be written.  If you set the full element_shape " +
        "property on the forward TensorArray, the proper all-zeros tensor will be returned instead of " +
        "incurring this error.",
    );
  }

  /** The elements at these indices, stacked. */
  gather(indices: readonly number[], dtype: DTypeName, asked: Shape): TensorValue {
    if (indices.length === 0) {
      const shape = isFullyDefined(asked) ? asked : this.elementShape;
      if (isFullyDefined(shape)) return zeros(dtype, [0, ...shape]);
      throw new UnimplementedError(
        `TensorArray has size zero, but element shape ${shapeText(shape)} is not fully defined. ` +
          "Currently only static shapes are supported when packing zero-size TensorArrays.",
      );
    }
    const parts = indices.map((index) => this.read(index, dtype));
    const [{ shape }] = parts;
    parts.forEach((part, i) => {
      if (!sameDims(shape, part.shape)) throw inconsistent(shape, i, part.shape);
    });
    return joined(dtype, parts, [parts.length, ...shape]);
  }

  /** The array that gradients from `source` are collected in; from now on this array's size is fixed. */
  gradient(source: string, prepend: Dims): TensorArray {
    const known = this.#gradients.get(source);
    if (known !== undefined) return known;
    this.isDynamic = false;
    const elementShape = this.elementShape === null ? null : [...prepend, ...this.elementShape];
    const options = {
      ...this.options,
      elementShape,
      isDynamic: false,
      clearsAfterRead: true,
      isGradient: true,
    };
    const made = new TensorArray(this.size, options);
    this.#slots.forEach(({ isWritten, shape }, i) => {
      if (isWritten) made.#expect(i, [...prepend, ...shape!]);
    });
    this.#gradients.set(source, made);
    return made;
  }

  /** Index `i` will hold, and until then reads as, a tensor of this shape. */
  #expect(i: number, shape: Dims): void {
    this.#slots[i].shape = shape;
    this.#slots[i].isWritten = true;
  }
}

const notWritable = (index: number, reason: string): Error =>
  invalidArgument(`Could not write to TensorArray index ${index} because ${reason}`);

const inconsistent = (first: Dims, i: number, other: Dims): Error =>
  invalidArgument(
    `TensorArray has inconsistent shapes.  Index 0 has shape: ${shapeText(first)} ` +
      `but index ${i} has shape: ${shapeText(other)}`,
  );

function sum(a: TensorValue, b: TensorValue, host: Host): TensorValue {
  if (sameDims(a.shape, b.shape)) return sumOf(a, b, host);
  throw invalidArgument(
    `Could not aggregate to TensorArray: the existing shape is ${shapeText(a.shape)} ` +
      `but the new input shape is ${shapeText(b.shape)}.`,
  );
}

/** The array that a handle points to. */
export function arrayOf(handle: TensorValue): TensorArray {
  const held: unknown = handle.data[0];
  if (!(held instanceof TensorArray))
    throw invalidArgument(
      "A TensorArray op: expected the handle of a TensorArray, received another resource",
    );
  if (held.isClosed) throw invalidArgument("TensorArray has already been closed.");
  return held;
}
