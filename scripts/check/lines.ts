// Checks line budgets: lines of a file and of a function, columns of a line, and the opening comment.
import ts from "typescript";
import { isGenerated, isTest, lineAt, type Outcome, type SourceFile, sourceFiles } from "./tree.ts";

export interface LineBudget {
  readonly file: number;
  readonly function: number;
  readonly columns: number;
}

const standard: LineBudget = { file: 400, function: 60, columns: 110 };
const folders = ["src", "scripts", "examples", "bench", "test"];

export function lines(root: string, budget: LineBudget = standard): Outcome {
  const files = sourceFiles(root, folders).filter(({ path }) => !isGenerated(path));
  const problems = files.flatMap((file) => [
    ...wideLines(file, budget.columns),
    // A test file may list as many cases as it needs.
    ...(isTest(file.path)
      ? []
      : [...longFile(file, budget.file), ...longFunctions(file, budget.function), ...silentStart(file)]),
  ]);
  const total = files.reduce((sum, file) => sum + countLines(file.text), 0);
  return { problems, note: `${files.length} files, ${total} lines` };
}

const countLines = (text: string): number => text.replace(/\n$/, "").split("\n").length;

function wideLines({ path, text }: SourceFile, columns: number): string[] {
  return text
    .split("\n")
    .flatMap((line, i) =>
      [...line].length > columns ? [`${path}:${i + 1}: ${[...line].length} columns, at most ${columns}`] : [],
    );
}

function longFile({ path, text }: SourceFile, most: number): string[] {
  const count = countLines(text);
  return count > most ? [`${path}: ${count} lines, at most ${most}`] : [];
}

function silentStart({ path, text }: SourceFile): string[] {
  const first = text.replace(/^#!.*\n/, "");
  return /^\/[/*]/.test(first) ? [] : [`${path}:1: the first line is no comment that says the file's duty`];
}

function longFunctions({ path, text }: SourceFile, most: number): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const problems: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && "body" in node && node.body !== undefined) {
      const first = lineAt(text, node.getStart(source));
      const count = lineAt(text, node.getEnd()) - first + 1;
      if (count > most) problems.push(`${path}:${first}: function of ${count} lines, at most ${most}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return problems;
}
