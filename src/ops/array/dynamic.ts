// Rows dealt out to several tensors by number, and put together again.
import { allocate } from "../../base/dtypes.ts";
import { invalidArgument } from "../../base/errors.ts";
import { elementCount, type Shape, shapeText, UNKNOWN } from "../../base/shape.ts";
import { compose, type LowerNode, routine } from "../../graph/lowering.ts";
import { atLeast, type GradientRule, op, type } from "../../graph/op.ts";
import type { RawOps } from "../../graph/raw-ops.gen.ts";
import type { Value } from "../../graph/types.ts";
import { rangeOf, shapeOf, zerosLike } from "../support/functions.ts";
import { copyRun, isBelow, slotText, unravel } from "../support/loops.ts";
import { merge, subshape } from "../support/shapes.ts";
import { movingObjects } from "../support/strings.ts";

const startsWith = (shape: Shape, start: Shape): boolean =>
  shape === null ||
  start === null ||
  (shape.length >= start.length && start.every((size, i) => size < 0 || shape[i] < 0 || size === shape[i]));

type PartitionAttrs = { num_partitions: number };

export const DynamicPartition = op("DynamicPartition", {
  inputs: ["data: T", "partitions: int32"],
  outputs: ["outputs: num_partitions * T"],
  attrs: { num_partitions: atLeast(1), T: type() },
  shape: ([data, partitions], { attrs }) => {
    if (!startsWith(data, partitions))
      throw invalidArgument(
        `data.shape must start with partitions.shape, got data.shape = ${shapeText(data)}, ` +
          `partitions.shape = ${shapeText(partitions)}`,
      );
    const rest = partitions === null ? null : subshape(data, partitions.length);
    return new Array<Shape>(Number(attrs.num_partitions)).fill(rest === null ? null : [UNKNOWN, ...rest]);
  },
  lower: movingObjects(
    routine((k, m, { inputs: [{ shape }, { shape: places }], attrs }: LowerNode<PartitionAttrs>) => {
      const count = Number(attrs.num_partitions);
      const rest = shape.slice(places.length);
      const inner = elementCount(rest);
      const data = k.input(0);
      const partitions = k.input(1);
      k.serial(partitions.count, (i) => {
        const to = k.hold(k.load(partitions, i));
        const words = `partitions${slotText(places.length)} = %${places.length} is not in [0, ${count})`;
        k.check(isBelow(m, to, count), "INVALID_ARGUMENT", words, [...unravel(m, i, places), to]);
      });
      for (let part = 0; part < count; part++) {
        const y = k.output(part, [partitions.count, ...rest]);
        const found = k.cell("int32", 0);
        k.serial(partitions.count, (i) => {
          k.if(m.eq(k.load(partitions, i), part), () => {
            if (inner > 0) copyRun(k, m, inner, [data, m.mul(i, inner)], [y, m.mul(found.get(), inner)]);
            found.set(m.add(found.get(), 1));
          });
        });
        k.setCount(part, 0, found.get());
      }
    }),
  ),
  // ddata = the gradients of the parts, stitched together where the rows came from
  grad: (t, dy, [data, partitions], y, { attrs }) => {
    const prefix = shapeOf(t, partitions);
    const places = t.Reshape(rangeOf(t, 0, t.Prod(prefix, [0])), prefix);
    const dealt = t.DynamicPartition(places, partitions, { num_partitions: attrs.num_partitions });
    const parts = dy.map((part, i) => part ?? zerosLike(t, y[i]));
    return [t.Reshape(t.ParallelDynamicStitch(dealt, parts), shapeOf(t, data)), null];
  },
});

function stitchedShape(x: Shape[]): Shape[] {
  const count = x.length / 2;
  let rest: Shape = null;
  for (let i = 0; i < count; i++) {
    const indices = x[i];
    const data = x[count + i];
    if (!startsWith(data, indices))
      throw invalidArgument(
        `data[${i}].shape = ${shapeText(data)} does not start with ` +
          `indices[${i}].shape = ${shapeText(indices)}`,
      );
    if (indices !== null) rest = merge(rest, subshape(data, indices.length));
  }
  return [rest === null ? null : [UNKNOWN, ...rest]];
}

/** All indices as one list and all rows as another: later rows win, and the largest index tells the size. */
function stitched(t: RawOps, x: Value[], node: LowerNode): Value {
  const count = x.length / 2;
  const rest = node.inputs[count].shape.slice(node.inputs[0].shape.length);
  const join = (parts: Value[]): Value => (parts.length === 1 ? parts[0] : t.ConcatV2(parts, 0));
  const indices = join(x.slice(0, count).map((one) => t.Reshape(one, [-1])));
  const rows = join(
    x.slice(count).map((one, i) => t.Reshape(one, [elementCount(node.inputs[i].shape), ...rest])),
  );
  const size = t.AddV2(t.Maximum(t.Max(indices, [0]), -1), 1);
  const dims = t.ConcatV2([t.ExpandDims(size, 0), Int32Array.from(rest)], 0);
  const { dtype } = node.outputs[0];
  const nothing = t.Fill(dims, { dtype, shape: [], data: allocate(dtype, 1) });
  return t.TensorScatterUpdate(nothing, t.ExpandDims(indices, 1), rows);
}

// each part gets its rows of dy
const stitchGradient: GradientRule<unknown> = (t, [dy], x) => {
  const indices = x.slice(0, x.length / 2);
  return [...indices.map(() => null), ...indices.map((one) => t.GatherV2(dy!, one, 0))];
};

export const DynamicStitch = op("DynamicStitch", {
  inputs: ["indices: N * int32", "data: N * T"],
  outputs: ["merged: T"],
  attrs: { N: atLeast(1), T: type() },
  shape: stitchedShape,
  lower: compose(stitched),
  grad: stitchGradient,
});

export const ParallelDynamicStitch = op("ParallelDynamicStitch", {
  inputs: ["indices: N * int32", "data: N * T"],
  outputs: ["merged: T"],
  attrs: { N: atLeast(1), T: type() },
  shape: stitchedShape,
  lower: compose(stitched),
  grad: stitchGradient,
});
