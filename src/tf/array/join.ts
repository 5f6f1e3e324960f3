// Putting tensors together and taking them apart.
import { ValueError } from "../../base/errors.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { type Named, type Trailing, trailing } from "../core/arguments.ts";
import { isTensorObject, many, one, scoped } from "../core/call.ts";
import { asTensor, } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";

/**
 * Joins tensors along an axis that they have.
 *
 * @param values Tensors of one dtype, with the same sizes but for `axis`.
 * @param axis The axis; negative ones count from the last.
 * @param options `name`.
 * @throws InvalidArgumentError if other sizes differ.
 * @example
 * tf.concat([[[1, 2]], [[3, 4]]], 0);
 * // tf.Tensor(
 * // [[1. 2.]
 * //  [3. 4.]], shape=(2, 2), dtype=float32)
 */
export function concat(
  values: readonly TensorInput[] | Tensor,
  axis: number | Tensor,
  options: Named = {},
): Tensor {
  const list = Array.isArray(values) ? (values as readonly TensorInput[]) : [values as Tensor];
  if (list.length !== 1) return one("ConcatV2", [list, axis], undefined, options.name ?? "concat");
  return scoped(options.name, "concat", list, (scope) => {
    asTensor(axis, undefined, "concat_dim", "int32");
    return one("Identity", [list[0]], undefined, scope === undefined ? undefined : "concat");
  });
}

export interface AxisOptions extends Named {
  /** The axis; default 0. */
  readonly axis?: number;
}

/**
 * Joins tensors of one shape along a new axis.
 *
 * @param values Tensors of one dtype and shape.
 * @param rest `axis` (default 0) and `name`, by position or as options.
 * @throws InvalidArgumentError if shapes differ.
 * @example
 * tf.stack([[1, 2], [3, 4]], 1);
 * // tf.Tensor(
 * // [[1. 3.]
 * //  [2. 4.]], shape=(2, 2), dtype=float32)
 */
export function stack(
  values: readonly TensorInput[] | Tensor,
  ...rest: Trailing<[axis: number], AxisOptions>
): Tensor {
  const { axis = 0, name } = trailing<AxisOptions>(["axis"], rest);
  const list = Array.isArray(values) ? (values as readonly TensorInput[]) : unstack(values as Tensor);
  // A list is a tensor already: plain data alone one constant, with tensors in it a stack of its scalars.
  if (axis === 0 && !list.every(isTensorObject)) return asTensor(list, undefined, name ?? "stack");
  return one("Pack", [list], { axis }, name ?? "stack");
}

export interface UnstackOptions extends AxisOptions {
  /** How many there are, where the size is not known. */
  readonly num?: number | null;
}

/**
 * Takes a tensor apart along an axis: one tensor for each index.
 *
 * @param value A tensor with at least one dimension.
 * @param rest `num`, `axis` (default 0) and `name`, by position or as options.
 * @throws ValueError if the number is neither known nor given.
 * @example
 * tf.unstack([[1, 2], [3, 4]], { axis: 1 })[0];
 * // tf.Tensor([1. 3.], shape=(2,), dtype=float32)
 */
export function unstack(
  value: TensorInput,
  ...rest: Trailing<[num: number | null, axis: number], UnstackOptions>
): readonly Tensor[] {
  const { num, axis = 0, name } = trailing<UnstackOptions>(["num", "axis"], rest);
  const tensor = asTensor(value, undefined, "value");
  return many("Unpack", [tensor], { axis, num: num ?? sizeAlong(tensor, axis) }, name ?? "unstack");
}

function sizeAlong(tensor: Tensor, axis: number): number {
  const { shape } = tensor;
  if (shape === null) throw new ValueError("Cannot infer argument `num` from shape <unknown>");
  if (axis < -shape.length || axis >= shape.length)
    throw new ValueError(`Argument \`axis\` = ${axis} not in range [${-shape.length}, ${shape.length})`);
  const size = shape.at(axis)!;
  if (size < 0) throw new ValueError(`Cannot infer argument \`num\` from shape ${JSON.stringify(shape)}`);
  return size;
}

