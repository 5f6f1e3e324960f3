// Every example in a docstring runs and shows what its comments say.
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compact, findExamples, runExample } from "./examples.ts";

const examples = findExamples(fileURLToPath(new URL("../..", import.meta.url)));

describe("examples in docstrings", () => {
  it("are found", () => expect(examples.length).toBeGreaterThan(200));

  for (const [index, example] of examples.entries())
    it(`${example.where} (${index})`, () => {
      for (const { expected, actual } of runExample(example))
        if (!actual.some((text) => compact(text) === compact(expected))) expect(actual[0]).toBe(expected);
    });
});
