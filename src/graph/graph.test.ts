// Names, scopes, control dependencies, collections and look-ups, against recorded programs.
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { ProgramCase } from "../../test/conformance/cases.ts";
import { readFile } from "../../test/conformance/corpus.ts";
import { call, constant, convert, rows } from "../../test/graph/literals.ts";
import { KeyError, RuntimeError, ValueError } from "../base/errors.ts";
import { opTable } from "../ops/table.ts";
import { asDefault, currentGraph, graphFor, withGraph } from "./default-graph.ts";
import { FuncGraph } from "./func-graph.ts";
import { Graph, type SymbolicTensor } from "./graph.ts";

const folder = fileURLToPath(new URL("../../test/conformance/graph/", import.meta.url));
const recorded = new Map<string, ProgramCase>();
for (const item of readFile(`${folder}programs_v1.json.gz`))
  if (item.kind === "program") recorded.set(item.id.split("/")[1], item);
const messages = new Map<string, string>();
for (const item of readFile(`${folder}errors_v1.json.gz`))
  if (item.kind === "api") messages.set(item.id.split("/")[1], String(item.body.message));

const newGraph = (): Graph => new Graph(opTable);

function messageOf(body: () => unknown): string {
  try {
    body();
  } catch (error) {
    // Python's `str(KeyError)` is the message's `repr`.
    const { message } = error as Error;
    return error instanceof KeyError ? `"${message}"` : message;
  }
  return "no error";
}

describe("a graph that is built", () => {
  it("has the nodes of the first chapter: z = 2 * (a - b) + c", () => {
    const graph = newGraph();
    const [a, b, c] = ["a", "b", "c"].map((name, i) => constant(graph, i + 1, "int32", name));
    const difference = call(graph, "Sub", [a, b], {}, "sub");
    const product = call(graph, "Mul", [2, difference], {}, "mul");
    const z = call(graph, "AddV2", [product, c], {}, "add");
    expect(rows(graph)).toEqual([
      ["a", "Const", []],
      ["b", "Const", []],
      ["c", "Const", []],
      ["sub", "Sub", ["a", "b"]],
      ["mul/x", "Const", []],
      ["mul", "Mul", ["mul/x", "sub"]],
      ["add", "AddV2", ["mul", "c"]],
    ]);
    expect(z.toString()).toBe('Tensor("add:0", shape=(), dtype=int32)');
    expect([graph.lastId, z.op.id, z.name]).toEqual([7, 7, "add:0"]);
    expect(a.consumers()).toEqual([difference.op]);
    expect(graph.constantShape(constant(graph, [2, -1], "int32"))).toEqual([2, -1]);
  });

  it("counts names without regard to case, as recorded", () => {
    const graph = newGraph();
    const names = ["a", "A", "a_1", "a", "b/c", "B/C"].map((name) => graph.uniqueName(name));
    expect(names).toEqual(["a", "A_1", "a_1_1", "a_2", "b/c", "B/C_1"]);
    expect(graph.uniqueName("a", false)).toBe("a_3");
    expect(graph.uniqueName("a")).toBe("a_3");
  });

  it("knows the user's line of each node", () => {
    const graph = newGraph();
    const node = graph.addNode({ op: "NoOp", inputs: [], attrs: {} });
    expect(node.line).toMatch(/graph\.test\.ts:\d+:\d+$/);
  });

  it("leaves no trace of a node whose shapes are wrong", () => {
    const graph = newGraph();
    const x = constant(graph, [1, 2], "float32", "x");
    const y = constant(graph, [1, 2, 3], "float32", "y");
    const before = graph.lastId;
    expect(() => graph.call("AddV2", [x, y], {}, "add", convert)).toThrow(ValueError);
    expect([graph.lastId, x.uses.length, graph.operations.has("add")]).toEqual([before, 0, false]);
  });
});

/** The first part of the recorded program `name_scopes`: before variable scopes come in. */
function nameScopes(graph: Graph): void {
  const one = (name?: string): SymbolicTensor => constant(graph, 1, "float32", name);
  let inner = "";
  let first: SymbolicTensor | undefined;
  graph.nameScope("a", (scope) => {
    inner = scope;
    first = one("c");
    call(graph, "AddV2", [first, one("c")], {}, "Add");
    graph.nameScope("b", () => one("c"));
    graph.nameScope("b", () => one("c"));
  });
  graph.nameScope("a", () => one("c"));
  graph.nameScope("a/", () => one("c"));
  graph.nameScope(inner, () => call(graph, "Identity", [first!]));
  graph.nameScope(null, () => one("a"));
  graph.nameScope("default", () => one());
}