export interface SplitOptions extends AxisOptions {
  /** How many pieces, where the number of sizes is not known. */
  readonly num?: number | null;
}

/**
 * Cuts a tensor into pieces along an axis.
 *
 * @param value The tensor.
 * @param numOrSizeSplits How many equal pieces, or the sizes of the pieces; one size may be -1.
 * @param rest `axis` (default 0), `num` and `name`, by position or as options.
 * @throws InvalidArgumentError if the axis cannot be cut like that.
 * @example
 * tf.split([1, 2, 3, 4, 5], [3, 2])[1];
 * // tf.Tensor([4. 5.], shape=(2,), dtype=float32)
 */
export function split(
  value: TensorInput,
  numOrSizeSplits: number | readonly number[] | Tensor,
  ...rest: Trailing<[axis: number, num: number | null], SplitOptions>
): readonly Tensor[] {
  const { axis = 0, num, name } = trailing<SplitOptions>(["axis", "num"], rest);
  if (typeof numOrSizeSplits === "number")
    return many("Split", [axis, value], { num_split: numOrSizeSplits }, name ?? "split");
  const sizes = asTensor(numOrSizeSplits as TensorInput, undefined, undefined, "int32");
  const count = num ?? sizes.shape?.[0] ?? -1;
  if (sizes.shape?.length === 0)
    throw new ValueError("Rank-0 tensors are not supported as the num_or_size_splits argument to split.");
  if (count < 0) throw new ValueError("Cannot infer argument `num` from shape of the sizes");
  return many("SplitV", [value, sizes, axis], { num_split: count }, name ?? "split");
}

/**
 * Repeats a whole tensor along each axis.
 *
 * @param input The tensor.
 * @param multiples How often, one number for each axis.
 * @param options `name`.
 * @example
 * tf.tile([[1, 2]], [2, 2]);
 * // tf.Tensor(
 * // [[1. 2. 1. 2.]
 * //  [1. 2. 1. 2.]], shape=(2, 4), dtype=float32)
 */
export function tile(input: TensorInput, multiples: TensorInput, options: Named = {}): Tensor {
  return one("Tile", [input, multiples], undefined, options.name);
}

export interface PadOptions extends Named {
  /** "CONSTANT" (default), "REFLECT" (without the border) or "SYMMETRIC" (with it); in either case. */
  readonly mode?: string;
  /** What constant padding holds; default 0. */
  readonly constantValues?: TensorInput;
}

/**
 * Adds elements before and after, along each axis.
 *
 * @param tensor The tensor.
 * @param paddings For each axis, how many before and how many after.
 * @param rest `mode`, `constantValues` and `name`, by position or as options.
 * @throws ValueError for an unknown mode; InvalidArgumentError if there is too little to reflect.
 * @example
 * tf.pad([[1, 2]], [[1, 0], [0, 2]]);
 * // tf.Tensor(
 * // [[0. 0. 0. 0.]
 * //  [1. 2. 0. 0.]], shape=(2, 4), dtype=float32)
 */
export function pad(
  tensor: TensorInput,
  paddings: TensorInput,
  ...rest: Trailing<[mode: string, constantValues: TensorInput], PadOptions>
): Tensor {
  const {
    mode = "CONSTANT",
    constantValues = 0,
    name,
  } = trailing<PadOptions>(["mode", "constantValues"], rest);
  const kind = mode.toUpperCase();
  if (kind === "REFLECT" || kind === "SYMMETRIC")
    return one("MirrorPad", [tensor, paddings], { mode: kind }, name);
  if (kind !== "CONSTANT")
    throw new ValueError(
      'Value of argument `mode` expected to be one of "CONSTANT", "REFLECT", or "SYMMETRIC". ' +
        `Received ${mode}`,
    );
  if (!isTensorObject(constantValues) && constantValues === 0)
    return one("Pad", [tensor, paddings], undefined, name);
  return one("PadV2", [tensor, paddings, constantValues], undefined, name);
}
