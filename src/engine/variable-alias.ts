// A TensorFlow v1 variable's value as an edge carries it: later writes of the same size show through.
import { elementCount, type Dims } from "../base/shape.ts";
import type { TensorData } from "../base/dtypes.ts";
import { EagerTensor } from "./eager-tensor.ts";
import type { VariableResource } from "./variable-resource.ts";

export class VariableAlias extends EagerTensor {
  readonly #variable: VariableResource;

  constructor(variable: VariableResource, shape: Dims, seen: TensorData) {
    super(variable.dtype, shape, seen);
    this.#variable = variable;
    const count = elementCount(shape);
    let last = seen;
    Object.defineProperty(this, "buffer", {
      get: () => {
        const { value } = variable;
        // A value of another size has a memory of its own.
        if (value !== null && value.size === count) last = value.buffer;
        return last;
      },
    });
  }

  /** The same memory seen in another shape. */
  reshaped(shape: Dims): VariableAlias {
    return new VariableAlias(this.#variable, shape, this.buffer);
  }
}

/** What a reader of a v1 variable gets. */
export function aliasOf(variable: VariableResource): EagerTensor {
  const value = variable.read();
  return variable.hold === "reference" ? new VariableAlias(variable, value.shape, value.buffer) : value;
}

/** The value as it is now: what is kept, or leaves a program, changes no more. */
export const settled = (tensor: EagerTensor): EagerTensor =>
  tensor instanceof VariableAlias ? new EagerTensor(tensor.dtype, tensor.shape, tensor.buffer) : tensor;
