// Contractions spelled out in loops: their meaning, and the way to run those that have no faster one.
import * as e from "../../ir/expr.ts";
import type { Contract, ContractAccess, Expr, Loop, Statement, Variable } from "../../ir/kernel.ts";

type Part = { readonly re: Expr; readonly im: Expr | null };

const affine = (offset: number, coefficients: readonly number[], at: readonly Expr[]): Expr =>
  coefficients.reduce<Expr>(
    (sum, coefficient, i) => e.binary("add", sum, e.binary("mul", at[i]!, e.i32(coefficient))),
    e.i32(offset),
  );

/** What an operand contributes: zero where a bounded position is outside. */
function readOperand(statement: Contract, access: ContractAccess, at: readonly Expr[]): Part {
  const zero = e.constant(statement.type, 0);
  const inside = access.bounds.flatMap(({ offset, coefficients, extent }) => {
    const position = affine(offset, coefficients, at);
    return [e.compare("ge", position, e.i32(0)), e.compare("lt", position, e.i32(extent))];
  });
  const guard = inside.length === 0 ? null : inside.reduce((x, y) => e.binary("and", x, y));
  const position = affine(access.offset, access.strides, at);
  const safe = guard === null ? position : e.select(guard, position, e.i32(0));
  const load = (index: Expr): Expr => {
    const value = e.cast(statement.type, e.load(access.buffer, index));
    return guard === null ? value : e.select(guard, value, zero);
  };
  if (!statement.complex) return { re: load(safe), im: null };
  const first = e.binary("mul", safe, e.i32(2));
  const im = load(e.binary("add", first, e.i32(1)));
  return { re: load(first), im: access.conjugate ? e.unary("neg", im) : im };
}

function times(x: Part, y: Part): Part {
  if (x.im === null || y.im === null) return { re: e.binary("mul", x.re, y.re), im: null };
  return {
    re: e.binary("sub", e.binary("mul", x.re, y.re), e.binary("mul", x.im, y.im)),
    im: e.binary("add", e.binary("mul", x.re, y.im), e.binary("mul", x.im, y.re)),
  };
}

function nest(loops: readonly Loop[], extents: readonly number[], body: Statement[]): Statement[] {
  return loops.reduceRight<Statement[]>(
    (inner, loop, i) => [{ kind: "for", loop, extent: e.i32(extents[i]!), body: inner }],
    body,
  );
}

/** The loops that a contraction stands for. */
export function expandContract(statement: Contract): Statement[] {
  const { outputs, reductions, operands, output, type } = statement;
  const outer: Loop[] = outputs.map((_, i) => ({ mode: "parallel", name: `o${i}` }));
  const inner: Loop[] = reductions.map((_, i) => ({ mode: "serial", name: `r${i}` }));
  const at = [...outer, ...inner].map(e.index);
  const sums: Variable[] = [{ type, name: "sum" }];
  if (statement.complex) sums.push({ type, name: "sum.im" });
  const product = operands.map((operand) => readOperand(statement, operand, at)).reduce(times);
  const next = [product.re, product.im];
  const reduce = nest(
    inner,
    reductions,
    sums.map((variable, i) => ({
      kind: "set",
      variable,
      value: e.binary("add", e.read(variable), next[i]!),
    })),
  );
  const dense = outputs.map((_, i) => outputs.slice(i + 1).reduce((x, y) => x * y, sums.length));
  const first = affine(0, dense, at.slice(0, outputs.length));
  return nest(outer, outputs, [
    ...sums.map((variable): Statement => ({ kind: "set", variable, value: e.constant(type, 0) })),
    ...reduce,
    ...sums.map(
      (variable, i): Statement => ({
        kind: "store",
        buffer: output,
        index: e.binary("add", first, e.i32(i)),
        value: e.read(variable),
        checked: false,
      }),
    ),
  ]);
}
