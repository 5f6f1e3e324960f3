// Ops that draw samples for each entry of a parameter: where outputs stand, and their shapes.
import { invalidArgument } from "../../base/errors.ts";
import { type Dims, elementCount, sameDims, type Shape, shapeText } from "../../base/shape.ts";
import type { LowerNode, ScalarMath } from "../../graph/lowering.ts";
import type { ShapeNode } from "../../graph/op.ts";
import type { Buffer, KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { joinShapes } from "../support/shapes.ts";
import { shapeInput } from "./shapes.ts";

/** A node with whatever attrs, for its shapes. */
export type Shaped = Pick<LowerNode, "inputs" | "outputs">;

/** Calls `body` for each output: `batch` is the parameter's entry, `store` puts the sample in its place. */
export function eachSample(
  k: KernelBuilder,
  m: ScalarMath,
  output: Buffer,
  batches: number,
  body: (index: Scalar, batch: Scalar, store: (sample: Scalar) => void) => void,
): void {
  if (output.count === 0) return;
  const samples = output.count / batches;
  k.parallel(output.count, (index) => {
    const batch = k.hold(m.div(index, samples));
    const place = k.hold(m.add(m.mul(m.rem(index, samples), batches), batch));
    body(index, batch, (sample) => k.store(output, place, m.cast(sample, output.dtype)));
  });
}

/** The shape of stateful ops: the shape asked for, then the parameter's. */
export const appendedShape = (x: Shape[], node: ShapeNode, parameter: number): Shape[] => [
  joinShapes(shapeInput(x, node), x[parameter]),
];

/** The shape of stateless ops, which must end with the parameter's. */
export function endingShape(x: Shape[], node: ShapeNode, parameter: Shape): Shape[] {
  const shape = shapeInput(x, node);
  if (node.running && shape !== null && parameter !== null && !endsWith(shape, parameter))
    throw invalidArgument(
      "Shape passed in must end with broadcasted shape: " +
        `expected ${shapeText(parameter)}, received ${shapeText(shape)}`,
    );
  return [shape];
}

const endsWith = (shape: Dims, end: Dims): boolean =>
  shape.length >= end.length && sameDims(shape.slice(shape.length - end.length), end);

/** How many entries a parameter has. */
export const entriesOf = (shape: Dims): number => elementCount(shape);
