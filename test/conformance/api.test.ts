// The recorded calls of the API: what runs passes, and what is skipped says why.
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { hasApiRunner, runApiCase } from "./api-runner.ts";
import type { ApiCase } from "./cases.ts";
import { readFile } from "./corpus.ts";
import type { Outcome } from "./runner.ts";

const FILES = ["tf_print", "tensor_repr", "random_seed", "eager_errors"];
const path = (name: string): string => fileURLToPath(new URL(`./corpus/${name}.jsonl.gz`, import.meta.url));

function attempted(item: ApiCase): Outcome {
  try {
    return runApiCase(item);
  } catch (error) {
    return { status: "failed", reason: String((error as Error).stack) };
  }
}

it.each(FILES)("%s", (name) => {
  const items = [...readFile(path(name))].filter((item): item is ApiCase => item.kind === "api");
  expect(items.filter((item) => !hasApiRunner(item.op)).map((item) => item.op)).toEqual([]);
  const outcomes = items.map((item) => ({ id: item.id, ...attempted(item) }));
  expect(outcomes.filter(({ status }) => status === "failed")).toEqual([]);
  expect(outcomes.filter(({ status }) => status === "passed").length).toBeGreaterThan(items.length * 0.7);
});
