// Tensors of one value: zeros, ones, fill, and their likes; identity matrices.
import type { DTypeName } from "../../base/dtypes.ts";
import { elementCount, isFullyDefined, type Shape } from "../../base/shape.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { type Named, type Trailing, trailing } from "../core/arguments.ts";
import { type DTypeLike, dtypeName, optionalDType } from "../core/dtype-name.ts";
import { holdsTensor, isTensorObject, one, scoped } from "../core/call.ts";
import { asTensor, literal } from "../core/tensor.ts";
import { toShape } from "../core/tensor-shape.ts";
import type { ShapeInput, TensorInput } from "../core/types.ts";

export interface FilledOptions extends Named {
  /** The element type; default float32. */
  readonly dtype?: DTypeLike;
}

/** Below this many elements the values themselves stand in the graph, as TensorFlow has it. */
const LARGEST_LITERAL = 1000;

function zeroOf(dtype: DTypeName): unknown {
  if (dtype === "string") return "";
  return dtype === "bool" ? false : 0;
}

function oneOf(dtype: DTypeName): unknown {
  if (dtype === "string") throw new TypeError("ones: expected a dtype of numbers or bool, received string");
  return dtype === "bool" ? true : 1;
}

/** A tensor of `value`s; `shape` is known or a tensor of sizes. */
function filled(
  shape: ShapeInput,
  value: unknown,
  dtype: DTypeName,
  name: string | undefined,
  what: string,
): Tensor {
  return scoped(name, what, [shape], (scope) => {
    const known = knownShape(shape);
    if (known !== null && elementCount(known) < LARGEST_LITERAL) return literal(value, dtype, scope, known);
    const dims = known === null ? sizesTensor(shape, "packed") : literal(known, "int32", "shape_as_tensor");
    return one("Fill", [dims, literal(value, dtype)], undefined, scope);
  });
}

function knownShape(shape: ShapeInput): readonly number[] | null {
  if (isTensorObject(shape) || holdsTensor(shape)) return null;
  // Fill tells what is wrong with a negative size.
  if (
    Array.isArray(shape) &&
    shape.every((size) => typeof size === "number") &&
    shape.some((size) => size < 0)
  )
    return null;
  const known = toShape(shape as readonly (number | null)[]);
  if (known !== null && isFullyDefined(known)) return known;
  throw new TypeError(`Making a tensor: expected a fully known shape, received ${String(shape)}`);
}

/** Sizes as an integer vector. */
function sizesTensor(shape: ShapeInput, name: string): Tensor {
  const sizes = asTensor(shape as TensorInput, undefined, name, "int32");
  return sizes.shape?.length === 0 ? one("Reshape", [sizes, [-1]]) : sizes;
}

/**
 * A tensor of zeros (empty strings, false).
 *
 * @param shape Sizes of the dimensions: an array, or an integer tensor.
 * @param rest `dtype` (default float32) and `name`, by position or as options.
 * @example
 * tf.zeros([2, 3], tf.int32);
 * // tf.Tensor(
 * // [[0 0 0]
 * //  [0 0 0]], shape=(2, 3), dtype=int32)
 */
export function zeros(shape: ShapeInput, ...rest: Trailing<[dtype: DTypeLike], FilledOptions>): Tensor {
  const { dtype = "float32", name } = trailing<FilledOptions>(["dtype"], rest);
  const type = dtypeName(dtype);
  return filled(shape, zeroOf(type), type, name, "zeros");
}

/**
 * A tensor of ones (true).
 *
 * @param shape Sizes of the dimensions: an array, or an integer tensor.
 * @param rest `dtype` (default float32) and `name`, by position or as options.
 * @example
 * tf.ones([2, 3]);
 * // tf.Tensor(
 * // [[1. 1. 1.]
 * //  [1. 1. 1.]], shape=(2, 3), dtype=float32)
 */
export function ones(shape: ShapeInput, ...rest: Trailing<[dtype: DTypeLike], FilledOptions>): Tensor {
  const { dtype = "float32", name } = trailing<FilledOptions>(["dtype"], rest);
  const type = dtypeName(dtype);
  return filled(shape, oneOf(type), type, name, "ones");
}

/**
 * A tensor that holds one value everywhere.
 *
 * @param dims Sizes of the dimensions: an array, or an integer tensor.
 * @param value A scalar.
 * @param options `name`.
 * @throws InvalidArgumentError if `value` is not a scalar.
 * @example
 * tf.fill([2, 2], 7);
 * // tf.Tensor(
 * // [[7. 7.]
 * //  [7. 7.]], shape=(2, 2), dtype=float32)
 */
export function fill(dims: ShapeInput, value: TensorInput, options: Named = {}): Tensor {
  return one("Fill", [dims, value], undefined, options.name);
}

