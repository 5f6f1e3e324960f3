import { describe, it } from "vitest";
import * as tf from "../../src/index.ts";
import { expectNodes, expectRuns, expectTensors, inMode, type Mode, recordedProgram } from "./support.ts";

const { v1 } = tf.compat;

describe.each<Mode>(["v1", "graph"])("%s", (mode) => {
  it("readme", () => {
    const graph = new tf.Graph();
    inMode(mode, () =>
      graph.asDefault(() => {
        const a = v1.placeholder(tf.int32, [], { name: "tf_a" });
        const b = v1.placeholderWithDefault(tf.int32(2), [], { name: "tf_b" });
        const c = tf.constant(4, { dtype: tf.int32, name: "tf_c" });
        tf.add(tf.multiply(2, tf.subtract(a, b)), c, { name: "z" });
        tf.expr`2 * (${a} - ${b})`;
      }),
    );
    const recorded = recordedProgram(mode, "readme");
    expectNodes(graph, recorded);
    expectTensors(graph, recorded);
    expectRuns(graph, recorded);
  });
});
