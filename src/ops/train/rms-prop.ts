// RMSProp: steps divided by a moving root mean square of the gradients.
import type { ScalarMath } from "../../graph/lowering.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { denseOps, type Named, sparseOps, type UpdateRule } from "./rule.ts";
import { decayed, square } from "./scalars.ts";

const scalars = ["lr", "rho", "momentum", "epsilon", "grad"];

/** mom = momentum mom + lr grad / sqrt(denominator + epsilon) */
const velocity = (m: ScalarMath, x: Named, denominator: Scalar): Scalar =>
  m.add(m.mul(x.mom, x.momentum), m.div(m.mul(x.grad, x.lr), m.sqrt(m.add(denominator, x.epsilon))));

const rmsProp: UpdateRule = {
  variables: ["var", "ms", "mom"],
  inputs: scalars,
  step: (m, x) => {
    const ms = decayed(m, x.ms, square(m, x.grad), x.rho);
    const mom = velocity(m, x, ms);
    return [m.sub(x.var, mom), ms, mom];
  },
};

export const [ApplyRMSProp, ResourceApplyRMSProp] = denseOps("RMSProp", rmsProp);
export const [SparseApplyRMSProp, ResourceSparseApplyRMSProp] = sparseOps("RMSProp", rmsProp);

const centeredRMSProp: UpdateRule = {
  variables: ["var", "mg", "ms", "mom"],
  inputs: scalars,
  step: (m, x) => {
    const ms = decayed(m, x.ms, square(m, x.grad), x.rho);
    const mg = decayed(m, x.mg, x.grad, x.rho);
    const mom = velocity(m, x, m.sub(ms, square(m, mg)));
    return [m.sub(x.var, mom), mg, ms, mom];
  },
};

export const [ApplyCenteredRMSProp, ResourceApplyCenteredRMSProp] = denseOps(
  "CenteredRMSProp",
  centeredRMSProp,
);
export const [SparseApplyCenteredRMSProp, ResourceSparseApplyCenteredRMSProp] = sparseOps(
  "CenteredRMSProp",
  centeredRMSProp,
);
