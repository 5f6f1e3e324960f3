// tf.linalg: products, decompositions, solvers.
export { eye } from "../creation/filled.ts";
export { cholesky, eig, eigh, eigvals, eigvalsh, logm, lu, qr, sqrtm, svd } from "../linalg/decompose.ts";
export {
  bandPart, cross, diag, diagPart, matrixRank, setDiag, tensorDiag, tensorDiagPart, trace,
} from "../linalg/diagonals.ts";
export { l2Normalize, norm, normalize } from "../linalg/norm.ts";
export {
  choleskySolve, det, inv, logdet, lstsq, pinv, slogdet, solve, triangularSolve, tridiagonalSolve,
} from "../linalg/solve.ts";
export { globalNorm } from "../math/clip.ts";
export { adjoint, einsum, matmul, matrixTranspose, matvec, tensordot } from "../math/products.ts";
