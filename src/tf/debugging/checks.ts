// tf.debugging: checks of shapes, dtypes and special values.
import { invalidArgument, ValueError } from "../../base/errors.ts";
import { isInteger } from "../../base/dtypes.ts";
import { pythonShapeText } from "../../base/shape.ts";
import { EagerTensor } from "../../engine/eager-tensor.ts";
import type { Tensor } from "../../graph/tensor.ts";
import type { Named } from "../core/arguments.ts";
import { isTensorObject, one, scoped } from "../core/call.ts";
import { type DTypeLike, dtypeName, optionalDType } from "../core/dtype-name.ts";
import { asTensor, literal } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import { isNumeric } from "../array/identity.ts";
import { Assert, type AssertOptions, type Assertion } from "./assert.ts";

export interface MessageOptions extends Named {
  /** What the error says first. */
  readonly message?: string | null;
}

const opening = (message: string | null | undefined): string =>
  message === undefined || message === null || message === "" ? "" : `${message}.  `;

const nameOf = (tensor: Tensor): string => (tensor as { name?: string }).name ?? "";

export interface NearOptions extends AssertOptions {
  /** Relative tolerance; default ten times the dtype's precision. */
  readonly rtol?: TensorInput | null;
  /** Absolute tolerance; default ten times the dtype's precision. */
  readonly atol?: TensorInput | null;
}

const EPSILON: Readonly<Record<string, number>> = {
  float16: 2 ** -10,
  bfloat16: 2 ** -7,
  float32: 2 ** -23,
  float64: 2 ** -52,
  complex64: 2 ** -23,
  complex128: 2 ** -52,
};

/**
 * Raises an error unless |x - y| <= atol + rtol * |y| everywhere.
 *
 * @param x Numbers.
 * @param y Numbers of the same dtype.
 * @param options `rtol`, `atol`, `message`, `summarize` and `name`.
 * @throws InvalidArgumentError otherwise.
 * @example
 * tf.debugging.assertNear([1, 2], [1, 2.0000001]);
 * // undefined
 */
export function assertNear(x: TensorInput, y: TensorInput, options: NearOptions = {}): Assertion {
  const { message, summarize, name } = options;
  return scoped(name, "assert_near", [x, y], () => {
    const a = asTensor(x);
    const b = asTensor(y, undefined, undefined, a.dtype);
    const usual = 10 * (EPSILON[a.dtype] ?? 0);
    const rtol = asTensor(options.rtol ?? usual, a.dtype, "rtol");
    const atol = asTensor(options.atol ?? usual, a.dtype, "atol");
    const distance = one("Abs", [one("Sub", [a, b])]);
    const limit = one("AddV2", [atol, one("Mul", [rtol, one("Abs", [b])])]);
    const test = one("Less", [distance, limit]);
    const all = one("All", [
      test,
      literal(
        (test.shape ?? []).map((_, i) => i),
        "int32",
      ),
    ]);
    const about = (title: string, tensor: Tensor): string =>
      `${title} (shape=${pythonShapeText(tensor.shape)} dtype=${tensor.dtype}) = `;
    const data = [
      `x and y not equal to tolerance rtol = ${rtol}, atol = ${atol}`,
      about("x", a),
      a,
      about("y", b),
      b,
    ];
    const said = opening(message);
    return Assert(all, said === "" ? data : [said, ...data], { summarize: summarize ?? null });
  });
}

/**
 * Raises an error unless a tensor has a rank.
 *
 * @param x Any tensor.
 * @param rank The rank.
 * @param options `message`.
 * @throws ValueError if the rank is known to differ.
 * @example
 * tf.debugging.assertRank([1, 2], 1);
 * // undefined
 */
export function assertRank(x: TensorInput, rank: number, { message }: MessageOptions = {}): void {
  checkRank(asTensor(x), (known) => known === rank, `rank ${rank}`, message);
}

function checkRank(
  tensor: Tensor,
  holds: (rank: number) => boolean,
  what: string,
  message: string | null | undefined,
): void {
  const { shape } = tensor;
  if (shape === null || holds(shape.length)) return;
  throw new ValueError(
    `${opening(message)}Tensor ${nameOf(tensor)} must have ${what}.  ` +
      `Received rank ${shape.length}, shape ${pythonShapeText(shape)}`,
  );
}

