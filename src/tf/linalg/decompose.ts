// Decompositions of matrices and functions of matrices.
import type { Tensor } from "../../graph/tensor.ts";
import { type Named, type Trailing, trailing } from "../core/arguments.ts";
import { type DTypeLike, dtypeName } from "../core/dtype-name.ts";
import { many, one } from "../core/call.ts";
import { asTensor } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import { real } from "../math/complex.ts";

/**
 * Lower triangular L with L @ L^H = input, for Hermitian positive definite matrices.
 *
 * @param input Shape `[..., n, n]`; only the lower triangle is looked at.
 * @param options `name`.
 * @example
 * tf.linalg.cholesky([[4, 2], [2, 5]]);
 * // tf.Tensor(
 * // [[2. 0.]
 * //  [1. 2.]], shape=(2, 2), dtype=float32)
 */
export function cholesky(input: TensorInput, options: Named = {}): Tensor {
  return one("Cholesky", [input], undefined, options.name);
}

export interface QrOptions extends Named {
  /** Gives all columns of q; default only as many as needed. */
  readonly fullMatrices?: boolean;
}

/**
 * Unitary q and upper triangular r with q @ r = input.
 *
 * @param input Shape `[..., n, m]`.
 * @param rest `fullMatrices` and `name`, by position or as options.
 * @returns `[q, r]`, also by name.
 * @example
 * tf.linalg.qr([[1, 2], [3, 4]]).q.shape;
 * // [ 2, 2 ]
 */
export function qr(
  input: TensorInput,
  ...rest: Trailing<[fullMatrices: boolean], QrOptions>
): readonly Tensor[] & { readonly q: Tensor; readonly r: Tensor } {
  const { fullMatrices = false, name } = trailing<QrOptions>(["fullMatrices"], rest);
  const outputs = many("Qr", [input], { full_matrices: fullMatrices }, name);
  return Object.assign([...outputs], { q: outputs[0]!, r: outputs[1]! });
}

export interface SvdOptions extends Named {
  readonly fullMatrices?: boolean;
  /** Gives the singular vectors too (default). */
  readonly computeUv?: boolean;
}

/**
 * Singular value decomposition: input = u @ diag(s) @ v^H.
 *
 * @param tensor Shape `[..., n, m]`.
 * @param options `fullMatrices`, `computeUv` and `name`.
 * @returns `[s, u, v]`, the singular values in descending order; only `s` if `computeUv` is false.
 * @example
 * tf.linalg.svd([[3, 0], [0, 4]], { computeUv: false });
 * // tf.Tensor([4. 3.], shape=(2,), dtype=float32)
 */
export function svd(tensor: TensorInput, options: SvdOptions & { readonly computeUv: false }): Tensor;
export function svd(tensor: TensorInput, options?: SvdOptions): [Tensor, Tensor, Tensor];
export function svd(tensor: TensorInput, options: SvdOptions = {}): Tensor | [Tensor, Tensor, Tensor] {
  const { fullMatrices = false, computeUv = true, name } = options;
  const [s, u, v] = many("Svd", [tensor], { compute_uv: computeUv, full_matrices: fullMatrices }, name);
  return computeUv ? [real(s!), u!, v!] : real(s!);
}

/**
 * Eigenvalues and eigenvectors of Hermitian matrices.
 *
 * @param tensor Shape `[..., n, n]`; only the lower triangle is looked at.
 * @param options `name`.
 * @returns `[values, vectors]`, the values in ascending order.
 * @example
 * tf.linalg.eigh([[2, 0], [0, 1]])[0];
 * // tf.Tensor([1. 2.], shape=(2,), dtype=float32)
 */
export function eigh(tensor: TensorInput, options: Named = {}): readonly Tensor[] {
  return many("SelfAdjointEigV2", [tensor], { compute_v: true }, options.name);
}

/**
 * Eigenvalues of Hermitian matrices, in ascending order.
 *
 * @param tensor Shape `[..., n, n]`; only the lower triangle is looked at.
 * @param options `name`.
 * @example
 * tf.linalg.eigvalsh([[2, 0], [0, 1]]);
 * // tf.Tensor([1. 2.], shape=(2,), dtype=float32)
 */
export function eigvalsh(tensor: TensorInput, options: Named = {}): Tensor {
  return many("SelfAdjointEigV2", [tensor], { compute_v: false }, options.name)[0]!;
}

const complexType = (dtype: string): "complex64" | "complex128" =>
  dtype === "float64" || dtype === "complex128" ? "complex128" : "complex64";

/**
 * Eigenvalues and eigenvectors of square matrices.
 *
 * @param tensor Shape `[..., n, n]`.
 * @param options `name`.
 * @returns `[values, vectors]`, both complex.
 * @example
 * tf.linalg.eig([[2, 0], [0, 1]])[1].dtype;
 * // 'complex64'
 */
export function eig(tensor: TensorInput, options: Named = {}): readonly Tensor[] {
  const matrix = asTensor(tensor);
  return many("Eig", [matrix], { Tout: complexType(matrix.dtype), compute_v: true }, options.name);
}

/**
 * Eigenvalues of square matrices.
 *
 * @param tensor Shape `[..., n, n]`.
 * @param options `name`.
 * @example
 * tf.linalg.eigvals([[0, 1], [1, 0]]).shape;
 * // [ 2 ]
 */
export function eigvals(tensor: TensorInput, options: Named = {}): Tensor {
  const matrix = asTensor(tensor);
  return many("Eig", [matrix], { Tout: complexType(matrix.dtype), compute_v: false }, options.name)[0]!;
}

export interface LuOptions extends Named {
  /** Dtype of the permutation: int32 (default) or int64. */
  readonly outputIdxType?: DTypeLike;
}

/**
 * LU decomposition with row exchanges.
 *
 * @param input Shape `[..., n, n]`.
 * @param options `outputIdxType` and `name`.
 * @returns `[lu, p]`: both factors in one matrix, and the permutation of rows.
 * @throws InvalidArgumentError if a matrix has no inverse.
 * @example
 * tf.linalg.lu([[1, 2], [3, 4]])[1];
 * // tf.Tensor([1 0], shape=(2,), dtype=int32)
 */
export function lu(input: TensorInput, options: LuOptions = {}): readonly Tensor[] {
  const { outputIdxType = "int32", name } = options;
  return many("Lu", [input], { output_idx_type: dtypeName(outputIdxType) }, name);
}

/**
 * Matrices whose square is the input.
 *
 * @param input Shape `[..., n, n]`.
 * @param options `name`.
 * @example
 * tf.linalg.sqrtm([[4, 0], [0, 9]]);
 * // tf.Tensor(
 * // [[2. 0.]
 * //  [0. 3.]], shape=(2, 2), dtype=float32)
 */
export const sqrtm = (input: TensorInput, options: Named = {}): Tensor =>
  one("MatrixSquareRoot", [input], undefined, options.name);

/**
 * Logarithms of complex matrices.
 *
 * @param input Shape `[..., n, n]`, complex.
 * @param options `name`.
 * @example
 * tf.linalg.logm(tf.complex([[1, 0], [0, 1]], [[0, 0], [0, 0]])).dtype;
 * // 'complex64'
 */
export const logm = (input: TensorInput, options: Named = {}): Tensor =>
  one("MatrixLogarithm", [input], undefined, options.name);
