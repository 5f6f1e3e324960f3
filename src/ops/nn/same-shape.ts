// Shape rule of ops whose two inputs must have one shape: gradients of activations.
import { invalidArgument } from "../../base/errors.ts";
import { isCompatible, type Shape, shapeText } from "../../base/shape.ts";
import type { ShapeNode } from "../../graph/op.ts";
import { merge } from "../support/shapes.ts";

export function broadcastFreeShape([x, y]: Shape[], node: ShapeNode): Shape[] {
  if (node.running && !isCompatible(x, y))
    throw invalidArgument(
      `Inputs to operation ${node.name} of type ${node.op} must have the same size and shape.  ` +
        `Input 0: ${shapeText(x)} != input 1: ${shapeText(y)}`,
    );
  return [merge(x, y)];
}