describe("name scopes", () => {
  it("name nodes as recorded", () => {
    const graph = newGraph();
    nameScopes(graph);
    expect(rows(graph)).toEqual(recorded.get("name_scopes")!.nodes!.slice(0, 10));
    const uniq = ["a", "zz", "zz"].map((name) => graph.uniqueName(name));
    expect([...uniq, graph.uniqueName("zz", false)]).toEqual(recorded.get("name_scopes")!.values.uniq);
  });

  it("end with `using` blocks", () => {
    const graph = newGraph();
    const scope = graph.nameScope("a");
    expect([scope.value, graph.getNameScope()]).toEqual(["a/", "a"]);
    scope[Symbol.dispose]();
    expect(graph.getNameScope()).toBe("");
  });

  it("are synchronous, and are left when the callback fails", () => {
    const graph = newGraph();
    expect(() => graph.nameScope("a", async () => 1)).toThrow(TypeError);
    expect(() => graph.nameScope("b", () => graph.getTensorByName("x:0"))).toThrow(KeyError);
    expect(graph.getNameScope()).toBe("");
  });

  it("refuse names that TensorFlow refuses", () => {
    const graph = newGraph();
    expect(messageOf(() => graph.nameScope("a b", () => 0))).toBe(messages.get("bad_scope_name"));
    expect(messageOf(() => constant(graph, 1, "float32", "a b"))).toBe(messages.get("bad_op_name"));
    expect(messageOf(() => graph.nameScope("_a", () => 0))).toMatch(/root scope name/);
    graph.nameScope("a", () => expect(graph.nameScope("_b", (scope) => scope)).toBe("a/_b/"));
  });
});

describe("control dependencies", () => {
  it("are pruned where an input waits already", () => {
    const graph = newGraph();
    const a = constant(graph, 1, "float32", "a");
    graph.controlDependencies([a.op], () => {
      const x = constant(graph, 2, "float32", "x");
      const y = call(graph, "Neg", [x], {}, "y");
      const z = call(graph, "Neg", [a], {}, "z");
      expect([x, y, z].map((tensor) => tensor.op.controlInputs.map((op) => op.name))).toEqual([
        ["a"],
        [],
        [],
      ]);
    });
  });

  it("nest, and null forgets them", () => {
    const graph = newGraph();
    const [a, b] = ["a", "b"].map((name) => constant(graph, 1, "float32", name));
    const names = (): string[] =>
      graph.call("NoOp", [], {}, undefined, convert).controlInputs.map((op) => op.name);
    graph.controlDependencies([a, "b", a.op], () => {
      expect(names()).toEqual(["a", "b"]);
      graph.controlDependencies([b], () => expect(names()).toEqual(["a", "b"]));
      graph.controlDependencies(null, () => expect(names()).toEqual([]));
      expect(names()).toEqual(["a", "b"]);
    });
    expect(names()).toEqual([]);
    expect(() => graph.controlDependencies([5])).toThrow("Can not convert a int into a Tensor or Operation.");
  });
});

describe("devices and colocation", () => {
  const device = (graph: Graph): string => constant(graph, 1).device;

  it("merge from the inside out", () => {
    const graph = newGraph();
    graph.device("/job:ps/task:1", () => {
      expect(graph.device("/gpu:0", () => device(graph))).toBe("/job:ps/task:1/device:GPU:0");
      expect(graph.device("/task:2", () => device(graph))).toBe("/job:ps/task:2");
      expect(graph.device(null, () => device(graph))).toBe("");
      const place = (op: { type: string }): string | null => (op.type === "Const" ? "/cpu:0" : null);
      expect(graph.device(place, () => device(graph))).toBe("/job:ps/task:1/device:CPU:0");
    });
    expect(() => graph.device("/nonsense:1:2")).toThrow(ValueError);
  });

  it("put nodes beside others", () => {
    const graph = newGraph();
    const a = graph.device("/cpu:0", () => constant(graph, 1, "float32", "a"));
    const b = graph.colocateWith(a, () => constant(graph, 1, "float32", "b"));
    const c = graph.colocateWith(b, () => constant(graph, 1, "float32", "c"));
    expect([b.op.attrs._class, b.device]).toEqual([["loc:@a"], "/device:CPU:0"]);
    expect(c.op.attrs._class).toEqual(["loc:@a"]);
    expect(graph.colocateWith(null, true, () => constant(graph, 1).op.attrs._class)).toBeUndefined();
    expect(() => graph.colocateWith(null)).toThrow(ValueError);
  });
});

it("keeps collections", () => {
  const graph = newGraph();
  const a = constant(graph, 1, "float32", "a");
  const b = constant(graph, 2, "float32", "sc/b");
  graph.addToCollection("mine", a);
  graph.addToCollection("mine", b);
  graph.addToCollections(["x", "y", "x"], a);
  expect(graph.getCollection("mine")).toEqual([a, b]);
  expect(graph.getCollection("mine", "sc")).toEqual([b]);
  expect([graph.getCollection("x"), graph.getCollection("none")]).toEqual([[a], []]);
  graph.getCollectionRef("ref").push(1);
  expect(graph.getAllCollectionKeys()).toEqual(["mine", "x", "y", "ref"]);
  graph.clearCollection("mine");
  expect(graph.getCollection("mine")).toEqual([]);
});

