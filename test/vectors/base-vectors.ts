// Reads the recorded cases under test/vectors and decodes their tensors for the tests of src/base.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { type DTypeName, dtypeInfo, type NumericArray, type TensorData } from "../../src/base/dtypes.ts";

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

/** A tensor's elements: half types as bits, complex interleaved, strings as bytes. */
export function tensorData(tensor: RecordedTensor): TensorData {
  const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "base64"));
  if (typeof tensor.data !== "string") return tensor.data.map(bytesOf);
  const array = dtypeInfo(tensor.dtype).array as unknown as new (buffer: ArrayBufferLike) => NumericArray;
  return new array(bytesOf(tensor.data).buffer);
}

/** A numeric tensor's elements; 64-bit integers are bigint. */
export function numbersOf(tensor: RecordedTensor): number[] {
  return Array.from(tensorData(tensor) as unknown as ArrayLike<number>);
}
