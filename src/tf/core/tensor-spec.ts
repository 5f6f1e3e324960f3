// What is known of a tensor before there is one: its shape and dtype.
import type { DTypeName } from "../../base/dtypes.ts";
import { isCompatible, type Shape } from "../../base/shape.ts";
import { pythonString } from "../../base/format/python-repr.ts";
import { type Trailing, trailing } from "./arguments.ts";
import { asDtype, type DType } from "./dtype.ts";
import { type DTypeLike, dtypeName } from "./dtype-name.ts";
import { type ShapeLike, TensorShape, toShape } from "./tensor-shape.ts";

interface SpecOptions {
  readonly dtype?: DTypeLike;
  readonly name?: string | null;
}

/**
 * Describes tensors by shape and dtype, as input signatures do.
 *
 * @example
 * new tf.TensorSpec([null], tf.int32, "x");
 * // TensorSpec(shape=(None,), dtype=tf.int32, name='x')
 */
export class TensorSpec {
  readonly shape: TensorShape;
  readonly dtype: DType;
  readonly name: string | null;

  /**
   * @param shape Sizes, null for unknown ones; null for an unknown rank.
   * @param rest `dtype` (default float32) and `name`, by position or as options.
   */
  constructor(shape: ShapeLike, ...rest: Trailing<[dtype: DTypeLike, name: string | null], SpecOptions>) {
    const { dtype = "float32", name = null } = trailing<SpecOptions>(["dtype", "name"], rest);
    this.shape = new TensorShape(shape);
    this.dtype = asDtype(dtype);
    this.name = name;
  }

  /** The spec of a tensor. */
  static fromTensor(tensor: { dtype: DTypeName; shape: Shape }, name?: string): TensorSpec {
    return new TensorSpec(
      tensor.shape as ShapeLike,
      tensor.dtype,
      name ?? (tensor as { op?: { name: string } }).op?.name ?? null,
    );
  }

  /** The shape in the form that graphs keep. */
  get staticShape(): Shape {
    return toShape(this.shape);
  }

  /** True for tensors (or specs) that this spec describes. */
  isCompatibleWith(other: { readonly dtype: DTypeLike; readonly shape: Shape | TensorShape }): boolean {
    const shape = other.shape instanceof TensorShape ? toShape(other.shape) : other.shape;
    return dtypeName(other.dtype) === this.dtype.name && isCompatible(this.staticShape, shape);
  }

  equals(other: unknown): boolean {
    return other instanceof TensorSpec && String(other) === String(this);
  }

  toString(): string {
    const name = this.name === null ? "None" : pythonString(this.name);
    return `TensorSpec(shape=${this.shape}, dtype=tf.${this.dtype.name}, name=${name})`;
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}
