// Plain data to tensors: in a graph as Const nodes, otherwise as eager tensors.
import type { DTypeName } from "../../base/dtypes.ts";
import { ValueError } from "../../base/errors.ts";
import { type Dims, elementCount } from "../../base/shape.ts";
import { convert, toTensor } from "../../engine/convert.ts";
import { EagerTensor } from "../../engine/eager-tensor.ts";
import { constantValue } from "../../graph/constant-value.ts";
import { currentGraph } from "../../graph/default-graph.ts";
import { located, locating } from "../../graph/source-line.ts";
import { SymbolicTensor, Tensor } from "../../graph/tensor.ts";
import type { TensorValue } from "../../graph/types.ts";
import { holdsTensor, isTensorLike } from "./call.ts";
import type { TensorInput } from "./types.ts";

/** A literal as a node of the graph that is being built, or as an eager tensor. */
export function literal(value: unknown, dtype?: DTypeName, name = "Const", shape?: Dims): Tensor {
  return locating(() => {
    const made = convert(value, dtype, shape);
    return currentGraph()?.constant(made.toValue(), name) ?? made;
  });
}

/** A tensor for any operand. `hint` is the dtype of literals only, `dtype` one that a tensor must have. */
export function asTensor(value: TensorInput, dtype?: DTypeName, name?: string, hint?: DTypeName): Tensor {
  const tensor = tensorOf(value, dtype ?? hint, name);
  if (dtype !== undefined && tensor.dtype !== dtype)
    throw located(
      new ValueError(
        `Tensor conversion requested dtype ${dtype} for Tensor with dtype ${tensor.dtype}: ` +
          tensor.toString(),
      ),
    );
  return tensor;
}

function tensorOf(value: TensorInput, dtype: DTypeName | undefined, name: string | undefined): Tensor {
  if (value instanceof Tensor) return value;
  if (isTensorLike(value)) return value.toTensor();
  if (Array.isArray(value) && holdsTensor(value)) return toTensor(value, dtype, name);
  return literal(value, dtype, name);
}

function firstType(items: readonly TensorInput[]): DTypeName | undefined {
  for (const item of items) {
    if (item instanceof Tensor) return item.dtype;
    if (isTensorLike(item)) return (item as unknown as { dtype?: DTypeName }).dtype ?? item.toTensor().dtype;
    const inner = Array.isArray(item) ? firstType(item) : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/** Several operands of one dtype: that of the first tensor among them, or what the first literal is. */
export function asTensors(values: readonly TensorInput[], name?: string): Tensor[] {
  const type = firstType(values);
  const first = type === undefined && values.length > 0 ? asTensor(values[0]!, undefined, name) : undefined;
  return values.map((value, i) =>
    i === 0 && first !== undefined ? first : asTensor(value, undefined, name, type ?? first?.dtype),
  );
}

/** The value of a tensor, if it is known now. */
export function knownValue(x: unknown): TensorValue | undefined {
  if (x instanceof EagerTensor) return x.toValue();
  return x instanceof SymbolicTensor ? constantValue(x) : undefined;
}

/** The integers in a tensor or list, if they are known now. */
export function knownIntegers(x: unknown): number[] | undefined {
  if (typeof x === "number") return [x];
  if (Array.isArray(x) && !holdsTensor(x)) return x.flat(Infinity).map(Number);
  if (ArrayBuffer.isView(x)) return Array.from(x as Int32Array, Number);
  const value = knownValue(x);
  return value === undefined ? undefined : Array.from(value.data as ArrayLike<number>, Number);
}

/** Zero elements or one, whatever the shape. */
export const isSingle = (dims: Dims): boolean => elementCount(dims) <= 1;
