// Generates the text of FEATURES.md and checks that the file is current.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Outcome } from "../check/tree.ts";
import { readOps, readSymbols } from "./api.ts";
import { featuresPage } from "./page.ts";
import { additions, surveyOps, surveySymbols } from "./survey.ts";

export async function generateFeatures(root: string): Promise<string> {
  // Computed paths: the survey looks at what is there at run time and knows no types.
  const load = (path: string) => import(pathToFileURL(join(root, path)).href);
  const [tf, tables] = await Promise.all([load("src/index.ts"), load("src/ops/table.ts")]);
  const opTable = Object.values<unknown>(tables).find((each) => each instanceof Map)!;
  const symbols = readSymbols(root);
  return featuresPage({
    namespaces: surveySymbols(symbols, tf),
    ops: surveyOps(readOps(root), opTable.keys()),
    additions: additions(symbols, tf),
  });
}

export async function checkFeatures(root: string): Promise<Outcome> {
  const path = join(root, "FEATURES.md");
  const written = existsSync(path) ? readFileSync(path, "utf8") : "";
  try {
    const stale = written !== (await generateFeatures(root));
    return { problems: stale ? ["FEATURES.md is stale: run `npm run features`"] : [], note: "" };
  } catch (error) {
    return { problems: [`the namespace does not load: ${(error as Error).message}`], note: "" };
  }
}
