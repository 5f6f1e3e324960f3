// Lists that grow and shrink at their end.
import { invalidArgument } from "../../base/errors.ts";
import { host } from "../../graph/lowering.ts";
import { missing, none, op, type } from "../../graph/op.ts";
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
import { listOf, mergeElementShapes, read, row, spelledShape, TensorList, variantOf } from "./tensor-list.ts";

const shapeType = { shape_type: type("int32", "int64") };

export const EmptyTensorList = op("EmptyTensorList", {
  inputs: ["element_shape: shape_type", "max_num_elements: int32"],
  outputs: ["handle: variant"],
  attrs: { element_dtype: type(), ...shapeType },
  shape: (_, node) => {
    givesList(node, node.attrs.element_dtype, knownShape(node, 0));
    return [[]];
  },
  lower: host((_, [shape, capacity], { attrs }) => {
    const dtype = attrs["element_dtype"] as DTypeName;
    return [variantOf([new TensorList(dtype, spelledShape(shape), [], Number(capacity.data[0]))])];
  }),
  grad: missing("TensorFlow registers no gradient for EmptyTensorList"),
});

function checkRoom(list: TensorList): void {
  if (list.capacity >= 0 && list.length >= list.capacity)
    throw invalidArgument(
      `Tried to push item into a full list list size: ${list.length} max_num_elements: ${list.capacity}`,
    );
}

export const TensorListPushBack = op("TensorListPushBack", {
  inputs: ["input_handle: variant", "tensor: element_dtype"],
  outputs: ["output_handle: variant"],
  attrs: { element_dtype: type() },
  shape: ([, item], node) => {
    const list = node.handle(0);
    if (list !== undefined) mergeElementShapes(item, list.shape);
    return keepsList(node);
  },
  lower: host((_, [handle, item]) => {
    const list = listOf(handle);
    checkAppended(list, item, "append");
    checkRoom(list);
    return [variantOf([list.push(item)])];
  }),
  grad: (t, [dlist], [, item], _y, { attrs }) =>
    t.TensorListPopBack(dlist!, shapeOf(t, item), { element_dtype: attrs.element_dtype }),
});

export const TensorListPopBack = op("TensorListPopBack", {
  inputs: ["input_handle: variant", "element_shape: int32"],
  outputs: ["output_handle: variant", "tensor: element_dtype"],
  attrs: { element_dtype: type() },
  shape: (_, node) => [...keepsList(node), elementShape(node, 1)],
  lower: host((_, [handle, shape], { attrs }) => {
    const list = listOf(handle);
    checkType(list, attrs["element_dtype"] as DTypeName);
    if (list.length === 0) throw invalidArgument("Trying to pop from an empty list.");
    return [variantOf([list.pop()]), read(list, list.length - 1, spelledShape(shape))];
  }),
  grad: (t, [dlist, ditem], _x, [list, item]) => {
    const dtype = item.dtype;
    const into = dlist ?? t.EmptyTensorList(shapeOfElements(t, list), -1, { element_dtype: dtype });
    return [t.TensorListPushBack(into, ditem ?? zerosLike(t, item)), null];
  },
});

export const TensorListPushBackBatch = op("TensorListPushBackBatch", {
  inputs: ["input_handles: variant", "tensor: element_dtype"],
  outputs: ["output_handles: variant"],
  attrs: { element_dtype: type() },
  shape: ([handles], node) => {
    keepsList(node);
    return [handles];
  },
  lower: host((_, [handles, items]) => {
    if (items.shape[0] !== handles.data.length)
      throw invalidArgument(`Incompatible shapes: ${handles.data.length} lists, ${items.shape[0]} elements`);
    const lists = Array.from({ length: handles.data.length }, (_unused, i) => {
      const list = listOf({ ...handles, data: [handles.data[i]] as never });
      const item = row(items, i);
      checkAppended(list, item, "append");
      return list.push(item);
    });
    return [variantOf(lists, handles.shape)];
  }),
  grad: none("TensorFlow declares none"),
});

export const TensorListLength = op("TensorListLength", {
  inputs: ["input_handle: variant"],
  outputs: ["length: int32"],
  attrs: {},
  shape: () => [[]],
  lower: host((_, [handle]) => [{ dtype: "int32", shape: [], data: Int32Array.of(listOf(handle).length) }]),
  grad: none("it counts"),
});

export const TensorListElementShape = op("TensorListElementShape", {
  inputs: ["input_handle: variant"],
  outputs: ["element_shape: shape_type"],
  attrs: shapeType,
  shape: (_, node) => {
    const known = node.handle(0)?.shape;
    return [known ? [known.length] : null];
  },
  lower: host((_, [handle], { attrs }) => {
    const { elementShape: known } = listOf(handle);
    const sizes = known ?? [-1];
    const shape = known === null ? [] : [sizes.length];
    if (attrs["shape_type"] === "int32") return [{ dtype: "int32", shape, data: Int32Array.from(sizes) }];
    return [{ dtype: "int64", shape, data: BigInt64Array.from(sizes, BigInt) }];
  }),
  grad: none("it counts"),
});

export const TensorListResize = op("TensorListResize", {
  inputs: ["input_handle: variant", "size: int32"],
  outputs: ["output_handle: variant"],
  attrs: {},
  shape: ([, size], node) => {
    withRank(size, 0);
    return keepsList(node);
  },
  lower: host((_, [handle, size]) => {
    const length = Number(size.data[0]);
    if (length < 0) throw invalidArgument(`TensorListSlice expects size to be non-negative. Got: ${length}`);
    return [variantOf([listOf(handle).resized(length)])];
  }),
  grad: (t, [dlist], [list]) => [t.TensorListResize(dlist!, t.TensorListLength(list)), null],
});
