// Axes of reductions and scans: counted from the front, checked in TensorFlow's words, taken out of shapes.
import { invalidArgument } from "../../base/errors.ts";
import { type Dims, elementCount, type Shape, UNKNOWN } from "../../base/shape.ts";
import type { LowerNode } from "../../graph/lowering.ts";
import type { ShapeNode } from "../../graph/op.ts";
import { fromFront, knownIntegers, reject, unknownSizes } from "./shapes.ts";
import { integers } from "./values.ts";

// biome-ignore lint/suspicious/noExplicitAny: helpers serve nodes of all attr types
type AnyShapeNode = ShapeNode<any>;
// biome-ignore lint/suspicious/noExplicitAny: helpers serve nodes of all attr types
type AnyLowerNode = LowerNode<any>;

/** Axes of a reduction as the node gives them, each from the front and in range, none twice. */
export function reductionAxes(axes: readonly number[], rank: number): number[] {
  const seen = new Set<number>();
  for (const given of axes) {
    if (given < -rank || given >= rank)
      throw invalidArgument(`Invalid reduction dimension (${given} for input with ${rank} dimension(s)`);
    const axis = fromFront(given, rank);
    if (seen.has(axis))
      throw invalidArgument(`Invalid reduction arguments: Axes contains duplicate dimension: ${axis}`);
    seen.add(axis);
  }
  return [...seen].sort((a, b) => a - b);
}

/** A shape with the axes taken out, or made 1. */
export function reducedShape(shape: readonly number[], axes: readonly number[], keepDims: boolean): number[] {
  if (keepDims) return shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
  return shape.filter((_, axis) => !axes.includes(axis));
}

/** Shape rule of reductions: input 1 holds the axes. */
export function reductionShape([x, axes]: Shape[], node: AnyShapeNode): Shape[] {
  const keepDims = node.attrs.keep_dims as boolean;
  if (axes !== null && axes.length > 1)
    reject(
      node,
      `Expected axes to be a scalar or a vector: received shape [${axes}]`,
      `Shape must be at most rank 1 but is rank ${axes.length}`,
    );
  const known = knownIntegers(node, 1);
  if (x === null) return [null];
  if (known === undefined) return [keepDims ? unknownSizes(x.length) : null];
  return [reducedShape(x, reductionAxes(known, x.length), keepDims)];
}

/** The axes of a reduction that is about to run. */
export const loweredAxes = (node: AnyLowerNode): number[] =>
  reductionAxes(integers(node.value(1)), node.inputs[0].shape.length);

/** Sizes before, on and after an axis: what loops along one axis run over. */
export interface AxisSplit {
  readonly outer: number;
  readonly size: number;
  readonly inner: number;
}

export function splitAt(shape: Dims, axis: number): AxisSplit {
  return {
    outer: elementCount(shape.slice(0, axis)),
    size: shape[axis],
    inner: elementCount(shape.slice(axis + 1)),
  };
}

/** The sizes without one axis, as far as they are known. */
export const withoutAxis = (shape: Shape, axis: number | undefined): Shape => {
  if (shape === null) return null;
  if (axis === undefined) return new Array<number>(Math.max(shape.length - 1, 0)).fill(UNKNOWN);
  return shape.filter((_, i) => i !== axis);
};
