// npm run bench -- NAME [--json FILE]: times a benchmark of bench/ and prints a table.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import * as dispatch from "../bench/dispatch.ts";
import { type Case, printRows, time } from "../bench/harness.ts";

const BENCHMARKS: Readonly<Record<string, () => Case[]>> = { dispatch: dispatch.cases };

const { values, positionals } = parseArgs({ options: { json: { type: "string" } }, allowPositionals: true });
const names = positionals.length > 0 ? positionals : Object.keys(BENCHMARKS);
const unknown = names.filter((name) => !(name in BENCHMARKS));
if (unknown.length > 0) {
  console.error(`bench: expected ${Object.keys(BENCHMARKS).join(", ")}, received ${unknown.join(", ")}`);
  process.exit(2);
}
const rows = names.flatMap((name) => BENCHMARKS[name]!().map((each) => time(name, each)));
printRows(rows);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
