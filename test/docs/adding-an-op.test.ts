// Adding an op is one definition and one entry in its family's list: everything else reads the definition.
import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import type { Op } from "../../src/graph/op.ts";
import { errorOf } from "../misuse/support.ts";

// What the one new line in the family's index.ts does.
vi.mock("../../src/ops/nn/index.ts", async (original) => {
  const { nnOps } = await original<{ nnOps: readonly Op[] }>();
  const { Cubed } = await import("./cubed.ts");
  return { nnOps: [...nnOps, Cubed] };
});

const tf = await import("../../src/index.ts");
type Tensor = import("../../src/index.ts").Tensor;
const cubed = (x: Tensor, attrs: { scale?: number; name?: string } = {}): Tensor =>
  (tf.raw as unknown as { Cubed(x: Tensor, attrs: object): Tensor }).Cubed(x, attrs);
const x = tf.constant([1, -2, 3]);

describe("an op that was added", () => {
  it("runs at once, for all its dtypes", () => {
    expect(cubed(x).array()).toEqual([1, -8, 27]);
    for (const dtype of ["float16", "bfloat16", "float64"] as const) {
      const y = cubed(tf.cast(x, dtype), { scale: 2 });
      expect([y.dtype, y.array()]).toEqual([dtype, [2, -16, 54]]);
    }
    expect(cubed(tf.constant(2)).item()).toBe(8);
    expect(cubed(tf.zeros([0, 3])).shape).toEqual([0, 3]);
  });

  it("rejects other dtypes and attrs in TensorFlow's words", () => {
    expect(errorOf(() => cubed(tf.constant([1], tf.int32))).message).toContain("int32");
    expect(errorOf(() => cubed(x, { factor: 2 } as never)).message).toContain("factor");
  });

  it("is a node of a graph, with its shape inferred", () => {
    const g = new tf.Graph();
    const [input, y] = g.asDefault(() => {
      const input = tf.compat.v1.placeholder(tf.float32, [null, 2], { name: "input" });
      return [input, cubed(input, { scale: 2, name: "c" })];
    });
    expect(y.shape).toEqual([-1, 2]);
    using session = new tf.compat.v1.Session({ graph: g });
    expect((session.run(y, { feedDict: [[input, [[1, 2]]]] }) as Tensor).array()).toEqual([[2, 16]]);
  });

  it("has first and second gradients, on tapes, in graphs and in functions", () => {
    const outer = new tf.GradientTape();
    const [first, second] = outer.run(() => {
      outer.watch(x);
      const inner = new tf.GradientTape();
      const y = inner.run(() => {
        inner.watch(x);
        return cubed(x, { scale: 2 });
      });
      const first = inner.gradient(y, x) as Tensor;
      return [first, first];
    });
    expect(first.array()).toEqual([6, 24, 54]);
    expect((outer.gradient(second, x) as Tensor).array()).toEqual([12, -24, 36]);

    const g = new tf.Graph();
    const dx = g.asDefault(() => {
      const input = tf.constant([1, -2, 3]);
      return tf.gradients(cubed(input), input)[0];
    });
    using session = new tf.compat.v1.Session({ graph: g });
    expect((session.run(dx) as Tensor).array()).toEqual([3, 12, 27]);
  });

  it("works in functions", () => {
    const f = tf.function((t: Tensor) => cubed(t, { scale: 3 }));
    expect(f(x).array()).toEqual([3, -24, 81]);
  });

  it("survives a GraphDef", () => {
    const g = new tf.Graph();
    g.asDefault(() => cubed(tf.constant([2]), { scale: 0.5, name: "c" }));
    const def = g.asGraphDef();
    expect(def.node.find(({ name }) => name === "c")!.op).toBe("Cubed");
    const again = new tf.Graph();
    const [c] = again.asDefault(() =>
      tf.compat.v1.importGraphDef(def, { returnElements: ["c:0"], name: "" }),
    )!;
    using session = new tf.compat.v1.Session({ graph: again });
    expect((session.run(c) as Tensor).array()).toEqual([4]);
  });
});

describe("ARCHITECTURE.md", () => {
  const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
  it("shows Softplus as it is", () => {
    const [, block] = /^```ts\n([\s\S]*?)^```/m.exec(read("ARCHITECTURE.md"))!;
    const source = read("src/ops/nn/smooth.ts");
    for (const part of block!.trim().split("\n\n")) expect(source).toContain(part);
  });
});
