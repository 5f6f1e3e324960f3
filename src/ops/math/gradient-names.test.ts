// Gradient rules make the nodes that TensorFlow's Python makes: the same ops, names and order.
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { ProgramCase } from "../../../test/conformance/cases.ts";
import { readFile } from "../../../test/conformance/corpus.ts";
import "../../engine/dispatch.ts";
import { graphGradients } from "../../autodiff/graph-gradients.ts";
import { raw as t } from "../../engine/raw.ts";
import { asDefault } from "../../graph/default-graph.ts";
import { Graph, type SymbolicTensor } from "../../graph/graph.ts";
import type { Value } from "../../graph/types.ts";
import { opTable } from "../table.ts";

const recordings = fileURLToPath(
  new URL("../../../test/conformance/graph/programs_v1.json.gz", import.meta.url),
);
const program = (name: string): ProgramCase =>
  [...readFile(recordings)].find((item): item is ProgramCase => item.op === `@program:${name}`)!;

type Row = readonly [name: string, op: string, inputs: readonly string[]];

const refer = (tensor: SymbolicTensor): string => tensor.name.replace(/:0$/, "");

function built(build: (graph: Graph) => void): Row[] {
  const graph = new Graph(opTable);
  asDefault(graph, () => build(graph));
  return graph
    .getOperations()
    .map((op) => [
      op.name,
      op.type,
      [...op.inputs.map(refer), ...op.controlInputs.map((input) => `^${input.name}`)],
    ]);
}

const differentiate = (graph: Graph, y: Value, xs: readonly Value[], options = {}): Value =>
  graphGradients(t, graph, [y as SymbolicTensor], xs as SymbolicTensor[], options)[0] as Value;

const placeholder = (name: string, shape: readonly number[] | null): Value =>
  t.Placeholder({ dtype: "float32", shape, name });

describe("nodes of gradients", () => {
  it("Mul, Square, Sigmoid, and the gradients of their gradients", () => {
    const wanted = program("gradients").nodes!.slice(0, 61);
    const rows = built((graph) => {
      const x = placeholder("x", [2, 3]);
      const w = t.literal(
        [
          [-0.596, -0.595],
          [0.3, 0.796],
          [1.243, 1.15],
        ],
        "float32",
        "w",
      );
      const h = t.Relu(t.MatMul(x, w, { name: "mm" }), { name: "h" });
      const product = t.Mul(t.Square(h), t.Sigmoid(h), { name: "mul" });
      const y = t.Sum(product, t.literal([0, 1], "int32"), { name: "y" });
      differentiate(graph, differentiate(graph, y, [x, w]), [x], { name: "second" });
    });
    expect(rows).toEqual(wanted);
  });

  it("Pow", () => {
    const inside = (rows: readonly Row[]): Row[] => rows.filter(([name]) => name.startsWith("gradients_6/"));
    const rows = built((graph) => {
      const x = placeholder("x", [2, 3]);
      const power = t.Pow(x, 3, { name: "pow" });
      const sum = t.Sum(power, t.literal([0, 1], "int32"), { name: "Sum_1" });
      differentiate(graph, sum, [x], { name: "gradients_6" });
    });
    expect(inside(rows)).toEqual(inside(program("gradients").nodes!));
  });

  it("SquaredDifference of unknown shapes", () => {
    const inside = (rows: readonly Row[]): Row[] =>
      rows.filter(([name]) => name.includes("SquaredDifference_grad/"));
    const rows = built((graph) => {
      const [x, y] = [placeholder("o", null), placeholder("y", null)];
      differentiate(graph, t.SquaredDifference(x, y), [x, y], { gate: true });
    });
    const text = JSON.stringify(inside(program("conv_training").nodes!));
    expect(inside(rows)).toEqual(
      JSON.parse(text.replaceAll("gradients/loss_grad/truediv", "gradients/grad_ys_0")),
    );
  });

  it("Exp, Log, Sqrt, Tanh", () => {
    const rows = built((graph) => {
      const x = placeholder("x", [2, 3]);
      differentiate(graph, t.Exp(x), [x]);
      differentiate(graph, t.Log(t.AddV2(t.Abs(x), 1, { name: "add" })), [x]);
      differentiate(graph, t.Sqrt(t.AddV2(t.Abs(x), 1, { name: "add" })), [x]);
      differentiate(graph, t.Tanh(x), [x]);
    });
    const names = program("gradient_ops").nodeNames;
    expect(rows.map(([name]) => name)).toEqual(names.slice(0, rows.length));
    expect(rows.length).toBe(42);
  });
});
