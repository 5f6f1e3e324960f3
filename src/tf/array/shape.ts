// Shapes of tensors, as tensors; and changing shapes without touching elements.
import type { DTypeName } from "../../base/dtypes.ts";
import { ValueError } from "../../base/errors.ts";
import { broadcastShapes, elementCount, isFullyDefined } from "../../base/shape.ts";
import { currentGraph } from "../../graph/default-graph.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { type Named, type Trailing, trailing } from "../core/arguments.ts";
import { type DTypeLike, dtypeName } from "../core/dtype-name.ts";
import { many, one, scoped } from "../core/call.ts";
import { asTensor, asTensors, literal } from "../core/tensor.ts";
import { type ShapeLike, TensorShape, toShape } from "../core/tensor-shape.ts";
import type { AxisInput, ShapeInput, TensorInput } from "../core/types.ts";

export interface ShapeOptions extends Named {
  /** int32 (default) or int64. */
  readonly outType?: DTypeLike;
}

/** In graphs, what is known of a shape becomes a constant, as TensorFlow's `optimize=True` has it. */
function known(
  values: number | readonly number[],
  dtype: DTypeName,
  name: string | undefined,
  what: string,
): Tensor {
  return literal(values, dtype, name ?? what);
}

/**
 * The shape of a tensor, as an integer vector.
 *
 * @param input Any tensor.
 * @param rest `outType` (int32, or int64) and `name`, by position or as options.
 * @example
 * tf.shape(tf.zeros([2, 3]));
 * // tf.Tensor([2 3], shape=(2,), dtype=int32)
 */
export function shape(input: TensorInput, ...rest: Trailing<[outType: DTypeLike], ShapeOptions>): Tensor {
  const { outType = "int32", name } = trailing<ShapeOptions>(["outType"], rest);
  const type = dtypeName(outType);
  return scoped(name, "Shape", [input], (scope) => {
    const tensor = asTensor(input, undefined, "Const");
    if (isFullyDefined(tensor.shape) && currentGraph() !== null)
      return known(tensor.shape, type, scope, "Shape");
    return one("Shape", [tensor], { out_type: type }, scope);
  });
}

/** As `shape`, with the name that TensorFlow gives to shapes that its own functions ask for. */
export function shapeAsTensor(tensor: Tensor): Tensor {
  return scoped(undefined, "Shape", [tensor], (scope) => {
    if (isFullyDefined(tensor.shape) && currentGraph() !== null)
      return literal(tensor.shape, "int32", "shape_as_tensor");
    return one("Shape", [tensor], undefined, scope);
  });
}

/**
 * The number of elements, as an integer scalar.
 *
 * @param input Any tensor.
 * @param rest `outType` (int32, or int64) and `name`, by position or as options.
 * @example
 * tf.size(tf.zeros([2, 3]));
 * // tf.Tensor(6, shape=(), dtype=int32)
 */
export function size(input: TensorInput, ...rest: Trailing<[outType: DTypeLike], ShapeOptions>): Tensor {
  const { outType = "int32", name } = trailing<ShapeOptions>(["outType"], rest);
  const type = dtypeName(outType);
  return scoped(name, "Size", [input], (scope) => {
    const tensor = asTensor(input, undefined, "Const");
    if (isFullyDefined(tensor.shape) && currentGraph() !== null)
      return known(elementCount(tensor.shape), type, scope, "Size");
    return one("Size", [tensor], { out_type: type }, scope);
  });
}

/**
 * The number of dimensions, as an int32 scalar.
 *
 * @param input Any tensor.
 * @param options `name`.
 * @example
 * tf.rank(tf.zeros([2, 3]));
 * // tf.Tensor(2, shape=(), dtype=int32)
 */
export function rank(input: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "Rank", [input], (scope) => {
    const tensor = asTensor(input, undefined, "Const");
    if (tensor.shape !== null && currentGraph() !== null)
      return known(tensor.shape.length, "int32", scope, "Rank");
    return one("Rank", [tensor], undefined, scope);
  });
}

/**
 * The shapes of several tensors.
 *
 * @param input A list of tensors of one dtype.
 * @param rest `outType` (int32, or int64) and `name`, by position or as options.
 * @example
 * tf.shapeN([tf.zeros([2]), tf.zeros([3, 1])])[1];
 * // tf.Tensor([3 1], shape=(2,), dtype=int32)
 */
export function shapeN(
  input: readonly TensorInput[],
  ...rest: Trailing<[outType: DTypeLike], ShapeOptions>
): readonly Tensor[] {
  const { outType = "int32", name } = trailing<ShapeOptions>(["outType"], rest);
  return many("ShapeN", [asTensors(input)], { out_type: dtypeName(outType) }, name);
}

/**
 * The same elements in another shape. One size may be -1: it follows from the others.
 *
 * @param tensor Any tensor.
 * @param newShape Sizes: an array, or an integer tensor.
 * @param options `name`.
 * @throws InvalidArgumentError if the number of elements differs.
 * @example
 * tf.reshape([1, 2, 3, 4, 5, 6], [2, -1]);
 * // tf.Tensor(
 * // [[1. 2. 3.]
 * //  [4. 5. 6.]], shape=(2, 3), dtype=float32)
 */
