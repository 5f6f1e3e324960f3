// Random kernels that obey the law: every type and operation, nests, masks, loops, gathers and scatters.
import * as e from "../../src/ir/expr.ts";
import type {
  BinaryOp,
  BufferRef,
  Expr,
  Kernel,
  Loop,
  ScalarType,
  Statement,
  StorageType,
  UnaryOp,
  Variable,
} from "../../src/ir/kernel.ts";

const TYPES: readonly ScalarType[] = ["f32", "f64", "i32", "u32", "i64", "u64", "bool"];
const STORAGES: readonly StorageType[] = [
  "f16",
  "bf16",
  "f32",
  "f64",
  "i8",
  "u8",
  "i16",
  "u16",
  "i32",
  "u32",
  "i64",
  "u64",
  "bool",
];
const BITS: readonly BinaryOp[] = ["and", "or", "xor"];
const INTS: readonly BinaryOp[] = ["add", "sub", "mul", "div", "rem", "min", "max", ...BITS, "shl", "shr"];
const FLOATS: readonly BinaryOp[] = ["add", "sub", "mul", "div", "rem", "min", "max", "copysign"];
const FLOAT_UNARY: readonly UnaryOp[] = ["neg", "abs", "sqrt", "floor", "ceil", "trunc", "nearest"];

export type Choose = (below: number) => number;

interface Scope {
  readonly loops: readonly Loop[];
  readonly variables: readonly Variable[];
  /** Variables that may be set here: those made in the parallel loops at hand. */
  readonly own: readonly Variable[];
}

export class RandomKernel {
  readonly #choose: Choose;
  readonly #inputs: BufferRef[];
  readonly #outputs: BufferRef[];
  #names = 0;

  constructor(choose: Choose, size: number) {
    this.#choose = choose;
    this.#inputs = STORAGES.map((storage, id) => ({ id, storage, size: 16, role: "input" }));
    this.#outputs = STORAGES.map((storage, i) => ({ id: 13 + i, storage, size, role: "output" }));
  }

  #pick<T>(from: readonly T[]): T {
    return from[this.#choose(from.length)]!;
  }

