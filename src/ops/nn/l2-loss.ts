// Half the sum of squares.
import { reduce } from "../../graph/lowering.ts";
import { op, type } from "../../graph/op.ts";
import { scalarShape } from "../support/shapes.ts";
import { floatTypes } from "../support/type-lists.ts";

export const L2Loss = op("L2Loss", {
  inputs: ["t: T"],
  outputs: ["output: T"],
  attrs: { T: type(...floatTypes) },
  shape: scalarShape,
  lower: reduce({
    axes: (node) => [...node.inputs[0].shape.keys()],
    combine: "sum",
    map: (m, x) => {
      const wide = m.cast(x, "float64");
      return m.mul(wide, wide);
    },
    finish: (m, total, _, node) => m.cast(m.mul(total, 0.5), node.outputs[0].dtype),
  }),
  // d (x^2 / 2) = x
  grad: (t, [dy], [x]) => [t.Mul(x, dy!, { name: "mul" })],
});
