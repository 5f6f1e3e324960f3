// Closures of the interpreter's scalar mode, one for each operation and type.
// Written by scripts/interpreter/generate.ts: do not edit.
import {
  bigToF32,
  clzBig,
  copysign,
  f32Bits,
  f32FromBits,
  f32UnsignedBits,
  f64Bits,
  f64FromBits,
  f64UnsignedBits,
  fromBf16,
  fromF16,
  mulhi,
  nearest,
  popcount,
  popcountBig,
  toBf16,
  toF16,
  toI32,
  toI64,
  toU32,
  toU64,
} from "./numbers.ts";
import type { Table, View } from "./types.ts";

export const unary: Table = {
  f32: {
    neg: (a: () => number): (() => number) => () => {
      const x = a();
      return -x;
    },
    abs: (a: () => number): (() => number) => () => {
      const x = a();
      return Math.abs(x);
    },
    sqrt: (a: () => number): (() => number) => () => {
      const x = a();
      return Math.fround(Math.sqrt(x));
    },
    floor: (a: () => number): (() => number) => () => {
      const x = a();
      return Math.floor(x);
    },
    ceil: (a: () => number): (() => number) => () => {
      const x = a();
      return Math.ceil(x);
    },
    trunc: (a: () => number): (() => number) => () => {
      const x = a();
      return Math.trunc(x);
    },
    nearest: (a: () => number): (() => number) => () => {
      const x = a();
      return nearest(x);
    },
  },
  f64: {
    neg: (a: () => number): (() => number) => () => {
      const x = a();
      return -x;
    },
    abs: (a: () => number): (() => number) => () => {
      const x = a();
      return Math.abs(x);
    },
    sqrt: (a: () => number): (() => number) => () => {
      const x = a();
      return Math.sqrt(x);
    },
    floor: (a: () => number): (() => number) => () => {
      const x = a();
      return Math.floor(x);
    },
    ceil: (a: () => number): (() => number) => () => {
      const x = a();
      return Math.ceil(x);
    },
    trunc: (a: () => number): (() => number) => () => {
      const x = a();
      return Math.trunc(x);
    },
    nearest: (a: () => number): (() => number) => () => {
      const x = a();
      return nearest(x);
    },
  },
  i32: {
    neg: (a: () => number): (() => number) => () => {
      const x = a();
      return -x | 0;
    },
    abs: (a: () => number): (() => number) => () => {
      const x = a();
      return Math.abs(x) | 0;
    },
    not: (a: () => number): (() => number) => () => {
      const x = a();
      return ~x;
    },
    popcount: (a: () => number): (() => number) => () => {
      const x = a();
      return popcount(x);
    },
    clz: (a: () => number): (() => number) => () => {
      const x = a();
      return Math.clz32(x);
    },
  },
  u32: {
    neg: (a: () => number): (() => number) => () => {
      const x = a();
      return -x >>> 0;
    },
    not: (a: () => number): (() => number) => () => {
      const x = a();
      return ~x >>> 0;
    },
    popcount: (a: () => number): (() => number) => () => {
      const x = a();
      return popcount(x);
    },
    clz: (a: () => number): (() => number) => () => {
      const x = a();
      return Math.clz32(x);
    },
  },
  i64: {
    neg: (a: () => bigint): (() => bigint) => () => {
      const x = a();
      return BigInt.asIntN(64, -x);
    },
    abs: (a: () => bigint): (() => bigint) => () => {
      const x = a();
      return x < 0n ? BigInt.asIntN(64, -x) : x;
    },
    not: (a: () => bigint): (() => bigint) => () => {
      const x = a();
      return BigInt.asIntN(64, ~x);
    },
    popcount: (a: () => bigint): (() => bigint) => () => {
      const x = a();
      return popcountBig(x);
    },
    clz: (a: () => bigint): (() => bigint) => () => {
      const x = a();
      return clzBig(x);
    },
  },
  u64: {
    neg: (a: () => bigint): (() => bigint) => () => {
      const x = a();
      return BigInt.asUintN(64, -x);
    },
    not: (a: () => bigint): (() => bigint) => () => {
      const x = a();
      return BigInt.asUintN(64, ~x);
    },
    popcount: (a: () => bigint): (() => bigint) => () => {
      const x = a();
      return popcountBig(x);
    },
    clz: (a: () => bigint): (() => bigint) => () => {
      const x = a();
      return clzBig(x);
    },
  },
  bool: {
    not: (a: () => number): (() => number) => () => {
      const x = a();
      return x ^ 1;
    },
  },
};

