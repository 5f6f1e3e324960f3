// Inverses, determinants and systems of linear equations.
import type { DTypeName } from "../../base/dtypes.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { type Named, type Trailing, trailing } from "../core/arguments.ts";
import { many, one, scoped } from "../core/call.ts";
import { asTensor } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import { real } from "../math/complex.ts";
import { matmul } from "../math/products.ts";
import { diagPart } from "./diagonals.ts";

export interface AdjointOptions extends Named {
  /** Uses the adjoint of the matrix. */
  readonly adjoint?: boolean;
}

/**
 * Inverses of square matrices.
 *
 * @param input Shape `[..., n, n]`.
 * @param options `adjoint` and `name`.
 * @throws InvalidArgumentError if a matrix has no inverse.
 * @example
 * tf.linalg.inv([[2, 0], [0, 4]]);
 * // tf.Tensor(
 * // [[0.5  0.  ]
 * //  [0.   0.25]], shape=(2, 2), dtype=float32)
 */
export function inv(input: TensorInput, options: AdjointOptions = {}): Tensor {
  return one("MatrixInverse", [input], { adjoint: options.adjoint ?? false }, options.name);
}

/**
 * Determinants of square matrices.
 *
 * @param input Shape `[..., n, n]`.
 * @param options `name`.
 * @example
 * tf.linalg.det([[2, 1], [1, 4]]);
 * // tf.Tensor(6.9999995, shape=(), dtype=float32)
 */
export function det(input: TensorInput, options: Named = {}): Tensor {
  return one("MatrixDeterminant", [input], undefined, options.name);
}

/**
 * Signs and logarithms of the absolute values of determinants.
 *
 * @param input Shape `[..., n, n]`.
 * @param options `name`.
 * @returns `[sign, logAbsDeterminant]`.
 * @example
 * tf.linalg.slogdet([[0, 1], [1, 0]])[0];
 * // tf.Tensor(-1.0, shape=(), dtype=float32)
 */
export function slogdet(input: TensorInput, options: Named = {}): readonly Tensor[] {
  return many("LogMatrixDeterminant", [input], undefined, options.name);
}

/**
 * Logarithms of the determinants of Hermitian positive definite matrices.
 *
 * @param matrix Shape `[..., n, n]`.
 * @param options `name`.
 * @example
 * tf.linalg.logdet([[2, 1], [1, 4]]);
 * // tf.Tensor(1.9459102, shape=(), dtype=float32)
 */
export function logdet(matrix: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "logdet", [matrix], () => {
    const diagonal = diagPart(one("Cholesky", [matrix]));
    return one("Mul", [2, one("Sum", [one("Log", [real(diagonal)]), [-1]])], undefined, "mul");
  });
}

/**
 * Solutions x of `matrix @ x = rhs`.
 *
 * @param matrix Shape `[..., n, n]`.
 * @param rhs Shape `[..., n, k]`, same dtype.
 * @param options `adjoint` and `name`.
 * @throws InvalidArgumentError if a matrix has no inverse.
 * @example
 * tf.linalg.solve([[2, 0], [0, 4]], [[2], [8]]);
 * // tf.Tensor(
 * // [[1.]
 * //  [2.]], shape=(2, 1), dtype=float32)
 */
export function solve(matrix: TensorInput, rhs: TensorInput, options: AdjointOptions = {}): Tensor {
  return one("MatrixSolve", [matrix, rhs], { adjoint: options.adjoint ?? false }, options.name);
}

export interface TriangularOptions extends AdjointOptions {
  /** Whether the lower triangle counts (default), or the upper one. */
  readonly lower?: boolean;
}

/**
 * Solutions x of `matrix @ x = rhs` for triangular matrices.
 *
 * @param matrix Shape `[..., n, n]`; the other triangle is not looked at.
 * @param rhs Shape `[..., n, k]`, same dtype.
 * @param rest `lower` (default true), `adjoint` and `name`, by position or as options.
 * @throws InvalidArgumentError if a matrix has no inverse.
 * @example
 * tf.linalg.triangularSolve([[2, 0], [1, 4]], [[2], [9]]);
 * // tf.Tensor(
 * // [[1.]
 * //  [2.]], shape=(2, 1), dtype=float32)
 */
export function triangularSolve(
  matrix: TensorInput,
  rhs: TensorInput,
  ...rest: Trailing<[lower: boolean, adjoint: boolean], TriangularOptions>
): Tensor {
  const { lower = true, adjoint = false, name } = trailing<TriangularOptions>(["lower", "adjoint"], rest);
  return scoped(name, "triangular_solve", [matrix, rhs], () =>
    one("MatrixTriangularSolve", [matrix, rhs], { lower, adjoint }),
  );
}

/**
 * Solutions x of `A @ x = rhs`, given A's Cholesky factor.
 *
 * @param chol Shape `[..., n, n]`: what `cholesky` gives.
 * @param rhs Shape `[..., n, k]`, same dtype.
 * @param options `name`.
 * @example
 * tf.linalg.choleskySolve([[2, 0], [0, 2]], [[4], [8]]);
 * // tf.Tensor(
 * // [[1.]
 * //  [2.]], shape=(2, 1), dtype=float32)
 */
export function choleskySolve(chol: TensorInput, rhs: TensorInput, options: Named = {}): Tensor {
  return scoped(options.name, "cholesky_solve", [chol, rhs], () => {
    const factor = asTensor(chol);
    const half = one("MatrixTriangularSolve", [factor, rhs], { adjoint: false, lower: true });
    return one("MatrixTriangularSolve", [factor, half], { adjoint: true, lower: true });
  });
}

