// Writes the closures of scalar mode: a literal for each operation and type, so that each stays monomorphic.
import type { ScalarType, StorageType } from "../../src/ir/kernel.ts";
import { arrays, binary, bitcast, cast, compare, storages, types, unary } from "./semantics.ts";

const plain = (type: ScalarType): string => (type === "i64" || type === "u64" ? "bigint" : "number");
const thunk = (type: ScalarType): string => `() => ${plain(type)}`;

function entries<K extends string>(
  table: Partial<Record<K, string>>,
  make: (text: string) => string,
): string {
  const rows = Object.entries(table) as [K, string][];
  return `{\n${rows.map(([op, text]) => `    ${op}: ${make(text)},`).join("\n")}\n  }`;
}

function one(from: ScalarType, to: ScalarType, text: string): string {
  return `(a: ${thunk(from)}): (${thunk(to)}) => () => {\n      const x = a();\n      return ${text};\n    }`;
}

function two(from: ScalarType, to: ScalarType, text: string): string {
  const head = `(a: ${thunk(from)}, b: ${thunk(from)}): (${thunk(to)}) =>`;
  return `${head} () => {\n      const x = a();\n      const y = b();\n      return ${text};\n    }`;
}

function conversions(text: (from: ScalarType, to: ScalarType) => string | undefined): string {
  const rows = types.map((from) => {
    const row: Partial<Record<ScalarType, string>> = {};
    for (const to of types) {
      const meaning = text(from, to);
      if (meaning !== undefined) row[to] = one(from, to, meaning);
    }
    return `  ${from}: ${entries(row, (made) => made)},`;
  });
  return `{\n${rows.join("\n")}\n}`;
}

const table = (name: string, body: string): string => `export const ${name}: Table = ${body};\n`;

function perType(make: (type: ScalarType) => string): string {
  return `{\n${types.map((type) => `  ${type}: ${make(type)},`).join("\n")}\n}`;
}

function access(): string {
  const rows = Object.entries(storages) as [StorageType, (typeof storages)[StorageType]][];
  const loads = rows.map(([storage, { array, type, load }]) => {
    const body = load.replace("x", "(view.data as " + array + ")[at()]!");
    return `  ${storage}: (view: View, at: () => number): (${thunk(type)}) => () => ${body},`;
  });
  const stores = rows.map(([storage, { array, type, store }]) => {
    const body = `const i = at();\n    (view.data as ${array})[i] = ${store.replace("x", "value()")};`;
    const head = `(view: View, at: () => number, value: ${thunk(type)}) => () =>`;
    return `  ${storage}: ${head} {\n    ${body}\n  },`;
  });
  return `${table("loads", `{\n${loads.join("\n")}\n}`)}\n${table("stores", `{\n${stores.join("\n")}\n}`)}`;
}

const select = (type: ScalarType): string =>
  `(c: () => number, ${["a", "b"].map((name) => `${name}: ${thunk(type)}`).join(", ")}): (${thunk(type)}) =>
    () => (c() !== 0 ? a() : b())`;

// Bigints are kept as they are: reading one from a typed array would allocate it anew.
const slots = (type: ScalarType): string => (plain(type) === "bigint" ? "bigint[]" : arrays[type]);

const read = (type: ScalarType): string =>
  `(slots: ${slots(type)}, slot: number): (${thunk(type)}) => () => slots[slot]!`;
const write = (type: ScalarType): string =>
  `(slots: ${slots(type)}, slot: number, a: ${thunk(type)}) => () => {\n    slots[slot] = a();\n  }`;

export function scalarOps(): string {
  return [
    table(
      "unary",
      perType((type) => entries(unary[type], (text) => one(type, type, text))),
    ),
    table(
      "binary",
      perType((type) => entries(binary[type], (text) => two(type, type, text))),
    ),
    table(
      "compare",
      perType((type) => entries(compare, (text) => two(type, "bool", text))),
    ),
    table("cast", conversions(cast)),
    table(
      "bitcast",
      conversions((from, to) => bitcast[from]?.[to]),
    ),
    table("select", perType(select)),
    table("read", perType(read)),
    table("write", perType(write)),
    access(),
  ].join("\n");
}
