// The value of a list of tensors: it never changes, and pushing to the newest version costs nothing.
import {
  allocate,
  type DTypeName,
  dtypeInfo,
  type NumericArray,
  type TensorData,
} from "../../base/dtypes.ts";
import { invalidArgument } from "../../base/errors.ts";
import {
  type Dims,
  elementCount,
  isCompatible,
  isFullyDefined,
  type Shape,
  shapeText,
} from "../../base/shape.ts";
import type { Host } from "../../graph/lowering.ts";
import type { TensorValue } from "../../graph/types.ts";
import { sumOf, zerosOf } from "../support/held.ts";

/** An element; null has not been written: it reads as zeros. */
export type Item = TensorValue | null;

export class TensorList {
  readonly dtype: DTypeName;
  readonly elementShape: Shape;
  /** The most elements it may hold; -1 for no limit. */
  readonly capacity: number;
  readonly length: number;
  /** Shared between versions; only the first `length` are this one's. */
  readonly #items: Item[];

  constructor(dtype: DTypeName, elementShape: Shape, items: Item[], capacity = -1, length = items.length) {
    this.dtype = dtype;
    this.elementShape = elementShape;
    this.capacity = capacity;
    this.length = length;
    this.#items = items;
  }

  get items(): readonly Item[] {
    return this.#items.length === this.length ? this.#items : this.#items.slice(0, this.length);
  }

  at(index: number): Item {
    return this.#items[index];
  }

  push(item: Item): TensorList {
    const isNewest = this.#items.length === this.length;
    const items = isNewest ? this.#items : this.#items.slice(0, this.length);
    items.push(item);
    return this.#version(items, items.length);
  }

  pop(): TensorList {
    return this.#version(this.#items, this.length - 1);
  }

  with(index: number, item: Item): TensorList {
    const items = this.#items.slice(0, this.length);
    items[index] = item;
    return this.#version(items, this.length);
  }

  resized(length: number): TensorList {
    const items = this.#items.slice(0, Math.min(this.length, length));
    while (items.length < length) items.push(null);
    return this.#version(items, length);
  }

  #version(items: Item[], length: number): TensorList {
    return new TensorList(this.dtype, this.elementShape, items, this.capacity, length);
  }

  /** What ZerosLike gives. */
  zerosLike(): TensorList {
    const items = this.items.map((item) => item && zerosOf(item));
    return new TensorList(this.dtype, this.elementShape, items, this.capacity);
  }

  /** What AddN gives: the sums of the elements; those not written count as zeros. */
  plus(other: TensorList, host: Host): TensorList {
    if (other.dtype !== this.dtype)
      throw invalidArgument(
        "Trying to add two lists of tensors of different dtypes. " +
          `One is ${this.dtype} and the other is ${other.dtype}`,
      );
    if (other.length !== this.length)
      throw invalidArgument(
        "Trying to add two lists of tensors with different lengths. " +
          `One is ${this.length} and the other is ${other.length}`,
      );
    const shape = mergeElementShapes(this.elementShape, other.elementShape);
    const items = this.items.map((item, i) => sum(item, other.at(i), host));
    return new TensorList(this.dtype, shape, items, this.capacity);
  }
}

function sum(a: Item, b: Item, host: Host): Item {
  return a === null || b === null ? (a ?? b) : sumOf(a, b, host);
}

export const zeros = (dtype: DTypeName, shape: Dims): TensorValue => ({
  dtype,
  shape,
  data: allocate(dtype, elementCount(shape)),
});

/** What is known from both, in the words of TensorFlow's lists. */
export function mergeElementShapes(a: Shape, b: Shape): Shape {
  if (a === null || b === null) return a ?? b;
  if (!isCompatible(a, b))
    throw invalidArgument(
      `PartialTensorShape: Incompatible shapes during merge: ${shapeText(a)} vs. ${shapeText(b)}`,
    );
  return a.map((size, i) => (size < 0 ? b[i] : size));
}

/** The list in a variant scalar. */
export function listOf(handle: TensorValue): TensorList {
  const held: unknown = handle.data[0];
  if (held instanceof TensorList) return held;
  throw invalidArgument(`Input handle is not a list. Saw: '${typeof held}'`);
}

/** A variant tensor of these objects. */
export const variantOf = (objects: readonly object[], shape: Dims = []): TensorValue => ({
  dtype: "variant",
  shape,
  data: objects as unknown as TensorData,
});

/** Tensors laid one after the other. */
export function joined(dtype: DTypeName, parts: readonly TensorValue[], shape: Dims): TensorValue {
  if (dtypeInfo(dtype).array === null)
    return { dtype, shape, data: parts.flatMap((part) => part.data as readonly Uint8Array[]) };
  const data = allocate(dtype, elementCount(shape)) as NumericArray;
  let next = 0;
  for (const part of parts) {
    data.set(part.data as never, next);
    next += part.data.length;
  }
  return { dtype, shape, data };
}

/** Rows `from` to `to` of a tensor. */
export function rows({ dtype, shape, data }: TensorValue, from: number, to: number): TensorValue {
  const inner = elementCount(shape.slice(1)) * dtypeInfo(dtype).lanes;
  return {
    dtype,
    shape: [to - from, ...shape.slice(1)],
    data: data.slice(from * inner, to * inner) as TensorData,
  };
}

/** One row, without the axis of rows. */
export const row = (value: TensorValue, i: number): TensorValue => ({
  ...rows(value, i, i + 1),
  shape: value.shape.slice(1),
});

/** The shape that an input spells: a scalar -1 says that nothing is known. */
export function spelledShape(value: TensorValue): Shape {
  const sizes = Array.from(value.data as ArrayLike<number | bigint>, Number);
  if (value.shape.length > 0) return sizes;
  if (sizes[0] === -1) return null;
  throw invalidArgument(
    `The only valid scalar shape tensor is the fully unknown shape specified as -1: received ${sizes[0]}`,
  );
}

/** Stacked elements; those not written are zeros of the shape that the others have. */
export function stacked(list: TensorList, items: readonly Item[], asked: Shape): TensorValue {
  const shape = items.reduce(
    (known, item) => mergeElementShapes(known, item?.shape ?? null),
    mergeElementShapes(asked, list.elementShape),
  );
  if (!isFullyDefined(shape)) throw notDefined(shape, items.length);
  const parts = items.map((item) => item ?? zeros(list.dtype, shape));
  return joined(list.dtype, parts, [items.length, ...shape]);
}

function notDefined(shape: Shape, count: number): Error {
  return invalidArgument(
    count === 0
      ? `Tried to stack elements of an empty list with non-fully-defined element_shape: ${shapeText(shape)}`
      : "Tried to stack list which only contains uninitialized tensors and has a " +
          `non-fully-defined element_shape: ${shapeText(shape)}`,
  );
}

/** An element as it is read. */
export function read(list: TensorList, index: number, asked: Shape): TensorValue {
  const item = list.at(index);
  const shape = mergeElementShapes(asked, list.elementShape);
  if (item !== null) {
    mergeElementShapes(shape, item.shape);
    return item;
  }
  const known = list.items.reduce((all, each) => mergeElementShapes(all, each?.shape ?? null), shape);
  if (!isFullyDefined(known))
    throw invalidArgument(
      `Trying to read an uninitialized tensor but element_shape is not fully defined: ${shapeText(known)}`,
    );
  return zeros(list.dtype, known);
}
