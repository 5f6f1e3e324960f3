// Writes kernels: buffers, loops, variables, loads and stores over typed scalars.
import type { Code } from "../base/errors.ts";
import { type DTypeName, dtypeInfo } from "../base/dtypes.ts";
import { type Dims, elementCount } from "../base/shape.ts";
import * as e from "./expr.ts";
import type { BufferRef, ContractAccess, Expr, Kernel, Loop, Statement, Variable } from "./kernel.ts";
import {
  complex,
  computeType,
  constant,
  isScalar,
  type Operand,
  real,
  type Scalar,
  storageOf,
} from "./scalar.ts";

/** A buffer seen as elements of a dtype. */
export interface Buffer {
  readonly ref: BufferRef;
  readonly dtype: DTypeName;
  /** Elements. */
  readonly count: number;
  /** Dimensions where the buffer is a tensor; for data-sized outputs, the upper bound. */
  readonly shape: Dims;
}

/** A scalar variable; complex ones are pairs. */
export class Cell {
  readonly dtype: DTypeName;
  readonly #emit: (statement: Statement) => void;
  readonly #re: Variable;
  readonly #im: Variable | null;
  /** Not yet set, so that no value can depend on it. */
  #isFresh = true;

  constructor(dtype: DTypeName, name: string, emit: (statement: Statement) => void) {
    this.dtype = dtype;
    this.#emit = emit;
    const type = computeType(dtype);
    this.#re = { type, name };
    this.#im = dtypeInfo(dtype).lanes === 2 ? { type, name: `${name}.im` } : null;
  }

