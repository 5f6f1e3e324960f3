// Scalar mode: statements and expressions as closures over slots, one value at a time.
import { errorFromCode, InternalError } from "../../base/errors.ts";
import type {
  Check,
  Contract,
  Expr,
  For,
  Kernel,
  ScalarType,
  Statement,
  Store,
  Table as TableExpr,
} from "../../ir/kernel.ts";
import { compileContract } from "./contract.ts";
import { expandContract } from "./expand-contract.ts";
import * as ops from "./scalar-ops.gen.ts";
import { sharedNodes, statementExpressions } from "../../ir/walk.ts";
import { Slots } from "./slots.ts";
import type { Evaluate, Run, View } from "./types.ts";
import { type Occurrences, variablesIn } from "./varying.ts";

/** Runs a parallel loop in another way; null to leave it to scalar mode. */
export type Vectorize = (statement: For, kernel: Kernel, scalar: ScalarCompiler) => Run | null;

export class ScalarCompiler {
  readonly slots: Slots;
  readonly views: readonly View[];
  readonly #kernel: Kernel;
  /** Nodes with several uses in the statement at hand, and where their values lie. */
  #held = new Map<Expr, Evaluate>();

  #vectorize: Vectorize | null;
  #occurrences: Occurrences | null = null;

  constructor(kernel: Kernel, views: readonly View[], vectorize: Vectorize | null) {
    this.#kernel = kernel;
    this.#vectorize = vectorize;
    this.views = views;
    this.slots = new Slots();
  }

  /** What `make` compiles runs in scalar mode throughout. */
  withoutVectors<T>(make: () => T): T {
    const vectorize = this.#vectorize;
    this.#vectorize = null;
    const made = make();
    this.#vectorize = vectorize;
    return made;
  }

  /** How often the whole kernel mentions each variable. */
  occurrences(): Occurrences {
    this.#occurrences ??= variablesIn(this.#kernel.body);
    return this.#occurrences;
  }

  block(body: readonly Statement[]): Run {
    return sequence(body.map((statement) => this.statement(statement)));
  }

  statement(statement: Statement): Run {
    switch (statement.kind) {
      case "for":
        return this.#for(statement);
      case "while": {
        const condition = this.value(statement.condition);
        const body = this.block(statement.body);
        return () => {
          while (condition() !== 0) body();
        };
      }
      case "if": {
        const condition = this.value(statement.condition);
        const then = this.block(statement.then);
        const otherwise = this.block(statement.else);
        return () => {
          if (condition() !== 0) then();
          else otherwise();
        };
      }
      case "contract":
        return this.#contract(statement);
      default:
        return this.#simple(statement);
    }
  }

