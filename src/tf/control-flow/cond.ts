// tf.cond: one of two functions runs, depending on a tensor.
import { recordNode } from "../../autodiff/graph-gradients.ts";
import { type BranchTrace, traceBranch } from "../../engine/branch-trace.ts";
import type { EagerTensor } from "../../engine/eager-tensor.ts";
import { assertSameStructure, describe } from "../../engine/nest.ts";
import { packReturned } from "../../engine/returned.ts";
import { isTrue } from "../../engine/structured.ts";
import { toTensor } from "../../engine/convert.ts";
import { addBranchNode } from "../../graph/functional/branch-node.ts";
import { branchName } from "../../graph/func-graph.ts";
import type { Graph } from "../../graph/graph.ts";
import { Tensor } from "../../graph/tensor-base.ts";
import type { Named } from "../core/arguments.ts";
import { graphFor, isTensorLike, one } from "../core/call.ts";
import { asTensor } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import { withGraph } from "../../graph/default-graph.ts";
import { condV1 } from "../v1/control-flow/cond.ts";
import { usesControlFlowV2 } from "../v1/behavior.ts";

/** Are conditionals and loops of this graph written with Switch and Merge? Functions never do that. */
export const usesSwitches = (graph: Graph): boolean => !usesControlFlowV2() && !graph.isFunction;

/**
 * Calls `trueFn` if `pred` holds, else `falseFn`, and gives what it returns. In graphs both are traced and an
 * `If` node
 * picks one when the graph runs; both must then return the same structure of tensors of the same dtypes.
 *
 * @param pred A bool scalar.
 * @param trueFn Called without arguments.
 * @param falseFn Called without arguments.
 * @throws TypeError if the functions' results differ in structure or dtype.
 * @example
 * const x = tf.constant(3);
 * tf.cond(x.less(5), () => x.mul(2), () => x.add(10));
 * // tf.Tensor(6.0, shape=(), dtype=float32)
 */
export function cond<T>(pred: TensorInput, trueFn: () => T, falseFn: () => T, options: Named = {}): T {
  if (typeof trueFn !== "function") throw new TypeError("'true_fn' must be callable.");
  if (typeof falseFn !== "function") throw new TypeError("'false_fn' must be callable.");
  const graph = graphFor([pred]);
  if (graph === null) return isTrue(eager(pred)) ? trueFn() : falseFn();
  if (typeof pred === "boolean")
    throw new TypeError(`pred must not be a Python bool: expected a bool tensor, received ${pred}`);
  if (usesSwitches(graph)) return withGraph(graph, () => condV1(pred, trueFn, falseFn, options.name)) as T;
  return withGraph(graph, () =>
    graph.nameScope(options.name ?? "cond", (scope) => branch(graph, scope, pred, trueFn, falseFn)),
  ) as T;
}

const eager = (value: TensorInput): EagerTensor =>
  (value instanceof Tensor ? value : isTensorLike(value) ? value.toTensor() : toTensor(value)) as EagerTensor;

function branch(
  graph: Graph,
  scope: string,
  pred: TensorInput,
  trueFn: () => unknown,
  falseFn: () => unknown,
): unknown {
  const names = [branchName(scope, "true"), branchName(scope, "false")];
  const selector = scalar(asTensor(pred));
  const options = { operationValue: selector };
  const branches = [trueFn, falseFn].map((fn, i) => traceBranch(graph, names[i]!, fn, options));
  checkSame(branches, ["true_fn", "false_fn"], "tf.cond");
  return buildBranch(graph, "condition", selector, branches, scope);
}

/** Conditions of one element count as scalars. */
export function scalar(pred: Tensor): Tensor {
  return pred.shape?.length === 0 ? pred : one("Squeeze", [pred]);
}

/** Adds the node and gives its results, each behind an Identity so that fetching one needs no other. */
export function buildBranch(
  graph: Graph,
  select: "condition" | "index",
  selector: Tensor,
  branches: readonly BranchTrace[],
  name: string,
): unknown {
  const graphs = branches.map((each) => each.graph);
  const node = graph.controlDependencies(
    graphs.flatMap((each) => [...each.controlCaptures]),
    () =>
      addBranchNode(graph, {
        select,
        selector,
        branches: graphs,
        inputs: graphs.map((each) => each.externalCaptures),
        name,
      }),
  );
  recordNode(node);
  const outputs = node.outputs.map((output) => one("Identity", [output]));
  return packReturned(branches[0]!.returned.structure)(outputs);
}

/** All branches must return the same structure of the same dtypes. */
export function checkSame(branches: readonly BranchTrace[], titles: readonly string[], op: string): void {
  const [first, ...others] = branches.map(({ returned }) => returned);
  others.forEach((other, i) => {
    const detail = difference(first!, other);
    if (detail === null) return;
    const title = titles[i + 1]!;
    throw new TypeError(
      `${titles[0]} and ${title} arguments to ${op} must have the same number, type, and overall ` +
        "structure of return " +
        `values.\n\n${titles[0]} output: ${describe(first!.structure)}\n${title} output: ` +
        `${describe(other.structure)}\n\n` +
        `Error details:\n${detail}`,
    );
  });
}

function difference(a: BranchTrace["returned"], b: BranchTrace["returned"]): string | null {
  try {
    assertSameStructure(a.structure, b.structure, true);
  } catch (error) {
    return (error as Error).message;
  }
  if (a.outputs.length !== b.outputs.length)
    return `Lengths of branch outputs must match: ${a.outputs.length} and ${b.outputs.length}`;
  const at = a.outputs.findIndex((output, i) => output.dtype !== b.outputs[i]!.dtype);
  return at < 0 ? null : `${a.outputs[at]!.toString()} and ${b.outputs[at]!.toString()} have different types`;
}
