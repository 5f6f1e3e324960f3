// Signatures: what an op takes and gives, from its definition or else from TensorFlow's OpDef.
import type { DTypeName } from "../base/dtypes.ts";
import type { AttrType } from "./attr-types.ts";
import type { ArgSpec, Attr, Op } from "./op.ts";
import type { ArgDef, OpDef } from "./opdefs.ts";
import type { Attrs, AttrValue } from "./types.ts";

export interface AttrSpec {
  readonly name: string;
  readonly type: AttrType;
  readonly fallback: AttrValue | undefined;
  /** Allowed dtypes or strings; undefined if any will do. */
  readonly allowed: readonly string[] | undefined;
  /** Least value of an int, least length of a list. */
  readonly minimum: number | undefined;
}

export interface Signature {
  readonly name: string;
  readonly inputs: readonly ArgSpec[];
  readonly outputs: readonly ArgSpec[];
  readonly attrs: ReadonlyMap<string, AttrSpec>;
  readonly isStateful: boolean;
  /** The local definition; undefined where only TensorFlow's OpDef is known. */
  readonly definition: Op | undefined;
}

function attrFromDefinition(name: string, attr: Attr): AttrSpec {
  const allowed = attr.allowed?.length ? attr.allowed : undefined;
  const fallback =
    attr.kind === "float" && typeof attr.fallback === "number" ? Math.fround(attr.fallback) : attr.fallback;
  return { name, type: attr.kind, fallback, allowed, minimum: attr.minimum };
}

export function signatureFromDefinition(op: Op): Signature {
  const attrs = Object.entries(op.attrs as Record<string, Attr>);
  return {
    name: op.name,
    inputs: op.inputs,
    outputs: op.outputs,
    attrs: new Map(attrs.map(([name, attr]) => [name, attrFromDefinition(name, attr)])),
    isStateful: op.stateful,
    definition: op,
  };
}

function argFromDef(def: ArgDef): ArgSpec {
  const attr = def.typeAttr ?? def.typeListAttr;
  return {
    name: def.name,
    isRef: def.isRef,
    type: attr === undefined ? { fixed: def.type! } : { attr },
    count: def.numberAttr ?? null,
    isList: def.typeListAttr !== undefined,
  };
}

export function signatureFromOpDef(def: OpDef): Signature {
  const attrs = def.attrs.map(({ name, type, default: fallback, allowed, minimum }): [string, AttrSpec] => {
    return [name, { name, type, fallback, allowed, minimum }];
  });
  return {
    name: def.name,
    inputs: def.inputs.map(argFromDef),
    outputs: def.outputs.map(argFromDef),
    attrs: new Map(attrs),
    isStateful: def.isStateful,
    definition: undefined,
  };
}

/** The attr that holds an argument's dtype, or its list of dtypes; undefined for a fixed dtype. */
export const typeAttrOf = (arg: ArgSpec): string | undefined =>
  "attr" in arg.type ? arg.type.attr : undefined;

/** True for arguments that stand for several tensors. */
export const isListArg = (arg: ArgSpec): boolean => arg.count !== null || arg.isList;

/** The dtypes of the tensors that one argument stands for. */
export function argTypes(arg: ArgSpec, attrs: Attrs): readonly DTypeName[] {
  if (arg.isList) return attrs[typeAttrOf(arg)!] as readonly DTypeName[];
  const dtype = "fixed" in arg.type ? arg.type.fixed : (attrs[arg.type.attr] as DTypeName);
  return arg.count === null ? [dtype] : new Array<DTypeName>(Number(attrs[arg.count])).fill(dtype);
}

const typesOf = (args: readonly ArgSpec[], attrs: Attrs): DTypeName[] =>
  args.length === 1 && !isListArg(args[0])
    ? [...argTypes(args[0], attrs)]
    : args.flatMap((arg) => argTypes(arg, attrs));

/** The dtypes of all outputs, in order. */
export const outputTypes = (signature: Signature, attrs: Attrs): DTypeName[] =>
  typesOf(signature.outputs, attrs);

/** The dtypes of all inputs, in order. */
export const inputTypes = (signature: Signature, attrs: Attrs): DTypeName[] =>
  typesOf(signature.inputs, attrs);

/** For each tensor that arguments stand for, the argument it belongs to. */
export function flatArgs(args: readonly ArgSpec[], attrs: Attrs): ArgSpec[] {
  return args.flatMap((arg) => argTypes(arg, attrs).map(() => arg));
}
