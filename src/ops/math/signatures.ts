// What pointwise math ops share: argument names and the sets of dtypes of TensorFlow's signatures.
import type { DTypeName } from "../../base/dtypes.ts";
import { broadcastShape, sameAsInput } from "../support/shapes.ts";
import { floatTypes } from "../support/type-lists.ts";

export const integerTypes = [
  "int8",
  "int16",
  "int32",
  "int64",
  "uint8",
  "uint16",
  "uint32",
  "uint64",
] as const satisfies readonly DTypeName[];
export const signedTypes = ["int8", "int16", "int32", "int64"] as const satisfies readonly DTypeName[];
export const complexTypes = ["complex64", "complex128"] as const satisfies readonly DTypeName[];
export const floatOrComplexTypes = [...floatTypes, ...complexTypes] as const;
export const floatOrSignedTypes = [...floatTypes, ...signedTypes] as const;
export const arithmeticTypes = [...floatTypes, ...integerTypes, ...complexTypes] as const;

export const unary = { inputs: ["x: T"], outputs: ["y: T"], shape: sameAsInput } as const;
export const binary = { inputs: ["x: T", "y: T"], outputs: ["z: T"], shape: broadcastShape } as const;
export const comparison = { ...binary, outputs: ["z: bool"] } as const;
/** Gradient ops of functions whose derivative follows from their result y. */
export const gradientOfResult = { inputs: ["y: T", "dy: T"], outputs: ["z: T"], shape: sameAsInput } as const;
