// Duty: reads single elements of plain tensor data (dtype name and storage array) for the text writers.
//
// Storage: float16 and bfloat16 as 16-bit patterns, smaller floats as bytes, complex numbers interleaved,
// bool as 0 and 1, 64-bit integers as bigint, strings as bytes. Knows no tensors.
import type { DTypeName, TensorData } from "../dtypes.ts";
import { numberFromBfloat16, numberFromFloat16 } from "../half.ts";
import { isSmallFloat, numberFromSmallFloat } from "../small-float.ts";

/** The value of a real element: number, or bigint for 64-bit integers. */
export function realElement(dtype: DTypeName, data: TensorData, index: number): number | bigint {
  const stored = data[index] as number | bigint;
  if (dtype === "float16") return numberFromFloat16(stored as number);
  if (dtype === "bfloat16") return numberFromBfloat16(stored as number);
  return isSmallFloat(dtype) ? numberFromSmallFloat(dtype, stored as number) : stored;
}

/** The value of a floating point element. */
export function floatElement(dtype: DTypeName, data: TensorData, index: number): number {
  return Number(realElement(dtype, data, index));
}
