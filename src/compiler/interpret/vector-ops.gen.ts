// Loops of the interpreter's vector mode, one for each operation and type.
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
import type { Block, Lanes, Run, Table } from "./types.ts";

export const unary: Table = {
  f32: {
    neg: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = -x;
        xsi = (xsi + xss) | 0;
      }
    },
    abs: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = Math.abs(x);
        xsi = (xsi + xss) | 0;
      }
    },
    sqrt: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = Math.fround(Math.sqrt(x));
        xsi = (xsi + xss) | 0;
      }
    },
    floor: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = Math.floor(x);
        xsi = (xsi + xss) | 0;
      }
    },
    ceil: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = Math.ceil(x);
        xsi = (xsi + xss) | 0;
      }
    },
    trunc: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = Math.trunc(x);
        xsi = (xsi + xss) | 0;
      }
    },
    nearest: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = nearest(x);
        xsi = (xsi + xss) | 0;
      }
    },
  },
  f64: {
    neg: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = -x;
        xsi = (xsi + xss) | 0;
      }
    },
    abs: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = Math.abs(x);
        xsi = (xsi + xss) | 0;
      }
    },
    sqrt: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = Math.sqrt(x);
        xsi = (xsi + xss) | 0;
      }
    },
    floor: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = Math.floor(x);
        xsi = (xsi + xss) | 0;
      }
    },
    ceil: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = Math.ceil(x);
        xsi = (xsi + xss) | 0;
      }
    },
    trunc: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = Math.trunc(x);
        xsi = (xsi + xss) | 0;
      }
    },
    nearest: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = nearest(x);
        xsi = (xsi + xss) | 0;
      }
    },
  },
  i32: {
    neg: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = -x | 0;
        xsi = (xsi + xss) | 0;
      }
    },
    abs: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = Math.abs(x) | 0;
        xsi = (xsi + xss) | 0;
      }
    },
    not: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = ~x;
        xsi = (xsi + xss) | 0;
      }
    },
    popcount: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = popcount(x);
        xsi = (xsi + xss) | 0;
      }
    },
    clz: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = Math.clz32(x);
        xsi = (xsi + xss) | 0;
      }
    },
  },
  u32: {
    neg: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = -x >>> 0;
        xsi = (xsi + xss) | 0;
      }
    },
    not: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = ~x >>> 0;
        xsi = (xsi + xss) | 0;
      }
    },
    popcount: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = popcount(x);
        xsi = (xsi + xss) | 0;
      }
    },
    clz: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = Math.clz32(x);
        xsi = (xsi + xss) | 0;
      }
    },
  },
  i64: {
    neg: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = BigInt.asIntN(64, -x);
        xsi = (xsi + xss) | 0;
      }
    },
    abs: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x < 0n ? BigInt.asIntN(64, -x) : x;
        xsi = (xsi + xss) | 0;
      }
    },
    not: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = BigInt.asIntN(64, ~x);
        xsi = (xsi + xss) | 0;
      }
    },
    popcount: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = popcountBig(x);
        xsi = (xsi + xss) | 0;
      }
    },
    clz: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = clzBig(x);
        xsi = (xsi + xss) | 0;
      }
    },
  },
  u64: {
    neg: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = BigInt.asUintN(64, -x);
        xsi = (xsi + xss) | 0;
      }
    },
    not: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = BigInt.asUintN(64, ~x);
        xsi = (xsi + xss) | 0;
      }
    },
    popcount: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = popcountBig(x);
        xsi = (xsi + xss) | 0;
      }
    },
    clz: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = clzBig(x);
        xsi = (xsi + xss) | 0;
      }
    },
  },
  bool: {
    not: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x ^ 1;
        xsi = (xsi + xss) | 0;
      }
    },
  },
};