export const binary: Table = {
  f32: {
    add: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return Math.fround(x + y);
    },
    sub: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return Math.fround(x - y);
    },
    mul: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return Math.fround(x * y);
    },
    div: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return Math.fround(x / y);
    },
    rem: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x % y;
    },
    min: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return Math.min(x, y);
    },
    max: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return Math.max(x, y);
    },
    copysign: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return copysign(x, y);
    },
  },
  f64: {
    add: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x + y;
    },
    sub: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x - y;
    },
    mul: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x * y;
    },
    div: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x / y;
    },
    rem: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x % y;
    },
    min: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return Math.min(x, y);
    },
    max: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return Math.max(x, y);
    },
    copysign: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return copysign(x, y);
    },
  },
  i32: {
    add: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return (x + y) | 0;
    },
    sub: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return (x - y) | 0;
    },
    mul: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return Math.imul(x, y);
    },
    div: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return y === 0 ? 0 : (x / y) | 0;
    },
    rem: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return y === 0 ? 0 : (x % y) | 0;
    },
    min: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x < y ? x : y;
    },
    max: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x > y ? x : y;
    },
    and: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x & y;
    },
    or: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x | y;
    },
    xor: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x ^ y;
    },
    shl: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x << y;
    },
    shr: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x >> y;
    },
  },
  u32: {
    add: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return (x + y) >>> 0;
    },
    sub: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return (x - y) >>> 0;
    },
    mul: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return (Math.imul(x, y)) >>> 0;
    },
    div: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return y === 0 ? 0 : (x / y) >>> 0;
    },
    rem: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return y === 0 ? 0 : (x % y) >>> 0;
    },
    min: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x < y ? x : y;
    },
    max: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x > y ? x : y;
    },
    and: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return (x & y) >>> 0;
    },
    or: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return (x | y) >>> 0;
    },
    xor: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return (x ^ y) >>> 0;
    },
    shl: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return (x << y) >>> 0;
    },
    shr: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x >>> y;
    },
    mulhi: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return mulhi(x, y);
    },
  },
  i64: {
    add: (a: () => bigint, b: () => bigint): (() => bigint) => () => {
      const x = a();
      const y = b();
      return BigInt.asIntN(64, x + y);
    },
    sub: (a: () => bigint, b: () => bigint): (() => bigint) => () => {
      const x = a();
      const y = b();
      return BigInt.asIntN(64, x - y);
    },
    mul: (a: () => bigint, b: () => bigint): (() => bigint) => () => {
      const x = a();
      const y = b();
      return BigInt.asIntN(64, x * y);
    },
    div: (a: () => bigint, b: () => bigint): (() => bigint) => () => {
      const x = a();
      const y = b();
      return y === 0n ? 0n : BigInt.asIntN(64, x / y);
    },
    rem: (a: () => bigint, b: () => bigint): (() => bigint) => () => {
      const x = a();
      const y = b();
      return y === 0n ? 0n : BigInt.asIntN(64, x % y);
    },
    min: (a: () => bigint, b: () => bigint): (() => bigint) => () => {
      const x = a();
      const y = b();
      return x < y ? x : y;
    },
    max: (a: () => bigint, b: () => bigint): (() => bigint) => () => {
      const x = a();
      const y = b();
      return x > y ? x : y;
    },
    and: (a: () => bigint, b: () => bigint): (() => bigint) => () => {
      const x = a();
      const y = b();
      return x & y;
    },
    or: (a: () => bigint, b: () => bigint): (() => bigint) => () => {
      const x = a();
      const y = b();
      return x | y;
    },
    xor: (a: () => bigint, b: () => bigint): (() => bigint) => () => {
      const x = a();
      const y = b();
      return x ^ y;
    },
    shl: (a: () => bigint, b: () => bigint): (() => bigint) => () => {
      const x = a();
      const y = b();
      return BigInt.asIntN(64, x << (y & 63n));
    },
    shr: (a: () => bigint, b: () => bigint): (() => bigint) => () => {
      const x = a();
      const y = b();
      return x >> (y & 63n);
    },
  },
  u64: {
    add: (a: () => bigint, b: () => bigint): (() => bigint) => () => {
      const x = a();
      const y = b();
      return BigInt.asUintN(64, x + y);
    },
    sub: (a: () => bigint, b: () => bigint): (() => bigint) => () => {
      const x = a();
      const y = b();
      return BigInt.asUintN(64, x - y);
    },
    mul: (a: () => bigint, b: () => bigint): (() => bigint) => () => {
      const x = a();
      const y = b();
      return BigInt.asUintN(64, x * y);
    },
    div: (a: () => bigint, b: () => bigint): (() => bigint) => () => {
      const x = a();
      const y = b();
      return y === 0n ? 0n : BigInt.asUintN(64, x / y);
    },
    rem: (a: () => bigint, b: () => bigint): (() => bigint) => () => {
      const x = a();
      const y = b();
      return y === 0n ? 0n : BigInt.asUintN(64, x % y);
    },
    min: (a: () => bigint, b: () => bigint): (() => bigint) => () => {
      const x = a();
      const y = b();
      return x < y ? x : y;
    },
    max: (a: () => bigint, b: () => bigint): (() => bigint) => () => {
      const x = a();
      const y = b();
      return x > y ? x : y;
    },
    and: (a: () => bigint, b: () => bigint): (() => bigint) => () => {
      const x = a();
      const y = b();
      return x & y;
    },
    or: (a: () => bigint, b: () => bigint): (() => bigint) => () => {
      const x = a();
      const y = b();
      return x | y;
    },
    xor: (a: () => bigint, b: () => bigint): (() => bigint) => () => {
      const x = a();
      const y = b();
      return x ^ y;
    },
    shl: (a: () => bigint, b: () => bigint): (() => bigint) => () => {
      const x = a();
      const y = b();
      return BigInt.asUintN(64, x << (y & 63n));
    },
    shr: (a: () => bigint, b: () => bigint): (() => bigint) => () => {
      const x = a();
      const y = b();
      return x >> (y & 63n);
    },
  },
  bool: {
    and: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x & y;
    },
    or: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x | y;
    },
    xor: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x ^ y;
    },
  },
};

