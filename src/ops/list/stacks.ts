// Stacks that live as long as a step: TensorFlow v1's loops keep values in them for the way back.
import type { TensorData } from "../../base/dtypes.ts";
import { invalidArgument } from "../../base/errors.ts";
import { host } from "../../graph/lowering.ts";
import { bool, missing, op, string, type } from "../../graph/op.ts";
import type { DTypeName, TensorValue } from "../../graph/types.ts";

class Stack {
  readonly dtype: DTypeName;
  /** The most elements; negative for no limit. */
  readonly most: number;
  readonly items: TensorValue[] = [];

  constructor(dtype: DTypeName, most: number) {
    this.dtype = dtype;
    this.most = most;
  }
}

function stackOf(handle: TensorValue): Stack {
  const held: unknown = handle.data[0];
  if (held instanceof Stack) return held;
  throw invalidArgument("A stack op: expected the handle of a stack, received another resource");
}

const noGradient = (name: string) => missing(`TensorFlow registers no gradient for ${name}`);

export const StackV2 = op("StackV2", {
  inputs: ["max_size: int32"],
  outputs: ["handle: resource"],
  attrs: { elem_type: type(), stack_name: string("") },
  stateful: true,
  shape: (_, node) => [node.running === true ? [] : [2]],
  lower: host((_, [size], { attrs }) => {
    const stack = new Stack(attrs["elem_type"] as DTypeName, Number(size.data[0]));
    return [{ dtype: "resource", shape: [], data: [stack] as unknown as TensorData }];
  }),
  grad: noGradient("StackV2"),
});

export const StackPushV2 = op("StackPushV2", {
  inputs: ["handle: resource", "elem: T"],
  outputs: ["output: T"],
  attrs: { T: type(), swap_memory: bool(false) },
  stateful: true,
  shape: ([, item]) => [item],
  lower: host((_, [handle, item]) => {
    const stack = stackOf(handle);
    if (item.dtype !== stack.dtype)
      throw invalidArgument(`Must have type ${stack.dtype} but got ${item.dtype}`);
    if (stack.most >= 0 && stack.items.length >= stack.most)
      throw invalidArgument(`Stack overflowed its max_size (${stack.most})`);
    stack.items.push(item);
    return [item];
  }),
  grad: noGradient("StackPushV2"),
});

export const StackPopV2 = op("StackPopV2", {
  inputs: ["handle: resource"],
  outputs: ["elem: elem_type"],
  attrs: { elem_type: type() },
  stateful: true,
  shape: () => [null],
  lower: host((_, [handle]) => {
    const item = stackOf(handle).items.pop();
    if (item === undefined) throw invalidArgument("Stack is empty when calling Pop().");
    return [item];
  }),
  grad: noGradient("StackPopV2"),
});

export const StackCloseV2 = op("StackCloseV2", {
  inputs: ["handle: resource"],
  outputs: [],
  attrs: {},
  stateful: true,
  shape: () => [],
  lower: host((_, [handle]) => {
    stackOf(handle).items.length = 0;
    return [];
  }),
  grad: noGradient("StackCloseV2"),
});
