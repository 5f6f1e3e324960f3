// View lowering: elements copied from place to place by strides.
import { elementCount } from "../../base/shape.ts";
import type { LowerNode, View, ViewPiece } from "../../graph/lowering.ts";
import type { Attrs } from "../../graph/types.ts";
import { type BuiltKernel, KernelBuilder } from "../../ir/builder.ts";
import { affine, collapse, nest } from "./loops.ts";

export function lowerView(lowering: View<Attrs>, node: LowerNode): BuiltKernel {
  const { pieces, fill } = lowering.pieces(node);
  const k = new KernelBuilder(node.op, node.inputs, node.outputs);
  if (fill !== undefined) for (const i of node.outputs.keys()) fillOutput(k, i, fill.input, pieces);
  for (const piece of pieces) copy(k, piece);
  return k.finish();
}

function fillOutput(k: KernelBuilder, index: number, input: number, pieces: readonly ViewPiece[]): void {
  const output = k.output(index);
  const own = pieces.filter((piece) => piece.output === index);
  // One piece that has as many elements as the output covers it: pieces write each element once.
  if (own.some((piece) => elementCount(piece.shape) === output.count && !repeats(piece))) return;
  const value = k.input(input);
  k.parallel(output.count, (i) => k.store(output, i, k.load(value, 0)));
}

const repeats = ({ outputStrides, shape }: ViewPiece): boolean =>
  outputStrides.some((stride, axis) => stride === 0 && shape[axis]! > 1);

function copy(k: KernelBuilder, piece: ViewPiece): void {
  if (elementCount(piece.shape) === 0) return;
  const input = k.input(piece.input);
  const output = k.output(piece.output);
  const space = collapse({ extents: piece.shape, strides: [piece.inputStrides, piece.outputStrides] });
  const extents = space.extents.length === 0 ? [1] : space.extents;
  nest(k, "parallel", extents, (at) => {
    const own = at.slice(0, space.extents.length);
    const value = k.load(input, affine(space.strides[0]!, own, piece.inputOffset));
    k.store(output, affine(space.strides[1]!, own, piece.outputOffset), value);
  });
}