describe("look-ups speak as TensorFlow does", () => {
  const graph = newGraph();
  constant(graph, 1, "float32", "x");
  const other = newGraph();
  const z = constant(other, 1, "float32", "z");
  it.each<[string, () => unknown]>([
    ["get_tensor_no_index", () => graph.getTensorByName("x")],
    ["get_tensor_missing", () => graph.getTensorByName("y:0")],
    ["get_tensor_index", () => graph.getTensorByName("x:1")],
    ["get_operation_missing", () => graph.getOperationByName("y")],
    ["get_operation_tensor_name", () => graph.getOperationByName("x:0")],
    ["as_graph_element_type", () => graph.asGraphElement(5)],
  ])("%s", (id, body) => expect(messageOf(body).replace(/\n\t at [^"]*/, "")).toBe(messages.get(id)));

  it("finds what is there", () => {
    expect(graph.asGraphElement("x")).toBe(graph.getOperationByName("x"));
    expect(graph.asGraphElement("x:0")).toBe(graph.getTensorByName("x:0"));
    expect(messageOf(() => graph.asGraphElement(z))).toBe(
      'Tensor Tensor("z:0", shape=(), dtype=float32) is not an element of this graph.',
    );
    expect(messageOf(() => graph.getTensorByName("x:0:0"))).toMatch(/looks a like a Tensor name/);
    expect(messageOf(() => graph.asGraphElement("x", false, false))).toMatch(/can't both be False/);
  });

  it("refuses tensors of another graph, and nodes in a finished graph", () => {
    const x = graph.getTensorByName("x:0");
    const message = messageOf(() => call(other, "AddV2", [z, x]));
    expect(messages.get("mix_graphs")).toContain(message.slice(0, -1));
    const done = newGraph();
    done.finalize();
    expect(() => constant(done, 1)).toThrow(new RuntimeError(messages.get("finalized")!));
  });
});

describe("shapes that cannot be are told at once", () => {
  it.each<[string, (graph: Graph, zeros: (shape: number[], name: string) => SymbolicTensor) => unknown]>([
    ["matmul_shape", (g, zeros) => call(g, "MatMul", [zeros([2, 4], "zeros"), zeros([5, 2], "zeros_1")])],
    ["matmul_rank", (g, zeros) => call(g, "MatMul", [zeros([2], "zeros"), zeros([2], "zeros_1")])],
    [
      "add_shapes",
      (g, zeros) => call(g, "AddV2", [zeros([2, 4], "zeros"), zeros([2, 5], "zeros_1")], {}, "add"),
    ],
    [
      "concat_shapes",
      (g, zeros) =>
        call(g, "ConcatV2", [[zeros([2, 3], "zeros"), zeros([3, 4], "zeros_1")], 0], {}, "concat"),
    ],
    ["reshape_static", (g, zeros) => call(g, "Reshape", [zeros([4], "zeros"), [5]])],
    ["split_uneven", (g, zeros) => call(g, "Split", [0, zeros([7], "zeros")], { num_split: 3 }, "split")],
    ["squeeze_dim", (g, zeros) => call(g, "Squeeze", [zeros([2, 3], "zeros")], { squeeze_dims: [0] })],
  ])("%s", (id, body) => {
    const graph = newGraph();
    const zeros = (shape: number[], name: string): SymbolicTensor =>
      graph.addNode({ op: "Placeholder", inputs: [], attrs: { dtype: "float32", shape }, name }).outputs[0];
    expect(messageOf(() => body(graph, zeros))).toBe(messages.get(id));
  });
});

describe("the default graph", () => {
  it("is the innermost of a stack, null while ops run at once", () => {
    const [outer, inner] = [newGraph(), newGraph()];
    expect(currentGraph()).toBeNull();
    asDefault(outer, () => {
      expect(currentGraph()).toBe(outer);
      withGraph(inner, () => expect(currentGraph()).toBe(inner));
      withGraph(null, () => expect(currentGraph()).toBeNull());
      expect(currentGraph()).toBe(outer);
    });
    expect(() => asDefault(outer, async () => 1)).toThrow(TypeError);
    expect(currentGraph()).toBeNull();
  });

  it("of a call is the one that its tensors are in, or the function being traced", () => {
    const [outer, other] = [newGraph(), newGraph()];
    const x = constant(other, 1);
    expect(graphFor([1, [x]])).toBe(other);
    expect(graphFor([1])).toBeNull();
    asDefault(outer, () => expect([graphFor([x]), graphFor([1])]).toEqual([other, outer]));
    const traced = new FuncGraph("f", opTable, outer);
    withGraph(traced, () => expect(graphFor([x])).toBe(traced));
  });

  it("must be left in order", () => {
    const first = asDefault(newGraph());
    const second = asDefault(newGraph());
    expect(() => first[Symbol.dispose]()).toThrow(/Nesting violated/);
    second[Symbol.dispose]();
    first[Symbol.dispose]();
    expect(currentGraph()).toBeNull();
  });
});

it("symbolic tensors are no numbers", () => {
  const x = constant(newGraph(), 1) as unknown as number;
  expect(() => x + 1).toThrow(TypeError);
  expect(() => x < 1).toThrow(/a\.less\(b\)/);
  expect(() => `${x}`).toThrow(/toString\(\)/);
});
