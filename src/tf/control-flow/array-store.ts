// What tensor arrays are made of.
import type { DTypeName } from "../../base/dtypes.ts";
import type { Shape } from "../../base/shape.ts";
import type { Tensor } from "../../graph/tensor-base.ts";
import type { TensorInput } from "../core/types.ts";

/**
 * What an array is made of: a JavaScript array while ops run at once, a list that flows through a graph
 * otherwise.
 */
export interface ArrayStore {
  readonly dtype: DTypeName;
  readonly dynamicSize: boolean;
  readonly elementShape: Shape;
  readonly flow: Tensor;
  size(name?: string): Tensor;
  read(index: TensorInput, name?: string): Tensor;
  write(index: TensorInput, value: TensorInput, name?: string): ArrayStore;
  stack(name?: string): Tensor;
  gather(indices: TensorInput, name?: string): Tensor;
  concat(name?: string): Tensor;
  unstack(value: TensorInput, name?: string): ArrayStore;
  scatter(indices: TensorInput, value: TensorInput, name?: string): ArrayStore;
  split(value: TensorInput, lengths: TensorInput, name?: string): ArrayStore;
  withFlow(flow: Tensor): ArrayStore;
}
