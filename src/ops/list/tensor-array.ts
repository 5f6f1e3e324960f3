// TensorFlow v1's TensorArrays: made, written, read, and their gradients' arrays. They live for one step.
import type { TensorData } from "../../base/dtypes.ts";
import { isFullyDefined, type Shape } from "../../base/shape.ts";
import { host } from "../../graph/lowering.ts";
import { bool, none, op, shape, string, type } from "../../graph/op.ts";
import type { DTypeName, TensorValue } from "../../graph/types.ts";
import { withRank } from "../support/shapes.ts";
import { integers } from "../support/values.ts";
import { gradientArray, gradientArrayAfter } from "./array-gradients.ts";
import { arrayOf, TensorArray } from "./array-object.ts";
import { type AnyNode, listShape } from "./rules.ts";

/** Flows carry no number: they put ops in order. */
const FLOW: TensorValue = { dtype: "float32", shape: [], data: new Float32Array(1) };
const handleOf = (array: TensorArray): TensorValue => ({
  dtype: "resource",
  shape: [],
  data: [array] as unknown as TensorData,
});

const handleShape = (node: AnyNode): Shape => (node.running === true ? [] : [2]);
const index = (value: TensorValue): number => Number(value.data[0]);

export const TensorArrayV3 = op("TensorArrayV3", {
  inputs: ["size: int32"],
  outputs: ["handle: resource", "flow: float32"],
  attrs: {
    dtype: type(),
    element_shape: shape(null),
    dynamic_size: bool(false),
    clear_after_read: bool(true),
    identical_element_shapes: bool(false),
    tensor_array_name: string(""),
  },
  stateful: true,
  shape: ([size], node) => {
    withRank(size, 0);
    const { dtype, element_shape, identical_element_shapes } = node.attrs;
    if (identical_element_shapes || isFullyDefined(element_shape))
      node.setHandle(0, { dtype, shape: element_shape });
    return [handleShape(node), []];
  },
  lower: host((_, [size], { attrs }) => {
    const options = {
      dtype: attrs["dtype"] as DTypeName,
      elementShape: (attrs["element_shape"] ?? null) as Shape,
      isDynamic: attrs["dynamic_size"] === true,
      clearsAfterRead: attrs["clear_after_read"] !== false,
      hasIdenticalShapes: attrs["identical_element_shapes"] === true,
      isGradient: false,
    };
    return [handleOf(new TensorArray(index(size), options)), FLOW];
  }),
  grad: none("it makes an array"),
});

export const TensorArrayGradV3 = op("TensorArrayGradV3", {
  inputs: ["handle: resource", "flow_in: float32"],
  outputs: ["grad_handle: resource", "flow_out: float32"],
  attrs: { source: string() },
  stateful: true,
  shape: (_, node) => {
    const handle = node.handle(0);
    if (handle !== undefined) node.setHandle(0, handle);
    return [handleShape(node), []];
  },
  lower: host((_, [handle], { attrs }) => [
    handleOf(arrayOf(handle).gradient(attrs["source"] as string, [])),
    FLOW,
  ]),
  grad: none("TensorFlow declares none"),
});

export const TensorArrayGradWithShape = op("TensorArrayGradWithShape", {
  inputs: ["handle: resource", "flow_in: float32", "shape_to_prepend: int32"],
  outputs: ["grad_handle: resource", "flow_out: float32"],
  attrs: { source: string() },
  stateful: true,
  shape: (_, node) => [handleShape(node), []],
  lower: host((_, [handle, , prepend], { attrs }) => [
    handleOf(arrayOf(handle).gradient(attrs["source"] as string, integers(prepend))),
    FLOW,
  ]),
  grad: none("TensorFlow declares none"),
});

export const TensorArrayWriteV3 = op("TensorArrayWriteV3", {
  inputs: ["handle: resource", "index: int32", "value: T", "flow_in: float32"],
  outputs: ["flow_out: float32"],
  attrs: { T: type() },
  stateful: true,
  shape: () => [[]],
  lower: host((world, [handle, at, value]) => {
    arrayOf(handle).write(index(at), value, world);
    return [FLOW];
  }),
  grad: (t, [flow], [handle, at], [done], { attrs }) => {
    const array = gradientArrayAfter(t, done, handle, flow!);
    return [null, null, t.TensorArrayReadV3(array.handle, at, array.flow, { dtype: attrs.T }), flow];
  },
});

export const TensorArrayReadV3 = op("TensorArrayReadV3", {
  inputs: ["handle: resource", "index: int32", "flow_in: float32"],
  outputs: ["value: dtype"],
  attrs: { dtype: type() },
  stateful: true,
  shape: (_, node) => [listShape(node)],
  lower: host((_, [handle, at], { attrs }) => [arrayOf(handle).read(index(at), attrs["dtype"] as DTypeName)]),
  grad: (t, [dy], [handle, at, flow]) => {
    const array = gradientArray(t, handle, flow, dy!);
    return [null, null, t.TensorArrayWriteV3(array.handle, at, dy!, array.flow)];
  },
});

export const TensorArraySizeV3 = op("TensorArraySizeV3", {
  inputs: ["handle: resource", "flow_in: float32"],
  outputs: ["size: int32"],
  attrs: {},
  stateful: true,
  shape: () => [[]],
  lower: host((_, [handle]) => [{ dtype: "int32", shape: [], data: Int32Array.of(arrayOf(handle).size) }]),
  grad: none("it counts"),
});

export const TensorArrayCloseV3 = op("TensorArrayCloseV3", {
  inputs: ["handle: resource"],
  outputs: [],
  attrs: {},
  stateful: true,
  shape: () => [],
  lower: host((_, [handle]) => {
    arrayOf(handle).isClosed = true;
    return [];
  }),
  grad: none("it has no outputs"),
});
