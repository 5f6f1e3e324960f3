// Ops that tell what shape a tensor has: known as soon as shapes are, whatever the tensor holds.
import { elementCount, type Shape, UNKNOWN } from "../../base/shape.ts";
import { atLeast, none, op, type, typeOr } from "../../graph/op.ts";
import { scalarShape } from "../support/shapes.ts";
import { integerTensor, known } from "../support/values.ts";

const vectorOfRank = (x: Shape): Shape => [x === null ? -1 : x.length];

export const ShapeOp = op("Shape", {
  inputs: ["input: T"],
  outputs: ["output: out_type"],
  attrs: { T: type(), out_type: typeOr("int32", "int32", "int64") },
  shape: ([x]) => [vectorOfRank(x)],
  partialValue: ([x]) => x.shape,
  lower: known(({ inputs, outputs }) => [integerTensor(inputs[0].shape, outputs[0].dtype)]),
  grad: none("a shape does not depend on values"),
});

export const ShapeN = op("ShapeN", {
  inputs: ["input: N * T"],
  outputs: ["output: N * out_type"],
  attrs: { N: atLeast(1), T: type(), out_type: typeOr("int32", "int32", "int64") },
  shape: (x) => x.map(vectorOfRank),
  lower: known(({ inputs, outputs }) => inputs.map(({ shape }, i) => integerTensor(shape, outputs[i].dtype))),
  grad: none("a shape does not depend on values"),
});

export const Size = op("Size", {
  inputs: ["input: T"],
  outputs: ["output: out_type"],
  attrs: { T: type(), out_type: typeOr("int32", "int32", "int64") },
  shape: scalarShape,
  partialValue: ([x]) => [elementCount(x.shape)],
  lower: known(({ inputs, outputs }) => [
    integerTensor([elementCount(inputs[0].shape)], outputs[0].dtype, []),
  ]),
  grad: none("a size does not depend on values"),
});

export const Rank = op("Rank", {
  inputs: ["input: T"],
  outputs: ["output: int32"],
  attrs: { T: type() },
  shape: scalarShape,
  partialValue: ([x]) => [x.shape?.length ?? UNKNOWN],
  lower: known(({ inputs }) => [integerTensor([inputs[0].shape.length], "int32", [])]),
  grad: none("a rank does not depend on values"),
});
