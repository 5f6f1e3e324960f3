// A tool that fails becomes a problem that shows what the tool printed.
import { expect, it } from "vitest";
import { command } from "../../scripts/check/command.ts";
import { tree } from "./tree.ts";

it("accepts a tool that succeeds", async () => {
  expect((await command(tree({}), "node", ["-e", "console.log(1)"])).problems).toEqual([]);
});

it("reports what a failing tool printed", async () => {
  const script = "console.log('said'); console.error('cried'); process.exit(3)";
  expect((await command(tree({}), "node", ["-e", script])).problems).toEqual(["said\ncried"]);
});

it("reports a tool that is not there", async () => {
  const { problems } = await command(tree({}), "no-such-tool", []);
  expect(problems[0]).toMatch(/ENOENT/);
});