export const binary: Table = {
  f32: {
    add: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>, ys: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = Math.fround(x + y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    sub: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>, ys: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = Math.fround(x - y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    mul: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>, ys: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = Math.fround(x * y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    div: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>, ys: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = Math.fround(x / y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    rem: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>, ys: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x % y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    min: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>, ys: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = Math.min(x, y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    max: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>, ys: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = Math.max(x, y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    copysign: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>, ys: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = copysign(x, y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  },
  f64: {
    add: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x + y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    sub: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x - y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    mul: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x * y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    div: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x / y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    rem: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x % y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    min: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = Math.min(x, y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    max: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = Math.max(x, y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    copysign: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = copysign(x, y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  },
  i32: {
    add: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = (x + y) | 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    sub: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = (x - y) | 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    mul: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = Math.imul(x, y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    div: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = y === 0 ? 0 : (x / y) | 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    rem: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = y === 0 ? 0 : (x % y) | 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    min: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x < y ? x : y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    max: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x > y ? x : y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    and: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x & y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    or: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x | y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    xor: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x ^ y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    shl: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x << y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    shr: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x >> y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  },
  u32: {
    add: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = (x + y) >>> 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    sub: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = (x - y) >>> 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    mul: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = (Math.imul(x, y)) >>> 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    div: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = y === 0 ? 0 : (x / y) >>> 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    rem: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = y === 0 ? 0 : (x % y) >>> 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    min: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x < y ? x : y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    max: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x > y ? x : y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    and: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = (x & y) >>> 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    or: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = (x | y) >>> 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    xor: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = (x ^ y) >>> 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    shl: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = (x << y) >>> 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    shr: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x >>> y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    mulhi: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = mulhi(x, y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  },
  i64: {
    add: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = BigInt.asIntN(64, x + y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    sub: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = BigInt.asIntN(64, x - y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    mul: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = BigInt.asIntN(64, x * y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    div: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = y === 0n ? 0n : BigInt.asIntN(64, x / y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    rem: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = y === 0n ? 0n : BigInt.asIntN(64, x % y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    min: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x < y ? x : y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    max: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x > y ? x : y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    and: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x & y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    or: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x | y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    xor: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x ^ y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    shl: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = BigInt.asIntN(64, x << (y & 63n));
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    shr: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x >> (y & 63n);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  },
  u64: {
    add: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = BigInt.asUintN(64, x + y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    sub: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = BigInt.asUintN(64, x - y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    mul: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = BigInt.asUintN(64, x * y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    div: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = y === 0n ? 0n : BigInt.asUintN(64, x / y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    rem: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = y === 0n ? 0n : BigInt.asUintN(64, x % y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    min: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x < y ? x : y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    max: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x > y ? x : y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    and: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x & y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    or: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x | y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    xor: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x ^ y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    shl: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = BigInt.asUintN(64, x << (y & 63n));
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    shr: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x >> (y & 63n);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  },
  bool: {
    and: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint8Array>, ys: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x & y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    or: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint8Array>, ys: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x | y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    xor: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint8Array>, ys: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x ^ y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  },
};

export const fused: Table = {
  f32: {
mulAdd: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>, ys: Lanes<Float32Array>, zs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      const zsd = zs.data;
  const zss = zs.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      let zsi = zs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        const z = zsd[zsi]!;
        out[i] = Math.fround(Math.fround(x * y) + z);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
        zsi = (zsi + zss) | 0;
      }
    },
mulSub: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>, ys: Lanes<Float32Array>, zs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      const zsd = zs.data;
  const zss = zs.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      let zsi = zs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        const z = zsd[zsi]!;
        out[i] = Math.fround(Math.fround(x * y) - z);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
        zsi = (zsi + zss) | 0;
      }
    },
subMul: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>, ys: Lanes<Float32Array>, zs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      const zsd = zs.data;
  const zss = zs.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      let zsi = zs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        const z = zsd[zsi]!;
        out[i] = Math.fround(z - Math.fround(x * y));
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
        zsi = (zsi + zss) | 0;
      }
    },
},
  f64: {
mulAdd: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>, zs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      const zsd = zs.data;
  const zss = zs.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      let zsi = zs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        const z = zsd[zsi]!;
        out[i] = x * y + z;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
        zsi = (zsi + zss) | 0;
      }
    },
mulSub: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>, zs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      const zsd = zs.data;
  const zss = zs.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      let zsi = zs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        const z = zsd[zsi]!;
        out[i] = x * y - z;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
        zsi = (zsi + zss) | 0;
      }
    },
subMul: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>, zs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      const zsd = zs.data;
  const zss = zs.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      let zsi = zs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        const z = zsd[zsi]!;
        out[i] = z - x * y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
        zsi = (zsi + zss) | 0;
      }
    },
},
};

export const compare: Table = {
  f32: {
    eq: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Float32Array>, ys: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x === y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    ne: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Float32Array>, ys: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x !== y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    lt: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Float32Array>, ys: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x < y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    le: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Float32Array>, ys: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x <= y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    gt: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Float32Array>, ys: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x > y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    ge: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Float32Array>, ys: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x >= y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  },
  f64: {
    eq: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x === y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    ne: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x !== y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    lt: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x < y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    le: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x <= y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    gt: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x > y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    ge: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x >= y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  },
  i32: {
    eq: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x === y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    ne: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x !== y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    lt: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x < y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    le: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x <= y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    gt: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x > y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    ge: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x >= y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  },
  u32: {
    eq: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x === y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    ne: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x !== y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    lt: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x < y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    le: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x <= y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    gt: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x > y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    ge: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x >= y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  },
  i64: {
    eq: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x === y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    ne: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x !== y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    lt: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x < y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    le: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x <= y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    gt: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x > y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    ge: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x >= y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  },
  u64: {
    eq: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x === y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    ne: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x !== y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    lt: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x < y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    le: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x <= y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    gt: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x > y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    ge: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x >= y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  },
  bool: {
    eq: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint8Array>, ys: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x === y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    ne: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint8Array>, ys: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x !== y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    lt: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint8Array>, ys: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x < y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    le: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint8Array>, ys: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x <= y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    gt: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint8Array>, ys: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x > y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    ge: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint8Array>, ys: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = x >= y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  },
};

export const cast: Table = {
  f32: {
    f64: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
    i32: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = toI32(x);
        xsi = (xsi + xss) | 0;
      }
    },
    u32: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = toU32(x);
        xsi = (xsi + xss) | 0;
      }
    },
    i64: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = toI64(x);
        xsi = (xsi + xss) | 0;
      }
    },
    u64: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = toU64(x);
        xsi = (xsi + xss) | 0;
      }
    },
    bool: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x !== 0 ? 1 : 0;
        xsi = (xsi + xss) | 0;
      }
    },
  },
  f64: {
    f32: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = Math.fround(x);
        xsi = (xsi + xss) | 0;
      }
    },
    i32: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = toI32(x);
        xsi = (xsi + xss) | 0;
      }
    },
    u32: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = toU32(x);
        xsi = (xsi + xss) | 0;
      }
    },
    i64: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = toI64(x);
        xsi = (xsi + xss) | 0;
      }
    },
    u64: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = toU64(x);
        xsi = (xsi + xss) | 0;
      }
    },
    bool: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x !== 0 ? 1 : 0;
        xsi = (xsi + xss) | 0;
      }
    },
  },
  i32: {
    f32: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = Math.fround(x);
        xsi = (xsi + xss) | 0;
      }
    },
    f64: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
    u32: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x >>> 0;
        xsi = (xsi + xss) | 0;
      }
    },
    i64: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = BigInt(x);
        xsi = (xsi + xss) | 0;
      }
    },
    u64: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = BigInt.asUintN(64, BigInt(x));
        xsi = (xsi + xss) | 0;
      }
    },
    bool: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x !== 0 ? 1 : 0;
        xsi = (xsi + xss) | 0;
      }
    },
  },
  u32: {
    f32: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = Math.fround(x);
        xsi = (xsi + xss) | 0;
      }
    },
    f64: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
    i32: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x | 0;
        xsi = (xsi + xss) | 0;
      }
    },
    i64: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = BigInt(x);
        xsi = (xsi + xss) | 0;
      }
    },
    u64: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = BigInt(x);
        xsi = (xsi + xss) | 0;
      }
    },
    bool: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x !== 0 ? 1 : 0;
        xsi = (xsi + xss) | 0;
      }
    },
  },
  i64: {
    f32: (block: Block, o: Lanes<Float32Array>, xs: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = bigToF32(x);
        xsi = (xsi + xss) | 0;
      }
    },
    f64: (block: Block, o: Lanes<Float64Array>, xs: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = Number(x);
        xsi = (xsi + xss) | 0;
      }
    },
    i32: (block: Block, o: Lanes<Int32Array>, xs: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = Number(BigInt.asIntN(32, x));
        xsi = (xsi + xss) | 0;
      }
    },
    u32: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = Number(BigInt.asUintN(32, x));
        xsi = (xsi + xss) | 0;
      }
    },
    u64: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = BigInt.asUintN(64, x);
        xsi = (xsi + xss) | 0;
      }
    },
    bool: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x !== 0n ? 1 : 0;
        xsi = (xsi + xss) | 0;
      }
    },
  },
  u64: {
    f32: (block: Block, o: Lanes<Float32Array>, xs: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = bigToF32(x);
        xsi = (xsi + xss) | 0;
      }
    },
    f64: (block: Block, o: Lanes<Float64Array>, xs: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = Number(x);
        xsi = (xsi + xss) | 0;
      }
    },
    i32: (block: Block, o: Lanes<Int32Array>, xs: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = Number(BigInt.asIntN(32, x));
        xsi = (xsi + xss) | 0;
      }
    },
    u32: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = Number(BigInt.asUintN(32, x));
        xsi = (xsi + xss) | 0;
      }
    },
    i64: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = BigInt.asIntN(64, x);
        xsi = (xsi + xss) | 0;
      }
    },
    bool: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x !== 0n ? 1 : 0;
        xsi = (xsi + xss) | 0;
      }
    },
  },
  bool: {
    f32: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
    f64: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
    i32: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
    u32: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
    i64: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = BigInt(x);
        xsi = (xsi + xss) | 0;
      }
    },
    u64: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = BigInt(x);
        xsi = (xsi + xss) | 0;
      }
    },
  },
};

