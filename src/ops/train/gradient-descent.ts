// Plain steps against the gradient, and steps that shrink the variable (FOBOS).
import type { ScalarMath } from "../../graph/lowering.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { denseOps, sparseOps, type UpdateRule } from "./rule.ts";
import { shrink } from "./scalars.ts";

const gradientDescent: UpdateRule = {
  variables: ["var"],
  inputs: ["alpha", "delta"],
  step: (m, x) => [m.sub(x.var, m.mul(x.delta, x.alpha))],
};

export const [ApplyGradientDescent, ResourceApplyGradientDescent] = denseOps(
  "GradientDescent",
  gradientDescent,
);

/** One proximal step of length `rate`, towards zero by `l1` and by the factor that `l2` gives. */
function proximal(
  m: ScalarMath,
  variable: Scalar,
  gradient: Scalar,
  rate: Scalar,
  l1: Scalar,
  l2: Scalar,
): Scalar {
  const moved = m.sub(variable, m.mul(gradient, rate));
  return m.div(shrink(m, moved, m.mul(rate, l1)), m.add(m.mul(l2, rate), 1));
}

const proximalGradientDescent: UpdateRule = {
  variables: ["var"],
  inputs: ["alpha", "l1", "l2", "delta"],
  step: (m, x) => [proximal(m, x.var, x.delta, x.alpha, x.l1, x.l2)],
};

export const [ApplyProximalGradientDescent, ResourceApplyProximalGradientDescent] = denseOps(
  "ProximalGradientDescent",
  proximalGradientDescent,
);
export const [SparseApplyProximalGradientDescent, ResourceSparseApplyProximalGradientDescent] = sparseOps(
  "ProximalGradientDescent",
  proximalGradientDescent,
);

const proximalAdagrad: UpdateRule = {
  variables: ["var", "accum"],
  inputs: ["lr", "l1", "l2", "grad"],
  step: (m, x) => {
    const accum = m.add(x.accum, m.mul(x.grad, x.grad));
    const rate = m.div(x.lr, m.sqrt(accum));
    return [proximal(m, x.var, x.grad, rate, x.l1, x.l2), accum];
  },
};

export const [ApplyProximalAdagrad, ResourceApplyProximalAdagrad] = denseOps(
  "ProximalAdagrad",
  proximalAdagrad,
);
export const [SparseApplyProximalAdagrad, ResourceSparseApplyProximalAdagrad] = sparseOps(
  "ProximalAdagrad",
  proximalAdagrad,
);
