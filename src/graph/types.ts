// What graphs are made of, as seen by rules: values, literals, attributes, references to functions.
import type { DTypeName, TensorData } from "../base/dtypes.ts";
import type { Dims, Shape } from "../base/shape.ts";

export type { DTypeName } from "../base/dtypes.ts";
export type { Dims, Shape } from "../base/shape.ts";

/** A tensor, symbolic or eager: what gradient and compose rules receive and return. */
export interface Value {
  readonly dtype: DTypeName;
  readonly shape: Shape;
}

/** A literal: plain data, as attributes, constants and results hold it. */
export interface TensorValue {
  readonly dtype: DTypeName;
  readonly shape: Dims;
  readonly data: TensorData;
}

export type ShapeLike = Shape;

/** Plain data given where a tensor is expected; its dtype follows from the op or the other inputs. */
export type Literal = number | bigint | boolean | string | TensorValue | readonly Literal[] | ArrayBufferView;

/** A function of the graph's library, by name. */
export interface FunctionRef {
  readonly name: string;
  readonly attrs?: Readonly<Record<string, AttrValue>>;
}

/** An attribute's value; which kind it is stands in the OpDef. */
export type AttrValue =
  | number
  | bigint
  | boolean
  | string
  | Uint8Array
  | Shape
  | TensorValue
  | FunctionRef
  | readonly AttrValue[];

export type Attrs = Readonly<Record<string, AttrValue>>;

/** Rows of a larger tensor: the gradient of a gather. */
export interface IndexedSlices<V = Value> {
  readonly values: V;
  readonly indices: V;
  readonly denseShape: V | null;
}

/** What a gradient rule gives for one input. */
export type Gradient<V = Value> = V | IndexedSlices<V> | null;

export const isIndexedSlices = (x: unknown): x is IndexedSlices =>
  typeof x === "object" && x !== null && "indices" in x && "values" in x;

/** What a resource handle is known to point to. */
export interface HandleType {
  readonly dtype: DTypeName;
  readonly shape: Shape;
}
