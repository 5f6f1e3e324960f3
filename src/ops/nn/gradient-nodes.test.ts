// Gradients in graphs make the nodes that TensorFlow's Python makes, with the same names and inputs.
import "../../engine/dispatch.ts";
import { describe, expect, it } from "vitest";
import { graphGradients } from "../../autodiff/graph-gradients.ts";
import { raw } from "../../engine/raw.ts";
import { withGraph } from "../../graph/default-graph.ts";
import { Graph, type SymbolicTensor } from "../../graph/graph.ts";
import type { Shape, Value } from "../../graph/types.ts";
import { opTable } from "../table.ts";

const placeholder = (name: string, shape: Shape, dtype: "float32" | "int32" = "float32"): Value =>
  raw.Placeholder({ dtype, shape, name });

/** "name type input…" of the nodes under `gradients/`, in order of making, without that scope. */
function gradientNodes(build: () => { y: Value; xs: readonly Value[] }): string[] {
  const graph = new Graph(opTable);
  withGraph(graph, () => {
    const { y, xs } = build();
    graphGradients(raw, graph, [y as SymbolicTensor], xs as SymbolicTensor[]);
  });
  return graph
    .getOperations()
    .filter(({ name }) => /^gradients\/\w+_grad\//.test(name))
    .map((op) =>
      [op.name, op.type, ...op.inputs.map((input) => input.op.name)].join(" ").replaceAll("gradients/", ""),
    );
}

describe("gradient nodes", () => {
  it("of Sum over all axes of a known shape", () => {
    const nodes = gradientNodes(() => {
      const x = placeholder("x", [2, 2]);
      return { y: raw.Sum(x, raw.literal([0, 1], "int32"), { name: "y" }), xs: [x] };
    });
    expect(nodes).toEqual([
      "y_grad/Reshape/shape Const",
      "y_grad/Reshape Reshape grad_ys_0 y_grad/Reshape/shape",
      "y_grad/Const Const",
      "y_grad/Tile Tile y_grad/Reshape y_grad/Const",
    ]);
  });

  it("of Mean over all axes of a partly known shape", () => {
    const nodes = gradientNodes(() => {
      const x = placeholder("x", [-1, 1]);
      return { y: raw.Mean(x, raw.literal([0, 1], "int32"), { name: "loss" }), xs: [x] };
    });
    expect(nodes).toEqual([
      "loss_grad/Reshape/shape Const",
      "loss_grad/Reshape Reshape grad_ys_0 loss_grad/Reshape/shape",
      "loss_grad/Shape Shape x",
      "loss_grad/Tile Tile loss_grad/Reshape loss_grad/Shape",
      "loss_grad/Shape_1 Shape x",
      "loss_grad/Size Const",
      "loss_grad/add AddV2 Const loss_grad/Size",
      "loss_grad/mod FloorMod loss_grad/add loss_grad/Size",
      "loss_grad/GatherV2/axis Const",
      "loss_grad/GatherV2 GatherV2 loss_grad/Shape_1 loss_grad/mod loss_grad/GatherV2/axis",
      "loss_grad/Const Const",
      "loss_grad/Prod Prod loss_grad/GatherV2 loss_grad/Const",
      "loss_grad/Cast Cast loss_grad/Prod",
      "loss_grad/truediv RealDiv loss_grad/Tile loss_grad/Cast",
    ]);
  });

  it("of a dense layer with sparse labels", () => {
    const nodes = gradientNodes(() => {
      const [x, w, b] = [placeholder("x", [-1, 3]), placeholder("w", [3, 2]), placeholder("b", [2])];
      const logits = raw.BiasAdd(raw.MatMul(raw.Relu(x, { name: "h" }), w, { name: "mm" }), b, { name: "o" });
      const labels = placeholder("t", [-1], "int32");
      return {
        y: raw.SparseSoftmaxCrossEntropyWithLogits(logits, labels, { name: "xent" })[0],
        xs: [x, w, b],
      };
    });
    expect(nodes).toEqual([
      "xent_grad/ExpandDims/dim Const",
      "xent_grad/ExpandDims ExpandDims grad_ys_0 xent_grad/ExpandDims/dim",
      "xent_grad/mul Mul xent_grad/ExpandDims xent",
      "o_grad/BiasAddGrad BiasAddGrad xent_grad/mul",
      "mm_grad/MatMul MatMul xent_grad/mul w",
      "mm_grad/MatMul_1 MatMul h xent_grad/mul",
      "h_grad/ReluGrad ReluGrad mm_grad/MatMul h",
    ]);
  });

  it("of L2Loss", () => {
    const nodes = gradientNodes(() => {
      const x = placeholder("x", [2, 4]);
      return { y: raw.L2Loss(x), xs: [x] };
    });
    expect(nodes).toEqual(["L2Loss_grad/mul Mul x grad_ys_0"]);
  });
});
