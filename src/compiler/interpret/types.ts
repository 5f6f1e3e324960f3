// What the parts of the interpreter share: views of the buffers at hand, closures, tables of them.
import type { NumericArray } from "../../base/dtypes.ts";

/** A buffer of the call that runs. */
export interface View {
  data: NumericArray;
}

/** Computes a number (booleans are 0 and 1) or, for i64 and u64, a bigint. */
// biome-ignore lint/suspicious/noExplicitAny: the value's type is known from the expression, not statically
export type Evaluate = () => any;
export type Run = () => void;

/** Closure makers by type and operation; the generated files hold them. */
// biome-ignore lint/suspicious/noExplicitAny: rows differ in what they take; kernel IR's names find them
export type Table = Readonly<Record<string, any>>;

/** The iterations that vector mode computes together: `n` of them, from iteration `start` on. */
export interface Block {
  n: number;
  start: number;
}

/** A value for each iteration of a block: entry `offset + i * step` of `data`. Step 0: one value for all. */
export interface Lanes<A = NumericArray> {
  data: A;
  offset: number;
  step: number;
}

/** Sums that take in products, the loops in which contractions spend their time. */
export interface ContractOps<A> {
  /** Four rows, `next` entries apart, times four numbers; one after the other for each sum. */
  readonly axpy4: (sums: A, n: number, s: A, row: A, start: number, next: number, step: number) => void;
  /** `sums[j] += x[j] * y[j]` */
  readonly products: Products<A>;
  /** `sums[0] += x[j] * y[j]` for every j in turn */
  readonly dot: Products<A>;
}

export type Products<A> = (
  sums: A,
  from: number,
  to: number,
  x: A,
  xAt: number,
  xStep: number,
  y: A,
  yAt: number,
  yStep: number,
) => void;
