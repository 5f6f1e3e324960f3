// Tensor arrays in graphs: a TensorList that flows from op to op.
import type { DTypeName } from "../../base/dtypes.ts";
import { ValueError } from "../../base/errors.ts";
import { isCompatible, mergeShapes, pythonShapeText, type Shape } from "../../base/shape.ts";
import { constantValue } from "../../graph/constant-value.ts";
import { defaultGraph } from "../../graph/default-graph.ts";
import { SymbolicTensor } from "../../graph/graph.ts";
import type { Tensor } from "../../graph/tensor-base.ts";
import { one } from "../core/call.ts";
import { asTensor, literal } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import type { ArrayStore } from "./array-store.ts";

interface Parts {
  readonly dtype: DTypeName;
  readonly size: number | Tensor | null;
  readonly dynamicSize: boolean;
  readonly inferShape: boolean;
  /** Shared by all arrays that come from each other: what one write tells holds for all. */
  readonly known: { shape: Shape };
}

interface NewParts extends Omit<Parts, "known"> {
  readonly elementShape: Shape;
  readonly flow: Tensor | null;
  readonly name: string | undefined;
}

/** As list ops take shapes: a scalar -1 for an unknown rank; the shape of scalars is a node of its own. */
function shapeArgument(shape: Shape): unknown {
  if (shape === null) return -1;
  return shape.length === 0 ? literal(new Int32Array(0), "int32") : shape;
}

const scope = <T>(name: string | undefined, fallback: string, body: (scope: string) => T): T =>
  defaultGraph().nameScope(name ?? fallback, body);

export class ListArray implements ArrayStore {
  readonly #parts: Parts;
  readonly flow: Tensor;

  constructor(parts: Parts, flow: Tensor) {
    this.#parts = parts;
    this.flow = flow;
  }

  static create({ elementShape, flow, name, ...rest }: NewParts): ListArray {
    const parts = { ...rest, known: { shape: elementShape } };
    return scope(name, "TensorArrayV2", (at) => {
      const made =
        flow ??
        one(
          "TensorListReserve",
          [shapeArgument(elementShape), rest.size ?? 0],
          { element_dtype: rest.dtype },
          at,
        );
      return new ListArray(parts, made);
    });
  }

  get dtype(): DTypeName {
    return this.#parts.dtype;
  }
  get dynamicSize(): boolean {
    return this.#parts.dynamicSize;
  }
  get elementShape(): Shape {
    return this.#parts.known.shape;
  }

  /** TensorFlow names an array whenever one is made of another. */
  withFlow(flow: Tensor): ListArray {
    return scope(undefined, "TensorArrayV2", () => new ListArray(this.#parts, flow));
  }

  #checkShape(shape: Shape): void {
    const { known, inferShape } = this.#parts;
    if (!isCompatible(known.shape, shape))
      throw new ValueError(
        `Inconsistent shapes: saw ${pythonShapeText(shape)} but expected ${pythonShapeText(known.shape)} ` +
          "(and infer_shape=True)",
      );
    if (inferShape) known.shape = mergeShapes(known.shape, shape);
  }

  #value(value: TensorInput): Tensor {
    const tensor = asTensor(value, undefined, "value", this.dtype);
    if (tensor.dtype !== this.dtype)
      throw new ValueError(
        `Invalid data types; list elements ${this.dtype} but tried to write ${tensor.dtype}`,
      );
    return tensor;
  }

  size(name?: string): Tensor {
    const { size, dynamicSize } = this.#parts;
    if (!dynamicSize && size !== null) return asTensor(size, undefined, undefined, "int32");
    return one("TensorListLength", [this.flow], undefined, name);
  }

  read(index: TensorInput, name?: string): Tensor {
    return scope(name, "TensorArrayV2Read", () =>
      one("TensorListGetItem", [this.flow, index, shapeArgument(this.elementShape)], {
        element_dtype: this.dtype,
      }),
    );
  }

  write(index: TensorInput, value: TensorInput, name?: string): ListArray {
    return scope(name, "TensorArrayV2Write", () => {
      const tensor = this.#value(value);
      this.#checkShape(tensor.shape);
      const attrs = { element_dtype: this.dtype, resize_if_index_out_of_bounds: this.dynamicSize };
      return this.withFlow(one("TensorListSetItem", [this.flow, index, tensor], attrs));
    });
  }

  stack(name?: string): Tensor {
    const { size, dynamicSize } = this.#parts;
    const count = dynamicSize || size === null ? -1 : staticCount(size);
    return scope(name, "TensorArrayV2Stack", () =>
      one("TensorListStack", [this.flow, shapeArgument(this.elementShape)], {
        element_dtype: this.dtype,
        num_elements: count,
      }),
    );
  }

  gather(indices: TensorInput, name?: string): Tensor {
    return scope(name, "TensorArrayV2Gather", () =>
      one("TensorListGather", [this.flow, indices, shapeArgument(this.elementShape)], {
        element_dtype: this.dtype,
      }),
    );
  }

  concat(name?: string): Tensor {
    const { elementShape, dtype } = this;
    const shape = elementShape === null ? null : [-1, ...elementShape.slice(1)];
    const leading = literal(new BigInt64Array(0), "int64");
    return one(
      "TensorListConcatV2",
      [this.flow, shapeArgument(shape), leading],
      { element_dtype: dtype },
      name,
    );
  }

  unstack(value: TensorInput, name?: string): ListArray {
    return scope(name, "TensorArrayUnstack", () => {
      const tensor = this.#value(value);
      const rows = tensor.shape === null ? null : tensor.shape.slice(1);
      this.#checkShape(rows);
      return this.withFlow(
        one("TensorListFromTensor", [tensor, shapeArgument(rows)], { element_dtype: this.dtype }),
      );
    });
  }

  scatter(indices: TensorInput, value: TensorInput, name?: string): ListArray {
    return scope(name, "TensorArrayScatter", () => {
      const tensor = this.#value(value);
      this.#checkShape(tensor.shape === null ? null : tensor.shape.slice(1));
      return this.withFlow(
        one("TensorListScatterIntoExistingList", [this.flow, tensor, indices], { element_dtype: this.dtype }),
      );
    });
  }

  split(value: TensorInput, lengths: TensorInput, name?: string): ListArray {
    return scope(name, "TensorArrayV2Split", () => {
      const tensor = this.#value(value);
      const sizes = one("Cast", [asTensor(lengths, undefined, "lengths", "int64")], { DstT: "int64" });
      this.#checkShape(tensor.shape);
      return this.withFlow(
        one("TensorListSplit", [tensor, shapeArgument(this.elementShape), sizes], {
          element_dtype: this.dtype,
        }),
      );
    });
  }
}

function staticCount(size: number | Tensor): number {
  if (typeof size === "number") return size;
  const value = size instanceof SymbolicTensor ? constantValue(size) : undefined;
  return value === undefined ? -1 : Number(value.data[0]);
}
