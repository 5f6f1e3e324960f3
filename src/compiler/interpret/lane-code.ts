// What vector mode writes while it compiles a nest: steps, their registers, and code moved out of loops.
import type { Expr, Kernel, Loop, ScalarType, Statement, Variable } from "../../ir/kernel.ts";
import { children } from "../../ir/walk.ts";
import type { LaneLoops } from "./address.ts";
import { Allocator } from "./registers.ts";
import { type ScalarCompiler, sequence } from "./scalar.ts";
import type { Block, Lanes, Run } from "./types.ts";
import { type Varying, variablesSet } from "./varying.ts";

/** A serial loop around the code at hand; what does not change in it is computed before it. */
interface Around {
  readonly loop: Loop | null;
  readonly changed: ReadonlySet<Variable>;
  readonly fixed: Map<Expr, boolean>;
  readonly before: Run[];
  readonly moved: Map<Expr, Lanes>;
}

export class LaneCode {
  readonly kernel: Kernel;
  readonly scalar: ScalarCompiler;
  readonly lanes: LaneLoops;
  readonly varying: Varying;
  readonly block: Block = { n: 0, start: 0 };
  readonly #allocator = new Allocator();
  readonly #variables = new Map<Variable, Lanes>();
  readonly #indices = new Map<Loop, Lanes>();
  /** Runs at the start of every block. */
  readonly #prologue: Run[] = [];
  #steps: Run[] = [];
  #around: Around[] = [];
  /** Where `emit` appends, if not to the code at hand. */
  #elsewhere: Run[] | null = null;
  /** Lanes that are active, if not all are. */
  mask: Lanes<Uint8Array> | null = null;

  constructor(kernel: Kernel, scalar: ScalarCompiler, lanes: LaneLoops, varying: Varying) {
    this.kernel = kernel;
    this.scalar = scalar;
    this.lanes = lanes;
    this.varying = varying;
  }

  /** A register for a value: of the statement at hand, or of the whole nest if the code is being moved. */
  fresh(type: ScalarType): Lanes {
    return this.#elsewhere === null ? this.#allocator.passing(type) : this.#allocator.lasting(type);
  }

  lasting(type: ScalarType): Lanes {
    return this.#allocator.lasting(type);
  }

  variable(variable: Variable): Lanes {
    let lanes = this.#variables.get(variable);
    if (lanes === undefined) this.#variables.set(variable, (lanes = this.#allocator.lasting(variable.type)));
    return lanes;
  }

  /** Has the variable a register, being used outside the statement at hand? */
  isKnown(variable: Variable): boolean {
    return this.#variables.has(variable);
  }

  /** The index of a lane loop in every lane, computed once a block. */
  index(loop: Loop, make: (out: Lanes) => Run): Lanes {
    let lanes = this.#indices.get(loop);
    if (lanes === undefined) {
      lanes = this.#allocator.lasting("i32");
      this.#indices.set(loop, lanes);
      this.#prologue.push(make(lanes));
    }
    return lanes;
  }

  emit(inputs: readonly Lanes[], run: Run): void {
    (this.#elsewhere ?? this.#steps).push(run);
    this.#allocator.step(inputs);
  }

  endStatement(): void {
    this.#allocator.endStatement();
  }

  /** Steps that `write` emits, as one. */
  inside(write: () => void): Run {
    const outside = this.#steps;
    this.#steps = [];
    write();
    const run = sequence(this.#steps);
    this.#steps = outside;
    return run;
  }

  /** As `inside`, for code that repeats. */
  repeated(loop: Loop | null, body: readonly Statement[], write: () => void): Run {
    const changed = variablesSet(body);
    this.#around.push({ loop, changed, fixed: new Map(), before: this.#steps, moved: new Map() });
    const run = this.inside(write);
    this.#around.pop();
    return run;
  }

  /** Computes `x` before the outermost loop in which it does not change; null if there is none. */
  moved(x: Expr, compute: () => Lanes): Lanes | null {
    if (this.#around.length === 0 || this.#elsewhere !== null) return null;
    let target: Around | null = null;
    for (let i = this.#around.length - 1; i >= 0; i--) {
      if (!isFixed(x, this.#around[i]!)) break;
      target = this.#around[i]!;
    }
    if (target === null) return null;
    let lanes = target.moved.get(x);
    if (lanes === undefined) {
      this.#elsewhere = target.before;
      lanes = compute();
      this.#elsewhere = null;
      target.moved.set(x, lanes);
    }
    return lanes;
  }

  /** Everything written, to run once a block. */
  finish(): Run {
    this.#allocator.end();
    return sequence([...this.#prologue, ...this.#steps]);
  }
}

/** Does `x` stay the same while the loop runs? Loads do not count: there may be stores. */
function isFixed(x: Expr, around: Around): boolean {
  let result = around.fixed.get(x);
  if (result === undefined) around.fixed.set(x, (result = decideFixed(x, around)));
  return result;
}

function decideFixed(x: Expr, around: Around): boolean {
  if (x.kind === "load") return false;
  if (x.kind === "index") return x.loop !== around.loop;
  if (x.kind === "read") return !around.changed.has(x.variable);
  return children(x).every((each) => isFixed(each, around));
}
