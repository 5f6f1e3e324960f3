// What every op must say about itself. A definition that leaves a rule out does not compile.
import type { DTypeName } from "../base/dtypes.ts";
import type { Shape } from "../base/shape.ts";
import type { Lowering, LowerNode } from "./lowering.ts";
import type { RawOps } from "./raw-ops.gen.ts";
import type { AttrValue, FunctionRef, Gradient, HandleType, TensorValue, Value } from "./types.ts";

export type AttrKind = "int" | "float" | "bool" | "string" | "type" | "shape" | "tensor" | "func";

/** An attribute's declaration; `T` is its TypeScript type and exists for the checker only. */
export interface Attr<T = AttrValue> {
  readonly kind: AttrKind | `list(${AttrKind})`;
  readonly fallback: T | undefined;
  readonly allowed?: readonly DTypeName[] | readonly string[];
  readonly minimum?: number;
}

const attr =
  <T>(kind: Attr["kind"]) =>
  (fallback?: T): Attr<T> => ({ kind, fallback });
export const int = attr<number>("int");
export const float = attr<number>("float");
export const bool = attr<boolean>("bool");
export const string = attr<string>("string");
export const shape = attr<Shape>("shape");
export const tensor = attr<TensorValue>("tensor");
export const func = attr<FunctionRef>("func");
/** A dtype attribute restricted to these dtypes; none given means any. */
export const type = (...allowed: DTypeName[]): Attr<DTypeName> => ({
  kind: "type",
  fallback: undefined,
  allowed,
});
/** A dtype attribute with a default. */
export const typeOr = (fallback: DTypeName, ...allowed: DTypeName[]): Attr<DTypeName> => ({
  kind: "type",
  fallback,
  allowed,
});
/** A string that must be one of these. */
export const oneOf = <const S extends string>(allowed: readonly S[], fallback?: S): Attr<S> => ({
  kind: "string",
  fallback,
  allowed,
});
/** An int with a lower bound. */
export const atLeast = (minimum: number, fallback?: number): Attr<number> => ({
  kind: "int",
  fallback,
  minimum,
});

export const ints = attr<readonly number[]>("list(int)");
export const floats = attr<readonly number[]>("list(float)");
export const bools = attr<readonly boolean[]>("list(bool)");
export const strings = attr<readonly string[]>("list(string)");
export const shapes = attr<readonly Shape[]>("list(shape)");
export const funcs = attr<readonly FunctionRef[]>("list(func)");
/** A list of dtypes: one for each tensor of a heterogeneous list argument. */
export const types = (...allowed: DTypeName[]): Attr<readonly DTypeName[]> => ({
  kind: "list(type)",
  fallback: undefined,
  allowed,
});
/** A list of dtypes with a default and a minimal length. */
export const typesAtLeast = (
  minimum: number,
  fallback?: readonly DTypeName[],
): Attr<readonly DTypeName[]> => ({
  kind: "list(type)",
  fallback,
  minimum,
});

// biome-ignore lint/suspicious/noExplicitAny: the element types differ from attr to attr
export type AttrDecls = Record<string, Attr<any>>;
export type AttrValues<A> = { readonly [K in keyof A]: A[K] extends Attr<infer T> ? T : never };

/** A node while shapes are inferred: what is known of its inputs beyond their shapes. */
export interface ShapeNode<A = Record<string, AttrValue>> {
  readonly op: string;
  readonly name: string;
  readonly attrs: A;
  readonly dtypes: readonly DTypeName[];
  /** The op is about to run: all shapes are known. Otherwise a graph is being built. */
  readonly running?: boolean;
  /** The value of an input, if it is known now. */
  constant(input: number): TensorValue | undefined;
  /** The value of an input read as a shape, as far as it is known; null if nothing is. */
  constantShape(input: number): Shape;
  /** What a resource input points to, if known. */
  handle(input: number): HandleType | undefined;
  /** Shapes and dtypes of a function's results for the node's inputs, if known. */
  outputsOf(fn: FunctionRef): readonly { readonly dtype: DTypeName; readonly shape: Shape }[] | undefined;
  /** Says what the resource output `output` points to. */
  setHandle(output: number, type: HandleType): void;
}
export type ShapeRule<A> = (x: Shape[], node: ShapeNode<A>) => readonly Shape[];

/** What is known of an integer input before anything runs. */
export interface KnownInput {
  readonly dtype: DTypeName;
  readonly shape: Shape;
  /** The entries of a scalar or vector as far as they are known (-1: not), null if nothing is. */
  readonly value: Shape;
  /** The value, negative entries included, if all of it is known. */
  readonly constant: TensorValue | undefined;
}

/**
 * The entries of an integer scalar or vector result, as far as they follow from what is known of the inputs:
 * -1 for unknown ones, null if nothing is known. A scalar is a list of one.
 */
