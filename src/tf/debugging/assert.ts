// tf.debugging.Assert: an error unless a condition holds, at once or when a graph runs.
import { invalidArgument } from "../../base/errors.ts";
import { pythonBytes } from "../../base/format/bytes-text.ts";
import { scalarText } from "../../base/format/numpy-array.ts";
import { type Dims, elementCount } from "../../base/shape.ts";
import { buildNode } from "../../engine/dispatch.ts";
import type { EagerTensor } from "../../engine/eager-tensor.ts";
import { currentGraph, withGraph } from "../../graph/default-graph.ts";
import type { Operation } from "../../graph/graph.ts";
import type { SymbolicTensor, Tensor } from "../../graph/tensor.ts";
import type { TensorValue } from "../../graph/types.ts";
import { cond } from "../control-flow/cond.ts";
import { controlDependencies } from "../control-flow/group.ts";
import type { Named } from "../core/arguments.ts";
import { graphFor, one, scoped } from "../core/call.ts";
import { asTensor, knownValue } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";

export interface MessageOptions extends Named {
  /** What the error says first. */
  readonly message?: string | null;
}

export interface AssertOptions extends MessageOptions {
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
  const attrs = { summarize: summarize ?? 3 };
  const graph = graphFor([condition, data]);
  if (graph === null) return assertNow(condition, data, attrs.summarize);
  return withGraph(graph, () =>
    scoped(name, "Assert", [], () => {
      const onHost = data.map((item) => asTensor(item)).every(({ dtype }) => /^(string|int32)$/.test(dtype));
      if (onHost) return buildNode(graph, "Assert", [condition, data], attrs, "Assert");
      // Elsewhere the data is copied only if the condition is false.
      const test = asTensor(condition, undefined, "Condition");
      const check = (): unknown => buildNode(currentGraph()!, "Assert", [test, data], attrs, "Assert");
      const skip = (): unknown => buildNode(currentGraph()!, "NoOp", []);
      return (cond(test, skip, check, { name: "AssertGuard" }) as SymbolicTensor).op as Operation;
    }),
  );
}

function assertNow(condition: TensorInput, data: readonly TensorInput[], summarize: number): undefined {
  if ((asTensor(condition) as EagerTensor).item()) return undefined;
  const texts = data.map((item) => summary(asTensor(item) as EagerTensor, summarize));
  const shown = typeof condition === "boolean" ? "False" : String(condition);
  throw invalidArgument(`Expected '${shown}' to be true. Summarized data: ${texts.join("\n")}`);
}

/** Elements separated by commas; strings as bytes. */
function summary(tensor: EagerTensor, most: number): string {
  const value = tensor.toValue();
  return firstTexts(value, most < 0 ? elementCount(value.shape) : most, "...").join(", ");
}

/** The texts of the first elements, then `more` if there are more. */
export function firstTexts(value: TensorValue, most: number, more: string): string[] {
  const count = elementCount(value.shape);
  const texts = Array.from({ length: Math.min(most, count) }, (_, i) => elementText(value, i));
  return texts.length < count && value.shape.length > 0 ? [...texts, more] : texts;
}

function elementText(value: TensorValue, i: number): string {
  if (value.dtype === "string") return pythonBytes(value.data[i] as Uint8Array);
  return scalarText(value.dtype, slice(value, [i]).data, "str");
}

type Values = Pick<TensorValue, "dtype" | "data">;

/** Elements at flat positions. */
export function slice(value: TensorValue, positions: readonly number[]): Values & { readonly shape: Dims } {
  const lanes = value.dtype.startsWith("complex") ? 2 : 1;
  const data = positions.flatMap((at) =>
    Array.from({ length: lanes }, (_, lane) => value.data[at * lanes + lane]),
  );
  const like = value.data as unknown as { constructor: { from(items: unknown[]): TensorValue["data"] } };
  return { dtype: value.dtype, shape: [positions.length], data: like.constructor.from(data) };
}

/** The tensor, in graphs behind an op that waits for a check. */
export function withDependencies(check: Operation | Tensor | undefined, tensor: Tensor): Tensor {
  if (check === undefined || graphFor([tensor, check]) === null) return tensor;
  return scoped(undefined, "control_dependency", [tensor], (scope) =>
    controlDependencies([check], () => one("Identity", [tensor], undefined, scope)),
  );
}

/** The value of a constant; what others compute counts as unknown until they run, as in TensorFlow. */
export function constantOf(tensor: Tensor): TensorValue | undefined {
  const op = (tensor as Partial<SymbolicTensor>).op;
  return op === undefined || op.type === "Const" ? knownValue(tensor) : undefined;
}

/** A user's message as the beginning of a longer one. */
export const opening = (message: string | null | undefined): string =>
  message === undefined || message === null || message === "" ? "" : `${message}.  `;

/** The op of a check that has been done while the graph was built. */
export const doneAlready = (name?: string): Assertion => {
  const graph = currentGraph();
  return graph === null ? undefined : buildNode(graph, "NoOp", [], {}, name);
};
