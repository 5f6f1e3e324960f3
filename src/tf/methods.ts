// What methods of tensors call: the public functions, by name.
import { installDispatcher } from "../graph/tensor-base.ts";
import type { Tensor } from "../graph/tensor.ts";
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
  (logical: Method, bits: Method, name?: string): Method =>
  (self: Tensor, ...rest) =>
    (self.dtype === "bool" ? logical : bits)(self, ...rest, ...(name === undefined ? [] : [{ name }]));

const METHODS: Readonly<Record<string, Method>> = {
  abs,
  and: logicalOrBits(logicalAnd, bitwiseAnd, "and"),
  argmax,
  argmin,
  cast,
  eval: evaluate,
  expandDims,
  gather,
  getItem,
  logicalXor,
  matmul: (x, y, options) => matmul(x, y, { name: "matmul", ...options }),
  not: logicalOrBits(logicalNot, invert),
  or: logicalOrBits(logicalOr, bitwiseOr, "or"),
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
  xor: logicalOrBits(logicalXor, bitwiseXor, "xor"),
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
