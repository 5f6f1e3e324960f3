// The survey of features: TensorFlow's names in Teia's spelling, and what counts as present.
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type ApiSymbol, readOps, readSymbols, teiaName } from "../scripts/features/api.ts";
import { featuresPage } from "../scripts/features/page.ts";
import { additions, surveyOps, surveySymbols } from "../scripts/features/survey.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

it.each([
  ["reduce_sum", "reduceSum"],
  ["function", "function"],
  ["conv2d_transpose", "conv2dTranspose"],
  ["extract_patches_3d", "extractPatches3d"],
  ["AdamOptimizer", "AdamOptimizer"],
  ["AUTO_REUSE", "AUTO_REUSE"],
  ["v1", "v1"],
])("spells %s as %s", (python, teia) => expect(teiaName(python)).toBe(teia));

it("reads the recorded API", () => {
  const symbols = readSymbols(root);
  expect(symbols).toHaveLength(6781);
  expect(symbols.find((symbol) => symbol.name === "add")).toEqual({
    kind: "function",
    name: "add",
    signature: "x, y, name=None",
  });
  const ops = readOps(root);
  expect(ops).toHaveLength(1908);
  expect(ops.find((op) => op.name === "Relu")).toEqual({ name: "Relu", raw: true, cpuKernel: true });
});

describe("survey", () => {
  const symbols: ApiSymbol[] = [
    { kind: "function", name: "reduce_sum", signature: "" },
    { kind: "value", name: "float32", signature: "" },
    { kind: "class", name: "data.experimental.Counter", signature: "" },
    { kind: "function", name: "data.experimental.to_string", signature: "" },
    { kind: "function", name: "raw_ops.Relu", signature: "" },
  ];

  it("counts what exists and can be called", () => {
    const tf = {
      reduceSum: () => 0,
      float32: 1,
      data: { experimental: { Counter: class {} } },
      estimator: {},
    };
    expect(surveySymbols(symbols, tf)).toEqual([
      { title: "tf", present: ["reduceSum", "float32"], missing: [] },
      { title: "tf.data.experimental", present: ["Counter"], missing: ["toString"] },
    ]);
    expect(additions(symbols, tf)).toEqual(["estimator"]);
  });

  it("counts a function that is no function, and an absent namespace, as missing", () => {
    const [top, experimental] = surveySymbols(symbols, { reduceSum: 1, float32: undefined });
    expect(top.missing).toEqual(["reduceSum", "float32"]);
    expect(experimental.missing).toEqual(["Counter", "toString"]);
  });

  it("groups ops", () => {
    const ops = [
      { name: "Relu", raw: true, cpuKernel: true },
      { name: "Abs", raw: true, cpuKernel: true },
      { name: "NcclReduce", raw: true, cpuKernel: false },
      { name: "_Send", raw: false, cpuKernel: true },
    ];
    const [kernel, none, internal] = surveyOps(ops, ["Abs", "_Send"]);
    expect([kernel.present, kernel.missing]).toEqual([["Abs"], ["Relu"]]);
    expect(none.missing).toEqual(["NcclReduce"]);
    expect(internal.present).toEqual(["_Send"]);
  });
});

it("writes counts and lists", () => {
  const page = featuresPage({
    namespaces: [{ title: "tf.math", present: ["abs"], missing: ["cosh", "sinh"] }],
    ops: [{ title: "Public", present: [], missing: ["Abs"] }],
    additions: ["estimator"],
  });
  expect(page).toContain("| Namespaces, all symbols | 1 | 3 |");
  expect(page).toContain("### `tf.math`\n\n1 of 3.\n\nPresent: `abs`\n\nMissing: `cosh`, `sinh`\n");
  expect(page).toContain("### Public\n\n0 of 1.\n\nMissing: `Abs`\n");
});
