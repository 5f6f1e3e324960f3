// Writing text to the process's streams and to files, in Node.
import { appendFileSync, writeSync } from "node:fs";

/** Writes at once, so that text stays in order with other output of the process. */
export function writeText(descriptor: 1 | 2, text: string): void {
  let rest = Buffer.from(text, "utf8");
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      if ((error as { code?: string }).code !== "EAGAIN") throw error;
    }
  }
}

export function appendText(path: string, text: string): void {
  appendFileSync(path, text);
}
