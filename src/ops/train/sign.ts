// AddSign and PowerSign: steps scaled by whether gradient and its average agree (arXiv:1709.07417).
import type { ScalarMath } from "../../graph/lowering.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { denseOps, type Named, type UpdateRule } from "./rule.ts";
import { rest, signOf } from "./scalars.ts";

const average = (m: ScalarMath, x: Named): Scalar =>
  m.add(m.mul(x.m, x.beta), m.mul(x.grad, rest(m, x.beta)));

/** 1 where gradient and average point the same way, -1 where they do not, times the decay. */
const agreement = (m: ScalarMath, x: Named, mean: Scalar): Scalar =>
  m.mul(x.sign_decay, m.mul(signOf(m, x.grad), signOf(m, mean)));

const addSign: UpdateRule = {
  variables: ["var", "m"],
  inputs: ["lr", "alpha", "sign_decay", "beta", "grad"],
  step: (m, x) => {
    const mean = average(m, x);
    const scale = m.add(x.alpha, agreement(m, x, mean));
    return [m.sub(x.var, m.mul(m.mul(x.lr, scale), x.grad)), mean];
  },
};

export const [ApplyAddSign, ResourceApplyAddSign] = denseOps("AddSign", addSign);

const powerSign: UpdateRule = {
  variables: ["var", "m"],
  inputs: ["lr", "logbase", "sign_decay", "beta", "grad"],
  step: (m, x) => {
    const mean = average(m, x);
    const scale = m.exp(m.mul(x.logbase, agreement(m, x, mean)));
    return [m.sub(x.var, m.mul(m.mul(x.lr, scale), x.grad)), mean];
  },
};

export const [ApplyPowerSign, ResourceApplyPowerSign] = denseOps("PowerSign", powerSign);
