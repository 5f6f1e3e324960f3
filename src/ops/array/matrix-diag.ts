// MatrixDiag, MatrixDiagPart and MatrixSetDiag in their three versions.
import { invalidArgument } from "../../base/errors.ts";
import { type Dims, isFullyDefined, type Shape, shapeText, UNKNOWN } from "../../base/shape.ts";
import { type GradientBuilder, oneOf, op, type ShapeNode, type } from "../../graph/op.ts";
import type { Value } from "../../graph/types.ts";
import { zeros, zerosLike } from "../support/functions.ts";
import { knownInteger, knownIntegers, merge, withRankAtLeast } from "../support/shapes.ts";
import {
  type Align,
  bandFromMatrix,
  bandLimits,
  bandOf,
  bandShape,
  newMatrixSize,
  readBand,
  requireMatrices,
  valuesOf,
  writeBand,
} from "./band.ts";

// biome-ignore lint/suspicious/noExplicitAny: helpers serve nodes of all attr types
type AnyNode = ShapeNode<any>;
const align = oneOf(["LEFT_RIGHT", "RIGHT_LEFT", "LEFT_LEFT", "RIGHT_RIGHT"], "RIGHT_LEFT");
type Aligned = { align?: Align };

/** The second version has no attr: its diagonals stand to the left. */
const alignOf = (attrs: Aligned): Align => attrs.align ?? "LEFT_LEFT";

/** `tf.linalg.diag_part(x, k)` */
const diagPart = (t: GradientBuilder, x: Value, k: Value | number, words: Aligned = {}): Value =>
  t.MatrixDiagPartV3(x, k, 0, { align: "RIGHT_LEFT", ...words, name: "diag_part" });

/** `tf.linalg.set_diag(x, diagonal, k)` */
const setDiag = (
  t: GradientBuilder,
  x: Value,
  diagonal: Value,
  k: Value | number,
  words: Aligned = {},
): Value => t.MatrixSetDiagV3(x, diagonal, k, { align: "RIGHT_LEFT", ...words, name: "set_diag" });

export const MatrixDiag = op("MatrixDiag", {
  inputs: ["diagonal: T"],
  outputs: ["output: T"],
  attrs: { T: type() },
  shape: ([x]) => [withRankAtLeast(x, 1) === null ? null : [...x!, x![x!.length - 1]]],
  lower: writeBand(({ outputs }) => bandFromMatrix(outputs[0].shape, [0], "LEFT_LEFT"), {
    diagonal: 0,
    elsewhere: null,
    isMatrix: false,
  }),
  // d(diagonal) = the diagonal of dy
  grad: (t, [dy]) => [diagPart(t, dy!, 0)],
});

function matrixDiagShape([diagonal]: Shape[], node: AnyNode): Shape[] {
  withRankAtLeast(diagonal, 1);
  const k = knownIntegers(node, 1);
  const [rows, columns] = [2, 3].map((input) => knownInteger(node, input));
  if (diagonal === null || k === undefined || rows === undefined || columns === undefined) return [null];
  const limits = bandLimits(k);
  const isBand = limits.lower < limits.upper;
  const count = limits.upper - limits.lower + 1;
  if (
    isBand &&
    (diagonal.length < 2 || (diagonal[diagonal.length - 2] >= 0 && diagonal[diagonal.length - 2] !== count))
  )
    throw invalidArgument(
      "The number of diagonals provided in the input does not match the lower_diag_index and " +
        "upper_diag_index range: " +
        `expected ${count}, received diagonals of shape ${shapeText(diagonal)}`,
    );
  const batch = diagonal.slice(0, isBand ? -2 : -1);
  const longest = diagonal[diagonal.length - 1];
  if (longest < 0) return [[...batch, rows < 0 ? UNKNOWN : rows, columns < 0 ? UNKNOWN : columns]];
  return [[...batch, ...newMatrixSize(limits, longest, rows, columns)]];
}

const newMatrices = writeBand(
  (node) => {
    const [rows, columns] = node.outputs[0].shape.slice(-2);
    const band = bandOf(bandLimits(valuesOf(node, 1)), rows, columns, alignOf(node.attrs));
    return { ...band, longest: node.inputs[0].shape.at(-1)! };
  },
  { diagonal: 0, elsewhere: 4, isMatrix: false },
);

