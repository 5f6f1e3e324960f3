// tf.debugging: checks that compare all elements of two tensors, or of one with zero.
import { invalidArgument } from "../../base/errors.ts";
import { arrayString, valueText } from "../../base/format/numpy-array.ts";
import { pythonShapeText, sameDims } from "../../base/shape.ts";
import { EagerTensor, fromValue } from "../../engine/eager-tensor.ts";
import { withGraph } from "../../graph/default-graph.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { graphFor, isTensorObject, one, scoped } from "../core/call.ts";
import { asTensor, literal } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import { reduceAll } from "../math/reduce.ts";
import {
  Assert,
  type Assertion,
  type AssertOptions,
  constantOf,
  doneAlready,
  firstTexts,
  opening,
  slice,
} from "./assert.ts";

interface Comparison {
  readonly op: string;
  readonly sign: string;
  readonly scope: string;
}

type Data = readonly (string | Tensor)[];

/** Checks that a comparison holds for all pairs of elements. `data` is what errors show instead of them. */
function compare(
  x: TensorInput,
  y: TensorInput,
  { op, sign, scope }: Comparison,
  options: AssertOptions,
  data?: Data,
): Assertion {
  const { message, summarize, name } = options;
  return scoped(name, scope, [x, y], () => {
    const hint = isTensorObject(y) ? (y as { dtype?: Tensor["dtype"] }).dtype : undefined;
    const a = asTensor(x, undefined, "x", hint);
    const b = asTensor(y, undefined, "y", a.dtype);
    const shown = message === undefined || message === null ? [] : [message];
    if (graphFor([a, b]) !== null) {
      shown.push(...((data ?? graphData(sign, a, b)) as string[]));
      const condition = reduceAll(one(op, [a, b]));
      checkKnown(op, a, b, shown);
      return Assert(condition, shown, { summarize });
    }
    const test = one(op, [a, b]) as EagerTensor;
    if ((test.data() as Uint8Array).every((each) => each === 1)) return undefined;
    const most = summarize ?? 3;
    const lines =
      data?.map((item) => pretty(item, most)) ??
      differenceData(sign, [a, b] as EagerTensor[], test, most < 0 ? Number.POSITIVE_INFINITY : most);
    throw invalidArgument([...shown, ...lines].join("\n"));
  });
}

const graphData = (sign: string, x: Tensor, y: Tensor): Data => [
  `Condition x ${sign} y did not hold element-wise:`,
  `x (${nameOf(x)}) = `,
  x,
  `y (${nameOf(y)}) = `,
  y,
];

const nameOf = (tensor: Tensor): string => (tensor as { name?: string }).name ?? "";

/** Raises the error now if both tensors are constants. */
function checkKnown(op: string, x: Tensor, y: Tensor, data: readonly (string | Tensor)[]): void {
  const values = [constantOf(x), constantOf(y)];
  if (values.some((value) => value === undefined)) return;
  const holds = withGraph(null, () =>
    one(
      op,
      values.map((value) => fromValue(value!)),
    ),
  ) as EagerTensor;
  if ((holds.data() as Uint8Array).every((each) => each === 1)) return;
  const texts = data.map((item) => {
    const value = typeof item === "string" ? undefined : constantOf(item);
    return value === undefined ? String(item) : valueText(value.dtype, value.shape, value.data, "str").trim();
  });
  throw invalidArgument(texts.join("\n"));
}

/** A tensor as Python writes a list of its elements' texts. */
function pretty(item: string | Tensor, most: number): string {
  if (typeof item === "string") return item;
  const value = (item as EagerTensor).toValue();
  const texts = firstTexts(value, most < 0 ? Number.POSITIVE_INFINITY : most, "...");
  if (value.shape.length === 0) return texts[0];
  return `[${texts.map((text) => (text.includes("'") ? `"${text}"` : `'${text}'`)).join(", ")}]`;
}

/** Where tensors of the same shape differ, and the first elements of both. */
function differenceData(sign: string, tensors: EagerTensor[], test: EagerTensor, most: number): string[] {
  const [x, y] = tensors;
  const lines = [`Condition x ${sign} y did not hold.`];
  if (most === 0) return lines;
  if (sameDims(x.shape, y.shape) && x.shape.length > 0) lines.push(...differences(x, y, test, most));
  tensors.forEach((tensor, k) => {
    const count = Math.min(tensor.size, most);
    const first = slice(
      tensor.toValue(),
      Array.from({ length: count }, (_, i) => i),
    );
    lines.push(`First ${count} elements of ${"xy"[k]}:`, arrayString(first.dtype, first.shape, first.data));
  });
  return lines;
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
export function assertEqual(x: TensorInput, y: TensorInput, options: AssertOptions = {}): Assertion {
  const same = scoped(options.name, "assert_equal", [x, y], () =>
    x === y && isTensorObject(x) ? { check: doneAlready() } : null,
  );
  if (same !== null) return same.check;
  return compare(x, y, { op: "Equal", sign: "==", scope: "assert_equal" }, options);
}

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

const LESS = { op: "Less", sign: "<", scope: "assert_less" };
const LESS_EQUAL = { op: "LessEqual", sign: "<=", scope: "assert_less_equal" };

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
  compare(x, y, LESS, options);

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
  compare(x, y, LESS_EQUAL, options);

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
  readonly scope: string;
  /** What is checked, as the error says it. */
  readonly sign: string;
  readonly comparison: Comparison;
  /** Zero stands on the left: 0 < x. */
  readonly zeroFirst: boolean;
}

/** Checks all elements against zero. */
function againstZero(x: TensorInput, check: SignCheck, options: AssertOptions): Assertion {
  const { message, summarize, name } = options;
  return scoped(name, check.scope, [x], () => {
    const tensor = asTensor(x, undefined, "x");
    const title =
      tensor instanceof EagerTensor
        ? `shape=${pythonShapeText(tensor.shape)} dtype=${tensor.dtype}`
        : nameOf(tensor);
    const said = [`Condition x ${check.sign} 0 did not hold element-wise:`, `x (${title}) = `];
    // TensorFlow has these in one line where it says "<=".
    const data = [opening(message), ...(check.sign === "<=" ? [said.join("")] : said), tensor];
    const zero = literal(0, tensor.dtype);
    const [a, b] = check.zeroFirst ? [zero, tensor] : [tensor, zero];
    return compare(a, b, check.comparison, { summarize }, data);
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
  againstZero(x, { scope: "assert_positive", sign: ">", comparison: LESS, zeroFirst: true }, options);

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
  againstZero(x, { scope: "assert_negative", sign: "<", comparison: LESS, zeroFirst: false }, options);

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
  againstZero(
    x,
    { scope: "assert_non_negative", sign: ">=", comparison: LESS_EQUAL, zeroFirst: true },
    options,
  );

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
  againstZero(
    x,
    { scope: "assert_non_positive", sign: "<=", comparison: LESS_EQUAL, zeroFirst: false },
    options,
  );
