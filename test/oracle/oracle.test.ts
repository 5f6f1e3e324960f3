// Real TensorFlow beside this: graphs written here run there, graphs written there run here.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { graphDifference } from "../support/run-graph.ts";
import { decodeTensor, type TensorJson } from "../conformance/decode.ts";
import type { GraphCase } from "../conformance/cases.ts";
import { buildGraphs } from "./graphs.ts";
import { tensorDifference } from "../conformance/compare.ts";

const python = process.env.TEIA_ORACLE_PYTHON;
const reason = "TEIA_ORACLE_PYTHON names no Python with TensorFlow; .ci/run makes one";
const MINUTES = 5 * 60_000;

function ask(script: string, args: readonly string[], input = ""): unknown {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const env = { ...process.env, TF_CPP_MIN_LOG_LEVEL: "3", TF_ENABLE_ONEDNN_OPTS: "0" };
  const { stdout, stderr, status } = spawnSync(python!, [path, ...args], {
    input,
    env,
    maxBuffer: 1 << 28,
    encoding: "utf8",
  });
  if (status !== 0) throw new RangeError(`${script}: ${stderr.slice(-2000)}`);
  return JSON.parse(stdout);
}

interface WrittenGraph {
  name: string;
  graph_def: string;
  steps: { fetches: string[]; feeds: Record<string, TensorJson>; values: (TensorJson | null)[] }[];
}

function asCase({ name, graph_def, steps }: WrittenGraph): GraphCase {
  return {
    kind: "graph",
    id: name,
    family: "oracle",
    op: name,
    ops: [],
    tags: [],
    comparison: "elements",
    tolerance: { relative: 1e-4, absolute: 1e-5 },
    graphDef: Buffer.from(graph_def, "base64"),
    steps: steps.map((step) => ({
      fetches: step.fetches,
      feeds: Object.fromEntries(Object.entries(step.feeds).map(([key, value]) => [key, decodeTensor(value)])),
      values: step.values.map((value) => value && decodeTensor(value)),
    })),
  };
}

describe.skipIf(python === undefined)(
  `TensorFlow as judge${python === undefined ? ` (skipped: ${reason})` : ""}`,
  () => {
    for (const seed of [1, 2]) {
      it(`graphs that TensorFlow wrote give its results here (seed ${seed})`, { timeout: MINUTES }, () => {
        const { graphs } = ask("make_graphs.py", [String(seed)]) as { graphs: WrittenGraph[] };
        const differences = graphs.flatMap((graph) => {
          const found = graphDifference(asCase(graph));
          return found === null ? [] : [`${graph.name}: ${found}`];
        });
        expect(graphs.length).toBeGreaterThan(10);
        expect(differences).toEqual([]);
      });
    }

    it("graphs written here give the same results in TensorFlow", { timeout: MINUTES }, () => {
      const graphs = buildGraphs();
      const input = JSON.stringify({
        graphs: graphs.map(({ graphDef, steps }) => ({ graph_def: graphDef, steps })),
      });
      const { results } = ask("run_graphs.py", [], input) as { results: (TensorJson | null)[][][] };
      const differences = graphs.flatMap(({ name, ours }, g) =>
        ours.flatMap((values, s) =>
          values.flatMap((value, i) => {
            const theirs = results[g]![s]![i];
            if (value === null || !theirs) return [];
            const found = tensorDifference(value, decodeTensor(theirs), { relative: 1e-4, absolute: 1e-5 });
            return found === null ? [] : [`${name}, step ${s}, fetch ${i}: ${found}`];
          }),
        ),
      );
      expect(results.length).toBe(graphs.length);
      expect(differences).toEqual([]);
    });
  },
);
