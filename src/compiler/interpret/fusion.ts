// Products that feed a sum: computed with it in one step, so that they need no register of their own.
import { isFloat } from "../../ir/expr.ts";
import type { Expr } from "../../ir/kernel.ts";

export interface Fusion {
  readonly name: "mulAdd" | "mulSub" | "subMul";
  /** The factors, and what is added or subtracted. */
  readonly operands: readonly [x: Expr, y: Expr, z: Expr];
}

/** How `x` may swallow a product that `single` says has no other use; null if it cannot. */
export function fusionOf(x: Expr, single: (x: Expr) => boolean): Fusion | null {
  if (x.kind !== "binary" || !isFloat(x.type) || (x.op !== "add" && x.op !== "sub")) return null;
  if (x.x.kind === "binary" && x.x.op === "mul" && single(x.x))
    return { name: x.op === "add" ? "mulAdd" : "mulSub", operands: [x.x.x, x.x.y, x.y] };
  if (x.y.kind === "binary" && x.y.op === "mul" && single(x.y))
    return { name: x.op === "add" ? "mulAdd" : "subMul", operands: [x.y.x, x.y.y, x.x] };
  return null;
}
