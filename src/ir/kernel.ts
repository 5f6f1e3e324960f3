// Kernel IR: the one language below the graph. Its law is in the comments here; the interpreter executes
// it, every code generator must agree with it bit for bit.
//
// A kernel has buffers and statements. Buffers are typed and flat; an index counts entries of the buffer's
// storage type (a complex number is two entries). Expressions are trees that may share nodes: a shared node
// has one value within a statement. Integer arithmetic wraps; float arithmetic is IEEE, each operation
// rounded to its own type; nothing is fused or reassociated.
import type { Code } from "../base/errors.ts";

/** Types of values in flight. Small ints are widened to i32 by a load; a store wraps them again. */
export type ScalarType = "f32" | "f64" | "i32" | "u32" | "i64" | "u64" | "bool";

/** Types of buffer entries. f16 and bf16 load as f32 and are rounded to nearest even when stored. */
export type StorageType =
  | "f16"
  | "bf16"
  | "f32"
  | "f64"
  | "i8"
  | "u8"
  | "i16"
  | "u16"
  | "i32"
  | "u32"
  | "i64"
  | "u64"
  | "bool";

export type UnaryOp =
  | "neg" // ints wrap
  | "abs" // floats; signed ints wrap
  | "sqrt" // floats, from here to nearest
  | "floor"
  | "ceil"
  | "trunc"
  | "nearest" // ties to even
  | "not" // bool: logical; ints: bitwise
  | "popcount" // ints
  | "clz"; // ints

export type BinaryOp =
  | "add" // ints wrap, from here to mul
  | "sub"
  | "mul"
  | "div" // floats: IEEE; ints: toward zero, x / 0 = 0, MIN / -1 = MIN
  | "rem" // ints and floats: sign of the dividend, x % 0 = 0 for ints
  | "min" // floats: NaN if either is NaN, -0 < +0
  | "max"
  | "and" // bool and ints, from here to xor
  | "or"
  | "xor"
  | "shl" // ints; the count is taken modulo the width
  | "shr" // arithmetic for signed, logical for unsigned
  | "mulhi" // u32: the high half of the 64-bit product
  | "copysign"; // floats

export type CompareOp = "eq" | "ne" | "lt" | "le" | "gt" | "ge";

export interface Const {
  readonly kind: "const";
  readonly type: ScalarType;
  /** bigint exactly for i64 and u64; bools are 0 or 1. */
  readonly value: number | bigint;
}
/** The index of an enclosing loop, i32. */
export interface Index {
  readonly kind: "index";
  readonly type: "i32";
  readonly loop: Loop;
}
export interface Read {
  readonly kind: "read";
  readonly type: ScalarType;
  readonly variable: Variable;
}
/** `buffer[index]`. `index` must be in bounds; `checked` says that only run time can know and must trap. */
export interface Load {
  readonly kind: "load";
  readonly type: ScalarType;
  readonly buffer: BufferRef;
  readonly index: Expr;
  readonly checked: boolean;
}
/** `values[index]`, a pool of constants; index must be in bounds. */
export interface Table {
  readonly kind: "table";
  readonly type: ScalarType;
  readonly values: readonly (number | bigint)[];
  readonly index: Expr;
}
export interface Unary {
  readonly kind: "unary";
  readonly type: ScalarType;
  readonly op: UnaryOp;
  readonly x: Expr;
}
export interface Binary {
  readonly kind: "binary";
  readonly type: ScalarType;
  readonly op: BinaryOp;
  readonly x: Expr;
  readonly y: Expr;
}
/** IEEE comparison: with NaN only `ne` holds. */
export interface Compare {
  readonly kind: "compare";
  readonly type: "bool";
  readonly op: CompareOp;
  readonly x: Expr;
  readonly y: Expr;
}
/** Both sides may be computed; loads and checks inside must be safe in any case. */
export interface Select {
  readonly kind: "select";
  readonly type: ScalarType;
  readonly condition: Expr;
  readonly x: Expr;
  readonly y: Expr;
}
/** Float to int truncates and saturates, NaN to 0; int to int wraps; to bool is `!= 0`; f64 to f32 rounds. */
export interface Cast {
  readonly kind: "cast";
  readonly type: ScalarType;
  readonly x: Expr;
}
/** The same bits read as another type of the same width. */
export interface Bitcast {
  readonly kind: "bitcast";
  readonly type: ScalarType;
  readonly x: Expr;
}
export type Expr = Const | Index | Read | Load | Table | Unary | Binary | Compare | Select | Cast | Bitcast;

