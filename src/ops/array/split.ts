// Cutting a tensor into parts along an axis.
import { invalidArgument } from "../../base/errors.ts";
import { type Dims, type Shape, shapeText, strides, UNKNOWN } from "../../base/shape.ts";
import { type ViewPiece, view } from "../../graph/lowering.ts";
import { atLeast, type GradientBuilder, op, type ShapeNode, type, typeOr } from "../../graph/op.ts";
import type { Value } from "../../graph/types.ts";
import { concatenate, zerosLike } from "../support/functions.ts";
import { fromFront, knownInteger, knownIntegers, reject, unknownSizes } from "../support/shapes.ts";
import { movingObjects } from "../support/strings.ts";
import { integer } from "../support/values.ts";
import { readPiece } from "../support/views.ts";

function checkAxis(axis: number, rank: number): void {
  if (axis < -rank || axis >= rank)
    throw invalidArgument(`-input rank(${-rank}) <= split_dim < input rank (${rank}), but got ${axis}`);
}

function parts(shape: Dims, axis: number, outputs: readonly { shape: Dims }[]): ViewPiece[] {
  const steps = strides(shape);
  let at = 0;
  return outputs.map((out, i) => {
    const piece = readPiece(out.shape, steps, at * steps[axis], 0, i);
    at += out.shape[axis];
    return piece;
  });
}

/** The gradients of the parts, joined again; parts that were not used count as zero. */
function joined(t: GradientBuilder, dy: readonly (Value | null)[], y: readonly Value[], axis: Value): Value {
  return concatenate(
    t,
    dy.map((part, i) => part ?? zerosLike(t, y[i])),
    axis,
  );
}

// biome-ignore lint/suspicious/noExplicitAny: helpers serve nodes of all attr types
function splitShape([, x]: Shape[], node: ShapeNode<any>): Shape[] {
  const count = Number(node.attrs.num_split);
  const given = knownInteger(node, 0);
  if (x === null) return new Array<Shape>(count).fill(null);
  if (given === undefined) return new Array<Shape>(count).fill(unknownSizes(x.length));
  checkAxis(given, x.length);
  const axis = fromFront(given, x.length);
  const size = x[axis];
  if (size !== UNKNOWN && size % count !== 0) {
    const words = "Number of ways to split should evenly divide the split dimension";
    reject(
      node,
      `${words}, but got split_dim ${axis} (size = ${size}) and num_split ${count}`,
      `Dimension size must be evenly divisible by ${count} but is ${size}\n\t${words}`,
    );
  }
  return new Array<Shape>(count).fill(x.with(axis, size === UNKNOWN ? UNKNOWN : size / count));
}

export const Split = op("Split", {
  inputs: ["split_dim: int32", "value: T"],
  outputs: ["output: num_split * T"],
  attrs: { num_split: atLeast(1), T: type() },
  shape: splitShape,
  lower: movingObjects(
    view((node) => {
      const { shape } = node.inputs[1];
      const pieces = parts(shape, fromFront(integer(node.value(0)), shape.length), node.outputs);
      return { pieces: pieces.map((piece) => ({ ...piece, input: 1 })) };
    }),
  ),
  // dx = the gradients joined again
  grad: (t, dy, [axis], y) => [null, joined(t, dy, y, axis)],
});

/** The sizes of the parts, with -1 replaced by what is left. */
function partSizes(given: readonly number[], total: number): number[] {
  if (given.filter((size) => size === -1).length > 1)
    throw invalidArgument("There can only be one -1 in the input.");
  const negative = given.findIndex((size) => size < -1);
  if (negative >= 0)
    throw invalidArgument(`Split size at index ${negative} must be >= 0. Got: ${given[negative]}`);
  const open = given.indexOf(-1);
  const sum = given.reduce((rest, size) => rest + Math.max(size, 0), 0);
  if (total === UNKNOWN) return given.slice();
  if (open < 0 ? sum !== total : sum > total)
    throw invalidArgument(
      "Determined shape must either match input shape along split_dim exactly if fully specified, or be " +
        `less than the size of the input along split_dim if not fully specified.  Got: ${sum}`,
    );
  return open < 0 ? given.slice() : given.with(open, total - sum);
}

// biome-ignore lint/suspicious/noExplicitAny: helpers serve nodes of all attr types
function splitVShape([x, sizesShape]: Shape[], node: ShapeNode<any>): Shape[] {
  const count = Number(node.attrs.num_split);
  if (
    sizesShape !== null &&
    (sizesShape.length !== 1 || (sizesShape[0] !== UNKNOWN && sizesShape[0] !== count))
  )
    throw invalidArgument(
      "size of the split_tensor must be 1-D and have the same elements as outputs got " +
        `${sizesShape.length} -D and ${shapeText(sizesShape)} elements`,
    );
  const given = knownInteger(node, 2);
  if (x === null) return new Array<Shape>(count).fill(null);
  if (given === undefined) return new Array<Shape>(count).fill(unknownSizes(x.length));
  checkAxis(given, x.length);
  const axis = fromFront(given, x.length);
  const sizes = knownIntegers(node, 1);
  if (sizes === undefined) return new Array<Shape>(count).fill(x.with(axis, count === 1 ? x[axis] : UNKNOWN));
  return partSizes(sizes, x[axis]).map((size) => x.with(axis, size));
}

export const SplitV = op("SplitV", {
  inputs: ["value: T", "size_splits: Tlen", "split_dim: int32"],
  outputs: ["output: num_split * T"],
  attrs: { num_split: atLeast(1), T: type(), Tlen: typeOr("int64", "int8", "int32", "int64") },
  shape: splitVShape,
  lower: movingObjects(
    view((node) => {
      const { shape } = node.inputs[0];
      return { pieces: parts(shape, fromFront(integer(node.value(2)), shape.length), node.outputs) };
    }),
  ),
  // dx = the gradients joined again
  grad: (t, dy, [, , axis], y) => [joined(t, dy, y, axis), null, null],
});
