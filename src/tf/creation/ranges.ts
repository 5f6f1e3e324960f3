// Number sequences and what is built from them: range, linspace, one-hot vectors, masks, grids.
import type { DTypeName } from "../../base/dtypes.ts";
import { ValueError } from "../../base/errors.ts";
import { Tensor } from "../../graph/tensor.ts";
import { isOptions, type Named, type Trailing, trailing } from "../core/arguments.ts";
import { type DTypeLike, dtypeName, optionalDType } from "../core/dtype-name.ts";
import { isTensorObject, one, scoped } from "../core/call.ts";
import { asTensor, asTensors, knownValue, literal } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import { ones } from "./filled.ts";

export interface RangeOptions extends Named {
  /** The end, which is left out, if not given by position. */
  readonly limit?: TensorInput;
  /** The step; default 1. */
  readonly delta?: TensorInput;
  /** The element type; default that of the operands, float32 for plain numbers. */
  readonly dtype?: DTypeLike;
}

/** Kinds of operands from narrow to wide: the widest decides the sequence's dtype. */
const RANGE_TYPES: readonly DTypeName[] = ["int32", "int64", "float16", "bfloat16", "float32", "float64"];

/**
 * Numbers from `start` up to, but without, `limit`: `tf.range(limit)` or `tf.range(start, limit, delta)`.
 *
 * @param start The first number; with one argument, the limit.
 * @param rest `limit`, `delta` (default 1), `dtype` and `name`, by position or as options.
 * @throws InvalidArgumentError if the step is zero or leads away from the limit.
 * @example
 * tf.range(0, 1, 0.25);
 * // tf.Tensor([0.   0.25 0.5  0.75], shape=(4,), dtype=float32)
 * @example
 * tf.range(4, { dtype: tf.int32 });
 * // tf.Tensor([0 1 2 3], shape=(4,), dtype=int32)
 */
export function range(
  start: TensorInput,
  ...rest: Trailing<[limit: TensorInput | null, delta: TensorInput, dtype: DTypeLike], RangeOptions>
): Tensor {
  const { limit, delta = 1, dtype, name } = trailing<RangeOptions>(["limit", "delta", "dtype"], rest);
  const ends: [TensorInput, TensorInput] = limit === undefined || limit === null ? [0, start] : [start, limit];
  return scoped(name, "range", [...ends, delta], (scope) => {
    const type = optionalDType(dtype) ?? rangeType([...ends, delta]);
    const [from, to, step] = [ends[0], ends[1], delta].map((value, i) => {
      const tensor = asTensor(value, undefined, ["start", "limit", "delta"][i], type);
      return tensor.dtype === type ? tensor : one("Cast", [tensor], { DstT: type });
    });
    return one("Range", [from, to, step], undefined, scope);
  });
}

// Literals take the dtype of the tensors beside them, unless they are fractions.
function rangeType(values: readonly TensorInput[]): DTypeName {
  const tensors = values.filter(isTensorObject).map((value) => asTensor(value as TensorInput).dtype);
  const literals = values.filter((value) => !isTensorObject(value));
  const isWhole = literals.every((value) => typeof value === "bigint" || Number.isInteger(value));
  const types: DTypeName[] = tensors.length > 0 && isWhole ? tensors : [...tensors, literalType(literals)];
  return types.reduce((wide, type) => (RANGE_TYPES.indexOf(type) > RANGE_TYPES.indexOf(wide) ? type : wide));
}

const literalType = (values: readonly TensorInput[]): DTypeName =>
  values.some((value) => typeof value === "bigint") ? "int64" : "float32";

export interface LinspaceOptions extends Named {
  /** Where the new dimension goes; default 0. */
  readonly axis?: number;
}

/**
 * `num` numbers at equal distances from `start` to `stop`, both included.
 *
 * @param start The first value, or a tensor of first values.
 * @param stop The last value, or a tensor of last values.
 * @param num How many, at least 1.
 * @param options `axis` and `name`.
 * @throws InvalidArgumentError if `num` is not positive.
 * @example
 * tf.linspace(0, 1, 5);
 * // tf.Tensor([0.   0.25 0.5  0.75 1.  ], shape=(5,), dtype=float32)
 */
export function linspace(start: TensorInput, stop: TensorInput, num: TensorInput, options: LinspaceOptions = {}): Tensor {
  return scoped(options.name, "linspace", [start, stop, num], () => spaced(start, stop, num, options.axis ?? 0));
}

