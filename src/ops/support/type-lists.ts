// TensorFlow's named sets of dtypes, as op signatures use them.
import type { DTypeName } from "../../base/dtypes.ts";

/** `realnumbertype`. */
export const realNumberTypes = [
  "float32",
  "float64",
  "int32",
  "uint8",
  "int16",
  "int8",
  "int64",
  "bfloat16",
  "uint16",
  "float16",
  "uint32",
  "uint64",
] as const satisfies readonly DTypeName[];

/** `quantizedtype`. */
export const quantizedTypes = [
  "qint8",
  "quint8",
  "qint32",
  "qint16",
  "quint16",
] as const satisfies readonly DTypeName[];

/** `numbertype`. */
export const numberTypes = [
  ...realNumberTypes,
  ...quantizedTypes,
  "complex64",
  "complex128",
] as const satisfies readonly DTypeName[];

/** `{half, bfloat16, float, double}`. */
export const floatTypes = [
  "float16",
  "bfloat16",
  "float32",
  "float64",
] as const satisfies readonly DTypeName[];
