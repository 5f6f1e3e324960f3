// The package check accepts a sound package and rejects one whose exports do not resolve.
import { expect, it } from "vitest";
import { published } from "../../scripts/check/package.ts";
import { tree } from "./tree.ts";

const manifest = {
  name: "sound",
  version: "1.0.0",
  type: "module",
  license: "Apache-2.0",
  files: ["dist"],
  exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } },
};

const files = (changed: object): Record<string, string> => ({
  "package.json": JSON.stringify({ ...manifest, ...changed }),
  "dist/index.js": `export const a = 1;\n`,
  "dist/index.d.ts": `export declare const a: number;\n`,
});

it("accepts a sound package", async () => {
  expect((await published(tree(files({})))).problems).toEqual([]);
});

it("rejects exports that do not resolve", async () => {
  const exports = { ".": { types: "./dist/index.d.ts", default: "./dist/absent.js" } };
  const { problems } = await published(tree(files({ exports })));
  expect(problems.join("\n")).toMatch(/absent\.js/);
});
