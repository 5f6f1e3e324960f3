// Finds the imports of src/ files and resolves those that stay inside the repository.
import { posix } from "node:path";
import ts from "typescript";
import { lineAt, type SourceFile } from "./tree.ts";

export interface Import {
  readonly from: string;
  readonly line: number;
  readonly specifier: string;
  /** Path of the imported file from the repository root; undefined for packages and `node:` modules. */
  readonly target: string | undefined;
}

/** Every static, dynamic, re-exporting and type-only import of a file. */
export function importsOf(file: SourceFile): Import[] {
  return ts.preProcessFile(file.text, true, true).importedFiles.map(({ fileName, pos }) => ({
    from: file.path,
    line: lineAt(file.text, pos),
    specifier: fileName,
    target: resolve(file.path, fileName),
  }));
}

function resolve(from: string, specifier: string): string | undefined {
  if (specifier.startsWith("#platform/")) {
    return `src/base/platform/${specifier.slice("#platform/".length)}.node.ts`;
  }
  if (!specifier.startsWith(".")) return undefined;
  return posix.normalize(posix.join(posix.dirname(from), specifier));
}

/** The room of a file: the folder under src/, or the name of a file that lies directly in src/. */
export function roomOf(path: string): string {
  return path.split("/")[1].replace(/\.ts$/, "");
}