export interface LeastSquaresOptions extends Named {
  /** Weight of the solution's own squares. */
  readonly l2Regularizer?: number;
  /** Uses normal equations (default), which need well conditioned matrices. */
  readonly fast?: boolean;
}

/**
 * Solutions x that make `matrix @ x - rhs` as small as possible in squares.
 *
 * @param matrix Shape `[..., n, m]`.
 * @param rhs Shape `[..., n, k]`, same dtype.
 * @param rest `l2Regularizer` (default 0), `fast` and `name`, by position or as options.
 * @example
 * tf.linalg.lstsq([[1, 0], [0, 1], [0, 0]], [[1], [2], [5]]);
 * // tf.Tensor(
 * // [[1.]
 * //  [2.]], shape=(2, 1), dtype=float32)
 */
export function lstsq(
  matrix: TensorInput,
  rhs: TensorInput,
  ...rest: Trailing<[l2Regularizer: number, fast: boolean], LeastSquaresOptions>
): Tensor {
  const {
    l2Regularizer = 0,
    fast = true,
    name,
  } = trailing<LeastSquaresOptions>(["l2Regularizer", "fast"], rest);
  const a = asTensor(matrix, undefined, "matrix");
  const [n, m] = a.shape?.slice(-2) ?? [-1, -1];
  if (!fast || n! < 0 || m! < 0)
    return one("MatrixSolveLs", [a, rhs, asTensor(l2Regularizer, "float64")], { fast }, name);
  return scoped(name, "matrix_solve_ls", [a, rhs], () => {
    const tall = n! >= m!;
    const factor = gramianFactor(a, l2Regularizer, tall, Math.min(n!, m!));
    if (tall) return choleskySolve(factor, matmul(a, rhs, { adjointA: true }));
    return matmul(a, choleskySolve(factor, rhs), { adjointA: true });
  });
}

/** The Cholesky factor of A^H A (or A A^H) plus the regularizer on its diagonal. */
function gramianFactor(a: Tensor, regularizer: number, tall: boolean, size: number): Tensor {
  const gramian = matmul(a, a, tall ? { adjointA: true } : { adjointB: true });
  if (regularizer === 0) return one("Cholesky", [gramian]);
  const weights = asTensor(new Array<number>(size).fill(regularizer), a.dtype);
  return one("Cholesky", [
    one("AddV2", [gramian, one("MatrixDiagV3", [weights, 0, -1, -1, 0])], undefined, "add"),
  ]);
}

/**
 * The Moore-Penrose pseudo-inverse, by singular values.
 *
 * @param a Shape `[..., n, m]`.
 * @param rest `rcond` (singular values below it times the greatest count as 0) and `name`.
 * @returns Shape `[..., m, n]`.
 * @example
 * tf.linalg.pinv([[2, 0], [0, 0]]);
 * // tf.Tensor(
 * // [[0.5 0. ]
 * //  [0.  0. ]], shape=(2, 2), dtype=float32)
 */
export function pinv(
  a: TensorInput,
  ...rest: Trailing<[rcond: number | null], Named & { readonly rcond?: number | null }>
): Tensor {
  const { rcond, name } = trailing<Named & { rcond?: number | null }>(["rcond"], rest);
  return scoped(name ?? "pinv", "pinv", [a], () => {
    const matrix = asTensor(a, undefined, "a");
    const largest = Math.max(...(matrix.shape?.slice(-2) ?? [1]));
    const limit = rcond ?? 10 * largest * epsilonOf(matrix.dtype);
    const [values, left, right] = many("Svd", [matrix], { full_matrices: false, compute_uv: true }) as [
      Tensor,
      Tensor,
      Tensor,
    ];
    const cutoff = one("Mul", [limit, one("Max", [values, [-1]])], undefined, "mul");
    const kept = one("SelectV2", [
      one("Greater", [values, one("ExpandDims", [cutoff, -1])]),
      values,
      Number.POSITIVE_INFINITY,
    ]);
    const scaled = one("RealDiv", [right, one("ExpandDims", [kept, -2])], undefined, "truediv");
    return matmul(scaled, left, { adjointB: true });
  });
}

const epsilonOf = (dtype: DTypeName): number =>
  dtype === "float64" || dtype === "complex128" ? 2 ** -52 : 2 ** -23;

export interface TridiagonalOptions extends Named {
  /** Exchanges rows for accuracy (default). */
  readonly partialPivoting?: boolean;
}

/**
 * Solutions of equations with tridiagonal matrices.
 *
 * @param diagonals Shape `[..., 3, n]`: superdiagonal, diagonal, subdiagonal.
 * @param rhs Shape `[..., n, k]`.
 * @param options `partialPivoting` and `name`.
 * @example
 * tf.linalg.tridiagonalSolve([[1, 0], [2, 2], [0, 0]], [[3], [4]]);
 * // tf.Tensor(
 * // [[0.5]
 * //  [2. ]], shape=(2, 1), dtype=float32)
 */
export function tridiagonalSolve(
  diagonals: TensorInput,
  rhs: TensorInput,
  options: TridiagonalOptions = {},
): Tensor {
  return one(
    "TridiagonalSolve",
    [diagonals, rhs],
    { partial_pivoting: options.partialPivoting ?? true },
    options.name,
  );
}
