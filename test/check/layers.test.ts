// The layer check accepts imports that go down and names each one that does not.
import { expect, it } from "vitest";
import { layers } from "../../scripts/check/layers.ts";
import { tree } from "./tree.ts";

const problemsOf = (files: Record<string, string>): readonly string[] => layers(tree(files)).problems;

it("accepts imports that go down, within a room, and anything in tests", () => {
  const problems = problemsOf({
    "package.json": `{ "dependencies": { "@bufbuild/protobuf": "2.17.0" } }`,
    "src/base/errors.ts": `export const a = 1;`,
    "src/base/platform/clock.node.ts": `import { performance } from "node:perf_hooks";`,
    "src/base/platform/clock.web.ts": ``,
    "src/wire/proto.ts": `import { create } from "@bufbuild/protobuf/wkt"; import "../base/errors.ts";`,
    "src/graph/graph.ts": `import { b } from "./b.ts"; import { now } from "#platform/clock";`,
    "src/graph/b.ts": ``,
    "src/graph/graph.test.ts": `import { x } from "../keras/model.ts"; import fs from "node:fs";`,
    "src/ops/helper.ts": ``,
    "src/ops/math/add.ts": `import "../helper.ts"; import "./mul.ts"; import "../support/shapes.ts";`,
    "src/ops/math/mul.ts": `// from "../../keras/model.ts" in a comment is no import`,
    "src/ops/math/index.ts": `export { a } from "./add.ts";`,
    "src/ops/support/shapes.ts": `import { h } from "../helper.ts";`,
    "src/ops/table.ts": `import { mathOps } from "./math/index.ts";`,
    "src/keras/model.ts": ``,
    "src/bin/teia.ts": `import { argv } from "node:process"; import * as tf from "../index.ts";`,
    "src/index.ts": `export * from "./keras/model.ts";`,
  });
  expect(problems).toEqual([]);
});

it.each([
  ["upwards", "src/graph/a.ts", `import { x } from "../engine/b.ts";`, /graph.*may not import engine/],
  [
    "to a room beside",
    "src/ops/a.ts",
    `import { x } from "../autodiff/b.ts";`,
    /ops.*may not import autodiff/,
  ],
  ["types only", "src/ir/a.ts", `import type { X } from "../graph/b.ts";`, /ir.*may not import graph/],
  ["inline types", "src/ir/a.ts", `let x: import("../graph/b.ts").X;`, /ir.*may not import graph/],
  ["re-exports", "src/ir/a.ts", `export * from "../graph/b.ts";`, /ir.*may not import graph/],
  ["dynamically", "src/ir/a.ts", `await import("../graph/b.ts");`, /ir.*may not import graph/],
  ["another family", "src/ops/math/a.ts", `import { b } from "../nn/b.ts";`, /family math.*family nn/],
  ["support to a family", "src/ops/support/a.ts", `import "../nn/b.ts";`, /family support.*family nn/],
  ["a barrel of its room", "src/ops/a.ts", `import { b } from "./nn/index.ts";`, /barrel/],
  ["a barrel", "src/graph/a.ts", `import { b } from "../base/index.ts";`, /barrel/],
  ["without extension", "src/graph/a.ts", `import { b } from "../base/b";`, /extension/],
  ["outside src", "src/graph/a.ts", `import { b } from "../../scripts/b.ts";`, /outside src/],
  ["node:", "src/graph/a.ts", `import { readFileSync } from "node:fs";`, /node:fs may be imported only/],
  ["node without prefix", "src/graph/a.ts", `import fs from "fs";`, /fs may be imported only/],
  [
    "an undeclared package",
    "src/graph/a.ts",
    `import { x } from "@some/thing/deep";`,
    /package @some\/thing/,
  ],
  ["from an unknown room", "src/attic/a.ts", ``, /src\/attic: room is on no floor/],
  ["lonely platform file", "src/base/platform/a.node.ts", ``, /a\.web\.ts is missing/],
])("reports: %s", (_, path, text, expected) => {
  const problems = problemsOf({ [path]: text });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(expected);
});

it("says where the import stands", () => {
  expect(problemsOf({ "src/ir/a.ts": `// duty\n\nimport "../graph/b.ts";\n` })[0]).toMatch(
    /^src\/ir\/a\.ts:3: /,
  );
});