export interface LikeOptions extends Named {
  /** The element type; default that of the input. */
  readonly dtype?: DTypeLike | null;
}

/**
 * A tensor of zeros with another's shape and dtype.
 *
 * @param input The tensor to be like.
 * @param rest `dtype` and `name`, by position or as options.
 * @example
 * tf.zerosLike(tf.constant([[1, 2]]));
 * // tf.Tensor([[0. 0.]], shape=(1, 2), dtype=float32)
 */
export function zerosLike(
  input: TensorInput,
  ...rest: Trailing<[dtype: DTypeLike | null], LikeOptions>
): Tensor {
  const { dtype, name } = trailing<LikeOptions>(["dtype"], rest);
  return scoped(name, "zeros_like", [input], (scope) => {
    const tensor = asTensor(input, undefined, "tensor");
    const type = optionalDType(dtype) ?? tensor.dtype;
    if (isLiteralShape(tensor.shape)) return zeros(tensor.shape, { dtype: type, name: scope });
    if (type !== tensor.dtype) return zeros(one("Shape", [tensor]), { dtype: type, name: scope });
    return one("ZerosLike", [tensor], undefined, scope);
  });
}

/**
 * A tensor of ones with another's shape and dtype.
 *
 * @param input The tensor to be like.
 * @param rest `dtype` and `name`, by position or as options.
 * @example
 * tf.onesLike(tf.constant([[1, 2]]));
 * // tf.Tensor([[1. 1.]], shape=(1, 2), dtype=float32)
 */
export function onesLike(
  input: TensorInput,
  ...rest: Trailing<[dtype: DTypeLike | null], LikeOptions>
): Tensor {
  const { dtype, name } = trailing<LikeOptions>(["dtype"], rest);
  return scoped(name, "ones_like", [input], (scope) => {
    const tensor = asTensor(input, undefined, "tensor");
    const type = optionalDType(dtype) ?? tensor.dtype;
    if (isLiteralShape(tensor.shape) && tensor.dtype !== "variant")
      return ones(tensor.shape, { dtype: type, name: scope });
    if (type === tensor.dtype) return one("OnesLike", [tensor], undefined, scope);
    return ones(one("Shape", [tensor]), { dtype: type, name: scope });
  });
}

/** As `onesLike`, with the nodes that TensorFlow v1 and TensorFlow's own functions make. */
export function onesLikeV1(input: TensorInput, hint?: DTypeName): Tensor {
  return scoped(undefined, "ones_like", [input], (scope) => {
    const tensor = asTensor(input, undefined, "tensor", hint);
    if (!isLiteralShape(tensor.shape)) return one("OnesLike", [tensor], undefined, scope);
    const dims = literal(tensor.shape, "int32", "Shape/shape_as_tensor");
    return one("Fill", [dims, literal(oneOf(tensor.dtype), tensor.dtype)], undefined, scope);
  });
}

const isLiteralShape = (shape: Shape): shape is readonly number[] => isFullyDefined(shape);

export interface EyeOptions extends Named {
  /** The number of columns; default that of rows. */
  readonly numColumns?: number | null;
  /** Sizes of leading dimensions, over which the matrix is repeated. */
  readonly batchShape?: readonly number[] | null;
  /** The element type; default float32. */
  readonly dtype?: DTypeLike;
}

/**
 * An identity matrix, or a batch of them.
 *
 * @param numRows The number of rows.
 * @param rest `numColumns`, `batchShape`, `dtype` and `name`, by position or as options.
 * @example
 * tf.eye(2, 3);
 * // tf.Tensor(
 * // [[1. 0. 0.]
 * //  [0. 1. 0.]], shape=(2, 3), dtype=float32)
 */
export function eye(
  numRows: number,
  ...rest: Trailing<
    [numColumns: number | null, batchShape: readonly number[] | null, dtype: DTypeLike],
    EyeOptions
  >
): Tensor {
  const {
    numColumns,
    batchShape,
    dtype = "float32",
    name,
  } = trailing<EyeOptions>(["numColumns", "batchShape", "dtype"], rest);
  const columns = numColumns ?? numRows;
  const batch = batchShape ?? [];
  const type = dtypeName(dtype);
  return scoped(name, "eye", [], (scope) => {
    const diagonal = ones([...batch, Math.min(numRows, columns)], { dtype: type });
    if (columns === numRows)
      return one(
        "MatrixDiagV3",
        [diagonal, 0, -1, -1, literalZero(type)],
        undefined,
        scope === undefined ? undefined : "diag",
      );
    const empty = zeros([...batch, numRows, columns], { dtype: type });
    return one(
      "MatrixSetDiagV3",
      [empty, diagonal, 0],
      undefined,
      scope === undefined ? undefined : "set_diag",
    );
  });
}

const literalZero = (dtype: DTypeName): unknown => zeroOf(dtype);