export const compare: Table = {
  f32: {
    eq: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x === y ? 1 : 0;
    },
    ne: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x !== y ? 1 : 0;
    },
    lt: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x < y ? 1 : 0;
    },
    le: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x <= y ? 1 : 0;
    },
    gt: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x > y ? 1 : 0;
    },
    ge: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x >= y ? 1 : 0;
    },
  },
  f64: {
    eq: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x === y ? 1 : 0;
    },
    ne: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x !== y ? 1 : 0;
    },
    lt: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x < y ? 1 : 0;
    },
    le: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x <= y ? 1 : 0;
    },
    gt: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x > y ? 1 : 0;
    },
    ge: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x >= y ? 1 : 0;
    },
  },
  i32: {
    eq: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x === y ? 1 : 0;
    },
    ne: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x !== y ? 1 : 0;
    },
    lt: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x < y ? 1 : 0;
    },
    le: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x <= y ? 1 : 0;
    },
    gt: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x > y ? 1 : 0;
    },
    ge: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x >= y ? 1 : 0;
    },
  },
  u32: {
    eq: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x === y ? 1 : 0;
    },
    ne: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x !== y ? 1 : 0;
    },
    lt: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x < y ? 1 : 0;
    },
    le: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x <= y ? 1 : 0;
    },
    gt: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x > y ? 1 : 0;
    },
    ge: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x >= y ? 1 : 0;
    },
  },
  i64: {
    eq: (a: () => bigint, b: () => bigint): (() => number) => () => {
      const x = a();
      const y = b();
      return x === y ? 1 : 0;
    },
    ne: (a: () => bigint, b: () => bigint): (() => number) => () => {
      const x = a();
      const y = b();
      return x !== y ? 1 : 0;
    },
    lt: (a: () => bigint, b: () => bigint): (() => number) => () => {
      const x = a();
      const y = b();
      return x < y ? 1 : 0;
    },
    le: (a: () => bigint, b: () => bigint): (() => number) => () => {
      const x = a();
      const y = b();
      return x <= y ? 1 : 0;
    },
    gt: (a: () => bigint, b: () => bigint): (() => number) => () => {
      const x = a();
      const y = b();
      return x > y ? 1 : 0;
    },
    ge: (a: () => bigint, b: () => bigint): (() => number) => () => {
      const x = a();
      const y = b();
      return x >= y ? 1 : 0;
    },
  },
  u64: {
    eq: (a: () => bigint, b: () => bigint): (() => number) => () => {
      const x = a();
      const y = b();
      return x === y ? 1 : 0;
    },
    ne: (a: () => bigint, b: () => bigint): (() => number) => () => {
      const x = a();
      const y = b();
      return x !== y ? 1 : 0;
    },
    lt: (a: () => bigint, b: () => bigint): (() => number) => () => {
      const x = a();
      const y = b();
      return x < y ? 1 : 0;
    },
    le: (a: () => bigint, b: () => bigint): (() => number) => () => {
      const x = a();
      const y = b();
      return x <= y ? 1 : 0;
    },
    gt: (a: () => bigint, b: () => bigint): (() => number) => () => {
      const x = a();
      const y = b();
      return x > y ? 1 : 0;
    },
    ge: (a: () => bigint, b: () => bigint): (() => number) => () => {
      const x = a();
      const y = b();
      return x >= y ? 1 : 0;
    },
  },
  bool: {
    eq: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x === y ? 1 : 0;
    },
    ne: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x !== y ? 1 : 0;
    },
    lt: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x < y ? 1 : 0;
    },
    le: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x <= y ? 1 : 0;
    },
    gt: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x > y ? 1 : 0;
    },
    ge: (a: () => number, b: () => number): (() => number) => () => {
      const x = a();
      const y = b();
      return x >= y ? 1 : 0;
    },
  },
};

