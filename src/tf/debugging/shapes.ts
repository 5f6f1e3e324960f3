// tf.debugging.assertShapes: sizes that carry one name are equal.
import { ValueError } from "../../base/errors.ts";
import { pythonShapeText } from "../../base/shape.ts";
import type { Operation } from "../../graph/graph.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { rank as rankOf, shape as shapeOf } from "../array/shape.ts";
import { getItem } from "../array/slices.ts";
import { cond } from "../control-flow/cond.ts";
import { controlDependencies, group } from "../control-flow/group.ts";
import { graphFor, one, scoped } from "../core/call.ts";
import { asTensor, literal } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import { Assert, type Assertion, type AssertOptions, opening } from "./assert.ts";
import { assertRank, assertRankAtLeast, assertRankIn } from "./ranks.ts";

/** A size: a number, a name, or null or "." for any. First, "..." or "*" stands for any axes before. */
export type SizeSymbol = number | string | null;

type Size = number | Tensor;

/** A tensor and what its sizes shall be, counted from the last if there may be more axes. */
interface Sized {
  readonly tensor: Tensor;
  readonly open: boolean;
  readonly symbols: readonly SizeSymbol[];
  readonly actual: (axis: number) => Size;
}

interface Specified {
  readonly size: Size;
  readonly by: string;
}

/**
 * Raises an error unless sizes that carry one name are equal, and others are as given. Scalars count as
 * vectors of one element.
 *
 * @param shapes Pairs of a tensor and its sizes: numbers, names, or null for any size; "..." first stands for
 *   any axes. Sizes in one text have names of one character each.
 * @param options `message`, `summarize` and `name`.
 * @throws ValueError where sizes contradict each other; InvalidArgumentError if they do when a graph runs.
 * @example
 * tf.debugging.assertShapes([[tf.zeros([2, 3]), ["n", 3]], [tf.zeros([2]), ["n"]]]);
 * // undefined
 */
export function assertShapes(
  shapes: Iterable<readonly [TensorInput, readonly SizeSymbol[] | string | null]>,
  options: AssertOptions = {},
): Assertion {
  const given = [...shapes].filter(([, symbols]) => symbols !== null);
  const tensors = given.map(([x]) => x);
  const [ranks, sizes, inGraph] = scoped(options.name, "assert_shapes", tensors, () => {
    const converted = tensors.map((x) => asTensor(x));
    const sized = given.map(([, symbols], i) => sizedOf(converted[i], [...symbols!], options));
    const ranks = sized.flatMap((each) => assertRankOf(each, options) ?? []);
    return [ranks, compareSizes(sized, ranks, options), graphFor(converted) !== null] as const;
  });
  return inGraph ? (controlDependencies(ranks, () => group(sizes)) as Operation) : undefined;
}

function sizedOf(tensor: Tensor, symbols: readonly SizeSymbol[], { message }: AssertOptions): Sized {
  const isOpen = (symbol: SizeSymbol): boolean => symbol === "..." || symbol === "*";
  const wrong = symbols.findIndex((symbol, i) => i > 0 && isOpen(symbol));
  if (wrong > 0)
    throw new ValueError(
      `${opening(message)}Tensor ${titleOf(tensor)} specified shape index ${wrong}.  ` +
        "Symbol `...` or `*` for a variable number of " +
        "unspecified dimensions is only allowed as the first entry",
    );
  const open = symbols.length > 0 && isOpen(symbols[0]);
  const rest = open ? symbols.slice(1) : symbols;
  return { tensor, open, symbols: rest.length === 0 ? [1] : rest, actual: actualSizes(tensor) };
}

const titleOf = (tensor: Tensor): string =>
  graphFor([tensor]) === null
    ? `shape=${pythonShapeText(tensor.shape)} dtype=${tensor.dtype}`
    : ((tensor as { name?: string }).name ?? "");

/** Sizes as numbers where they are known, otherwise computed. */
function actualSizes(tensor: Tensor): (axis: number) => Size {
  const dims = tensor.shape;
  const computed = shapeOf(tensor);
  if (dims?.length === 0) return () => 1;
  if (dims !== null) {
    const sizes = dims.map((size, i) => (size < 0 ? getItem(computed, i) : size));
    return (axis) => sizes.at(axis)!;
  }
  const isScalar = one("Equal", [rankOf(tensor), 0]);
  const sizes = cond(
    isScalar,
    () => literal([1], "int32"),
    () => computed,
  );
  return (axis) => getItem(sizes, axis);
}

function assertRankOf({ tensor, open, symbols }: Sized, options: AssertOptions): Assertion {
  const { message, name } = options;
  if (open)
    return symbols.length === 1 ? undefined : assertRankAtLeast(tensor, symbols.length, { message, name });
  if (symbols.length === 1) return assertRankIn(tensor, [0, 1], { message, name });
  return assertRank(tensor, symbols.length, { message, name });
}

function compareSizes(
  sized: readonly Sized[],
  ranks: readonly Operation[],
  options: AssertOptions,
): Operation[] {
  const known = new Map<SizeSymbol, Specified>();
  const checks: Operation[] = [];
  for (const { tensor, open, symbols, actual } of sized)
    symbols.forEach((symbol, i) => {
      if (symbol === null || symbol === ".") return;
      const axis = open ? i - symbols.length : i;
      const number =
        typeof symbol === "number" ? symbol : /^\s*[+-]?\d+\s*$/.test(symbol) ? Number(symbol) : null;
      const wanted = number === null ? known.get(symbol) : { size: number, by: "Specified explicitly" };
      const size = controlDependencies(ranks, () => actual(axis));
      if (wanted === undefined)
        known.set(symbol, { size, by: `Specified by tensor ${titleOf(tensor)} dimension ${axis}` });
      else checks.push(...(checkSize(tensor, axis, size, wanted, options) ?? []));
    });
  return checks;
}

function checkSize(
  tensor: Tensor,
  axis: number,
  size: Size,
  wanted: Specified,
  { message, summarize }: AssertOptions,
): Operation[] {
  if (size === wanted.size) return [];
  const title = titleOf(tensor);
  if (typeof size === "number" && typeof wanted.size === "number")
    throw new ValueError(
      `${opening(message)}${wanted.by}.  Tensor ${title} dimension ${axis} must have size ${wanted.size}.  ` +
        `Received size ${size}, shape ${pythonShapeText(tensor.shape)}`,
    );
  const sizes = [size, wanted.size].map((each) => asTensor(each, undefined, undefined, "int32"));
  const about = [opening(message), wanted.by, `Tensor ${title} dimension`, integer(axis)];
  const expected = typeof wanted.size === "number" ? integer(wanted.size) : wanted.size;
  const condition = one("Equal", sizes);
  const data = [...about, "must have size", expected, "Received shape: ", shapeOf(tensor)];
  return [Assert(condition, data, { summarize }) as Operation];
}

/** An integer as data: what takes it makes a constant of it. */
const integer = (value: number): TensorInput =>
  ({ dtype: "int32", shape: [], data: Int32Array.of(value) }) as unknown as TensorInput;
