// Checks the generated messages against graphs that TensorFlow wrote, as bytes and as protobuf's JSON.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { create, equals, fromBinary, fromJson, type JsonValue, toBinary } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import { EventSchema } from "./event_pb.gen.ts";
import { Int64ListSchema } from "./feature_pb.gen.ts";
import { GraphDefSchema } from "./graph_pb.gen.ts";
import { SavedModelSchema } from "./saved_model_pb.gen.ts";
import { BundleEntryProtoSchema } from "./tensor_bundle_pb.gen.ts";

interface Program {
  id: string;
  graph_def?: JsonValue;
  graph_def_pb?: string;
}

function programs(name: string): Program[] {
  const path = new URL(`../../../test/conformance/graph/${name}.json.gz`, import.meta.url);
  return JSON.parse(gunzipSync(readFileSync(path)).toString("utf8")).cases;
}

const recorded = [...programs("programs_v1"), ...programs("programs_graph")].filter((item) => item.graph_def);

describe("generated messages", () => {
  it("read TensorFlow's bytes as TensorFlow's JSON says", () => {
    expect(recorded.length).toBe(72);
    for (const { id, graph_def, graph_def_pb } of recorded) {
      const fromBytes = fromBinary(GraphDefSchema, Buffer.from(graph_def_pb!, "base64"));
      // Floats in JSON are decimal; writing rounds them to float32.
      const written = toBinary(GraphDefSchema, fromJson(GraphDefSchema, graph_def!));
      expect(equals(GraphDefSchema, fromBytes, fromBinary(GraphDefSchema, written)), id).toBe(true);
    }
  });

  it("write what they read", () => {
    for (const { id, graph_def_pb } of recorded) {
      const bytes = Buffer.from(graph_def_pb!, "base64");
      const graph = fromBinary(GraphDefSchema, bytes);
      const written = toBinary(GraphDefSchema, graph);
      expect(written.length, id).toBe(bytes.length);
      expect(equals(GraphDefSchema, fromBinary(GraphDefSchema, written), graph), id).toBe(true);
    }
  });

  it("hold int64 as bigint, also in Int64List, which asks for strings in JavaScript", () => {
    const list = create(Int64ListSchema, { value: [-(2n ** 63n), 0n, 2n ** 63n - 1n] });
    const read = fromBinary(Int64ListSchema, toBinary(Int64ListSchema, list));
    expect(read.value).toEqual([-9223372036854775808n, 0n, 9223372036854775807n]);
  });

  it("keep fields they do not know", () => {
    const unknown = Uint8Array.of(0xf8, 0x07, 0x2a);
    expect(toBinary(GraphDefSchema, fromBinary(GraphDefSchema, unknown))).toEqual(unknown);
  });

  it("cover models, event files and checkpoints", () => {
    const names = [SavedModelSchema, EventSchema, BundleEntryProtoSchema].map((schema) => schema.typeName);
    expect(names).toEqual(["tensorflow.SavedModel", "tensorflow.Event", "tensorflow.BundleEntryProto"]);
  });
});
