// Reads the cases of a graph folder: programs of the v1 API, raw ops called eagerly, and errors.
import { fromBinary } from "@bufbuild/protobuf";
import { type Code, CODES } from "../../src/base/errors.ts";
import { GraphDefSchema } from "../../src/wire/proto/graph_pb.gen.ts";
import type { ApiCase, Case, ExpectedError, GraphStep, ProgramCase, Tolerance } from "./cases.ts";
import { decodeTensor, type TensorJson } from "./decode.ts";
import { decodeFeeds } from "./op-cases.ts";
import { decodeRawCase, type RawCaseJson } from "./raw-cases.ts";

/** Tolerance of recordings that state none. */
export const usualTolerance: Tolerance = { relative: 1e-4, absolute: 1e-5 };

interface RunJson {
  fetches?: string[];
  feeds?: Record<string, TensorJson> | null;
  results?: (TensorJson | null)[];
  error?: string;
  error_code?: number;
  message?: string;
  rtol?: number;
}

interface ProgramJson {
  id: string;
  build: string;
  nodes: [string, string, string[]][] | null;
  node_names?: string[];
  graph_def_pb?: string;
  tensors?: Record<string, [string, number[] | null]>;
  values?: Record<string, unknown>;
  runs: RunJson[];
  rtol?: number;
}

const codeNames = new Map<number, Code>(
  Object.entries(CODES).map(([name, number]) => [number, name as Code]),
);

function expectedError({ error, error_code, message }: RunJson): { error?: ExpectedError } {
  if (error === undefined) return {};
  return { error: { code: codeNames.get(error_code ?? CODES.UNKNOWN)!, message: message ?? "" } };
}

function step(run: RunJson): GraphStep {
  if (!run.fetches) return { fetches: [], feeds: {}, special: run as Record<string, unknown> };
  return {
    fetches: run.fetches,
    feeds: decodeFeeds(run.feeds),
    ...(run.results ? { values: run.results.map((json) => json && decodeTensor(json)) } : {}),
    ...expectedError(run),
  };
}

/** The ops of a graph and of the functions in its library. */
function opsInside(bytes: Uint8Array): string[] {
  const graph = fromBinary(GraphDefSchema, bytes);
  const functions = graph.library?.function ?? [];
  const names = new Set(functions.map((definition) => definition.signature?.name));
  const nodes = [...graph.node, ...functions.flatMap((definition) => definition.nodeDef)];
  return [...new Set(nodes.map((node) => node.op))].filter((op) => !names.has(op)).sort();
}

function programCase(json: ProgramJson, family: string): ProgramCase {
  const graphDef = json.graph_def_pb ? Uint8Array.from(Buffer.from(json.graph_def_pb, "base64")) : undefined;
  return {
    kind: "program",
    id: `${family}/${json.id}`,
    family,
    op: `@program:${json.id}`,
    tolerance: json.rtol === undefined ? usualTolerance : { relative: json.rtol, absolute: 1e-5 },
    comparison: "elements",
    tags: [],
    build: json.build,
    ops: graphDef ? opsInside(graphDef) : [],
    steps: json.runs.map(step),
    ...(graphDef ? { graphDef } : {}),
    ...(json.nodes ? { nodes: json.nodes } : {}),
    nodeNames: json.nodes?.map(([name]) => name) ?? json.node_names ?? [],
    tensors: json.tensors ?? {},
    values: json.values ?? {},
  };
}

const errorCase = (json: Record<string, unknown>, family: string): ApiCase => ({
  kind: "api",
  id: `${family}/${json.id}`,
  family,
  op: "@python",
  tolerance: "exact",
  comparison: "elements",
  tags: [],
  body: json,
});

/** A case of `<family>.json.gz`, told apart by what it holds. */
export function decodeGraphAreaCase(json: Record<string, unknown>, family: string): Case {
  if ("runs" in json) return programCase(json as unknown as ProgramJson, family);
  if ("inputs" in json && "op" in json) return decodeRawCase(json as unknown as RawCaseJson, family);
  return errorCase(json, family);
}
