// Qr: orthonormal columns times an upper triangle, by Householder reflections (Golub and Van Loan, 5.2).
import { invalidArgument } from "../../base/errors.ts";
import { elementCount, type Shape, shapeText, UNKNOWN } from "../../base/shape.ts";
import { routine, type ScalarMath } from "../../graph/lowering.ts";
import { bool, missing, op, type } from "../../graph/op.ts";
import type { Buffer, KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";

function qrShapes([x]: Shape[], full: boolean): Shape[] {
  if (x === null) return [null, null];
  if (x.length < 2)
    throw invalidArgument(`Shape must be at least rank 2 but is rank ${x.length}: ${shapeText(x)}`);
  const [rows, columns] = x.slice(-2);
  const batch = x.slice(0, -2);
  const isKnown = rows !== UNKNOWN && columns !== UNKNOWN;
  const inner = full ? rows : isKnown ? Math.min(rows, columns) : UNKNOWN;
  return [
    [...batch, rows, inner],
    [...batch, inner, columns],
  ];
}

/** A row-major matrix inside of a buffer. */
interface Matrix {
  readonly buffer: Buffer;
  readonly start: Scalar;
  readonly columns: number;
}

/** The squared size of a number, as a real one. */
function squared(m: ScalarMath, x: Scalar): Scalar {
  const [re, im] = [m.realPart(x), m.imagPart(x)];
  return x.im === null ? m.mul(x, x) : m.add(m.mul(re, re), m.mul(im, im));
}

/** Reflections of one matrix: which step, with what rest of the column, and how far. */
class Reflections {
  readonly #k: KernelBuilder;
  readonly #m: ScalarMath;
  readonly #rows: number;

  constructor(k: KernelBuilder, m: ScalarMath, rows: number) {
    this.#k = k;
    this.#m = m;
    this.#rows = rows;
  }

  at({ start, columns }: Matrix, row: Scalar, column: Scalar): Scalar {
    return this.#m.add(start, this.#m.add(this.#m.mul(row, columns), column));
  }

  load(matrix: Matrix, row: Scalar, column: Scalar): Scalar {
    return this.#k.load(matrix.buffer, this.at(matrix, row, column));
  }

  store(matrix: Matrix, row: Scalar, column: Scalar, value: Scalar): void {
    this.#k.store(matrix.buffer, this.at(matrix, row, column), value);
  }

  /** The rows below `step`, one after the other. */
  below(step: Scalar, body: (row: Scalar) => void): void {
    const [k, m] = [this.#k, this.#m];
    const first = k.hold(m.add(step, 1));
    k.serial(m.sub(this.#rows, first), (i) => body(k.hold(m.add(first, i))));
  }

  /**
   * Makes the reflection that clears column `step` below the diagonal: beta = -sign(re x0) |x|,
   * v = [1, tail / (x0 - beta)], tau = conj((beta - x0) / beta). v stays in the place of what it clears.
   */
  make(work: Matrix, step: Scalar, tau: Scalar, taus: Buffer): void {
    const [k, m] = [this.#k, this.#m];
    const head = k.hold(this.load(work, step, step));
    const tail = k.cell(m.realPart(head).dtype, 0);
    this.below(step, (row) => tail.set(m.add(tail.get(), squared(m, this.load(work, row, step)))));
    const isClear =
      head.im === null ? m.eq(tail.get(), 0) : m.and(m.eq(tail.get(), 0), m.eq(m.imagPart(head), 0));
    k.if(
      isClear,
      () => k.store(taus, tau, m.constant(head.dtype, 0)),
      () => {
        const size = k.hold(m.sqrt(m.add(squared(m, head), tail.get())));
        const beta = k.hold(m.cast(m.select(m.ge(m.realPart(head), 0), m.neg(size), size), head.dtype));
        const divisor = k.hold(m.sub(head, beta));
        this.below(step, (row) => this.store(work, row, step, m.div(this.load(work, row, step), divisor)));
        k.store(taus, tau, m.conj(m.div(m.sub(beta, head), beta)));
        this.store(work, step, step, beta);
      },
    );
  }

  /** column -= tau v (v^H column), for the reflection of `step`. */
  apply(work: Matrix, step: Scalar, tau: Scalar, target: Matrix, column: Scalar): void {
    const [k, m] = [this.#k, this.#m];
    const sum = k.cell(tau.dtype, this.load(target, step, column));
    this.below(step, (row) =>
      sum.set(m.add(sum.get(), m.mul(m.conj(this.load(work, row, step)), this.load(target, row, column)))),
    );
    const scaled = k.hold(m.mul(tau, sum.get()));
    this.store(target, step, column, m.sub(this.load(target, step, column), scaled));
    this.below(step, (row) =>
      this.store(
        target,
        row,
        column,
        m.sub(this.load(target, row, column), m.mul(this.load(work, row, step), scaled)),
      ),
    );
  }
}

/** One of a batch of matrices: `work` holds it and is overwritten. */
interface Task {
  readonly work: Matrix;
  readonly q: Matrix;
  readonly r: Matrix;
  readonly rows: number;
  readonly taus: Buffer;
  readonly batch: Scalar;
}

/** Factors one matrix; q is the reflections applied to unit columns. */
function factor(k: KernelBuilder, m: ScalarMath, { work, q, r, rows, taus, batch }: Task): void {
  const { columns } = work;
  const inner = q.columns;
  const steps = Math.min(rows, columns);
  const reflections = new Reflections(k, m, rows);
  const place = (step: Scalar): Scalar => m.add(m.mul(batch, steps), step);
  k.serial(steps, (step) => {
    const tau = k.hold(place(step));
    reflections.make(work, step, tau, taus);
    const first = k.hold(m.add(step, 1));
    const amount = k.hold(k.load(taus, tau));
    k.serial(m.sub(columns, first), (i) =>
      reflections.apply(work, step, amount, work, k.hold(m.add(first, i))),
    );
  });
  k.serial(inner, (i) => {
    k.serial(columns, (j) =>
      reflections.store(
        r,
        i,
        j,
        m.select(m.le(i, j), reflections.load(work, i, j), m.constant(r.buffer.dtype, 0)),
      ),
    );
    reflections.store(q, i, i, m.constant(q.buffer.dtype, 1));
  });
  k.serial(steps, (i) => {
    const step = k.hold(m.sub(steps - 1, i));
    const amount = k.hold(m.conj(k.load(taus, place(step))));
    k.serial(inner, (column) => reflections.apply(work, step, amount, q, column));
  });
}

export const Qr = op("Qr", {
  inputs: ["input: T"],
  outputs: ["q: T", "r: T"],
  attrs: { full_matrices: bool(false), T: type("float64", "float32", "float16", "complex64", "complex128") },
  shape: (shapes, { attrs }) => qrShapes(shapes, attrs.full_matrices),
  lower: routine((k, m, { inputs: [{ shape, dtype }], outputs }) => {
    const [rows, columns] = shape.slice(-2);
    const inner = outputs[1].shape.at(-2)!;
    const count = elementCount(shape.slice(0, -2));
    const [x, q, r] = [k.input(0), k.output(0), k.output(1)];
    const work = k.temporary(dtype, x.count);
    const taus = k.temporary(dtype, count * Math.min(rows, columns));
    k.parallel(x.count, (i) => k.store(work, i, k.load(x, i)));
    k.parallel(count, (batch) => {
      const inside = (buffer: Buffer, height: number, width: number): Matrix => ({
        buffer,
        start: k.hold(m.mul(batch, height * width)),
        columns: width,
      });
      const matrices = {
        work: inside(work, rows, columns),
        q: inside(q, rows, inner),
        r: inside(r, inner, columns),
      };
      factor(k, m, { ...matrices, rows, taus, batch });
    });
  }),
  grad: missing("its rule needs MatrixTriangularSolve, which is not defined yet"),
});
