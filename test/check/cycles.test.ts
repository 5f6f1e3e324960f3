// The cycle check finds circles of files, type imports included.
import { expect, it } from "vitest";
import { cycles } from "../../scripts/check/cycles.ts";
import { tree } from "./tree.ts";

it("accepts a tree whose imports form a diamond", () => {
  const root = tree({
    "src/base/a.ts": `import "./b.ts"; import "./c.ts";`,
    "src/base/b.ts": `import "./d.ts";`,
    "src/base/c.ts": `import "./d.ts";`,
    "src/base/d.ts": ``,
  });
  expect(cycles(root).problems).toEqual([]);
});

it("reports a circle through a type import", () => {
  const root = tree({
    "src/base/a.ts": `import "./b.ts";`,
    "src/base/b.ts": `import type { C } from "./c.ts";`,
    "src/base/c.ts": `export * from "./b.ts";`,
  });
  expect(cycles(root).problems).toEqual(["cycle: src/base/b.ts -> src/base/c.ts -> src/base/b.ts"]);
});

it("reports a file that imports itself", () => {
  const root = tree({ "src/base/a.ts": `import "./a.ts";` });
  expect(cycles(root).problems).toEqual(["cycle: src/base/a.ts -> src/base/a.ts"]);
});
