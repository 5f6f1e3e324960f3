// Compares factors of matrices, which are determined only up to sign, phase or order.
import type { TensorValue } from "../../src/graph/types.ts";
import type { Tolerance } from "./cases.ts";
import { type Numbers, numbersDifference, numbersOf, zeros } from "./numbers.ts";

/** A stack of matrices: element (m, r, c) is at (m * rows + r) * columns + c. */
interface Matrices extends Numbers {
  readonly count: number;
  readonly rows: number;
  readonly columns: number;
}

function emptyMatrices(count: number, rows: number, columns: number): Matrices {
  return { ...zeros(count * rows * columns), count, rows, columns };
}

function matricesOf(tensor: TensorValue): Matrices {
  const [rows, columns] = tensor.shape.slice(-2);
  const count = tensor.shape.slice(0, -2).reduce((product, size) => product * size, 1);
  return { ...numbersOf(tensor), count, rows, columns };
}

/** For each column the phase p/|p| of its largest entry p. */
function columnPhases(matrices: Matrices): Matrices {
  const { count, rows, columns, re, im } = matrices;
  const phases = emptyMatrices(count, 1, columns);
  for (let m = 0; m < count; m++)
    for (let c = 0; c < columns; c++) {
      let largest = m * rows * columns + c;
      for (let r = 1; r < rows; r++) {
        const at = (m * rows + r) * columns + c;
        if (Math.hypot(re[at], im[at]) > Math.hypot(re[largest], im[largest])) largest = at;
      }
      const size = Math.hypot(re[largest], im[largest]);
      phases.re[m * columns + c] = size > 0 ? re[largest] / size : 1;
      phases.im[m * columns + c] = size > 0 ? im[largest] / size : 0;
    }
  return phases;
}

/** Every element times what `factor` gives for its matrix, row and column. */
function scaled(
  a: Matrices,
  factor: (m: number, r: number, c: number) => [re: number, im: number],
): Matrices {
  const result = emptyMatrices(a.count, a.rows, a.columns);
  for (let m = 0, at = 0; m < a.count; m++)
    for (let r = 0; r < a.rows; r++)
      for (let c = 0; c < a.columns; c++, at++) {
        const [re, im] = factor(m, r, c);
        result.re[at] = a.re[at] * re - a.im[at] * im;
        result.im[at] = a.re[at] * im + a.im[at] * re;
      }
  return result;
}

/** Columns divided by their phases, so that the largest entry of each is real and positive. */
function withoutPhases(a: Matrices, phases: Matrices): Matrices {
  return scaled(a, (m, _, c) => [phases.re[m * a.columns + c], -phases.im[m * a.columns + c]]);
}

function firstColumns(a: Matrices, columns: number): Matrices {
  const result = emptyMatrices(a.count, a.rows, columns);
  for (let row = 0; row < a.count * a.rows; row++)
    for (let c = 0; c < columns; c++) {
      result.re[row * columns + c] = a.re[row * a.columns + c];
      result.im[row * columns + c] = a.im[row * a.columns + c];
    }
  return result;
}

/** a @ b^H */
function timesAdjoint(a: Matrices, b: Matrices): Matrices {
  const result = emptyMatrices(a.count, a.rows, b.rows);
  for (let m = 0, at = 0; m < a.count; m++)
    for (let r = 0; r < a.rows; r++)
      for (let c = 0; c < b.rows; c++, at++)
        for (let k = 0; k < a.columns; k++) {
          const x = (m * a.rows + r) * a.columns + k;
          const y = (m * b.rows + c) * b.columns + k;
          result.re[at] += a.re[x] * b.re[y] + a.im[x] * b.im[y];
          result.im[at] += a.im[x] * b.re[y] - a.re[x] * b.im[y];
        }
  return result;
}

/** Eigenvalues, and eigenvectors up to sign or phase. */
export function eigenDifference(
  got: TensorValue[],
  want: TensorValue[],
  tolerance: Tolerance,
): string | null {
  const vectors = (outputs: TensorValue[]): Matrices => {
    const matrices = matricesOf(outputs[1]);
    return withoutPhases(matrices, columnPhases(matrices));
  };
  return (
    numbersDifference(numbersOf(got[0]), numbersOf(want[0]), tolerance) ??
    numbersDifference(vectors(got), vectors(want), tolerance)
  );
}

/** Q's columns and R's rows up to sign or phase; columns of Q beyond R's are any completion. */
export function qrDifference(got: TensorValue[], want: TensorValue[], tolerance: Tolerance): string | null {
  const columns = Math.min(want[0].shape.at(-2)!, want[1].shape.at(-1)!);
  const factors = ([q, r]: TensorValue[]): [Matrices, Matrices] => {
    const matrices = matricesOf(q);
    const phases = columnPhases(matrices);
    const rows = scaled(matricesOf(r), (m, row) => {
      const at = m * phases.columns + row;
      return [phases.re[at], phases.im[at]];
    });
    return [firstColumns(withoutPhases(matrices, phases), columns), rows];
  };
  const [gotQ, gotR] = factors(got);
  const [wantQ, wantR] = factors(want);
  return numbersDifference(gotQ, wantQ, tolerance) ?? numbersDifference(gotR, wantR, tolerance);
}

/** Singular values, and the product u * diag(s) * v^H. */
export function svdDifference(got: TensorValue[], want: TensorValue[], tolerance: Tolerance): string | null {
  const rank = want[0].shape.at(-1)!;
  const product = ([s, u, v]: TensorValue[]): Matrices => {
    const values = numbersOf(s);
    const left = scaled(firstColumns(matricesOf(u), rank), (m, _, c) => [values.re[m * rank + c], 0]);
    return timesAdjoint(left, firstColumns(matricesOf(v), rank));
  };
  return (
    numbersDifference(numbersOf(got[0]), numbersOf(want[0]), tolerance) ??
    numbersDifference(product(got), product(want), tolerance)
  );
}

/** Rows sorted by real, then imaginary part. Rounding first keeps nearly equal parts from swapping. */
function sortedRows(tensor: TensorValue): Numbers {
  const { re, im } = numbersOf(tensor);
  const size = tensor.shape.at(-1) ?? 1;
  const round = (value: number): number => Math.round(value * 1e4) / 1e4;
  const rows: [number, number][] = [];
  for (let start = 0; start < re.length; start += size) {
    const row = Array.from({ length: size }, (_, i): [number, number] => [
      round(re[start + i]),
      round(im[start + i]),
    ]);
    rows.push(...row.sort((a, b) => a[0] - b[0] || a[1] - b[1]));
  }
  return {
    re: Float64Array.from(rows, ([value]) => value),
    im: Float64Array.from(rows, ([, value]) => value),
  };
}

/** Values in any order along the last axis of output 0. */
export function setDifference(got: TensorValue[], want: TensorValue[], tolerance: Tolerance): string | null {
  const { relative, absolute } = tolerance === "exact" ? { relative: 0, absolute: 0 } : tolerance;
  return numbersDifference(sortedRows(got[0]), sortedRows(want[0]), {
    relative,
    absolute: Math.max(absolute, 1e-3),
  });
}
