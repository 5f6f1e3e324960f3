// What a traced function returns: tensors in any structure, each behind an Identity of its own.
import type { SymbolicTensor } from "../graph/graph.ts";
import { Operation } from "../graph/graph.ts";
import { Tensor } from "../graph/tensor-base.ts";
import { toTensor } from "./convert.ts";
import { flatten, packAs } from "./nest.ts";
import { raw } from "./raw.ts";
import type { TracingGraph } from "./tracing-graph.ts";

/** The form of a function's results: leaves are true for tensors and null for nothing. */
export interface Returned {
  readonly structure: unknown;
  readonly outputs: readonly SymbolicTensor[];
}

const isConvertible = (x: unknown): boolean =>
  x instanceof Tensor ||
  ["number", "bigint", "boolean", "string"].includes(typeof x) ||
  ArrayBuffer.isView(x) ||
  (((typeof x === "object" && x !== null) || typeof x === "function") && "toTensor" in x);

/** Converts what a function returned; call it while the graph is the current one. */
export function convertReturned(
  graph: TracingGraph,
  value: unknown,
  marked: boolean,
  name: string,
): Returned {
  const outputs: SymbolicTensor[] = [];
  const leaves = flatten(value, true).map((leaf) => {
    if (leaf === null || leaf === undefined || leaf instanceof Operation) return null;
    if (!isConvertible(leaf)) throw notReturnable(leaf, name);
    const tensor = graph.capture(inGraph(graph, leaf));
    outputs.push(marked ? (raw.Identity(tensor) as SymbolicTensor) : tensor);
    return outputs[outputs.length - 1];
  });
  return { structure: packAs(value, leaves, true), outputs };
}

function inGraph(graph: TracingGraph, leaf: unknown): Tensor {
  const tensor = toTensor(leaf);
  if (leaf instanceof Tensor || !("toValue" in tensor)) return tensor;
  return graph.constant(
    (tensor as Tensor & { toValue(): Parameters<TracingGraph["constant"]>[0] }).toValue(),
  );
}

const notReturnable = (leaf: unknown, name: string): TypeError =>
  new TypeError(
    "To be compatible with tf.function, functions must return zero or more Tensors or ExtensionTypes or " +
      "null values; " +
      `in compilation of ${name}, found return value of type ${typeof leaf}, which is not a Tensor or ` +
      "ExtensionType.",
  );

/** Puts results into the form that the function returned. */
export function packReturned(structure: unknown): (values: readonly Tensor[]) => unknown {
  if (structure instanceof Tensor) return (values) => values[0];
  const leaves = flatten(structure, true);
  return (values) => {
    let next = 0;
    return packAs(
      structure,
      leaves.map((leaf) => (leaf === null ? null : values[next++])),
      true,
    );
  };
}
