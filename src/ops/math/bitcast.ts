// Bitcast: the same bytes read as another dtype.
import { type DTypeName, dtypeInfo } from "../../base/dtypes.ts";
import { invalidArgument } from "../../base/errors.ts";
import type { Shape } from "../../base/shape.ts";
import { alias } from "../../graph/lowering.ts";
import { missing, op, type ShapeNode, type } from "../../graph/op.ts";
import { quantizedTypes } from "../support/type-lists.ts";
import { arithmeticTypes } from "./signatures.ts";

interface BitcastAttrs {
  readonly T: DTypeName;
  readonly type: DTypeName;
}

/** Several small entries make one large one, along a last axis that appears or goes. */
function bitcastShape([x]: Shape[], node: ShapeNode<BitcastAttrs>): readonly Shape[] {
  const from = dtypeInfo(node.attrs.T).size;
  const to = dtypeInfo(node.attrs.type).size;
  if (x === null || from === to) return [x];
  if (from > to) return [[...x, from / to]];
  const last = x[x.length - 1];
  if (last === undefined || (last >= 0 && last !== to / from))
    throw invalidArgument(`Cannot bitcast due to shape. Cannot bitcast from ${to} to ${last ?? from}`);
  return [x.slice(0, -1)];
}

const attrs = {
  T: type(...arithmeticTypes, ...quantizedTypes),
  type: type(...arithmeticTypes, ...quantizedTypes),
};

export const Bitcast = op("Bitcast", {
  inputs: ["input: T"],
  outputs: ["output: type"],
  attrs,
  shape: bitcastShape,
  lower: alias(),
  grad: missing("TensorFlow registers no gradient for Bitcast"),
});
