// Checks that a kernel obeys the law of kernel.ts: scopes and order here, types in verify-types.ts.
import { InternalError } from "../base/errors.ts";
import type {
  BufferRef,
  Check,
  Contract,
  Expr,
  For,
  Kernel,
  Loop,
  Statement,
  Store,
  Variable,
} from "./kernel.ts";
import { loadedType } from "./kernel.ts";
import { printStatement } from "./print.ts";
import { typeComplaint } from "./verify-types.ts";
import { children, statementExpressions } from "./walk.ts";

/** Throws an `InternalError` that shows the statement at fault. */
export function verify(kernel: Kernel): void {
  kernel.buffers.forEach((buffer, i) => {
    if (buffer.id !== i)
      throw new InternalError(`Buffers of kernel ${kernel.name}: expected id ${i}, received ${buffer.id}`);
  });
  new Verifier(kernel).block(kernel.body, { loops: [], set: new Set() });
}

/** What is known where a statement stands. */
interface Scope {
  readonly loops: readonly Loop[];
  /** Variables that have a value on every way here. */
  readonly set: Set<Variable>;
}

class Verifier {
  readonly #kernel: Kernel;
  /** The parallel loops around the first set of each variable. */
  readonly #homes = new Map<Variable, readonly Loop[]>();

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
  }

  block(body: readonly Statement[], scope: Scope): void {
    for (const statement of body) {
      const complaint = this.#statement(statement, scope);
      if (complaint === null) continue;
      const { name } = this.#kernel;
      throw new InternalError(`Kernel ${name}: ${complaint}, in:\n${printStatement(statement)}`);
    }
  }

  #statement(statement: Statement, scope: Scope): string | null {
    for (const x of statementExpressions(statement)) {
      const complaint = this.#expression(x, scope, new Set());
      if (complaint !== null) return complaint;
    }
    switch (statement.kind) {
      case "set":
        return this.#set(statement.variable, statement.value, scope);
      case "store":
        return this.#store(statement);
      case "check":
        return checkComplaint(statement);
      case "for":
        return this.#for(statement, scope);
      case "while":
        this.block(statement.body, { ...scope, set: new Set(scope.set) });
        return wants("a bool condition", statement.condition, "bool");
      case "if":
        return this.#if(statement, scope);
      case "contract":
        return this.#contract(statement);
      default:
        return statement satisfies never;
    }
  }

  #expression(x: Expr, scope: Scope, seen: Set<Expr>): string | null {
    if (seen.has(x)) return null;
    seen.add(x);
    for (const child of children(x)) {
      const complaint = this.#expression(child, scope, seen);
      if (complaint !== null) return complaint;
    }
    if (x.kind === "index" && !scope.loops.includes(x.loop))
      return `expected the index of a loop around it, received that of ${x.loop.name}`;
    if (x.kind === "read" && !scope.set.has(x.variable))
      return `expected a variable that has been set, received ${x.variable.name}`;
    if (x.kind === "load") return this.#buffer(x.buffer) ?? typeComplaint(x);
    return typeComplaint(x);
  }

  #buffer(buffer: BufferRef): string | null {
    if (this.#kernel.buffers[buffer.id] === buffer) return null;
    return `expected a buffer of the kernel, received b${buffer.id}`;
  }

  #set(variable: Variable, value: Expr, scope: Scope): string | null {
    const around = scope.loops.filter(({ mode }) => mode === "parallel");
    const home = this.#homes.get(variable) ?? around;
    this.#homes.set(variable, home);
    scope.set.add(variable);
    if (around.some((loop) => !home.includes(loop)))
      return `expected parallel iterations to set only their own, received ${variable.name} from outside`;
    return wants(`a ${variable.type} for ${variable.name}`, value, variable.type);
  }

  #store({ buffer, index, value }: Store): string | null {
    if (buffer.role === "input") return `expected a buffer to write to, received input b${buffer.id}`;
    const type = loadedType(buffer.storage);
    return this.#buffer(buffer) ?? wants("an i32 index", index, "i32") ?? wants(`a ${type}`, value, type);
  }

  #for({ loop, extent, body }: For, scope: Scope): string | null {
    const complaint = wants("an i32 extent", extent, "i32");
    if (complaint !== null) return complaint;
    if (scope.loops.includes(loop)) return `expected a loop of its own, received ${loop.name} again`;
    this.block(body, { loops: [...scope.loops, loop], set: new Set(scope.set) });
    return null;
  }

  #if(statement: Extract<Statement, { kind: "if" }>, scope: Scope): string | null {
    const then: Scope = { ...scope, set: new Set(scope.set) };
    const otherwise: Scope = { ...scope, set: new Set(scope.set) };
    this.block(statement.then, then);
    this.block(statement.else, otherwise);
    for (const variable of then.set) if (otherwise.set.has(variable)) scope.set.add(variable);
    return wants("a bool condition", statement.condition, "bool");
  }

  #contract({ outputs, reductions, operands, output, complex }: Contract): string | null {
    const loops = outputs.length + reductions.length;
    const size = outputs.reduce((x, y) => x * y, complex ? 2 : 1);
    if (output.size !== size) return `expected ${output.size} results, received ${size}`;
    for (const { buffer, strides, bounds } of operands) {
      const complaint = this.#buffer(buffer);
      if (complaint !== null) return complaint;
      const lengths = [strides.length, ...bounds.map(({ coefficients }) => coefficients.length)];
      const wrong = lengths.find((length) => length !== loops);
      if (wrong !== undefined) return `expected ${loops} coefficients, received ${wrong}`;
    }
    return this.#buffer(output);
  }
}

function checkComplaint({ condition, values, message }: Check): string | null {
  const asked = [...message.matchAll(/%(\d+)/g)].find(([, i]) => values[Number(i)] === undefined);
  if (asked !== undefined) return `expected a value for ${asked[0]}, received ${values.length} values`;
  return wants("a bool condition", condition, "bool");
}

const wants = (what: string, x: Expr, type: Expr["type"]): string | null =>
  x.type === type ? null : `expected ${what}, received ${x.type}`;