/**
 * Raises an error unless a tensor has a rank or a higher one.
 *
 * @param x Any tensor.
 * @param rank The least rank.
 * @param options `message`.
 * @throws ValueError if the rank is known to be lower.
 * @example
 * tf.debugging.assertRankAtLeast([[1]], 1);
 * // undefined
 */
export function assertRankAtLeast(x: TensorInput, rank: number, { message }: MessageOptions = {}): void {
  checkRank(asTensor(x), (known) => known >= rank, `rank at least ${rank}`, message);
}

/**
 * Raises an error unless a tensor has one of several ranks.
 *
 * @param x Any tensor.
 * @param ranks The ranks.
 * @param options `message`.
 * @throws ValueError if the rank is known to be none of them.
 * @example
 * tf.debugging.assertRankIn([1, 2], [0, 1]);
 * // undefined
 */
export function assertRankIn(
  x: TensorInput,
  ranks: readonly number[],
  { message }: MessageOptions = {},
): void {
  const text = ranks.length === 1 ? `(${ranks[0]},)` : `(${ranks.join(", ")})`;
  checkRank(asTensor(x), (known) => ranks.includes(known), `rank in ${text}`, message);
}

/**
 * Raises an error unless a tensor is a scalar.
 *
 * @param tensor Any tensor.
 * @param options `message`.
 * @returns The tensor.
 * @throws ValueError otherwise.
 * @example
 * tf.debugging.assertScalar(3);
 * // tf.Tensor(3.0, shape=(), dtype=float32)
 */
export function assertScalar(tensor: TensorInput, { message }: MessageOptions = {}): Tensor {
  const value = asTensor(tensor);
  if (value.shape === null || value.shape.length === 0) return value;
  const where = nameOf(value) === "" ? "" : ` for ${nameOf(value)}`;
  throw new ValueError(
    `${opening(message)}Expected scalar shape${where}, saw shape: ${pythonShapeText(value.shape)}.`,
  );
}

/**
 * Raises an error unless a tensor holds integers.
 *
 * @param x Any tensor.
 * @param options `message`.
 * @throws TypeError otherwise.
 * @example
 * tf.debugging.assertInteger(tf.int32([1]));
 * // undefined
 */
export function assertInteger(x: TensorInput, { message }: MessageOptions = {}): void {
  const { dtype } = asTensor(x);
  if (isInteger(dtype)) return;
  throw new TypeError(
    `${opening(message)}Expected "x" to be integer type.  Found: tensor of dtype <dtype: '${dtype}'>`,
  );
}

/**
 * Raises an error unless a tensor has a dtype.
 *
 * @param tensor Any tensor.
 * @param tfType The dtype.
 * @param options `message`.
 * @throws TypeError otherwise.
 * @example
 * tf.debugging.assertType([1, 2], tf.float32);
 * // undefined
 */
export function assertType(tensor: TensorInput, tfType: DTypeLike, { message }: MessageOptions = {}): void {
  const value = asTensor(tensor);
  const wanted = dtypeName(tfType);
  if (value.dtype === wanted) return;
  const name = nameOf(value);
  throw new TypeError(
    `${opening(message)}${name === "" ? "tensor" : name} must be of type tf.${wanted}; got tf.${value.dtype}`,
  );
}

/**
 * Raises an error unless tensors have one float dtype.
 *
 * @param tensors Tensors; others are converted.
 * @param dtype The dtype they must have; default that of the first.
 * @returns The dtype's name.
 * @throws ValueError if dtypes differ or are no floats.
 * @example
 * tf.debugging.assertSameFloatDtype([tf.constant(1), tf.constant(2)]);
 * // 'float32'
 */
export function assertSameFloatDtype(
  tensors: readonly TensorInput[] | null = null,
  dtype: DTypeLike | null = null,
): string {
  let expected = optionalDType(dtype);
  let first: Tensor | undefined;
  for (const each of tensors ?? []) {
    const tensor = asTensor(each);
    if (expected !== undefined && tensor.dtype !== expected) {
      const beside = first === undefined ? "" : ` as ${first}`;
      throw new ValueError(
        `${tensor}, type=<dtype: '${tensor.dtype}'>, must be of the same type ` +
          `(<dtype: '${expected}'>)${beside}.`,
      );
    }
    expected ??= tensor.dtype;
    first ??= tensor;
  }
  const found = expected ?? "float32";
  if (!found.includes("float"))
    throw new ValueError(`Expected floating point type, got <dtype: '${found}'>.`);
  return found;
}