export const bitcast: Table = {
  f32: {
    i32: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = f32Bits(x);
        xsi = (xsi + xss) | 0;
      }
    },
    u32: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = f32UnsignedBits(x);
        xsi = (xsi + xss) | 0;
      }
    },
  },
  f64: {
    i64: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = f64Bits(x);
        xsi = (xsi + xss) | 0;
      }
    },
    u64: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = f64UnsignedBits(x);
        xsi = (xsi + xss) | 0;
      }
    },
  },
  i32: {
    f32: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = f32FromBits(x);
        xsi = (xsi + xss) | 0;
      }
    },
    u32: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x >>> 0;
        xsi = (xsi + xss) | 0;
      }
    },
  },
  u32: {
    f32: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = f32FromBits(x);
        xsi = (xsi + xss) | 0;
      }
    },
    i32: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x | 0;
        xsi = (xsi + xss) | 0;
      }
    },
  },
  i64: {
    f64: (block: Block, o: Lanes<Float64Array>, xs: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = f64FromBits(x);
        xsi = (xsi + xss) | 0;
      }
    },
    u64: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = BigInt.asUintN(64, x);
        xsi = (xsi + xss) | 0;
      }
    },
  },
  u64: {
    f64: (block: Block, o: Lanes<Float64Array>, xs: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = f64FromBits(BigInt.asIntN(64, x));
        xsi = (xsi + xss) | 0;
      }
    },
    i64: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = BigInt.asIntN(64, x);
        xsi = (xsi + xss) | 0;
      }
    },
  },
  bool: {

  },
};

