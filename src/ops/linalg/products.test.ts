// Products of matrices and tensors agree with recordings of TensorFlow.
import { describe } from "vitest";
import { checkRecorded } from "../../../test/support/check-op.ts";

describe("recorded products", () => {
  checkRecorded("matmul", ["MatMul", "BatchMatMul", "BatchMatMulV2", "BatchMatMulV3", "Einsum"]);
});
