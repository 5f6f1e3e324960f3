// From the lowering that an op definition picked to the kernel that computes it for given shapes.
import type {
  ContractLowering,
  Lowering,
  LowerNode,
  Pointwise,
  Reduce,
  Routine,
  View,
} from "../graph/lowering.ts";
import type { Attrs } from "../graph/types.ts";
import { type BuiltKernel, KernelBuilder } from "../ir/builder.ts";
import { math } from "../ir/math.ts";
import { lowerContract } from "./lower/contract.ts";
import { lowerPointwise } from "./lower/pointwise.ts";
import { lowerReduce } from "./lower/reduce.ts";
import { lowerView } from "./lower/view.ts";

export type KernelLowering =
  | Pointwise<Attrs>
  | View<Attrs>
  | Reduce<Attrs>
  | ContractLowering<Attrs>
  | Routine<Attrs>;

export const isKernelLowering = (lowering: Lowering): lowering is KernelLowering =>
  ["pointwise", "view", "reduce", "contract", "routine"].includes(lowering.kind);

export function buildKernel(lowering: KernelLowering, node: LowerNode): BuiltKernel {
  switch (lowering.kind) {
    case "pointwise":
      return lowerPointwise(lowering, node);
    case "view":
      return lowerView(lowering, node);
    case "reduce":
      return lowerReduce(lowering, node);
    case "contract":
      return lowerContract(lowering, node);
    case "routine": {
      const k = new KernelBuilder(node.op, node.inputs, node.outputs);
      lowering.body(k, math, node);
      return k.finish();
    }
    default:
      return lowering satisfies never;
  }
}