/** start + (stop - start) * i / (num - 1), the last one being `stop` itself. */
function spaced(start: TensorInput, stop: TensorInput, num: TensorInput, axis: number): Tensor {
  const first = asTensor(start, undefined, "start");
  const last = asTensor(stop, first.dtype, "stop");
  const count = one("Cast", [one("Cast", [asTensor(num, undefined, "num", "int32")], { DstT: "int64" })], { DstT: "int32" });
  const shape = one("BroadcastArgs", [one("Shape", [first]), one("Shape", [last])]);
  const from = one("ExpandDims", [one("BroadcastTo", [first, shape]), axis]);
  const to = one("ExpandDims", [one("BroadcastTo", [last, shape]), axis]);
  const inner = one("Maximum", [one("Sub", [count, 2], undefined, "sub"), 0]);
  const steps = one("Maximum", [one("Sub", [count, 1], undefined, "sub"), 1]);
  const delta = one("RealDiv", [one("Sub", [to, from], undefined, "sub"), one("Cast", [steps], { DstT: first.dtype })], undefined, "truediv");
  const numbers = one("Cast", [one("Range", [1, one("Add", [inner, 1]), 1])], { DstT: first.dtype });
  const rank = (from.shape?.length ?? 1) as number;
  const along = new Array<number>(rank).fill(1);
  along[axis < 0 ? rank + axis : axis] = -1;
  const middle = one("AddV2", [from, one("Mul", [delta, one("Reshape", [numbers, along])], undefined, "mul")], undefined, "add");
  const all = one("ConcatV2", [[from, middle, to], axis], undefined, "concat");
  // With one number only the first is wanted.
  const sizes = new Array<TensorInput>(rank).fill(-1);
  sizes[axis < 0 ? rank + axis : axis] = count;
  return one("Slice", [all, new Array<number>(rank).fill(0), asTensor(sizes, "int32", "size")]);
}

export interface OneHotOptions extends Named {
  /** The value at the index; default 1. */
  readonly onValue?: TensorInput | null;
  /** The value elsewhere; default 0. */
  readonly offValue?: TensorInput | null;
  /** Where the new dimension goes; default -1, the last. */
  readonly axis?: number | null;
  /** The element type; default that of the values, else float32. */
  readonly dtype?: DTypeLike | null;
}

/**
 * Vectors that are `onValue` at one index and `offValue` elsewhere; an index out of range gives only `offValue`.
 *
 * @param indices Integers of any shape.
 * @param depth The length of the vectors.
 * @param rest `onValue`, `offValue`, `axis`, `dtype` and `name`, by position or as options.
 * @throws TypeError if the values have another dtype than asked for.
 * @example
 * tf.oneHot([0, 2, -1], 3);
 * // tf.Tensor(
 * // [[1. 0. 0.]
 * //  [0. 0. 1.]
 * //  [0. 0. 0.]], shape=(3, 3), dtype=float32)
 */
export function oneHot(
  indices: TensorInput,
  depth: TensorInput,
  ...rest: Trailing<
    [onValue: TensorInput | null, offValue: TensorInput | null, axis: number | null, dtype: DTypeLike | null],
    OneHotOptions
  >
): Tensor {
  const { onValue, offValue, axis, dtype, name } = trailing<OneHotOptions>(
    ["onValue", "offValue", "axis", "dtype"],
    rest,
  );
  const values = [onValue, offValue].filter((value) => value !== undefined && value !== null);
  return scoped(name, "one_hot", [indices, depth, ...values], (scope) => {
    const given = optionalDType(dtype);
    const first = values.length > 0 ? asTensor(values[0]!, undefined, "Const", given) : undefined;
    const type = given ?? first?.dtype ?? "float32";
    const on = onValue === undefined || onValue === null ? literal(1, type, "on_value") : checked(onValue, type, "on_value");
    const off = offValue === undefined || offValue === null ? literal(0, type, "off_value") : checked(offValue, type, "off_value");
    const ids = asTensor(indices, undefined, "indices", "int32");
    return one("OneHot", [ids, depth, on, off], { axis: axis ?? -1 }, scope);
  });
}

function checked(value: TensorInput, dtype: DTypeName, what: string): Tensor {
  const tensor = asTensor(value, undefined, "Const", dtype);
  if (tensor.dtype === dtype) return tensor;
  throw new TypeError(`dtype ${tensor.dtype} of ${what} does not match dtype parameter ${dtype}`);
}

