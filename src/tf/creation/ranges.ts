// Number sequences and what is built from them: range, linspace, one-hot vectors, masks, grids.
import type { DTypeName } from "../../base/dtypes.ts";
import { ValueError } from "../../base/errors.ts";
import { Tensor } from "../../graph/tensor.ts";
import { isOptions, type Named, type Trailing, trailing } from "../core/arguments.ts";
import { type DTypeLike, dtypeName, optionalDType } from "../core/dtype-name.ts";
import { isTensorObject, one, scoped } from "../core/call.ts";
import { asTensor, knownValue, literal } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import { ones, zerosLike } from "./filled.ts";
import { reshape, shape, size } from "../array/shape.ts";
import { getItem } from "../array/slices.ts";

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
  const ends: [TensorInput, TensorInput] =
    limit === undefined || limit === null ? [0, start] : [start, limit];
  return scoped(name, "range", [...ends, delta], (scope) => {
    const type = optionalDType(dtype) ?? rangeType([...ends, delta]);
    const given = [ends[0], ends[1], delta].map((value, i) =>
      asTensor(value, undefined, ["start", "limit", "delta"][i], type),
    );
    const alike = given.map((tensor) =>
      tensor.dtype === type ? tensor : one("Cast", [tensor], { DstT: type }),
    );
    return one("Range", alike, undefined, scope);
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
export function linspace(
  start: TensorInput,
  stop: TensorInput,
  num: TensorInput,
  options: LinspaceOptions = {},
): Tensor {
  return scoped(options.name, "linspace", [start, stop, num], () =>
    spaced(start, stop, num, options.axis ?? 0),
  );
}

const sub = (x: unknown, y: unknown): Tensor => one("Sub", [x, y], undefined, "sub");
const add = (x: unknown, y: unknown): Tensor => one("AddV2", [x, y], undefined, "add");

/** start + (stop - start) * i / (num - 1), the last one being `stop` itself; cut to `num` at the end. */
function spaced(start: TensorInput, stop: TensorInput, num: TensorInput, axis: number): Tensor {
  const first = asTensor(start, undefined, "start");
  const last = asTensor(stop, first.dtype, "stop");
  const count = one("Cast", [asTensor(num, undefined, "num", "int32")], { DstT: "int32" });
  one("Cast", [count], { DstT: first.dtype });
  const common = one("BroadcastArgs", [shape(first), shape(last)]);
  const wide = [first, last].map((end) => one("BroadcastTo", [end, common]));
  const [from, to] = wide.map((end) => one("ExpandDims", [end, axis])) as [Tensor, Tensor];
  const sizes = shape(from);
  const ndim = getItem(shape(sizes), 0);
  const at = one("SelectV2", [axis >= 0, axis, add(ndim, axis)]);
  const inner = one("Maximum", [sub(count, 2), 0]);
  const steps = one("Maximum", [sub(count, 1), 1]);
  const delta = one(
    "RealDiv",
    [sub(to, from), one("Cast", [steps], { DstT: first.dtype })],
    undefined,
    "truediv",
  );
  const end = one("SelectV2", [one("GreaterEqual", [count, 0]), steps, -1]);
  const numbers = one("Cast", [range(1, end, { dtype: "int64" })], { DstT: first.dtype });
  const isAxis = one("Equal", [at, range(0, ndim)]);
  const along = one("Reshape", [numbers, one("SelectV2", [isAxis, inner, 1])]);
  const middle = add(from, one("Mul", [delta, along], undefined, "mul"));
  const all = one("ConcatV2", [[from, middle, to], at], undefined, "concat");
  const begin = zerosLike(sizes);
  const before = getItem(sizes, [0, at]);
  const wanted = one("Reshape", [count, [1]]);
  const after = getItem(sizes, [add(at, 1), null]);
  return one("Slice", [all, begin, one("ConcatV2", [[before, wanted, after], 0], undefined, "concat")]);
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
 * Vectors that are `onValue` at one index and `offValue` elsewhere; an index out of range gives only
 * `offValue`.
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
    const [a, b] = [onValue, offValue].map((value) =>
      value === undefined || value === null ? undefined : asTensor(value, undefined, "Const", given),
    );
    const type = given ?? a?.dtype ?? b?.dtype ?? "float32";
    const on = a === undefined ? literal(1, type, "on_value") : checked(a, type, "on_value");
    const off = b === undefined ? literal(0, type, "off_value") : checked(b, type, "off_value");
    const ids = asTensor(indices, undefined, "indices", "int32");
    return one("OneHot", [ids, depth, on, off], { axis: axis ?? -1 }, scope);
  });
}

function checked(tensor: Tensor, dtype: DTypeName, what: string): Tensor {
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
    const longest =
      maxlen === undefined || maxlen === null
        ? longestOf(counts)
        : asTensor(maxlen, undefined, undefined, counts.dtype);
    if (longest.shape !== null && longest.shape.length !== 0)
      throw new ValueError("maxlen must be scalar for sequence_mask");
    const places = one("Range", [literal(0, longest.dtype), longest, literal(1, longest.dtype)]);
    const limits = one("Cast", [one("ExpandDims", [counts, -1])], { DstT: places.dtype });
    const mask = one("Less", [places, limits]);
    const type = dtypeName(dtype);
    return type === "bool" ? mask : one("Cast", [mask], { DstT: type });
  });
}

function longestOf(counts: Tensor): Tensor {
  const axes = (counts.shape ?? []).map((_, axis) => axis);
  const greatest = one("Max", [counts, literal(axes, "int32")]);
  return one("Maximum", [literal(0, greatest.dtype), greatest]);
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
  const ndim = vectors.length;
  const along = (at: number): number[] => vectors.map((_, k) => (k === at ? -1 : 1));
  const tensors = vectors.map((vector) => asTensor(vector, undefined, "stack"));
  const lined = tensors.map((tensor, i) => reshape(tensor, along(i)));
  const sizes = tensors.map((tensor) => size(tensor));
  if (indexing === "xy" && ndim > 1) {
    lined[0] = reshape(lined[0]!, along(1));
    lined[1] = reshape(lined[1]!, along(0));
    [sizes[0], sizes[1]] = [sizes[1]!, sizes[0]!];
  }
  if (ndim === 0) return [];
  const factor = ones(sizes, { dtype: lined[0]!.dtype });
  return lined.map((tensor) => one("Mul", [tensor, factor], undefined, "mul"));
}

/** A scalar that is known now, as a number. */
export function knownScalar(x: unknown): number | undefined {
  if (typeof x === "number") return x;
  if (typeof x === "bigint") return Number(x);
  const value = x instanceof Tensor ? knownValue(x) : undefined;
  return value === undefined || value.data.length !== 1 ? undefined : Number(value.data[0]);
}
