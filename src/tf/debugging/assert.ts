// tf.debugging: checks that raise an error, at once where values are known, in graphs when they run.
import { invalidArgument } from "../../base/errors.ts";
import { arrayString, scalarText } from "../../base/format/numpy-array.ts";
import { type Dims, elementCount, pythonShapeText, sameDims } from "../../base/shape.ts";
import { EagerTensor } from "../../engine/eager-tensor.ts";
import type { Operation } from "../../graph/graph.ts";
import { buildNode } from "../../engine/dispatch.ts";
import type { TensorValue } from "../../graph/types.ts";
import type { Named } from "../core/arguments.ts";
import { graphFor, one, scoped } from "../core/call.ts";
import { asTensor, literal } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import { pythonBytes } from "../../base/format/bytes-text.ts";

export interface AssertOptions extends Named {
  /** What the error says first. */
  readonly message?: string | null;
  /** How many elements the error shows; default 3, negative for all. */
  readonly summarize?: number | null;
}

/** Nothing where ops run at once; in graphs the op that checks, to be waited for. */
export type Assertion = Operation | undefined;

/**
 * Raises an error unless a condition is true.
 *
 * @param condition A boolean scalar.
 * @param data What the error shows: tensors and texts.
 * @param options `summarize` and `name`.
 * @throws InvalidArgumentError if the condition is false.
 * @example
 * tf.debugging.Assert(tf.constant(true), ["never shown"]);
 * // undefined
 */
export function Assert(
  condition: TensorInput,
  data: readonly TensorInput[],
  options: Omit<AssertOptions, "message"> = {},
): Assertion {
  const { summarize, name } = options;
  const test = asTensor(condition);
  const graph = graphFor([test, data]);
  if (graph !== null) {
    const shown = data.map((item) => asTensor(item));
    return buildNode(graph, "Assert", [test, shown], { summarize: summarize ?? 3 }, name);
  }
  if ((test as EagerTensor).item()) return undefined;
  const texts = data.map((item) => summary(asTensor(item) as EagerTensor, summarize ?? 3));
  throw invalidArgument(`Expected '${String(condition)}' to be true. Summarized data: ${texts.join("\n")}`);
}

/** Elements separated by commas; strings as bytes. */
function summary(tensor: EagerTensor, most: number): string {
  const value = tensor.toValue();
  const count = elementCount(value.shape);
  const shown = most < 0 ? count : Math.min(most, count);
  const texts = Array.from({ length: shown }, (_, i) => elementText(value, i));
  return `${texts.join(", ")}${shown < count ? ", ..." : ""}`;
}

function elementText(value: TensorValue, i: number): string {
  if (value.dtype === "string") return pythonBytes(value.data[i] as Uint8Array);
  return scalarText(value.dtype, slice(value, [i]).data, "str");
}

type Values = Pick<TensorValue, "dtype" | "data">;

/** Elements at flat positions. */
function slice(value: TensorValue, positions: readonly number[]): Values & { readonly shape: Dims } {
  const lanes = value.dtype.startsWith("complex") ? 2 : 1;
  const data = positions.flatMap((at) =>
    Array.from({ length: lanes }, (_, lane) => value.data[at * lanes + lane]),
  );
  const like = value.data as unknown as { constructor: { from(items: unknown[]): TensorValue["data"] } };
  return { dtype: value.dtype, shape: [positions.length], data: like.constructor.from(data) };
}

interface Comparison {
  readonly op: string;
  readonly sign: string;
  readonly scope: string;
}

/** Checks that a comparison holds for all pairs of elements. */
function compare(
  x: TensorInput,
  y: TensorInput,
  { op, sign, scope }: Comparison,
  options: AssertOptions,
): Assertion {
  const { message, summarize, name } = options;
  return scoped(name, scope, [x, y], () => {
    const a = asTensor(x);
    const b = asTensor(y, undefined, undefined, a.dtype);
    const test = one(op, [a, b]);
    if (test instanceof EagerTensor) {
      if (!test.data().every((each: unknown) => each === 1))
        throw refused(sign, a as EagerTensor, b as EagerTensor, test, message, summarize);
      return undefined;
    }
    const all = one("All", [
      test,
      literal(
        (test.shape ?? []).map((_, i) => i),
        "int32",
      ),
    ]);
    const texts = [message ?? "", `Condition x ${sign} y did not hold element-wise:`, "x = ", a, "y = ", b];
    return Assert(all, texts as TensorInput[], { summarize: summarize ?? 3 });
  });
}

