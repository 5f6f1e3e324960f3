// Vector mode's expressions: each becomes lanes, an array with a value for every iteration of a block.
import { InternalError } from "../../base/errors.ts";
import * as e from "../../ir/expr.ts";
import type { BufferRef, Expr, Index, Load, Table as TableExpr } from "../../ir/kernel.ts";
import { sharedNodes } from "../../ir/walk.ts";
import { type Address, addressOf } from "./address.ts";
import type { LaneCode } from "./lane-code.ts";
import { arrayOf, cell } from "./registers.ts";
import { fusionOf } from "./fusion.ts";
import { constantPool } from "./scalar.ts";
import type { Block, Evaluate, Lanes, Run, View } from "./types.ts";
import * as ops from "./vector-ops.gen.ts";
import { castFromBig } from "./words.ts";

export class LaneValues {
  readonly #code: LaneCode;
  /** Values of the statement at hand. */
  #held = new Map<Expr, Lanes>();
  /** Its nodes that have several uses. */
  #shared: ReadonlySet<Expr> = new Set();

  constructor(code: LaneCode) {
    this.#code = code;
  }

  /** Starts on a statement that is computed from `roots`. */
  begin(roots: readonly Expr[]): void {
    this.#shared = new Set(sharedNodes(roots));
  }

  endStatement(): void {
    this.#held = new Map();
    this.#code.endStatement();
  }

  /** The lanes of an expression. */
  of(x: Expr): Lanes {
    let lanes = this.#held.get(x);
    if (lanes === undefined) this.#held.set(x, (lanes = this.#compute(x)));
    return lanes;
  }

  /** Computes an expression into lanes that lie one after the other. */
  into(x: Expr, out: Lanes): void {
    if (this.#held.has(x) || !this.#code.varying.expression(x) || !this.#operate(x, out)) {
      const lanes = this.of(x);
      this.#code.emit([lanes], ops.copy[x.type](this.#code.block, out, lanes));
    }
  }

  #compute(x: Expr): Lanes {
    const code = this.#code;
    if (!code.varying.expression(x)) return this.#uniform(x);
    if (x.kind === "index") return this.#index(x);
    if (x.kind === "read") return code.variable(x.variable);
    if (x.kind === "load") return this.#load(x);
    return code.moved(x, () => this.#fresh(x)) ?? this.#fresh(x);
  }

