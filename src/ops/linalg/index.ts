// The family of linear algebra ops.
import type { Op } from "../../graph/op.ts";
import { Einsum } from "./einsum.ts";
import { BatchMatMul, BatchMatMulV2, BatchMatMulV3, MatMul } from "./matmul.ts";
import { Qr } from "./qr.ts";

export const linalgOps: readonly Op[] = [MatMul, BatchMatMul, BatchMatMulV2, BatchMatMulV3, Einsum, Qr];
