// Writing text in the browser: whole lines go to the console; there are no files.
import { UnimplementedError } from "../errors.ts";

const pending: Record<1 | 2, string> = { 1: "", 2: "" };

export function writeText(descriptor: 1 | 2, text: string): void {
  const lines = (pending[descriptor] + text).split("\n");
  pending[descriptor] = lines.pop()!;
  for (const line of lines) (descriptor === 1 ? console.log : console.error)(line);
}

export function appendText(path: string): void {
  throw new UnimplementedError(`Appending to ${path}: expected a platform with files, received a browser`);
}
