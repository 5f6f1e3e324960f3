// Momentum: the variable moves with a velocity that gradients accelerate.
import { bool } from "../../graph/op.ts";
import { denseOp, denseOps, sparseOp, sparseOps, type UpdateRule } from "./rule.ts";

const attrs = { use_nesterov: bool(false) };

const momentum: UpdateRule = {
  variables: ["var", "accum"],
  inputs: ["lr", "grad", "momentum"],
  attrs,
  step: (m, x, { use_nesterov }) => {
    const accum = m.add(m.mul(x.accum, x.momentum), x.grad);
    const ahead = (): ReturnType<typeof m.add> =>
      m.add(m.mul(x.grad, x.lr), m.mul(m.mul(accum, x.momentum), x.lr));
    return [m.sub(x.var, use_nesterov === true ? ahead() : m.mul(accum, x.lr)), accum];
  },
};

export const [ApplyMomentum, ResourceApplyMomentum] = denseOps("Momentum", momentum);
export const [SparseApplyMomentum, ResourceSparseApplyMomentum] = sparseOps("Momentum", momentum);

/** The velocity is in units of the variable: it contains the learning rate. */
const kerasMomentum: UpdateRule = {
  variables: ["var", "accum"],
  inputs: ["lr", "grad", "momentum"],
  attrs,
  step: (m, x, { use_nesterov }) => {
    const pull = m.mul(x.grad, x.lr);
    const accum = m.sub(m.mul(x.accum, x.momentum), pull);
    return [m.add(x.var, use_nesterov === true ? m.sub(m.mul(accum, x.momentum), pull) : accum), accum];
  },
};

export const ResourceApplyKerasMomentum = denseOp("ResourceApplyKerasMomentum", kerasMomentum, false);
export const ResourceSparseApplyKerasMomentum = sparseOp(
  "ResourceSparseApplyKerasMomentum",
  kerasMomentum,
  false,
);
