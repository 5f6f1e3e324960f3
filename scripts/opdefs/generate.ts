// Writes src/graph/opdefs.gen.ts and src/graph/raw-ops.gen.ts from the recorded OpDefs.
// usage: node --import tsx scripts/opdefs/generate.ts [recording.json.gz]
import { writeFileSync } from "node:fs";
import { opDefsSource } from "./lines.ts";
import { rawOpsSource } from "./raw-ops.ts";
import { readRecording } from "./recording.ts";

const ops = readRecording(process.argv[2]);
const target = (name: string): URL => new URL(`../../src/graph/${name}`, import.meta.url);
writeFileSync(target("opdefs.gen.ts"), opDefsSource(ops));
writeFileSync(target("raw-ops.gen.ts"), rawOpsSource(ops));
console.log(`${ops.length} ops`);
