// Operators and methods of tensors on what stands for a tensor: each reads the value first, then calls the tensor's.
import { Tensor } from "../../graph/tensor-base.ts";

type NotMethods = "dtype" | "shape" | "ndim" | "rank" | "isRef" | "toString";

// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the methods are copied from Tensor, which a class cannot say
export interface VariableOperators extends Omit<Tensor, NotMethods | symbol> {}

// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: see above
export abstract class VariableOperators {
  abstract toTensor(): Tensor;

  static {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(Tensor.prototype))) {
      if (typeof value !== "function" || name === "constructor" || name === "toString") continue;
      const method = function (this: VariableOperators, ...args: unknown[]): unknown {
        const tensor = this.toTensor() as unknown as Record<string, (...given: unknown[]) => unknown>;
        return tensor[name]!(...args);
      };
      Object.defineProperty(this.prototype, name, { value: method, writable: true, configurable: true });
    }
  }
}
