// Reads the recorded public API of TensorFlow and turns its names into Teia's.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

export interface ApiSymbol {
  readonly kind: "function" | "class" | "value";
  /** Dotted name below `tf`, as in Python: `math.reduce_sum`. */
  readonly name: string;
  /** Python's parameter list without parentheses; empty for values. */
  readonly signature: string;
}

export interface RecordedOp {
  readonly name: string;
  /** Whether TensorFlow offers it as `tf.raw_ops.NAME`; the others are internal or for tests. */
  readonly raw: boolean;
  readonly cpuKernel: boolean;
}

const kinds = { f: "function", c: "class", v: "value" } as const;

export function readSymbols(root: string): ApiSymbol[] {
  return recordedLines(root, "symbols-2.21.txt.gz").map((line) => {
    const [, kind, name, signature] = /^([fcv]) ([\w.]+)(?:\((.*)\))?$/.exec(line)!;
    return { kind: kinds[kind as keyof typeof kinds], name, signature: signature ?? "" };
  });
}

export function readOps(root: string): RecordedOp[] {
  return recordedLines(root, "ops-2.21.txt.gz").map((line) => {
    const [name, ...flags] = line.split(" ");
    return { name, raw: flags.includes("raw"), cpuKernel: flags.includes("cpu") };
  });
}

function recordedLines(root: string, file: string): string[] {
  const bytes = readFileSync(join(root, "test/conformance/api", file));
  return gunzipSync(bytes).toString("utf8").trimEnd().split("\n");
}

/** `reduce_sum` becomes `reduceSum`; classes and constants (`Adam`, `AUTO_REUSE`) keep their names. */
export function teiaName(name: string): string {
  return /^[A-Z]/.test(name)
    ? name
    : name.replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
