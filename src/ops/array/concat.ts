// Concatenation along an axis.
import { invalidArgument } from "../../base/errors.ts";
import { type Dims, elementCount, type Shape, shapeText, strides, UNKNOWN } from "../../base/shape.ts";
import { type LowerNode, type ViewPiece, view } from "../../graph/lowering.ts";
import {
  atLeast,
  missing,
  none,
  op,
  type GradientBuilder,
  shape,
  type ShapeNode,
  type,
  typeOr,
} from "../../graph/op.ts";
import type { Gradient, Value } from "../../graph/types.ts";
import { castTo, rankOf, shapeOf } from "../support/functions.ts";
import { fromFront, knownInteger, merge, reject, subshape, unknownSizes } from "../support/shapes.ts";
import { movingObjects } from "../support/strings.ts";
import { integer, integers, integerTensor, known } from "../support/values.ts";
import { writePiece } from "../support/views.ts";
import { isFirstAxis, joinedEntries } from "./partial-values.ts";

// biome-ignore lint/suspicious/noExplicitAny: helpers serve nodes of all attr types
type AnyNode = ShapeNode<any>;

/** The kernel's own checks, on shapes that are all known. */
function checkNow(shapes: readonly Dims[], axis: number): void {
  const [first] = shapes;
  if (axis < -first.length || axis >= first.length) {
    if (first.length === 0)
      throw invalidArgument("ConcatOp : Can't concatenate scalars (use tf.stack instead)");
    throw invalidArgument(
      "ConcatOp : Expected concatenating dimensions in the range " +
        `[${-first.length}, ${first.length}), but got ${axis}`,
    );
  }
  const along = fromFront(axis, first.length);
  shapes.forEach((other, i) => {
    const pair = `shape[0] = ${shapeText(first)} vs. shape[${i}] = ${shapeText(other)}`;
    if (other.length !== first.length)
      throw invalidArgument(`ConcatOp : Ranks of all input tensors should match: ${pair}`);
    const differing = other.findIndex((size, at) => at !== along && size !== first[at]);
    if (differing >= 0)
      throw invalidArgument(`ConcatOp : Dimension ${differing} in both shapes must be equal: ${pair}`);
  });
}

function concatenatedShape(shapes: readonly Shape[], axis: number | undefined, node: AnyNode): Shape {
  if (node.running) checkNow(shapes as Dims[], axis!);
  const rank = shapes.find((one) => one !== null)?.length;
  if (rank === undefined) return null;
  if (axis === undefined) return unknownSizes(rank);
  if (rank === 0) reject(node, "", "Can't concatenate scalars (use tf.stack instead)");
  if (axis < -rank || axis >= rank) {
    const least = axis < 0 ? -axis : axis + 1;
    reject(node, "", `Shape must be at least rank ${least} but is rank ${rank}`);
  }
  const along = fromFront(axis, rank);
  let before: Shape = null;
  let after: Shape = null;
  let size = 0;
  for (const one of shapes) {
    if (one !== null && one.length !== rank)
      reject(node, "", `Shapes must be equal rank, but are ${rank} and ${one.length}`);
    before = merge(before, subshape(one, 0, along));
    after = merge(after, subshape(one, along + 1));
    size = one === null || one[along] < 0 || size < 0 ? UNKNOWN : size + one[along];
  }
  return [...before!, size, ...after!];
}

/** Each value goes behind the one before it. */
function concatenation(
  out: Dims,
  axis: number,
  values: readonly { shape: Dims }[],
  firstInput: number,
): ViewPiece[] {
  const steps = strides(out);
  let at = 0;
  return values.map(({ shape: one }, i) => {
    const piece = writePiece(one, steps, at * steps[axis], firstInput + i);
    at += one[axis];
    return piece;
  });
}

function concatenatingPieces<A>(node: LowerNode<A>, axisInput: number, firstInput: number) {
  const out = node.outputs[0].shape;
  const values = node.inputs.slice(firstInput, firstInput + node.inputs.length - 1);
  const axis = fromFront(integer(node.value(axisInput)), out.length);
  return {
    pieces: concatenation(out, axis, values, firstInput).filter(({ shape: one }) => elementCount(one) > 0),
  };
}

/** The shapes of the values, as constants if all are known. */
function shapesOf(t: GradientBuilder, values: readonly Value[]): readonly Value[] {
  const sizes: Value[] = [];
  for (const value of values) {
    const size = shapeOf(t, value);
    if (value.shape === null || value.shape.includes(UNKNOWN)) return t.ShapeN(values);
    sizes.push(size);
  }
  return sizes;
}

