// What counts as true, as Python's `bool` has it.
import { host, literal, type Lowering, pointwise } from "../../graph/lowering.ts";
import { missing, op, type } from "../../graph/op.ts";
import { elementCount } from "../../base/shape.ts";
import { scalarShape } from "../support/shapes.ts";
import { integerTensor } from "../support/values.ts";

const answer = (truth: boolean) => integerTensor([Number(truth)], "bool", []);

/** A string is true if it is not empty. */
const ofString: Lowering<unknown> = host((_, [{ data }]) => [answer((data[0] as Uint8Array).length > 0)]);

export const ToBool = op("ToBool", {
  inputs: ["input: T"],
  outputs: ["output: bool"],
  attrs: { T: type() },
  shape: scalarShape,
  // Scalars are true if they are not zero, other tensors if they are not empty.
  lower: ({ inputs: [{ dtype, shape }] }) => {
    if (shape.length > 0) return literal(() => [answer(elementCount(shape) > 0)]);
    return dtype === "string" ? ofString : pointwise((m, [x]) => m.ne(x, 0));
  },
  grad: missing("TensorFlow registers no gradient for ToBool"),
});
