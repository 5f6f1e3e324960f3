// Imports as TensorFlow's import_graph_def makes them: names, maps, functions, loops, and what it refuses.
import { create, fromBinary } from "@bufbuild/protobuf";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { ProgramCase } from "../../../test/conformance/cases.ts";
import { readFile } from "../../../test/conformance/corpus.ts";
import { call, constant, rows } from "../../../test/graph/literals.ts";
import { InvalidArgumentError, NotFoundError, ValueError } from "../../base/errors.ts";
import { opTable } from "../../ops/table.ts";
import { type GraphDef, GraphDefSchema } from "../../wire/proto/graph_pb.gen.ts";
import { FuncGraph } from "../func-graph.ts";
import { Graph } from "../graph.ts";
import { signatureOf } from "../signature.ts";
import { verifyGraph } from "../verify.ts";
import { graphDefFromBytes, graphDefFromText, graphDefToBytes, graphDefToText } from "./bytes.ts";
import { graphToProto, stripDefaultAttrs } from "./export.ts";
import { importGraphDef } from "./import.ts";
import { workOrder } from "./order.ts";

const testFolder = new URL("../../../test/", import.meta.url);
const folder = fileURLToPath(new URL("conformance/graph/", testFolder));

function program(file: string, id: string): ProgramCase {
  for (const item of readFile(`${folder}${file}.json.gz`))
    if (item.kind === "program" && item.id.endsWith(`/${id}`)) return item;
  return expect.unreachable(`no program ${id}`) as never;
}

const newGraph = (): Graph => new Graph(opTable);

/** y = x * 4, z = y + 1. */
function sample(): GraphDef {
  const graph = newGraph();
  const attrs = { dtype: "float32", shape: [2] } as const;
  const x = graph.addNode({ op: "Placeholder", inputs: [], attrs, name: "x" }).outputs[0];
  call(graph, "AddV2", [call(graph, "Mul", [x, 4], {}, "y"), 1], {}, "z");
  return graphToProto(graph);
}

const node = (name: string, op: string, input: string[] = []): object => ({ name, op, input });
const graphDef = (...nodes: object[]): GraphDef => create(GraphDefSchema, { node: nodes });
const noOps = (...nodes: [string, string[]][]): GraphDef =>
  graphDef(...nodes.map(([name, input]) => node(name, "NoOp", input)));