/** A scalar variable, private to each iteration of the parallel loops around its first `set`. */
export interface Variable {
  readonly type: ScalarType;
  readonly name: string;
}

export interface BufferRef {
  /** Position in `Kernel.buffers`. */
  readonly id: number;
  readonly storage: StorageType;
  /** Entries. */
  readonly size: number;
  readonly role: "input" | "output" | "temporary" | "state";
}

/**
 * parallel: iterations do not depend on each other and may run in any order, side by side;
 * serial: one after the other. A parallel loop nested in a serial one is a barrier each time.
 */
export interface Loop {
  readonly mode: "parallel" | "serial";
  readonly name: string;
}

export interface For {
  readonly kind: "for";
  readonly loop: Loop;
  /** i32; evaluated once, before the first iteration. */
  readonly extent: Expr;
  readonly body: readonly Statement[];
}
export interface While {
  readonly kind: "while";
  readonly condition: Expr;
  readonly body: readonly Statement[];
}
export interface If {
  readonly kind: "if";
  readonly condition: Expr;
  readonly then: readonly Statement[];
  readonly else: readonly Statement[];
}
export interface Assign {
  readonly kind: "set";
  readonly variable: Variable;
  readonly value: Expr;
}
export interface Store {
  readonly kind: "store";
  readonly buffer: BufferRef;
  readonly index: Expr;
  readonly value: Expr;
  readonly checked: boolean;
}
/** Ends the kernel with an error unless the condition holds. `%0`, `%1`… in the message are `values`. */
export interface Check {
  readonly kind: "check";
  readonly condition: Expr;
  readonly code: Code;
  readonly message: string;
  readonly values: readonly Expr[];
}
/** One operand of a contraction: entry `offset + sum(strides[i] * index[i])`, outputs, then reductions. */
export interface ContractAccess {
  readonly buffer: BufferRef;
  readonly offset: number;
  readonly strides: readonly number[];
  /** Complex operands: read the conjugate. */
  readonly conjugate: boolean;
  /**
   * Windows: position `offset + sum(coefficients[i] * index[i])` on an axis must lie in [0, extent), else the
   * operand counts as zero.
   */
  readonly bounds: readonly {
    readonly offset: number;
    readonly coefficients: readonly number[];
    readonly extent: number;
  }[];
}
/**
 * For every output index: the sum over the reduction indices, in row-major order, of the operands' product,
 * each product and sum rounded to `type`; the sum starts from zero. f16 and bf16 operands compute in f32.
 * The result goes to `output` (dense, row-major over `outputs`).
 */
export interface Contract {
  readonly kind: "contract";
  /** Type of products and sums. */
  readonly type: ScalarType;
  readonly complex: boolean;
  readonly outputs: readonly number[];
  readonly reductions: readonly number[];
  readonly operands: readonly ContractAccess[];
  readonly output: BufferRef;
}
export type Statement = For | While | If | Assign | Store | Check | Contract;

export interface Kernel {
  readonly name: string;
  readonly buffers: readonly BufferRef[];
  readonly body: readonly Statement[];
}

/** The type a value has once loaded from storage. */
export function loadedType(storage: StorageType): ScalarType {
  switch (storage) {
    case "f16":
    case "bf16":
      return "f32";
    case "i8":
    case "u8":
    case "i16":
    case "u16":
      return "i32";
    default:
      return storage;
  }
}