export interface SequenceMaskOptions extends Named {
  /** The length of the masks; default the greatest of `lengths`. */
  readonly maxlen?: TensorInput | null;
  /** The element type; default bool. */
  readonly dtype?: DTypeLike;
}

/**
 * Masks that are true in the first `lengths[i]` places.
 *
 * @param lengths Integers of any shape.
 * @param rest `maxlen`, `dtype` and `name`, by position or as options.
 * @throws ValueError if `maxlen` is not a scalar.
 * @example
 * tf.sequenceMask([1, 3], 4);
 * // tf.Tensor(
 * // [[ True False False False]
 * //  [ True  True  True False]], shape=(2, 4), dtype=bool)
 */
export function sequenceMask(
  lengths: TensorInput,
  ...rest: Trailing<[maxlen: TensorInput | null, dtype: DTypeLike], SequenceMaskOptions>
): Tensor {
  const { maxlen, dtype = "bool", name } = trailing<SequenceMaskOptions>(["maxlen", "dtype"], rest);
  return scoped(name, "SequenceMask", [lengths, maxlen], () => {
    const counts = asTensor(lengths, undefined, undefined, "int32");
    const longest = maxlen === undefined || maxlen === null ? longestOf(counts) : asTensor(maxlen, undefined, undefined, counts.dtype);
    if (longest.shape !== null && longest.shape.length !== 0) throw new ValueError("maxlen must be scalar for sequence_mask");
    const places = one("Range", [literal(0, longest.dtype), longest, literal(1, longest.dtype)]);
    const last = one("ExpandDims", [counts, -1]);
    const limits = last.dtype === places.dtype ? last : one("Cast", [last], { DstT: places.dtype });
    const mask = one("Less", [places, limits]);
    const type = dtypeName(dtype);
    return type === "bool" ? mask : one("Cast", [mask], { DstT: type });
  });
}

function longestOf(counts: Tensor): Tensor {
  const axes = (counts.shape ?? []).map((_, axis) => axis);
  const longest = one("Max", [counts, literal(axes, "int32")]);
  return one("Maximum", [literal(0, longest.dtype), longest]);
}

export interface MeshgridOptions extends Named {
  /** "xy" (default): the first two dimensions are swapped, as in plots; "ij": they are not. */
  readonly indexing?: "xy" | "ij";
}

/**
 * Coordinates of a grid: for n vectors, n tensors of n dimensions.
 *
 * @param args Vectors of coordinates, then options: `indexing`, `name`.
 * @example
 * tf.meshgrid([1, 2], [3, 4, 5])[0];
 * // tf.Tensor(
 * // [[1. 2.]
 * //  [1. 2.]
 * //  [1. 2.]], shape=(3, 2), dtype=float32)
 */
export function meshgrid(...args: readonly (TensorInput | MeshgridOptions)[]): Tensor[] {
  const last = args[args.length - 1];
  const options: MeshgridOptions = isOptions(last) ? last : {};
  const vectors = (isOptions(last) ? args.slice(0, -1) : args) as readonly TensorInput[];
  const { indexing = "xy", name } = options;
  if (indexing !== "xy" && indexing !== "ij")
    throw new ValueError(`Argument \`indexing\` parameter must be either "xy" or "ij", got '${indexing}'`);
  return scoped(name, "meshgrid", vectors, () => grid(vectors, indexing));
}

function grid(vectors: readonly TensorInput[], indexing: "xy" | "ij"): Tensor[] {
  const tensors = asTensors(vectors);
  const swap = indexing === "xy" && tensors.length > 1;
  const order = tensors.map((_, i) => (swap && i < 2 ? 1 - i : i));
  const lined = tensors.map((tensor, i) => one("Reshape", [tensor, order.map((_, k) => (k === order[i] ? -1 : 1))]));
  const sizes = tensors.map((tensor) => one("Size", [tensor]));
  const shape = asTensor(order.map((_, k) => sizes[order.indexOf(k)]!), "int32", "packed");
  if (tensors.length === 0) return [];
  return lined.map((tensor) => one("Mul", [tensor, ones(shape, { dtype: tensor.dtype })], undefined, "mul"));
}

/** A scalar that is known now, as a number. */
export function knownScalar(x: unknown): number | undefined {
  if (typeof x === "number") return x;
  if (typeof x === "bigint") return Number(x);
  const value = x instanceof Tensor ? knownValue(x) : undefined;
  return value === undefined || value.data.length !== 1 ? undefined : Number(value.data[0]);
}
