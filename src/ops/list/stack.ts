// Between lists and tensors: elements stacked, rows taken apart, gathered and scattered.
import { invalidArgument } from "../../base/errors.ts";
import { isCompatible, type Shape, shapeText } from "../../base/shape.ts";
import { host } from "../../graph/lowering.ts";
import { int, op, type } from "../../graph/op.ts";
import type { DTypeName, TensorValue } from "../../graph/types.ts";
import { zerosLike } from "../support/functions.ts";
import { joinShapes, subshape } from "../support/shapes.ts";
import { integers } from "../support/values.ts";
import {
  checkType,
  elementShape,
  givesList,
  keepsList,
  knownShape,
  rowShape,
  shapeInput,
  shapeOfElements,
} from "./rules.ts";
import {
  type Item,
  listOf,
  mergeElementShapes,
  row,
  spelledShape,
  stacked,
  TensorList,
  variantOf,
} from "./tensor-list.ts";

export const TensorListStack = op("TensorListStack", {
  inputs: ["input_handle: variant", "element_shape: int32"],
  outputs: ["tensor: element_dtype"],
  attrs: { element_dtype: type(), num_elements: int(-1) },
  shape: (_, node) => [joinShapes([Number(node.attrs.num_elements)], elementShape(node, 1))],
  lower: host((_, [handle, shape], { attrs }) => {
    const list = listOf(handle);
    checkType(list, attrs["element_dtype"] as DTypeName);
    const wanted = Number(attrs["num_elements"]);
    if (wanted !== -1 && wanted !== list.length)
      throw invalidArgument(
        `Operation expected a list with ${wanted} elements but got a list with ${list.length} elements.`,
      );
    return [stacked(list, list.items, spelledShape(shape))];
  }),
  grad: (t, [dy]) => [t.TensorListFromTensor(dy!, shapeInput(subshape(dy!.shape, 1))), null],
});

function checkRows(tensor: TensorValue, shape: Shape): void {
  if (tensor.shape.length === 0)
    throw invalidArgument(`Tensor must be at least a vector, but saw shape: ${shapeText(tensor.shape)}`);
  const each = tensor.shape.slice(1);
  if (!isCompatible(each, shape))
    throw invalidArgument(
      `Specified a list with shape ${shapeText(shape)} from a tensor with shape ${shapeText(each)}`,
    );
}

const shapeType = { shape_type: type("int32", "int64") };

export const TensorListFromTensor = op("TensorListFromTensor", {
  inputs: ["tensor: element_dtype", "element_shape: shape_type"],
  outputs: ["output_handle: variant"],
  attrs: { element_dtype: type(), ...shapeType },
  shape: ([x], node) => {
    if (node.running !== true)
      givesList(node, node.attrs.element_dtype, mergeElementShapes(subshape(x, 1), knownShape(node, 1)));
    return [[]];
  },
  lower: host((_, [tensor, shape]) => {
    const spelled = spelledShape(shape);
    checkRows(tensor, spelled);
    const items: Item[] = Array.from({ length: tensor.shape[0] }, (_unused, i) => row(tensor, i));
    return [variantOf([new TensorList(tensor.dtype, spelled, items)])];
  }),
  grad: (t, [dlist], [x], [list], { attrs }) => {
    const { element_dtype } = attrs;
    const from = dlist ?? t.EmptyTensorList(shapeOfElements(t, list), -1, { element_dtype });
    const num_elements = x.shape?.[0] ?? -1;
    return [t.TensorListStack(from, rowShape(t, x), { element_dtype, num_elements }), null];
  },
});

export const TensorListGather = op("TensorListGather", {
  inputs: ["input_handle: variant", "indices: int32", "element_shape: int32"],
  outputs: ["values: element_dtype"],
  attrs: { element_dtype: type() },
  shape: ([, indices], node) => [joinShapes(indices, elementShape(node, 2))],
  lower: host((_, [handle, indices, shape], { attrs }) => {
    const list = listOf(handle);
    checkType(list, attrs["element_dtype"] as DTypeName);
    const items = integers(indices).map((i) => {
      if (i < 0 || i >= list.length)
        throw invalidArgument(`Index ${i} out o range; list only has ${list.length} elements.`);
      return list.at(i);
    });
    return [stacked(list, items, spelledShape(shape))];
  }),
  grad: (t, [dy], [list, indices]) => {
    const element_dtype = dy!.dtype;
    const shape = shapeOfElements(t, list);
    const empty = t.TensorListReserve(shape, t.TensorListLength(list), { element_dtype });
    return [t.TensorListScatterIntoExistingList(empty, dy!, indices), null, null];
  },
});

