// Repeats recorded cases of single ops as tests, one for each op.
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import type { OpCase } from "../conformance/cases.ts";
import { readFile } from "../conformance/corpus.ts";
import { caseDifference } from "./run-case.ts";

export { caseDifference } from "./run-case.ts";

const corpus = (family: string): string =>
  fileURLToPath(new URL(`../conformance/corpus/${family}.jsonl.gz`, import.meta.url));

/** The recorded cases of these ops (of all ops if none are named) in a family. */
export function casesOf(family: string, ops?: readonly string[]): OpCase[] {
  return [...readFile(corpus(family))].filter(
    (item): item is OpCase => item.kind === "op" && (ops === undefined || ops.includes(item.op)),
  );
}

/** One test for each op, which names every case that differs. */
export function checkRecorded(
  family: string,
  ops?: readonly string[],
  known: Readonly<Record<string, string>> = {},
): void {
  const byOp = new Map<string, OpCase[]>();
  for (const item of casesOf(family, ops)) byOp.set(item.op, [...(byOp.get(item.op) ?? []), item]);
  for (const op of ops ?? []) if (!byOp.has(op)) throw new RangeError(`No case of ${op} in ${family}`);
  for (const [op, cases] of byOp) {
    it(`${family}: ${op} (${cases.length} cases)`, () => {
      const differences = cases.flatMap((item) => {
        const found = caseDifference(item);
        return found === null ? [] : [`${item.id}: ${found}`];
      });
      expect(
        differences.filter((line) => !Object.keys(known).some((id) => line.startsWith(`${id}:`))),
      ).toEqual([]);
    });
  }
}
