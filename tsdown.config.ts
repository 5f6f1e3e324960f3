// Builds src/ into dist/: ES modules with declarations; `#platform/*` stays an import that the consumer resolves.
import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/index.ts", "src/base/platform/*.{node,web}.ts"],
  root: "src",
  outDir: "dist",
  format: "esm",
  target: "es2022",
  platform: "neutral",
  fixedExtension: false,
  dts: true,
  clean: true,
  sourcemap: false,
  treeshake: true,
  deps: { neverBundle: [/^#platform\//, /^@bufbuild\/protobuf/, /^node:/] },
  report: false,
  logLevel: "warn",
});
