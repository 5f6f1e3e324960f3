// Follow the regularized leader: McMahan et al., "Ad click prediction: a view from the trenches" (2013).
import type { ScalarMath } from "../../graph/lowering.ts";
import { bool } from "../../graph/op.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { denseOps, type Named, sparseOps, type UpdateRule } from "./rule.ts";
import { shrink, square } from "./scalars.ts";

const attrs = { multiply_linear_by_lr: bool(false) };

/** x^(-lr_power), which is mostly a square root. */
const root = (m: ScalarMath, x: Named, of: Scalar): Scalar =>
  m.select(m.eq(x.lr_power, -0.5), m.sqrt(of), m.pow(of, m.neg(x.lr_power)));

/** `pull` is the gradient that moves `linear`; the accumulator sees the plain one. */
function step(m: ScalarMath, x: Named, pull: Scalar, inUnitsOfRate: boolean): readonly Scalar[] {
  const accum = m.add(x.accum, square(m, x.grad));
  const growth = m.mul(m.sub(root(m, x, accum), root(m, x, x.accum)), x.var);
  const scaled = (value: Scalar): Scalar => (inUnitsOfRate ? m.mul(value, x.lr) : value);
  const divided = (value: Scalar): Scalar => (inUnitsOfRate ? value : m.div(value, x.lr));
  const linear = m.add(x.linear, m.sub(scaled(pull), divided(growth)));
  const top = shrink(m, m.neg(linear), scaled(x.l1));
  const bottom = m.add(divided(root(m, x, accum)), scaled(m.mul(x.l2, 2)));
  return [m.div(top, bottom), accum, linear];
}

const ftrl: UpdateRule = {
  variables: ["var", "accum", "linear"],
  inputs: ["grad", "lr", "l1", "l2", "lr_power"],
  attrs,
  step: (m, x, { multiply_linear_by_lr }) => step(m, x, x.grad, multiply_linear_by_lr === true),
};

export const [ApplyFtrl, ResourceApplyFtrl] = denseOps("Ftrl", ftrl);
export const [SparseApplyFtrl, ResourceSparseApplyFtrl] = sparseOps("Ftrl", ftrl);

const ftrlV2: UpdateRule = {
  variables: ["var", "accum", "linear"],
  inputs: ["grad", "lr", "l1", "l2", "l2_shrinkage", "lr_power"],
  attrs,
  step: (m, x, { multiply_linear_by_lr }) => {
    const pull = m.add(x.grad, m.mul(m.mul(x.l2_shrinkage, 2), x.var));
    return step(m, x, pull, multiply_linear_by_lr === true);
  },
};

export const [ApplyFtrlV2, ResourceApplyFtrlV2] = denseOps("FtrlV2", ftrlV2);
export const [SparseApplyFtrlV2, ResourceSparseApplyFtrlV2] = sparseOps("FtrlV2", ftrlV2);