describe("importing", () => {
  it("makes the recorded program's nodes", () => {
    const graph = newGraph();
    const k = constant(graph, [3, 4], "float32", "k");
    const first = importGraphDef(graph, sample(), { returnElements: ["z:0", "y"], name: "imp" })!;
    const second = importGraphDef(graph, sample(), { inputMap: { "x:0": k }, returnElements: ["z:0"] })!;
    const third = importGraphDef(graph, sample(), { name: "imp", returnElements: ["z:0"] })!;
    expect(rows(graph)).toEqual(program("programs_v1", "import_graph_def").nodes);
    const names = [...first, ...second, ...third].map((element) => element.name);
    expect(names).toEqual(program("programs_v1", "import_graph_def").values.names);
    expect(importGraphDef(graph, sample())).toBeNull();
    verifyGraph(graph);
  });

  it("numbers names that are taken where there is no scope", () => {
    const graph = newGraph();
    importGraphDef(graph, noOps(["a", []], ["b", ["^a"]]), { name: "" });
    importGraphDef(graph, noOps(["a", []], ["b", ["^a"]]), { name: "" });
    expect(rows(graph)).toEqual([
      ["a", "NoOp", []],
      ["b", "NoOp", ["^a"]],
      ["a_1", "NoOp", []],
      ["b_1", "NoOp", ["^a_1"]],
    ]);
  });

  it("takes nodes in any order", () => {
    const graph = newGraph();
    importGraphDef(graph, noOps(["b", ["^a"]], ["a", []]), { name: "" });
    expect(rows(graph)).toEqual([
      ["b", "NoOp", ["^a"]],
      ["a", "NoOp", []],
    ]);
    const reversed = sample();
    reversed.node.reverse();
    importGraphDef(graph, reversed, { name: "r" });
    expect(graph.getTensorByName("r/z:0").shape).toEqual([2]);
  });

  it("renames what colocation names, and maps control inputs", () => {
    const graph = newGraph();
    const done = graph.addNode({ op: "NoOp", inputs: [], attrs: {}, name: "done" });
    const proto = noOps(["a", []], ["b", ["^a"]]);
    const bytes = new TextEncoder().encode("loc:@a");
    proto.node[1].attr._class = create(GraphDefSchema, {
      node: [{ attr: { _class: { value: { case: "list", value: { s: [bytes] } } } } }],
    }).node[0].attr._class;
    importGraphDef(graph, proto, { name: "i", inputMap: { "^a": done } });
    const b = graph.getOperationByName("i/b");
    expect([b.attrs._class, b.controlInputs]).toEqual([["loc:@i/a"], [done]]);
  });

  it("takes over recorded shapes", () => {
    const graph = newGraph();
    const x = graph.addNode({
      op: "Placeholder",
      inputs: [],
      attrs: { dtype: "float32", shape: null },
      name: "x",
    });
    x.outputs[0].setShape([-1, 3]);
    const proto = graphToProto(graph, { addShapes: true });
    const again = newGraph();
    importGraphDef(again, proto, { name: "" });
    expect(again.getTensorByName("x:0").shape).toEqual([-1, 3]);
    expect(again.getOperationByName("x").attrs._output_shapes).toBeUndefined();
  });

  it("leaves out newer attrs that have their default", () => {
    const proto = sample();
    proto.node[0].attr.newer = proto.node[0].attr.dtype;
    expect(() => importGraphDef(newGraph(), proto)).toThrow(
      "NodeDef mentions attr 'newer' not in Op<name=Placeholder>",
    );
    const known = signatureOf("Placeholder", new Map());
    const newer = {
      name: "newer",
      type: "type",
      fallback: "float32",
      allowed: undefined,
      minimum: undefined,
    } as const;
    const producerOps = (): typeof known => ({ ...known, attrs: new Map(known.attrs).set("newer", newer) });
    const graph = newGraph();
    importGraphDef(graph, proto, { producerOps, name: "" });
    expect(graph.getOperationByName("x").attrs).toEqual({ dtype: "float32", shape: [2] });
  });
});

describe("imports that cannot be are refused as TensorFlow refuses them", () => {
  const attr = sample().node[0].attr;
  const T = { T: attr.dtype };
  it.each<[string, GraphDef, object, string]>([
    [
      "an unknown input",
      graphDef({ ...node("a", "Identity", ["zz"]), attr: T }),
      {},
      "Node 'a': Unknown input node 'zz'",
    ],
    [
      "an output that is not there",
      graphDef({ ...node("x", "Placeholder"), attr }, { ...node("a", "Identity", ["x:1"]), attr: T }),
      {},
      "Node 'a': Connecting to invalid output 1 of source node x which has 1 outputs.",
    ],
    ["two nodes of a name", noOps(["a", []], ["a", []]), {}, "Node 'a' is not unique"],
    [
      "a missing attr",
      graphDef(node("a", "Identity", ["a"])),
      {},
      "NodeDef missing attr 'T' from Op<name=Identity>",
    ],
    [
      "a wrong dtype",
      graphDef({ ...node("x", "Placeholder"), attr }, node("a", "LogicalNot", ["x"])),
      { name: "" },
      "Input 0 of node a was passed float from x:0 incompatible with expected bool.",
    ],
    [
      "an unused mapping",
      noOps(["a", []]),
      { inputMap: { "nope:0": constant(newGraph(), 1) } },
      "Attempted to map inputs that were not found in graph_def: [nope:0]",
    ],
    [
      "an unknown result",
      noOps(["a", []]),
      { returnElements: ["b:0"] },
      "Requested return tensor 'b:0' not found in graph def",
    ],
  ])("%s", (_, proto, options, message) => {
    expect(() => importGraphDef(newGraph(), proto, options)).toThrow(ValueError);
    expect(() => importGraphDef(newGraph(), proto, options)).toThrow(message);
  });

  it("what is no GraphDef, and ops that do not exist", () => {
    expect(() => importGraphDef(newGraph(), "x" as never)).toThrow(
      new TypeError("Argument `graph_def` must be a GraphDef proto."),
    );
    expect(() => importGraphDef(newGraph(), graphDef(node("a", "NoSuchOp")))).toThrow(NotFoundError);
    expect(() => graphDefFromBytes(Uint8Array.of(255, 255))).toThrow(InvalidArgumentError);
    expect(() => graphDefFromText("node {")).toThrow(InvalidArgumentError);
  });
});

