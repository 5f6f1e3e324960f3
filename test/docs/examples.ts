// Finds the examples in docstrings, runs them, and gives what each shown expression is.
import { readFileSync } from "node:fs";
import { inspect } from "node:util";
import ts from "typescript";
import { redirectPrint } from "../../src/engine/outside.ts";
import * as tf from "../../src/index.ts";
import { isGenerated, isTest, sourceFiles } from "../../scripts/check/tree.ts";

export interface Example {
  /** Path and line. */
  readonly where: string;
  readonly code: string;
}

export interface Shown {
  /** What the comment says. */
  readonly expected: string;
  /** Texts of what the expression before it is (or prints): the first is the usual one. */
  readonly actual: readonly string[];
}

const BLOCK = /\/\*\*[\s\S]*?\*\//g;

/** All examples of the sources. */
export function findExamples(root: string): Example[] {
  const files = sourceFiles(root, ["src"]).filter(({ path }) => !isTest(path) && !isGenerated(path));
  return files.flatMap(({ path }) => examplesOf(path, readFileSync(`${root}/${path}`, "utf8")));
}

export function examplesOf(path: string, text: string): Example[] {
  return [...text.matchAll(BLOCK)].flatMap((match) => {
    const line = text.slice(0, match.index).split("\n").length;
    return bodies(match[0]).map((code) => ({ where: `${path}:${line}`, code }));
  });
}

function bodies(comment: string): string[] {
  const lines = comment.split("\n").map((line) => line.replace(/^\s*\*\/?\s?/, ""));
  const found: string[][] = [];
  let current: string[] | null = null;
  for (const line of lines) {
    if (line.startsWith("@example")) found.push((current = []));
    else if (line.startsWith("@")) current = null;
    else current?.push(line);
  }
  return found.map((body) => body.join("\n").trim()).filter((body) => body !== "");
}

const plain = (value: unknown): string => inspect(value, { depth: 6, breakLength: 100 });

/** How values are shown: tensors as they print, or as plain data; the rest as Node prints it. */
export function show(value: unknown): string[] {
  if (value instanceof tf.EagerTensor) return [String(value), plain(value), plain(value.array())];
  if (value instanceof tf.Tensor) return [String(value)];
  if (Array.isArray(value) && value.some((item) => item instanceof tf.Tensor))
    return [`[${value.map((item) => show(item)[0]).join(", ")}]`, plain(value)];
  return [plain(value), String(value)];
}

const trimmed = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .trim();

/** Text without the blanks that only some printers put inside brackets. */
export const compact = (text: string): string =>
  text.replace(/([[{])\s+/g, "$1").replace(/\s+([\]}])/g, "$1");

/** Runs an example: each expression that a comment follows is shown. */
export function runExample({ code }: Example): Shown[] {
  const source = ts.createSourceFile("example.ts", code, ts.ScriptTarget.Latest, true);
  const shown: { expected: string; actual: readonly string[] }[] = [];
  let script = "";
  source.statements.forEach((statement) => {
    const comment = commentAfter(code, statement.getEnd());
    if (ts.isExpressionStatement(statement) && comment !== "") {
      const index = shown.push({ expected: comment, actual: [] }) - 1;
      script += `__show(${index}, () => (${statement.expression.getText()}));\n`;
    } else script += `${statement.getText()}\n`;
  });
  const { outputText } = ts.transpileModule(script, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  let printed = "";
  const undo = redirectPrint((text) => (printed += text));
  const note = (index: number, expression: () => unknown): void => {
    printed = "";
    const texts = show(expression());
    shown[index]!.actual = (printed === "" ? texts : [printed]).map(trimmed);
  };
  try {
    new Function("tf", "__show", outputText)(tf, note);
  } finally {
    undo();
  }
  return shown;
}

/** The comment lines that follow a statement. */
function commentAfter(code: string, end: number): string {
  const lines: string[] = [];
  for (const line of code.slice(end).split("\n")) {
    const text = /^\s*\/\/ ?(.*)$/.exec(line);
    if (text === null) {
      if (line.trim() !== "" || lines.length > 0) break;
      continue;
    }
    lines.push(text[1]!);
  }
  return trimmed(lines.join("\n"));
}
