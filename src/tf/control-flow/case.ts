// tf.case and tf.switchCase: one of several functions runs, picked by conditions or by an index.
import { ValueError } from "../../base/errors.ts";
import { traceBranch } from "../../engine/branch-trace.ts";
import { buildNode } from "../../engine/dispatch.ts";
import type { EagerTensor } from "../../engine/eager-tensor.ts";
import { currentGraph, withGraph } from "../../graph/default-graph.ts";
import { branchName } from "../../graph/func-graph.ts";
import type { Graph, Operation, SymbolicTensor } from "../../graph/graph.ts";
import type { Tensor } from "../../graph/tensor-base.ts";
import type { Named } from "../core/arguments.ts";
import { graphFor, many, one } from "../core/call.ts";
import { noOp } from "../array/identity.ts";
import { asTensor, literal } from "../core/tensor.ts";
import { reduceSum } from "../math/reduce.ts";
import type { TensorInput } from "../core/types.ts";
import { buildBranch, checkSame, cond } from "./cond.ts";

type Fn<T> = () => T;
export type PredicateFunctions<T> =
  | readonly (readonly [pred: TensorInput, fn: Fn<T>])[]
  | ReadonlyMap<TensorInput, Fn<T>>;

export interface CaseOptions<T> extends Named {
  /** Runs if no condition holds. */
  default?: Fn<T> | null;
  /** Is it an error if more than one condition holds? */
  exclusive?: boolean;
  strict?: boolean;
}

/**
 * Calls the function that belongs to the first condition that holds.
 *
 * @param predFnPairs Pairs of a bool scalar and a function without arguments.
 * @throws InvalidArgumentError if no condition holds and there is no default, or if `exclusive` and several
 *   hold.
 * @example
 * const x = tf.constant(7);
 * tf.case([[x.less(0), () => tf.constant("negative")], [x.greater(5), () => tf.constant("large")]], {
 *   default: () => tf.constant("small"),
 * });
 * // tf.Tensor(b'large', shape=(), dtype=string)
 */
export function caseOf<T>(predFnPairs: PredicateFunctions<T>, options: CaseOptions<T> = {}): T {
  const pairs = checkPairs([...predFnPairs]);
  const { default: fallback = null, exclusive = false } = options;
  if (fallback !== null && typeof fallback !== "function")
    throw new TypeError(`'default' must be callable, received ${String(fallback)}`);
  const graph = graphFor(pairs.map(([pred]) => pred));
  if (graph === null) return chain(pairs, fallback, exclusive);
  return withGraph(graph, () =>
    graph.nameScope(options.name ?? "case", () => chain(pairs, fallback, exclusive)),
  );
}

function checkPairs<T>(pairs: (readonly [TensorInput, Fn<T>])[]): (readonly [TensorInput, Fn<T>])[] {
  if (pairs.length === 0)
    throw new ValueError("'pred_fn_pairs' must not be empty: expected pairs of a bool tensor and a function");
  for (const pair of pairs) {
    if (!Array.isArray(pair) || pair.length !== 2)
      throw new TypeError(`Each entry in 'pred_fn_pairs' must be a 2-tuple. Received ${String(pair)}.`);
    if (typeof pair[1] !== "function")
      throw new TypeError(`fn for pred ${String(pair[0])} must be callable.`);
  }
  return pairs;
}

/** Conditionals inside the false branches of conditionals. */
function chain<T>(
  pairs: readonly (readonly [TensorInput, Fn<T>])[],
  fallback: Fn<T> | null,
  exclusive: boolean,
): T {
  const predicates = pairs.map(([pred]) => asTensor(pred));
  const count = fallback === null ? pairs.length - 1 : pairs.length;
  let run: Fn<T> = fallback ?? lastOf(predicates, pairs[count]![1]);
  for (let i = count - 1; i >= 0; i--) {
    const otherwise = run;
    run = () => cond(predicates[i]!, pairs[i]![1], otherwise, { name: "cond" });
  }
  return exclusive && predicates.length > 1 ? afterCheck(atMostOne(predicates), run) : run();
}

/** Without a default the last function runs, but only if its condition holds. */
function lastOf<T>(predicates: readonly Tensor[], fn: Fn<T>): Fn<T> {
  const holds = predicates[predicates.length - 1]!;
  return () =>
    afterCheck(
      { condition: holds, data: ["Input error: None of conditions evaluated as True:", packed(predicates)] },
      fn,
    );
}

interface Check {
  readonly condition: Tensor;
  readonly data: readonly unknown[];
}

const packed = (predicates: readonly Tensor[]): Tensor => one("Pack", [predicates], undefined, "preds_c");

const nameOf = (tensor: Tensor): string => (tensor as Partial<SymbolicTensor>).name ?? "?";

