// Writing whole variables: replaced, added to, subtracted from.
import { invalidArgument } from "../../base/errors.ts";
import { isCompatible, sameDims, type Shape, shapeText } from "../../base/shape.ts";
import { alias, type LowerNode, pointwise, update } from "../../graph/lowering.ts";
import { bool, missing, none, op, type ShapeNode, type } from "../../graph/op.ts";
import type { DTypeName } from "../../graph/types.ts";
import { merge } from "../support/shapes.ts";
import { numberTypes } from "../support/type-lists.ts";
import { variableShape } from "./variables.ts";

const noGradient = (name: string) => missing(`TensorFlow registers no gradient for ${name}`);

/** While a graph is built, the variable's shape and the value's must fit. */
function checkAgainstVariable(value: Shape, node: ShapeNode<{ dtype: DTypeName }>): Shape[] {
  if (node.running !== true) merge(variableShape(node), value);
  return [];
}

export const AssignVariableOp = op("AssignVariableOp", {
  inputs: ["resource: resource", "value: dtype"],
  outputs: [],
  attrs: { dtype: type(), validate_shape: bool(false) },
  stateful: true,
  shape: ([, value], node) => checkAgainstVariable(value, node),
  lower: update({
    reads: [],
    writes: [0],
    body: alias(1),
    reshapes: ({ attrs }) => attrs["validate_shape"] !== true,
  }),
  grad: noGradient("AssignVariableOp"),
});

function requireSameShape({ inputs: [x, y] }: LowerNode, message: (x: string, y: string) => string): void {
  if (!sameDims(x.shape, y.shape)) throw invalidArgument(message(shapeText(x.shape), shapeText(y.shape)));
}

const ofResource = (x: string, y: string): string =>
  `Cannot update variable with shape ${x} using a Tensor with shape ${y}, shapes must be equal.`;

const resource = {
  inputs: ["resource: resource", "value: dtype"],
  outputs: [],
  attrs: { dtype: type() },
  stateful: true,
} as const;

export const AssignAddVariableOp = op("AssignAddVariableOp", {
  ...resource,
  shape: ([, value], node) => checkAgainstVariable(value, node),
  lower: update({
    reads: [0],
    writes: [0],
    body: pointwise((m, [x, value], node) => {
      requireSameShape(node, ofResource);
      return m.add(x, value);
    }),
  }),
  grad: noGradient("AssignAddVariableOp"),
});

export const AssignSubVariableOp = op("AssignSubVariableOp", {
  ...resource,
  shape: ([, value], node) => checkAgainstVariable(value, node),
  lower: update({
    reads: [0],
    writes: [0],
    body: pointwise((m, [x, value], node) => {
      requireSameShape(node, ofResource);
      return m.sub(x, value);
    }),
  }),
  grad: noGradient("AssignSubVariableOp"),
});

function assignedShape([variable, value]: Shape[], node: ShapeNode<{ validate_shape: boolean }>): Shape[] {
  if (!node.attrs.validate_shape) return [value];
  if (node.running !== true) return [merge(variable, value)];
  if (!isCompatible(variable, value))
    throw invalidArgument(
      "Assign requires shapes of both tensors to match. " +
        `lhs shape= ${shapeText(variable)} rhs shape= ${shapeText(value)}`,
    );
  return [value];
}

export const Assign = op("Assign", {
  inputs: ["ref: Ref(T)", "value: T"],
  outputs: ["output_ref: Ref(T)"],
  attrs: { T: type(), validate_shape: bool(true), use_locking: bool(true) },
  shape: assignedShape,
  lower: update({
    reads: [],
    writes: [0],
    body: alias(1),
    reshapes: ({ attrs }) => attrs["validate_shape"] !== true,
  }),
  grad: none("it writes"),
});

const referenced = {
  inputs: ["ref: Ref(T)", "value: T"],
  outputs: ["output_ref: Ref(T)"],
  attrs: { T: type(...numberTypes), use_locking: bool(false) },
} as const;

const ofReference = (): string => "Parameters and update must be the same size";

const mergedShape = ([variable, value]: Shape[], node: ShapeNode<{ T: DTypeName }>): Shape[] => [
  node.running === true ? variable : merge(variable, value),
];

export const AssignAdd = op("AssignAdd", {
  ...referenced,
  shape: mergedShape,
  lower: update({
    reads: [0],
    writes: [0],
    body: pointwise((m, [x, value], node) => {
      requireSameShape(node, ofReference);
      return m.add(x, value);
    }),
  }),
  grad: none("it writes"),
});

export const AssignSub = op("AssignSub", {
  ...referenced,
  shape: mergedShape,
  lower: update({
    reads: [0],
    writes: [0],
    body: pointwise((m, [x, value], node) => {
      requireSameShape(node, ofReference);
      return m.sub(x, value);
    }),
  }),
  grad: none("it writes"),
});
