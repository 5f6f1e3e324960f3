// tf.whileLoop: repeats a function of tensors while another says so.
import { ValueError } from "../../base/errors.ts";
import type { EagerTensor } from "../../engine/eager-tensor.ts";
import { specText } from "../../engine/function-signature.ts";
import { assertSameStructure, flatten, mapLeaves } from "../../engine/nest.ts";
import { isTrue } from "../../engine/structured.ts";
import { withGraph } from "../../graph/default-graph.ts";
import { Tensor } from "../../graph/tensor-base.ts";
import { graphFor } from "../core/call.ts";
import { asTensor } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import { whileLoopV1 } from "../v1/control-flow/while-loop.ts";
import { usesSwitches } from "./cond.ts";
import { TensorArray } from "./tensor-array.ts";
import { buildWhile } from "./while-node.ts";
import { asList, type Fn, type WhileLoopOptions } from "./while-options.ts";

export type { WhileLoopOptions } from "./while-options.ts";

/**
 * Calls `body` with the loop variables, and with what it returns, as long as `cond` holds.
 *
 * @param cond Takes the loop variables, gives a bool scalar.
 * @param body Takes the loop variables, gives as many in the same structure, of the same dtypes.
 * @param loopVars Tensors, tensor arrays, or structures of them.
 * @throws ValueError if `body` changes the structure, or a shape that `shapeInvariants` does not leave open.
 * @example
 * const zero = tf.constant(0, { dtype: tf.int32 });
 * tf.whileLoop((i, sum) => i.less(5), (i, sum) => [i.add(1), sum.add(i)], [zero, zero]);
 * // [tf.Tensor(5, shape=(), dtype=int32), tf.Tensor(10, shape=(), dtype=int32)]
 */
export function whileLoop(
  cond: Fn<TensorInput>,
  body: Fn<unknown>,
  loopVars: readonly unknown[],
  options: WhileLoopOptions = {},
): unknown[] {
  if (typeof cond !== "function") throw new TypeError("'cond' must be callable.");
  if (typeof body !== "function") throw new TypeError("'body' must be callable.");
  const { parallelIterations = 10 } = options;
  if (!Number.isInteger(parallelIterations) || parallelIterations < 1)
    throw new TypeError(`'parallel_iterations' must be a positive integer, received ${parallelIterations}`);
  const graph = graphFor([...flatten(loopVars, true), options.maximumIterations]);
  if (graph === null) return runEagerly(cond, body, loopVars, options.maximumIterations ?? null);
  if (loopVars.length === 0)
    throw new ValueError("'loop_vars' must not be empty: expected at least one loop variable");
  return withGraph(graph, () => {
    if (usesSwitches(graph)) return whileLoopV1(cond as never, body as never, loopVars, options as never);
    return buildWhile(graph, cond, body, loopVars, { ...options, parallelIterations });
  });
}

const asLeaf = (leaf: unknown): unknown =>
  leaf instanceof TensorArray ? leaf : asTensor(leaf as TensorInput);

function runEagerly(
  cond: Fn<TensorInput>,
  body: Fn<unknown>,
  loopVars: readonly unknown[],
  maximum: number | Tensor | null,
): unknown[] {
  const most =
    maximum === null
      ? Number.POSITIVE_INFINITY
      : Number((asTensor(maximum, undefined, undefined, "int32") as EagerTensor).buffer[0]);
  let current = mapLeaves(loopVars, asLeaf) as unknown[];
  const form = mapLeaves(current, (leaf) => (leaf instanceof Tensor ? new Spec(leaf) : leaf)) as unknown[];
  for (let i = 0; i < most && holds(cond(...current)); i++) {
    const next = asList(body(...current));
    assertSameStructure(form, next);
    current = mapLeaves(next, asLeaf) as unknown[];
  }
  return current;
}

function holds(condition: TensorInput): boolean {
  return typeof condition === "boolean" ? condition : isTrue(asTensor(condition) as EagerTensor);
}

/** What messages show of a loop variable. */
class Spec {
  readonly #text: string;
  constructor(tensor: Tensor) {
    this.#text = specText(tensor);
  }
  toString(): string {
    return this.#text;
  }
}
