// Reads tensors and attrs as the recordings write them.
import {
  allocate,
  type DTypeName,
  isDTypeName,
  type NumericArray,
  type TensorData,
} from "../../src/base/dtypes.ts";
import { ValueError } from "../../src/base/errors.ts";
import type { AttrType, TypedAttr } from "../../src/graph/attr-types.ts";
import type { AttrKind } from "../../src/graph/op.ts";
import type { AttrValue, TensorValue } from "../../src/graph/types.ts";

/** `data` is base64 of all elements; strings come as base64 each (`data`, `bytes`) or as text (`strings`). */
export interface TensorJson {
  dtype: string;
  shape: number[];
  data?: string | string[];
  strings?: string[];
  bytes?: string[];
}

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "base64"));
const fromText = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "utf8"));

function stringData({ data, strings, bytes }: TensorJson): Uint8Array[] {
  return strings?.map(fromText) ?? ((data ?? bytes) as string[]).map(fromBase64);
}

function numericData(dtype: DTypeName, text: string): TensorData {
  const bytes = Buffer.from(text, "base64");
  const one = (allocate(dtype, 1) as NumericArray).byteLength;
  const data = allocate(dtype, bytes.length / one) as NumericArray;
  new Uint8Array(data.buffer).set(bytes);
  return data;
}

export function decodeTensor(json: TensorJson): TensorValue {
  const { dtype, shape } = json;
  if (!isDTypeName(dtype)) throw new ValueError(`A recorded tensor: expected a dtype, received "${dtype}"`);
  const data = dtype === "string" ? stringData(json) : numericData(dtype, json.data as string);
  return { dtype, shape, data };
}

export const isTensorJson = (json: unknown): json is TensorJson =>
  typeof json === "object" && json !== null && "dtype" in json && "shape" in json;

const kinds: Record<string, AttrKind> = {
  s: "string",
  s64: "string",
  i: "int",
  f: "float",
  b: "bool",
  type: "type",
  shape: "shape",
  tensor: "tensor",
};

function wholeNumber(value: unknown): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : BigInt(value as string);
}

function attrElement(key: string, value: unknown): AttrValue {
  switch (key) {
    case "s64":
      return fromBase64(value as string);
    case "i":
      return wholeNumber(value);
    case "f":
      return Number(value);
    case "tensor":
      return decodeTensor(value as TensorJson);
    default:
      return value as AttrValue;
  }
}

/** One attr, `{ i: 3 }` or `{ list: { i: [1, 2] } }`; undefined for `{}`, an attr without a value. */
export function decodeAttr(json: Record<string, unknown>): TypedAttr | undefined {
  const [entry] = Object.entries(json);
  if (entry === undefined) return undefined;
  const [key, value] = entry;
  if (key !== "list") return { type: kinds[key], value: attrElement(key, value) };
  const [items] = Object.entries(value as Record<string, unknown[]>);
  // What an empty list is a list of stands in the OpDef only; it is written alike for all types.
  if (items === undefined) return { type: "list(string)", value: [] };
  const type = `list(${kinds[items[0]]})` as AttrType;
  return { type, value: items[1].map((item) => attrElement(items[0], item)) };
}

export function decodeAttrs(json: Record<string, Record<string, unknown>>): Record<string, TypedAttr> {
  const entries = Object.entries(json).map(([name, attr]) => [name, decodeAttr(attr)] as const);
  return Object.fromEntries(entries.filter((entry): entry is [string, TypedAttr] => entry[1] !== undefined));
}
