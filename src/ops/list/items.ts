// Lists of a given length, whose elements are read and written by index.
import { invalidArgument } from "../../base/errors.ts";
import { host } from "../../graph/lowering.ts";
import { bool, missing, op, type, typeOr } from "../../graph/op.ts";
import type { DTypeName } from "../../graph/types.ts";
import { shapeOf, zerosLike } from "../support/functions.ts";
import { withRank } from "../support/shapes.ts";
import {
  checkAppended,
  checkType,
  elementShape,
  givesList,
  keepsList,
  knownShape,
  shapeOfElements,
} from "./rules.ts";
import { listOf, read, spelledShape, TensorList, variantOf } from "./tensor-list.ts";

export const TensorListReserve = op("TensorListReserve", {
  inputs: ["element_shape: shape_type", "num_elements: int32"],
  outputs: ["handle: variant"],
  attrs: { element_dtype: type(), shape_type: type("int32", "int64") },
  shape: (_, node) => {
    givesList(node, node.attrs.element_dtype, knownShape(node, 0));
    return [[]];
  },
  lower: host((_, [shape, count], { attrs }) => {
    const length = Number(count.data[0]);
    if (length < 0)
      throw invalidArgument(`The num_elements to reserve must be a non negative number, but got ${length}`);
    const items = new Array<null>(length).fill(null);
    return [variantOf([new TensorList(attrs["element_dtype"] as DTypeName, spelledShape(shape), items)])];
  }),
  grad: missing("TensorFlow registers no gradient for TensorListReserve"),
});

export const TensorListGetItem = op("TensorListGetItem", {
  inputs: ["input_handle: variant", "index: int32", "element_shape: Tshape"],
  outputs: ["item: element_dtype"],
  attrs: { element_dtype: type(), Tshape: typeOr("int32", "int32", "int64") },
  shape: (_, node) => [elementShape(node, 2)],
  lower: host((_, [handle, at, shape], { attrs }) => {
    const list = listOf(handle);
    checkType(list, attrs["element_dtype"] as DTypeName);
    const index = Number(at.data[0]);
    if (index < 0 || index >= list.length)
      throw invalidArgument(`Trying to access element ${index} in a list with ${list.length} elements.`);
    return [read(list, index, spelledShape(shape))];
  }),
  // A list of zeros with dy at the index.
  grad: (t, [dy], [list, index]) => {
    const element_dtype = dy!.dtype;
    const length = t.TensorListLength(list);
    const empty = t.TensorListReserve(shapeOfElements(t, list), length, { element_dtype });
    return [t.TensorListSetItem(empty, index, dy!), null, null];
  },
});

export const TensorListSetItem = op("TensorListSetItem", {
  inputs: ["input_handle: variant", "index: int32", "item: element_dtype"],
  outputs: ["output_handle: variant"],
  attrs: { element_dtype: type(), resize_if_index_out_of_bounds: bool(false) },
  shape: ([, index], node) => {
    withRank(index, 0);
    return keepsList(node);
  },
  lower: host((_, [handle, at, item], { attrs }) => {
    let list = listOf(handle);
    checkType(list, attrs["element_dtype"] as DTypeName);
    const index = Number(at.data[0]);
    if (attrs["resize_if_index_out_of_bounds"] === true && index >= list.length)
      list = list.resized(index + 1);
    if (index < 0 || index >= list.length)
      throw invalidArgument(`Trying to modify element ${index} in a list with ${list.length} elements.`);
    checkAppended(list, item, "set");
    return [variantOf([list.with(index, item)])];
  }),
  // The element written has no influence on the list's others, nor the one that was there on the result.
  grad: (t, [dlist], [list, index, item], _, { attrs }) => {
    const others = t.TensorListSetItem(dlist!, index, zerosLike(t, item));
    const own = t.TensorListGetItem(dlist!, index, shapeOf(t, item), { element_dtype: item.dtype });
    // A write beyond the end made the list longer than it was.
    const grew = attrs.resize_if_index_out_of_bounds;
    return [grew ? t.TensorListResize(others, t.TensorListLength(list)) : others, null, own];
  },
});
