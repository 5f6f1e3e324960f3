// Literals for tests of graphs: numbers, booleans, strings and nested arrays of these, without an engine.
import { allocate, type DTypeName, type NumericArray } from "../../src/base/dtypes.ts";
import type { Dims } from "../../src/base/shape.ts";
import type { Graph, SymbolicTensor } from "../../src/graph/graph.ts";
import { Tensor } from "../../src/graph/tensor-base.ts";
import type { TensorValue } from "../../src/graph/types.ts";

/** A tensor whose value is known, as eager tensors are. */
export class Literal extends Tensor {
  override readonly dtype: DTypeName;
  override readonly shape: Dims;
  readonly #value: TensorValue;

  constructor(value: TensorValue) {
    super();
    this.dtype = value.dtype;
    this.shape = value.shape;
    this.#value = value;
  }

  toValue(): TensorValue {
    return this.#value;
  }
}

function shapeOf(x: unknown): number[] {
  return Array.isArray(x) ? [x.length, ...(x.length > 0 ? shapeOf(x[0]) : [])] : [];
}

function ownType(item: unknown): DTypeName {
  if (typeof item === "boolean") return "bool";
  return typeof item === "string" ? "string" : "float32";
}

/** As the engine converts literals: numbers are float32 unless a dtype is asked for. */
export function convert(literal: unknown, asked?: DTypeName): Tensor {
  if (literal instanceof Tensor) return literal;
  const items = (Array.isArray(literal) ? literal.flat(8) : [literal]) as (number | boolean | string)[];
  const dtype = asked ?? ownType(items[0]);
  const shape = shapeOf(literal);
  if (dtype === "string") {
    const data = items.map((item) => new TextEncoder().encode(String(item)));
    return new Literal({ dtype, shape, data });
  }
  if (/int/.test(dtype) && items.some((item) => !Number.isInteger(Number(item))))
    throw new TypeError(`Expected ${dtype}, but got ${items[0]} of type 'float'.`);
  const data = allocate(dtype, items.length) as NumericArray;
  items.forEach((item, i) => {
    data[i] = data instanceof BigInt64Array ? BigInt(Number(item)) : Number(item);
  });
  return new Literal({ dtype, shape, data });
}

/** `tf.constant`. */
export const constant = (graph: Graph, value: unknown, dtype?: DTypeName, name?: string): SymbolicTensor =>
  graph.constant((convert(value, dtype) as Literal).toValue(), name);

/** Calls an op and gives its first output. */
export function call(
  graph: Graph,
  op: string,
  args: readonly unknown[],
  attrs: Readonly<Record<string, unknown>> = {},
  name?: string,
): SymbolicTensor {
  return graph.call(op, args, attrs, name, convert).outputs[0];
}

/** Every node as `[name, op, inputs]`, as recorded programs list them. */
export const rows = (graph: Graph): [string, string, string[]][] =>
  graph
    .getOperations()
    .map((op) => [
      op.name,
      op.type,
      [
        ...op.inputs.map((input) => (input.index === 0 ? input.op.name : input.name)),
        ...op.controlInputs.map((control) => `^${control.name}`).sort((a, b) => (a < b ? -1 : 1)),
      ],
    ]);