  get(): Scalar {
    return { dtype: this.dtype, re: e.read(this.#re), im: this.#im === null ? null : e.read(this.#im) };
  }

  set(value: Operand): void {
    const scalar = isScalar(value) ? value : constant(this.dtype, value);
    if (this.#im === null || this.#isFresh) {
      this.#isFresh = false;
      this.#emit({ kind: "set", variable: this.#re, value: scalar.re });
      if (this.#im !== null) this.#emit({ kind: "set", variable: this.#im, value: scalar.im! });
      return;
    }
    // Both parts are read before either is written.
    const hold: Variable = { type: this.#re.type, name: `${this.#re.name}.next` };
    this.#emit({ kind: "set", variable: hold, value: scalar.re });
    this.#emit({ kind: "set", variable: this.#im, value: scalar.im! });
    this.#emit({ kind: "set", variable: this.#re, value: e.read(hold) });
  }
}

type Count = Scalar | number;
const asIndex = (x: Count): Expr => (isScalar(x) ? x.re : e.i32(x));

/** How many entries of a data-sized output's axis were produced. */
export interface CountSlot {
  readonly output: number;
  readonly axis: number;
}

export interface TensorSpec {
  readonly dtype: DTypeName;
  readonly shape: Dims;
}

/** State that a kernel keeps from one run of its node to the next, such as a random counter. */
export interface StateSpec {
  readonly dtype: DTypeName;
  readonly initial: readonly (number | bigint)[];
  /** Start from random bits instead of `initial`'s values. */
  readonly entropy?: boolean;
}

/** What a builder leaves: the kernel and what its buffers are bound to, in order of `Kernel.buffers`. */
export interface BuiltKernel {
  readonly kernel: Kernel;
  readonly bindings: readonly Binding[];
  readonly temporaries: readonly TensorSpec[];
  readonly states: readonly StateSpec[];
  /** Upper bounds of outputs whose size depends on data, by output index. */
  readonly bounds: ReadonlyMap<number, Dims>;
  /** Entry i of the counts buffer (int32) is the size of this output axis. */
  readonly counts: readonly CountSlot[];
}
export type Binding =
  | { readonly kind: "input" | "output" | "temporary" | "state"; readonly index: number }
  | { readonly kind: "counts" };

export class KernelBuilder {
  readonly #name: string;
  readonly #inputs: readonly TensorSpec[];
  readonly #outputs: readonly TensorSpec[];
  readonly #buffers: BufferRef[] = [];
  readonly #bindings: Binding[] = [];
  readonly #known = new Map<string, Buffer>();
  readonly #temporaries: TensorSpec[] = [];
  readonly #states: StateSpec[] = [];
  readonly #bounds = new Map<number, Dims>();
  readonly #counts: CountSlot[] = [];
  #countStores: { slot: number; value: Expr }[] = [];
  #block: Statement[] = [];
  #serial = 0;

  constructor(name: string, inputs: readonly TensorSpec[], outputs: readonly TensorSpec[]) {
    this.#name = name;
    this.#inputs = inputs;
    this.#outputs = outputs;
  }

  readonly #emit = (statement: Statement): void => {
    this.#block.push(statement);
  };

  #buffer(binding: Binding, spec: TensorSpec): Buffer {
    const count = elementCount(spec.shape);
    const ref: BufferRef = {
      id: this.#buffers.length,
      storage: storageOf(spec.dtype),
      size: count * dtypeInfo(spec.dtype).lanes,
      role: binding.kind === "counts" ? "output" : binding.kind,
    };
    this.#buffers.push(ref);
    this.#bindings.push(binding);
    return { ref, dtype: spec.dtype, count, shape: spec.shape };
  }

  #once(key: string, make: () => Buffer): Buffer {
    let buffer = this.#known.get(key);
    if (buffer === undefined) this.#known.set(key, (buffer = make()));
    return buffer;
  }

  /** The data of input `index`. */
  input(index: number): Buffer {
    return this.#once(`input ${index}`, () => this.#buffer({ kind: "input", index }, this.#inputs[index]!));
  }

  /** The data of output `index`, zeroed at the start. Data-sized ones give a shape that is always enough. */
  output(index: number, bound?: Dims): Buffer {
    return this.#once(`output ${index}`, () => {
      const spec = this.#outputs[index]!;
      if (bound !== undefined) this.#bounds.set(index, bound);
      return this.#buffer({ kind: "output", index }, { dtype: spec.dtype, shape: bound ?? spec.shape });
    });
  }

  /** Scratch of `count` elements, zeroed at the start. */
  temporary(dtype: DTypeName, count: number): Buffer {
    const spec: TensorSpec = { dtype, shape: [count] };
    this.#temporaries.push(spec);
    return this.#buffer({ kind: "temporary", index: this.#temporaries.length - 1 }, spec);
  }

  /** Memory that lasts from run to run of the same node. */
  state(dtype: DTypeName, initial: readonly (number | bigint)[], entropy = false): Buffer {
    this.#states.push({ dtype, initial, entropy });
    return this.#buffer(
      { kind: "state", index: this.#states.length - 1 },
      { dtype, shape: [initial.length] },
    );
  }

  /** Says how large `axis` of a data-sized output came out; the data lies densely for the sizes said. */
  setCount(output: number, axis: number, size: Scalar): void {
    this.#counts.push({ output, axis });
    this.#countStores.push({ slot: this.#counts.length - 1, value: this.hold(size).re });
  }

  /** Element `at` of a buffer. `checked`: only run time knows that it is in bounds. */
  load(buffer: Buffer, at: Count, checked = false): Scalar {
    const index = asIndex(at);
    if (dtypeInfo(buffer.dtype).lanes === 1) return real(buffer.dtype, e.load(buffer.ref, index, checked));
    const first = e.binary("mul", index, e.i32(2));
    const second = e.binary("add", first, e.i32(1));
    return complex(buffer.dtype, e.load(buffer.ref, first, checked), e.load(buffer.ref, second, checked));
  }

  store(buffer: Buffer, at: Count, value: Operand, checked = false): void {
    const scalar = isScalar(value) ? value : constant(buffer.dtype, value);
    const index = asIndex(at);
    const store = (where: Expr, part: Expr): void =>
      this.#emit({ kind: "store", buffer: buffer.ref, index: where, value: part, checked });
    if (dtypeInfo(buffer.dtype).lanes === 1) {
      store(index, scalar.re);
      return;
    }
    const held = this.hold(scalar);
    const first = e.binary("mul", index, e.i32(2));
    store(first, held.re);
    store(e.binary("add", first, e.i32(1)), held.im!);
  }

  /** A variable with a first value. */
  cell(dtype: DTypeName, first: Operand): Cell {
    const cell = new Cell(dtype, `v${this.#serial++}`, this.#emit);
    cell.set(first);
    return cell;
  }

  /** Computes a value now, once, for use in later statements. */
  hold(value: Scalar): Scalar {
    return this.cell(value.dtype, value).get();
  }

  /** Iterations that do not depend on each other. */
  parallel(extent: Count, body: (i: Scalar) => void): void {
    this.#loop("parallel", extent, body);
  }

  /** Iterations one after the other. */
  serial(extent: Count, body: (i: Scalar) => void): void {
    this.#loop("serial", extent, body);
  }

  #loop(mode: Loop["mode"], extent: Count, body: (i: Scalar) => void): void {
    const loop: Loop = { mode, name: `i${this.#serial++}` };
    const inside = this.#inside(() => body(real("int32", e.index(loop))));
    this.#emit({ kind: "for", loop, extent: asIndex(extent), body: inside });
  }

  #inside(write: () => void): Statement[] {
    const outside = this.#block;
    this.#block = [];
    write();
    const inside = this.#block;
    this.#block = outside;
    return inside;
  }

  /** Repeats while the condition, computed anew each time, holds. */
  while(condition: Scalar, body: () => void): void {
    this.#emit({ kind: "while", condition: condition.re, body: this.#inside(body) });
  }

  if(condition: Scalar, then: () => void, otherwise: () => void = () => {}): void {
    this.#emit({
      kind: "if",
      condition: condition.re,
      then: this.#inside(then),
      else: this.#inside(otherwise),
    });
  }

  /** Fails the whole op unless `condition` holds; `%0`, `%1`… in the message stand for `values`. */
  check(condition: Scalar, code: Code, message: string, values: readonly Scalar[] = []): void {
    this.#emit({ kind: "check", condition: condition.re, code, message, values: values.map((x) => x.re) });
  }

  /** A sum of products over affine accesses; see `Contract` in kernel.ts. */
  contract(plan: {
    dtype: DTypeName;
    outputs: readonly number[];
    reductions: readonly number[];
    operands: readonly (Omit<ContractAccess, "buffer"> & { buffer: Buffer })[];
    output: Buffer;
  }): void {
    this.#emit({
      kind: "contract",
      type: computeType(plan.dtype),
      complex: dtypeInfo(plan.dtype).lanes === 2,
      outputs: plan.outputs,
      reductions: plan.reductions,
      operands: plan.operands.map((operand) => ({ ...operand, buffer: operand.buffer.ref })),
      output: plan.output.ref,
    });
  }

  finish(): BuiltKernel {
    if (this.#counts.length > 0) {
      const counts = this.#buffer({ kind: "counts" }, { dtype: "int32", shape: [this.#counts.length] });
      for (const { slot, value } of this.#countStores)
        this.#emit({ kind: "store", buffer: counts.ref, index: e.i32(slot), value, checked: false });
    }
    return {
      kernel: { name: this.#name, buffers: this.#buffers, body: this.#block },
      bindings: this.#bindings,
      temporaries: this.#temporaries,
      states: this.#states,
      bounds: this.#bounds,
      counts: this.#counts,
    };
  }
}