export const MatrixDiagV2 = op("MatrixDiagV2", {
  inputs: ["diagonal: T", "k: int32", "num_rows: int32", "num_cols: int32", "padding_value: T"],
  outputs: ["output: T"],
  attrs: { T: type() },
  shape: matrixDiagShape,
  lower: newMatrices,
  // d(diagonal) = the diagonals of dy
  grad: (t, [dy], [, k]) => [diagPart(t, dy!, k), null, null, null, null],
});

export const MatrixDiagV3 = op("MatrixDiagV3", {
  inputs: ["diagonal: T", "k: int32", "num_rows: int32", "num_cols: int32", "padding_value: T"],
  outputs: ["output: T"],
  attrs: { T: type(), align },
  shape: matrixDiagShape,
  lower: newMatrices,
  // d(diagonal) = the diagonals of dy
  grad: (t, [dy], [, k], _y, { attrs }) => [
    diagPart(t, dy!, k, { align: attrs.align }),
    null,
    null,
    null,
    null,
  ],
});

function diagPartShape([x]: Shape[], k: readonly number[] | undefined, node: AnyNode): Shape[] {
  requireMatrices(x);
  if (x === null || k === undefined) return [null];
  const limits = bandLimits(k);
  if (!isFullyDefined(x.slice(-2)))
    return [
      limits.lower === limits.upper ? [...x.slice(0, -2), UNKNOWN] : [...x.slice(0, -2), UNKNOWN, UNKNOWN],
    ];
  return [bandShape(x.slice(0, -2), bandFromMatrix(x, k, alignOf(node.attrs)))];
}

export const MatrixDiagPart = op("MatrixDiagPart", {
  inputs: ["input: T"],
  outputs: ["diagonal: T"],
  attrs: { T: type() },
  shape: (x, node) => diagPartShape(x, [0], node),
  lower: readBand(({ inputs }) => bandFromMatrix(inputs[0].shape, [0], "LEFT_LEFT"), null),
  // dx = dy on the diagonal of a matrix of zeros
  grad: (t, [dy], [x]) => {
    const [rows, columns] = x.shape?.slice(-2) ?? [UNKNOWN, UNKNOWN];
    if (rows >= 0 && rows === columns) return [newDiag(t, dy!, 0, [-1, -1])];
    return [setDiag(t, zerosLike(t, x), dy!, 0)];
  },
});

/** `tf.linalg.diag(x, k, num_rows, num_cols)` */
function newDiag(
  t: GradientBuilder,
  x: Value,
  k: Value | number,
  [rows, columns]: readonly number[],
  words: Aligned = {},
): Value {
  return t.MatrixDiagV3(x, k, rows, columns, 0, { align: "RIGHT_LEFT", ...words, name: "diag" });
}

function partGradient(t: GradientBuilder, dy: Value, x: Value, k: Value, words: Aligned): Value {
  const size = x.shape?.slice(-2) ?? null;
  return isFullyDefined(size) ? newDiag(t, dy, k, size, words) : setDiag(t, zerosLike(t, x), dy, k, words);
}

export const MatrixDiagPartV2 = op("MatrixDiagPartV2", {
  inputs: ["input: T", "k: int32", "padding_value: T"],
  outputs: ["diagonal: T"],
  attrs: { T: type() },
  shape: (x, node) => diagPartShape(x, knownIntegers(node, 1), node),
  lower: readBand((node) => bandFromMatrix(node.inputs[0].shape, valuesOf(node, 1), "LEFT_LEFT"), 2),
  // dx = dy on the diagonals of a matrix of zeros
  grad: (t, [dy], [x, k]) => [partGradient(t, dy!, x, k, {}), null, null],
});

export const MatrixDiagPartV3 = op("MatrixDiagPartV3", {
  inputs: ["input: T", "k: int32", "padding_value: T"],
  outputs: ["diagonal: T"],
  attrs: { T: type(), align },
  shape: (x, node) => diagPartShape(x, knownIntegers(node, 1), node),
  lower: readBand((node) => bandFromMatrix(node.inputs[0].shape, valuesOf(node, 1), alignOf(node.attrs)), 2),
  // dx = dy on the diagonals of a matrix of zeros
  grad: (t, [dy], [x, k], _y, { attrs }) => [partGradient(t, dy!, x, k, { align: attrs.align }), null, null],
});

