// Python's pprint.pformat: the text of nested structures, broken into lines of at most 80 characters.
import { PythonTuple, pythonRepr, pythonString, type Replace } from "../../base/format/python-repr.ts";

const WIDTH = 80;

interface Place {
  /** Blanks at the beginning of further lines. */
  readonly indent: number;
  /** Characters that close the structures around, on the last line. */
  readonly allowance: number;
  /** 1 at the outermost structure. */
  readonly level: number;
}

type Entries = readonly (readonly [key: unknown, value: unknown])[];

/** A plain object or Map with its keys in Python's order: sorted. */
export const isDictionary = (x: unknown): x is Map<unknown, unknown> | Record<string, unknown> =>
  x instanceof Map || (typeof x === "object" && x !== null && Object.getPrototypeOf(x) === Object.prototype);

export function sortedEntries(x: Map<unknown, unknown> | Record<string, unknown>): Entries {
  const entries = x instanceof Map ? [...x] : Object.entries(x);
  return entries.sort(([a], [b]) =>
    (a as string) < (b as string) ? -1 : (a as string) > (b as string) ? 1 : 0,
  );
}

class Printer {
  readonly #replace: Replace;

  constructor(replace: Replace) {
    this.#replace = (value) =>
      replace(value) ?? (isDictionary(value) ? this.#dictionaryRepr(value) : undefined);
  }

  #repr(value: unknown): string {
    return pythonRepr(value, this.#replace);
  }

  #dictionaryRepr(value: Parameters<typeof sortedEntries>[0]): string {
    return `{${sortedEntries(value)
      .map(([key, item]) => `${this.#repr(key)}: ${this.#repr(item)}`)
      .join(", ")}}`;
  }

  text(value: unknown, place: Place): string {
    const flat = this.#repr(value);
    if (flat.length <= WIDTH - place.indent - place.allowance) return flat;
    const inner = { ...place, level: place.level + 1 };
    if (typeof value === "string") return stringLines(value, inner);
    if (Array.isArray(value)) return `[${this.#items(value, inner, 1)}]`;
    if (isDictionary(value)) return `{${this.#pairs(sortedEntries(value), inner)}}`;
    if (!(value instanceof PythonTuple)) return flat;
    const end = value.items.length === 1 ? ",)" : ")";
    return `(${this.#items(value.items, inner, end.length)}${end}`;
  }

  #items(items: readonly unknown[], place: Place, closing: number): string {
    const indent = place.indent + 1;
    const texts = items.map((item, i) => {
      const allowance = i === items.length - 1 ? place.allowance + closing : 1;
      return this.text(item, { indent, allowance, level: place.level });
    });
    return texts.join(`,\n${" ".repeat(indent)}`);
  }

  #pairs(entries: Entries, place: Place): string {
    const indent = place.indent + 1;
    const texts = entries.map(([key, value], i) => {
      const name = `${this.#repr(key)}: `;
      const allowance = i === entries.length - 1 ? place.allowance + 1 : 1;
      return name + this.text(value, { indent: indent + name.length, allowance, level: place.level });
    });
    return texts.join(`,\n${" ".repeat(indent)}`);
  }
}

/** A long string as several literals, broken after blanks and at the ends of lines. */
function stringLines(text: string, place: Place): string {
  const outer = place.level === 1 ? 1 : 0;
  const indent = place.indent + outer;
  const allowance = place.allowance + outer;
  const lines = text.match(/[^\n\r]*(?:\r\n|\n|\r)|[^\n\r]+/g)!;
  const chunks = lines.flatMap((line, i) =>
    lineChunks(line, WIDTH - indent, i === lines.length - 1 ? allowance : 0),
  );
  const joined = chunks.join(`\n${" ".repeat(indent)}`);
  return outer === 1 && chunks.length > 1 ? `(${joined})` : joined;
}

/** The pieces of one line; `reserved` characters are kept free on the last. */
function lineChunks(line: string, width: number, reserved: number): string[] {
  const whole = pythonString(line);
  if (whole.length <= width - reserved) return [whole];
  const words = line.match(/\S*\s*/g)!.filter((word) => word !== "");
  const chunks: string[] = [];
  let current = "";
  words.forEach((word, i) => {
    const room = i === words.length - 1 ? width - reserved : width;
    const candidate = current + word;
    if (pythonString(candidate).length <= room) current = candidate;
    else {
      if (current !== "") chunks.push(pythonString(current));
      current = word;
    }
  });
  if (current !== "") chunks.push(pythonString(current));
  return chunks;
}

/** The text of a value. `replace` is asked first at every level, as for `pythonRepr`. */
export const prettyText = (value: unknown, replace: Replace): string =>
  new Printer(replace).text(value, { indent: 0, allowance: 0, level: 0 });