export const select: Table = {
  f32: (block: Block, o: Lanes<Float32Array>, cs: Lanes<Uint8Array>, xs: Lanes<Float32Array>, ys: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const csd = cs.data;
  const css = cs.step;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let csi = cs.offset;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const c = csd[csi]!;
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = c !== 0 ? x : y;
        csi = (csi + css) | 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  f64: (block: Block, o: Lanes<Float64Array>, cs: Lanes<Uint8Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const csd = cs.data;
  const css = cs.step;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let csi = cs.offset;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const c = csd[csi]!;
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = c !== 0 ? x : y;
        csi = (csi + css) | 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  i32: (block: Block, o: Lanes<Int32Array>, cs: Lanes<Uint8Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const csd = cs.data;
  const css = cs.step;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let csi = cs.offset;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const c = csd[csi]!;
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = c !== 0 ? x : y;
        csi = (csi + css) | 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  u32: (block: Block, o: Lanes<Uint32Array>, cs: Lanes<Uint8Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const csd = cs.data;
  const css = cs.step;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let csi = cs.offset;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const c = csd[csi]!;
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = c !== 0 ? x : y;
        csi = (csi + css) | 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  i64: (block: Block, o: Lanes<BigInt64Array>, cs: Lanes<Uint8Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const csd = cs.data;
  const css = cs.step;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let csi = cs.offset;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const c = csd[csi]!;
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = c !== 0 ? x : y;
        csi = (csi + css) | 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  u64: (block: Block, o: Lanes<BigUint64Array>, cs: Lanes<Uint8Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const csd = cs.data;
  const css = cs.step;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let csi = cs.offset;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const c = csd[csi]!;
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = c !== 0 ? x : y;
        csi = (csi + css) | 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  bool: (block: Block, o: Lanes<Uint8Array>, cs: Lanes<Uint8Array>, xs: Lanes<Uint8Array>, ys: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const csd = cs.data;
  const css = cs.step;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let csi = cs.offset;
      let xsi = xs.offset;
      let ysi = ys.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const c = csd[csi]!;
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[i] = c !== 0 ? x : y;
        csi = (csi + css) | 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
};

export const copy: Table = {
  f32: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
  f64: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
  i32: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
  u32: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
  i64: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
  u64: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
  bool: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
};

export const load: Table = {
  f16: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Uint16Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = fromF16(x);
        xsi = (xsi + xss) | 0;
      }
    },
  bf16: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Uint16Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = fromBf16(x);
        xsi = (xsi + xss) | 0;
      }
    },
  f32: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
  f64: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
  i8: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int8Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
  u8: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
  i16: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int16Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
  u16: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Uint16Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
  i32: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
  u32: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
  i64: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
  u64: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
  bool: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      const end = o.offset + block.n;
      for (let i = o.offset; i < end; i++) {
        const x = xsd[xsi]!;
        out[i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
};

export const gather: Table = {
  f16: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Uint16Array>, at: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const xd = xs.data;
    const base = xs.offset;
    const places = at.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[(places[i]! + base) | 0]!;
      out[i] = fromF16(x);
    }
  },
  bf16: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Uint16Array>, at: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const xd = xs.data;
    const base = xs.offset;
    const places = at.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[(places[i]! + base) | 0]!;
      out[i] = fromBf16(x);
    }
  },
  f32: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>, at: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const xd = xs.data;
    const base = xs.offset;
    const places = at.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[(places[i]! + base) | 0]!;
      out[i] = x;
    }
  },
  f64: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>, at: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const xd = xs.data;
    const base = xs.offset;
    const places = at.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[(places[i]! + base) | 0]!;
      out[i] = x;
    }
  },
  i8: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int8Array>, at: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const xd = xs.data;
    const base = xs.offset;
    const places = at.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[(places[i]! + base) | 0]!;
      out[i] = x;
    }
  },
  u8: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Uint8Array>, at: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const xd = xs.data;
    const base = xs.offset;
    const places = at.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[(places[i]! + base) | 0]!;
      out[i] = x;
    }
  },
  i16: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int16Array>, at: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const xd = xs.data;
    const base = xs.offset;
    const places = at.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[(places[i]! + base) | 0]!;
      out[i] = x;
    }
  },
  u16: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Uint16Array>, at: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const xd = xs.data;
    const base = xs.offset;
    const places = at.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[(places[i]! + base) | 0]!;
      out[i] = x;
    }
  },
  i32: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>, at: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const xd = xs.data;
    const base = xs.offset;
    const places = at.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[(places[i]! + base) | 0]!;
      out[i] = x;
    }
  },
  u32: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>, at: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const xd = xs.data;
    const base = xs.offset;
    const places = at.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[(places[i]! + base) | 0]!;
      out[i] = x;
    }
  },
  i64: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>, at: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const xd = xs.data;
    const base = xs.offset;
    const places = at.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[(places[i]! + base) | 0]!;
      out[i] = x;
    }
  },
  u64: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>, at: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const xd = xs.data;
    const base = xs.offset;
    const places = at.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[(places[i]! + base) | 0]!;
      out[i] = x;
    }
  },
  bool: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint8Array>, at: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const xd = xs.data;
    const base = xs.offset;
    const places = at.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[(places[i]! + base) | 0]!;
      out[i] = x;
    }
  },
};

