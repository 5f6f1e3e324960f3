// Dtypes as callers write them: a name, TensorFlow's other names for it, or a dtype object.
import { type DTypeName, isDTypeName } from "../../base/dtypes.ts";
import { located } from "../../graph/source-line.ts";

/** Other names that TensorFlow accepts for dtypes. */
const ALIASES: Readonly<Record<string, DTypeName>> = {
  half: "float16",
  float: "float32",
  double: "float64",
};

export type DTypeLike = DTypeName | "half" | "float" | "double" | { readonly name: string };

const nameOf = (x: unknown): unknown =>
  typeof x === "object" || typeof x === "function" ? (x as { name?: unknown } | null)?.name : x;

const quoted = (x: unknown): string => (typeof x === "string" ? `'${x}'` : String(x));

/** The name of a dtype given as an object or a name. */
export function dtypeName(dtype: DTypeLike): DTypeName {
  const name = nameOf(dtype);
  if (isDTypeName(name)) return name;
  const alias = typeof name === "string" && Object.hasOwn(ALIASES, name) ? ALIASES[name] : undefined;
  if (alias !== undefined) return alias;
  throw located(
    new TypeError(`Cannot convert the argument \`type_value\`: ${quoted(dtype)} to a TensorFlow DType.`),
  );
}

/** As `dtypeName`, for an argument that may be left out. */
export const optionalDType = (dtype: DTypeLike | null | undefined): DTypeName | undefined =>
  dtype === null || dtype === undefined ? undefined : dtypeName(dtype);
