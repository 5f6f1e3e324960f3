// Nodes and values as TensorFlow's messages show them: "{{node add}} = AddV2[T=DT_FLOAT](x, y)".
import { type DTypeName, dtypeInfo, isDTypeName } from "../base/dtypes.ts";
import { type Shape, shapeText } from "../base/shape.ts";
import type { AttrType } from "./attr-types.ts";
import type { AttrValue, FunctionRef, TensorValue } from "./types.ts";
import { inputText, type NodeView } from "./views.ts";

const MOST_VALUES = 10;
const utf8 = new TextDecoder();

/** As messages print elements: "1", "1.5", "\"a\"", "true". */
function elementText(value: TensorValue, i: number): string {
  if (value.dtype === "bool") return value.data[i] ? "1" : "0";
  const entry = value.data[i];
  if (entry instanceof Uint8Array) return JSON.stringify(utf8.decode(entry));
  return dtypeInfo(value.dtype).kind === "handle" ? "..." : String(entry);
}

/** The elements of a small tensor: "1 2 3", nested as "[1 2][3 4]". */
export function valuesText(value: TensorValue, shape: readonly number[] = value.shape, first = 0): string {
  const count = Math.min(value.data.length, MOST_VALUES);
  if (shape.length <= 1) {
    const size = shape[0] ?? 1;
    const texts: string[] = [];
    for (let i = first; i < Math.min(first + size, count); i++) texts.push(elementText(value, i));
    return texts.join(" ") + (first + size > count && first < count + 1 ? "..." : "");
  }
  const step = shape.slice(1).reduce((product, size) => product * size, 1);
  let text = "";
  for (let row = 0; row < shape[0] && first + row * step < count; row++)
    text += `[${valuesText(value, shape.slice(1), first + row * step)}]`;
  return text + (first + shape[0] * step > count ? "..." : "");
}

/** "DT_FLOAT", "DT_INT32_REF". */
export function dtypeText(name: string): string {
  const isRef = name.endsWith("_ref");
  const plain = isRef ? name.slice(0, -4) : name;
  const text = isDTypeName(plain) ? dtypeInfo(plain as DTypeName).cName : plain;
  return `DT_${text.toUpperCase()}${isRef ? "_REF" : ""}`;
}

function floatText(value: number): string {
  return Number.isFinite(value)
    ? String(Number(value.toPrecision(6)))
    : String(value).toLowerCase().slice(0, 3);
}

function functionText({ name, attrs = {} }: FunctionRef): string {
  const parts = Object.keys(attrs)
    .sort()
    .map((key) => `${key}=${attrText(guess(attrs[key]), attrs[key])}`);
  return `${name}[${parts.join(", ")}]`;
}

function guess(value: AttrValue): AttrType {
  if (typeof value === "boolean") return "bool";
  if (typeof value === "string") return isDTypeName(value) ? "type" : "string";
  if (typeof value === "number" || typeof value === "bigint") return "int";
  return Array.isArray(value) || value === null ? "shape" : "tensor";
}

/** An attr's value: `DT_FLOAT`, `"SAME"`, `[1, 2]`, `Tensor<type: float shape: [] values: 1>`. */
export function attrText(type: AttrType | "placeholder", value: AttrValue): string {
  if (type.startsWith("list(")) {
    const element = type.slice(5, -1) as AttrType;
    return `[${(value as readonly AttrValue[]).map((item) => attrText(element, item)).join(", ")}]`;
  }
  switch (type) {
    case "string":
      return JSON.stringify(value instanceof Uint8Array ? utf8.decode(value) : value);
    case "type":
      return dtypeText(value as string);
    case "float":
      return floatText(value as number);
    case "shape":
      return value === null ? "<unknown>" : shapeText(value as Shape);
    case "tensor": {
      const tensor = value as TensorValue;
      const dtype = dtypeInfo(tensor.dtype).cName;
      return `Tensor<type: ${dtype} shape: ${shapeText(tensor.shape)} values: ${valuesText(tensor)}>`;
    }
    case "func":
      return functionText(value as FunctionRef);
    default:
      return String(value);
  }
}

/** A node with its attrs in order of their names. */
export function nodeText(node: NodeView & { attrType(name: string): AttrType | "placeholder" }): string {
  const attrs = Object.keys(node.attrs)
    .sort()
    .map((name) => {
      return `${name}=${attrText(node.attrType(name), node.attrs[name])}`;
    });
  if (node.device !== "") attrs.push(`_device="${node.device}"`);
  const inputs = [...node.inputs.map(inputText), ...node.controlInputs.map((input) => `^${input.name}`)];
  return `{{node ${node.name}}} = ${node.type}[${attrs.join(", ")}](${inputs.join(", ")})`;
}
