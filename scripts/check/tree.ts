// Lists and reads the repository's TypeScript files for the checks.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** What a check found: one sentence for each problem, and a few words on what was covered. */
export interface Outcome {
  readonly problems: readonly string[];
  readonly note: string;
}

export interface SourceFile {
  /** Path from the repository root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export const isTest = (path: string): boolean => path.endsWith(".test.ts");
export const isGenerated = (path: string): boolean => path.endsWith(".gen.ts");

/** Every `.ts` file below the given folders of `root`, in name order; absent folders hold none. */
export function sourceFiles(root: string, folders: readonly string[]): SourceFile[] {
  const paths = folders.map((folder) => join(root, folder)).filter((path) => existsSync(path));
  return paths.flatMap(walk).map((path) => ({
    path: relative(root, path).split(sep).join("/"),
    text: readFileSync(path, "utf8"),
  }));
}

function walk(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : walk(path);
    return entry.name.endsWith(".ts") ? [path] : [];
  });
}

/** 1-based line of a character position. */
export function lineAt(text: string, position: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < position; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}
