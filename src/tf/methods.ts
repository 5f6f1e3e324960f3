// What methods of tensors call: the public functions, by name.
import { installDispatcher } from "../graph/tensor-base.ts";
import type { Tensor } from "../graph/tensor.ts";
import { scoped } from "./core/call.ts";
import { getItem, slice, stridedSlice } from "./array/slices.ts";
import { cast } from "./array/identity.ts";
import { gather } from "./array/gather.ts";
import { tile } from "./array/join.ts";
import { transpose } from "./array/order.ts";
import { expandDims, reshape, squeeze } from "./array/shape.ts";
import { truediv } from "./math/arithmetic.ts";
import { bitwiseAnd, bitwiseOr, bitwiseXor, invert } from "./math/bitwise.ts";
import { argmax, argmin } from "./math/indices.ts";
import { logicalAnd, logicalNot, logicalOr, logicalXor } from "./math/logical.ts";
import { matmul } from "./math/products.ts";
import {
  reduceAll,
  reduceAny,
  reduceMax,
  reduceMean,
  reduceMin,
  reduceProd,
  reduceSum,
} from "./math/reduce.ts";
import { abs } from "./math/rounding.ts";
import { evaluate } from "./v1/session-stack.ts";

// biome-ignore lint/suspicious/noExplicitAny: functions of the same first argument and otherwise any
type Method = (self: any, ...args: any[]) => unknown;

/** Python's `&`, `|`, `^` and `~`: logical for booleans, bit by bit for integers. */
const logicalOrBits =
  (name: string, logical: Method, bits: Method): Method =>
  (x: Tensor, y) =>
    scoped(undefined, name, [x, y], (scope) => {
      return x.dtype === "bool" ? logical(x, y, { name: scope }) : bits(x, y);
    });

const METHODS: Readonly<Record<string, Method>> = {
  abs,
  and: logicalOrBits("and", logicalAnd, bitwiseAnd),
  argmax,
  argmin,
  cast,
  eval: evaluate,
  expandDims,
  gather,
  getItem,
  logicalXor,
  matmul: (x, y, options) => matmul(x, y, { name: "matmul", ...options }),
  not: (x: Tensor) => (x.dtype === "bool" ? logicalNot(x) : invert(x)),
  or: logicalOrBits("or", logicalOr, bitwiseOr),
  reduceAll,
  reduceAny,
  reduceMax,
  reduceMean,
  reduceMin,
  reduceProd,
  reduceSum,
  reshape,
  slice,
  squeeze,
  stridedSlice,
  tile,
  transpose,
  truediv,
  xor: logicalOrBits("xor", logicalXor, bitwiseXor),
};

/** From now on methods of tensors reach the public functions. */
export function installMethods(): void {
  installDispatcher({
    method: (name, self, args) => {
      const given = [...args];
      while (given.length > 0 && given[given.length - 1] === undefined) given.pop();
      return METHODS[name]!(self, ...given);
    },
  });
}