export function reshape(
  tensor: TensorInput,
  newShape: ShapeInput | TensorInput,
  options: Named = {},
): Tensor {
  const sizes = newShape instanceof TensorShape ? toShape(newShape) : newShape;
  return one("Reshape", [tensor, sizes], undefined, options.name);
}

/**
 * Adds a dimension of size 1.
 *
 * @param input Any tensor.
 * @param axis Where it goes, from `-1 - rank` to `rank`.
 * @param options `name`.
 * @throws InvalidArgumentError if there is no such axis.
 * @example
 * tf.expandDims([1, 2, 3], 0).shape;
 * // [ 1, 3 ]
 */
export function expandDims(input: TensorInput, axis: number | Tensor, options: Named = {}): Tensor {
  return one("ExpandDims", [input, axis], undefined, options.name);
}

export interface SqueezeOptions extends Named {
  /** The axes to remove; default all of size 1. */
  readonly axis?: AxisInput | null;
}

/**
 * Removes dimensions of size 1.
 *
 * @param input Any tensor.
 * @param rest `axis` (one or several; default all of size 1) and `name`, by position or as options.
 * @throws InvalidArgumentError if the size of an axis that was asked for is not 1.
 * @example
 * tf.squeeze(tf.zeros([1, 2, 1, 4, 1]), [2, 4]).shape;
 * // [ 1, 2, 4 ]
 */
export function squeeze(
  input: TensorInput,
  ...rest: Trailing<[axis: AxisInput | null], SqueezeOptions>
): Tensor {
  const { axis, name } = trailing<SqueezeOptions>(["axis"], rest);
  const axes = axis === undefined || axis === null ? [] : typeof axis === "number" ? [axis] : axis;
  return one("Squeeze", [input], { squeeze_dims: axes }, name);
}

/**
 * Repeats dimensions of size 1 (and adds leading ones) until a tensor has a shape.
 *
 * @param input Any tensor.
 * @param newShape Sizes: an array, or an integer tensor.
 * @param options `name`.
 * @throws InvalidArgumentError if the shape cannot be reached by repeating.
 * @example
 * tf.broadcastTo([1, 2, 3], [2, 3]);
 * // tf.Tensor(
 * // [[1. 2. 3.]
 * //  [1. 2. 3.]], shape=(2, 3), dtype=float32)
 */
export function broadcastTo(input: TensorInput, newShape: ShapeInput, options: Named = {}): Tensor {
  return one("BroadcastTo", [input, newShape], undefined, options.name);
}

/**
 * The shape of the result when tensors of two shapes are combined element by element.
 *
 * @param shapeX Sizes of the first; null where unknown.
 * @param shapeY Sizes of the second.
 * @throws ValueError if they cannot be combined.
 * @example
 * tf.broadcastStaticShape([2, 1], [3]);
 * // TensorShape([2, 3])
 */
export function broadcastStaticShape(shapeX: ShapeLike, shapeY: ShapeLike): TensorShape {
  try {
    return new TensorShape(broadcastShapes(toShape(shapeX), toShape(shapeY)));
  } catch (cause) {
    const [x, y] = [new TensorShape(shapeX), new TensorShape(shapeY)];
    throw new ValueError(
      "Incompatible shapes for broadcasting. Two shapes are compatible if for each dimension pair they are " +
        "either equal " +
        `or one of them is 1. Received: ${x} and ${y}.`,
      { cause },
    );
  }
}

/**
 * As `broadcastStaticShape`, for shapes that are tensors.
 *
 * @param shapeX An integer vector.
 * @param shapeY An integer vector.
 * @example
 * tf.broadcastDynamicShape(tf.constant([2, 1], { dtype: tf.int32 }), tf.constant([3], { dtype: tf.int32 }));
 * // tf.Tensor([2 3], shape=(2,), dtype=int32)
 */
export const broadcastDynamicShape = (shapeX: TensorInput, shapeY: TensorInput): Tensor =>
  one("BroadcastArgs", [shapeX, shapeY]);

/**
 * The tensor itself, checked to have a shape: when it runs, in a graph.
 *
 * @param x Any tensor.
 * @param expected Sizes; null for any size, null alone for any rank.
 * @param options `name`.
 * @throws InvalidArgumentError if the shape differs.
 * @example
 * tf.ensureShape([[1, 2]], [null, 2]);
 * // tf.Tensor([[1. 2.]], shape=(1, 2), dtype=float32)
 */
export function ensureShape(x: TensorInput, expected: ShapeLike, options: Named = {}): Tensor {
  return one("EnsureShape", [x], { shape: toShape(expected) }, options.name);
}

/**
 * Positions in flattened data as coordinates.
 *
 * @param indices Integers: positions in the flattened tensor.
 * @param dims The shape of the tensor.
 * @param options `name`.
 * @returns One row of coordinates for each dimension.
 * @example
 * tf.unravelIndex([2, 5, 7], [3, 3]);
 * // tf.Tensor(
 * // [[0 1 2]
 * //  [2 2 1]], shape=(2, 3), dtype=int32)
 */
export function unravelIndex(indices: TensorInput, dims: TensorInput, options: Named = {}): Tensor {
  return one("UnravelIndex", [indices, dims], undefined, options.name);
}
