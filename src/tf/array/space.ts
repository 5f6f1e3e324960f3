// Blocks of space moved to the batch axis or to the depth axis, and back.
import { ValueError } from "../../base/errors.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { type Named, type Trailing, trailing } from "../core/arguments.ts";
import { one, scoped } from "../core/call.ts";
import { asTensor, knownIntegers, literal } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import { zeros } from "../creation/filled.ts";
import { stack } from "./join.ts";
import { getItem } from "./slices.ts";

/** A number alone stands for blocks of that many rows and columns. */
const blocksOf = (blockShape: TensorInput): TensorInput | BigInt64Array =>
  typeof blockShape === "number" ? BigInt64Array.of(BigInt(blockShape), BigInt(blockShape)) : blockShape;

/**
 * Blocks of space as elements of the batch: after padding, each position in a block makes a batch of its own.
 *
 * @param input Shape `[batch, ...space, ...rest]`.
 * @param blockShape The size of blocks along each axis of space.
 * @param paddings Shape `[axes of space, 2]`: zeros before and after.
 * @param options `name`.
 * @returns Shape `[batch * product of blockShape, ...padded space / blockShape, ...rest]`.
 * @throws InvalidArgumentError if the padded sizes are no multiples of `blockShape`.
 * @example
 * tf.spaceToBatch([[[1], [2], [3], [4]]], [2], [[0, 0]]);
 * // tf.Tensor(
 * // [[[1.]
 * //   [3.]]
 * //
 * //  [[2.]
 * //   [4.]]], shape=(2, 2, 1), dtype=float32)
 */
export const spaceToBatch = (
  input: TensorInput,
  blockShape: TensorInput,
  paddings: TensorInput,
  options: Named = {},
): Tensor => one("SpaceToBatchND", [input, blockShape, paddings], undefined, options.name);

/**
 * The inverse of `spaceToBatch`: positions in blocks from the batch axis back to space, then cropped.
 *
 * @param input Shape `[batch, ...space, ...rest]`.
 * @param blockShape The size of blocks along each axis of space; a number for two axes.
 * @param crops Shape `[axes of space, 2]`: how many to leave out before and after.
 * @param options `name`.
 * @throws InvalidArgumentError if the batch is no multiple of the product of `blockShape`.
 * @example
 * tf.batchToSpace([[[1], [3]], [[2], [4]]], [2], [[0, 1]]);
 * // tf.Tensor(
 * // [[[1.]
 * //   [2.]
 * //   [3.]]], shape=(1, 3, 1), dtype=float32)
 */
export const batchToSpace = (
  input: TensorInput,
  blockShape: TensorInput,
  crops: TensorInput,
  options: Named = {},
): Tensor => one("BatchToSpaceND", [input, blocksOf(blockShape), crops], undefined, options.name);

export interface BlockPaddingsOptions extends Named {
  /** Shape `[axes of space, 2]`: paddings to have at least; default none. */
  readonly basePaddings?: TensorInput | null;
}

/**
 * The paddings that make sizes multiples of blocks, and the crops that undo what was added.
 *
 * @param inputShape The sizes of space.
 * @param blockShape The sizes of blocks.
 * @param rest `basePaddings` and `name`, by position or as options.
 * @returns `[paddings, crops]`, for `spaceToBatch` and `batchToSpace`.
 * @throws ValueError if it is not known how many sizes `blockShape` has.
 * @example
 * tf.requiredSpaceToBatchPaddings([5, 4], [2, 2])[0];
 * // tf.Tensor(
 * // [[0 1]
 * //  [0 0]], shape=(2, 2), dtype=int32)
 */
