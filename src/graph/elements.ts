// Names to nodes and tensors, with TensorFlow's words for names that lead nowhere.
import { KeyError, ValueError } from "../base/errors.ts";

const TENSOR_FORM = 'Tensor names must be of the form "<op_name>:<output_index>".';

export interface Allowed {
  readonly tensor: boolean;
  readonly operation: boolean;
}

export function allowedText({ tensor, operation }: Allowed): string {
  if (!tensor && !operation) throw new ValueError("allow_tensor and allow_operation can't both be False.");
  return tensor && operation ? "Tensor or Operation" : tensor ? "Tensor" : "Operation";
}

interface Node<T> {
  readonly outputs: readonly T[];
}

/** The node "a" or the tensor "a:0". */
export function findByName<T, N extends Node<T>>(
  name: string,
  nodes: ReadonlyMap<string, N>,
  allowed: Allowed,
): T | N {
  const wanted = allowedText(allowed);
  if (name.includes(":")) {
    if (allowed.tensor) return findTensor<T, N>(name, nodes);
    throw new ValueError(`Name '${name}' appears to refer to a Tensor, not a ${wanted}.`);
  }
  const node = nodes.get(name);
  if (allowed.operation) {
    if (node !== undefined) return node;
    throw new KeyError(`The name '${name}' refers to an Operation not in the graph.`);
  }
  throw new ValueError(
    node === undefined
      ? `The name '${name}' looks like an (invalid) Operation name, not a ${wanted}. ${TENSOR_FORM}`
      : `The name '${name}' refers to an Operation, not a ${wanted}. ${TENSOR_FORM}`,
  );
}

function findTensor<T, N extends Node<T>>(name: string, nodes: ReadonlyMap<string, N>): T {
  const [nodeName, index, ...rest] = name.split(":");
  if (rest.length > 0 || !/^\s*-?\d+\s*$/.test(index))
    throw new ValueError(
      `The name '${name}' looks a like a Tensor name, but is not a valid one. ${TENSOR_FORM}`,
    );
  const node = nodes.get(nodeName);
  const missing =
    `The name '${name}' refers to a Tensor which does not exist. ` + `The operation, '${nodeName}', `;
  if (node === undefined) throw new KeyError(`${missing}does not exist in the graph.`);
  const tensor = node.outputs[Number(index)];
  if (tensor === undefined)
    throw new KeyError(`${missing}exists but only has ${node.outputs.length} outputs.`);
  return tensor;
}

/** A JavaScript value's type, named as Python would. */
export function typeName(x: unknown): string {
  if (x === null || x === undefined) return "NoneType";
  if (typeof x === "number") return Number.isInteger(x) ? "int" : "float";
  if (typeof x === "bigint") return "int";
  if (typeof x === "boolean") return "bool";
  if (typeof x === "string") return "str";
  if (Array.isArray(x)) return "list";
  return typeof x === "function" ? "function" : (x.constructor?.name ?? "object");
}
