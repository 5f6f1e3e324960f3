// Array ops in graphs: shapes that stay known through shape arithmetic, and the nodes of gradients.
import "../../engine/dispatch.ts";
import { describe, expect, it } from "vitest";
import { graphGradients } from "../../autodiff/graph-gradients.ts";
import { raw as t } from "../../engine/raw.ts";
import { withGraph } from "../../graph/default-graph.ts";
import { Graph, type SymbolicTensor } from "../../graph/graph.ts";
import type { Value } from "../../graph/types.ts";
import { opTable } from "../table.ts";

const vector = (...entries: number[]): Int32Array => Int32Array.from(entries);

/** Builds in a graph of its own, with a float placeholder of this shape. */
function build<T>(shape: readonly number[], body: (x: SymbolicTensor, graph: Graph) => T): T {
  const graph = new Graph(opTable);
  return withGraph(graph, () =>
    body(t.Placeholder({ dtype: "float32", shape, name: "x" }) as SymbolicTensor, graph),
  );
}

const entry = (shape: Value, at: number): Value =>
  t.StridedSlice(shape, vector(at), vector(at + 1), vector(1), { shrink_axis_mask: 1 });

describe("shapes stay known", () => {
  it.each<[string, (x: Value) => Value, readonly number[]]>([
    ["Reshape to the shape of another", (x) => t.Reshape(t.Neg(x), t.Shape(x)), [-1, 4, 3]],
    ["a packed target", (x) => t.Reshape(x, t.Pack([entry(t.Shape(x), 0), -1])), [-1, -1]],
    ["one size of a shape", (x) => t.Fill(t.Pack([entry(t.Shape(x), 1), entry(t.Shape(x), 2)]), 1), [4, 3]],
    [
      "a joined shape",
      (x) => t.Fill(t.ConcatV2([t.Slice(t.Shape(x), vector(1), vector(2)), vector(5)], 0), 1),
      [4, 3, 5],
    ],
    ["a gathered shape", (x) => t.Fill(t.GatherV2(t.Shape(x), vector(2, 0), 0), 1), [3, -1]],
    ["a rank", (x) => t.Fill(t.ExpandDims(t.Rank(x), 0), 1), [3]],
    ["a range", (x) => t.Range(0, entry(t.Shape(x), 1), 1), [4]],
    [
      "the end of a shape",
      (x) => t.Fill(t.StridedSlice(t.Shape(x), vector(-2), vector(0), vector(1), { end_mask: 1 }), 1),
      [4, 3],
    ],
  ])("%s", (_, body, expected) => {
    expect(build([-1, 4, 3], (x) => body(x).shape)).toEqual(expected);
  });
});

/** The nodes that a gradient adds below its own scope, as "name op". */
function gradientNodes(shape: readonly number[], scope: string, body: (x: Value) => Value): string[] {
  return build(shape, (x, graph) => {
    graphGradients(t, graph, [body(x) as SymbolicTensor], [x]);
    const prefix = `gradients/${scope}_grad/`;
    const nodes = graph.getOperations().filter(({ name }) => name.startsWith(prefix));
    return nodes.map(({ name, type }) => `${name.slice(prefix.length)} ${type}`);
  });
}

describe("nodes of gradients, as TensorFlow's Python makes them", () => {
  const whole = { begin_mask: 3, end_mask: 3, name: "strided_slice" };
  it.each<[string, readonly number[], string, (x: Value) => Value, readonly string[]]>([
    ["Reshape", [2, 3], "Reshape", (x) => t.Reshape(x, [-1]), ["Shape Const", "Reshape Reshape"]],
    [
      "Reshape of one unknown size",
      [-1, 3],
      "Reshape",
      (x) => t.Reshape(x, [-1]),
      ["Reshape/shape Const", "Reshape Reshape"],
    ],
    [
      "Transpose",
      [2, 3],
      "transpose",
      (x) => t.Transpose(x, vector(1, 0), { name: "transpose" }),
      ["InvertPermutation InvertPermutation", "transpose Transpose"],
    ],
    [
      "StridedSlice",
      [2, 3],
      "strided_slice",
      (x) => t.StridedSlice(x, vector(0, 0), vector(0, 0), vector(1, 2), whole),
      [
        ...["Shape Const", "StridedSliceGrad/shape Const", "StridedSliceGrad/begin Const"],
        ...[
          "StridedSliceGrad/end Const",
          "StridedSliceGrad/strides Const",
          "StridedSliceGrad StridedSliceGrad",
        ],
      ],
    ],
    [
      "GatherV2",
      [5, 2],
      "GatherV2",
      (x) => t.GatherV2(x, t.Placeholder({ dtype: "int32", shape: [-1], name: "ids" }), 0),
      [
        ...["Shape Const", "Size Size", "ExpandDims/dim Const", "ExpandDims ExpandDims"],
        ...["strided_slice/stack Const", "strided_slice/stack_1 Const", "strided_slice/stack_2 Const"],
        ...["strided_slice StridedSlice", "concat/axis Const", "concat ConcatV2", "Reshape Reshape"],
        "Reshape_1 Reshape",
      ],
    ],
    [
      "ConcatV2",
      [2, 3],
      "concat",
      (x) => t.ConcatV2([x, t.Neg(x)], 1, { name: "concat" }),
      [
        ...["Rank Const", "mod FloorMod", "Shape Const", "Shape_1 Const"],
        ...["ConcatOffset ConcatOffset", "Slice Slice", "Slice_1 Slice"],
      ],
    ],
    [
      "Tile",
      [2, 3],
      "Tile",
      (x) => t.Tile(x, [2, 1]),
      [
        ...[
          "Shape Const",
          "stack Pack",
          "transpose/perm Const",
          "transpose Transpose",
          "Reshape/shape Const",
        ],
        ...["Reshape Reshape", "Size Const", "range/start Const", "range/delta Const", "range Range"],
        ...["Reshape_1 Reshape", "Sum Sum"],
      ],
    ],
    [
      "Pad",
      [2, 3],
      "Pad",
      (x) =>
        t.Pad(x, [
          [1, 1],
          [0, 2],
        ]),
      [
        ...["Rank Const", "stack/1 Const", "stack Pack", "Slice/begin Const", "Slice Slice"],
        ...["Reshape/shape Const", "Reshape Reshape", "Shape Const", "Slice_1 Slice"],
      ],
    ],
    [
      "Slice",
      [2, 3],
      "Slice",
      (x) => t.Slice(x, vector(0, 1), vector(2, 1)),
      [
        ...["Rank Const", "Shape Const", "stack/1 Const", "stack Pack", "Reshape Reshape", "Shape_1 Const"],
        ...["sub Sub", "sub_1 Sub", "Reshape_1 Reshape", "concat/axis Const", "concat ConcatV2", "Pad Pad"],
      ],
    ],
    ["Pack", [2, 3], "stack", (x) => t.Pack([x, t.Neg(x)], { name: "stack" }), ["unstack Unpack"]],
    [
      "Select",
      [2, 3],
      "Select",
      (x) => t.Select(t.Greater(x, 0), x, t.Neg(x)),
      ["zeros_like Const", "Select Select", "Select_1 Select"],
    ],
  ])("%s", (_, shape, scope, body, expected) => {
    expect(gradientNodes(shape, scope, body)).toEqual(expected);
  });
});
