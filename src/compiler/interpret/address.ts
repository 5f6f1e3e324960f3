// Takes an index apart: what is the same for all lanes, a multiple of the lane, and the rest.
import * as e from "../../ir/expr.ts";
import type { Expr, Loop } from "../../ir/kernel.ts";
import type { Varying } from "./varying.ts";

/** The index is `uniform + step * lane + varying` in wrapping i32 arithmetic. */
export interface Address {
  readonly uniform: Expr;
  readonly step: number;
  readonly varying: Expr | null;
}

/** Loops whose iterations are the lanes, outermost first; the lane number runs through them in order. */
export interface LaneLoops {
  readonly loops: readonly Loop[];
  readonly extents: readonly number[];
}

interface Terms {
  constant: number;
  uniform: Expr | null;
  varying: Expr | null;
  readonly coefficients: number[];
}

export function addressOf(index: Expr, lanes: LaneLoops, varying: Varying): Address {
  const terms: Terms = { constant: 0, uniform: null, varying: null, coefficients: lanes.loops.map(() => 0) };
  collect(index, 1, terms, lanes, varying);
  const step = commonStep(terms.coefficients, lanes.extents);
  const constant = e.i32(terms.constant);
  const uniform = terms.uniform === null ? constant : e.binary("add", terms.uniform, constant);
  if (step !== null) return { uniform, step, varying: terms.varying };
  return { uniform, step: 0, varying: terms.coefficients.reduce(withLoop(lanes), terms.varying) };
}

const plus = (sum: Expr | null, x: Expr): Expr => (sum === null ? x : e.binary("add", sum, x));

const withLoop =
  ({ loops }: LaneLoops) =>
  (sum: Expr | null, coefficient: number, i: number): Expr | null =>
    coefficient === 0 ? sum : plus(sum, e.binary("mul", e.index(loops[i]!), e.i32(coefficient)));

function collect(x: Expr, scale: number, terms: Terms, lanes: LaneLoops, varying: Varying): void {
  if (x.kind === "const") {
    terms.constant = (terms.constant + Math.imul(x.value as number, scale)) | 0;
    return;
  }
  if (!varying.expression(x)) {
    terms.uniform = plus(terms.uniform, e.binary("mul", x, e.i32(scale)));
    return;
  }
  const at = x.kind === "index" ? lanes.loops.indexOf(x.loop) : -1;
  if (at >= 0) {
    terms.coefficients[at] = (terms.coefficients[at]! + scale) | 0;
    return;
  }
  if (x.kind === "binary" && (x.op === "add" || x.op === "sub")) {
    collect(x.x, scale, terms, lanes, varying);
    collect(x.y, x.op === "add" ? scale : -scale | 0, terms, lanes, varying);
    return;
  }
  if (x.kind === "binary" && x.op === "mul") {
    const [factor, other] = x.x.kind === "const" ? [x.x, x.y] : [x.y, x.x];
    if (factor.kind === "const") {
      collect(other, Math.imul(scale, factor.value as number), terms, lanes, varying);
      return;
    }
  }
  terms.varying = plus(terms.varying, e.binary("mul", x, e.i32(scale)));
}

/** The step per lane, if the loops' coefficients are those of walking the lanes in order; else null. */
function commonStep(coefficients: readonly number[], extents: readonly number[]): number | null {
  const step = coefficients[coefficients.length - 1]!;
  let inner = 1;
  for (let i = coefficients.length - 1; i >= 0; i--) {
    if (extents[i] !== 1 && coefficients[i] !== Math.imul(step, inner)) return null;
    inner *= extents[i]!;
  }
  return step;
}
