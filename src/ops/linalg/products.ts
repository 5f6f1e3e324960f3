// Products of matrices and tensors, as a list for the table of ops.
import type { Op } from "../../graph/op.ts";
import { Einsum } from "./einsum.ts";
import { BatchMatMul, BatchMatMulV2, BatchMatMulV3, MatMul } from "./matmul.ts";

export const productOps: readonly Op[] = [MatMul, BatchMatMul, BatchMatMulV2, BatchMatMulV3, Einsum];
