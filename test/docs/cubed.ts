// An op that TensorFlow does not have, defined as ARCHITECTURE.md says: for the test that adds it to a
// family.
import { type LowerNode, pointwise } from "../../src/graph/lowering.ts";
import { float, op, type } from "../../src/graph/op.ts";
import { sameAsInput } from "../../src/ops/support/shapes.ts";
import { floatTypes } from "../../src/ops/support/type-lists.ts";

interface CubedAttrs {
  readonly scale: number;
}

export const Cubed = op("Cubed", {
  inputs: ["x: T"],
  outputs: ["y: T"],
  attrs: { T: type(...floatTypes), scale: float(1) },
  shape: sameAsInput,
  // y = scale x^3
  lower: pointwise<CubedAttrs>((m, [x], { attrs }: LowerNode<CubedAttrs>) =>
    m.mul(m.mul(m.mul(x, x), x), attrs.scale),
  ),
  // dx = 3 scale x^2 dy
  grad: (t, [dy], [x], _, { attrs: { scale } }) => [t.Mul(dy!, t.Mul(t.Square(x), 3 * scale))],
});