export type PartialValueRule<A> = (x: readonly KnownInput[], node: { readonly attrs: A }) => Shape;

/** The node whose gradient is asked for. */
export interface GradientNode<A = Record<string, AttrValue>> {
  readonly op: string;
  readonly name: string;
  readonly attrs: A;
  /** The value of an input or output, if it is known now (always in eager mode). */
  constant(value: Value): TensorValue | undefined;
}

/** The builder that gradient rules receive: every op of TensorFlow, and literals. */
export interface GradientBuilder extends RawOps {
  /** A literal node; its default name is "Const". */
  literal(
    value: number | boolean | string | readonly unknown[] | TensorValue,
    dtype: DTypeName,
    name?: string,
  ): Value;
  /** Runs `body` in a name scope. */
  scope<T>(name: string, body: () => T): T;
  /** Runs `body`; in graphs, what it makes waits for these values. */
  after<T>(values: readonly Value[], body: () => T): T;
}
export type GradientRule<A> = (
  t: GradientBuilder,
  dy: (Value | null)[],
  x: Value[],
  y: Value[],
  node: GradientNode<A>,
) => readonly Gradient[];

/** No gradient flows through this op. */
export interface NoGradient {
  readonly kind: "none";
  readonly reason: string;
}
/** Asking for the gradient raises LookupError, as in TensorFlow. */
export interface MissingGradient {
  readonly kind: "missing";
  readonly reason: string;
}
export const none = (reason: string): NoGradient => ({ kind: "none", reason });
export const missing = (reason: string): MissingGradient => ({ kind: "missing", reason });

export interface OpRules<A extends AttrDecls> {
  /** As in TensorFlow's REGISTER_OP: "x: T", "values: N * T", "args: Tin", "ref: Ref(T)". */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attrs: A;
  /** Has effects or state: never merged, folded or pruned from a function. */
  readonly stateful?: boolean;
  readonly shape: ShapeRule<AttrValues<A>>;
  /** For ops that compute shapes (Shape, Pack, StridedSlice, …): shapes stay known through them. */
  readonly partialValue?: PartialValueRule<AttrValues<A>>;
  readonly lower: Lowering<AttrValues<A>> | ((node: LowerNode<AttrValues<A>>) => Lowering<AttrValues<A>>);
  readonly grad: GradientRule<AttrValues<A>> | NoGradient | MissingGradient;
}

export interface ArgSpec {
  readonly name: string;
  readonly isRef: boolean;
  /** A fixed dtype, or the attr that holds the dtype (or the list of dtypes). */
  readonly type: { readonly fixed: DTypeName } | { readonly attr: string };
  /** The attr that holds the length of a homogeneous list; null for a single tensor. */
  readonly count: string | null;
  /** The attr is a list of dtypes: one tensor for each. */
  readonly isList: boolean;
}

// biome-ignore lint/suspicious/noExplicitAny: tables hold definitions of all attr types
export interface Op<A extends AttrDecls = any> {
  readonly name: string;
  readonly inputs: readonly ArgSpec[];
  readonly outputs: readonly ArgSpec[];
  readonly attrs: A;
  readonly stateful: boolean;
  readonly shape: ShapeRule<AttrValues<A>>;
  readonly partialValue: PartialValueRule<AttrValues<A>> | undefined;
  readonly lower: OpRules<A>["lower"];
  readonly grad: OpRules<A>["grad"];
}

const ARG = /^(\w+): (?:(\w+) \* )?(Ref\()?(\w+)\)?$/;

function parseArg(text: string, attrs: AttrDecls): ArgSpec {
  const match = ARG.exec(text);
  if (match === null) throw new TypeError(`Argument must read "name: [N *] type": received "${text}"`);
  const [, name, count, ref, typeName] = match;
  const declared = attrs[typeName!];
  return {
    name: name!,
    isRef: ref !== undefined,
    type: declared === undefined ? { fixed: typeName as DTypeName } : { attr: typeName! },
    count: count ?? null,
    isList: declared?.kind === "list(type)",
  };
}

/** Defines an op: name, signature, attrs, shape function, lowering and gradient in one place. */
export function op<const A extends AttrDecls>(name: string, rules: OpRules<A>): Op<A> {
  return {
    name,
    inputs: rules.inputs.map((text) => parseArg(text, rules.attrs)),
    outputs: rules.outputs.map((text) => parseArg(text, rules.attrs)),
    attrs: rules.attrs,
    stateful: rules.stateful ?? false,
    shape: rules.shape,
    partialValue: rules.partialValue,
    lower: rules.lower,
    grad: rules.grad,
  };
}

/** Looks ops up by name; made from lists of definitions, never filled by side effects. */
export type OpTable = ReadonlyMap<string, Op>;

export function opTable(families: readonly (readonly Op[])[]): OpTable {
  return new Map(families.flat().map((definition) => [definition.name, definition]));
}