export function requiredSpaceToBatchPaddings(
  inputShape: TensorInput,
  blockShape: TensorInput,
  ...rest: Trailing<[basePaddings: TensorInput | null], BlockPaddingsOptions>
): [paddings: Tensor, crops: Tensor] {
  const { basePaddings, name } = trailing<BlockPaddingsOptions>(["basePaddings"], rest);
  return scoped(name, "required_space_to_batch_paddings", [inputShape, blockShape], () => {
    const sizes = asTensor(inputShape, "int32", "input_shape");
    const blocks = asTensor(blockShape, "int32", "block_shape");
    const axes = blocks.shape?.[0];
    if (blocks.shape?.length !== 1 || axes === undefined || axes < 0)
      throw new ValueError("The shape of block_shape must be known and of rank 1");
    if (axes === 0) return [zeros([0, 2], "int32"), zeros([0, 2], "int32")];
    const base =
      basePaddings === undefined || basePaddings === null
        ? zeros([axes, 2], "int32")
        : asTensor(basePaddings, "int32", "base_paddings");
    const known = [sizes, blocks, base].map(knownIntegers);
    return known.every((values) => values !== null)
      ? knownPaddings(known as number[][], axes)
      : computedPaddings([sizes, blocks, base], axes);
  });
}

function knownPaddings([sizes, blocks, base]: readonly number[][], axes: number): [Tensor, Tensor] {
  const extra = Array.from({ length: axes }, (_, i) => {
    const full = sizes[i] + base[2 * i] + base[2 * i + 1];
    return (((-full % blocks[i]) + blocks[i]) % blocks[i]) as number;
  });
  const paddings = extra.map((more, i) => [base[2 * i], base[2 * i + 1] + more]);
  const crops = extra.map((more) => [0, more]);
  return [literal(paddings, "int32", "paddings"), literal(crops, "int32", "crops")];
}

function computedPaddings([sizes, blocks, base]: readonly Tensor[], axes: number): [Tensor, Tensor] {
  const start = getItem(base, ":", 0);
  const end = getItem(base, ":", 1);
  const full = one("AddV2", [one("AddV2", [sizes, start]), end]);
  const left = one("Sub", [blocks, one("FloorMod", [full, blocks])]);
  const extra = one("FloorMod", [left, blocks]);
  const padded = one("AddV2", [end, extra]);
  const rows = Array.from({ length: axes }, (_, i) => i);
  return [
    stack(
      rows.map((i) => [getItem(start, i), getItem(padded, i)]),
      { name: "paddings" },
    ),
    stack(
      rows.map((i) => [0, getItem(extra, i)]),
      { name: "crops" },
    ),
  ];
}

export interface DepthOptions extends Named {
  /** Where the axes are: "NHWC" (default), "NCHW" or "NCHW_VECT_C". */
  readonly dataFormat?: "NHWC" | "NCHW" | "NCHW_VECT_C";
}

/**
 * Depth as blocks of space.
 *
 * @param input Four axes.
 * @param blockSize Rows and columns of a block; 2 or more.
 * @param rest `dataFormat` and `name`, by position or as options.
 * @throws InvalidArgumentError if the depth is no multiple of `blockSize * blockSize`.
 * @example
 * tf.nn.depthToSpace([[[[1, 2, 3, 4]]]], 2);
 * // tf.Tensor(
 * // [[[[1.]
 * //    [2.]]
 * //
 * //   [[3.]
 * //    [4.]]]], shape=(1, 2, 2, 1), dtype=float32)
 */
export function depthToSpace(
  input: TensorInput,
  blockSize: number,
  ...rest: Trailing<[dataFormat: DepthOptions["dataFormat"]], DepthOptions>
): Tensor {
  const { dataFormat = "NHWC", name } = trailing<DepthOptions>(["dataFormat"], rest);
  return one("DepthToSpace", [input], { block_size: blockSize, data_format: dataFormat }, name);
}

/**
 * Blocks of space as depth.
 *
 * @param input Four axes.
 * @param blockSize Rows and columns of a block; 2 or more.
 * @param rest `dataFormat` and `name`, by position or as options.
 * @throws InvalidArgumentError if height or width is no multiple of `blockSize`.
 * @example
 * tf.nn.spaceToDepth([[[[1], [2]], [[3], [4]]]], 2);
 * // tf.Tensor([[[[1. 2. 3. 4.]]]], shape=(1, 1, 1, 4), dtype=float32)
 */
export function spaceToDepth(
  input: TensorInput,
  blockSize: number,
  ...rest: Trailing<[dataFormat: DepthOptions["dataFormat"]], DepthOptions>
): Tensor {
  const { dataFormat = "NHWC", name } = trailing<DepthOptions>(["dataFormat"], rest);
  return one("SpaceToDepth", [input], { block_size: blockSize, data_format: dataFormat }, name);
}
