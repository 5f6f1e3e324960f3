// Runs one of the project's tools as a child process and collects what it prints.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Outcome } from "./tree.ts";

/** Runs a tool of node_modules/.bin, or of the PATH, in `root`; what a failing tool prints is the problem. */
export function command(root: string, tool: string, args: readonly string[]): Promise<Outcome> {
  const local = join(root, "node_modules", ".bin", tool);
  const options = { cwd: root, maxBuffer: 1 << 28, env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" } };
  return new Promise((done) => {
    execFile(existsSync(local) ? local : tool, args, options, (error, stdout, stderr) => {
      const output = `${stdout}${stderr}`.trim();
      done({ problems: error === null ? [] : [output || error.message], note: "" });
    });
  });
}