export const cast: Table = {
  f32: {
    f64: (a: () => number): (() => number) => () => {
      const x = a();
      return x;
    },
    i32: (a: () => number): (() => number) => () => {
      const x = a();
      return toI32(x);
    },
    u32: (a: () => number): (() => number) => () => {
      const x = a();
      return toU32(x);
    },
    i64: (a: () => number): (() => bigint) => () => {
      const x = a();
      return toI64(x);
    },
    u64: (a: () => number): (() => bigint) => () => {
      const x = a();
      return toU64(x);
    },
    bool: (a: () => number): (() => number) => () => {
      const x = a();
      return x !== 0 ? 1 : 0;
    },
  },
  f64: {
    f32: (a: () => number): (() => number) => () => {
      const x = a();
      return Math.fround(x);
    },
    i32: (a: () => number): (() => number) => () => {
      const x = a();
      return toI32(x);
    },
    u32: (a: () => number): (() => number) => () => {
      const x = a();
      return toU32(x);
    },
    i64: (a: () => number): (() => bigint) => () => {
      const x = a();
      return toI64(x);
    },
    u64: (a: () => number): (() => bigint) => () => {
      const x = a();
      return toU64(x);
    },
    bool: (a: () => number): (() => number) => () => {
      const x = a();
      return x !== 0 ? 1 : 0;
    },
  },
  i32: {
    f32: (a: () => number): (() => number) => () => {
      const x = a();
      return Math.fround(x);
    },
    f64: (a: () => number): (() => number) => () => {
      const x = a();
      return x;
    },
    u32: (a: () => number): (() => number) => () => {
      const x = a();
      return x >>> 0;
    },
    i64: (a: () => number): (() => bigint) => () => {
      const x = a();
      return BigInt(x);
    },
    u64: (a: () => number): (() => bigint) => () => {
      const x = a();
      return BigInt.asUintN(64, BigInt(x));
    },
    bool: (a: () => number): (() => number) => () => {
      const x = a();
      return x !== 0 ? 1 : 0;
    },
  },
  u32: {
    f32: (a: () => number): (() => number) => () => {
      const x = a();
      return Math.fround(x);
    },
    f64: (a: () => number): (() => number) => () => {
      const x = a();
      return x;
    },
    i32: (a: () => number): (() => number) => () => {
      const x = a();
      return x | 0;
    },
    i64: (a: () => number): (() => bigint) => () => {
      const x = a();
      return BigInt(x);
    },
    u64: (a: () => number): (() => bigint) => () => {
      const x = a();
      return BigInt(x);
    },
    bool: (a: () => number): (() => number) => () => {
      const x = a();
      return x !== 0 ? 1 : 0;
    },
  },
  i64: {
    f32: (a: () => bigint): (() => number) => () => {
      const x = a();
      return bigToF32(x);
    },
    f64: (a: () => bigint): (() => number) => () => {
      const x = a();
      return Number(x);
    },
    i32: (a: () => bigint): (() => number) => () => {
      const x = a();
      return Number(BigInt.asIntN(32, x));
    },
    u32: (a: () => bigint): (() => number) => () => {
      const x = a();
      return Number(BigInt.asUintN(32, x));
    },
    u64: (a: () => bigint): (() => bigint) => () => {
      const x = a();
      return BigInt.asUintN(64, x);
    },
    bool: (a: () => bigint): (() => number) => () => {
      const x = a();
      return x !== 0n ? 1 : 0;
    },
  },
  u64: {
    f32: (a: () => bigint): (() => number) => () => {
      const x = a();
      return bigToF32(x);
    },
    f64: (a: () => bigint): (() => number) => () => {
      const x = a();
      return Number(x);
    },
    i32: (a: () => bigint): (() => number) => () => {
      const x = a();
      return Number(BigInt.asIntN(32, x));
    },
    u32: (a: () => bigint): (() => number) => () => {
      const x = a();
      return Number(BigInt.asUintN(32, x));
    },
    i64: (a: () => bigint): (() => bigint) => () => {
      const x = a();
      return BigInt.asIntN(64, x);
    },
    bool: (a: () => bigint): (() => number) => () => {
      const x = a();
      return x !== 0n ? 1 : 0;
    },
  },
  bool: {
    f32: (a: () => number): (() => number) => () => {
      const x = a();
      return x;
    },
    f64: (a: () => number): (() => number) => () => {
      const x = a();
      return x;
    },
    i32: (a: () => number): (() => number) => () => {
      const x = a();
      return x;
    },
    u32: (a: () => number): (() => number) => () => {
      const x = a();
      return x;
    },
    i64: (a: () => number): (() => bigint) => () => {
      const x = a();
      return BigInt(x);
    },
    u64: (a: () => number): (() => bigint) => () => {
      const x = a();
      return BigInt(x);
    },
  },
};

