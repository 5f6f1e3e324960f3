// Diagonals of matrices: made into matrices, taken out, written over; single ones and bands of them.
import { invalidArgument } from "../../base/errors.ts";
import { type Dims, elementCount, type Shape, shapeText } from "../../base/shape.ts";
import { type LowerNode, routine, type ScalarMath } from "../../graph/lowering.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { integers } from "../support/values.ts";
import { int, unravel } from "../support/loops.ts";

// biome-ignore lint/suspicious/noExplicitAny: helpers serve nodes of all attr types
export type AnyLowerNode = LowerNode<any>;
export type Align = "LEFT_RIGHT" | "RIGHT_LEFT" | "LEFT_LEFT" | "RIGHT_RIGHT";

/** Diagonals `lower` to `upper` of a `rows` x `columns` matrix, stored in rows of `longest` entries. */
export interface Band {
  readonly lower: number;
  readonly upper: number;
  readonly rows: number;
  readonly columns: number;
  readonly longest: number;
  readonly align: Align;
}

/** The length of a diagonal. */
const lengthOf = (k: number, rows: number, columns: number): number =>
  Math.min(rows + Math.min(k, 0), columns - Math.max(k, 0));

export function longestOf(lower: number, upper: number, rows: number, columns: number): number {
  return Math.min(rows + Math.min(upper, 0), columns - Math.max(lower, 0));
}

/** The two diagonals that an input names: one number stands for both. */
export function bandLimits(k: readonly number[]): { lower: number; upper: number } {
  if (k.length < 1 || k.length > 2)
    throw invalidArgument(`diag_index must have one or two elements, received ${k.length} elements.`);
  const lower = k[0];
  const upper = k[k.length - 1];
  if (lower > upper)
    throw invalidArgument(`lower_diag_index must not be larger than upper_diag_index: ${lower} > ${upper}`);
  return { lower, upper };
}

/** Requires that both diagonals lie in the matrix. */
export function checkLimits(
  { lower, upper }: { lower: number; upper: number },
  rows: number,
  columns: number,
): void {
  for (const [name, k] of [
    ["lower", lower],
    ["upper", upper],
  ] as const)
    if (!((-rows < k && k < columns) || k === 0))
      throw invalidArgument(
        `${name}_diag_index is out of bound: ${k}. It must be between ${-rows} and ${columns}`,
      );
}

export const bandOf = (
  limits: { lower: number; upper: number },
  rows: number,
  columns: number,
  align: Align,
): Band => ({
  ...limits,
  rows,
  columns,
  align,
  longest: longestOf(limits.lower, limits.upper, rows, columns),
});

/** Diagonals from the main one up follow the first word of the alignment, those below it the second. */
function isRight(align: Align, k: number): boolean {
  const [superdiagonals, subdiagonals] = align.split("_");
  return (k >= 0 ? superdiagonals : subdiagonals) === "RIGHT";
}

/** How many entries of padding stand before a diagonal's own, for the diagonal in row `d` of the band. */
export function paddingBefore(m: ScalarMath, band: Band, d: Scalar): Scalar {
  const { lower, upper, rows, columns, longest, align } = band;
  const before: number[] = [];
  for (let k = upper; k >= lower; k--)
    before.push(isRight(align, k) ? longest - lengthOf(k, rows, columns) : 0);
  return before.every((one) => one === 0) ? int(m, 0) : m.table("int32", before, d);
}

/** The length of the diagonal in row `d` of the band. */
export function lengthAt(m: ScalarMath, band: Band, d: Scalar): Scalar {
  const lengths: number[] = [];
  for (let k = band.upper; k >= band.lower; k--) lengths.push(lengthOf(k, band.rows, band.columns));
  return lengths.length === 1 ? int(m, lengths[0]) : m.table("int32", lengths, d);
}

/** Where entry (row, column) of a matrix stands in the band of batch `b`; only for entries on the band. */
export function bandPosition(m: ScalarMath, band: Band, b: Scalar, row: Scalar, column: Scalar): Scalar {
  const d = m.sub(band.upper, m.sub(column, row));
  const along = m.add(
    m.min(row, column),
    paddingBefore(m, band, m.max(m.min(d, band.upper - band.lower), 0)),
  );
  return m.add(m.mul(m.add(m.mul(b, band.upper - band.lower + 1), d), band.longest), along);
}

export const isOnBand = (m: ScalarMath, band: Band, row: Scalar, column: Scalar): Scalar =>
  m.and(m.ge(m.sub(column, row), band.lower), m.le(m.sub(column, row), band.upper));

