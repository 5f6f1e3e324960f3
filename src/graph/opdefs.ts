// TensorFlow's op signatures, parsed on demand from generated text. Knows nothing of graphs.
//
// A line is `name|inputs|outputs|attrs|flags|deprecation`, items separated by `;`:
//   argument  name:T  name:float32  name:N*T  name:Ref(T)     T an attr or a dtype, N an attr
//   attr      name:type{list of allowed values}>=minimum=default as JSON
//   flags     Stateful, Commutative, Aggregate, Uninitialized input allowed, Distributed communication
import { allocate, type DTypeName, dtypeInfo, type NumericArray } from "../base/dtypes.ts";
import type { AttrType } from "./attr-types.ts";
import { allowedLists, opDefLines } from "./opdefs.gen.ts";
import type { AttrValue, TensorValue } from "./types.ts";

/** An input or output. Its dtype is `type` or the attr `typeAttr`; a list has them in `typeListAttr`. */
export interface ArgDef {
  readonly name: string;
  readonly type?: DTypeName;
  readonly typeAttr?: string;
  /** The attr that holds how many tensors this argument stands for. */
  readonly numberAttr?: string;
  readonly typeListAttr?: string;
  readonly isRef: boolean;
}

export interface AttrDef {
  readonly name: string;
  readonly type: AttrType;
  readonly default?: AttrValue;
  readonly allowed?: readonly string[];
  /** Least value of an int, least length of a list. */
  readonly minimum?: number;
}

export interface OpDef {
  readonly name: string;
  readonly inputs: readonly ArgDef[];
  readonly outputs: readonly ArgDef[];
  readonly attrs: readonly AttrDef[];
  readonly isStateful: boolean;
  readonly isCommutative: boolean;
  readonly isAggregate: boolean;
  readonly allowsUninitializedInput: boolean;
  readonly isDistributedCommunication: boolean;
  /** From this GraphDef version on the op is refused. */
  readonly deprecation?: { readonly version: number; readonly explanation: string };
}

let lines: Map<string, string> | undefined;
let allowed: readonly (readonly string[])[] | undefined;
const parsed = new Map<string, OpDef>();

function lineIndex(): Map<string, string> {
  lines ??= new Map(opDefLines.split("\n").map((line) => [line.split("|", 1)[0], line]));
  return lines;
}

function allowedList(index: number): readonly string[] {
  allowed ??= allowedLists.split("\n").map((line) => JSON.parse(line));
  return allowed[index];
}

const items = (field: string | undefined): string[] => (field ? field.split(";") : []);

function parseArg(text: string, attrs: readonly AttrDef[]): ArgDef {
  const [, name, number, ref, plain] = /^(\w+):(?:(\w+)\*)?(?:Ref\((\w+)\)|(\w+))$/.exec(text)!;
  const type = ref ?? plain;
  const attr = attrs.find((candidate) => candidate.name === type);
  const many = number === undefined ? {} : { numberAttr: number };
  const isRef = ref !== undefined;
  if (attr?.type === "type") return { name, typeAttr: type, ...many, isRef };
  if (attr?.type === "list(type)") return { name, typeListAttr: type, isRef };
  return { name, type: type as DTypeName, ...many, isRef };
}

interface TensorJson {
  dtype: DTypeName;
  shape: number[];
  data: string;
}

function parseTensor({ dtype, shape, data }: TensorJson): TensorValue {
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  const values = allocate(dtype, bytes.length / dtypeInfo(dtype).size) as NumericArray;
  new Uint8Array(values.buffer).set(bytes);
  return { dtype, shape, data: values };
}

/** JSON has no infinities, NaN or big integers: they are written as strings. */
function parseValue(type: string, json: unknown): AttrValue {
  if (type.startsWith("list(")) return (json as unknown[]).map((item) => parseValue(type.slice(5, -1), item));
  if (type === "float") return Number(json);
  if (type === "int" && typeof json === "string") return BigInt(json);
  if (type === "tensor") return parseTensor(json as TensorJson);
  return json as AttrValue;
}

function parseAttr(text: string): AttrDef {
  const pattern = /^(\w+):([a-z()]+)(?:\{(\d+)\})?(?:>=(-?\d+))?(?:=(.*))?$/;
  const [, name, type, list, minimum, json] = pattern.exec(text)!;
  return {
    name,
    type: type as AttrType,
    ...(json === undefined ? {} : { default: parseValue(type, JSON.parse(json)) }),
    ...(list === undefined ? {} : { allowed: allowedList(Number(list)) }),
    ...(minimum === undefined ? {} : { minimum: Number(minimum) }),
  };
}

function parseDeprecation(field: string | undefined): Pick<OpDef, "deprecation"> {
  if (!field) return {};
  const space = field.indexOf(" ");
  return { deprecation: { version: Number(field.slice(0, space)), explanation: field.slice(space + 1) } };
}

function parseLine(line: string): OpDef {
  const [name, inputs, outputs, attrList, flags = "", deprecation] = line.split("|");
  const attrs = items(attrList).map(parseAttr);
  return {
    name,
    inputs: items(inputs).map((text) => parseArg(text, attrs)),
    outputs: items(outputs).map((text) => parseArg(text, attrs)),
    attrs,
    isStateful: flags.includes("S"),
    isCommutative: flags.includes("C"),
    isAggregate: flags.includes("A"),
    allowsUninitializedInput: flags.includes("U"),
    isDistributedCommunication: flags.includes("D"),
    ...parseDeprecation(deprecation),
  };
}

/** The signature of one of TensorFlow's ops, or undefined if TensorFlow has no op of that name. */
export function findOpDef(name: string): OpDef | undefined {
  let def = parsed.get(name);
  if (def !== undefined) return def;
  const line = lineIndex().get(name);
  if (line === undefined) return undefined;
  def = parseLine(line);
  parsed.set(name, def);
  return def;
}

/** The names of all of TensorFlow's ops, in TensorFlow's order. */
export const opDefNames = (): IterableIterator<string> => lineIndex().keys();

/** All of TensorFlow's op signatures by name. */
export function parseOpDefs(): Map<string, OpDef> {
  return new Map(Array.from(opDefNames(), (name) => [name, findOpDef(name)!]));
}
