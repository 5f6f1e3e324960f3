// Walking kernel IR: operands of expressions, expressions of statements, statements of statements.
import type { Expr, Statement } from "./kernel.ts";

const NONE: readonly Expr[] = [];

/** The expressions that a node is computed from. */
export function children(x: Expr): readonly Expr[] {
  switch (x.kind) {
    case "const":
    case "index":
    case "read":
      return NONE;
    case "load":
    case "table":
      return [x.index];
    case "unary":
    case "cast":
    case "bitcast":
      return [x.x];
    case "binary":
    case "compare":
      return [x.x, x.y];
    case "select":
      return [x.condition, x.x, x.y];
    default:
      return x satisfies never;
  }
}

export function statementExpressions(statement: Statement): readonly Expr[] {
  switch (statement.kind) {
    case "set":
      return [statement.value];
    case "store":
      return [statement.index, statement.value];
    case "check":
      return [statement.condition, ...statement.values];
    case "for":
      return [statement.extent];
    case "if":
    case "while":
      return [statement.condition];
    case "contract":
      return NONE;
    default:
      return statement satisfies never;
  }
}

/** Nodes used more than once, operands before users; constants, indices and variables cost nothing. */
export function sharedNodes(roots: readonly Expr[]): Expr[] {
  const uses = new Map<Expr, number>();
  const order: Expr[] = [];
  const visit = (x: Expr): void => {
    if (x.kind === "const" || x.kind === "index" || x.kind === "read") return;
    const count = uses.get(x) ?? 0;
    uses.set(x, count + 1);
    if (count > 0) return;
    children(x).forEach(visit);
    order.push(x);
  };
  roots.forEach(visit);
  return order.filter((x) => uses.get(x)! > 1);
}

/** Calls `visit` for a statement and all statements inside it. */
export function eachStatement(body: readonly Statement[], visit: (statement: Statement) => void): void {
  for (const statement of body) {
    visit(statement);
    if (statement.kind === "for" || statement.kind === "while") eachStatement(statement.body, visit);
    if (statement.kind === "if") {
      eachStatement(statement.then, visit);
      eachStatement(statement.else, visit);
    }
  }
}