function setDiagShape([x, diagonal]: Shape[], k: readonly number[] | undefined, node: AnyNode): Shape[] {
  requireMatrices(x);
  withRankAtLeast(diagonal, 1);
  if (x === null || diagonal === null || k === undefined) return [x];
  if (!isFullyDefined(x) || !isFullyDefined(diagonal)) return [x];
  const expected = bandShape(x.slice(0, -2), bandFromMatrix(x, k, alignOf(node.attrs)));
  if (expected.length === diagonal.length && expected.every((size, i) => size === diagonal[i])) return [x];
  throw invalidArgument(
    "Either first dimensions of diagonal don't match input.shape[:-2], or diagonal.shape[:-1] is not equal " +
      "to the longests diagonal in range [lower_diag_index:upper_diag_index].\n" +
      `Input shape: ${shapeText(x)}\nDiagonal shape: ${shapeText(diagonal)}\n` +
      `Expected diagonal shape: ${shapeText(expected)}`,
  );
}

const overMatrix = { diagonal: 1, elsewhere: 0, isMatrix: true };

/** A zero diagonal of the shape that a matrix has. */
function zeroDiagonal(t: GradientBuilder, x: Value, dy: Value, diagonal: Value): Value {
  const shape = merge(x.shape, dy.shape);
  if (!isFullyDefined(shape)) return zerosLike(t, diagonal);
  return zeros(t, [...shape.slice(0, -2), Math.min(...shape.slice(-2))], dy.dtype);
}

export const MatrixSetDiag = op("MatrixSetDiag", {
  inputs: ["input: T", "diagonal: T"],
  outputs: ["output: T"],
  attrs: { T: type() },
  shape: (x, node) => setDiagShape(x, [0], node),
  lower: writeBand(({ inputs }) => bandFromMatrix(inputs[0].shape, [0], "LEFT_LEFT"), overMatrix),
  // dx = dy with a zero diagonal, d(diagonal) = the diagonal of dy
  grad: (t, [dy], [x, diagonal]) => [
    setDiag(t, dy!, zeroDiagonal(t, x, dy!, diagonal), 0),
    diagPart(t, dy!, 0),
  ],
});

function noDiagonal(t: GradientBuilder, dy: Value, diagonal: Value): Value {
  return isFullyDefined(diagonal.shape) ? zeros(t, diagonal.shape as Dims, dy.dtype) : t.ZerosLike(diagonal);
}

export const MatrixSetDiagV2 = op("MatrixSetDiagV2", {
  inputs: ["input: T", "diagonal: T", "k: int32"],
  outputs: ["output: T"],
  attrs: { T: type() },
  shape: (x, node) => setDiagShape(x, knownIntegers(node, 2), node),
  lower: writeBand(
    (node) => bandFromMatrix(node.inputs[0].shape, valuesOf(node, 2), "LEFT_LEFT"),
    overMatrix,
  ),
  // dx = dy with zero diagonals, d(diagonal) = the diagonals of dy
  grad: (t, [dy], [, diagonal, k]) => [
    setDiag(t, dy!, noDiagonal(t, dy!, diagonal), k),
    diagPart(t, dy!, k),
    null,
  ],
});

export const MatrixSetDiagV3 = op("MatrixSetDiagV3", {
  inputs: ["input: T", "diagonal: T", "k: int32"],
  outputs: ["output: T"],
  attrs: { T: type(), align },
  shape: (x, node) => setDiagShape(x, knownIntegers(node, 2), node),
  lower: writeBand(
    (node) => bandFromMatrix(node.inputs[0].shape, valuesOf(node, 2), alignOf(node.attrs)),
    overMatrix,
  ),
  // dx = dy with zero diagonals, d(diagonal) = the diagonals of dy
  grad: (t, [dy], [, diagonal, k], _y, { attrs }) => [
    setDiag(t, dy!, noDiagonal(t, dy!, diagonal), k, { align: attrs.align }),
    diagPart(t, dy!, k, { align: attrs.align }),
    null,
  ],
});