export const gatherSafe: Table = {
  f16: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Uint16Array>, at: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const xd = xs.data;
    const { length } = xd;
    const base = xs.offset;
    const places = at.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const place = (places[i]! + base) | 0;
      if (place >= 0 && place < length) {
        const x = xd[place]!;
        out[i] = fromF16(x);
      } else out[i] = 0;
    }
  },
  bf16: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Uint16Array>, at: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const xd = xs.data;
    const { length } = xd;
    const base = xs.offset;
    const places = at.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const place = (places[i]! + base) | 0;
      if (place >= 0 && place < length) {
        const x = xd[place]!;
        out[i] = fromBf16(x);
      } else out[i] = 0;
    }
  },
  f32: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>, at: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const xd = xs.data;
    const { length } = xd;
    const base = xs.offset;
    const places = at.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const place = (places[i]! + base) | 0;
      if (place >= 0 && place < length) {
        const x = xd[place]!;
        out[i] = x;
      } else out[i] = 0;
    }
  },
  f64: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>, at: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const xd = xs.data;
    const { length } = xd;
    const base = xs.offset;
    const places = at.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const place = (places[i]! + base) | 0;
      if (place >= 0 && place < length) {
        const x = xd[place]!;
        out[i] = x;
      } else out[i] = 0;
    }
  },
  i8: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int8Array>, at: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const xd = xs.data;
    const { length } = xd;
    const base = xs.offset;
    const places = at.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const place = (places[i]! + base) | 0;
      if (place >= 0 && place < length) {
        const x = xd[place]!;
        out[i] = x;
      } else out[i] = 0;
    }
  },
  u8: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Uint8Array>, at: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const xd = xs.data;
    const { length } = xd;
    const base = xs.offset;
    const places = at.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const place = (places[i]! + base) | 0;
      if (place >= 0 && place < length) {
        const x = xd[place]!;
        out[i] = x;
      } else out[i] = 0;
    }
  },
  i16: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int16Array>, at: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const xd = xs.data;
    const { length } = xd;
    const base = xs.offset;
    const places = at.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const place = (places[i]! + base) | 0;
      if (place >= 0 && place < length) {
        const x = xd[place]!;
        out[i] = x;
      } else out[i] = 0;
    }
  },
  u16: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Uint16Array>, at: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const xd = xs.data;
    const { length } = xd;
    const base = xs.offset;
    const places = at.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const place = (places[i]! + base) | 0;
      if (place >= 0 && place < length) {
        const x = xd[place]!;
        out[i] = x;
      } else out[i] = 0;
    }
  },
  i32: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>, at: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const xd = xs.data;
    const { length } = xd;
    const base = xs.offset;
    const places = at.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const place = (places[i]! + base) | 0;
      if (place >= 0 && place < length) {
        const x = xd[place]!;
        out[i] = x;
      } else out[i] = 0;
    }
  },
  u32: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>, at: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const xd = xs.data;
    const { length } = xd;
    const base = xs.offset;
    const places = at.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const place = (places[i]! + base) | 0;
      if (place >= 0 && place < length) {
        const x = xd[place]!;
        out[i] = x;
      } else out[i] = 0;
    }
  },
  i64: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>, at: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const xd = xs.data;
    const { length } = xd;
    const base = xs.offset;
    const places = at.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const place = (places[i]! + base) | 0;
      if (place >= 0 && place < length) {
        const x = xd[place]!;
        out[i] = x;
      } else out[i] = 0n;
    }
  },
  u64: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>, at: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const xd = xs.data;
    const { length } = xd;
    const base = xs.offset;
    const places = at.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const place = (places[i]! + base) | 0;
      if (place >= 0 && place < length) {
        const x = xd[place]!;
        out[i] = x;
      } else out[i] = 0n;
    }
  },
  bool: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint8Array>, at: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const xd = xs.data;
    const { length } = xd;
    const base = xs.offset;
    const places = at.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const place = (places[i]! + base) | 0;
      if (place >= 0 && place < length) {
        const x = xd[place]!;
        out[i] = x;
      } else out[i] = 0;
    }
  },
};

