// Files, in Node.
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export const joinPath = (...parts: string[]): string => join(...parts);

/** Writes a whole file, making its folders; a reader sees the old content or the new, never a part. */
export function writeFile(path: string, content: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, content);
  renameSync(draft, path);
}
