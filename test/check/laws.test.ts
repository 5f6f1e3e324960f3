// The check of forbidden constructs tells code from text, and allows what only looks alike.
import { expect, it } from "vitest";
import { laws } from "../../scripts/check/laws.ts";
import { tree } from "./tree.ts";

const problemsOf = (text: string): readonly string[] => laws(tree({ "src/base/a.ts": text })).problems;

it.each([
  `const f = new Function("return 1");`,
  `const f = Function("return 1");`,
  `const f = new globalThis.Function("return 1");`,
  `eval("1");`,
  `(0, eval)("1");`,
  `throw new Error("no class");`,
])("reports %s", (text) => {
  expect(problemsOf(text)).toHaveLength(1);
});

it.each([
  `// new Function("return 1")`,
  `const text = "eval(1)";`,
  `tensor.eval();`,
  `throw new InvalidArgumentError("asked, expected, received");`,
  `type F = Function;`,
])("accepts %s", (text) => {
  expect(problemsOf(text)).toEqual([]);
});
