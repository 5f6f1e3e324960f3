// Files: a browser's page has none to write at once.
import { UnimplementedError } from "../errors.ts";

export const joinPath = (...parts: string[]): string => parts.join("/");

export function writeFile(path: string): never {
  throw new UnimplementedError(`Writing ${path}: expected a platform with files, received a browser`);
}
