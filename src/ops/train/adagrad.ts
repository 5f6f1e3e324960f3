// Adagrad and Adadelta: steps scaled by what gradients have been so far.
import type { ScalarMath } from "../../graph/lowering.ts";
import { bool } from "../../graph/op.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { denseOps, type Named, sparseOps, type UpdateRule } from "./rule.ts";
import { rest, shrink, square } from "./scalars.ts";

const attrs = { update_slots: bool(true) };

const accumulated = (m: ScalarMath, x: Named, updates: boolean): Scalar =>
  updates ? m.add(x.accum, square(m, x.grad)) : x.accum;

const adagrad: UpdateRule = {
  variables: ["var", "accum"],
  inputs: ["lr", "grad"],
  attrs,
  step: (m, x, { update_slots }) => {
    const accum = accumulated(m, x, update_slots !== false);
    return [m.sub(x.var, m.div(m.mul(x.grad, x.lr), m.sqrt(accum))), accum];
  },
};

export const [ApplyAdagrad, ResourceApplyAdagrad] = denseOps("Adagrad", adagrad);
export const [SparseApplyAdagrad, ResourceSparseApplyAdagrad] = sparseOps("Adagrad", adagrad);

const adagradV2: UpdateRule = {
  variables: ["var", "accum"],
  inputs: ["lr", "epsilon", "grad"],
  attrs,
  step: (m, x, { update_slots }) => {
    const accum = accumulated(m, x, update_slots !== false);
    return [m.sub(x.var, m.div(m.mul(x.grad, x.lr), m.add(m.sqrt(accum), x.epsilon))), accum];
  },
};

export const [ApplyAdagradV2, ResourceApplyAdagradV2] = denseOps("AdagradV2", adagradV2);
export const [SparseApplyAdagradV2, ResourceSparseApplyAdagradV2] = sparseOps("AdagradV2", adagradV2);

/** Dual averaging: the variable follows from the sums of gradients and of their squares alone. */
const adagradDA: UpdateRule = {
  variables: ["var", "gradient_accumulator", "gradient_squared_accumulator"],
  inputs: ["grad", "lr", "l1", "l2", "global_step"],
  step: (m, x) => {
    const sum = m.add(x.gradient_accumulator, x.grad);
    const squares = m.add(x.gradient_squared_accumulator, square(m, x.grad));
    const steps = m.cast(x.global_step, x.var.dtype);
    const top = m.mul(x.lr, shrink(m, m.neg(sum), m.mul(x.l1, steps)));
    return [m.div(top, m.add(m.mul(m.mul(x.l2, x.lr), steps), m.sqrt(squares))), sum, squares];
  },
};

export const [ApplyAdagradDA, ResourceApplyAdagradDA] = denseOps("AdagradDA", adagradDA);
export const [SparseApplyAdagradDA, ResourceSparseApplyAdagradDA] = sparseOps("AdagradDA", adagradDA);

/** Zeiler, "ADADELTA: an adaptive learning rate method" (arXiv:1212.5701). */
const adadelta: UpdateRule = {
  variables: ["var", "accum", "accum_update"],
  inputs: ["lr", "rho", "epsilon", "grad"],
  step: (m, x) => {
    const average = (old: Scalar, now: Scalar): Scalar =>
      m.add(m.mul(old, x.rho), m.mul(square(m, now), rest(m, x.rho)));
    const accum = average(x.accum, x.grad);
    const ratio = m.div(m.sqrt(m.add(x.accum_update, x.epsilon)), m.sqrt(m.add(accum, x.epsilon)));
    const change = m.mul(ratio, x.grad);
    return [m.sub(x.var, m.mul(change, x.lr)), accum, average(x.accum_update, change)];
  },
};

export const [ApplyAdadelta, ResourceApplyAdadelta] = denseOps("Adadelta", adadelta);
export const [SparseApplyAdadelta, ResourceSparseApplyAdadelta] = sparseOps("Adadelta", adadelta);
