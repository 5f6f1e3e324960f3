// Adam and its relatives: Kingma and Ba, "Adam: a method for stochastic optimization" (arXiv:1412.6980).
import type { ScalarMath } from "../../graph/lowering.ts";
import { bool } from "../../graph/op.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { denseOp, denseOps, type Named, type UpdateRule } from "./rule.ts";
import { decayed, rest, square } from "./scalars.ts";

const scalars = ["beta1_power", "beta2_power", "lr", "beta1", "beta2", "epsilon"];

/** lr sqrt(1 - beta2^t) / (1 - beta1^t) */
const stepSize = (m: ScalarMath, x: Named): Scalar =>
  m.div(m.mul(x.lr, m.sqrt(rest(m, x.beta2_power))), rest(m, x.beta1_power));

const adam: UpdateRule = {
  variables: ["var", "m", "v"],
  inputs: [...scalars, "grad"],
  attrs: { use_nesterov: bool(false) },
  step: (m, x, { use_nesterov }) => {
    const mean = decayed(m, x.m, x.grad, x.beta1);
    const variance = decayed(m, x.v, square(m, x.grad), x.beta2);
    const direction =
      use_nesterov === true ? m.add(m.mul(x.grad, rest(m, x.beta1)), m.mul(x.beta1, mean)) : mean;
    const change = m.div(m.mul(direction, stepSize(m, x)), m.add(m.sqrt(variance), x.epsilon));
    return [m.sub(x.var, change), mean, variance];
  },
};

export const [ApplyAdam, ResourceApplyAdam] = denseOps("Adam", adam);

/** Divides by the largest second moment so far: Reddi et al. (arXiv:1904.09237). */
const amsgrad: UpdateRule = {
  variables: ["var", "m", "v", "vhat"],
  inputs: [...scalars, "grad"],
  step: (m, x) => {
    const mean = decayed(m, x.m, x.grad, x.beta1);
    const variance = decayed(m, x.v, square(m, x.grad), x.beta2);
    const largest = m.max(x.vhat, variance);
    const change = m.div(m.mul(mean, stepSize(m, x)), m.add(m.sqrt(largest), x.epsilon));
    return [m.sub(x.var, change), mean, variance, largest];
  },
};

export const ResourceApplyAdamWithAmsgrad = denseOp("ResourceApplyAdamWithAmsgrad", amsgrad, false);

/** Adam with the largest gradient in place of the second moment. */
const adaMax: UpdateRule = {
  variables: ["var", "m", "v"],
  inputs: ["beta1_power", "lr", "beta1", "beta2", "epsilon", "grad"],
  step: (m, x) => {
    const mean = decayed(m, x.m, x.grad, x.beta1);
    const largest = m.max(m.mul(x.beta2, x.v), m.abs(x.grad));
    const rate = m.div(x.lr, rest(m, x.beta1_power));
    return [m.sub(x.var, m.mul(rate, m.div(mean, m.add(largest, x.epsilon)))), mean, largest];
  },
};

export const [ApplyAdaMax, ResourceApplyAdaMax] = denseOps("AdaMax", adaMax);
