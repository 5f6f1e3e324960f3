// Every recorded GraphDef comes back out of a graph as it went in.
import { equals, fromBinary, toJson } from "@bufbuild/protobuf";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readFile, recordingFiles } from "../../../test/conformance/corpus.ts";
import { type GraphDef, GraphDefSchema } from "../../wire/proto/graph_pb.gen.ts";
import { Graph } from "../graph.ts";
import type { OpTable } from "../op.ts";
import { graphToProto } from "./export.ts";
import { importGraphDef } from "./import.ts";

const folder = fileURLToPath(new URL("../../../test/conformance/", import.meta.url));
const files = [
  ...recordingFiles(`${folder}corpus`).filter((file) => file.includes("/graph_")),
  ...recordingFiles(`${folder}graph`).filter((file) => file.includes("/programs_")),
];
const noDefinitions: OpTable = new Map();

/** The library is a set: functions are compared by name. */
function sorted(graphDef: GraphDef): GraphDef {
  graphDef.library?.function.sort((a, b) => (a.signature!.name < b.signature!.name ? -1 : 1));
  return graphDef;
}

function roundTrip(bytes: Uint8Array): [before: GraphDef, after: GraphDef] {
  const graph = new Graph(noDefinitions);
  importGraphDef(graph, fromBinary(GraphDefSchema, bytes), { name: "" });
  for (const fn of graph.functions.values()) expect(fn.body.outputs.length).toBeGreaterThanOrEqual(0);
  return [sorted(fromBinary(GraphDefSchema, bytes)), sorted(graphToProto(graph))];
}

describe.each(files.map((file) => [file.slice(file.lastIndexOf("/") + 1), file]))("%s", (_, file) => {
  for (const item of readFile(file)) {
    if (!("graphDef" in item) || item.graphDef === undefined) continue;
    const { id, graphDef } = item;
    it(id, () => {
      const [before, after] = roundTrip(graphDef);
      if (equals(GraphDefSchema, before, after)) return;
      expect(toJson(GraphDefSchema, after)).toEqual(toJson(GraphDefSchema, before));
      expect.unreachable("messages differ");
    });
  }
});
