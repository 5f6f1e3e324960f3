// AttrValue messages and attrs as plain values.
import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { type DTypeName, dtypeFromProto, dtypeInfo, isDTypeName, REF_OFFSET } from "../../base/dtypes.ts";
import { invalidArgument } from "../../base/errors.ts";
import type { Shape } from "../../base/shape.ts";
import {
  type AttrValue as AttrProto,
  type AttrValue_ListValue,
  type AttrValue_ListValueSchema,
  AttrValueSchema,
  type NameAttrList,
  NameAttrListSchema,
} from "../../wire/proto/attr_value_pb.gen.ts";
import type { DataType } from "../../wire/proto/types_pb.gen.ts";
import type { AttrDType, AttrType, TypedAttr, TypedFunctionRef } from "../attr-types.ts";
import type { AttrKind } from "../op.ts";
import type { AttrValue, FunctionRef, TensorValue } from "../types.ts";
import { shapeFromProto, shapeToProto } from "./shape-proto.ts";
import { tensorFromProto, tensorToProto } from "./tensor-proto.ts";

type ElementCase = Exclude<AttrProto["value"]["case"], "list" | "placeholder" | undefined>;

const caseOfType: Record<AttrKind, ElementCase> = {
  string: "s",
  int: "i",
  float: "f",
  bool: "b",
  type: "type",
  shape: "shape",
  tensor: "tensor",
  func: "func",
};

const typeOfCase = new Map(Object.entries(caseOfType).map(([type, name]) => [name, type as AttrKind]));

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** Text if the bytes are UTF-8, so that writing gives the same bytes; otherwise the bytes. */
function stringFromBytes(bytes: Uint8Array): string | Uint8Array {
  try {
    return utf8.decode(bytes);
  } catch {
    return bytes;
  }
}

const intFromProto = (value: bigint): number | bigint =>
  Number.isSafeInteger(Number(value)) ? Number(value) : value;

function typeFromProto(number: number): AttrDType {
  if (number === 0) return "invalid";
  const dtype = dtypeFromProto(number);
  if (dtype === undefined)
    throw invalidArgument(`Reading an attr: expected the number of a dtype, received ${number}`);
  return number > REF_OFFSET ? `${dtype}_ref` : dtype;
}

/** The number of a dtype in TensorFlow's `DataType`: 1 for "float32", 101 for "float32_ref". */
function typeToProto(name: AttrDType): DataType {
  if (name === "invalid") return 0;
  const isRef = name.endsWith("_ref");
  const { proto } = dtypeInfo((isRef ? name.slice(0, -4) : name) as DTypeName);
  return (isRef ? proto + REF_OFFSET : proto) as DataType;
}

function functionFromProto(proto: NameAttrList): TypedFunctionRef {
  const attrs = Object.entries(proto.attr).map(([name, attr]) => [name, attrFromProto(attr)] as const);
  if (attrs.length === 0) return { name: proto.name };
  return {
    name: proto.name,
    attrs: Object.fromEntries(attrs.map(([name, attr]) => [name, attr.value])),
    attrTypes: Object.fromEntries(attrs.map(([name, attr]) => [name, attr.type])),
  };
}

/** The likeliest type of a value that comes without one: whole numbers are ints, dtype names are types. */
function guessType(value: AttrValue): AttrType {
  if (Array.isArray(value)) {
    const element = value.length === 0 ? "int" : guessType(value[0]);
    return (element.startsWith("list(") ? "list(shape)" : `list(${element})`) as AttrType;
  }
  if (typeof value === "boolean") return "bool";
  if (typeof value === "number") return Number.isInteger(value) ? "int" : "float";
  if (typeof value === "bigint") return "int";
  if (typeof value === "string") return isDTypeName(value) ? "type" : "string";
  if (value instanceof Uint8Array) return "string";
  if (value === null) return "shape";
  return "dtype" in value ? "tensor" : "func";
}

function functionToProto(reference: TypedFunctionRef): NameAttrList {
  const typeOf = (name: string, value: AttrValue): TypedAttr["type"] =>
    reference.attrTypes?.[name] ?? guessType(value);
  const attrs = Object.entries(reference.attrs ?? {}).map(([name, value]) => {
    return [name, attrToProto(typeOf(name, value), value)];
  });
  return create(NameAttrListSchema, { name: reference.name, attr: Object.fromEntries(attrs) });
}

const readElement: { [C in ElementCase]: (value: AttrValue_ListValue[C][number]) => AttrValue } = {
  s: stringFromBytes,
  i: intFromProto,
  f: (value) => value,
  b: (value) => value,
  type: typeFromProto,
  shape: shapeFromProto,
  tensor: tensorFromProto,
  func: functionFromProto,
};

const writeElement: { [C in ElementCase]: (value: AttrValue) => AttrValue_ListValue[C][number] } = {
  s: (value) => (typeof value === "string" ? encoder.encode(value) : (value as Uint8Array)),
  i: (value) => BigInt(value as number | bigint),
  f: (value) => Number(value),
  b: (value) => value as boolean,
  type: (value) => typeToProto(value as AttrDType),
  shape: (value) => shapeToProto(value as Shape),
  tensor: (value) => tensorToProto(value as TensorValue),
  func: (value) => functionToProto(value as FunctionRef),
};

const isListType = (type: AttrType): boolean => type.startsWith("list(");
const elementType = (type: AttrType): AttrKind => (isListType(type) ? type.slice(5, -1) : type) as AttrKind;

function listFromProto(list: AttrValue_ListValue, declared: AttrType | undefined): TypedAttr {
  const cases = [...typeOfCase.keys()];
  const filled = cases.find((name) => list[name].length > 0);
  // An empty list is written alike whatever it is a list of.
  if (filled === undefined) return { type: declared ?? "list(string)", value: [] };
  const read = readElement[filled] as (value: unknown) => AttrValue;
  return {
    type: `list(${typeOfCase.get(filled)!})`,
    value: (list[filled] as unknown[]).map((item) => read(item)),
  };
}

/** Reads an attr. `declared`, the OpDef's type, is needed only to tell what an empty list is a list of. */
export function attrFromProto(proto: AttrProto, declared?: AttrType): TypedAttr {
  const { case: name, value } = proto.value;
  if (name === undefined) {
    if (declared !== undefined && isListType(declared)) return { type: declared, value: [] };
    throw invalidArgument(`Reading an attr: expected a value of type ${declared ?? "any"}, received none`);
  }
  if (name === "placeholder") return { type: "placeholder", value };
  if (name === "list") return listFromProto(value, declared);
  const read = readElement[name] as (value: unknown) => AttrValue;
  return { type: typeOfCase.get(name)!, value: read(value) };
}

/** Writes an attr of the type that the OpDef gives it. */
export function attrToProto(type: TypedAttr["type"], value: AttrValue): AttrProto {
  if (type === "placeholder")
    return create(AttrValueSchema, { value: { case: "placeholder", value: value as string } });
  const name = caseOfType[elementType(type)];
  const write = writeElement[name] as (value: AttrValue) => unknown;
  if (isListType(type)) {
    const items = (value as readonly AttrValue[]).map((item) => write(item));
    const list = { [name]: items } as MessageInitShape<typeof AttrValue_ListValueSchema>;
    return create(AttrValueSchema, { value: { case: "list", value: list } });
  }
  const single = { case: name, value: write(value as AttrValue) };
  return create(AttrValueSchema, { value: single as MessageInitShape<typeof AttrValueSchema>["value"] });
}
