// Reads folders of recordings, in the formats of ops (`*.jsonl.gz`) and of graphs (`*.json.gz`).
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Case } from "./cases.ts";
import { decodeGraphAreaCase } from "./graph-cases.ts";
import { decodeCase } from "./op-cases.ts";

const unzipped = (path: string): string => gunzipSync(readFileSync(path)).toString("utf8");

function* linesOf(path: string): Generator<Case> {
  const family = basename(path, ".jsonl.gz");
  for (const line of unzipped(path).trimEnd().split("\n"))
    if (line) yield decodeCase(JSON.parse(line), family);
}

function* documentOf(path: string): Generator<Case> {
  const family = basename(path, ".json.gz");
  for (const json of JSON.parse(unzipped(path)).cases) yield decodeGraphAreaCase(json, family);
}

/** The files of recordings in a folder, sorted; a path of one file gives that file. */
export function recordingFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => name.endsWith(".jsonl.gz") || name.endsWith(".json.gz"));
  return names.sort().map((name) => join(path, name));
}

/** The cases of one file, decoded one at a time. */
export function readFile(path: string): Generator<Case> {
  return path.endsWith(".jsonl.gz") ? linesOf(path) : documentOf(path);
}

/** All cases of a folder or a file. */
export function* readCases(path: string): Generator<Case> {
  for (const file of recordingFiles(path)) yield* readFile(file);
}