function atMostOne(predicates: readonly Tensor[]): Check {
  const all = packed(predicates);
  const counted = reduceSum(one("Cast", [all], { DstT: "int32" }), { name: "num_true_conds" });
  return {
    condition: one("LessEqual", [counted, literal(1, "int32", "n_true_conds")]),
    data: [
      "Input error: exclusive=True: more than 1 conditions " +
        `(${predicates.map(nameOf).join(", ")}) evaluated as True:`,
      all,
    ],
  };
}

/** Runs `body` once the check has passed. */
function afterCheck<T>({ condition, data }: Check, body: Fn<T>): T {
  const graph = graphFor([condition]);
  if (graph === null) {
    many("Assert", [condition, data]);
    return body();
  }
  const check = graph.nameScope("Assert", () => guardedAssert(condition, data));
  return graph.controlDependencies([check], body);
}

/** An Assert on the branch where the condition fails: elsewhere its data need not be computed. */
function guardedAssert(condition: Tensor, data: readonly unknown[]): Operation {
  for (const item of data) asTensor(item as TensorInput);
  const fail = (): Operation => buildNode(currentGraph()!, "Assert", [condition, data], { summarize: 3 });
  const pass = (): unknown => noOp();
  const guard = cond<unknown>(condition, pass, fail, { name: "AssertGuard" });
  return (guard as SymbolicTensor).op;
}

export type IndexedFunctions<T> =
  | readonly Fn<T>[]
  | readonly (readonly [number, Fn<T>])[]
  | Readonly<Record<number, Fn<T>>>;

/**
 * Calls the function at position `branchIndex`; an index that names none takes the default, or else the last
 * one.
 *
 * @param branchIndex An int32 scalar.
 * @param branchFns Functions, pairs of an index and a function, or an object by index.
 * @example
 * tf.switchCase(tf.constant(1, { dtype: tf.int32 }), [() => tf.constant(10), () => tf.constant(20)]);
 * // tf.Tensor(20.0, shape=(), dtype=float32)
 */
export function switchCase<T>(
  branchIndex: TensorInput,
  branchFns: IndexedFunctions<T>,
  options: CaseOptions<T> = {},
): T {
  const functions = indexed(branchFns, options.default ?? null);
  const graph = graphFor([branchIndex]);
  if (graph === null) {
    const index = Number((asTensor(branchIndex, undefined, undefined, "int32") as EagerTensor).buffer[0]);
    return functions[index >= 0 && index < functions.length ? index : functions.length - 1]!();
  }
  if (typeof branchIndex === "number")
    throw new TypeError(
      `branch_index must not be a Python int: expected an int32 tensor, received ${branchIndex}`,
    );
  return withGraph(graph, () =>
    graph.nameScope(options.name ?? "switch_case", () =>
      graph.nameScope("indexed_case", (scope) => caseNode(graph, scope, branchIndex, functions)),
    ),
  ) as T;
}

function caseNode(
  graph: Graph,
  scope: string,
  branchIndex: TensorInput,
  functions: readonly Fn<unknown>[],
): unknown {
  const names = functions.map((_, i) => branchName(scope, `branch${i}`));
  const selector = asTensor(branchIndex, undefined, "branch_index", "int32");
  const branches = functions.map((fn, i) => traceBranch(graph, names[i]!, fn, { operationValue: selector }));
  const titles = functions.map((_, i) => `branches[${i}]`);
  checkSame(branches, titles, "tf.switch_case");
  return buildBranch(graph, "index", selector, branches, scope);
}

function indexed<T>(given: IndexedFunctions<T>, fallback: Fn<T> | null): Fn<T>[] {
  const entries = Array.isArray(given)
    ? (given as readonly unknown[]).map(entryOf<T>)
    : Object.entries(given as object).map(([i, fn]) => [Number(i), fn] as const);
  if (entries.length === 0) throw new ValueError("Must provide at least one item in 'branch_fns'");
  const functions: Fn<T>[] = [];
  for (const [index, fn] of entries) {
    if (typeof fn !== "function")
      throw new TypeError(`fn for index ${index} must be callable, received ${String(fn)}`);
    if (!Number.isInteger(index) || index < 0 || index >= entries.length || functions[index] !== undefined)
      throw new ValueError(
        `branch indices must form contiguous range of [0 to ${entries.length}) but found ` +
          `{${entries.map(([i]) => i).join(", ")}}`,
      );
    functions[index] = fn;
  }
  return fallback === null ? functions : [...functions, fallback];
}

function entryOf<T>(entry: unknown, i: number): readonly [number, Fn<T>] {
  return Array.isArray(entry) ? (entry as unknown as readonly [number, Fn<T>]) : [i, entry as Fn<T>];
}
