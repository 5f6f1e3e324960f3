// Compares Teia with recordings of TensorFlow.
// usage: npm run conformance -- [DIR…] [--only NAME[,NAME]] [--json FILE] [--fail N]
//   DIR     folders (or files) of recordings; without any, those of the repository
//   --only  ops or families by name
//   --json  writes the counts and all failures
//   --fail  how many failures are shown in full (default 20)
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readCases } from "../test/conformance/corpus.ts";
import { Report } from "../test/conformance/report.ts";
import { engineRunner } from "../test/conformance/engine-runner.ts";
import { checkCase } from "../test/conformance/runner.ts";

const ownRecordings = ["corpus", "graph"].map((name) =>
  fileURLToPath(new URL(`../test/conformance/${name}`, import.meta.url)),
);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: "string" }, json: { type: "string" }, fail: { type: "string", default: "20" } },
});
const only = new Set(values.only?.split(","));
const report = new Report();

for (const folder of positionals.length > 0 ? positionals : ownRecordings)
  for (const item of readCases(folder))
    if (only.size === 0 || only.has(item.op) || only.has(item.family))
      report.add(item, await checkCase(engineRunner, item));

console.log(report.text(Number(values.fail)));
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 1)}\n`);
console.log(report.closingLine());
process.exitCode = report.failed > 0 ? 1 : 0;