export const store: Table = {
  f16: (block: Block, o: Lanes<Uint16Array>, xs: Lanes<Float32Array>): Run => () => {
    const out = o.data;
    const step = o.step;
    const xd = xs.data;
    const xstep = xs.step;
    let place = o.offset;
    let xi = xs.offset;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[xi]!;
      out[place] = toF16(x);
      place = (place + step) | 0;
      xi = (xi + xstep) | 0;
    }
  },
  bf16: (block: Block, o: Lanes<Uint16Array>, xs: Lanes<Float32Array>): Run => () => {
    const out = o.data;
    const step = o.step;
    const xd = xs.data;
    const xstep = xs.step;
    let place = o.offset;
    let xi = xs.offset;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[xi]!;
      out[place] = toBf16(x);
      place = (place + step) | 0;
      xi = (xi + xstep) | 0;
    }
  },
  f32: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>): Run => () => {
    const out = o.data;
    const step = o.step;
    const xd = xs.data;
    const xstep = xs.step;
    let place = o.offset;
    let xi = xs.offset;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[xi]!;
      out[place] = x;
      place = (place + step) | 0;
      xi = (xi + xstep) | 0;
    }
  },
  f64: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>): Run => () => {
    const out = o.data;
    const step = o.step;
    const xd = xs.data;
    const xstep = xs.step;
    let place = o.offset;
    let xi = xs.offset;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[xi]!;
      out[place] = x;
      place = (place + step) | 0;
      xi = (xi + xstep) | 0;
    }
  },
  i8: (block: Block, o: Lanes<Int8Array>, xs: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const step = o.step;
    const xd = xs.data;
    const xstep = xs.step;
    let place = o.offset;
    let xi = xs.offset;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[xi]!;
      out[place] = x;
      place = (place + step) | 0;
      xi = (xi + xstep) | 0;
    }
  },
  u8: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const step = o.step;
    const xd = xs.data;
    const xstep = xs.step;
    let place = o.offset;
    let xi = xs.offset;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[xi]!;
      out[place] = x;
      place = (place + step) | 0;
      xi = (xi + xstep) | 0;
    }
  },
  i16: (block: Block, o: Lanes<Int16Array>, xs: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const step = o.step;
    const xd = xs.data;
    const xstep = xs.step;
    let place = o.offset;
    let xi = xs.offset;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[xi]!;
      out[place] = x;
      place = (place + step) | 0;
      xi = (xi + xstep) | 0;
    }
  },
  u16: (block: Block, o: Lanes<Uint16Array>, xs: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const step = o.step;
    const xd = xs.data;
    const xstep = xs.step;
    let place = o.offset;
    let xi = xs.offset;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[xi]!;
      out[place] = x;
      place = (place + step) | 0;
      xi = (xi + xstep) | 0;
    }
  },
  i32: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const step = o.step;
    const xd = xs.data;
    const xstep = xs.step;
    let place = o.offset;
    let xi = xs.offset;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[xi]!;
      out[place] = x;
      place = (place + step) | 0;
      xi = (xi + xstep) | 0;
    }
  },
  u32: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>): Run => () => {
    const out = o.data;
    const step = o.step;
    const xd = xs.data;
    const xstep = xs.step;
    let place = o.offset;
    let xi = xs.offset;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[xi]!;
      out[place] = x;
      place = (place + step) | 0;
      xi = (xi + xstep) | 0;
    }
  },
  i64: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>): Run => () => {
    const out = o.data;
    const step = o.step;
    const xd = xs.data;
    const xstep = xs.step;
    let place = o.offset;
    let xi = xs.offset;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[xi]!;
      out[place] = x;
      place = (place + step) | 0;
      xi = (xi + xstep) | 0;
    }
  },
  u64: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>): Run => () => {
    const out = o.data;
    const step = o.step;
    const xd = xs.data;
    const xstep = xs.step;
    let place = o.offset;
    let xi = xs.offset;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[xi]!;
      out[place] = x;
      place = (place + step) | 0;
      xi = (xi + xstep) | 0;
    }
  },
  bool: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint8Array>): Run => () => {
    const out = o.data;
    const step = o.step;
    const xd = xs.data;
    const xstep = xs.step;
    let place = o.offset;
    let xi = xs.offset;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[xi]!;
      out[place] = x;
      place = (place + step) | 0;
      xi = (xi + xstep) | 0;
    }
  },
};

