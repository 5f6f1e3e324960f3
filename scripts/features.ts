// `npm run features [-- --check]`: writes FEATURES.md, or fails when it is not current.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkFeatures, generateFeatures } from "./features/check.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

if (process.argv.includes("--check")) {
  const { problems } = await checkFeatures(root);
  console.log(problems.join("\n") || "FEATURES.md is current");
  process.exitCode = problems.length === 0 ? 0 : 1;
} else {
  const page = await generateFeatures(root);
  writeFileSync(join(root, "FEATURES.md"), page);
  console.log(page.slice(page.indexOf("| what"), page.indexOf("\n\n## Ops")));
}
