// A hash table in kernel IR that numbers distinct rows of elements in the order in which they are met.
import type { ScalarMath } from "../../graph/lowering.ts";
import type { Buffer, KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { int } from "./loops.ts";

/** Rows of a tensor: row `i` is what lies at `(outer * size + i) * inner + j` for all outer and j. */
export interface Rows {
  readonly buffer: Buffer;
  readonly outer: number;
  readonly size: number;
  readonly inner: number;
}

/** 2^32 / golden ratio, as Knuth's multiplicative hash uses it. */
const MULTIPLIER = 0x9e3779b1 | 0;

function fold(m: ScalarMath, bits: Scalar): Scalar {
  return m.xor(m.cast(bits, "int32"), m.cast(m.shr(bits, 32n), "int32"));
}

/** An int32 that equal elements share; 0 and -0 are equal. */
function bitsOf(m: ScalarMath, x: Scalar): Scalar {
  if (x.im !== null) return m.xor(bitsOf(m, m.realPart(x)), m.mul(bitsOf(m, m.imagPart(x)), 31));
  if (x.re.type === "f64") return fold(m, m.bitcast(m.add(x, 0), "int64"));
  if (x.re.type === "f32") return m.bitcast(m.add(x, 0), "int32");
  if (x.re.type === "i64" || x.re.type === "u64") return fold(m, m.cast(x, "int64"));
  return m.cast(x, "int32");
}

function mix(m: ScalarMath, hash: Scalar, bits: Scalar): Scalar {
  const product = m.mul(m.xor(hash, bits), MULTIPLIER);
  return m.xor(product, m.shr(product, 15));
}

/** Calls `body` with the position of every element of a row. */
function eachElement(
  k: KernelBuilder,
  m: ScalarMath,
  rows: Rows,
  row: Scalar,
  body: (at: Scalar, flat: Scalar) => void,
): void {
  const { outer, size, inner } = rows;
  k.serial(outer, (o) => {
    k.serial(inner, (j) => {
      body(m.add(m.mul(m.add(m.mul(o, size), row), inner), j), m.add(m.mul(o, inner), j));
    });
  });
}

export class RowNumbers {
  readonly #k: KernelBuilder;
  readonly #m: ScalarMath;
  readonly #rows: Rows;
  readonly #mask: number;
  readonly #slots: Buffer;
  /** Row of the first appearance, by number. */
  readonly first: Buffer;
  readonly #count: ReturnType<KernelBuilder["cell"]>;

  constructor(k: KernelBuilder, m: ScalarMath, rows: Rows) {
    let capacity = 2;
    while (capacity < 2 * rows.size) capacity *= 2;
    this.#k = k;
    this.#m = m;
    this.#rows = rows;
    this.#mask = capacity - 1;
    this.#slots = k.temporary("int32", capacity);
    this.first = k.temporary("int32", Math.max(rows.size, 1));
    this.#count = k.cell("int32", 0);
  }

  /** How many distinct rows were added. */
  get count(): Scalar {
    return this.#count.get();
  }

  /** The number of a row of this table, which is added if it is new. */
  add(row: Scalar): Scalar {
    return this.#lookUp(this.#rows, row, (slot) => {
      const k = this.#k;
      const number = k.hold(this.count);
      k.store(this.first, number, row, true);
      this.#count.set(this.#m.add(number, 1));
      k.store(this.#slots, slot, this.count, true);
      return number;
    });
  }

  /** The number of an equal row of other rows of the same form, or -1. */
  find(rows: Rows, row: Scalar): Scalar {
    return this.#lookUp(rows, row, () => int(this.#m, -1));
  }

  #lookUp(rows: Rows, row: Scalar, missing: (slot: Scalar) => Scalar): Scalar {
    const k = this.#k;
    const m = this.#m;
    const slot = k.cell("int32", m.and(this.#hash(rows, row), this.#mask));
    const number = k.cell("int32", -1);
    const searching = k.cell("bool", 1);
    k.while(searching.get(), () => {
      const entry = k.hold(k.load(this.#slots, slot.get(), true));
      k.if(
        m.eq(entry, 0),
        () => {
          number.set(missing(slot.get()));
          searching.set(0);
        },
        () => {
          k.if(
            this.#isSame(rows, row, k.hold(k.load(this.first, m.sub(entry, 1), true))),
            () => {
              number.set(m.sub(entry, 1));
              searching.set(0);
            },
            () => slot.set(m.and(m.add(slot.get(), 1), this.#mask)),
          );
        },
      );
    });
    return number.get();
  }

  #hash(rows: Rows, row: Scalar): Scalar {
    const hash = this.#k.cell("int32", 0);
    eachElement(this.#k, this.#m, rows, row, (at) => {
      hash.set(mix(this.#m, hash.get(), bitsOf(this.#m, this.#k.load(rows.buffer, at))));
    });
    return hash.get();
  }

  #isSame(rows: Rows, row: Scalar, known: Scalar): Scalar {
    const k = this.#k;
    const m = this.#m;
    const same = k.cell("bool", 1);
    const { size, inner, buffer } = this.#rows;
    eachElement(k, m, rows, row, (at, flat) => {
      const outer = m.div(flat, inner);
      const there = m.add(m.mul(m.add(m.mul(outer, size), known), inner), m.rem(flat, inner));
      k.if(m.ne(k.load(rows.buffer, at), k.load(buffer, there, true)), () => same.set(0));
    });
    return same.get();
  }
}