export const scatter: Table = {
  f16: (block: Block, o: Lanes<Uint16Array>, at: Lanes<Int32Array>, xs: Lanes<Float32Array>): Run => () => {
    const out = o.data;
    const base = o.offset;
    const places = at.data;
    const xd = xs.data;
    const xstep = xs.step;
    let xi = xs.offset;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[xi]!;
      out[(places[i]! + base) | 0] = toF16(x);
      xi = (xi + xstep) | 0;
    }
  },
  bf16: (block: Block, o: Lanes<Uint16Array>, at: Lanes<Int32Array>, xs: Lanes<Float32Array>): Run => () => {
    const out = o.data;
    const base = o.offset;
    const places = at.data;
    const xd = xs.data;
    const xstep = xs.step;
    let xi = xs.offset;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[xi]!;
      out[(places[i]! + base) | 0] = toBf16(x);
      xi = (xi + xstep) | 0;
    }
  },
  f32: (block: Block, o: Lanes<Float32Array>, at: Lanes<Int32Array>, xs: Lanes<Float32Array>): Run => () => {
    const out = o.data;
    const base = o.offset;
    const places = at.data;
    const xd = xs.data;
    const xstep = xs.step;
    let xi = xs.offset;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[xi]!;
      out[(places[i]! + base) | 0] = x;
      xi = (xi + xstep) | 0;
    }
  },
  f64: (block: Block, o: Lanes<Float64Array>, at: Lanes<Int32Array>, xs: Lanes<Float64Array>): Run => () => {
    const out = o.data;
    const base = o.offset;
    const places = at.data;
    const xd = xs.data;
    const xstep = xs.step;
    let xi = xs.offset;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[xi]!;
      out[(places[i]! + base) | 0] = x;
      xi = (xi + xstep) | 0;
    }
  },
  i8: (block: Block, o: Lanes<Int8Array>, at: Lanes<Int32Array>, xs: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const base = o.offset;
    const places = at.data;
    const xd = xs.data;
    const xstep = xs.step;
    let xi = xs.offset;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[xi]!;
      out[(places[i]! + base) | 0] = x;
      xi = (xi + xstep) | 0;
    }
  },
  u8: (block: Block, o: Lanes<Uint8Array>, at: Lanes<Int32Array>, xs: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const base = o.offset;
    const places = at.data;
    const xd = xs.data;
    const xstep = xs.step;
    let xi = xs.offset;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[xi]!;
      out[(places[i]! + base) | 0] = x;
      xi = (xi + xstep) | 0;
    }
  },
  i16: (block: Block, o: Lanes<Int16Array>, at: Lanes<Int32Array>, xs: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const base = o.offset;
    const places = at.data;
    const xd = xs.data;
    const xstep = xs.step;
    let xi = xs.offset;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[xi]!;
      out[(places[i]! + base) | 0] = x;
      xi = (xi + xstep) | 0;
    }
  },
  u16: (block: Block, o: Lanes<Uint16Array>, at: Lanes<Int32Array>, xs: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const base = o.offset;
    const places = at.data;
    const xd = xs.data;
    const xstep = xs.step;
    let xi = xs.offset;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[xi]!;
      out[(places[i]! + base) | 0] = x;
      xi = (xi + xstep) | 0;
    }
  },
  i32: (block: Block, o: Lanes<Int32Array>, at: Lanes<Int32Array>, xs: Lanes<Int32Array>): Run => () => {
    const out = o.data;
    const base = o.offset;
    const places = at.data;
    const xd = xs.data;
    const xstep = xs.step;
    let xi = xs.offset;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[xi]!;
      out[(places[i]! + base) | 0] = x;
      xi = (xi + xstep) | 0;
    }
  },
  u32: (block: Block, o: Lanes<Uint32Array>, at: Lanes<Int32Array>, xs: Lanes<Uint32Array>): Run => () => {
    const out = o.data;
    const base = o.offset;
    const places = at.data;
    const xd = xs.data;
    const xstep = xs.step;
    let xi = xs.offset;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[xi]!;
      out[(places[i]! + base) | 0] = x;
      xi = (xi + xstep) | 0;
    }
  },
  i64: (block: Block, o: Lanes<BigInt64Array>, at: Lanes<Int32Array>, xs: Lanes<BigInt64Array>): Run => () => {
    const out = o.data;
    const base = o.offset;
    const places = at.data;
    const xd = xs.data;
    const xstep = xs.step;
    let xi = xs.offset;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[xi]!;
      out[(places[i]! + base) | 0] = x;
      xi = (xi + xstep) | 0;
    }
  },
  u64: (block: Block, o: Lanes<BigUint64Array>, at: Lanes<Int32Array>, xs: Lanes<BigUint64Array>): Run => () => {
    const out = o.data;
    const base = o.offset;
    const places = at.data;
    const xd = xs.data;
    const xstep = xs.step;
    let xi = xs.offset;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[xi]!;
      out[(places[i]! + base) | 0] = x;
      xi = (xi + xstep) | 0;
    }
  },
  bool: (block: Block, o: Lanes<Uint8Array>, at: Lanes<Int32Array>, xs: Lanes<Uint8Array>): Run => () => {
    const out = o.data;
    const base = o.offset;
    const places = at.data;
    const xd = xs.data;
    const xstep = xs.step;
    let xi = xs.offset;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      const x = xd[xi]!;
      out[(places[i]! + base) | 0] = x;
      xi = (xi + xstep) | 0;
    }
  },
};