  #contract(statement: Contract): Run {
    const fast = this.#vectorize === null ? null : compileContract(statement, this.views);
    return fast ?? this.block(expandContract(statement));
  }

  #simple(statement: Exclude<Statement, { kind: "for" | "while" | "if" | "contract" }>): Run {
    const before = this.#hold(statementExpressions(statement));
    const run = this.#step(statement);
    this.#held = new Map();
    return before.length === 0 ? run : sequence([...before, run]);
  }

  #step(statement: Exclude<Statement, { kind: "for" | "while" | "if" | "contract" }>): Run {
    switch (statement.kind) {
      case "set": {
        const { slots, slot } = this.slots.variable(statement.variable);
        return ops.write[statement.variable.type](slots, slot, this.#expression(statement.value));
      }
      case "store":
        return this.#store(statement);
      case "check":
        return this.#check(statement);
      default:
        return statement satisfies never;
    }
  }

  /** An expression that stands alone, with its shared nodes computed first each time. */
  value(expression: Expr): Evaluate {
    const before = this.#hold([expression]);
    const value = this.#expression(expression);
    this.#held = new Map();
    if (before.length === 0) return value;
    const prepare = sequence(before);
    return () => {
      prepare();
      return value();
    };
  }

  #hold(expressions: readonly Expr[]): Run[] {
    return sharedNodes(expressions).map((node) => {
      const { slots, slot } = this.slots.fresh(node.type);
      const run = ops.write[node.type](slots, slot, this.#expression(node));
      this.#held.set(node, ops.read[node.type](slots, slot));
      return run;
    });
  }

  #for(statement: For): Run {
    const { loop, extent, body } = statement;
    if (loop.mode === "parallel") {
      const vector = this.#vectorize?.(statement, this.#kernel, this) ?? null;
      if (vector !== null) return vector;
    }
    const count = this.value(extent);
    const { slots, slot } = this.slots.loop(loop);
    const run = this.block(body);
    return () => {
      const n = count();
      for (let i = 0; i < n; i++) {
        slots[slot] = i;
        run();
      }
    };
  }

  #store({ buffer, index, value, checked }: Store): Run {
    const view = this.views[buffer.id]!;
    return ops.stores[buffer.storage](view, this.#place(index, view, checked), this.#expression(value));
  }

  #place(index: Expr, view: View, checked: boolean): Evaluate {
    const at = this.#expression(index);
    if (!checked) return at;
    const { name } = this.#kernel;
    return () => {
      const i = at();
      if (i >= 0 && i < view.data.length) return i;
      throw new InternalError(`Index in ${name}: expected one below ${view.data.length}, received ${i}`);
    };
  }

  #check({ condition, code, message, values }: Check): Run {
    const holds = this.#expression(condition);
    const shown = values.map((value) => this.#expression(value));
    return () => {
      if (holds() !== 0) return;
      throw errorFromCode(
        code,
        filled(
          message,
          shown.map((value) => value()),
        ),
      );
    };
  }

  #expression(x: Expr): Evaluate {
    const held = this.#held.get(x);
    if (held !== undefined) return held;
    switch (x.kind) {
      case "const": {
        const { value } = x;
        return () => value;
      }
      case "index": {
        const { slots, slot } = this.slots.loop(x.loop);
        return ops.read.i32(slots, slot);
      }
      case "read": {
        const { slots, slot } = this.slots.variable(x.variable);
        return ops.read[x.type](slots, slot);
      }
      case "load": {
        const view = this.views[x.buffer.id]!;
        return ops.loads[x.buffer.storage](view, this.#place(x.index, view, x.checked));
      }
      case "table":
        return this.#table(x);
      case "unary":
        return ops.unary[x.type][x.op](this.#expression(x.x));
      case "binary":
        return ops.binary[x.type][x.op](this.#expression(x.x), this.#expression(x.y));
      case "compare":
        return ops.compare[x.x.type][x.op](this.#expression(x.x), this.#expression(x.y));
      case "select": {
        const condition = this.#expression(x.condition);
        return ops.select[x.type](condition, this.#expression(x.x), this.#expression(x.y));
      }
      case "cast":
        return ops.cast[x.x.type][x.type](this.#expression(x.x));
      case "bitcast":
        return ops.bitcast[x.x.type][x.type](this.#expression(x.x));
      default:
        return x satisfies never;
    }
  }

  #table({ type, values, index }: TableExpr): Evaluate {
    const at = this.#expression(index);
    const pool = constantPool(type, values);
    return () => pool[at()];
  }
}

/** Table entries as values of their type. */
export function constantPool(type: ScalarType, values: readonly (number | bigint)[]): (number | bigint)[] {
  if (type === "f32") return values.map((value) => Math.fround(Number(value)));
  return type === "i64" || type === "u64" ? values.map(BigInt) : values.map(Number);
}

/** `%0`, `%1`… replaced by values. */
export function filled(message: string, values: readonly (number | bigint)[]): string {
  return message.replace(/%(\d+)/g, (text, i) => (values[i] === undefined ? text : String(values[i])));
}

export function sequence(steps: readonly Run[]): Run {
  const [a, b, c, d] = steps;
  switch (steps.length) {
    case 0:
      return () => {};
    case 1:
      return a!;
    case 2:
      return () => {
        a!();
        b!();
      };
    case 3:
      return () => {
        a!();
        b!();
        c!();
      };
    case 4:
      return () => {
        a!();
        b!();
        c!();
        d!();
      };
    default: {
      const first = sequence(steps.slice(0, 4));
      const rest = sequence(steps.slice(4));
      return () => {
        first();
        rest();
      };
    }
  }
}
