// Gradients that are rows of a larger tensor, in a form that rules may treat as a tensor.
import { InternalError } from "../base/errors.ts";
import type { GradientBuilder } from "../graph/op.ts";
import type { DTypeName, IndexedSlices, Shape, Value } from "../graph/types.ts";

/** Rows added up into the tensor that they are rows of. */
export function toDense(t: GradientBuilder, slices: IndexedSlices): Value {
  const { values, indices, denseShape } = slices;
  if (denseShape === null)
    throw new InternalError("Making IndexedSlices dense: expected a dense shape, received none");
  const rows = t.StridedSlice(denseShape, [0], [1], [1], { shrink_axis_mask: 1 });
  return t.UnsortedSegmentSum(values, indices, rows);
}

/**
 * Rows that become a dense tensor where an op takes them; rules that hand on what they get keep them as rows.
 */
export class RowGradient implements IndexedSlices, Value {
  readonly values: Value;
  readonly indices: Value;
  readonly denseShape: Value | null;
  readonly #t: GradientBuilder;

  constructor(t: GradientBuilder, { values, indices, denseShape }: IndexedSlices) {
    this.#t = t;
    this.values = values;
    this.indices = indices;
    this.denseShape = denseShape;
  }

  get dtype(): DTypeName {
    return this.values.dtype;
  }

  get shape(): Shape {
    const { shape } = this.values;
    return shape === null ? null : [-1, ...shape.slice(1)];
  }

  /** Called where an op needs a tensor. */
  toTensor(): Value {
    return toDense(this.#t, this);
  }
}
