// Repeats recorded graphs as tests, one for each case.
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import type { GraphCase } from "../conformance/cases.ts";
import { readFile } from "../conformance/corpus.ts";
import { graphDifference } from "./run-graph.ts";

/** One test for each graph of a family whose ops are all defined; `isDefined` says which are. */
export function checkGraphs(family: string, isDefined: (op: string) => boolean = () => true): void {
  const path = fileURLToPath(new URL(`../conformance/corpus/${family}.jsonl.gz`, import.meta.url));
  for (const item of readFile(path))
    if (item.kind === "graph" && (item as GraphCase).ops.every(isDefined))
      it(item.id, () => expect(graphDifference(item)).toBeNull());
}