/** From more values than this the gradient is split by sizes, else sliced by offsets. */
const MOST_SLICES = 16;

function concatGradients(
  t: GradientBuilder,
  dy: Value,
  values: readonly Value[],
  axisInput: Value,
): readonly Gradient[] {
  if (values.length === 1) return [dy];
  const axis = t.FloorMod(castTo(t, axisInput, "int32"), rankOf(t, values[0]), { name: "mod" });
  const sizes = shapesOf(t, values);
  if (sizes.length > MOST_SLICES) {
    const stacked = t.Pack(sizes, { axis: 1, name: "stack" });
    const row = t.Slice(
      stacked,
      t.Pack([axis, 0], { name: "Slice/begin" }),
      t.literal([1, -1], "int32", "Slice/size"),
      {
        name: "Slice",
      },
    );
    return t.SplitV(dy, t.Squeeze(row), axis, { num_split: values.length, name: "split" });
  }
  const offsets = t.ConcatOffset(axis, sizes);
  return sizes.map((size, i) => t.Slice(dy, offsets[i], size));
}

export const ConcatV2 = op("ConcatV2", {
  inputs: ["values: N * T", "axis: Tidx"],
  outputs: ["output: T"],
  attrs: { N: atLeast(2), T: type(), Tidx: typeOr("int32", "int32", "int64") },
  shape: (x, node) => [concatenatedShape(x.slice(0, -1), knownInteger(node, x.length - 1), node)],
  partialValue: (x) => (isFirstAxis(x[x.length - 1]) ? joinedEntries(x.slice(0, -1)) : null),
  lower: movingObjects(view((node) => concatenatingPieces(node, node.inputs.length - 1, 0))),
  // each dx is its part of dy
  grad: (t, [dy], x) => [...concatGradients(t, dy!, x.slice(0, -1), x[x.length - 1]), null],
});

export const Concat = op("Concat", {
  inputs: ["concat_dim: int32", "values: N * T"],
  outputs: ["output: T"],
  attrs: { N: atLeast(2), T: type() },
  shape: ([, ...values], node) => [concatenatedShape(values, knownInteger(node, 0), node)],
  partialValue: ([axis, ...values]) => (isFirstAxis(axis) ? joinedEntries(values) : null),
  lower: movingObjects(view((node) => concatenatingPieces(node, 0, 1))),
  // each dx is its part of dy
  grad: (t, [dy], [axis, ...values]) => [null, ...concatGradients(t, dy!, values, axis)],
});

const listText = (sizes: readonly number[]): string => `[${sizes.join(" ")}]`;

export const ConcatOffset = op("ConcatOffset", {
  inputs: ["concat_dim: int32", "shape: N * shape_type"],
  outputs: ["offset: N * shape_type"],
  attrs: { N: atLeast(2), shape_type: typeOr("int32", "int32", "int64") },
  shape: ([, ...shapes]) => shapes,
  lower: known(({ value, inputs, outputs }) => {
    const given = integer(value(0));
    const sizes = inputs.slice(1).map((_, i) => integers(value(i + 1)));
    const [first] = sizes;
    const axis = fromFront(given, first.length);
    if (axis < 0 || axis >= first.length)
      throw invalidArgument(`Concat dim is out of range: ${given} vs. ${first.length}`);
    let at = 0;
    return sizes.map((size, i) => {
      if (size.length !== first.length)
        throw invalidArgument(`input ${i} should contain ${first.length} elements, but got ${size.length}`);
      if (size.some((entry, other) => other !== axis && entry !== first[other]))
        throw invalidArgument(
          `All dimensions except ${axis} must match. Input ${i} has shape ${listText(size)} ` +
            `and doesn't match input 0 with shape ${listText(first)}.`,
        );
      const offset = size.map((_, other) => (other === axis ? at : 0));
      at += size[axis];
      return integerTensor(offset, outputs[i].dtype);
    });
  }),
  grad: none("it computes with shapes"),
});

export const ParallelConcat = op("ParallelConcat", {
  inputs: ["values: N * T"],
  outputs: ["output: T"],
  attrs: { N: atLeast(1), T: type(), shape: shape() },
  shape: (values, { attrs }) => {
    for (const value of values) merge([1, ...(attrs.shape?.slice(1) ?? [])], value);
    return [attrs.shape];
  },
  lower: movingObjects(
    view(({ inputs, outputs }) => ({ pieces: concatenation(outputs[0].shape, 0, inputs, 0) })),
  ),
  grad: missing("TensorFlow registers no gradient for ParallelConcat"),
});
