// tf.debugging: checks of ranks, at once where these are known.
import { ValueError } from "../../base/errors.ts";
import { pythonShapeText } from "../../base/shape.ts";
import type { Operation } from "../../graph/graph.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { rank as rankOf, shape as shapeOf } from "../array/shape.ts";
import { graphFor, one, scoped } from "../core/call.ts";
import { asTensor, literal } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import {
  Assert,
  type Assertion,
  constantOf,
  doneAlready,
  type MessageOptions,
  opening,
  withDependencies,
} from "./assert.ts";
import { assertType } from "./checks.ts";

interface RankCheck {
  readonly scope: string;
  /** The condition in words, such as "rank at least". */
  readonly words: string;
  holds(actual: number, given: readonly number[]): boolean;
  /** The same as ops. */
  condition(actual: Tensor, given: readonly Tensor[]): Tensor;
  /** The ranks as the error shows them. */
  show(given: readonly number[]): string;
}

const EXACT: RankCheck = {
  scope: "assert_rank",
  words: "rank",
  holds: (actual, [given]) => actual === given,
  condition: (actual, [given]) => one("Equal", [actual, given]),
  show: String,
};

const AT_LEAST: RankCheck = {
  scope: "assert_rank_at_least",
  words: "rank at least",
  holds: (actual, [given]) => actual >= given,
  condition: (actual, [given]) => one("GreaterEqual", [actual, given]),
  show: String,
};

const ONE_OF: RankCheck = {
  scope: "assert_rank_in",
  words: "rank in",
  holds: (actual, given) => given.includes(actual),
  condition: (actual, given) => {
    if (given.length === 0) return literal(false);
    const [first, ...others] = given.map((each) => () => one("Equal", [each, actual]));
    return others.reduce((sofar, test) => one("LogicalOr", [sofar, test()]), first());
  },
  show: (given) => (given.length === 1 ? `(${given[0]},)` : `(${given.join(", ")})`),
};

function checkRank(
  x: TensorInput,
  given: readonly TensorInput[],
  check: RankCheck,
  { message, name }: MessageOptions,
  ownData?: readonly TensorInput[],
): Assertion {
  return scoped(name, check.scope, [x, ...given], () => {
    const tensor = asTensor(x, undefined, "x");
    const ranks = given.map((each) => asTensor(each, undefined, "rank", "int32"));
    const inGraph = graphFor([tensor, ...ranks]) !== null;
    const title = inGraph ? ((tensor as { name?: string }).name ?? "") : "";
    const about = `Tensor ${title} must have ${check.words}`;
    const data = ownData ?? [opening(message), about, ...ranks, "Received shape: ", shapeOf(tensor)];
    for (const rank of ranks) assertType(rank, "int32");
    const known = knownRanks(ranks);
    const dims = tensor.shape;
    if (known === null || dims === null) return checkLater(tensor, ranks, check, data);
    if (check.holds(dims.length, known)) return doneAlready("static_checks_determined_all_ok");
    throw new ValueError(
      `${opening(message)}${about} ${check.show(known)}.  ` +
        `Received rank ${dims.length}, shape ${pythonShapeText(dims)}`,
    );
  });
}

function knownRanks(ranks: readonly Tensor[]): number[] | null {
  const values = ranks.map((each) => constantOf(each));
  if (values.some((value) => value === undefined)) return null;
  if (values.some((value) => value!.shape.length !== 0)) throw new ValueError("Rank must be a scalar.");
  return values.map((value) => Number(value!.data[0]));
}

function checkLater(
  tensor: Tensor,
  ranks: readonly Tensor[],
  check: RankCheck,
  data: readonly TensorInput[],
): Assertion {
  let condition = check.condition(rankOf(tensor), ranks);
  for (const each of ranks)
    if (constantOf(each) === undefined) {
      const scalar = checkRank(each, [0], EXACT, {}, ["Rank must be a scalar. Received rank: ", each]);
      condition = withDependencies(scalar as Operation, condition);
    }
  return Assert(condition, data);
}

/**
 * Raises an error unless a tensor has a rank.
 *
 * @param x Any tensor.
 * @param rank The rank, an int32 scalar.
 * @param options `message` and `name`.
 * @throws ValueError if the rank is known to differ; InvalidArgumentError if it does when a graph runs.
 * @example
 * tf.debugging.assertRank([1, 2], 1);
 * // undefined
 */
export const assertRank = (x: TensorInput, rank: TensorInput, options: MessageOptions = {}): Assertion =>
  checkRank(x, [rank], EXACT, options);

/**
 * Raises an error unless a tensor has a rank or a higher one.
 *
 * @param x Any tensor.
 * @param rank The least rank, an int32 scalar.
 * @param options `message` and `name`.
 * @throws ValueError if the rank is known to be lower; InvalidArgumentError if it is when a graph runs.
 * @example
 * tf.debugging.assertRankAtLeast([[1]], 1);
 * // undefined
 */
export const assertRankAtLeast = (
  x: TensorInput,
  rank: TensorInput,
  options: MessageOptions = {},
): Assertion => checkRank(x, [rank], AT_LEAST, options);

/**
 * Raises an error unless a tensor has one of several ranks.
 *
 * @param x Any tensor.
 * @param ranks The ranks, int32 scalars.
 * @param options `message` and `name`.
 * @throws ValueError if the rank is known to be none of them; InvalidArgumentError if a graph finds that.
 * @example
 * tf.debugging.assertRankIn([1, 2], [0, 1]);
 * // undefined
 */
export const assertRankIn = (
  x: TensorInput,
  ranks: readonly TensorInput[],
  options: MessageOptions = {},
): Assertion => checkRank(x, ranks, ONE_OF, options);
