// Attrs given by callers: checked against their declaration and brought into the form that nodes keep.
import { dtypeInfo, isDTypeName } from "../base/dtypes.ts";
import { invalidArgument, ValueError } from "../base/errors.ts";
import type { AttrSpec } from "./op-signature.ts";
import type { AttrKind } from "./op.ts";
import type { AttrValue, FunctionRef, Shape, TensorValue } from "./types.ts";

/** Whose words errors have: eager execution's (C++) or graph construction's (Python). */
export type Mode = "eager" | "graph";

const KIND_TEXT: Record<AttrKind, string> = {
  int: "int",
  float: "float",
  bool: "bool",
  string: "string",
  type: "DataType",
  shape: "shape",
  tensor: "tensor",
  func: "function",
};

/** As Python's `repr` shows it, near enough for messages. */
export function repr(value: unknown): string {
  if (typeof value === "string") return `'${value}'`;
  if (typeof value === "boolean") return value ? "True" : "False";
  if (value === null || value === undefined) return "None";
  if (Array.isArray(value)) return `[${value.map(repr).join(", ")}]`;
  if (ArrayBuffer.isView(value)) return repr(Array.from(value as Float64Array));
  const text = (value as { toString?: unknown }).toString;
  return typeof text === "function" ? String(text.call(value)) : "object";
}

function mismatch(kind: AttrKind, name: string, value: unknown): never {
  throw new TypeError(`Expected ${KIND_TEXT[kind]} for argument '${name}' not ${repr(value)}.`);
}

function normalizeType(value: unknown, name: string): AttrValue {
  if (isDTypeName(value)) return value;
  // dtype objects are callable and carry their name
  const named = (value as { name?: unknown } | null | undefined)?.name;
  if (isDTypeName(named)) return named;
  const isReference = typeof value === "string" && value.endsWith("_ref") && isDTypeName(value.slice(0, -4));
  return isReference || value === "invalid" ? value : mismatch("type", name, value);
}

function normalizeShape(value: unknown, name: string): Shape {
  if (value === null || value === undefined) return null;
  const sizes = Array.isArray(value) ? value : (value as { dims?: unknown }).dims;
  if (sizes === null) return null;
  if (!Array.isArray(sizes)) return mismatch("shape", name, value);
  return sizes.map((size) => {
    if (size === null) return -1;
    return Number.isInteger(Number(size)) ? Number(size) : mismatch("shape", name, value);
  });
}

function isTensorValue(value: unknown): value is TensorValue {
  return typeof value === "object" && value !== null && "dtype" in value && "data" in value;
}

function normalizeOne(kind: AttrKind, value: unknown, name: string): AttrValue {
  switch (kind) {
    case "int":
      if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : value;
      return Number.isInteger(value) ? (value as number) : mismatch(kind, name, value);
    case "float":
      if (typeof value !== "number" && typeof value !== "bigint") return mismatch(kind, name, value);
      // Attrs hold single precision.
      return Math.fround(Number(value));
    case "bool":
      return typeof value === "boolean" ? value : mismatch(kind, name, value);
    case "string":
      return typeof value === "string" || value instanceof Uint8Array ? value : mismatch(kind, name, value);
    case "type":
      return normalizeType(value, name);
    case "shape":
      return normalizeShape(value, name);
    case "tensor": {
      const held = value as { toValue?: () => TensorValue } | null;
      const tensor = typeof held?.toValue === "function" ? held.toValue() : value;
      return isTensorValue(tensor) ? tensor : mismatch(kind, name, value);
    }
    case "func": {
      if (typeof value === "string") return { name: value };
      const named = value as FunctionRef | null | undefined;
      return typeof named?.name === "string" ? named : mismatch(kind, name, value);
    }
  }
  return kind satisfies never;
}

/** Checks an attr's value and brings it into the form that nodes keep. */
export function normalizeAttr(spec: AttrSpec, value: unknown, op: string, mode: Mode): AttrValue {
  if (!spec.type.startsWith("list(")) {
    const result = normalizeOne(spec.type as AttrKind, value, spec.name);
    if (spec.allowed !== undefined || spec.minimum !== undefined) checkAttr(spec, result, op, mode);
    return result;
  }
  const kind = spec.type.slice(5, -1) as AttrKind;
  if (!Array.isArray(value) && !(ArrayBuffer.isView(value) && !(value instanceof DataView)))
    throw new TypeError(`Expected list for attr ${spec.name}, obtained ${typeof value} instead.`);
  const result = Array.from(value as readonly unknown[], (item) => normalizeOne(kind, item, spec.name));
  checkAttr(spec, result, op, mode);
  return result;
}

function checkAttr(spec: AttrSpec, value: AttrValue, op: string, mode: Mode): void {
  if (spec.minimum !== undefined) checkMinimum(spec, spec.minimum, value, op);
  if (spec.allowed === undefined) return;
  for (const item of Array.isArray(value) ? value : [value])
    if (!spec.allowed.includes(item as string)) throw notAllowed(spec, item, op, mode, spec.name);
}

function checkMinimum({ name, type }: AttrSpec, minimum: number, value: AttrValue, op: string): void {
  const isList = type.startsWith("list(");
  const size = isList ? (value as readonly unknown[]).length : Number(value);
  if (size >= minimum) return;
  const passed = isList ? `list of length ${size}` : String(size);
  throw new ValueError(`Attr '${name}' of '${op}' Op passed ${passed} less than minimum ${minimum}.`);
}

const isTypeSpec = (spec: AttrSpec): boolean => spec.type === "type" || spec.type === "list(type)";

/** The error of a dtype or string that the OpDef does not allow. */
export function notAllowed(
  spec: AttrSpec,
  value: AttrValue,
  op: string,
  mode: Mode,
  parameter: string,
): Error {
  const allowed = spec.allowed!;
  if (mode === "graph" && isTypeSpec(spec))
    return new TypeError(
      `Value passed to parameter '${parameter}' has DataType ${value} not in list of allowed values: ` +
        allowed.join(", "),
    );
  if (mode === "graph")
    return new ValueError(
      `Attr '${spec.name}' of '${op}' Op passed string '${value}' not in: "${allowed.join('", "')}".`,
    );
  const text = (item: AttrValue): string =>
    isTypeSpec(spec) ? dtypeInfo(item as Parameters<typeof dtypeInfo>[0]).cName : `"${item}"`;
  return invalidArgument(
    `Value for attr '${spec.name}' of ${text(value)} is not in the list of allowed values: ` +
      allowed.map(text).join(", "),
    { op },
  );
}
