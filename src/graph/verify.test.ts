// The verifier accepts sound graphs and names what is wrong with others; printing shows graphs a line a node.
import { describe, expect, it } from "vitest";
import { call, constant, convert } from "../../test/graph/literals.ts";
import { opTable } from "../ops/table.ts";
import { FuncGraph } from "./func-graph.ts";
import { Graph, type SymbolicTensor } from "./graph.ts";
import { printGraph } from "./print.ts";
import { graphProblems, verifyGraph } from "./verify.ts";

function sample(): { graph: Graph; x: SymbolicTensor; y: SymbolicTensor; sum: SymbolicTensor } {
  const graph = new Graph(opTable);
  const placeholder = {
    op: "Placeholder",
    inputs: [],
    attrs: { dtype: "float32", shape: [2, -1] },
    name: "x",
  } as const;
  const x = graph.addNode(placeholder).outputs[0];
  const y = call(graph, "Mul", [x, 2], {}, "y");
  const sum = graph.controlDependencies([y], () => call(graph, "Sum", [y, [0]], { keep_dims: true }, "sum"));
  return { graph, x, y, sum };
}

describe("the verifier", () => {
  it("accepts sound graphs", () => expect(graphProblems(sample().graph)).toEqual([]));

  it("finds tensors of another graph", () => {
    const { graph, y } = sample();
    const foreign = constant(new Graph(opTable), 1, "int32", "foreign");
    y.op.updateInput(1, foreign);
    expect(graphProblems(graph)).toEqual([
      "y: input 1 (foreign:0) is not in the graph",
      "y: input 1 (foreign:0) is int32, not float32",
    ]);
    expect(() => verifyGraph(graph, "after a pass")).toThrow(
      /Verifying after a pass: expected a sound graph/,
    );
  });

  it("finds missing attrs and cycles", () => {
    const first = sample();
    first.y.op.removeAttr("T");
    expect(graphProblems(first.graph)).toEqual(["y: attr T is missing"]);
    const second = sample();
    second.y.op.updateInput(0, second.y);
    expect(graphProblems(second.graph)).toEqual(["a cycle holds y, sum/reduction_indices, sum"]);
  });

  it("finds outputs that are not the function's", () => {
    const body = new FuncGraph("f", opTable);
    body.outputs = [sample().sum];
    expect(graphProblems(body)[0]).toMatch(/sum:0: an input or output of the function is not in it/);
  });
});

it("prints graphs", () => {
  const { graph } = sample();
  const body = new FuncGraph("f", opTable, graph);
  body.setOutputs([body.addInput("int32", null, "a")]);
  graph.functions.set("f", { name: "f", body });
  graph.device("/cpu:0", () => graph.call("NoOp", [], {}, "end", convert));
  expect(printGraph(graph)).toBe(
    [
      "x: float32[2,?] = Placeholder() dtype=DT_FLOAT shape=[2,?]",
      "y/y: float32[] = Const() dtype=DT_FLOAT value=Tensor<type: float shape: [] values: 2>",
      "y: float32[2,?] = Mul(x, y/y)",
      "sum/reduction_indices: int32[1] = Const(^y) dtype=DT_INT32 " +
        "value=Tensor<type: int32 shape: [1] values: 0>",
      "sum: float32[1,?] = Sum(y, sum/reduction_indices) keep_dims=true",
      "end = NoOp() on /device:CPU:0",
      "",
      "function f(a: int32[...])",
      "  a: int32[...] = Placeholder() dtype=DT_INT32",
      "  return a",
      "",
    ].join("\n"),
  );
});
