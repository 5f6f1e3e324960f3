// `npm run check [-- name ...]`: runs all or the named checks, a line for each; fails on any problem.
import { fileURLToPath } from "node:url";
import { checkFeatures } from "../features/check.ts";
import { command } from "./command.ts";
import { cycles } from "./cycles.ts";
import { laws } from "./laws.ts";
import { layers } from "./layers.ts";
import { lines } from "./lines.ts";
import { packed } from "./package.ts";
import { size } from "./size.ts";
import type { Outcome } from "./tree.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

const checks: Readonly<Record<string, () => Outcome | Promise<Outcome>>> = {
  layers: () => layers(root),
  cycles: () => cycles(root),
  laws: () => laws(root),
  lines: () => lines(root),
  types: () => command(root, "tsc", ["--noEmit"]),
  lint: () => command(root, "biome", ["lint", "--error-on-warnings", "--max-diagnostics=none", "."]),
  size: () => size(root),
  package: () => packed(root),
  features: () => checkFeatures(root),
};

async function report(name: string): Promise<boolean> {
  const { problems, note } = await checks[name]();
  const verdict = problems.length === 0 ? "ok" : `FAILED, ${problems.length} problems`;
  console.log([`check ${name}: ${verdict}${note ? ` (${note})` : ""}`, ...problems].join("\n  "));
  return problems.length === 0;
}

async function main(asked: readonly string[]): Promise<void> {
  const unknown = asked.filter((name) => !(name in checks));
  if (unknown.length > 0) {
    console.log(`no check named ${unknown.join(", ")}; there are ${Object.keys(checks).join(", ")}`);
    process.exitCode = 1;
    return;
  }
  for (const name of asked.length > 0 ? asked : Object.keys(checks)) {
    if (!(await report(name))) process.exitCode = 1;
  }
}

await main(process.argv.slice(2));
