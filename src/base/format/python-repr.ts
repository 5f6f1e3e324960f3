// Duty: Python's `repr` of plain values, as tf.print needs it for numbers, strings and nested structures.
//
// JavaScript values stand for Python's: whole numbers and bigint are ints, other numbers floats, null and
// undefined None, arrays lists, Uint8Array bytes, Map and plain objects dicts in their own order, PythonTuple
// tuples. Knows no tensors.
import { pythonBytes } from "./bytes-text.ts";
import { pythonFloat } from "./float-text.ts";

/** A Python tuple, which JavaScript cannot tell from a list. */
export class PythonTuple {
  readonly items: readonly unknown[];

  constructor(items: readonly unknown[]) {
    this.items = items;
  }
}

/** A Python float that happens to be whole: its text is "1.0". */
export class PythonFloat {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

// What Python does not print as it is: controls, separators other than the blank, surrogates, unassigned and
// private.
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;
const named = new Map([
  ["\t", "\\t"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\\", "\\\\"],
]);

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0)!;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, "0")}`;
  return code < 0x10000
    ? `\\u${code.toString(16).padStart(4, "0")}`
    : `\\U${code.toString(16).padStart(8, "0")}`;
}

/** Python's `repr(str)`: single quotes, or double ones if there is a single quote and no double quote. */
export function pythonString(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let result = "";
  for (const character of text) {
    if (character === quote) result += `\\${quote}`;
    else
      result +=
        named.get(character) ?? (unprintable.test(character) ? escapeCharacter(character) : character);
  }
  return quote + result + quote;
}

/** What a value prints as instead of its own `repr`, or undefined to leave it. */
export type Replace = (value: unknown) => string | undefined;

/** Python's `repr` of a value. `replace` is asked first at every level, for tensors and the like. */
export function pythonRepr(value: unknown, replace: Replace = () => undefined): string {
  const replaced = replace(value);
  if (replaced !== undefined) return replaced;
  if (value === null || value === undefined) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return pythonString(value);
  if (typeof value === "number" && !Number.isInteger(value)) return pythonFloat(value);
  if (typeof value === "number" && !Object.is(value, -0)) return BigInt(value).toString();
  if (typeof value === "object") return reprObject(value, replace);
  return Object.is(value, -0) ? "-0.0" : String(value);
}

function reprObject(value: object, replace: Replace): string {
  const inner = (item: unknown): string => pythonRepr(item, replace);
  if (value instanceof PythonFloat) return pythonFloat(value.value);
  if (value instanceof Uint8Array) return pythonBytes(value);
  if (Array.isArray(value)) return `[${value.map(inner).join(", ")}]`;
  if (value instanceof PythonTuple) {
    const items = value.items.map(inner).join(", ");
    return value.items.length === 1 ? `(${items},)` : `(${items})`;
  }
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return `{${entries.map(([key, item]) => `${inner(key)}: ${inner(item)}`).join(", ")}}`;
}
