// Initializers without chance: zeros, ones, a constant, the identity matrix.
import type { DTypeName } from "../../base/dtypes.ts";
import { ValueError } from "../../base/errors.ts";
import { type Dims, elementCount } from "../../base/shape.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { type Trailing, trailing } from "../core/arguments.ts";
import { one } from "../core/call.ts";
import { asTensor, literal } from "../core/tensor.ts";
import { eye, ones, zeros } from "../creation/filled.ts";
import { type Config, Initializer } from "./initializer.ts";

/**
 * Zeros.
 *
 * @example
 * new tf.initializers.Zeros()([2]);
 * // tf.Tensor([0. 0.], shape=(2,), dtype=float32)
 */
export class Zeros extends Initializer {
  protected override make(shape: Dims, dtype: DTypeName): Tensor {
    return zeros(shape, { dtype });
  }

  override getConfig(): Config {
    return {};
  }
}

/**
 * Ones.
 *
 * @example
 * new tf.initializers.Ones()([2]);
 * // tf.Tensor([1. 1.], shape=(2,), dtype=float32)
 */
export class Ones extends Initializer {
  protected override make(shape: Dims, dtype: DTypeName): Tensor {
    return ones(shape, { dtype });
  }

  override getConfig(): Config {
    return {};
  }
}

/**
 * One value everywhere, or an array of values.
 *
 * @param value A scalar; or an array with as many elements as the shape has, or that can be broadcast to it.
 * @example
 * new tf.initializers.Constant(2)([3]);
 * // tf.Tensor([2. 2. 2.], shape=(3,), dtype=float32)
 */
export class Constant extends Initializer {
  readonly value: unknown;

  constructor(...rest: Trailing<[value: unknown], { readonly value?: unknown }>) {
    super();
    this.value = trailing<{ value?: unknown }>(["value"], rest).value ?? 0;
  }

  protected override make(shape: Dims, dtype: DTypeName): Tensor {
    if (!Array.isArray(this.value) && !ArrayBuffer.isView(this.value))
      return literal(this.value, dtype, undefined, shape);
    const values = asTensor(this.value as number[], dtype);
    const fits = values.shape !== null && elementCount(values.shape) === elementCount(shape);
    return one(fits ? "Reshape" : "BroadcastTo", [values, literal(shape, "int32", "shape", [shape.length])]);
  }

  override getConfig(): Config {
    return { value: this.value };
  }
}

/**
 * The identity matrix times `gain`, for shapes of two dimensions.
 *
 * @param gain The value on the diagonal; default 1.
 * @throws ValueError for other shapes.
 * @example
 * new tf.initializers.Identity()([2, 2]);
 * // tf.Tensor(
 * // [[1. 0.]
 * //  [0. 1.]], shape=(2, 2), dtype=float32)
 */
export class Identity extends Initializer {
  readonly gain: number;

  constructor(...rest: Trailing<[gain: number], { readonly gain?: number }>) {
    super();
    this.gain = trailing<{ gain?: number }>(["gain"], rest).gain ?? 1;
  }

  protected override make(shape: Dims, dtype: DTypeName): Tensor {
    if (shape.length !== 2)
      throw new ValueError(
        `Identity matrix initializer can only be used for 2D matrices. Received: shape=(${shape})`,
      );
    const matrix = eye(shape[0]!, shape[1]!, { dtype });
    return this.gain === 1 ? matrix : one("Mul", [matrix, this.gain]);
  }

  override getConfig(): Config {
    return { gain: this.gain };
  }
}
