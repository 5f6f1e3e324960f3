// The recorded OpDefs of TensorFlow 2.21 as JSON: their types and how to read the file.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

export interface RecordedArg {
  name: string;
  type?: string;
  type_attr?: string;
  number_attr?: string;
  type_list_attr?: string;
  is_ref?: boolean;
}

/** One key tells the kind: `{ i: 3 }`, `{ s: "SAME" }`, `{ type: "float32" }`, `{ list: { i: [1, 2] } }`. */
export type RecordedValue = Record<string, unknown>;

export interface RecordedAttr {
  name: string;
  type: string;
  default?: RecordedValue;
  allowed?: string[];
  minimum?: number;
}

export interface RecordedOp {
  name: string;
  inputs: RecordedArg[];
  outputs: RecordedArg[];
  attrs: RecordedAttr[];
  is_stateful: boolean;
  is_commutative?: boolean;
  is_aggregate?: boolean;
  allows_uninitialized_input?: boolean;
  is_distributed_communication?: boolean;
  deprecation?: { version: number; explanation: string };
}

export function readRecording(path: string | URL = new URL("./opdefs.json.gz", import.meta.url)): RecordedOp[] {
  return JSON.parse(gunzipSync(readFileSync(path)).toString("utf8")).ops;
}

/** The value without its kind: `{ list: { i: [1, 2] } }` gives `[1, 2]`, `{ list: {} }` gives `[]`. */
export function bareValue(value: RecordedValue): unknown {
  const [inner] = Object.values(value);
  if (!("list" in value)) return inner;
  return Object.values(inner as Record<string, unknown[]>)[0] ?? [];
}