function refused(
  sign: string,
  x: EagerTensor,
  y: EagerTensor,
  test: EagerTensor,
  message: string | null | undefined,
  summarize: number | null | undefined,
): Error {
  const most =
    summarize === null || summarize === undefined ? 3 : summarize < 0 ? Number.POSITIVE_INFINITY : summarize;
  const lines = [message ?? "", `Condition x ${sign} y did not hold.`];
  if (sameDims(x.shape, y.shape) && x.shape.length > 0) lines.push(...differences(x, y, test, most));
  for (const [title, tensor] of [
    ["x", x],
    ["y", y],
  ] as const) {
    const count = Math.min(tensor.size, most);
    const first = slice(
      tensor.toValue(),
      Array.from({ length: count }, (_, i) => i),
    );
    lines.push(`First ${count} elements of ${title}:`, arrayString(first.dtype, first.shape, first.data));
  }
  return invalidArgument(lines.join("\n").replace(/^\n/, ""));
}

function differences(x: EagerTensor, y: EagerTensor, test: EagerTensor, most: number): string[] {
  const wrong = Array.from(test.data() as Uint8Array, (each, i) => (each === 1 ? -1 : i))
    .filter((i) => i >= 0)
    .slice(0, most);
  const places = (one("Where", [one("LogicalNot", [test])]) as EagerTensor).toValue();
  const rank = x.shape.length;
  const shown = (places.data as BigInt64Array).slice(0, wrong.length * rank);
  const [a, b] = [slice(x.toValue(), wrong), slice(y.toValue(), wrong)];
  return [
    `Indices of first ${wrong.length} different values:`,
    arrayString("int64", [wrong.length, rank], shown),
    "Corresponding x values:",
    arrayString(a.dtype, a.shape, a.data),
    "Corresponding y values:",
    arrayString(b.dtype, b.shape, b.data),
  ];
}

/**
 * Raises an error unless all elements of two tensors are equal; they are broadcast.
 *
 * @param x Any tensor.
 * @param y A tensor of the same dtype.
 * @param options `message`, `summarize` and `name`.
 * @throws InvalidArgumentError that shows where they differ.
 * @example
 * tf.debugging.assertEqual([1, 2], [1, 2]);
 * // undefined
 */
export const assertEqual = (x: TensorInput, y: TensorInput, options: AssertOptions = {}): Assertion =>
  compare(x, y, { op: "Equal", sign: "==", scope: "assert_equal" }, options);

/**
 * Raises an error if an element equals its counterpart.
 *
 * @param x Any tensor.
 * @param y A tensor of the same dtype.
 * @param options `message`, `summarize` and `name`.
 * @throws InvalidArgumentError that shows where they are equal.
 * @example
 * tf.debugging.assertNoneEqual([1, 2], [2, 1]);
 * // undefined
 */
export const assertNoneEqual = (x: TensorInput, y: TensorInput, options: AssertOptions = {}): Assertion =>
  compare(x, y, { op: "NotEqual", sign: "!=", scope: "assert_none_equal" }, options);

/**
 * Raises an error unless x < y everywhere.
 *
 * @param x Numbers.
 * @param y Numbers of the same dtype.
 * @param options `message`, `summarize` and `name`.
 * @throws InvalidArgumentError that shows where it is not.
 * @example
 * tf.debugging.assertLess([1, 2], 3);
 * // undefined
 */
export const assertLess = (x: TensorInput, y: TensorInput, options: AssertOptions = {}): Assertion =>
  compare(x, y, { op: "Less", sign: "<", scope: "assert_less" }, options);

/**
 * Raises an error unless x <= y everywhere.
 *
 * @param x Numbers.
 * @param y Numbers of the same dtype.
 * @param options `message`, `summarize` and `name`.
 * @throws InvalidArgumentError that shows where it is not.
 * @example
 * tf.debugging.assertLessEqual([1, 3], 3);
 * // undefined
 */
export const assertLessEqual = (x: TensorInput, y: TensorInput, options: AssertOptions = {}): Assertion =>
  compare(x, y, { op: "LessEqual", sign: "<=", scope: "assert_less_equal" }, options);

