// The line check holds files, functions and lines to their budgets.
import { expect, it } from "vitest";
import { lines } from "../../scripts/check/lines.ts";
import { tree } from "./tree.ts";

const budget = { file: 6, function: 3, columns: 30 };
const problemsOf = (path: string, text: string): readonly string[] =>
  lines(tree({ [path]: text }), budget).problems;

it("accepts what is exactly at the budget", () => {
  expect(problemsOf("src/a.ts", `// Duty.\n\n\nfunction f() {\n  return 1;\n}\n`)).toEqual([]);
  expect(problemsOf("src/a.ts", `// ${"x".repeat(27)}\n`)).toEqual([]);
});

it.each([
  ["a long file", `// Duty.\n${"\n".repeat(6)}`, /7 lines, at most 6/],
  ["a long function", `// Duty.\nfunction f() {\n\n\n}\n`, /src\/a\.ts:2: function of 4 lines, at most 3/],
  ["a long arrow function", `// Duty.\nconst f = () => {\n\n\n};\n`, /function of 4 lines/],
  ["a long method", `// Duty.\nclass A { m() {\n\n\n} }\n`, /function of 4 lines/],
  ["a wide line", `// ${"x".repeat(28)}\n`, /31 columns, at most 30/],
  ["a file without duty", `export const a = 1;\n`, /no comment/],
])("reports %s", (_, text, expected) => {
  const problems = problemsOf("src/a.ts", text);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(expected);
});

it("lets tests be long but not wide, and generated files be anything", () => {
  const long = `it("x", () => {\n${"\n".repeat(9)}});\n`;
  const wide = `// ${"x".repeat(40)}\n`;
  expect(problemsOf("src/a.test.ts", long)).toEqual([]);
  expect(problemsOf("src/a.test.ts", wide)).toHaveLength(1);
  expect(problemsOf("src/a.gen.ts", long + wide)).toEqual([]);
});
