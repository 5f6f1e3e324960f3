// Reads raw ops recorded by argument name, as Python's `tf.raw_ops.X(**kwargs)` takes them.
import { isDTypeName } from "../../src/base/dtypes.ts";
import { ValueError } from "../../src/base/errors.ts";
import type { TypedAttr } from "../../src/graph/attr-types.ts";
import { type ArgDef, findOpDef, type OpDef } from "../../src/graph/opdefs.ts";
import type { AttrValue, TensorValue } from "../../src/graph/types.ts";
import type { OpCase } from "./cases.ts";
import { decodeTensor, isTensorJson, type TensorJson } from "./decode.ts";

type OutputsJson =
  | null
  | string
  | TensorJson
  | OutputsJson[]
  | { $namedtuple: string; fields: Record<string, OutputsJson> };

export interface RawCaseJson {
  id: string;
  op: string;
  attrs: Record<string, unknown>;
  inputs: Record<string, TensorJson | TensorJson[]>;
  outputs: OutputsJson;
  rtol?: number;
}

/** Python calls a few attrs differently from the OpDef. */
const renamedAttrs: Record<string, string> = { axis: "squeeze_dims" };

/** Tensors by argument, in OpDef order: by name, and by place where Python's name differs. */
function argumentTensors(def: OpDef, inputs: RawCaseJson["inputs"]): TensorValue[][] {
  const names = new Set(def.inputs.map((arg) => arg.name));
  const renamed = Object.keys(inputs).filter((name) => !names.has(name));
  return def.inputs.map((arg) => {
    const json = inputs[arg.name] ?? inputs[renamed.shift()!];
    return (Array.isArray(json) ? json : [json]).map(decodeTensor);
  });
}

function inferredAttrs(arg: ArgDef, tensors: TensorValue[]): Record<string, TypedAttr> {
  const dtypes = tensors.map((tensor) => tensor.dtype);
  return {
    ...(arg.typeAttr && dtypes.length > 0 ? { [arg.typeAttr]: { type: "type", value: dtypes[0] } } : {}),
    ...(arg.numberAttr ? { [arg.numberAttr]: { type: "int", value: tensors.length } } : {}),
    ...(arg.typeListAttr ? { [arg.typeListAttr]: { type: "list(type)", value: dtypes } } : {}),
  };
}

/** "tf.int32" is how Python names a dtype. */
function plainValue(value: unknown): AttrValue {
  if (Array.isArray(value)) return value.map(plainValue);
  const name = typeof value === "string" && value.startsWith("tf.") ? value.slice(3) : value;
  return isDTypeName(name) ? name : (value as AttrValue);
}

function completeAttrs(def: OpDef, json: RawCaseJson, tensors: TensorValue[][]): Record<string, TypedAttr> {
  const attrs: Record<string, TypedAttr> = {};
  for (const attr of def.attrs)
    if (attr.default !== undefined) attrs[attr.name] = { type: attr.type, value: attr.default };
  for (const [i, arg] of def.inputs.entries()) Object.assign(attrs, inferredAttrs(arg, tensors[i]));
  for (const [given, value] of Object.entries(json.attrs)) {
    const attr = def.attrs.find(({ name }) => name === given || name === renamedAttrs[given])!;
    attrs[attr.name] = { type: attr.type, value: plainValue(value) };
  }
  return attrs;
}

function flatOutputs(json: OutputsJson): TensorValue[] {
  if (json === null) return [];
  if (typeof json === "string") return [decodeTensor({ dtype: "string", shape: [], strings: [json] })];
  if (Array.isArray(json)) return json.flatMap(flatOutputs);
  if (isTensorJson(json)) return [decodeTensor(json)];
  return Object.values(json.fields).flatMap(flatOutputs);
}

export function decodeRawCase(json: RawCaseJson, family: string): OpCase {
  const def = findOpDef(json.op);
  if (def === undefined)
    throw new ValueError(`A recorded raw op: expected one of TensorFlow's, received ${json.op}`);
  const tensors = argumentTensors(def, json.inputs);
  return {
    kind: "op",
    id: `${family}/${json.id}`,
    family,
    op: json.op,
    tolerance: { relative: json.rtol ?? 1e-4, absolute: 1e-5 },
    comparison: "elements",
    tags: [],
    attrs: completeAttrs(def, json, tensors),
    inputs: tensors.flat().map((tensor) => ({ tensor })),
    outputs: flatOutputs(json.outputs),
  };
}
