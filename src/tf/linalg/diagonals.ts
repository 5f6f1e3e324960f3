// Diagonals and bands of matrices, and products of vectors.
import type { Tensor } from "../../graph/tensor.ts";
import type { Named } from "../core/arguments.ts";
import { one, scoped } from "../core/call.ts";
import { asTensor } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";

export interface DiagOptions extends Named {
  /** Which diagonal, or lowest and highest of a band; 0 (default) is the main one, above it positive. */
  readonly k?: TensorInput;
  /** Rows of the matrix; default as few as possible. */
  readonly numRows?: TensorInput;
  /** Columns of the matrix; default as few as possible. */
  readonly numCols?: TensorInput;
  /** What stands outside the diagonals; default 0. */
  readonly paddingValue?: TensorInput;
  /** How short diagonals lie: "RIGHT_LEFT" (default), "LEFT_RIGHT", "LEFT_LEFT" or "RIGHT_RIGHT". */
  readonly align?: string;
}

/**
 * Matrices with given diagonals.
 *
 * @param diagonal Shape `[..., n]`, or `[..., diagonals, n]` for a band.
 * @param options `k`, `numRows`, `numCols`, `paddingValue`, `align` and `name`.
 * @throws InvalidArgumentError if the diagonals do not fit the matrix.
 * @example
 * tf.linalg.diag([1, 2]);
 * // tf.Tensor(
 * // [[1. 0.]
 * //  [0. 2.]], shape=(2, 2), dtype=float32)
 */
export function diag(diagonal: TensorInput, options: DiagOptions = {}): Tensor {
  const { k = 0, numRows = -1, numCols = -1, paddingValue = 0, align = "RIGHT_LEFT", name } = options;
  return one("MatrixDiagV3", [diagonal, k, numRows, numCols, paddingValue], { align }, name ?? "diag");
}

export interface DiagPartOptions extends Named {
  readonly k?: TensorInput;
  readonly paddingValue?: TensorInput;
  readonly align?: string;
}

/**
 * The diagonals of matrices.
 *
 * @param input Shape `[..., rows, columns]`.
 * @param options `k` (one diagonal or the ends of a band), `paddingValue`, `align` and `name`.
 * @example
 * tf.linalg.diagPart([[1, 2], [3, 4]]);
 * // tf.Tensor([1. 4.], shape=(2,), dtype=float32)
 */
export function diagPart(input: TensorInput, options: DiagPartOptions = {}): Tensor {
  const { k = 0, paddingValue = 0, align = "RIGHT_LEFT", name } = options;
  return one("MatrixDiagPartV3", [input, k, paddingValue], { align }, name ?? "diag_part");
}

export interface SetDiagOptions extends Named {
  readonly k?: TensorInput;
  readonly align?: string;
}

/**
 * Matrices with diagonals replaced.
 *
 * @param input Shape `[..., rows, columns]`.
 * @param diagonal The new diagonals.
 * @param options `k`, `align` and `name`.
 * @example
 * tf.linalg.setDiag([[1, 2], [3, 4]], [8, 9]);
 * // tf.Tensor(
 * // [[8. 2.]
 * //  [3. 9.]], shape=(2, 2), dtype=float32)
 */
export function setDiag(input: TensorInput, diagonal: TensorInput, options: SetDiagOptions = {}): Tensor {
  const { k = 0, align = "RIGHT_LEFT", name } = options;
  return one("MatrixSetDiagV3", [input, diagonal, k], { align }, name ?? "set_diag");
}

/**
 * Matrices with all but a central band set to zero.
 *
 * @param input Shape `[..., rows, columns]`.
 * @param numLower How many diagonals below the main one to keep; -1 for all.
 * @param numUpper How many above; -1 for all.
 * @param options `name`.
 * @example
 * tf.linalg.bandPart([[1, 2], [3, 4]], 0, -1);
 * // tf.Tensor(
 * // [[1. 2.]
 * //  [0. 4.]], shape=(2, 2), dtype=float32)
 */
export function bandPart(
  input: TensorInput,
  numLower: TensorInput,
  numUpper: TensorInput,
  options: Named = {},
): Tensor {
  return one("MatrixBandPart", [input, numLower, numUpper], undefined, options.name);
}

/**
 * A tensor of twice the rank, zero but for its diagonal.
 *
 * @param diagonal Any shape.
 * @param options `name`.
 * @example
 * tf.linalg.tensorDiag([1, 2]);
 * // tf.Tensor(
 * // [[1. 0.]
 * //  [0. 2.]], shape=(2, 2), dtype=float32)
 */
export const tensorDiag = (diagonal: TensorInput, options: Named = {}): Tensor =>
  one("Diag", [diagonal], undefined, options.name);

/**
 * The diagonal of a tensor of even rank.
 *
 * @param input A shape followed by itself.
 * @param options `name`.
 * @example
 * tf.linalg.tensorDiagPart([[1, 2], [3, 4]]);
 * // tf.Tensor([1. 4.], shape=(2,), dtype=float32)
 */
export const tensorDiagPart = (input: TensorInput, options: Named = {}): Tensor =>
  one("DiagPart", [input], undefined, options.name);

/**
 * The sum of the main diagonal.
 *
 * @param x Shape `[..., rows, columns]`.
 * @param options `name`.
 * @example
 * tf.linalg.trace([[1, 2], [3, 4]]);
 * // tf.Tensor(5.0, shape=(), dtype=float32)
 */
export function trace(x: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "Trace", [x], (scope) =>
    one("Sum", [diagPart(asTensor(x, undefined, "x")), [-1]], undefined, scope),
  );
}

/**
 * The cross product of vectors of three.
 *
 * @param a Shape `[..., 3]`.
 * @param b As `a`.
 * @param options `name`.
 * @example
 * tf.linalg.cross([1, 0, 0], [0, 1, 0]);
 * // tf.Tensor([0. 0. 1.], shape=(3,), dtype=float32)
 */
export const cross = (a: TensorInput, b: TensorInput, options: Named = {}): Tensor =>
  one("Cross", [a, b], undefined, options.name);
