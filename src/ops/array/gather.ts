// Gather: slices of a tensor along an axis, by index.
import { invalidArgument } from "../../base/errors.ts";
import { type Dims, elementCount, type Shape, shapeText } from "../../base/shape.ts";
import { type LowerNode, routine } from "../../graph/lowering.ts";
import { bool, type GradientBuilder, int, op, type ShapeNode, type } from "../../graph/op.ts";
import type { Gradient, Value } from "../../graph/types.ts";
import { concatenate, shapeOf, sizeOf, sliceVector } from "../support/functions.ts";
import { copyRun, isBelow, slotText, unravel } from "../support/loops.ts";
import { fromFront, joinShapes, knownInteger, reject } from "../support/shapes.ts";
import { movingObjects } from "../support/strings.ts";
import { integer } from "../support/values.ts";
import { gatherGradientAlong } from "./gather-gradient.ts";
import { gatheredEntries, isFirstAxis } from "./partial-values.ts";

// biome-ignore lint/suspicious/noExplicitAny: helpers serve nodes of all attr types
type AnyNode = ShapeNode<any>;

function checkBatch(params: readonly number[], indices: readonly number[], batch: number): void {
  for (let axis = 0; axis < batch; axis++) {
    const a = params[axis];
    const b = indices[axis];
    if (a >= 0 && b >= 0 && a !== b)
      throw invalidArgument(`params.shape[${axis}]: ${a} should be equal to indices.shape[${axis}]: ${b}`);
  }
}

function batchDimsOf(node: AnyNode, indices: readonly number[]): number {
  const given = Number(node.attrs.batch_dims ?? 0);
  const rank = indices.length;
  if (given < -rank || given > rank)
    throw invalidArgument(`Expected batch_dims in the range [${-rank}, ${rank}], but got ${given}`);
  return fromFront(given, rank);
}

function gatheredShape(params: Shape, indices: Shape, axis: number | undefined, node: AnyNode): Shape {
  if (params !== null && params.length === 0)
    reject(node, "params must be at least 1 dimensional", "Shape must be at least rank 1 but is rank 0");
  if (params === null || indices === null) return null;
  if (axis === undefined) return null;
  const rank = params.length;
  if (axis < -rank || axis >= rank)
    reject(
      node,
      `Expected axis in the range [${-rank}, ${rank}), but got ${axis}`,
      `Shape must be at least rank ${axis < 0 ? -axis : axis + 1} but is rank ${rank}`,
    );
  const along = fromFront(axis, rank);
  const batch = batchDimsOf(node, indices);
  if (batch > along)
    throw invalidArgument(`batch_dims (${batch}) must be less than or equal to axis (${along}).`);
  checkBatch(params, indices, batch);
  return joinShapes(params.slice(0, along), indices.slice(batch), params.slice(along + 1));
}

/** Checks every index, and names the first bad one by its place. */
function gathering<A>(along: (node: LowerNode<A>) => number, batchDims: (node: LowerNode<A>) => number) {
  return routine<A>((k, m, node) => {
    const { shape } = node.inputs[0];
    const places = node.inputs[1].shape;
    const axis = along(node);
    const batch = batchDims(node);
    const x = k.input(0);
    const indices = k.input(1);
    const y = k.output(0);
    const size = shape[axis];
    const inner = elementCount(shape.slice(axis + 1));
    k.serial(indices.count, (i) => {
      const index = k.hold(k.load(indices, i));
      const last = places.length;
      const words = `indices${slotText(last)} = %${last} is not in [0, ${size})`;
      k.check(isBelow(m, index, size), "INVALID_ARGUMENT", words, [...unravel(m, i, places), index]);
    });
    const loops: Dims = [
      elementCount(shape.slice(0, batch)),
      elementCount(shape.slice(batch, axis)),
      elementCount(places.slice(batch)),
    ];
    if (y.count === 0) return;
    k.parallel(elementCount(loops), (i) => {
      const [b, outer, n] = unravel(m, i, loops);
      const index = m.cast(k.load(indices, m.add(m.mul(b, loops[2]), n)), "int32");
      const row = m.add(m.mul(b, loops[1]), outer);
      const from = m.mul(m.add(m.mul(row, size), index), inner);
      copyRun(k, m, inner, [x, from], [y, m.mul(i, inner)]);
    });
  });
}

/** Rows of dy, as the slices of params that they belong to. */
function rowGradient(t: GradientBuilder, dy: Value, params: Value, indices: Value): Gradient {
  const shape = shapeOf(t, params);
  const count = t.ExpandDims(sizeOf(t, indices), 0);
  const values = t.Reshape(dy, concatenate(t, [count, sliceVector(t, shape, 1, null)], 0));
  return { values, indices: t.Reshape(indices, count), denseShape: shape };
}

export const Gather = op("Gather", {
  inputs: ["params: Tparams", "indices: Tindices"],
  outputs: ["output: Tparams"],
  attrs: { validate_indices: bool(true), Tparams: type(), Tindices: type("int32", "int64") },
  shape: ([params, indices], node) => [gatheredShape(params, indices, 0, node)],
  partialValue: gatheredEntries,
  lower: movingObjects(
    gathering(
      () => 0,
      () => 0,
    ),
  ),
  // dparams = rows of dy, added at their indices
  grad: (t, [dy], [params, indices]) => [rowGradient(t, dy!, params, indices), null],
});

export const GatherV2 = op("GatherV2", {
  inputs: ["params: Tparams", "indices: Tindices", "axis: Taxis"],
  outputs: ["output: Tparams"],
  attrs: {
    batch_dims: int(0),
    Tparams: type(),
    Tindices: type("int16", "int32", "int64"),
    Taxis: type("int32", "int64"),
  },
  shape: ([params, indices, axisShape], node) => {
    if (axisShape !== null && axisShape.length !== 0)
      reject(
        node,
        `axis must be scalar: received ${shapeText(axisShape)}`,
        `Shape must be rank 0 but is rank ${axisShape.length}`,
      );
    const axis = knownInteger(node, 2);
    const shape = gatheredShape(params, indices, axis, node);
    if (shape !== null || params === null || indices === null) return [shape];
    const rank = params.length + indices.length - 1 - batchDimsOf(node, indices);
    return [new Array<number>(rank).fill(-1)];
  },
  partialValue: (x) => (isFirstAxis(x[2]) ? gatheredEntries(x) : null),
  lower: movingObjects(
    gathering(
      (node) => fromFront(integer(node.value(2)), node.inputs[0].shape.length),
      (node) => fromFront(Number(node.attrs.batch_dims), node.inputs[1].shape.length),
    ),
  ),
  // dparams = slices of dy, added at their indices
  grad: (t, [dy], [params, indices, axis], _y, node) => {
    const known = node.constant(axis);
    if (known !== undefined && integer(known) === 0)
      return [rowGradient(t, dy!, params, indices), null, null];
    const batch = Number(node.attrs.batch_dims);
    const batchDims = batch < 0 ? batch + (indices.shape?.length ?? 0) : batch;
    return [gatherGradientAlong(t, dy!, { params, indices, axis, batchDims }), null, null];
  },
});