describe("functions", () => {
  it("come with the library and go into another graph's", () => {
    const graph = newGraph();
    const body = new FuncGraph("double", opTable, graph);
    const x = body.addInput("float32", [-1], "x", "x");
    body.setOutputs([call(body, "Mul", [x, 2])]);
    graph.functions.set("double", { name: "double", body });
    const proto = graphToProto(graph);
    const again = newGraph();
    importGraphDef(again, proto, { name: "" });
    const copy = again.functions.get("double")!.body;
    expect(rows(copy)).toEqual(rows(body));
    expect([copy.outputs[0].shape, copy.inputs[0].shape]).toEqual([[-1], [-1]]);
    expect(proto.versions?.minConsumer).toBe(12);
    verifyGraph(copy);
    // The same function again is no conflict, another one of that name is.
    importGraphDef(again, proto, { name: "" });
    proto.library!.function[0].signature!.outputArg[0].name = "other";
    expect(() => importGraphDef(again, proto, { name: "" })).toThrow(
      /a different function with the same name/,
    );
  });

  it("of recorded graphs are sound, with loops inside and out", () => {
    for (const file of ["programs_v1", "programs_graph"])
      for (const id of ["while_loop", "cond", "gradients"]) {
        const graph = newGraph();
        importGraphDef(graph, fromBinary(GraphDefSchema, program(file, id).graphDef!), { name: "" });
        verifyGraph(graph, id);
        for (const [name, fn] of graph.functions) verifyGraph(fn.body, name);
      }
  });
});

describe("GraphDefs as files", () => {
  it("are written as text the way TensorFlow writes them", () => {
    const text = readFileSync(new URL("vectors/graph/frozen_mlp.pbtxt", testFolder), "utf8");
    const proto = graphDefFromText(text);
    expect(graphDefToText(proto)).toBe(text);
    expect(graphDefToText(graphDefFromBytes(graphDefToBytes(proto)))).toBe(text);
  });

  it("can leave out defaults", () => {
    const graph = newGraph();
    const [a, b] = ["a", "b"].map((name) => constant(graph, [[1]], "float32", name));
    call(graph, "MatMul", [a, b], { transpose_a: true });
    const stripped = stripDefaultAttrs(graph, graphToProto(graph));
    expect(Object.keys(stripped.node[2].attr).sort()).toEqual(["T", "transpose_a"]);
    expect(graphToProto(graph, { fromVersion: 2 }).node.map(({ name }) => name)).toEqual(["MatMul"]);
  });
});

it("orders work: inputs first, loops entered where something is known", () => {
  const users = (inputs: number[][]): number[][] =>
    inputs.map((_, node) =>
      inputs.flatMap((list, user) => list.flatMap((input) => (input === node ? [user] : []))),
    );
  const order = (inputs: number[][]): number[] => workOrder(inputs, users(inputs));
  expect(order([[], [0], [1]])).toEqual([0, 1, 2]);
  expect(order([[1], [2], []])).toEqual([2, 1, 0]);
  expect(order([[], [0, 3], [1], [2], [1]])).toEqual([0, 1, 2, 3, 4]);
  expect(order([[0]])).toEqual([0]);
  expect(order([])).toEqual([]);
});