/** Writes rows at indices; the list is as long as asked for, or as the largest index needs. */
function scattered(tensor: TensorValue, indices: TensorValue, list: TensorList): TensorList {
  if (indices.shape.length !== 1 || tensor.shape[0] !== indices.shape[0])
    throw invalidArgument(
      `Invalid number of rows in input tensor. Expected: ${indices.data.length} Actual: ${tensor.shape[0]}`,
    );
  return integers(indices).reduce((all, index, i) => {
    if (index < 0) throw invalidArgument("Indices in TensorListScatter must all be non-negative.");
    if (index >= all.length)
      throw invalidArgument(
        `TensorListScatter: Trying to scatter at index ${index} in list with size ${all.length}`,
      );
    return all.with(index, row(tensor, i));
  }, list);
}

const largest = (indices: TensorValue): number =>
  integers(indices).reduce((most, i) => Math.max(most, i + 1), 0);

function scatterNew(
  tensor: TensorValue,
  indices: TensorValue,
  shape: TensorValue,
  asked: number,
): TensorList {
  const spelled = spelledShape(shape);
  checkRows(tensor, spelled);
  const length = asked < 0 ? largest(indices) : asked;
  return scattered(
    tensor,
    indices,
    new TensorList(tensor.dtype, spelled, new Array<null>(length).fill(null)),
  );
}

export const TensorListScatter = op("TensorListScatter", {
  inputs: ["tensor: element_dtype", "indices: int32", "element_shape: shape_type"],
  outputs: ["output_handle: variant"],
  attrs: { element_dtype: type(), ...shapeType },
  shape: (_, node) => {
    givesList(node, node.attrs.element_dtype, knownShape(node, 2));
    return [[]];
  },
  lower: host((_, [tensor, indices, shape]) => [variantOf([scatterNew(tensor, indices, shape, -1)])]),
  grad: (t, [dlist], [x, indices]) => [
    t.TensorListGather(dlist!, indices, rowShape(t, x), { element_dtype: x.dtype }),
    null,
    null,
  ],
});

export const TensorListScatterV2 = op("TensorListScatterV2", {
  inputs: ["tensor: element_dtype", "indices: int32", "element_shape: shape_type", "num_elements: int32"],
  outputs: ["output_handle: variant"],
  attrs: { element_dtype: type(), ...shapeType },
  shape: (_, node) => {
    givesList(node, node.attrs.element_dtype, knownShape(node, 2));
    return [[]];
  },
  lower: host((_, [tensor, indices, shape, count]) => {
    const asked = Number(count.data[0]);
    if (asked < -1) throw invalidArgument(`TensorListScatter expects num_elements >= -1, found: ${asked}`);
    return [variantOf([scatterNew(tensor, indices, shape, asked)])];
  }),
  grad: (t, [dlist], [x, indices]) => [
    t.TensorListGather(dlist!, indices, rowShape(t, x), { element_dtype: x.dtype }),
    null,
    null,
    null,
  ],
});

export const TensorListScatterIntoExistingList = op("TensorListScatterIntoExistingList", {
  inputs: ["input_handle: variant", "tensor: element_dtype", "indices: int32"],
  outputs: ["output_handle: variant"],
  attrs: { element_dtype: type() },
  shape: (_, node) => keepsList(node),
  lower: host((_, [handle, tensor, indices]) => {
    const list = listOf(handle);
    checkRows(tensor, list.elementShape);
    return [variantOf([scattered(tensor, indices, list.resized(Math.max(list.length, largest(indices))))])];
  }),
  grad: (t, [dlist], [, x, indices]) => [
    t.TensorListScatterIntoExistingList(dlist!, zerosLike(t, x), indices),
    t.TensorListGather(dlist!, indices, rowShape(t, x), { element_dtype: x.dtype }),
    null,
  ],
});
