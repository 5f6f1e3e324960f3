// Blocks of space moved into the channels and back.
import { invalidArgument, ValueError } from "../../base/errors.ts";
import { type Dims, type Shape, strides, UNKNOWN } from "../../base/shape.ts";
import { type LowerNode, view } from "../../graph/lowering.ts";
import { atLeast, oneOf, op, type ShapeNode, type } from "../../graph/op.ts";
import { movingObjects } from "../support/strings.ts";
import { readPiece } from "../support/views.ts";

type Format = "NHWC" | "NCHW" | "NCHW_VECT_C";
type Attrs = { block_size: number; data_format: Format };

const attrs = {
  T: type(),
  block_size: atLeast(2),
  data_format: oneOf(["NHWC", "NCHW", "NCHW_VECT_C"], "NHWC"),
};

interface Image<N> {
  readonly batch: N;
  readonly height: N;
  readonly width: N;
  readonly depth: N;
}

/** The sizes (or strides) of an image by name. */
function imageOf(list: readonly number[], format: Format): Image<number> {
  const [batch, a, b, c] = list;
  return format === "NHWC"
    ? { batch, height: a, width: b, depth: c }
    : { batch, depth: a, height: b, width: c };
}

const listOf = ({ batch, height, width, depth }: Image<number>, format: Format): number[] =>
  format === "NHWC" ? [batch, height, width, depth] : [batch, depth, height, width];

function requireFormat(x: Shape, { attrs: { data_format } }: ShapeNode<Attrs>): void {
  if (data_format === "NCHW_VECT_C")
    throw invalidArgument(`Only NHWC and NCHW data formats are supported here. Got ${data_format}`);
  if (x !== null && x.length !== 4) throw invalidArgument(`Input rank should be: 4 instead of: ${x.length}`);
}

function spaceToDepthShape([x]: Shape[], node: ShapeNode<Attrs>): Shape[] {
  requireFormat(x, node);
  if (x === null) return [[UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN]];
  const block = Number(node.attrs.block_size);
  const { batch, height, width, depth } = imageOf(x, node.attrs.data_format);
  if ((height >= 0 && height % block !== 0) || (width >= 0 && width % block !== 0))
    throw invalidArgument(
      `Image width ${width} and height ${height} should be divisible by block_size: ${block}`,
    );
  const part = (size: number): number => (size < 0 ? UNKNOWN : size / block);
  const channels = depth < 0 ? UNKNOWN : depth * block * block;
  return [
    listOf({ batch, height: part(height), width: part(width), depth: channels }, node.attrs.data_format),
  ];
}

function depthToSpaceShape([x]: Shape[], node: ShapeNode<Attrs>): Shape[] {
  requireFormat(x, node);
  if (x === null) return [[UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN]];
  const block = Number(node.attrs.block_size);
  const { batch, height, width, depth } = imageOf(x, node.attrs.data_format);
  if (depth >= 0 && depth % (block * block) !== 0)
    throw invalidArgument(`Input depth dimension ${depth} should be divisible by: ${block * block}`);
  const times = (size: number): number => (size < 0 ? UNKNOWN : size * block);
  const channels = depth < 0 ? UNKNOWN : depth / (block * block);
  return [
    listOf({ batch, height: times(height), width: times(width), depth: channels }, node.attrs.data_format),
  ];
}

/** Loops over [batch, height, blockRow, width, blockColumn, channel] with the strides on either side. */
function blockLoops(space: Dims, depthSide: Dims, { block_size, data_format }: Attrs) {
  const block = Number(block_size);
  const large = imageOf(strides(space), data_format);
  const small = imageOf(strides(depthSide), data_format);
  const { batch, height, width } = imageOf(depthSide, data_format);
  const { depth: channels } = imageOf(space, data_format);
  return {
    shape: [batch, height, block, width, block, channels],
    space: [large.batch, large.height * block, large.height, large.width * block, large.width, large.depth],
    depth: [
      small.batch,
      small.height,
      small.depth * block * channels,
      small.width,
      small.depth * channels,
      small.depth,
    ],
  };
}

export const SpaceToDepth = op("SpaceToDepth", {
  inputs: ["input: T"],
  outputs: ["output: T"],
  attrs,
  shape: spaceToDepthShape,
  lower: movingObjects(
    view((node: LowerNode<Attrs>) => {
      const { shape, space, depth } = blockLoops(node.inputs[0].shape, node.outputs[0].shape, node.attrs);
      return { pieces: [{ ...readPiece(shape, space), outputStrides: depth }] };
    }),
  ),
  // dx = the channels of dy moved back
  grad: (t, [dy], _x, _y, { attrs: { block_size, data_format } }) => {
    refuseVectors("SpaceToDepth", data_format);
    return [t.DepthToSpace(dy!, { block_size, data_format })];
  },
});

export const DepthToSpace = op("DepthToSpace", {
  inputs: ["input: T"],
  outputs: ["output: T"],
  attrs,
  shape: depthToSpaceShape,
  lower: movingObjects(
    view((node: LowerNode<Attrs>) => {
      const { shape, space, depth } = blockLoops(node.outputs[0].shape, node.inputs[0].shape, node.attrs);
      return { pieces: [{ ...readPiece(shape, depth), outputStrides: space }] };
    }),
  ),
  // dx = dy moved into channels again
  grad: (t, [dy], _x, _y, { attrs: { block_size, data_format } }) => {
    refuseVectors("DepthToSpace", data_format);
    return [t.SpaceToDepth(dy!, { block_size, data_format })];
  },
});

function refuseVectors(name: string, format: Format): void {
  if (format === "NCHW_VECT_C")
    throw new ValueError(
      `Cannot compute ${name} gradient with NCHW_VECT_C. NCHW_VECT_C requires qint8 data type.`,
    );
}
