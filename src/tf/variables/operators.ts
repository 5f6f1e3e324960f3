// Variables compute like tensors: every method of tensors, on the value that is read.
import { Tensor } from "../../graph/tensor.ts";

/** What tensors know of themselves, which variables say in their own way. */
const OWN = new Set(["constructor", "toString", "ndim", "rank", "isRef", "toTensor", "getItem"]);

type OwnNames = "dtype" | "shape" | "ndim" | "rank" | "isRef" | "toString" | "getItem";
/** The methods of tensors. */
export type TensorMethods = Omit<Tensor, OwnNames>;

interface Readable {
  toTensor(): Tensor;
}

/** Gives a class of variables the methods of tensors. */
export function addTensorMethods(prototype: Readable): void {
  for (const name of Object.getOwnPropertyNames(Tensor.prototype)) {
    if (OWN.has(name) || name in prototype) continue;
    const method = (Tensor.prototype as unknown as Record<string, unknown>)[name];
    if (typeof method !== "function") continue;
    Object.defineProperty(prototype, name, {
      configurable: true,
      writable: true,
      value(this: Readable, ...args: unknown[]): unknown {
        return (method as (...args: unknown[]) => unknown).apply(this.toTensor(), args);
      },
    });
  }
}
