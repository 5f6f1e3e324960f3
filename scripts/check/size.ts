// Checks the size of the browser bundle: minified, gzipped, compared with the budgets of size.json.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type BuildFailure, build, type Plugin } from "esbuild";
import type { Outcome } from "./tree.ts";

export type SizeBudget = Readonly<Record<string, { readonly gzip: number }>>;

const standard: SizeBudget = JSON.parse(readFileSync(new URL("./size.json", import.meta.url), "utf8"));

export async function size(root: string, budget: SizeBudget = standard): Promise<Outcome> {
  const problems: string[] = [];
  const notes: string[] = [];
  for (const [entry, { gzip: most }] of Object.entries(budget)) {
    const bundle = await bundleOf(root, entry);
    if (typeof bundle === "string") problems.push(`${entry}: ${bundle}`);
    else {
      const gzip = gzipSync(bundle, { level: 9 }).length;
      notes.push(`${entry} ${bundle.length} bytes, ${gzip} gzipped of ${most}`);
      if (gzip > most) problems.push(`${entry}: ${gzip} bytes gzipped, budget ${most}`);
    }
  }
  return { problems, note: notes.join("; ") };
}

/** The minified bundle, or the reason why there is none; a `node:` module in it is such a reason. */
async function bundleOf(root: string, entry: string): Promise<Uint8Array | string> {
  try {
    const result = await build({
      absWorkingDir: root,
      entryPoints: [entry],
      bundle: true,
      minify: true,
      write: false,
      format: "esm",
      platform: "browser",
      target: "es2022",
      tsconfigRaw: {},
      logLevel: "silent",
      plugins: [webPlatform(root)],
    });
    return result.outputFiles[0].contents;
  } catch (error) {
    const { errors } = error as BuildFailure;
    return errors.map(({ text, location }) => `${location?.file ?? "bundle"}: ${text}`).join("\n");
  }
}

/** Resolves `#platform/x` as a browser's bundler does. */
function webPlatform(root: string): Plugin {
  return {
    name: "web-platform",
    setup({ onResolve }) {
      onResolve({ filter: /^#platform\// }, ({ path }) => ({
        path: join(root, "src/base/platform", `${path.slice("#platform/".length)}.web.ts`),
        sideEffects: false,
      }));
    },
  };
}
