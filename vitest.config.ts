// Test runner settings: what counts as a test, how `#platform/*` resolves to sources, and the closing line.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { ClosingLine } from "./scripts/closing-line.ts";

const main = fileURLToPath(new URL("./src/index.ts", import.meta.url));
const platform = fileURLToPath(new URL("./src/base/platform/", import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^teia$/, replacement: main },
      { find: /^#platform\/(.*)$/, replacement: `${platform}$1.node.ts` },
    ],
  },
  test: {
    environment: "node",
    include: ["src/**/*.test.ts", "test/**/*.test.ts", "examples/**/*.test.ts"],
    // Files are isolated: default graphs, name counters and seeds are per module instance.
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ["default", new ClosingLine()],
  },
});
