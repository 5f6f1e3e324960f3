// Pieces of view plans: which elements of an input go where in an output.
import { type Dims, elementCount, strides } from "../../base/shape.ts";
import type { ViewPiece } from "../../graph/lowering.ts";

/** Reads `input` by strides into all of a dense output. */
export function readPiece(
  shape: Dims,
  inputStrides: readonly number[],
  inputOffset = 0,
  input = 0,
  output = 0,
): ViewPiece {
  return { input, output, shape, inputOffset, inputStrides, outputOffset: 0, outputStrides: strides(shape) };
}

/** Writes all of a dense input into an output by strides. */
export function writePiece(
  shape: Dims,
  outputStrides: readonly number[],
  outputOffset = 0,
  input = 0,
  output = 0,
): ViewPiece {
  return { input, output, shape, inputOffset: 0, inputStrides: strides(shape), outputOffset, outputStrides };
}

/** Copies a dense input as it lies to an offset of an output. */
export function copyPiece(count: number, outputOffset = 0, input = 0, output = 0): ViewPiece {
  return writePiece([count], [1], outputOffset, input, output);
}

/** Strides by which an input is read when it is broadcast to `shape`. */
export function broadcastStrides(dims: Dims, shape: Dims): number[] {
  const own = strides(dims);
  const extra = shape.length - dims.length;
  return shape.map((_, axis) => (axis < extra || dims[axis - extra] === 1 ? 0 : own[axis - extra]));
}

/** Repeats the one element of a scalar input over an output. */
export const scalarPiece = (shape: Dims, input = 0, output = 0): ViewPiece =>
  readPiece([elementCount(shape)], [0], 0, input, output);
