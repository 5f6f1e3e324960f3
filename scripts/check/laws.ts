// Checks src/ for constructs that the house rules forbid: code from strings, and errors without a class.
import ts from "typescript";
import { isGenerated, isTest, lineAt, type Outcome, type SourceFile, sourceFiles } from "./tree.ts";

export function laws(root: string): Outcome {
  const files = sourceFiles(root, ["src"]).filter(({ path }) => !isTest(path) && !isGenerated(path));
  return { problems: files.flatMap(breaches), note: `${files.length} files` };
}

function breaches(file: SourceFile): string[] {
  const problems: string[] = [];
  const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    const complaint = complaintAbout(node);
    if (complaint !== undefined)
      problems.push(`${file.path}:${lineAt(file.text, node.getStart())}: ${complaint}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return problems;
}

function complaintAbout(node: ts.Node): string | undefined {
  if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return undefined;
  const callee = lastName(node.expression);
  if (callee === "Function") return "Function makes code from a string";
  if (callee === "eval") return "eval makes code from a string";
  const bare = ts.isIdentifier(node.expression) && callee === "Error" && ts.isThrowStatement(node.parent);
  return bare ? "bare Error thrown: use a class of src/base/errors.ts" : undefined;
}

/** `Function` of `Function`, `globalThis.Function` and `(0, Function)`. */
function lastName(node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node)) return isGlobal(node.expression) ? node.name.text : undefined;
  if (ts.isParenthesizedExpression(node)) return lastName(node.expression);
  return ts.isBinaryExpression(node) ? lastName(node.right) : undefined;
}

function isGlobal(node: ts.Expression): boolean {
  return ts.isIdentifier(node) && ["globalThis", "window", "self", "global"].includes(node.text);
}
