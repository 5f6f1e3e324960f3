// Compares TensorFlow's recorded API and ops with the namespace object and the op table at run time.
import { type ApiSymbol, type RecordedOp, teiaName } from "./api.ts";

export interface Coverage {
  /** A namespace such as `tf.math`, or a group of ops. */
  readonly title: string;
  readonly present: readonly string[];
  readonly missing: readonly string[];
}

/** One coverage a namespace, in name order; raw ops are surveyed as ops instead. */
export function surveySymbols(symbols: readonly ApiSymbol[], tf: object): Coverage[] {
  const spaces = new Map<string, ApiSymbol[]>();
  for (const symbol of symbols) {
    const space = symbol.name.split(".").slice(0, -1).join(".");
    if (space === "raw_ops") continue;
    spaces.set(space, [...(spaces.get(space) ?? []), symbol]);
  }
  const sorted = [...spaces].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([space, members]) => surveySpace(space, members, tf));
}

function surveySpace(space: string, symbols: readonly ApiSymbol[], tf: object): Coverage {
  const present: string[] = [];
  const missing: string[] = [];
  for (const symbol of symbols) {
    const name = symbol.name.split(".").at(-1)!;
    if (isThere(tf, symbol)) present.push(teiaName(name));
    else missing.push(teiaName(name));
  }
  const path = space === "" ? [] : space.split(".").map(teiaName);
  return { title: ["tf", ...path].join("."), present, missing };
}

/** Whether the namespace has the symbol, and can call it where Python can. */
function isThere(tf: object, symbol: ApiSymbol): boolean {
  const value = symbol.name.split(".").reduce<unknown>((owner, name) => own(owner, teiaName(name)), tf);
  return symbol.kind === "value" ? value !== undefined : typeof value === "function";
}

function own(owner: unknown, name: string): unknown {
  if ((typeof owner !== "object" && typeof owner !== "function") || owner === null) return undefined;
  return Object.hasOwn(owner, name) ? (owner as Record<string, unknown>)[name] : undefined;
}

/** Top-level names that TensorFlow 2.21 does not have. */
export function additions(symbols: readonly ApiSymbol[], tf: object): string[] {
  const known = new Set(symbols.map((symbol) => teiaName(symbol.name.split(".")[0])));
  return Object.keys(tf)
    .filter((name) => !known.has(name) && name !== "default")
    .sort();
}

/** Public ops first, then internal ones; an op that TensorFlow does not know is an error of the table. */
export function surveyOps(recorded: readonly RecordedOp[], table: Iterable<string>): Coverage[] {
  const implemented = new Set(table);
  const group = (title: string, ops: readonly RecordedOp[]): Coverage => ({
    title,
    present: ops.map((op) => op.name).filter((name) => implemented.has(name)),
    missing: ops.map((op) => op.name).filter((name) => !implemented.has(name)),
  });
  return [
    group(
      "Public, with a CPU kernel in TensorFlow",
      recorded.filter((op) => op.raw && op.cpuKernel),
    ),
    group(
      "Public, without a CPU kernel in TensorFlow",
      recorded.filter((op) => op.raw && !op.cpuKernel),
    ),
    group(
      "Internal and test ops",
      recorded.filter((op) => !op.raw),
    ),
  ];
}
