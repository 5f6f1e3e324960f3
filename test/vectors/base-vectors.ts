// Reads the recorded cases under test/vectors and decodes their tensors for the tests of src/base.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { DTypeName } from "../../src/base/dtypes.ts";

export interface RecordedTensor {
  readonly dtype: DTypeName;
  readonly shape: number[];
  readonly data: string | string[];
}

/** The parsed content of `test/vectors/<path>`, a gzipped JSON file. */
export function readVectors<T>(path: string): T {
  const file = new URL(path, import.meta.url);
  return JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")) as T;
}

const arrays = {
  float32: Float32Array,
  float64: Float64Array,
  float16: Uint16Array,
  bfloat16: Uint16Array,
  complex64: Float32Array,
  complex128: Float64Array,
  int8: Int8Array,
  uint8: Uint8Array,
  bool: Uint8Array,
  int16: Int16Array,
  uint16: Uint16Array,
  int32: Int32Array,
  uint32: Uint32Array,
  int64: BigInt64Array,
  uint64: BigUint64Array,
};

export type RecordedData = InstanceType<(typeof arrays)[keyof typeof arrays]> | Uint8Array[];

/** A tensor's elements: half types as bits, complex interleaved, strings as bytes. */
export function tensorData(tensor: RecordedTensor): RecordedData {
  if (typeof tensor.data !== "string") return tensor.data.map((text) => new Uint8Array(Buffer.from(text, "base64")));
  const bytes = new Uint8Array(Buffer.from(tensor.data, "base64"));
  return new arrays[tensor.dtype as keyof typeof arrays](bytes.buffer);
}

/** A numeric tensor's elements; 64-bit integers are bigint. */
export function numbersOf(tensor: RecordedTensor): number[] {
  return Array.from(tensorData(tensor) as ArrayLike<number>);
}
