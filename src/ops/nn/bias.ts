// Adding a bias to every channel: BiasAdd, BiasAddV1, BiasAddGrad; channels last or second.
import { elementCount, type Shape, shapeText, UNKNOWN } from "../../base/shape.ts";
import { invalidArgument } from "../../base/errors.ts";
import { compose, type LowerNode, type Lowering, pointwise, reduce } from "../../graph/lowering.ts";
import { type GradientBuilder, oneOf, op, type ShapeNode, type } from "../../graph/op.ts";
import type { Value } from "../../graph/types.ts";
import { concatenate, rangeOf, rankOf, shapeOf, sliceVector } from "../support/functions.ts";
import { reject } from "../support/shapes.ts";
import { numberTypes } from "../support/type-lists.ts";
import { integerTensor } from "../support/values.ts";

// biome-ignore lint/suspicious/noExplicitAny: BiasAddV1 has no data_format
type AnyShapeNode = ShapeNode<any>;

interface Format {
  readonly data_format?: "NHWC" | "NCHW";
}

const channelAxis = (rank: number, format: Format["data_format"]): number =>
  format === "NCHW" ? 1 : rank - 1;

function biasShape([value, bias]: Shape[], node: AnyShapeNode): Shape[] {
  if (value !== null && value.length < 2)
    reject(
      node,
      `Input tensor must be at least 2D: ${shapeText(value)}`,
      `Shape must be at least rank 2 but is rank ${value.length}`,
    );
  if (bias !== null && bias.length !== 1)
    reject(node, `Biases must be 1D: ${shapeText(bias)}`, `Shape must be rank 1 but is rank ${bias.length}`);
  if (value === null) return [null];
  const axis = channelAxis(value.length, node.attrs.data_format);
  const [size, count] = [value[axis], bias?.[0] ?? UNKNOWN];
  if (size >= 0 && count >= 0 && size !== count) {
    const which = node.attrs.data_format === "NCHW" ? "channel" : "last";
    reject(
      node,
      `Must provide as many biases as the ${which} dimension of the input tensor: ` +
        `${shapeText(bias)} vs. ${shapeText(value)}`,
      `Dimensions must be equal, but are ${size} and ${count}`,
    );
  }
  return [value.map((known, i) => (i === axis ? Math.max(size, count) : known))];
}

function addBias(node: LowerNode<Format>): Lowering<Format> {
  const rank = node.inputs[0].shape.length;
  if (channelAxis(rank, node.attrs.data_format) === rank - 1)
    return pointwise((m, [x, bias]) => m.add(x, bias));
  const aligned = node.inputs[0].shape.map((size, axis) => (axis === 1 ? size : 1));
  return compose((t, [x, bias]) => t.AddV2(x, t.Reshape(bias, integerTensor(aligned, "int32"))));
}

const format = oneOf(["NHWC", "NCHW"], "NHWC");

export const BiasAdd = op("BiasAdd", {
  inputs: ["value: T", "bias: T"],
  outputs: ["output: T"],
  attrs: { T: type(...numberTypes), data_format: format },
  shape: biasShape,
  lower: addBias,
  grad: (t, [dy], _, __, { attrs: { data_format } }) => [dy!, t.BiasAddGrad(dy!, { data_format })],
});

export const BiasAddV1 = op("BiasAddV1", {
  inputs: ["value: T", "bias: T"],
  outputs: ["output: T"],
  attrs: { T: type(...numberTypes) },
  shape: biasShape,
  lower: pointwise((m, [x, bias]) => m.add(x, bias)),
  grad: (t, [dy]) => [dy!, t.Sum(dy!, rangeOf(t, 0, t.Sub(rankOf(t, dy!), 1, { name: "sub" })))],
});

function biasGradShape([dy]: Shape[], node: ShapeNode<Format>): Shape[] {
  if (dy === null) return [[UNKNOWN]];
  if (dy.length < 2)
    reject(
      node,
      `Input tensor must be at least 2D: ${shapeText(dy)}`,
      `Shape must be at least rank 2 but is rank ${dy.length}`,
    );
  if (node.running && elementCount(dy) > 0x7fffffff)
    throw invalidArgument(`BiasGrad requires tensor size <= int32 max: received shape ${shapeText(dy)}`);
  return [[dy[channelAxis(dy.length, node.attrs.data_format)]]];
}

/** The bias gradient was summed over all but the channels: its own gradient is repeated over them. */
function biasGradGradient(
  t: GradientBuilder,
  ddy: Value,
  dy: Value,
  data_format: Format["data_format"],
): Value {
  const shape = shapeOf(t, dy);
  const biasShapeValue = shapeOf(t, ddy);
  const before = data_format === "NCHW" ? sliceVector(t, shape, null, 1) : sliceVector(t, shape, null, -1);
  const after = data_format === "NCHW" ? [sliceVector(t, shape, 2, null)] : [];
  const onesLike = (x: Value): Value =>
    t.Fill(shapeOf(t, x), t.literal(1, "int32", "ones_like/Const"), { name: "ones_like" });
  const aligned = concatenate(t, [onesLike(before), biasShapeValue, ...after.map(onesLike)], 0);
  const multiples = concatenate(t, [before, [1], ...after], 0);
  return t.Tile(t.Reshape(ddy, aligned), multiples);
}

export const BiasAddGrad = op("BiasAddGrad", {
  inputs: ["out_backprop: T"],
  outputs: ["output: T"],
  attrs: { T: type(...numberTypes), data_format: format },
  shape: biasGradShape,
  lower: reduce<Format>({
    axes: ({ inputs: [{ shape }], attrs }) => {
      const channel = channelAxis(shape.length, attrs.data_format);
      return [...shape.keys()].filter((axis) => axis !== channel);
    },
    combine: "sum",
  }),
  grad: (t, [ddy], [dy], _, { attrs: { data_format } }) => [biasGradGradient(t, ddy!, dy, data_format)],
});