export const bitcast: Table = {
  f32: {
    i32: (a: () => number): (() => number) => () => {
      const x = a();
      return f32Bits(x);
    },
    u32: (a: () => number): (() => number) => () => {
      const x = a();
      return f32UnsignedBits(x);
    },
  },
  f64: {
    i64: (a: () => number): (() => bigint) => () => {
      const x = a();
      return f64Bits(x);
    },
    u64: (a: () => number): (() => bigint) => () => {
      const x = a();
      return f64UnsignedBits(x);
    },
  },
  i32: {
    f32: (a: () => number): (() => number) => () => {
      const x = a();
      return f32FromBits(x);
    },
    u32: (a: () => number): (() => number) => () => {
      const x = a();
      return x >>> 0;
    },
  },
  u32: {
    f32: (a: () => number): (() => number) => () => {
      const x = a();
      return f32FromBits(x);
    },
    i32: (a: () => number): (() => number) => () => {
      const x = a();
      return x | 0;
    },
  },
  i64: {
    f64: (a: () => bigint): (() => number) => () => {
      const x = a();
      return f64FromBits(x);
    },
    u64: (a: () => bigint): (() => bigint) => () => {
      const x = a();
      return BigInt.asUintN(64, x);
    },
  },
  u64: {
    f64: (a: () => bigint): (() => number) => () => {
      const x = a();
      return f64FromBits(BigInt.asIntN(64, x));
    },
    i64: (a: () => bigint): (() => bigint) => () => {
      const x = a();
      return BigInt.asIntN(64, x);
    },
  },
  bool: {

  },
};

export const select: Table = {
  f32: (c: () => number, a: () => number, b: () => number): (() => number) =>
    () => (c() !== 0 ? a() : b()),
  f64: (c: () => number, a: () => number, b: () => number): (() => number) =>
    () => (c() !== 0 ? a() : b()),
  i32: (c: () => number, a: () => number, b: () => number): (() => number) =>
    () => (c() !== 0 ? a() : b()),
  u32: (c: () => number, a: () => number, b: () => number): (() => number) =>
    () => (c() !== 0 ? a() : b()),
  i64: (c: () => number, a: () => bigint, b: () => bigint): (() => bigint) =>
    () => (c() !== 0 ? a() : b()),
  u64: (c: () => number, a: () => bigint, b: () => bigint): (() => bigint) =>
    () => (c() !== 0 ? a() : b()),
  bool: (c: () => number, a: () => number, b: () => number): (() => number) =>
    () => (c() !== 0 ? a() : b()),
};

export const read: Table = {
  f32: (slots: Float32Array, slot: number): (() => number) => () => slots[slot]!,
  f64: (slots: Float64Array, slot: number): (() => number) => () => slots[slot]!,
  i32: (slots: Int32Array, slot: number): (() => number) => () => slots[slot]!,
  u32: (slots: Uint32Array, slot: number): (() => number) => () => slots[slot]!,
  i64: (slots: bigint[], slot: number): (() => bigint) => () => slots[slot]!,
  u64: (slots: bigint[], slot: number): (() => bigint) => () => slots[slot]!,
  bool: (slots: Uint8Array, slot: number): (() => number) => () => slots[slot]!,
};

