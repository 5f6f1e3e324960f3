// Lists whose elements are laid one after the other, and tensors cut into such elements.
import { invalidArgument } from "../../base/errors.ts";
import { isFullyDefined, type Shape, shapeText } from "../../base/shape.ts";
import { host } from "../../graph/lowering.ts";
import { none, op, shape, type } from "../../graph/op.ts";
import type { DTypeName, TensorValue } from "../../graph/types.ts";
import { concatenate } from "../support/functions.ts";
import { joinShapes, subshape } from "../support/shapes.ts";
import { integers } from "../support/values.ts";
import {
  type AnyNode,
  checkType,
  givesList,
  keepsList,
  knownShape,
  listShape,
  rowShape,
  shapeOfElements,
} from "./rules.ts";
import {
  joined,
  listOf,
  mergeElementShapes,
  rows,
  spelledShape,
  TensorList,
  variantOf,
  zeros,
} from "./tensor-list.ts";

/** All elements along their first axis, with how long each was. */
function concatenated(list: TensorList, asked: Shape, leading: readonly number[]): TensorValue[] {
  const rest = list.items.reduce(
    (known: Shape, item) => mergeElementShapes(known, item === null ? null : innerShape(item.shape)),
    mergeElementShapes(subshape(asked, 1), subshape(list.elementShape, 1)),
  );
  if (!isFullyDefined(rest))
    throw invalidArgument(
      "All except the first dimension must be fully defined when concating an empty tensor list. " +
        `element_shape: ${shapeText(asked)}`,
    );
  const parts = list.items.map(
    (item, i) => item ?? zeros(list.dtype, [unwrittenLength(asked, leading, i), ...rest]),
  );
  const lengths = parts.map((part) => part.shape[0]);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return [
    joined(list.dtype, parts, [total, ...rest]),
    { dtype: "int64", shape: [lengths.length], data: BigInt64Array.from(lengths, BigInt) },
  ];
}

function innerShape(dims: readonly number[]): Shape {
  if (dims.length === 0)
    throw invalidArgument("Concat saw a scalar shape at index 0 but requires at least vectors.");
  return dims.slice(1);
}

function unwrittenLength(asked: Shape, leading: readonly number[], i: number): number {
  const known = asked?.[0] ?? -1;
  if (known >= 0) return known;
  if (i < leading.length) return leading[i];
  throw invalidArgument(
    `List contains uninitialized tensor at index ${i} but leading_dims has only ${leading.length} elements.`,
  );
}

/** Every element may have its own length: only the rest of the shape is kept. */
function concatShape(node: AnyNode, asked: Shape): Shape[] {
  if (node.running === true) return [null, null];
  return [
    joinShapes([-1], subshape(mergeElementShapes(subshape(asked, 1), subshape(listShape(node), 1)), 0)),
    [-1],
  ];
}

export const TensorListConcat = op("TensorListConcat", {
  inputs: ["input_handle: variant"],
  outputs: ["tensor: element_dtype", "lengths: int64"],
  attrs: { element_dtype: type(), element_shape: shape(null) },
  shape: (_, node) => concatShape(node, node.attrs.element_shape),
  lower: host((_, [handle], { attrs }) => {
    const list = listOf(handle);
    checkType(list, attrs["element_dtype"] as DTypeName);
    return concatenated(list, (attrs["element_shape"] ?? null) as Shape, []);
  }),
  grad: (t, [dy], [list], [, lengths]) => [t.TensorListSplit(dy!, shapeOfElements(t, list), lengths)],
});

export const TensorListConcatV2 = op("TensorListConcatV2", {
  inputs: ["input_handle: variant", "element_shape: shape_type", "leading_dims: int64"],
  outputs: ["tensor: element_dtype", "lengths: int64"],
  attrs: { element_dtype: type(), shape_type: type("int32", "int64") },
  shape: (_, node) => concatShape(node, knownShape(node, 1)),
  lower: host((_, [handle, spelled, leading], { attrs }) => {
    const list = listOf(handle);
    checkType(list, attrs["element_dtype"] as DTypeName);
    return concatenated(list, spelledShape(spelled), integers(leading));
  }),
  grad: (t, [dy], [list], [, lengths]) => [
    t.TensorListSplit(dy!, shapeOfElements(t, list), lengths),
    null,
    null,
  ],
});

export const TensorListSplit = op("TensorListSplit", {
  inputs: ["tensor: element_dtype", "element_shape: shape_type", "lengths: int64"],
  outputs: ["output_handle: variant"],
  attrs: { element_dtype: type(), shape_type: type("int32", "int64") },
  shape: ([x], node) => {
    if (node.running !== true) {
      const rest = joinShapes([-1], subshape(x, 1));
      givesList(node, node.attrs.element_dtype, mergeElementShapes(rest, knownShape(node, 1)));
    }
    return [[]];
  },
  lower: host((_, [tensor, spelled, lengths]) => {
    const sizes = integers(lengths);
    checkSplit(tensor, sizes);
    let next = 0;
    const items = sizes.map((size) => rows(tensor, next, (next += size)));
    return [variantOf([new TensorList(tensor.dtype, spelledShape(spelled), items)])];
  }),
  grad: (t, [dlist], [x, , lengths]) => {
    const element_dtype = x.dtype;
    const asked = concatenate(t, [t.literal([-1], "int32", "concat/values_0"), rowShape(t, x)], 0);
    return [t.TensorListConcatV2(dlist!, asked, lengths, { element_dtype })[0], null, null];
  },
});

function checkSplit(tensor: TensorValue, sizes: readonly number[]): void {
  if (tensor.shape.length === 0)
    throw invalidArgument(`Tensor must be at least a vector, but saw shape: ${shapeText(tensor.shape)}`);
  const bad = sizes.find((size) => size < 0);
  if (bad !== undefined) throw invalidArgument(`Invalid value in lengths: ${bad}`);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const [have] = tensor.shape;
  if (total > have)
    throw invalidArgument(
      `Attempting to slice [${total - sizes[sizes.length - 1]}, ${total}] from tensor with length ${have}`,
    );
  if (total < have)
    throw invalidArgument(`Unused values in tensor. Length of tensor: ${have} Values used: ${total}`);
}

export const TensorListConcatLists = op("TensorListConcatLists", {
  inputs: ["input_a: variant", "input_b: variant"],
  outputs: ["output: variant"],
  attrs: { element_dtype: type() },
  shape: ([x], node) => {
    keepsList(node);
    return [x];
  },
  lower: host((_, [a, b]) => {
    if (a.data.length !== b.data.length)
      throw invalidArgument(
        `Incompatible input TensorList tensors: ${shapeText(a.shape)} and ${shapeText(b.shape)}`,
      );
    const lists = Array.from({ length: a.data.length }, (_unused, i) => {
      const [first, second] = [a, b].map((each) => listOf({ ...each, data: [each.data[i]] as never }));
      if (first.dtype !== second.dtype)
        throw invalidArgument(`Incompatible list dtypes: ${first.dtype} and ${second.dtype}`);
      const known = mergeElementShapes(first.elementShape, second.elementShape);
      return new TensorList(first.dtype, known, [...first.items, ...second.items]);
    });
    return [variantOf(lists, a.shape)];
  }),
  grad: none("TensorFlow declares none"),
});
