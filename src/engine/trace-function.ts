// Tracing: runs a JavaScript function once with placeholders for its tensors and keeps the graph that
// results.
import type { Shape } from "../base/shape.ts";
import { currentGraph } from "../graph/default-graph.ts";
import { functionName } from "../graph/func-graph.ts";
import type { SymbolicTensor } from "../graph/graph.ts";
import { Tensor } from "../graph/tensor-base.ts";
import { addControlEdges } from "./automatic-control.ts";
import type { Trace } from "./concrete-function.ts";
import { EagerTensor } from "./eager-tensor.ts";
import type { Arguments, TensorArgument } from "./function-signature.ts";
import { rememberArgument } from "./lift.ts";
import { flatten, packAs } from "./nest.ts";
import { argumentName, type ParameterNames } from "./parameters.ts";
import { convertReturned, type Returned } from "./returned.ts";
import { TracingGraph } from "./tracing-graph.ts";

/** What is traced, and for which arguments. */
export interface TraceRequest {
  readonly fn: (...args: never[]) => unknown;
  readonly receiver: unknown;
  readonly title: string;
  readonly parameters: ParameterNames;
  readonly args: Arguments;
  /** One for each tensor among the arguments. */
  readonly specs: readonly TensorArgument[];
  /** Names for the placeholders that are not to be named after parameters. */
  readonly names?: readonly (string | null)[];
}

export function traceFunction(request: TraceRequest): Trace {
  const { fn, receiver, title, args } = request;
  const name = functionName(title);
  const graph = new TracingGraph(name, currentGraph());
  const placeholders: SymbolicTensor[] = [];
  const parameters = args.values.map((value, i) => addParameter(graph, value, i, request, placeholders));
  let returned: Returned | null = null;
  graph.trace(() => {
    const value = Reflect.apply(fn, receiver, [...parameters]) as unknown;
    rejectPromise(value, title);
    returned = convertReturned(graph, value, true, title);
  });
  graph.outputs = returned!.outputs;
  addControlEdges(graph);
  return { name, graph, returned: returned!, parameters, placeholders };
}

/** The argument as the function sees it: placeholders instead of tensors. */
function addParameter(
  graph: TracingGraph,
  value: unknown,
  index: number,
  { specs, names, parameters }: TraceRequest,
  placeholders: SymbolicTensor[],
): unknown {
  const title = argumentName(parameters, index);
  const leaves = flatten(value, true).map((leaf) => {
    const isData = ArrayBuffer.isView(leaf) && !(leaf instanceof DataView);
    if (!(leaf instanceof Tensor) && !isData) return leaf;
    const spec = specs[placeholders.length]!;
    const placeholder = addPlaceholder(graph, spec.dtype, spec.shape, names?.[placeholders.length] ?? title);
    placeholder.handleType = (leaf as Partial<SymbolicTensor>).handleType;
    if (leaf instanceof EagerTensor) rememberArgument(placeholder, leaf);
    placeholders.push(placeholder);
    return placeholder;
  });
  return packAs(value, leaves, true);
}

const addPlaceholder = (
  graph: TracingGraph,
  dtype: Tensor["dtype"],
  shape: Shape,
  name: string,
): SymbolicTensor =>
  graph.addInput(
    dtype,
    shape,
    name.replaceAll(/[^A-Za-z0-9_.\\/>-]/g, "_").replace(/^[^A-Za-z0-9.]/, "arg_"),
    name,
  );

function rejectPromise(value: unknown, title: string): void {
  if (typeof (value as { then?: unknown } | null | undefined)?.then !== "function") return;
  throw new TypeError(
    `Tracing ${title}: expected a function that returns tensors when its work is done, received one that ` +
      "returns a " +
      "promise. What a tf.function computes cannot wait; await before calling it.",
  );
}