export const write: Table = {
  f32: (slots: Float32Array, slot: number, a: () => number) => () => {
    slots[slot] = a();
  },
  f64: (slots: Float64Array, slot: number, a: () => number) => () => {
    slots[slot] = a();
  },
  i32: (slots: Int32Array, slot: number, a: () => number) => () => {
    slots[slot] = a();
  },
  u32: (slots: Uint32Array, slot: number, a: () => number) => () => {
    slots[slot] = a();
  },
  i64: (slots: bigint[], slot: number, a: () => bigint) => () => {
    slots[slot] = a();
  },
  u64: (slots: bigint[], slot: number, a: () => bigint) => () => {
    slots[slot] = a();
  },
  bool: (slots: Uint8Array, slot: number, a: () => number) => () => {
    slots[slot] = a();
  },
};

export const loads: Table = {
  f16: (view: View, at: () => number): (() => number) => () => fromF16((view.data as Uint16Array)[at()]!),
  bf16: (view: View, at: () => number): (() => number) => () => fromBf16((view.data as Uint16Array)[at()]!),
  f32: (view: View, at: () => number): (() => number) => () => (view.data as Float32Array)[at()]!,
  f64: (view: View, at: () => number): (() => number) => () => (view.data as Float64Array)[at()]!,
  i8: (view: View, at: () => number): (() => number) => () => (view.data as Int8Array)[at()]!,
  u8: (view: View, at: () => number): (() => number) => () => (view.data as Uint8Array)[at()]!,
  i16: (view: View, at: () => number): (() => number) => () => (view.data as Int16Array)[at()]!,
  u16: (view: View, at: () => number): (() => number) => () => (view.data as Uint16Array)[at()]!,
  i32: (view: View, at: () => number): (() => number) => () => (view.data as Int32Array)[at()]!,
  u32: (view: View, at: () => number): (() => number) => () => (view.data as Uint32Array)[at()]!,
  i64: (view: View, at: () => number): (() => bigint) => () => (view.data as BigInt64Array)[at()]!,
  u64: (view: View, at: () => number): (() => bigint) => () => (view.data as BigUint64Array)[at()]!,
  bool: (view: View, at: () => number): (() => number) => () => (view.data as Uint8Array)[at()]!,
};

export const stores: Table = {
  f16: (view: View, at: () => number, value: () => number) => () => {
    const i = at();
    (view.data as Uint16Array)[i] = toF16(value());
  },
  bf16: (view: View, at: () => number, value: () => number) => () => {
    const i = at();
    (view.data as Uint16Array)[i] = toBf16(value());
  },
  f32: (view: View, at: () => number, value: () => number) => () => {
    const i = at();
    (view.data as Float32Array)[i] = value();
  },
  f64: (view: View, at: () => number, value: () => number) => () => {
    const i = at();
    (view.data as Float64Array)[i] = value();
  },
  i8: (view: View, at: () => number, value: () => number) => () => {
    const i = at();
    (view.data as Int8Array)[i] = value();
  },
  u8: (view: View, at: () => number, value: () => number) => () => {
    const i = at();
    (view.data as Uint8Array)[i] = value();
  },
  i16: (view: View, at: () => number, value: () => number) => () => {
    const i = at();
    (view.data as Int16Array)[i] = value();
  },
  u16: (view: View, at: () => number, value: () => number) => () => {
    const i = at();
    (view.data as Uint16Array)[i] = value();
  },
  i32: (view: View, at: () => number, value: () => number) => () => {
    const i = at();
    (view.data as Int32Array)[i] = value();
  },
  u32: (view: View, at: () => number, value: () => number) => () => {
    const i = at();
    (view.data as Uint32Array)[i] = value();
  },
  i64: (view: View, at: () => number, value: () => bigint) => () => {
    const i = at();
    (view.data as BigInt64Array)[i] = value();
  },
  u64: (view: View, at: () => number, value: () => bigint) => () => {
    const i = at();
    (view.data as BigUint64Array)[i] = value();
  },
  bool: (view: View, at: () => number, value: () => number) => () => {
    const i = at();
    (view.data as Uint8Array)[i] = value();
  },
};
