// Slices with strides, ellipses, new and dropped axes, as Python's indexing makes them, and the way back.
import { invalidArgument } from "../../base/errors.ts";
import { type Dims, elementCount, sameDims, type Shape, shapeText } from "../../base/shape.ts";
import { type LowerNode, routine, view } from "../../graph/lowering.ts";
import { int, op, type ShapeNode, type } from "../../graph/op.ts";
import type { Value } from "../../graph/types.ts";
import { shapeOf, staticOr, zerosLike } from "../support/functions.ts";
import { copyAll, position, unravel } from "../support/loops.ts";
import { knownIntegers, shapeFromInput, withRank } from "../support/shapes.ts";
import { movingObjects } from "../support/strings.ts";
import { integers } from "../support/values.ts";
import { broadcastStrides, readPiece, writePiece } from "../support/views.ts";
import { checkBounds, type SliceMasks, type SliceSpec, sliceLayout, sliceSpec } from "./slice-spec.ts";
import { stridedEntries } from "./partial-values.ts";

const masks = {
  begin_mask: int(0),
  end_mask: int(0),
  ellipsis_mask: int(0),
  new_axis_mask: int(0),
  shrink_axis_mask: int(0),
};

const masksOf = (attrs: SliceMasks): SliceMasks => ({
  begin_mask: Number(attrs.begin_mask),
  end_mask: Number(attrs.end_mask),
  ellipsis_mask: Number(attrs.ellipsis_mask),
  new_axis_mask: Number(attrs.new_axis_mask),
  shrink_axis_mask: Number(attrs.shrink_axis_mask),
});

// biome-ignore lint/suspicious/noExplicitAny: serves nodes of several ops
function inferredSpec(x: Shape, bounds: readonly Shape[], node: ShapeNode<any>): SliceSpec | null {
  const [begin, end, step] = bounds;
  checkBounds(begin, end, step);
  const [first, last, by] = [1, 2, 3].map((input) => knownIntegers(node, input));
  return sliceSpec(x, { begin: first, end: last, step: by }, masksOf(node.attrs));
}

// biome-ignore lint/suspicious/noExplicitAny: serves nodes of several ops
function loweredSpec(x: Dims, node: LowerNode<any>): SliceSpec {
  const [begin, end, step] = [1, 2, 3].map((input) => integers(node.value(input)));
  return sliceSpec(x, { begin, end, step }, masksOf(node.attrs))!;
}

export const StridedSlice = op("StridedSlice", {
  inputs: ["input: T", "begin: Index", "end: Index", "strides: Index"],
  outputs: ["output: T"],
  attrs: { T: type(), Index: type("int16", "int32", "int64"), ...masks },
  shape: ([x, ...bounds], node) => [inferredSpec(x, bounds, node)?.shape ?? null],
  partialValue: (x, { attrs }) => stridedEntries(x, masksOf(attrs)),
  lower: movingObjects(
    view((node) => {
      const { shape } = node.inputs[0];
      const spec = loweredSpec(shape, node);
      const { steps, offset } = sliceLayout(spec, shape);
      return { pieces: [readPiece(spec.taken, steps, offset)] };
    }),
  ),
  // dx = zeros with dy where the slice was
  grad: (t, [dy], [x, begin, end, step], _y, node) => {
    const shape = shapeOf(t, x, begin.dtype);
    const bounds = [begin, end, step].map((bound) => staticOr(node, bound)) as Value[];
    const [first, last, by] = bounds;
    const dx = t.StridedSliceGrad(staticOr(node, shape), first, last, by, dy!, masksOf(node.attrs));
    return [dx, null, null, null];
  },
});

function checkGradShape(dy: Shape, spec: SliceSpec | null): void {
  if (spec === null || dy === null || dy.includes(-1) || sameDims(dy, spec.shape)) return;
  throw invalidArgument(`shape of dy was ${shapeText(dy)} instead of ${shapeText(spec.shape)}`);
}

export const StridedSliceGrad = op("StridedSliceGrad", {
  inputs: ["shape: Index", "begin: Index", "end: Index", "strides: Index", "dy: T"],
  outputs: ["output: T"],
  attrs: { T: type(), Index: type("int32", "int64"), ...masks },
  shape: ([sizes, begin, end, step, dy], node) => {
    withRank(sizes, 1);
    const shape = shapeFromInput(node, 0, sizes);
    if (node.running) checkGradShape(dy, inferredSpec(shape, [begin, end, step], node));
    return [shape];
  },
  lower: movingObjects(
    view((node) => {
      const { shape } = node.outputs[0];
      const spec = loweredSpec(shape, node);
      const { steps, offset } = sliceLayout(spec, shape);
      return { pieces: [writePiece(spec.taken, steps, offset, 4)] };
    }),
  ),
  // d(dy) = the slice of the incoming gradient
  grad: (t, [ddx], [, begin, end, step], _y, { attrs }) => [
    null,
    null,
    null,
    null,
    t.StridedSlice(ddx!, begin, end, step, masksOf(attrs)),
  ],
});

function checkBroadcastInto(value: Shape, into: readonly number[]): void {
  if (value === null) return;
  const fits =
    value.length <= into.length &&
    value.every((size, i) => {
      const want = into[i + into.length - value.length];
      return size === 1 || size === want || size < 0 || want < 0;
    });
  if (!fits)
    throw invalidArgument(
      `Cannot broadcast input shape ${shapeText(value)} into final shape ${shapeText(into)}`,
    );
}

/** Strides by which a value is read along the taken axes of the tensor that it goes into. */
function valueStrides(spec: SliceSpec, value: Dims): number[] {
  const byResult = broadcastStrides(value, spec.shape);
  const byTaken = new Array<number>(spec.taken.length).fill(0);
  spec.axes.forEach((axis, i) => {
    if (axis >= 0) byTaken[axis] = byResult[i];
  });
  return byTaken;
}

export const TensorStridedSliceUpdate = op("TensorStridedSliceUpdate", {
  inputs: ["input: T", "begin: Index", "end: Index", "strides: Index", "value: T"],
  outputs: ["output: T"],
  attrs: { T: type(), Index: type("int32", "int64"), ...masks },
  shape: ([x, begin, end, step, value], node) => {
    const spec = inferredSpec(x, [begin, end, step], node);
    if (spec !== null) checkBroadcastInto(value, spec.shape);
    return [x];
  },
  lower: movingObjects(
    routine((k, m, node) => {
      const { shape } = node.inputs[0];
      const spec = loweredSpec(shape, node);
      const { steps, offset } = sliceLayout(spec, shape);
      const value = k.input(4);
      const y = k.output(0);
      const from = valueStrides(spec, value.shape);
      copyAll(k, m, k.input(0), y);
      k.parallel(elementCount(spec.taken), (i) => {
        const index = unravel(m, i, spec.taken);
        k.store(y, position(m, index, steps, offset), k.load(value, position(m, index, from)));
      });
    }),
  ),
  // dvalue = dy's slice, summed over repeated axes; dx = dy with zeros in the slice
  grad: (t, [dy], [, begin, end, step, value], _y, { attrs }) => {
    const slice = masksOf(attrs);
    const taken = t.StridedSlice(dy!, begin, end, step, slice);
    const dx = t.TensorStridedSliceUpdate(dy!, begin, end, step, zerosLike(t, taken), slice);
    const shape = shapeOf(t, value, begin.dtype);
    const [axes] = t.BroadcastGradientArgs(shape, shapeOf(t, taken, begin.dtype));
    const dvalue = t.Reshape(t.Sum(taken, axes), shape);
    return [dx, null, null, null, dvalue];
  },
});
