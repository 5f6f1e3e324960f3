// Attrs of whole nodes: between NodeDefs and nodes, completed and checked against the signature.
import { create } from "@bufbuild/protobuf";
import { invalidArgument, ValueError } from "../../base/errors.ts";
import { type AttrValue as AttrProto, AttrValueSchema } from "../../wire/proto/attr_value_pb.gen.ts";
import type { AttrType, TypedAttr } from "../attr-types.ts";
import type { Signature } from "../op-signature.ts";
import type { Attrs, AttrValue, TensorValue } from "../types.ts";
import { attrFromProto, attrToProto } from "./attr-value.ts";
import { isUnsetAttr, keepTensor, keptTensor, unsetAttr } from "./originals.ts";

/** A node's attrs, and the types of those that the signature does not declare. */
export interface ReadAttrs {
  readonly attrs: Record<string, AttrValue>;
  readonly types: Record<string, TypedAttr["type"]>;
}

/** Reads one attr; constants remember the message they came from. */
export function readAttr(proto: AttrProto, declared?: AttrType): TypedAttr {
  if (proto.value.case === undefined && declared === undefined)
    return { type: "list(string)", value: unsetAttr() };
  const typed = attrFromProto(proto, declared);
  if (proto.value.case === "tensor") keepTensor(typed.value as TensorValue, proto.value.value);
  return typed;
}

export function writeAttr(type: TypedAttr["type"], value: AttrValue): AttrProto {
  if (isUnsetAttr(value)) return create(AttrValueSchema);
  const kept = type === "tensor" ? keptTensor(value as TensorValue) : undefined;
  if (kept === undefined) return attrToProto(type, value);
  return create(AttrValueSchema, { value: { case: "tensor", value: kept } });
}

/**
 * Reads a NodeDef's attrs: defaults are filled in, attrs of functions (`placeholder`) replaced by values.
 * Calls of functions may carry any attrs.
 */
export function readAttrs(
  node: { readonly name: string; readonly attr: { readonly [name: string]: AttrProto } },
  signature: Signature,
  given: Attrs,
  isFunctionCall: boolean,
): ReadAttrs {
  const attrs: Record<string, AttrValue> = {};
  const types: ReadAttrs["types"] = {};
  for (const name in node.attr) {
    const spec = signature.attrs.get(name);
    if (spec === undefined && !name.startsWith("_") && !isFunctionCall)
      throw new ValueError(
        `NodeDef mentions attr '${name}' not in Op<name=${signature.name}>; ` +
          `NodeDef: {{node ${node.name}}}. (Check whether your GraphDef-interpreting binary is up to date ` +
          "with your GraphDef-generating binary.).",
      );
    const typed = withPlaceholder(readAttr(node.attr[name], spec?.type), given);
    if (spec !== undefined && typed.type !== spec.type)
      throw wrongType(node.name, name, typed.type, spec.type);
    attrs[name] = typed.value;
    if (spec === undefined) types[name] = typed.type;
  }
  fillDefaults(node.name, signature, attrs);
  return { attrs, types };
}

function withPlaceholder(typed: TypedAttr, given: Attrs): TypedAttr {
  if (typed.type !== "placeholder") return typed;
  const value = given[typed.value as string];
  if (value === undefined)
    throw invalidArgument(`Attr ${typed.value} of a function: expected a value, received none`);
  return { type: typeOfGiven(value), value };
}

// Functions are generic in dtypes, counts and flags only.
function typeOfGiven(value: AttrValue): AttrType {
  if (typeof value === "string") return "type";
  if (Array.isArray(value)) return typeof value[0] === "string" ? "list(type)" : "shape";
  return typeof value === "boolean" ? "bool" : "int";
}

function wrongType(node: string, attr: string, received: string, expected: string): ValueError {
  return new ValueError(
    `AttrValue had value with type '${received}' when '${expected}' expected\n\t for attr '${attr}'\n\t; ` +
      `NodeDef: {{node ${node}}}`,
  );
}

function fillDefaults(node: string, signature: Signature, attrs: Record<string, AttrValue>): void {
  for (const { name, fallback } of signature.attrs.values()) {
    if (attrs[name] !== undefined) continue;
    if (fallback === undefined)
      throw new ValueError(
        `NodeDef missing attr '${name}' from Op<name=${signature.name}>; NodeDef: {{node ${node}}}`,
      );
    attrs[name] = fallback;
  }
}

interface Attributed {
  readonly attrs: Attrs;
  attrType(name: string): TypedAttr["type"];
}

export function writeAttrs(op: Attributed): { [name: string]: AttrProto } {
  const attr: { [name: string]: AttrProto } = {};
  for (const name in op.attrs) attr[name] = writeAttr(op.attrType(name), op.attrs[name]);
  return attr;
}