/**
 * Raises an error unless sizes that carry one name are equal, and others are as given.
 *
 * @param shapes Pairs of a tensor and its sizes: numbers, names, or null for any size.
 * @param options `message`.
 * @throws ValueError where sizes contradict each other.
 * @example
 * tf.debugging.assertShapes([[tf.zeros([2, 3]), ["n", 3]], [tf.zeros([2]), ["n"]]]);
 * // undefined
 */
export function assertShapes(
  shapes: readonly (readonly [TensorInput, readonly (number | string | null)[]])[],
  { message }: MessageOptions = {},
): void {
  const known = new Map<string, { readonly size: number; readonly source: string }>();
  for (const [x, sizes] of shapes) {
    const tensor = asTensor(x);
    const text = `shape=${pythonShapeText(tensor.shape)} dtype=${tensor.dtype}`;
    checkRank(tensor, (rank) => rank === sizes.length, `rank ${sizes.length}`, message);
    tensor.shape?.forEach((size, axis) => {
      const wanted = sizes[axis]!;
      if (size < 0 || wanted === null || wanted === ".") return;
      const found = typeof wanted === "number" ? { size: wanted, source: "" } : known.get(wanted);
      if (found === undefined)
        known.set(wanted as string, { size, source: `Specified by tensor ${text} dimension ${axis}` });
      else if (found.size !== size)
        throw new ValueError(
          `${opening(message)}${found.source || "Specified explicitly"}.  ` +
            `Tensor ${text} dimension ${axis} must have ` +
            `size ${found.size}.  Received size ${size}, shape ${pythonShapeText(tensor.shape)}`,
        );
    });
  }
}

/**
 * The tensor itself, checked to hold neither NaN nor infinities.
 *
 * @param tensor Numbers of a float dtype.
 * @param message What the error says first.
 * @param options `name`.
 * @throws InvalidArgumentError otherwise.
 * @example
 * tf.debugging.checkNumerics([1, 2], "loss");
 * // tf.Tensor([1. 2.], shape=(2,), dtype=float32)
 */
export function checkNumerics(tensor: TensorInput, message: string, options: Named = {}): Tensor {
  const value = asTensor(tensor);
  if (value instanceof EagerTensor) {
    const finite = one("IsFinite", [value]) as EagerTensor;
    if (finite.data().every((each: unknown) => each === 1)) return value;
    const hasNan = (one("IsNan", [value]) as EagerTensor).data().some((each: unknown) => each === 1);
    const hasInf = (one("IsInf", [value]) as EagerTensor).data().some((each: unknown) => each === 1);
    const what = [hasInf ? "Inf" : "", hasNan ? "NaN" : ""].filter((each) => each !== "").join(" and ");
    throw invalidArgument(`${message} : Tensor had ${what} values`, { op: "CheckNumerics" });
  }
  return one("CheckNumerics", [value], { message }, options.name);
}

/**
 * As `checkNumerics`.
 *
 * @param x Numbers of a float dtype.
 * @param message What the error says first.
 * @param options `name`.
 * @throws InvalidArgumentError otherwise.
 * @example
 * tf.debugging.assertAllFinite([1, 2], "loss");
 * // tf.Tensor([1. 2.], shape=(2,), dtype=float32)
 */
export const assertAllFinite = (x: TensorInput, message: string, options: Named = {}): Tensor =>
  checkNumerics(x, message, options);

/**
 * Raises an error unless a value is a list.
 *
 * @param values Anything.
 * @throws TypeError for tensors, typed arrays and texts, which are rather single values.
 * @example
 * tf.debugging.assertProperIterable([1, 2]);
 * // undefined
 */
export function assertProperIterable(values: unknown): void {
  const isSingle = isTensorObject(values) || ArrayBuffer.isView(values) || typeof values === "string";
  const iterable = typeof values === "object" && values !== null && Symbol.iterator in values;
  if (iterable && !isSingle) return;
  throw new TypeError(`Expected argument "values" to be a "proper" iterable.  Found: ${typeof values}`);
}

/**
 * True for tensors of numbers.
 *
 * @param tensor Anything.
 * @example
 * [tf.debugging.isNumericTensor(tf.constant(1)), tf.debugging.isNumericTensor(tf.constant("a"))];
 * // [ true, false ]
 */
export const isNumericTensor = (tensor: unknown): boolean =>
  isTensorObject(tensor) && isNumeric(asTensor(tensor).dtype);
