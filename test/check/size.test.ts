// The size check weighs the browser's bundle and rejects one that is too heavy or cannot be made.
import { expect, it } from "vitest";
import { size } from "../../scripts/check/size.ts";
import { tree } from "./tree.ts";

const source = {
  "src/index.ts": `export { where } from "#platform/where";`,
  "src/base/platform/where.web.ts": `export const where = "in a browser";`,
  "src/base/platform/where.node.ts": `export { arch as where } from "node:os";`,
};

it("weighs the web side of the platform", async () => {
  const { problems, note } = await size(tree(source), { "src/index.ts": { gzip: 200 } });
  expect(problems).toEqual([]);
  expect(note).toMatch(/^src\/index\.ts \d+ bytes, \d+ gzipped of 200$/);
});

it("reports a bundle above its budget", async () => {
  const { problems } = await size(tree(source), { "src/index.ts": { gzip: 10 } });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(/bytes gzipped, budget 10$/);
});

it("reports a missing entry and a node: module", async () => {
  const absent = await size(tree({}), { "src/index.ts": { gzip: 200 } });
  expect(absent.problems).toHaveLength(1);
  const node = { ...source, "src/base/platform/where.web.ts": source["src/base/platform/where.node.ts"] };
  const { problems } = await size(tree(node), { "src/index.ts": { gzip: 200 } });
  expect(problems[0]).toMatch(/node:os/);
});
