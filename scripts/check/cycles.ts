// Checks that no files of src/ import each other in a circle; type imports count.
import { importsOf } from "./imports.ts";
import { isTest, type Outcome, sourceFiles } from "./tree.ts";

export function cycles(root: string): Outcome {
  const files = sourceFiles(root, ["src"]).filter((file) => !isTest(file.path));
  const graph = new Map(
    files.map((file) => [
      file.path,
      importsOf(file).flatMap(({ target }) => (target === undefined ? [] : [target])),
    ]),
  );
  const problems = circles(graph).map((circle) => `cycle: ${[...circle, circle[0]].join(" -> ")}`);
  return { problems, note: `${files.length} files` };
}

/** One circle for each back edge of a depth-first walk; a graph without back edges has no cycle. */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (path: string): void => {
    if (done.has(path) || !graph.has(path)) return;
    const start = trail.indexOf(path);
    if (start !== -1) {
      found.push(trail.slice(start));
      return;
    }
    trail.push(path);
    for (const target of graph.get(path)!) visit(target);
    trail.pop();
    done.add(path);
  };
  for (const path of graph.keys()) visit(path);
  return found;
}
