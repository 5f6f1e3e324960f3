// Types of what public functions take: tensors, things that stand for tensors, and literals.
import type { Tensor } from "../../graph/tensor.ts";

export type { DTypeLike } from "./dtype-name.ts";

/** A variable, or anything else that can give a tensor. */
export interface TensorLike {
  toTensor(): Tensor;
}

/** A tensor, something that stands for one, or plain data: numbers, bigints, booleans, strings, arrays. */
export type TensorInput =
  | Tensor
  | TensorLike
  | number
  | bigint
  | boolean
  | string
  | ArrayBufferView
  | readonly TensorInput[];

/** Sizes of dimensions; null or -1 where a size is not known. Some functions take a tensor of sizes too. */
export type ShapeInput = readonly (number | null | Tensor)[] | Tensor | TensorLike | ShapeObject;

/** A TensorShape. */
export interface ShapeObject {
  readonly dims: readonly (number | null)[] | null;
}

/** One axis or several; negative ones count from the last. */
export type AxisInput = number | readonly number[] | Tensor;
