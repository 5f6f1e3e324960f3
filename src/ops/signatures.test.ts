// Every definition has the signature of TensorFlow's OpDef: names, dtypes, attrs, defaults, state.
import { describe, expect, it } from "vitest";
import type { AttrValue } from "../graph/types.ts";
import type { ArgSpec, Attr } from "../graph/op.ts";
import { type ArgDef, type AttrDef, findOpDef } from "../graph/opdefs.ts";
import { opTable } from "./table.ts";

const ownArg = ({ name, type, count, isRef }: ArgSpec): string =>
  `${name}: ${count ?? ""} ${"fixed" in type ? type.fixed : type.attr} ${isRef}`;

const defArg = ({ name, type, typeAttr, typeListAttr, numberAttr, isRef }: ArgDef): string =>
  `${name}: ${numberAttr ?? ""} ${type ?? typeAttr ?? typeListAttr} ${isRef}`;

// OpDefs hold floats in 32 bits.
const plain = (value: AttrValue | undefined): unknown =>
  typeof value === "number" && Number.isFinite(value) ? Math.fround(value) : value;

const sorted = (values: readonly string[] | undefined): string[] => [...new Set(values)].sort();

// A list of at least nothing is any list.
const least = (kind: string, minimum: number | undefined): number | undefined =>
  kind.startsWith("list") ? minimum || undefined : minimum;

const ownAttr = ({ kind, fallback, allowed, minimum }: Attr): unknown => ({
  kind,
  fallback: plain(fallback),
  allowed: sorted(allowed),
  minimum: least(kind, minimum),
});

const defAttr = (attr: AttrDef): unknown => ({
  kind: attr.type,
  fallback: plain(attr.default),
  allowed: sorted(attr.allowed),
  minimum: least(attr.type, attr.minimum),
});

describe("signatures", () => {
  it.each([...opTable.values()].map((op) => [op.name, op] as const))("%s", (name, op) => {
    const def = findOpDef(name)!;
    expect(op.inputs.map(ownArg)).toEqual(def.inputs.map(defArg));
    expect(op.outputs.map(ownArg)).toEqual(def.outputs.map(defArg));
    expect(op.stateful).toBe(def.isStateful);
    const own = Object.entries(op.attrs).map(([attr, value]) => [attr, ownAttr(value as Attr)]);
    expect(Object.fromEntries(own)).toEqual(
      Object.fromEntries(def.attrs.map((attr) => [attr.name, defAttr(attr)])),
    );
  });
});
