// Attrs in GraphDefs: every attr of recorded graphs, and the values at the edges.
import { fileURLToPath } from "node:url";
import { create, equals, fromBinary } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import type { ProgramCase } from "../../../test/conformance/cases.ts";
import { readCases } from "../../../test/conformance/corpus.ts";
import { AttrValueSchema } from "../../wire/proto/attr_value_pb.gen.ts";
import { GraphDefSchema } from "../../wire/proto/graph_pb.gen.ts";
import type { TypedAttr } from "../attr-types.ts";
import { findOpDef } from "../opdefs.ts";
import type { AttrValue } from "../types.ts";
import { attrFromProto, attrToProto } from "./attr-value.ts";

const recordings = fileURLToPath(new URL("../../../test/conformance/", import.meta.url));

function graphs() {
  const files = [
    "graph/programs_v1.json.gz",
    "graph/programs_graph.json.gz",
    "corpus/graph_control_flow.jsonl.gz",
  ];
  const cases = files.flatMap((file) => [...readCases(recordings + file)] as ProgramCase[]);
  return cases.flatMap((item) => (item.graphDef ? [fromBinary(GraphDefSchema, item.graphDef)] : []));
}

const roundTrip = (type: TypedAttr["type"], value: AttrValue): TypedAttr =>
  attrFromProto(attrToProto(type, value));

describe("recorded attrs", () => {
  it("come back whole, in nodes and in functions", () => {
    let count = 0;
    for (const graph of graphs()) {
      const functions = graph.library?.function ?? [];
      for (const node of [...graph.node, ...functions.flatMap((definition) => definition.nodeDef)]) {
        const types = new Map(findOpDef(node.op)?.attrs.map((attr) => [attr.name, attr.type]));
        for (const [name, proto] of Object.entries(node.attr)) {
          const { type, value } = attrFromProto(proto, types.get(name));
          if (types.has(name) && type !== "placeholder")
            expect(type, `${node.op} ${name}`).toBe(types.get(name));
          const written = attrToProto(type, value);
          // One element may stand for a whole constant.
          if (type === "tensor") expect(attrFromProto(written)).toEqual({ type, value });
          else expect(equals(AttrValueSchema, written, proto), `${node.op} ${name}`).toBe(true);
          count++;
        }
      }
    }
    expect(count).toBeGreaterThan(10_000);
  });
});

describe("attr values", () => {
  it("are numbers where numbers can hold them", () => {
    expect(roundTrip("int", -3)).toEqual({ type: "int", value: -3 });
    expect(roundTrip("int", 2n ** 63n - 1n).value).toBe(9223372036854775807n);
    expect(roundTrip("int", 5n).value).toBe(5);
    expect(roundTrip("float", Number.NEGATIVE_INFINITY).value).toBe(Number.NEGATIVE_INFINITY);
    expect(roundTrip("float", Number.NaN).value).toBeNaN();
    expect(roundTrip("bool", false).value).toBe(false);
  });

  it("are text where the bytes are UTF-8, with a byte order mark kept", () => {
    expect(roundTrip("string", "naïve").value).toBe("naïve");
    expect(roundTrip("string", "\ufeffx").value).toBe("\ufeffx");
    expect(roundTrip("string", "").value).toBe("");
    expect(roundTrip("string", Uint8Array.of(0xff, 0xfe)).value).toEqual(Uint8Array.of(0xff, 0xfe));
  });

  it("keep dtypes, references to variables among them", () => {
    expect(attrToProto("type", "float32").value).toEqual({ case: "type", value: 1 });
    expect(attrToProto("type", "float32_ref").value).toEqual({ case: "type", value: 101 });
    expect(roundTrip("type", "bfloat16_ref").value).toBe("bfloat16_ref");
    expect(roundTrip("type", "invalid").value).toBe("invalid");
    const unknown = create(AttrValueSchema, { value: { case: "type", value: 77 as 1 } });
    expect(() => attrFromProto(unknown)).toThrow("received 77");
  });

  it("keep shapes: scalar, partly unknown, unknown", () => {
    for (const shape of [[], [2, -1, 0], null]) expect(roundTrip("shape", shape).value).toEqual(shape);
    expect(roundTrip("list(shape)", [[], null, [-1]]).value).toEqual([[], null, [-1]]);
  });

  it("keep lists; what an empty one is a list of stands in the OpDef", () => {
    expect(roundTrip("list(type)", ["int32", "string"]).value).toEqual(["int32", "string"]);
    const empty = attrToProto("list(float)", []);
    expect(attrFromProto(empty, "list(float)")).toEqual({ type: "list(float)", value: [] });
    expect(attrFromProto(empty).value).toEqual([]);
    expect(attrFromProto(create(AttrValueSchema), "list(int)")).toEqual({ type: "list(int)", value: [] });
    expect(() => attrFromProto(create(AttrValueSchema), "int")).toThrow("received none");
  });

  it("keep functions with the types of their attrs", () => {
    const plain = { name: "body" };
    expect(roundTrip("func", plain).value).toEqual(plain);
    const typed = {
      name: "body",
      attrs: { alpha: 1, label: "float32", T: "float32" },
      attrTypes: { alpha: "float", label: "string", T: "type" },
    };
    expect(roundTrip("func", typed).value).toEqual(typed);
    expect(roundTrip("list(func)", [typed, plain]).value).toEqual([typed, plain]);
    const guessed = roundTrip("func", {
      name: "f",
      attrs: { n: 2, x: 0.5, T: "int32", s: "a", shapes: [[1], null] },
    });
    expect(guessed.value).toMatchObject({
      attrTypes: { n: "int", x: "float", T: "type", s: "string", shapes: "list(shape)" },
    });
  });

  it("keep placeholders of function bodies", () => {
    expect(roundTrip("placeholder", "T")).toEqual({ type: "placeholder", value: "T" });
  });
});
