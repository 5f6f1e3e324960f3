// Nested values: arrays, plain objects, maps and composites of tensors, as lists of leaves and back.
import { ValueError } from "../base/errors.ts";
import type { Tensor } from "../graph/tensor-base.ts";
import { type IndexedSlices, isIndexedSlices } from "../graph/types.ts";

/** Several tensors that are one value: ragged and sparse tensors, tensor arrays. */
export interface Composite {
  toComponents(): readonly Tensor[];
  /** The same kind of value made of other tensors. */
  fromComponents(components: readonly Tensor[]): unknown;
}

export function isComposite(x: unknown): x is Composite {
  return typeof x === "object" && x !== null && "toComponents" in x && "fromComponents" in x;
}

export function isPlainObject(x: unknown): x is Record<string, unknown> {
  if (typeof x !== "object" || x === null) return false;
  const prototype: unknown = Object.getPrototypeOf(x);
  return prototype === Object.prototype || prototype === null;
}

/**
 * What a nested value is made of, if it is one: its parts in TensorFlow's order, and how to build one like
 * it.
 */
interface Shell {
  readonly kind: "list" | "dict" | "map" | "slices" | "composite";
  readonly keys: readonly string[];
  readonly parts: readonly unknown[];
  build(parts: readonly unknown[]): unknown;
}

function shellOf(x: unknown, open: boolean): Shell | null {
  if (Array.isArray(x)) return { kind: "list", keys: [], parts: x, build: (parts) => [...parts] };
  if (typeof x !== "object" || x === null) return null;
  if (x instanceof Map) return mapShell(x);
  if (isComposite(x)) return open ? compositeShell(x) : null;
  if (isIndexedSlices(x)) return open ? slicesShell(x) : null;
  return isPlainObject(x) ? dictShell(x) : null;
}

const mapShell = (x: Map<unknown, unknown>): Shell => ({
  kind: "map",
  keys: [...x.keys()].map(String),
  parts: [...x.values()],
  build: (parts) => new Map([...x.keys()].map((key, i) => [key, parts[i]])),
});

const compositeShell = (x: Composite): Shell => ({
  kind: "composite",
  keys: [],
  parts: x.toComponents(),
  build: (parts) => x.fromComponents(parts as Tensor[]),
});

function slicesShell(slices: IndexedSlices): Shell {
  const { values, indices, denseShape } = slices;
  const parts = denseShape === null ? [values, indices] : [values, indices, denseShape];
  return {
    kind: "slices",
    keys: [],
    parts,
    build: (made) => {
      const parts = { values: made[0], indices: made[1], denseShape: made[2] ?? null };
      return Object.assign(Object.create(Object.getPrototypeOf(slices)), parts);
    },
  };
}

/** Entries count in the order of their keys; an object built from another keeps that one's order. */
function dictShell(x: Record<string, unknown>): Shell {
  const keys = Object.keys(x).sort();
  return {
    kind: "dict",
    keys,
    parts: keys.map((key) => x[key]),
    build: (parts) => Object.fromEntries(Object.keys(x).map((key) => [key, parts[keys.indexOf(key)]])),
  };
}

/** True for values with parts. `expandComposites` looks into composites too. */
export const isNested = (x: unknown, expandComposites = false): boolean =>
  shellOf(x, expandComposites) !== null;

/** The leaves, in order. */
export function flatten(x: unknown, expandComposites = false, leaves: unknown[] = []): unknown[] {
  const shell = shellOf(x, expandComposites);
  if (shell === null) leaves.push(x);
  else for (const part of shell.parts) flatten(part, expandComposites, leaves);
  return leaves;
}

/** A value of the form of `form`, with these leaves. */
export function packAs(form: unknown, leaves: readonly unknown[], expandComposites = false): unknown {
  let next = 0;
  const build = (at: unknown): unknown => {
    const shell = shellOf(at, expandComposites);
    return shell === null ? leaves[next++] : shell.build(shell.parts.map(build));
  };
  return build(form);
}

/** The value with every leaf replaced. */
export function mapLeaves(
  x: unknown,
  replace: (leaf: unknown, index: number) => unknown,
  expandComposites = false,
): unknown {
  return packAs(x, flatten(x, expandComposites).map(replace), expandComposites);
}

/** The form alone: "(., .)" for two leaves in a list. */
export function formText(x: unknown, expandComposites = false): string {
  const shell = shellOf(x, expandComposites);
  if (shell === null) return ".";
  const parts = shell.parts.map((part) => formText(part, expandComposites));
  if (shell.kind !== "dict" && shell.kind !== "map") return `[${parts.join(", ")}]`;
  return `{${parts.map((part, i) => `"${shell.keys[i]}": ${part}`).join(", ")}}`;
}

export function describe(x: unknown): string {
  if (Array.isArray(x)) return `[${x.map(describe).join(", ")}]`;
  if (x === null || x === undefined) return "None";
  if (isPlainObject(x))
    return `{${Object.keys(x)
      .map((key) => `'${key}': ${describe(x[key])}`)
      .join(", ")}}`;
  return typeof x === "object" ? (x as object).toString() : String(x);
}

const kindText = (x: unknown): string =>
  Array.isArray(x)
    ? "list"
    : isPlainObject(x)
      ? "dict"
      : x === null || x === undefined
        ? "NoneType"
        : ((x as object).constructor?.name ?? typeof x);

const structureText = (x: unknown): string => `type=${kindText(x)} str=${describe(x)}`;

/** What is different in the forms of two values; null if they have the same. */
export function formDifference(a: unknown, b: unknown, expandComposites = false): string | null {
  const first = shellOf(a, expandComposites);
  const second = shellOf(b, expandComposites);
  if (first === null && second === null) return null;
  if (first === null || second === null) {
    const [nested, leaf] = first === null ? [b, a] : [a, b];
    return (
      `Substructure "${structureText(nested)}" is a sequence, ` +
      `while substructure "${structureText(leaf)}" is not`
    );
  }
  if (first.kind !== second.kind)
    return (
      `The two namedtuples don't have the same sequence type. First structure ${structureText(a)} has type ` +
      `${kindText(a)}, while second structure ${structureText(b)} has type ${kindText(b)}`
    );
  if (first.parts.length !== second.parts.length)
    return (
      "The two structures don't have the same number of elements. " +
      `First structure: ${structureText(a)}. Second structure: ${structureText(b)}`
    );
  if (first.keys.join() !== second.keys.join())
    return (
      "The two dictionaries don't have the same set of keys. First structure has keys " +
      `[${first.keys.join(", ")}], while second structure has keys [${second.keys.join(", ")}]`
    );
  for (let i = 0; i < first.parts.length; i++) {
    const found = formDifference(first.parts[i], second.parts[i], expandComposites);
    if (found !== null) return found;
  }
  return null;
}

/** Raises ValueError, in TensorFlow's words, unless both values have the same form. */
export function assertSameStructure(a: unknown, b: unknown, expandComposites = false): void {
  const difference = formDifference(a, b, expandComposites);
  if (difference === null) return;
  throw new ValueError(
    `The two structures don't have the same nested structure.\n\nFirst structure: ${structureText(a)}\n\n` +
      `Second structure: ${structureText(b)}\n\nMore specifically: ${difference}\n` +
      `Entire first structure:\n${formText(a, expandComposites)}\n` +
      `Entire second structure:\n${formText(b, expandComposites)}`,
  );
}