/** Matrices with the band's entries on their diagonals, and what `elsewhere` gives off them. */
export function writeBand(
  bandOfNode: (node: AnyLowerNode) => Band,
  inputs: { readonly diagonal: number; readonly elsewhere: number | null; readonly isMatrix: boolean },
) {
  return routine((k, m, node: AnyLowerNode) => {
    const { shape } = node.outputs[0];
    const band = bandOfNode(node);
    const diagonal = k.input(inputs.diagonal);
    const other = inputs.elsewhere === null ? null : k.input(inputs.elsewhere);
    const y = k.output(0);
    const loops = [elementCount(shape.slice(0, -2)), band.rows, band.columns];
    k.parallel(y.count, (i) => {
      const [b, row, column] = unravel(m, i, loops);
      const off = other === null ? m.constant(y.dtype, 0) : k.load(other, inputs.isMatrix ? i : 0);
      const value = k.cell(y.dtype, off);
      k.if(isOnBand(m, band, row, column), () => {
        value.set(k.load(diagonal, bandPosition(m, band, b, row, column), true));
      });
      k.store(y, i, value.get());
    });
  });
}

/** The band of matrices, with `padding` where a diagonal is shorter than the longest. */
export function readBand(bandOfNode: (node: AnyLowerNode) => Band, padding: number | null) {
  return routine((k, m, node: AnyLowerNode) => {
    const { shape } = node.inputs[0];
    const band = bandOfNode(node);
    const x = k.input(0);
    const fill = padding === null ? null : k.input(padding);
    const y = k.output(0);
    const loops = [elementCount(shape.slice(0, -2)), band.upper - band.lower + 1, band.longest];
    k.parallel(y.count, (i) => {
      const [b, d, at] = unravel(m, i, loops);
      const along = k.hold(m.sub(at, paddingBefore(m, band, d)));
      const inside = m.and(m.ge(along, 0), m.lt(along, lengthAt(m, band, d)));
      const diagonal = m.sub(band.upper, d);
      const row = m.add(along, m.max(m.neg(diagonal), 0));
      const column = m.add(along, m.max(diagonal, 0));
      const value = k.cell(y.dtype, fill === null ? 0 : k.load(fill, 0));
      k.if(inside, () => {
        const from = m.add(m.mul(m.add(m.mul(b, band.rows), row), band.columns), column);
        value.set(k.load(x, from, true));
      });
      k.store(y, i, value.get());
    });
  });
}

/** The band that inputs of a node describe: matrices of known size. */
export function bandFromMatrix(matrix: Dims, k: readonly number[], align: Align): Band {
  const [rows, columns] = matrix.slice(-2);
  const limits = bandLimits(k);
  checkLimits(limits, rows, columns);
  return bandOf(limits, rows, columns, align);
}

/** The number of rows and columns of a new matrix: given, or the least that the diagonals need. */
export function newMatrixSize(
  { lower, upper }: { lower: number; upper: number },
  longest: number,
  rows: number,
  columns: number,
): [rows: number, columns: number] {
  const leastRows = longest - Math.min(upper, 0);
  const leastColumns = longest + Math.max(lower, 0);
  if (rows !== -1 && rows < leastRows)
    throw invalidArgument(`The number of rows is too small: ${rows} < ${leastRows}`);
  if (columns !== -1 && columns < leastColumns)
    throw invalidArgument(`The number of columns is too small: ${columns} < ${leastColumns}`);
  if (rows === -1 && columns === -1)
    return [Math.max(leastRows, leastColumns), Math.max(leastRows, leastColumns)];
  const size: [number, number] = [rows === -1 ? leastRows : rows, columns === -1 ? leastColumns : columns];
  if (size[0] !== leastRows && size[1] !== leastColumns)
    throw invalidArgument(
      "The number of rows or columns is not consistent with the specified d_lower, d_upper, and diagonal.",
    );
  return size;
}

/** A batch of matrices, or an error in the kernel's words. */
export function requireMatrices(x: Shape): void {
  if (x !== null && x.length < 2)
    throw invalidArgument(`input must be at least 2-dim, received shape: ${shapeText(x)}`);
}

/** The shape of a band: the row of diagonals is left out if there is one only. */
export function bandShape(batch: Dims, { lower, upper, longest }: Band): number[] {
  return lower === upper ? [...batch, longest] : [...batch, upper - lower + 1, longest];
}

export const valuesOf = (node: AnyLowerNode, input: number): number[] => integers(node.value(input));
