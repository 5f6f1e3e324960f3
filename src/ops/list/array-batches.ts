// Many elements of a TensorArray at once: gathered, scattered, laid one after the other, split.
import { invalidArgument } from "../../base/errors.ts";
import { type Shape, shapeText } from "../../base/shape.ts";
import { host } from "../../graph/lowering.ts";
import { op, shape, type } from "../../graph/op.ts";
import type { DTypeName, TensorValue } from "../../graph/types.ts";
import { joinShapes } from "../support/shapes.ts";
import { integers } from "../support/values.ts";
import { gradientArray, gradientArrayAfter } from "./array-gradients.ts";
import { arrayOf, type TensorArray } from "./array-object.ts";
import { listShape } from "./rules.ts";
import { joined, mergeElementShapes, row, rows, zeros } from "./tensor-list.ts";

const FLOW: TensorValue = { dtype: "float32", shape: [], data: new Float32Array(1) };

export const TensorArrayGatherV3 = op("TensorArrayGatherV3", {
  inputs: ["handle: resource", "indices: int32", "flow_in: float32"],
  outputs: ["value: dtype"],
  attrs: { dtype: type(), element_shape: shape(null) },
  stateful: true,
  shape: ([, indices], node) =>
    node.running === true
      ? [null]
      : [joinShapes(indices, mergeElementShapes(listShape(node), node.attrs.element_shape))],
  lower: host((_, [handle, indices], { attrs }) => [
    arrayOf(handle).gather(
      integers(indices),
      attrs["dtype"] as DTypeName,
      (attrs["element_shape"] ?? null) as Shape,
    ),
  ]),
  grad: (t, [dy], [handle, indices, flow]) => {
    const array = gradientArray(t, handle, flow, dy!);
    return [null, null, t.TensorArrayScatterV3(array.handle, indices, dy!, array.flow)];
  },
});

function checkRows(indices: TensorValue, value: TensorValue): void {
  if (value.shape.length === 0)
    throw invalidArgument(
      `Input value for unpack must be at least a vector but received shape: ${shapeText(value.shape)}`,
    );
  if (indices.shape.length !== 1)
    throw invalidArgument(`Expected indices to be a vector, but received shape: ${shapeText(indices.shape)}`);
  if (indices.shape[0] !== value.shape[0])
    throw invalidArgument(
      `Expected len(indices) == values.shape[0], but saw: ${indices.shape[0]} vs. ${value.shape[0]}`,
    );
}

export const TensorArrayScatterV3 = op("TensorArrayScatterV3", {
  inputs: ["handle: resource", "indices: int32", "value: T", "flow_in: float32"],
  outputs: ["flow_out: float32"],
  attrs: { T: type() },
  stateful: true,
  shape: () => [[]],
  lower: host((world, [handle, indices, value]) => {
    checkRows(indices, value);
    const array = arrayOf(handle);
    const targets = integers(indices);
    const most = targets.reduce((all, i) => Math.max(all, i), -1);
    array.growTo(most + 1);
    if (most >= array.size)
      throw invalidArgument(`Max scatter index must be < array size (${most} vs. ${array.size})`);
    for (const [i, at] of targets.entries()) array.write(at, row(value, i), world);
    return [FLOW];
  }),
  grad: (t, [flow], [handle, indices], [done], { attrs }) => {
    const array = gradientArrayAfter(t, done, handle, flow!);
    return [null, null, t.TensorArrayGatherV3(array.handle, indices, array.flow, { dtype: attrs.T }), flow];
  },
});

function concatenated(array: TensorArray, dtype: DTypeName, asked: Shape): TensorValue[] {
  const parts = Array.from({ length: array.size }, (_, i) => array.read(i, dtype));
  const rest = parts.reduce((known: Shape, { shape: dims }, i) => {
    if (dims.length === 0)
      throw invalidArgument(`Concat saw a scalar shape at index ${i} but requires at least vectors.`);
    return mergeElementShapes(known, dims.slice(1));
  }, asked);
  const lengths = BigInt64Array.from(parts, ({ shape: [length] }) => BigInt(length));
  const total = parts.reduce((sum, { shape: [length] }) => sum + length, 0);
  const value =
    parts.length === 0 ? zeros(dtype, [0, ...emptyRest(rest)]) : joined(dtype, parts, [total, ...rest!]);
  return [value, { dtype: "int64", shape: [parts.length], data: lengths }];
}

function emptyRest(rest: Shape): readonly number[] {
  if (rest !== null && !rest.includes(-1)) return rest;
  throw invalidArgument(
    `TensorArray has size zero, but element_shape_except0 ${shapeText(rest)} is not fully defined. ` +
      "Currently only static shapes are supported when concatenating zero-size TensorArrays.",
  );
}

export const TensorArrayConcatV3 = op("TensorArrayConcatV3", {
  inputs: ["handle: resource", "flow_in: float32"],
  outputs: ["value: dtype", "lengths: int64"],
  attrs: { dtype: type(), element_shape_except0: shape(null) },
  stateful: true,
  shape: (_, node) => [joinShapes([-1], node.attrs.element_shape_except0), [-1]],
  lower: host((_, [handle], { attrs }) =>
    concatenated(
      arrayOf(handle),
      attrs["dtype"] as DTypeName,
      (attrs["element_shape_except0"] ?? null) as Shape,
    ),
  ),
  grad: (t, [dy], [handle, flow], [, lengths]) => {
    const array = gradientArray(t, handle, flow, dy!);
    return [null, t.TensorArraySplitV3(array.handle, dy!, lengths, array.flow)];
  },
});

function checkSplit(array: TensorArray, value: TensorValue, lengths: TensorValue): void {
  const count = lengths.data.length;
  if (lengths.shape.length !== 1)
    throw invalidArgument(`Expected lengths to be a vector, received shape: ${shapeText(lengths.shape)}`);
  if (value.shape.length === 0)
    throw invalidArgument(
      `Expected value to be at least a vector, but received shape: ${shapeText(value.shape)}`,
    );
  const total = integers(lengths).reduce((sum, length) => sum + length, 0);
  if (total !== value.shape[0])
    throw invalidArgument(
      `Expected sum of lengths to be equal to values.shape[0], but sum of lengths is ${total} ` +
        `and value's shape is: ${shapeText(value.shape)}`,
    );
  array.growTo(count);
  if (array.size !== count)
    throw invalidArgument(
      `TensorArray's size is not equal to the size of lengths (${array.size} vs. ${count}), ` +
        "and the TensorArray is not marked as dynamically resizeable",
    );
}

export const TensorArraySplitV3 = op("TensorArraySplitV3", {
  inputs: ["handle: resource", "value: T", "lengths: int64", "flow_in: float32"],
  outputs: ["flow_out: float32"],
  attrs: { T: type() },
  stateful: true,
  shape: () => [[]],
  lower: host((world, [handle, value, lengths]) => {
    const array = arrayOf(handle);
    checkSplit(array, value, lengths);
    let next = 0;
    for (const [i, length] of integers(lengths).entries())
      array.write(i, rows(value, next, (next += length)), world);
    return [FLOW];
  }),
  grad: (t, [flow], [handle], [done], { attrs }) => {
    const array = gradientArrayAfter(t, done, handle, flow!);
    return [null, t.TensorArrayConcatV3(array.handle, array.flow, { dtype: attrs.T })[0], null, flow];
  },
});