export const scatterMasked: Table = {
  f16: (block: Block, o: Lanes<Uint16Array>, at: Lanes<Int32Array>, xs: Lanes<Float32Array>, mask: Lanes<Uint8Array>): Run => () => {
    const out = o.data;
    const base = o.offset;
    const places = at.data;
    const xd = xs.data;
    const xstep = xs.step;
    let xi = xs.offset;
    const active = mask.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      if (active[i] !== 0) {
        const x = xd[xi]!;
        out[(places[i]! + base) | 0] = toF16(x);
      }
      xi = (xi + xstep) | 0;
    }
  },
  bf16: (block: Block, o: Lanes<Uint16Array>, at: Lanes<Int32Array>, xs: Lanes<Float32Array>, mask: Lanes<Uint8Array>): Run => () => {
    const out = o.data;
    const base = o.offset;
    const places = at.data;
    const xd = xs.data;
    const xstep = xs.step;
    let xi = xs.offset;
    const active = mask.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      if (active[i] !== 0) {
        const x = xd[xi]!;
        out[(places[i]! + base) | 0] = toBf16(x);
      }
      xi = (xi + xstep) | 0;
    }
  },
  f32: (block: Block, o: Lanes<Float32Array>, at: Lanes<Int32Array>, xs: Lanes<Float32Array>, mask: Lanes<Uint8Array>): Run => () => {
    const out = o.data;
    const base = o.offset;
    const places = at.data;
    const xd = xs.data;
    const xstep = xs.step;
    let xi = xs.offset;
    const active = mask.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      if (active[i] !== 0) {
        const x = xd[xi]!;
        out[(places[i]! + base) | 0] = x;
      }
      xi = (xi + xstep) | 0;
    }
  },
  f64: (block: Block, o: Lanes<Float64Array>, at: Lanes<Int32Array>, xs: Lanes<Float64Array>, mask: Lanes<Uint8Array>): Run => () => {
    const out = o.data;
    const base = o.offset;
    const places = at.data;
    const xd = xs.data;
    const xstep = xs.step;
    let xi = xs.offset;
    const active = mask.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      if (active[i] !== 0) {
        const x = xd[xi]!;
        out[(places[i]! + base) | 0] = x;
      }
      xi = (xi + xstep) | 0;
    }
  },
  i8: (block: Block, o: Lanes<Int8Array>, at: Lanes<Int32Array>, xs: Lanes<Int32Array>, mask: Lanes<Uint8Array>): Run => () => {
    const out = o.data;
    const base = o.offset;
    const places = at.data;
    const xd = xs.data;
    const xstep = xs.step;
    let xi = xs.offset;
    const active = mask.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      if (active[i] !== 0) {
        const x = xd[xi]!;
        out[(places[i]! + base) | 0] = x;
      }
      xi = (xi + xstep) | 0;
    }
  },
  u8: (block: Block, o: Lanes<Uint8Array>, at: Lanes<Int32Array>, xs: Lanes<Int32Array>, mask: Lanes<Uint8Array>): Run => () => {
    const out = o.data;
    const base = o.offset;
    const places = at.data;
    const xd = xs.data;
    const xstep = xs.step;
    let xi = xs.offset;
    const active = mask.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      if (active[i] !== 0) {
        const x = xd[xi]!;
        out[(places[i]! + base) | 0] = x;
      }
      xi = (xi + xstep) | 0;
    }
  },
  i16: (block: Block, o: Lanes<Int16Array>, at: Lanes<Int32Array>, xs: Lanes<Int32Array>, mask: Lanes<Uint8Array>): Run => () => {
    const out = o.data;
    const base = o.offset;
    const places = at.data;
    const xd = xs.data;
    const xstep = xs.step;
    let xi = xs.offset;
    const active = mask.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      if (active[i] !== 0) {
        const x = xd[xi]!;
        out[(places[i]! + base) | 0] = x;
      }
      xi = (xi + xstep) | 0;
    }
  },
  u16: (block: Block, o: Lanes<Uint16Array>, at: Lanes<Int32Array>, xs: Lanes<Int32Array>, mask: Lanes<Uint8Array>): Run => () => {
    const out = o.data;
    const base = o.offset;
    const places = at.data;
    const xd = xs.data;
    const xstep = xs.step;
    let xi = xs.offset;
    const active = mask.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      if (active[i] !== 0) {
        const x = xd[xi]!;
        out[(places[i]! + base) | 0] = x;
      }
      xi = (xi + xstep) | 0;
    }
  },
  i32: (block: Block, o: Lanes<Int32Array>, at: Lanes<Int32Array>, xs: Lanes<Int32Array>, mask: Lanes<Uint8Array>): Run => () => {
    const out = o.data;
    const base = o.offset;
    const places = at.data;
    const xd = xs.data;
    const xstep = xs.step;
    let xi = xs.offset;
    const active = mask.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      if (active[i] !== 0) {
        const x = xd[xi]!;
        out[(places[i]! + base) | 0] = x;
      }
      xi = (xi + xstep) | 0;
    }
  },
  u32: (block: Block, o: Lanes<Uint32Array>, at: Lanes<Int32Array>, xs: Lanes<Uint32Array>, mask: Lanes<Uint8Array>): Run => () => {
    const out = o.data;
    const base = o.offset;
    const places = at.data;
    const xd = xs.data;
    const xstep = xs.step;
    let xi = xs.offset;
    const active = mask.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      if (active[i] !== 0) {
        const x = xd[xi]!;
        out[(places[i]! + base) | 0] = x;
      }
      xi = (xi + xstep) | 0;
    }
  },
  i64: (block: Block, o: Lanes<BigInt64Array>, at: Lanes<Int32Array>, xs: Lanes<BigInt64Array>, mask: Lanes<Uint8Array>): Run => () => {
    const out = o.data;
    const base = o.offset;
    const places = at.data;
    const xd = xs.data;
    const xstep = xs.step;
    let xi = xs.offset;
    const active = mask.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      if (active[i] !== 0) {
        const x = xd[xi]!;
        out[(places[i]! + base) | 0] = x;
      }
      xi = (xi + xstep) | 0;
    }
  },
  u64: (block: Block, o: Lanes<BigUint64Array>, at: Lanes<Int32Array>, xs: Lanes<BigUint64Array>, mask: Lanes<Uint8Array>): Run => () => {
    const out = o.data;
    const base = o.offset;
    const places = at.data;
    const xd = xs.data;
    const xstep = xs.step;
    let xi = xs.offset;
    const active = mask.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      if (active[i] !== 0) {
        const x = xd[xi]!;
        out[(places[i]! + base) | 0] = x;
      }
      xi = (xi + xstep) | 0;
    }
  },
  bool: (block: Block, o: Lanes<Uint8Array>, at: Lanes<Int32Array>, xs: Lanes<Uint8Array>, mask: Lanes<Uint8Array>): Run => () => {
    const out = o.data;
    const base = o.offset;
    const places = at.data;
    const xd = xs.data;
    const xstep = xs.step;
    let xi = xs.offset;
    const active = mask.data;
    const { n } = block;
    for (let i = 0; i < n; i++) {
      if (active[i] !== 0) {
        const x = xd[xi]!;
        out[(places[i]! + base) | 0] = x;
      }
      xi = (xi + xstep) | 0;
    }
  },
};
