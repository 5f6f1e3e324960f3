// The central band of matrices, and diagonals of tensors of any even rank.
import { invalidArgument } from "../../base/errors.ts";
import { elementCount, type Shape, shapeText, UNKNOWN } from "../../base/shape.ts";
import { routine, view } from "../../graph/lowering.ts";
import { op, type, typeOr } from "../../graph/op.ts";
import { int, unravel } from "../support/loops.ts";
import { mergeSizes } from "../support/shapes.ts";
import { readPiece, writePiece } from "../support/views.ts";
import { requireMatrices } from "./band.ts";

export const MatrixBandPart = op("MatrixBandPart", {
  inputs: ["input: T", "num_lower: Tindex", "num_upper: Tindex"],
  outputs: ["band: T"],
  attrs: { T: type(), Tindex: typeOr("int64", "int32", "int64") },
  shape: ([x, lower, upper]) => {
    requireMatrices(x);
    for (const [name, shape] of [
      ["num_lower", lower],
      ["num_upper", upper],
    ] as const)
      if (shape !== null && shape.length !== 0)
        throw invalidArgument(`${name} must be scalar, got shape ${shapeText(shape)}`);
    return [x];
  },
  // y[i, j] = x[i, j] where i - j <= num_lower and j - i <= num_upper; negative numbers mean all
  lower: routine((k, m, { inputs: [{ shape }] }) => {
    const x = k.input(0);
    const y = k.output(0);
    const [rows, columns] = shape.slice(-2);
    const loops = [elementCount(shape.slice(0, -2)), rows, columns];
    const limits = [rows, columns].map((size, side) => {
      const given = k.hold(k.load(k.input(side + 1), 0));
      const name =
        side === 0
          ? "num_lower must be negative or less or equal to number of rows"
          : "num_upper must be negative or less or equal to number of columns";
      const most = m.constant(given.dtype, size);
      k.check(m.le(given, most), "INVALID_ARGUMENT", `${name} (${size}) got: %0`, [given]);
      return k.hold(m.select(m.lt(given, 0), int(m, Math.max(rows, columns)), m.cast(given, "int32")));
    });
    k.parallel(y.count, (i) => {
      const [, row, column] = unravel(m, i, loops);
      const kept = m.and(m.le(m.sub(row, column), limits[0]), m.le(m.sub(column, row), limits[1]));
      k.store(y, i, m.select(kept, k.load(x, i), m.constant(y.dtype, 0)));
    });
  }),
  // dx = the same band of dy
  grad: (t, [dy], [, lower, upper]) => [t.MatrixBandPart(dy!, lower, upper), null, null],
});

const diagonalTypes = type(
  "bfloat16",
  "float16",
  "float32",
  "float64",
  "int32",
  "int64",
  "complex64",
  "complex128",
);

export const Diag = op("Diag", {
  inputs: ["diagonal: T"],
  outputs: ["output: T"],
  attrs: { T: diagonalTypes },
  shape: ([x]) => {
    if (x !== null && x.length === 0) throw invalidArgument("Input must be at least rank 1, got 0");
    return [x === null ? null : [...x, ...x]];
  },
  lower: view(({ inputs: [{ shape }] }) => {
    const count = elementCount(shape);
    return { pieces: [writePiece([count], [count + 1])] };
  }),
  // d(diagonal) = the diagonal of dy
  grad: (t, [dy]) => [t.DiagPart(dy!)],
});

function diagPartShape([x]: Shape[]): Shape[] {
  if (x === null) return [null];
  const half = x.length / 2;
  if (x.length === 0 || x.length % 2 === 1)
    throw invalidArgument(`The rank of the tensor should be even and positive, got shape ${shapeText(x)}`);
  return [
    x.slice(0, half).map((size, i) => {
      const other = x[i + half];
      if (size !== UNKNOWN && other !== UNKNOWN && size !== other)
        throw invalidArgument(`Invalid shape ${shapeText(x)}: dimensions ${i} and ${i + half} do not match.`);
      return mergeSizes(size, other);
    }),
  ];
}

export const DiagPart = op("DiagPart", {
  inputs: ["input: T"],
  outputs: ["diagonal: T"],
  attrs: { T: diagonalTypes },
  shape: diagPartShape,
  lower: view(({ outputs: [{ shape }] }) => {
    const count = elementCount(shape);
    return { pieces: [readPiece([count], [count + 1])] };
  }),
  // dx = dy on the diagonal of zeros
  grad: (t, [dy]) => [t.Diag(dy!)],
});
