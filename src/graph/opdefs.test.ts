// Every recorded OpDef must come back whole from the compact text.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { opDefsSource } from "../../scripts/opdefs/lines.ts";
import { rawOpsSource } from "../../scripts/opdefs/raw-ops.ts";
import {
  bareValue,
  type RecordedArg,
  type RecordedAttr,
  type RecordedOp,
  readRecording,
} from "../../scripts/opdefs/recording.ts";
import { type ArgDef, type AttrDef, findOpDef, type OpDef, opDefNames, parseOpDefs } from "./opdefs.ts";
import type { TensorValue } from "./types.ts";

const recording = readRecording();

const withoutUndefined = (object: object): object => JSON.parse(JSON.stringify(object));

function recordedArg(arg: RecordedArg): object {
  return withoutUndefined({
    name: arg.name,
    type: arg.type,
    typeAttr: arg.type_attr,
    numberAttr: arg.number_attr,
    typeListAttr: arg.type_list_attr,
    isRef: arg.is_ref ?? false,
  });
}

function recordedDefault(type: string, value: unknown): unknown {
  if (type.startsWith("list("))
    return (value as unknown[]).map((item) => recordedDefault(type.slice(5, -1), item));
  if (type === "float") return Number(value);
  return type === "int" && typeof value === "string" ? BigInt(value) : value;
}

function recordedAttr(attr: RecordedAttr): object {
  const { name, type, allowed, minimum } = attr;
  const rest = withoutUndefined({ name, type, allowed, minimum });
  return attr.default === undefined
    ? rest
    : { ...rest, default: recordedDefault(type, bareValue(attr.default)) };
}

function recordedOp(op: RecordedOp): object {
  return {
    name: op.name,
    inputs: op.inputs.map(recordedArg),
    outputs: op.outputs.map(recordedArg),
    attrs: op.attrs.map(recordedAttr),
    isStateful: op.is_stateful,
    isCommutative: op.is_commutative ?? false,
    isAggregate: op.is_aggregate ?? false,
    allowsUninitializedInput: op.allows_uninitialized_input ?? false,
    isDistributedCommunication: op.is_distributed_communication ?? false,
    ...(op.deprecation ? { deprecation: op.deprecation } : {}),
  };
}

/** A tensor as the recording spells it. */
function tensorJson({ dtype, shape, data }: TensorValue): object {
  const bytes = data as Uint8Array;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
  return { dtype, shape, data: text };
}

function attrJson(attr: AttrDef): object {
  if (attr.type === "tensor" && attr.default)
    return { ...attr, default: tensorJson(attr.default as TensorValue) };
  if (attr.type !== "list(tensor)") return attr;
  return { ...attr, default: (attr.default as TensorValue[]).map(tensorJson) };
}

const opJson = (op: OpDef): object => ({ ...op, attrs: op.attrs.map(attrJson) });

const source = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");

describe("generated files", () => {
  it("are what the generator writes", () => {
    expect(source("opdefs.gen.ts") === opDefsSource(recording)).toBe(true);
    expect(source("raw-ops.gen.ts") === rawOpsSource(recording)).toBe(true);
  });
});

describe("op definitions", () => {
  it("keep every recorded OpDef", () => {
    expect(recording.length).toBe(1908);
    expect([...opDefNames()]).toEqual(recording.map((op) => op.name));
    const parsed = [...parseOpDefs().values()];
    for (const [i, op] of recording.entries()) expect(opJson(parsed[i])).toEqual(recordedOp(op));
  });

  it("are found by name and parsed once", () => {
    const matmul = findOpDef("MatMul");
    expect(matmul?.inputs).toEqual<ArgDef[]>([
      { name: "a", typeAttr: "T", isRef: false },
      { name: "b", typeAttr: "T", isRef: false },
    ]);
    expect(findOpDef("MatMul")).toBe(matmul);
    expect(findOpDef("matmul")).toBeUndefined();
    expect(findOpDef("")).toBeUndefined();
    expect(findOpDef("toString")).toBeUndefined();
  });

  it("keep defaults that JSON cannot hold plainly", () => {
    const attr = (op: string, name: string): AttrDef =>
      findOpDef(op)!.attrs.find((item) => item.name === name)!;
    expect(attr("DebugNumericSummary", "lower_bound").default).toBe(Number.NEGATIVE_INFINITY);
    expect(attr("Placeholder", "shape").default).toBeNull();
    expect(attr("MutableDenseHashTableV2", "value_shape").default).toEqual([]);
    expect(attr("ReduceJoin", "separator").default).toBe("");
    const color = attr("ImageSummary", "bad_color").default as TensorValue;
    expect(color).toEqual({ dtype: "uint8", shape: [4], data: Uint8Array.of(255, 0, 0, 255) });
  });
});
