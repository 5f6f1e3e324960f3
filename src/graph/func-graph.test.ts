// Graphs of functions: arguments, captures, names.
import { describe, expect, it } from "vitest";
import { call, constant, convert, rows } from "../../test/graph/literals.ts";
import { opTable } from "../ops/table.ts";
import { branchName, FuncGraph, functionName, resetFunctionNames } from "./func-graph.ts";
import { Graph } from "./graph.ts";
import { verifyGraph } from "./verify.ts";

describe("a function's graph", () => {
  it("has the nodes of the chapter's function", () => {
    const body = new FuncGraph("compute_z", opTable);
    const [a, b, c] = ["a", "b", "c"].map((name) => body.addInput("int32", [-1], name, name));
    const product = call(body, "Mul", [2, call(body, "Sub", [a, b])]);
    body.setOutputs([call(body, "Identity", [call(body, "AddV2", [product, c], {}, "Add")])]);
    expect(rows(body)).toEqual([
      ["a", "Placeholder", []],
      ["b", "Placeholder", []],
      ["c", "Placeholder", []],
      ["Sub", "Sub", ["a", "b"]],
      ["Mul/x", "Const", []],
      ["Mul", "Mul", ["Mul/x", "Sub"]],
      ["Add", "AddV2", ["Mul", "c"]],
      ["Identity", "Identity", ["Add"]],
    ]);
    expect(body.inputs[0].op.attrs._user_specified_name).toBe("a");
    verifyGraph(body);
  });

  it("captures tensors from outside once, as placeholders named after them", () => {
    const outer = new Graph(opTable);
    const x = constant(outer, [1, 2], "float32", "x");
    const body = new FuncGraph("f", opTable, outer);
    const y = call(body, "Mul", [x, x], {}, "mul");
    expect(rows(body)).toEqual([
      ["mul/x", "Placeholder", []],
      ["mul", "Mul", ["mul/x", "mul/x"]],
    ]);
    expect([y.shape, body.externalCaptures, body.inputs.length]).toEqual([[2], [x], 1]);
    const other = constant(outer, [3, 4], "float32");
    body.replaceCapture(x, other);
    expect(body.externalCaptures).toEqual([other]);
  });

  it("captures through functions around it", () => {
    const outer = new Graph(opTable);
    const x = constant(outer, 1, "float32", "x");
    const middle = new FuncGraph("middle", opTable, outer);
    const inner = new FuncGraph("inner", opTable, middle);
    const y = call(inner, "Neg", [x]);
    expect(middle.externalCaptures).toEqual([x]);
    expect(inner.externalCaptures).toEqual([middle.inputs[0]]);
    expect(y.op.inputs[0]).toBe(inner.inputs[0]);
    expect(inner.capture(x)).toBe(inner.inputs[0]);
  });

  it("makes constants of small eager tensors and inputs of large ones", () => {
    const body = new FuncGraph("f", opTable);
    const [small, large] = [convert([1, 2]), convert(new Array(200).fill(1))];
    expect(body.capture(small).op.type).toBe("Const");
    expect(body.capture(small)).toBe(body.capture(small));
    expect(body.capture(large).op.type).toBe("Placeholder");
    expect(body.externalCaptures).toEqual([large]);
    body.mayBeConstant = () => false;
    expect(body.capture(convert(1)).op.type).toBe("Placeholder");
  });

  it("keeps what a resource points to", () => {
    const outer = new Graph(opTable);
    const handle = outer.addNode({ op: "Placeholder", inputs: [], attrs: { dtype: "resource", shape: [] } })
      .outputs[0];
    handle.handleType = { dtype: "float32", shape: [3] };
    expect(new FuncGraph("f", opTable, outer).capture(handle).handleType).toEqual({
      dtype: "float32",
      shape: [3],
    });
  });
});

it("names functions as TensorFlow does", () => {
  resetFunctionNames();
  expect(functionName("f")).toBe("__inference_f_0");
  expect(branchName("a/cond/", "true")).toBe("a_cond_true_1");
  expect(functionName("scope/g", "backward")).toBe("__backward_scope_g_2");
});
