// A run ends with one line of counts, and a file that does not load counts as failed.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { tree } from "./tree.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const config = `export default {
  test: { globals: true, maxWorkers: 1, reporters: ["default", "${root}scripts/closing-line.ts"] },
};`;

/** Exit status and last line of a run of vitest over the given files. */
function run(files: Record<string, string>): Promise<{ status: number; last: string }> {
  const folder = tree({ ...files, "vitest.config.mjs": config });
  const args = [`${root}node_modules/vitest/vitest.mjs`, "run", "--root", folder];
  const env = { PATH: process.env["PATH"] };
  return new Promise((done) => {
    execFile(process.execPath, args, { cwd: folder, env }, (error, stdout) => {
      done({
        status: error === null ? 0 : Number(error.code),
        last: stdout.trimEnd().split("\n").at(-1) ?? "",
      });
    });
  });
}

it("counts what passed and what was skipped", async () => {
  const files = { "a.test.ts": `it("a", () => {}); it("b", () => {}); it.skip("c", () => {});` };
  expect(await run(files)).toEqual({ status: 0, last: "2 passed, 0 failed, 1 skipped" });
});

it("counts failures, files that do not load and hooks that throw", async () => {
  const files = {
    "a.test.ts": `it("a", () => {}); it("b", () => { throw new Error("no"); });`,
    "b.test.ts": `import "./absent.ts"; it("c", () => {});`,
    "c.test.ts": `describe("d", () => { beforeAll(() => { throw new Error("no"); }); it("e", () => {}); });`,
  };
  const { status, last } = await run(files);
  expect(status).toBe(1);
  expect(last).toBe("1 passed, 3 failed, 1 skipped");
});

it("fails when there is nothing to run", async () => {
  expect(await run({})).toEqual({ status: 1, last: "0 passed, 1 failed, 0 skipped" });
});
