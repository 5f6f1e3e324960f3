// Writes the type of the raw-op builder: one method for every OpDef.
import { generatedHeader, type RecordedArg, type RecordedAttr, type RecordedOp } from "./recording.ts";

const elementTypes: Record<string, string> = {
  int: "number | bigint",
  float: "number",
  bool: "boolean",
  string: "string | Uint8Array",
  type: "DType",
  shape: "ShapeLike",
  tensor: "TensorValue",
  func: "FunctionRef",
};

function attrType(type: string): string {
  const element = /^list\((\w+)\)$/.exec(type)?.[1];
  if (element === undefined) return elementTypes[type];
  const inner = elementTypes[element];
  return inner.includes(" ") ? `readonly (${inner})[]` : `readonly ${inner}[]`;
}

const isList = (arg: RecordedArg): boolean =>
  arg.number_attr !== undefined || arg.type_list_attr !== undefined;
const valueType = (arg: RecordedArg): string => (isList(arg) ? "readonly V[]" : "V");
const inputType = (arg: RecordedArg): string => (isList(arg) ? "readonly I[]" : "I");

const reserved = new Set([
  "arguments",
  "default",
  "delete",
  "function",
  "in",
  "new",
  "switch",
  "this",
  "var",
  "with",
]);
const parameterName = (name: string): string => (reserved.has(name) ? `${name}_` : name);
const methodName = (name: string): string => (/^\w+$/.test(name) ? name : JSON.stringify(name));

/** Attrs that the inputs determine: their dtypes, their number, their list of dtypes. */
function inferableAttrs(op: RecordedOp): Set<string> {
  const names = op.inputs.flatMap((arg) => [arg.type_attr, arg.number_attr, arg.type_list_attr]);
  return new Set(names.filter((name) => name !== undefined));
}

function attrsParameter(op: RecordedOp): string {
  const inferable = inferableAttrs(op);
  const isRequired = (attr: RecordedAttr): boolean => attr.default === undefined && !inferable.has(attr.name);
  const fields = op.attrs.map((attr) => `${attr.name}${isRequired(attr) ? "" : "?"}: ${attrType(attr.type)}`);
  return `attrs${op.attrs.some(isRequired) ? "" : "?"}: { ${[...fields, "name?: string"].join("; ")} }`;
}

function resultType(outputs: RecordedArg[]): string {
  if (outputs.length === 0) return "void";
  if (outputs.length === 1) return valueType(outputs[0]);
  return `readonly [${outputs.map(valueType).join(", ")}]`;
}

function method(op: RecordedOp): string {
  const inputs = op.inputs.map((arg) => `${parameterName(arg.name)}: ${inputType(arg)}`);
  const parameters = [...inputs, attrsParameter(op)].join(", ");
  return `  ${methodName(op.name)}(${parameters}): ${resultType(op.outputs)};`;
}

const importedTypes = ["DTypeName as DType", "FunctionRef", "Literal", "ShapeLike", "TensorValue", "Value"];

/** The source of src/graph/raw-ops.gen.ts. */
export function rawOpsSource(ops: RecordedOp[]): string {
  return [
    generatedHeader,
    `import type { ${importedTypes.join(", ")} } from "./types.ts";`,
    "",
    "/** A method for each of TensorFlow's ops: inputs by position, then attrs and `name`, the node's. */",
    "export interface RawOps<V = Value, I = V | Literal> {",
    ...ops.map(method),
    "}",
    "",
  ].join("\n");
}
