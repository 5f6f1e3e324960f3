// tf.linalg: products, diagonals, norms, QR.
export { eye } from "../creation/filled.ts";
export { qr } from "../linalg/decompose.ts";
export {
  bandPart,
  cross,
  diag,
  diagPart,
  setDiag,
  tensorDiag,
  tensorDiagPart,
  trace,
} from "../linalg/diagonals.ts";
export { l2Normalize, norm, normalize } from "../linalg/norm.ts";
export { globalNorm } from "../math/clip.ts";
export { adjoint, einsum, matmul, matrixTranspose, matvec, tensordot } from "../math/products.ts";
