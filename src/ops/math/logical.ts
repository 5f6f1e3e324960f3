// Comparisons and truth values.
import { pointwise } from "../../graph/lowering.ts";
import { bool, float, none, op, type } from "../../graph/op.ts";
import { invalidArgument } from "../../base/errors.ts";
import { type Shape, sameDims, shapeText, tryBroadcast } from "../../base/shape.ts";
import { type Lowering, type LowerNode, literal } from "../../graph/lowering.ts";
import type { ShapeNode } from "../../graph/op.ts";
import { broadcastShape, merge, sameAsInput } from "../support/shapes.ts";
import { movingObjects } from "../support/strings.ts";
import { numberTypes, realNumberTypes } from "../support/type-lists.ts";
import { comparison } from "./signatures.ts";

const discrete = none("truth values have no gradient");
const attrs = { T: type(...realNumberTypes) };

export const Less = op("Less", {
  ...comparison,
  attrs,
  lower: pointwise((m, [x, y]) => m.lt(x, y)),
  grad: discrete,
});

export const LessEqual = op("LessEqual", {
  ...comparison,
  attrs,
  lower: pointwise((m, [x, y]) => m.le(x, y)),
  grad: discrete,
});

export const Greater = op("Greater", {
  ...comparison,
  attrs,
  lower: pointwise((m, [x, y]) => m.gt(x, y)),
  grad: discrete,
});

export const GreaterEqual = op("GreaterEqual", {
  ...comparison,
  attrs,
  lower: pointwise((m, [x, y]) => m.ge(x, y)),
  grad: discrete,
});

interface Equality {
  readonly incompatible_shape_error: boolean;
}

/** With `incompatible_shape_error` off, tensors that cannot be compared are unequal as a whole. */
function equalityShape([x, y]: Shape[], node: ShapeNode<Equality>): readonly Shape[] {
  if (node.attrs.incompatible_shape_error || tryBroadcast(x, y) !== null) return broadcastShape([x, y], node);
  return [[]];
}

const equality = (unequal: boolean) => {
  const compare = movingObjects<Equality>(pointwise((m, [x, y]) => (unequal ? m.ne(x, y) : m.eq(x, y))));
  return (node: LowerNode<Equality>): Lowering<Equality> => {
    const [x, y] = node.inputs;
    if (tryBroadcast(x.shape, y.shape) !== null) return compare(node);
    return literal(() => [{ dtype: "bool", shape: [], data: Uint8Array.of(unequal ? 1 : 0) }]);
  };
};

const comparable = {
  ...comparison,
  attrs: { T: type(), incompatible_shape_error: bool(true) },
  shape: equalityShape,
  grad: discrete,
} as const;

export const Equal = op("Equal", { ...comparable, lower: equality(false) });
export const NotEqual = op("NotEqual", { ...comparable, lower: equality(true) });

function sameShapes([x, y]: Shape[], node: ShapeNode): readonly Shape[] {
  if (node.running && !sameDims(x!, y!))
    throw invalidArgument(
      `x and y must be of the same shape. x shape: ${shapeText(x)}. y shape: ${shapeText(y)}`,
    );
  return [merge(x, y)];
}

export const ApproximateEqual = op("ApproximateEqual", {
  ...comparison,
  attrs: { T: type(...numberTypes), tolerance: float(1e-5) },
  shape: sameShapes,
  lower: pointwise<{ tolerance: number }>((m, [x, y], { attrs: { tolerance } }) =>
    m.lt(m.abs(m.sub(x, y)), tolerance),
  ),
  grad: discrete,
});

const pair = {
  inputs: ["x: bool", "y: bool"],
  outputs: ["z: bool"],
  attrs: {},
  shape: broadcastShape,
} as const;

export const LogicalAnd = op("LogicalAnd", {
  ...pair,
  lower: pointwise((m, [x, y]) => m.and(x, y)),
  grad: discrete,
});

export const LogicalOr = op("LogicalOr", {
  ...pair,
  lower: pointwise((m, [x, y]) => m.or(x, y)),
  grad: discrete,
});

export const LogicalNot = op("LogicalNot", {
  inputs: ["x: bool"],
  outputs: ["y: bool"],
  attrs: {},
  shape: sameAsInput,
  lower: pointwise((m, [x]) => m.not(x)),
  grad: discrete,
});
