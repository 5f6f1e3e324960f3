// Reads the chapter cases (printed texts, trained weights, random numbers), each for a test of its own.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

// biome-ignore lint/suspicious/noExplicitAny: every case has a structure of its own
type Json = Record<string, any>;

export interface ChapterCase {
  readonly name: string;
  readonly api: readonly string[];
  readonly inputs: Json;
  readonly expected: Json;
  /** Where TensorFlow's versions differ: what each gives. */
  readonly expected_by_version?: Json;
  readonly tolerance: Json;
  readonly note: string;
  /** The TensorFlow program that gave the values. */
  readonly python: string;
}

let cases: Map<string, ChapterCase> | undefined;

function allCases(): Map<string, ChapterCase> {
  if (cases === undefined) {
    const text = gunzipSync(readFileSync(new URL("./chapter.jsonl.gz", import.meta.url))).toString("utf8");
    const parsed = text
      .trimEnd()
      .split("\n")
      .map((line): ChapterCase => JSON.parse(line));
    cases = new Map(parsed.map((item) => [item.name, item]));
  }
  return cases;
}

/** The case with this name, such as "ch14_05_tf_function". */
export function chapterCase(name: string): ChapterCase {
  const found = allCases().get(name);
  if (found === undefined)
    throw new RangeError(`A chapter case: expected one of ${[...allCases().keys()]}, received ${name}`);
  return found;
}

export const chapterNames = (): string[] => [...allCases().keys()];