/**
 * Raises an error unless x > y everywhere.
 *
 * @param x Numbers.
 * @param y Numbers of the same dtype.
 * @param options `message`, `summarize` and `name`.
 * @throws InvalidArgumentError that shows where it is not.
 * @example
 * tf.debugging.assertGreater([4, 5], 3);
 * // undefined
 */
export const assertGreater = (x: TensorInput, y: TensorInput, options: AssertOptions = {}): Assertion =>
  compare(x, y, { op: "Greater", sign: ">", scope: "assert_greater" }, options);

/**
 * Raises an error unless x >= y everywhere.
 *
 * @param x Numbers.
 * @param y Numbers of the same dtype.
 * @param options `message`, `summarize` and `name`.
 * @throws InvalidArgumentError that shows where it is not.
 * @example
 * tf.debugging.assertGreaterEqual([3, 4], 3);
 * // undefined
 */
export const assertGreaterEqual = (x: TensorInput, y: TensorInput, options: AssertOptions = {}): Assertion =>
  compare(x, y, { op: "GreaterEqual", sign: ">=", scope: "assert_greater_equal" }, options);

interface SignCheck {
  readonly op: string;
  readonly sign: string;
  readonly scope: string;
  /** What stands between the condition and the values. */
  readonly gap: string;
}

/** Checks all elements against zero. */
function againstZero(x: TensorInput, { op, sign, scope, gap }: SignCheck, options: AssertOptions): Assertion {
  const { message, summarize, name } = options;
  return scoped(name, scope, [x], () => {
    const tensor = asTensor(x);
    const test = one(op, [tensor, literal(0, tensor.dtype)]);
    const said = message === undefined || message === null || message === "" ? "" : `${message}.  `;
    const condition = `Condition x ${sign} 0 did not hold element-wise:`;
    if (!(test instanceof EagerTensor)) {
      const all = one("All", [
        test,
        literal(
          (test.shape ?? []).map((_, i) => i),
          "int32",
        ),
      ]);
      return Assert(all, [said, condition, "x = ", tensor], { summarize: summarize ?? 3 });
    }
    if (test.data().every((each: unknown) => each === 1)) return undefined;
    const value = (tensor as EagerTensor).toValue();
    const shown = Array.from(
      { length: Math.min(elementCount(value.shape), 3) },
      (_, i) => `'${elementText(value, i)}'`,
    );
    throw invalidArgument(
      `${said}\n${condition}${gap}x (shape=${pythonShapeText(value.shape)} dtype=${value.dtype}) = ` +
        `\n[${shown.join(", ")}]`,
    );
  });
}

/**
 * Raises an error unless all elements are above zero.
 *
 * @param x Numbers.
 * @param options `message`, `summarize` and `name`.
 * @throws InvalidArgumentError otherwise.
 * @example
 * tf.debugging.assertPositive([1, 2]);
 * // undefined
 */
export const assertPositive = (x: TensorInput, options: AssertOptions = {}): Assertion =>
  againstZero(x, { op: "Greater", sign: ">", scope: "assert_positive", gap: "\n" }, options);

/**
 * Raises an error unless all elements are below zero.
 *
 * @param x Numbers.
 * @param options `message`, `summarize` and `name`.
 * @throws InvalidArgumentError otherwise.
 * @example
 * tf.debugging.assertNegative([-1, -2]);
 * // undefined
 */
export const assertNegative = (x: TensorInput, options: AssertOptions = {}): Assertion =>
  againstZero(x, { op: "Less", sign: "<", scope: "assert_negative", gap: "\n" }, options);

/**
 * Raises an error if an element is below zero.
 *
 * @param x Numbers.
 * @param options `message`, `summarize` and `name`.
 * @throws InvalidArgumentError otherwise.
 * @example
 * tf.debugging.assertNonNegative([0, 2]);
 * // undefined
 */
export const assertNonNegative = (x: TensorInput, options: AssertOptions = {}): Assertion =>
  againstZero(x, { op: "GreaterEqual", sign: ">=", scope: "assert_non_negative", gap: "\n" }, options);

/**
 * Raises an error if an element is above zero.
 *
 * @param x Numbers.
 * @param options `message`, `summarize` and `name`.
 * @throws InvalidArgumentError otherwise.
 * @example
 * tf.debugging.assertNonPositive([0, -2]);
 * // undefined
 */
export const assertNonPositive = (x: TensorInput, options: AssertOptions = {}): Assertion =>
  againstZero(x, { op: "LessEqual", sign: "<=", scope: "assert_non_positive", gap: "" }, options);