  /** A nest of parallel loops over `extents` that writes every output where its index says. */
  make(extents: readonly number[]): Kernel {
    const loops = extents.map((_, i): Loop => ({ mode: "parallel", name: `p${i}` }));
    const before: Statement[] = [];
    const uniform = this.#variable(before, { loops: [], variables: [], own: [] });
    const scope: Scope = { loops, variables: [uniform], own: [] };
    const body: Statement[] = [];
    const variables = [0, 1, 2, 3].map(() => this.#variable(body, scope));
    const inside = { ...scope, variables: [uniform, ...variables], own: variables };
    for (let i = 0; i < 4; i++) body.push(this.#statement(inside, 2));
    const at = loops.reduce<Expr>(
      (sum, loop, i) => e.binary("add", e.binary("mul", sum, e.i32(extents[i]!)), e.index(loop)),
      e.i32(0),
    );
    for (const variable of variables) body.push(this.#store(variable, at));
    const nest = loops.reduceRight<Statement[]>(
      (inner, loop, i) => [{ kind: "for", loop, extent: e.i32(extents[i]!), body: inner }],
      body,
    );
    return { name: "Random", buffers: [...this.#inputs, ...this.#outputs], body: [...before, ...nest] };
  }

  #variable(into: Statement[], scope: Scope): Variable {
    const variable: Variable = { type: this.#pick(TYPES), name: `v${this.#names++}` };
    into.push({ kind: "set", variable, value: this.#value(variable.type, scope, 3) });
    return variable;
  }

  #store(variable: Variable, at: Expr): Statement {
    const fitting = this.#outputs.filter(
      ({ storage }) => e.load({ ...this.#inputs[0]!, storage }, at).type === variable.type,
    );
    return {
      kind: "store",
      buffer: this.#pick(fitting),
      index: at,
      value: e.read(variable),
      checked: this.#choose(4) === 0,
    };
  }

  #statement(scope: Scope, depth: number): Statement {
    const variable = this.#pick(scope.own);
    const set: Statement = { kind: "set", variable, value: this.#value(variable.type, scope, 4) };
    if (depth === 0) return set;
    const block = (inner: Scope): Statement[] => [0, 1].map(() => this.#statement(inner, depth - 1));
    switch (this.#choose(5)) {
      case 0:
        return {
          kind: "if",
          condition: this.#value("bool", scope, 3),
          then: block(scope),
          else: this.#choose(2) === 0 ? [] : block(scope),
        };
      case 1: {
        const loop: Loop = { mode: this.#choose(4) === 0 ? "parallel" : "serial", name: `s${this.#names++}` };
        // A parallel loop may set no variable from outside it, so only serial ones have a body like this.
        const serial: Loop = { ...loop, mode: "serial" };
        const extent = e.binary("and", this.#value("i32", scope, 2), e.i32(3));
        return {
          kind: "for",
          loop: serial,
          extent,
          body: block({ ...scope, loops: [...scope.loops, serial] }),
        };
      }
      case 2:
        return this.#countdown(scope, block);
      default:
        return set;
    }
  }

  /** Repeats while a counter of its own lasts. */
  #countdown(scope: Scope, block: (scope: Scope) => Statement[]): Statement {
    const left: Variable = { type: "i32", name: `n${this.#names++}` };
    const first = e.binary("and", this.#value("i32", scope, 2), e.i32(3));
    const step: Statement = { kind: "set", variable: left, value: e.binary("sub", e.read(left), e.i32(1)) };
    const body = [...block({ ...scope, variables: [...scope.variables, left] }), step];
    const loop: Statement = { kind: "while", condition: e.compare("gt", e.read(left), e.i32(0)), body };
    const always = e.constant("bool", true);
    return {
      kind: "if",
      condition: always,
      then: [{ kind: "set", variable: left, value: first }, loop],
      else: [],
    };
  }

  #value(type: ScalarType, scope: Scope, depth: number): Expr {
    if (depth === 0) return this.#leaf(type, scope);
    const inner = (own: ScalarType): Expr => this.#value(own, scope, depth - 1);
    switch (this.#choose(8)) {
      case 0:
        return this.#leaf(type, scope);
      case 1: {
        const shared = inner(type);
        return this.#binary(type, shared, shared);
      }
      case 2:
        return e.select(inner("bool"), inner(type), inner(type));
      case 3:
        return this.#convert(type, inner);
      case 4:
        return this.#unary(type, inner(type));
      case 5:
        return this.#gather(type, scope, depth);
      default:
        return this.#binary(type, inner(type), inner(type));
    }
  }

  #binary(type: ScalarType, x: Expr, y: Expr): Expr {
    if (type === "u32" && this.#choose(8) === 0) return e.binary("mulhi", x, y);
    return e.binary(this.#pick(type === "bool" ? BITS : e.isFloat(type) ? FLOATS : INTS), x, y);
  }

  #unary(type: ScalarType, x: Expr): Expr {
    if (e.isFloat(type)) return e.unary(this.#pick(FLOAT_UNARY), x);
    if (type === "bool") return e.unary("not", x);
    const signed: readonly UnaryOp[] = type === "i32" || type === "i64" ? ["abs"] : [];
    return e.unary(this.#pick<UnaryOp>(["neg", "not", "popcount", "clz", ...signed]), x);
  }

  #convert(type: ScalarType, inner: (type: ScalarType) => Expr): Expr {
    const from = this.#pick(TYPES);
    if (type === "bool")
      return e.compare(this.#pick(["eq", "ne", "lt", "le", "gt", "ge"] as const), inner(from), inner(from));
    const twin = (
      { i32: "u32", u32: "i32", i64: "u64", u64: "i64", f64: "i64" } as Partial<
        Record<ScalarType, ScalarType>
      >
    )[type];
    // Bits of NaN differ from machine to machine, so floats are not read as ints.
    if (twin !== undefined && type !== "f64" && this.#choose(3) === 0) return e.bitcast(type, inner(twin));
    return e.cast(type, inner(from));
  }

  #gather(type: ScalarType, scope: Scope, depth: number): Expr {
    const at = e.binary("and", this.#value("i32", scope, depth - 1), e.i32(15));
    if (this.#choose(4) === 0 && type === "i32")
      return e.table(
        "i32",
        [...Array(16).keys()].map((i) => i * i),
        at,
      );
    const fitting = this.#inputs.filter((buffer) => e.load(buffer, at).type === type);
    return e.load(this.#pick(fitting), at, this.#choose(4) === 0);
  }

  #leaf(type: ScalarType, scope: Scope): Expr {
    const variables = scope.variables.filter((variable) => variable.type === type);
    const roll = this.#choose(4);
    if (roll === 0 && variables.length > 0) return e.read(this.#pick(variables));
    if (scope.loops.length > 0 && roll < 3) {
      const at = e.index(this.#pick(scope.loops));
      if (type === "i32" && this.#choose(2) === 0) return at;
      return this.#near(type, at);
    }
    return e.constant(
      type,
      this.#pick(
        e.isFloat(type) ? [0, -1.5, 3.25, 1e10, NaN] : type === "bool" ? [0, 1] : [0, 1, 7, -3, 100],
      ),
    );
  }

  /** A load at a simple index: a multiple of a loop's plus a constant, wrapped to stay in bounds. */
  #near(type: ScalarType, at: Expr): Expr {
    const moved = e.binary("add", e.binary("mul", at, e.i32(this.#choose(3))), e.i32(this.#choose(4)));
    const fitting = this.#inputs.filter((buffer) => e.load(buffer, at).type === type);
    return e.load(this.#pick(fitting), e.binary("and", moved, e.i32(15)));
  }
}
