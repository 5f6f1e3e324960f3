// Which expressions and variables differ from lane to lane of a nest of parallel loops.
import type { Expr, For, Loop, Statement, Variable } from "../../ir/kernel.ts";
import { children, eachStatement, statementExpressions } from "../../ir/walk.ts";

export class Varying {
  readonly #loops: Set<Loop>;
  readonly #variables = new Set<Variable>();
  #known = new Map<Expr, boolean>();

  constructor(loops: readonly Loop[], body: readonly Statement[]) {
    this.#loops = new Set(loops);
    let before: number;
    do {
      before = this.#size();
      this.#known = new Map();
      this.#block(body, false);
    } while (this.#size() > before);
    this.#known = new Map();
  }

  #size(): number {
    return this.#variables.size + this.#loops.size;
  }

  variable(variable: Variable): boolean {
    return this.#variables.has(variable);
  }

  expression(x: Expr): boolean {
    let result = this.#known.get(x);
    if (result === undefined) this.#known.set(x, (result = this.#decide(x)));
    return result;
  }

  #decide(x: Expr): boolean {
    if (x.kind === "index") return this.#loops.has(x.loop);
    if (x.kind === "read") return this.#variables.has(x.variable);
    return children(x).some((each) => this.expression(each));
  }

  #block(body: readonly Statement[], diverged: boolean): void {
    for (const statement of body) this.#statement(statement, diverged);
  }

  #statement(statement: Statement, diverged: boolean): void {
    switch (statement.kind) {
      case "set":
        if (diverged || this.expression(statement.value)) this.#variables.add(statement.variable);
        break;
      case "for":
        this.#for(statement, diverged);
        break;
      case "while":
        this.#block(statement.body, diverged || this.expression(statement.condition));
        break;
      case "if": {
        const inside = diverged || this.expression(statement.condition);
        this.#block(statement.then, inside);
        this.#block(statement.else, inside);
        break;
      }
      default:
        break;
    }
  }

  #for({ extent, loop, body }: For, diverged: boolean): void {
    const differs = this.expression(extent);
    if (differs) this.#loops.add(loop);
    this.#block(body, diverged || differs);
  }
}

/** What an expression is computed from. */
export interface Sources {
  readonly variables: Set<Variable>;
  readonly loops: Set<Loop>;
  loads: boolean;
}

export function sourcesOf(roots: readonly Expr[]): Sources {
  const sources: Sources = { variables: new Set(), loops: new Set(), loads: false };
  const seen = new Set<Expr>();
  const visit = (x: Expr): void => {
    if (seen.has(x)) return;
    seen.add(x);
    if (x.kind === "read") sources.variables.add(x.variable);
    if (x.kind === "index") sources.loops.add(x.loop);
    if (x.kind === "load") sources.loads = true;
    children(x).forEach(visit);
  };
  roots.forEach(visit);
  return sources;
}

/** Variables that statements set. */
export function variablesSet(body: readonly Statement[]): Set<Variable> {
  const set = new Set<Variable>();
  eachStatement(body, (statement) => {
    if (statement.kind === "set") set.add(statement.variable);
  });
  return set;
}

export interface Occurrences {
  readonly set: Set<Variable>;
  readonly uses: Map<Variable, number>;
}

/** Variables that statements set, and how often each variable occurs in them. */
export function variablesIn(body: readonly Statement[]): Occurrences {
  const set = variablesSet(body);
  const uses = new Map<Variable, number>();
  const count = (variable: Variable): void => {
    uses.set(variable, (uses.get(variable) ?? 0) + 1);
  };
  eachStatement(body, (statement) => {
    if (statement.kind === "set") count(statement.variable);
    eachVariable(statement, count);
  });
  return { set, uses };
}

/** Calls `visit` once for every variable that a statement's own expressions read. */
function eachVariable(statement: Statement, visit: (variable: Variable) => void): void {
  const seen = new Set<Expr>();
  const read = new Set<Variable>();
  const walk = (x: Expr): void => {
    if (x.kind === "const" || x.kind === "index" || seen.has(x)) return;
    if (x.kind === "read") read.add(x.variable);
    else {
      seen.add(x);
      for (const child of children(x)) walk(child);
    }
  };
  for (const x of statementExpressions(statement)) walk(x);
  read.forEach(visit);
}