  #fresh(x: Expr): Lanes {
    const step = this.#prepare(x);
    const out = this.#code.fresh(x.type);
    step(out);
    return out;
  }

  /** False if `x` is no operation on lanes. */
  #operate(x: Expr, out: Lanes): boolean {
    if (x.kind === "index" || x.kind === "read" || x.kind === "load" || x.kind === "const") return false;
    this.#prepare(x)(out);
    return true;
  }

  /** Computes the operands; what comes back emits the operation itself. */
  #prepare(x: Expr): (out: Lanes) => void {
    const fusion = fusionOf(x, (each) => !this.#shared.has(each) && this.#code.varying.expression(each));
    const inputs = fusion === null ? this.#inputs(x) : fusion.operands.map((operand) => this.of(operand));
    return (out) => {
      const { block } = this.#code;
      const [a, b, c] = inputs;
      const run =
        fusion === null
          ? this.#operation(x, inputs, out)
          : ops.fused[x.type][fusion.name](block, out, a, b, c);
      this.#code.emit(inputs, run);
    };
  }

  #inputs(x: Expr): Lanes[] {
    switch (x.kind) {
      case "unary":
      case "cast":
      case "bitcast":
        return [this.of(x.x)];
      case "binary":
      case "compare":
        return [this.of(x.x), this.of(x.y)];
      case "select":
        return [this.of(x.condition), this.of(x.x), this.of(x.y)];
      case "table":
        return [this.of(x.index)];
      default:
        return [];
    }
  }

  #operation(x: Expr, [a, b, c]: readonly Lanes[], out: Lanes): Run {
    const { block } = this.#code;
    switch (x.kind) {
      case "unary":
        return ops.unary[x.type][x.op](block, out, a);
      case "binary":
        return ops.binary[x.type][x.op](block, out, a, b);
      case "compare":
        return ops.compare[x.x.type][x.op](block, out, a, b);
      case "select":
        return ops.select[x.type](block, out, a, b, c);
      case "cast":
        return castFromBig(x, block, out, a!) ?? ops.cast[x.x.type][x.type](block, out, a);
      case "bitcast":
        return ops.bitcast[x.x.type][x.type](block, out, a);
      case "table":
        return ops.gather[x.type](block, out, poolOf(x), a);
      default:
        throw new InternalError(`Vector mode: expected an operation, received a ${x.kind}`);
    }
  }

  /** One value for all lanes, computed in scalar mode. */
  #uniform(x: Expr): Lanes {
    const lanes = cell(x.type);
    if (x.kind === "const") {
      lanes.data[0] = x.value;
      return lanes;
    }
    const value = this.#code.scalar.value(x);
    const { data } = lanes;
    this.#code.emit([], () => {
      data[0] = value();
    });
    return lanes;
  }

  #index({ loop }: Index): Lanes {
    const { loops, extents } = this.#code.lanes;
    const at = loops.indexOf(loop);
    const inner = extents.slice(at + 1).reduce((x, y) => x * y, 1);
    const single = loops.length === 1 ? Infinity : extents[at]!;
    return this.#code.index(loop, (out) =>
      fillIndex(this.#code.block, out as Lanes<Int32Array>, inner, single),
    );
  }

  #load(x: Load): Lanes {
    const code = this.#code;
    const { storage } = x.buffer;
    if (x.checked || code.mask !== null) return this.#guardedLoad(x);
    const address = addressOf(x.index, code.lanes, code.varying);
    const source = this.#source(x.buffer, address);
    if (address.varying !== null) {
      const at = this.#places(address);
      const out = code.fresh(x.type);
      code.emit([at], ops.gather[storage](code.block, out, source, at));
      return out;
    }
    if (storage === x.type) return source;
    const out = code.fresh(x.type);
    code.emit([], ops.load[storage](code.block, out, source));
    return out;
  }

  /** Reads nothing outside the buffer: inactive lanes may point anywhere. */
  #guardedLoad(x: Load): Lanes {
    const code = this.#code;
    const at = this.places(x.index);
    if (x.checked) this.trap(x.buffer, at);
    const source = this.#source(x.buffer, { uniform: e.i32(0), step: 0, varying: null });
    const out = code.fresh(x.type);
    code.emit([at], ops.gatherSafe[x.buffer.storage](code.block, out, source, at));
    return out;
  }

  /** The buffer's entries at an address, its varying part left to the reader. */
  #source(buffer: BufferRef, { uniform, step }: Address): Lanes {
    const { scalar, block } = this.#code;
    const source: Lanes = { data: EMPTY, offset: 0, step };
    const view = scalar.views[buffer.id]!;
    const base: Evaluate | number =
      uniform.kind === "const" ? (uniform.value as number) : scalar.value(uniform);
    this.#code.emit([], pointer(source, view, base, block, step));
    return source;
  }

  /** Where a store goes: entries of the buffer, and the lanes' places if they are not equally spaced. */
  target(buffer: BufferRef, index: Expr): { out: Lanes; at: Lanes | null } {
    const code = this.#code;
    const address = addressOf(index, code.lanes, code.varying);
    if (address.varying === null) return { out: this.#source(buffer, address), at: null };
    return { out: this.#source(buffer, { ...address, step: 0 }), at: this.#places(address) };
  }

  /** A buffer from its first entry on. */
  whole(buffer: BufferRef): Lanes {
    return this.#source(buffer, { uniform: e.i32(0), step: 0, varying: null });
  }

  #places({ step, varying }: Address): Lanes {
    if (step === 0) return this.spread(varying!);
    return this.spread(e.binary("add", varying!, e.binary("mul", this.#laneNumber(), e.i32(step))));
  }

  /** The lane number is the sum over the lane loops of index times the extents inside. */
  #laneNumber(): Expr {
    const { loops, extents } = this.#code.lanes;
    return loops.reduce<Expr>(
      (sum, loop, i) =>
        e.binary("add", e.binary("mul", sum, e.i32(i === 0 ? 1 : extents[i]!)), e.index(loop)),
      e.i32(0),
    );
  }

  /** An index with an entry of its own for every lane. */
  places(index: Expr): Lanes {
    return this.spread(index);
  }

  spread(x: Expr): Lanes {
    const lanes = this.of(x);
    if (lanes.step === 1 && lanes.offset === 0 && x.kind !== "load") return lanes;
    const out = this.#code.fresh(x.type);
    this.#code.emit([lanes], ops.copy[x.type](this.#code.block, out, lanes));
    return out;
  }

  /** Stops if an active lane points outside a buffer. */
  trap(buffer: BufferRef, at: Lanes): void {
    const { block, kernel, mask } = this.#code;
    this.#code.emit([at], () => {
      const places = at.data;
      for (let i = 0; i < block.n; i++) {
        const place = places[i] as number;
        if ((place >= 0 && place < buffer.size) || mask?.data[i] === 0) continue;
        throw new InternalError(
          `Index in ${kernel.name}: expected one below ${buffer.size}, received ${place}`,
        );
      }
    });
  }
}

const EMPTY = new Uint8Array(0);

function poolOf({ type, values }: TableExpr): Lanes {
  // An empty table is never read for good, but its zero keeps what is computed in vain a number.
  const data = arrayOf(type, Math.max(values.length, 1));
  constantPool(type, values).forEach((value, i) => {
    data[i] = value;
  });
  return { data, offset: 0, step: 0 };
}

function pointer(lanes: Lanes, view: View, base: Evaluate | number, block: Block, step: number): Run {
  if (typeof base === "number") {
    return () => {
      lanes.data = view.data;
      lanes.offset = (base + Math.imul(step, block.start)) | 0;
    };
  }
  return () => {
    lanes.data = view.data;
    lanes.offset = (base() + Math.imul(step, block.start)) | 0;
  };
}

/** Index of a loop in every lane: a value stays for `inner` lanes, after `extent` values it starts anew. */
function fillIndex(block: Block, out: Lanes<Int32Array>, inner: number, extent: number): Run {
  return () => {
    const { data } = out;
    const whole = Math.floor(block.start / inner);
    let left = inner - (block.start - whole * inner);
    let value = extent === Infinity ? whole : whole % extent;
    for (let i = 0; i < block.n; i++) {
      data[i] = value;
      if (--left > 0) continue;
      left = inner;
      value = value + 1 === extent ? 0 : value + 1;
    }
  };
}
