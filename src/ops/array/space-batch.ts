// Blocks of space moved into the batch and back.
import { invalidArgument } from "../../base/errors.ts";
import { type Dims, elementCount, type Shape, shapeText, strides, UNKNOWN } from "../../base/shape.ts";
import { type ViewPiece, view } from "../../graph/lowering.ts";
import { atLeast, op, type ShapeNode, type, typeOr } from "../../graph/op.ts";
import { knownIntegers, unknownSizes } from "../support/shapes.ts";
import { integers } from "../support/values.ts";
import { type Paddings, pairs } from "./pad.ts";

// biome-ignore lint/suspicious/noExplicitAny: helpers serve nodes of all attr types
type AnyNode = ShapeNode<any>;

function checkBlocks(x: Shape, blocks: readonly number[], paddings: Paddings, name: string): void {
  blocks.forEach((block, i) => {
    if (block < 1)
      throw invalidArgument(`All values in block_shape must be positive, got value, ${block} at index ${i}.`);
  });
  for (const [before, after] of paddings)
    if (before < 0 || after < 0)
      throw invalidArgument(`${name} must be non-negative: received ${before}, ${after}`);
  if (x !== null && x.length < blocks.length + 1)
    throw invalidArgument(`input rank should be >= ${blocks.length + 1} instead of ${x.length}`);
}

/** [batch * blocks, (size + padding) / block…, rest] */
function toBatchShape(x: Shape, blocks: number[] | undefined, flat: number[] | undefined): Shape {
  if (x === null) return null;
  if (blocks === undefined) return unknownSizes(x.length);
  const paddings = flat === undefined ? undefined : pairs(flat);
  checkBlocks(x, blocks, paddings ?? [], "paddings");
  const spatial = blocks.map((block, i) => {
    if (paddings === undefined || x[i + 1] < 0) return UNKNOWN;
    const padded = x[i + 1] + paddings[i][0] + paddings[i][1];
    if (padded % block !== 0)
      throw invalidArgument(`padded_shape[${i}]=${padded} is not divisible by block_shape[${i}]=${block}`);
    return padded / block;
  });
  const batch = x[0] < 0 ? UNKNOWN : x[0] * elementCount(blocks);
  return [batch, ...spatial, ...x.slice(blocks.length + 1)];
}

/** [batch / blocks, size * block - crops…, rest] */
function toSpaceShape(x: Shape, blocks: number[] | undefined, flat: number[] | undefined): Shape {
  if (x === null) return null;
  if (blocks === undefined) return unknownSizes(x.length);
  const crops = flat === undefined ? undefined : pairs(flat);
  checkBlocks(x, blocks, crops ?? [], "crops");
  const count = elementCount(blocks);
  if (x[0] >= 0 && x[0] % count !== 0)
    throw invalidArgument(
      `Input batch dimension (${x[0]}) is not divisible by product of block sizes (${count})`,
    );
  const spatial = blocks.map((block, i) => {
    if (crops === undefined || x[i + 1] < 0) return UNKNOWN;
    const cropped = x[i + 1] * block - crops[i][0] - crops[i][1];
    if (cropped < 0) throw invalidArgument(`cropped_shape[${i}]=${cropped} must be non-negative`);
    return cropped;
  });
  return [x[0] < 0 ? UNKNOWN : x[0] / count, ...spatial, ...x.slice(blocks.length + 1)];
}

/**
 * How space and blocks correspond, one piece for each place in a block: which runs of `space` (padded by
 * `before`) stand at which runs of `batch`.
 */
function blockPieces(
  space: Dims,
  batch: Dims,
  blocks: readonly number[],
  before: readonly number[],
  toBatch: boolean,
): ViewPiece[] {
  const spaceSteps = strides(space);
  const batchSteps = strides(batch);
  const rest = space.slice(blocks.length + 1);
  const pieces: ViewPiece[] = [];
  for (let place = 0; place < elementCount(blocks); place++) {
    const offsets = placeIn(blocks, place);
    // space position = block * index + offset - before must lie in [0, size)
    const first = blocks.map((block, i) => Math.max(Math.ceil((before[i] - offsets[i]) / block), 0));
    const last = blocks.map((block, i) =>
      Math.min(Math.ceil((space[i + 1] + before[i] - offsets[i]) / block), batch[i + 1]),
    );
    const counts = blocks.map((_, i) => Math.max(last[i] - first[i], 0));
    if (counts.includes(0)) continue;
    const at = (i: number): number => first[i] * blocks[i] + offsets[i] - before[i];
    const spaceSide = {
      offset: blocks.reduce((sum, _, i) => sum + at(i) * spaceSteps[i + 1], 0),
      steps: [
        spaceSteps[0],
        ...blocks.map((block, i) => block * spaceSteps[i + 1]),
        ...spaceSteps.slice(blocks.length + 1),
      ],
    };
    const batchSide = {
      offset:
        place * space[0] * batchSteps[0] +
        blocks.reduce((sum, _, i) => sum + first[i] * batchSteps[i + 1], 0),
      steps: batchSteps,
    };
    const [from, to] = toBatch ? [spaceSide, batchSide] : [batchSide, spaceSide];
    pieces.push({
      input: 0,
      output: 0,
      shape: [space[0], ...counts, ...rest],
      inputOffset: from.offset,
      inputStrides: from.steps,
      outputOffset: to.offset,
      outputStrides: to.steps,
    });
  }
  return pieces;
}

