// Operators and methods of tensors on what stands for one: each reads the value, then calls the tensor's.
import { Tensor } from "../../graph/tensor-base.ts";

type Facts = "dtype" | "shape" | "ndim" | "rank" | "isRef" | "toString";
/** Methods that variables have in their own way. */
type Own = "getItem" | "get" | "array" | "data" | "item";

export interface VariableOperators extends Omit<Tensor, Facts | Own | symbol> {}

// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: copied from Tensor, which a class cannot say
export abstract class VariableOperators {
  abstract toTensor(): Tensor;

  getItem(...items: readonly unknown[]): Tensor {
    return this.toTensor().getItem(...items);
  }
  get(...items: readonly unknown[]): Tensor {
    return this.getItem(...items);
  }
  array(): ReturnType<Tensor["array"]> {
    return this.toTensor().array();
  }
  data(): ReturnType<Tensor["data"]> {
    return this.toTensor().data();
  }
  item(): ReturnType<Tensor["item"]> {
    return this.toTensor().item();
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }

  static {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(Tensor.prototype))) {
      if (
        typeof value !== "function" ||
        name === "toString" ||
        Object.hasOwn(VariableOperators.prototype, name)
      )
        continue;
      const method = function (this: VariableOperators, ...args: unknown[]): unknown {
        const tensor = this.toTensor() as unknown as Record<string, (...given: unknown[]) => unknown>;
        return tensor[name]!(...args);
      };
      Object.defineProperty(VariableOperators.prototype, name, {
        value: method,
        writable: true,
        configurable: true,
      });
    }
  }
}
