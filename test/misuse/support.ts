// What tests of misuse share: the error that a call throws, the line of a test, and TensorFlow's recorded
// errors.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect } from "vitest";
import type { OpError } from "../../src/base/errors.ts";

/** The error that `body` throws. */
export function errorOf(body: () => unknown): OpError {
  let result: unknown;
  try {
    result = body();
  } catch (error) {
    return error as OpError;
  }
  expect.fail(`expected an error, received ${String(result)}`);
}

/** "file:line" of the line that calls this. */
export function thisLine(): string {
  const frame = (new Error().stack ?? "").split("\n")[2]!;
  return /(?:file:\/\/)?(\/[^()]*:\d+):\d+\)?$/.exec(frame)![1]!;
}

/** Checks class, words of the message, and that the message tells a line of the test. */
export function expectError(
  error: Error,
  name: string,
  words: string | readonly string[],
  line?: string,
): void {
  expect(error.name).toBe(name);
  for (const part of [words].flat()) expect(error.message).toContain(part);
  const place = (error as OpError).line;
  if (line === undefined) return;
  expect(place).toContain(`${line}:`);
  expect(error.message).toContain(place);
}

export interface Recorded {
  readonly id: string;
  readonly code?: string;
  readonly error?: string;
  readonly message?: string;
  readonly error_code?: number;
  readonly detail?: string;
}

export function recordedErrors(name: "errors_v1" | "errors_graph" | "errors_eager"): Map<string, Recorded> {
  const file = new URL(`../conformance/graph/${name}.json.gz`, import.meta.url);
  const { cases } = JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")) as { cases: Recorded[] };
  return new Map(cases.map((each) => [each.id, each]));
}

/** A recorded message without what tells about the machine: device, traceback, the node's quotation. */
export function sentence({ message = "", detail }: Recorded): string {
  return (detail ?? message)
    .replace(/^\{\{function_node [^}]*\}\} /, "")
    .replace(/ ?\[Op:[\s\S]*$/, "")
    .split("\n")[0]!
    .replace(/^"(.*)"$/, "$1");
}