/** The indices of a place in a block. */
function placeIn(blocks: readonly number[], place: number): number[] {
  const steps = strides(blocks);
  return blocks.map((block, i) => Math.floor(place / steps[i]) % block);
}

const befores = (flat: readonly number[]): number[] => pairs(flat).map(([before]) => before);

// biome-ignore lint/suspicious/noExplicitAny: one rule for ops whose attrs differ
function viewOfBlocks(toBatch: boolean, blocksOf: (node: any) => number[], edges: number) {
  return view((node) => {
    const before = befores(integers(node.value(edges)));
    const [space, batch] = toBatch ? [node.inputs[0], node.outputs[0]] : [node.outputs[0], node.inputs[0]];
    return { pieces: blockPieces(space.shape, batch.shape, blocksOf(node), before, toBatch) };
  });
}

const index = typeOr("int32", "int32", "int64");

export const SpaceToBatchND = op("SpaceToBatchND", {
  inputs: ["input: T", "block_shape: Tblock_shape", "paddings: Tpaddings"],
  outputs: ["output: T"],
  attrs: { T: type(), Tblock_shape: index, Tpaddings: index },
  shape: ([x], node) => [toBatchShape(x, knownIntegers(node, 1), knownIntegers(node, 2))],
  lower: viewOfBlocks(true, (node) => integers(node.value(1)), 2),
  // dx = the blocks of dy moved back
  grad: (t, [dy], [, blocks, paddings]) => [t.BatchToSpaceND(dy!, blocks, paddings), null, null],
});

export const BatchToSpaceND = op("BatchToSpaceND", {
  inputs: ["input: T", "block_shape: Tblock_shape", "crops: Tcrops"],
  outputs: ["output: T"],
  attrs: { T: type(), Tblock_shape: index, Tcrops: index },
  shape: ([x], node) => [toSpaceShape(x, knownIntegers(node, 1), knownIntegers(node, 2))],
  lower: viewOfBlocks(false, (node) => integers(node.value(1)), 2),
  // dx = dy cut into blocks again
  grad: (t, [dy], [, blocks, crops]) => [t.SpaceToBatchND(dy!, blocks, crops), null, null],
});

function squareBlocks({ attrs }: Pick<AnyNode, "attrs">): number[] {
  const size = Number(attrs.block_size);
  return [size, size];
}

function requireImages(x: Shape): void {
  if (x !== null && x.length !== 4)
    throw invalidArgument(`Input must be 4-dimensional, received shape ${shapeText(x)}`);
}

const blockTensor = (size: number): BigInt64Array => BigInt64Array.of(BigInt(size), BigInt(size));

export const SpaceToBatch = op("SpaceToBatch", {
  inputs: ["input: T", "paddings: Tpaddings"],
  outputs: ["output: T"],
  attrs: { T: type(), Tpaddings: index, block_size: atLeast(2) },
  shape: ([x], node) => {
    requireImages(x);
    return [toBatchShape(x, squareBlocks(node), knownIntegers(node, 1))];
  },
  lower: viewOfBlocks(true, squareBlocks, 1),
  // dx = the blocks of dy moved back
  grad: (t, [dy], [, paddings], _y, { attrs }) => [
    t.BatchToSpaceND(dy!, blockTensor(Number(attrs.block_size)), paddings),
    null,
  ],
});

export const BatchToSpace = op("BatchToSpace", {
  inputs: ["input: T", "crops: Tidx"],
  outputs: ["output: T"],
  attrs: { T: type(), block_size: atLeast(2), Tidx: index },
  shape: ([x], node) => {
    requireImages(x);
    return [toSpaceShape(x, squareBlocks(node), knownIntegers(node, 1))];
  },
  lower: viewOfBlocks(false, squareBlocks, 1),
  // dx = dy cut into blocks again
  grad: (t, [dy], [, crops], _y, { attrs }) => [
    t.SpaceToBatchND(dy!, blockTensor(Number(attrs.block_size)), crops),
    null,
  ],
});
