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
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = -x;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = -x;
        xsi = (xsi + xss) | 0;
      }
    },
    abs: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = Math.abs(x);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = Math.abs(x);
        xsi = (xsi + xss) | 0;
      }
    },
    sqrt: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = Math.fround(Math.sqrt(x));
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = Math.fround(Math.sqrt(x));
        xsi = (xsi + xss) | 0;
      }
    },
    floor: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = Math.floor(x);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = Math.floor(x);
        xsi = (xsi + xss) | 0;
      }
    },
    ceil: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = Math.ceil(x);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = Math.ceil(x);
        xsi = (xsi + xss) | 0;
      }
    },
    trunc: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = Math.trunc(x);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = Math.trunc(x);
        xsi = (xsi + xss) | 0;
      }
    },
    nearest: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = nearest(x);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = nearest(x);
        xsi = (xsi + xss) | 0;
      }
    },
  },
  f64: {
    neg: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = -x;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = -x;
        xsi = (xsi + xss) | 0;
      }
    },
    abs: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = Math.abs(x);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = Math.abs(x);
        xsi = (xsi + xss) | 0;
      }
    },
    sqrt: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = Math.sqrt(x);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = Math.sqrt(x);
        xsi = (xsi + xss) | 0;
      }
    },
    floor: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = Math.floor(x);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = Math.floor(x);
        xsi = (xsi + xss) | 0;
      }
    },
    ceil: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = Math.ceil(x);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = Math.ceil(x);
        xsi = (xsi + xss) | 0;
      }
    },
    trunc: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = Math.trunc(x);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = Math.trunc(x);
        xsi = (xsi + xss) | 0;
      }
    },
    nearest: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = nearest(x);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = nearest(x);
        xsi = (xsi + xss) | 0;
      }
    },
  },
  i32: {
    neg: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = -x | 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = -x | 0;
        xsi = (xsi + xss) | 0;
      }
    },
    abs: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = Math.abs(x) | 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = Math.abs(x) | 0;
        xsi = (xsi + xss) | 0;
      }
    },
    not: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = ~x;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = ~x;
        xsi = (xsi + xss) | 0;
      }
    },
    popcount: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = popcount(x);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = popcount(x);
        xsi = (xsi + xss) | 0;
      }
    },
    clz: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = Math.clz32(x);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = Math.clz32(x);
        xsi = (xsi + xss) | 0;
      }
    },
  },
  u32: {
    neg: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = -x >>> 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = -x >>> 0;
        xsi = (xsi + xss) | 0;
      }
    },
    not: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = ~x >>> 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = ~x >>> 0;
        xsi = (xsi + xss) | 0;
      }
    },
    popcount: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = popcount(x);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = popcount(x);
        xsi = (xsi + xss) | 0;
      }
    },
    clz: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = Math.clz32(x);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = Math.clz32(x);
        xsi = (xsi + xss) | 0;
      }
    },
  },
  i64: {
    neg: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = BigInt.asIntN(64, -x);
        xsi = (xsi + xss) | 0;
      }
    },
    abs: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x < 0n ? BigInt.asIntN(64, -x) : x;
        xsi = (xsi + xss) | 0;
      }
    },
    not: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = BigInt.asIntN(64, ~x);
        xsi = (xsi + xss) | 0;
      }
    },
    popcount: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = popcountBig(x);
        xsi = (xsi + xss) | 0;
      }
    },
    clz: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = clzBig(x);
        xsi = (xsi + xss) | 0;
      }
    },
  },
  u64: {
    neg: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = BigInt.asUintN(64, -x);
        xsi = (xsi + xss) | 0;
      }
    },
    not: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = BigInt.asUintN(64, ~x);
        xsi = (xsi + xss) | 0;
      }
    },
    popcount: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = popcountBig(x);
        xsi = (xsi + xss) | 0;
      }
    },
    clz: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = clzBig(x);
        xsi = (xsi + xss) | 0;
      }
    },
  },
  bool: {
    not: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x ^ 1;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x ^ 1;
        xsi = (xsi + xss) | 0;
      }
    },
  },
};

export const binary: Table = {
  f32: {
    add: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>, ys: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = Math.fround(x + y);
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = Math.fround(x + y);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = Math.fround(x + y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    sub: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>, ys: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = Math.fround(x - y);
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = Math.fround(x - y);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = Math.fround(x - y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    mul: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>, ys: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = Math.fround(x * y);
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = Math.fround(x * y);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = Math.fround(x * y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    div: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>, ys: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = Math.fround(x / y);
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = Math.fround(x / y);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = Math.fround(x / y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    rem: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>, ys: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x % y;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x % y;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x % y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    min: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>, ys: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = Math.min(x, y);
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = Math.min(x, y);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = Math.min(x, y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    max: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>, ys: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = Math.max(x, y);
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = Math.max(x, y);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = Math.max(x, y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    copysign: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>, ys: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = copysign(x, y);
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = copysign(x, y);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = copysign(x, y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  },
  f64: {
    add: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x + y;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x + y;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x + y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    sub: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x - y;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x - y;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x - y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    mul: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x * y;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x * y;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x * y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    div: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x / y;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x / y;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x / y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    rem: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x % y;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x % y;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x % y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    min: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = Math.min(x, y);
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = Math.min(x, y);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = Math.min(x, y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    max: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = Math.max(x, y);
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = Math.max(x, y);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = Math.max(x, y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    copysign: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = copysign(x, y);
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = copysign(x, y);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = copysign(x, y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  },
  i32: {
    add: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = (x + y) | 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = (x + y) | 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = (x + y) | 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    sub: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = (x - y) | 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = (x - y) | 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = (x - y) | 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    mul: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = Math.imul(x, y);
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = Math.imul(x, y);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = Math.imul(x, y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    div: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = y === 0 ? 0 : (x / y) | 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = y === 0 ? 0 : (x / y) | 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = y === 0 ? 0 : (x / y) | 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    rem: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = y === 0 ? 0 : (x % y) | 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = y === 0 ? 0 : (x % y) | 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = y === 0 ? 0 : (x % y) | 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    min: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x < y ? x : y;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x < y ? x : y;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x < y ? x : y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    max: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x > y ? x : y;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x > y ? x : y;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x > y ? x : y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    and: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x & y;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x & y;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x & y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    or: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x | y;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x | y;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x | y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    xor: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x ^ y;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x ^ y;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x ^ y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    shl: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x << y;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x << y;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x << y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    shr: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x >> y;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x >> y;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x >> y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  },
  u32: {
    add: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = (x + y) >>> 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = (x + y) >>> 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = (x + y) >>> 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    sub: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = (x - y) >>> 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = (x - y) >>> 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = (x - y) >>> 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    mul: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = (Math.imul(x, y)) >>> 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = (Math.imul(x, y)) >>> 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = (Math.imul(x, y)) >>> 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    div: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = y === 0 ? 0 : (x / y) >>> 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = y === 0 ? 0 : (x / y) >>> 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = y === 0 ? 0 : (x / y) >>> 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    rem: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = y === 0 ? 0 : (x % y) >>> 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = y === 0 ? 0 : (x % y) >>> 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = y === 0 ? 0 : (x % y) >>> 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    min: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x < y ? x : y;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x < y ? x : y;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x < y ? x : y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    max: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x > y ? x : y;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x > y ? x : y;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x > y ? x : y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    and: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = (x & y) >>> 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = (x & y) >>> 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = (x & y) >>> 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    or: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = (x | y) >>> 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = (x | y) >>> 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = (x | y) >>> 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    xor: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = (x ^ y) >>> 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = (x ^ y) >>> 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = (x ^ y) >>> 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    shl: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = (x << y) >>> 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = (x << y) >>> 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = (x << y) >>> 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    shr: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x >>> y;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x >>> y;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x >>> y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    mulhi: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = mulhi(x, y);
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = mulhi(x, y);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = mulhi(x, y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  },
  i64: {
    add: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = BigInt.asIntN(64, x + y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    sub: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = BigInt.asIntN(64, x - y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    mul: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = BigInt.asIntN(64, x * y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    div: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = y === 0n ? 0n : BigInt.asIntN(64, x / y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    rem: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = y === 0n ? 0n : BigInt.asIntN(64, x % y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    min: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x < y ? x : y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    max: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x > y ? x : y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    and: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x & y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    or: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x | y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    xor: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x ^ y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    shl: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = BigInt.asIntN(64, x << (y & 63n));
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    shr: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x >> (y & 63n);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  },
  u64: {
    add: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = BigInt.asUintN(64, x + y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    sub: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = BigInt.asUintN(64, x - y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    mul: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = BigInt.asUintN(64, x * y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    div: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = y === 0n ? 0n : BigInt.asUintN(64, x / y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    rem: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = y === 0n ? 0n : BigInt.asUintN(64, x % y);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    min: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x < y ? x : y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    max: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x > y ? x : y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    and: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x & y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    or: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x | y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    xor: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x ^ y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    shl: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = BigInt.asUintN(64, x << (y & 63n));
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    shr: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x >> (y & 63n);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  },
  bool: {
    and: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint8Array>, ys: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x & y;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x & y;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x & y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    or: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint8Array>, ys: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x | y;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x | y;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x | y;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    xor: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint8Array>, ys: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x ^ y;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x ^ y;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x ^ y;
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
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      const zsd = zs.data;
  const zss = zs.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      let zsi = zs.offset;
      if (xss === 1 && yss === 1 && zss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          const z = zsd[zsi + i]!;
          out[first + i] = Math.fround(Math.fround(x * y) + z);
        }
        return;
      }
      if (xss === 1 && yss === 1 && zss === 0) {
        const z = zsd[zsi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = Math.fround(Math.fround(x * y) + z);
        }
        return;
      }
      if (xss === 1 && yss === 0 && zss === 0) {
        const y = ysd[ysi]!;
        const z = zsd[zsi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = Math.fround(Math.fround(x * y) + z);
        }
        return;
      }
      if (xss === 1 && yss === 0 && zss === 1) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const z = zsd[zsi + i]!;
          out[first + i] = Math.fround(Math.fround(x * y) + z);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        const z = zsd[zsi]!;
        out[first + i] = Math.fround(Math.fround(x * y) + z);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
        zsi = (zsi + zss) | 0;
      }
    },
mulSub: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>, ys: Lanes<Float32Array>, zs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      const zsd = zs.data;
  const zss = zs.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      let zsi = zs.offset;
      if (xss === 1 && yss === 1 && zss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          const z = zsd[zsi + i]!;
          out[first + i] = Math.fround(Math.fround(x * y) - z);
        }
        return;
      }
      if (xss === 1 && yss === 1 && zss === 0) {
        const z = zsd[zsi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = Math.fround(Math.fround(x * y) - z);
        }
        return;
      }
      if (xss === 1 && yss === 0 && zss === 0) {
        const y = ysd[ysi]!;
        const z = zsd[zsi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = Math.fround(Math.fround(x * y) - z);
        }
        return;
      }
      if (xss === 1 && yss === 0 && zss === 1) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const z = zsd[zsi + i]!;
          out[first + i] = Math.fround(Math.fround(x * y) - z);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        const z = zsd[zsi]!;
        out[first + i] = Math.fround(Math.fround(x * y) - z);
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
        zsi = (zsi + zss) | 0;
      }
    },
subMul: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>, ys: Lanes<Float32Array>, zs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      const zsd = zs.data;
  const zss = zs.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      let zsi = zs.offset;
      if (xss === 1 && yss === 1 && zss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          const z = zsd[zsi + i]!;
          out[first + i] = Math.fround(z - Math.fround(x * y));
        }
        return;
      }
      if (xss === 1 && yss === 1 && zss === 0) {
        const z = zsd[zsi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = Math.fround(z - Math.fround(x * y));
        }
        return;
      }
      if (xss === 1 && yss === 0 && zss === 0) {
        const y = ysd[ysi]!;
        const z = zsd[zsi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = Math.fround(z - Math.fround(x * y));
        }
        return;
      }
      if (xss === 1 && yss === 0 && zss === 1) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const z = zsd[zsi + i]!;
          out[first + i] = Math.fround(z - Math.fround(x * y));
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        const z = zsd[zsi]!;
        out[first + i] = Math.fround(z - Math.fround(x * y));
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
        zsi = (zsi + zss) | 0;
      }
    },
},
  f64: {
mulAdd: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>, zs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      const zsd = zs.data;
  const zss = zs.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      let zsi = zs.offset;
      if (xss === 1 && yss === 1 && zss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          const z = zsd[zsi + i]!;
          out[first + i] = x * y + z;
        }
        return;
      }
      if (xss === 1 && yss === 1 && zss === 0) {
        const z = zsd[zsi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x * y + z;
        }
        return;
      }
      if (xss === 1 && yss === 0 && zss === 0) {
        const y = ysd[ysi]!;
        const z = zsd[zsi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x * y + z;
        }
        return;
      }
      if (xss === 1 && yss === 0 && zss === 1) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const z = zsd[zsi + i]!;
          out[first + i] = x * y + z;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        const z = zsd[zsi]!;
        out[first + i] = x * y + z;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
        zsi = (zsi + zss) | 0;
      }
    },
mulSub: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>, zs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      const zsd = zs.data;
  const zss = zs.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      let zsi = zs.offset;
      if (xss === 1 && yss === 1 && zss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          const z = zsd[zsi + i]!;
          out[first + i] = x * y - z;
        }
        return;
      }
      if (xss === 1 && yss === 1 && zss === 0) {
        const z = zsd[zsi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x * y - z;
        }
        return;
      }
      if (xss === 1 && yss === 0 && zss === 0) {
        const y = ysd[ysi]!;
        const z = zsd[zsi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x * y - z;
        }
        return;
      }
      if (xss === 1 && yss === 0 && zss === 1) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const z = zsd[zsi + i]!;
          out[first + i] = x * y - z;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        const z = zsd[zsi]!;
        out[first + i] = x * y - z;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
        zsi = (zsi + zss) | 0;
      }
    },
subMul: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>, zs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      const zsd = zs.data;
  const zss = zs.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      let zsi = zs.offset;
      if (xss === 1 && yss === 1 && zss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          const z = zsd[zsi + i]!;
          out[first + i] = z - x * y;
        }
        return;
      }
      if (xss === 1 && yss === 1 && zss === 0) {
        const z = zsd[zsi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = z - x * y;
        }
        return;
      }
      if (xss === 1 && yss === 0 && zss === 0) {
        const y = ysd[ysi]!;
        const z = zsd[zsi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = z - x * y;
        }
        return;
      }
      if (xss === 1 && yss === 0 && zss === 1) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const z = zsd[zsi + i]!;
          out[first + i] = z - x * y;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        const z = zsd[zsi]!;
        out[first + i] = z - x * y;
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
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x === y ? 1 : 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x === y ? 1 : 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x === y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    ne: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Float32Array>, ys: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x !== y ? 1 : 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x !== y ? 1 : 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x !== y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    lt: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Float32Array>, ys: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x < y ? 1 : 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x < y ? 1 : 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x < y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    le: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Float32Array>, ys: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x <= y ? 1 : 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x <= y ? 1 : 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x <= y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    gt: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Float32Array>, ys: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x > y ? 1 : 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x > y ? 1 : 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x > y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    ge: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Float32Array>, ys: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x >= y ? 1 : 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x >= y ? 1 : 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x >= y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  },
  f64: {
    eq: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x === y ? 1 : 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x === y ? 1 : 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x === y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    ne: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x !== y ? 1 : 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x !== y ? 1 : 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x !== y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    lt: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x < y ? 1 : 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x < y ? 1 : 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x < y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    le: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x <= y ? 1 : 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x <= y ? 1 : 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x <= y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    gt: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x > y ? 1 : 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x > y ? 1 : 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x > y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    ge: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x >= y ? 1 : 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x >= y ? 1 : 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x >= y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  },
  i32: {
    eq: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x === y ? 1 : 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x === y ? 1 : 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x === y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    ne: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x !== y ? 1 : 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x !== y ? 1 : 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x !== y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    lt: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x < y ? 1 : 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x < y ? 1 : 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x < y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    le: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x <= y ? 1 : 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x <= y ? 1 : 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x <= y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    gt: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x > y ? 1 : 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x > y ? 1 : 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x > y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    ge: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x >= y ? 1 : 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x >= y ? 1 : 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x >= y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  },
  u32: {
    eq: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x === y ? 1 : 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x === y ? 1 : 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x === y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    ne: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x !== y ? 1 : 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x !== y ? 1 : 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x !== y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    lt: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x < y ? 1 : 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x < y ? 1 : 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x < y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    le: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x <= y ? 1 : 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x <= y ? 1 : 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x <= y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    gt: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x > y ? 1 : 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x > y ? 1 : 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x > y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    ge: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x >= y ? 1 : 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x >= y ? 1 : 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x >= y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  },
  i64: {
    eq: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x === y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    ne: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x !== y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    lt: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x < y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    le: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x <= y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    gt: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x > y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    ge: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x >= y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  },
  u64: {
    eq: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x === y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    ne: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x !== y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    lt: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x < y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    le: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x <= y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    gt: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x > y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    ge: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x >= y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  },
  bool: {
    eq: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint8Array>, ys: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x === y ? 1 : 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x === y ? 1 : 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x === y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    ne: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint8Array>, ys: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x !== y ? 1 : 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x !== y ? 1 : 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x !== y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    lt: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint8Array>, ys: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x < y ? 1 : 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x < y ? 1 : 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x < y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    le: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint8Array>, ys: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x <= y ? 1 : 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x <= y ? 1 : 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x <= y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    gt: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint8Array>, ys: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x > y ? 1 : 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x > y ? 1 : 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x > y ? 1 : 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
    ge: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint8Array>, ys: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = x >= y ? 1 : 0;
        }
        return;
      }
      if (xss === 1 && yss === 0) {
        const y = ysd[ysi]!;
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x >= y ? 1 : 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = x >= y ? 1 : 0;
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
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
    i32: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = toI32(x);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = toI32(x);
        xsi = (xsi + xss) | 0;
      }
    },
    u32: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = toU32(x);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = toU32(x);
        xsi = (xsi + xss) | 0;
      }
    },
    i64: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = toI64(x);
        xsi = (xsi + xss) | 0;
      }
    },
    u64: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = toU64(x);
        xsi = (xsi + xss) | 0;
      }
    },
    bool: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x !== 0 ? 1 : 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x !== 0 ? 1 : 0;
        xsi = (xsi + xss) | 0;
      }
    },
  },
  f64: {
    f32: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = Math.fround(x);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = Math.fround(x);
        xsi = (xsi + xss) | 0;
      }
    },
    i32: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = toI32(x);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = toI32(x);
        xsi = (xsi + xss) | 0;
      }
    },
    u32: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = toU32(x);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = toU32(x);
        xsi = (xsi + xss) | 0;
      }
    },
    i64: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = toI64(x);
        xsi = (xsi + xss) | 0;
      }
    },
    u64: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = toU64(x);
        xsi = (xsi + xss) | 0;
      }
    },
    bool: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x !== 0 ? 1 : 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x !== 0 ? 1 : 0;
        xsi = (xsi + xss) | 0;
      }
    },
  },
  i32: {
    f32: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = Math.fround(x);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = Math.fround(x);
        xsi = (xsi + xss) | 0;
      }
    },
    f64: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
    u32: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x >>> 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x >>> 0;
        xsi = (xsi + xss) | 0;
      }
    },
    i64: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = BigInt(x);
        xsi = (xsi + xss) | 0;
      }
    },
    u64: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = BigInt.asUintN(64, BigInt(x));
        xsi = (xsi + xss) | 0;
      }
    },
    bool: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x !== 0 ? 1 : 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x !== 0 ? 1 : 0;
        xsi = (xsi + xss) | 0;
      }
    },
  },
  u32: {
    f32: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = Math.fround(x);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = Math.fround(x);
        xsi = (xsi + xss) | 0;
      }
    },
    f64: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
    i32: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x | 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x | 0;
        xsi = (xsi + xss) | 0;
      }
    },
    i64: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = BigInt(x);
        xsi = (xsi + xss) | 0;
      }
    },
    u64: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = BigInt(x);
        xsi = (xsi + xss) | 0;
      }
    },
    bool: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x !== 0 ? 1 : 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x !== 0 ? 1 : 0;
        xsi = (xsi + xss) | 0;
      }
    },
  },
  i64: {
    f32: (block: Block, o: Lanes<Float32Array>, xs: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = bigToF32(x);
        xsi = (xsi + xss) | 0;
      }
    },
    f64: (block: Block, o: Lanes<Float64Array>, xs: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = Number(x);
        xsi = (xsi + xss) | 0;
      }
    },
    i32: (block: Block, o: Lanes<Int32Array>, xs: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = Number(BigInt.asIntN(32, x));
        xsi = (xsi + xss) | 0;
      }
    },
    u32: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = Number(BigInt.asUintN(32, x));
        xsi = (xsi + xss) | 0;
      }
    },
    u64: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = BigInt.asUintN(64, x);
        xsi = (xsi + xss) | 0;
      }
    },
    bool: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x !== 0n ? 1 : 0;
        xsi = (xsi + xss) | 0;
      }
    },
  },
  u64: {
    f32: (block: Block, o: Lanes<Float32Array>, xs: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = bigToF32(x);
        xsi = (xsi + xss) | 0;
      }
    },
    f64: (block: Block, o: Lanes<Float64Array>, xs: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = Number(x);
        xsi = (xsi + xss) | 0;
      }
    },
    i32: (block: Block, o: Lanes<Int32Array>, xs: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = Number(BigInt.asIntN(32, x));
        xsi = (xsi + xss) | 0;
      }
    },
    u32: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = Number(BigInt.asUintN(32, x));
        xsi = (xsi + xss) | 0;
      }
    },
    i64: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = BigInt.asIntN(64, x);
        xsi = (xsi + xss) | 0;
      }
    },
    bool: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x !== 0n ? 1 : 0;
        xsi = (xsi + xss) | 0;
      }
    },
  },
  bool: {
    f32: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
    f64: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
    i32: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
    u32: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
    i64: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = BigInt(x);
        xsi = (xsi + xss) | 0;
      }
    },
    u64: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = BigInt(x);
        xsi = (xsi + xss) | 0;
      }
    },
  },
};

export const bitcast: Table = {
  f32: {
    i32: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = f32Bits(x);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = f32Bits(x);
        xsi = (xsi + xss) | 0;
      }
    },
    u32: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = f32UnsignedBits(x);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = f32UnsignedBits(x);
        xsi = (xsi + xss) | 0;
      }
    },
  },
  f64: {
    i64: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = f64Bits(x);
        xsi = (xsi + xss) | 0;
      }
    },
    u64: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = f64UnsignedBits(x);
        xsi = (xsi + xss) | 0;
      }
    },
  },
  i32: {
    f32: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = f32FromBits(x);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = f32FromBits(x);
        xsi = (xsi + xss) | 0;
      }
    },
    u32: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x >>> 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x >>> 0;
        xsi = (xsi + xss) | 0;
      }
    },
  },
  u32: {
    f32: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = f32FromBits(x);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = f32FromBits(x);
        xsi = (xsi + xss) | 0;
      }
    },
    i32: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x | 0;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x | 0;
        xsi = (xsi + xss) | 0;
      }
    },
  },
  i64: {
    f64: (block: Block, o: Lanes<Float64Array>, xs: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = f64FromBits(x);
        xsi = (xsi + xss) | 0;
      }
    },
    u64: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = BigInt.asUintN(64, x);
        xsi = (xsi + xss) | 0;
      }
    },
  },
  u64: {
    f64: (block: Block, o: Lanes<Float64Array>, xs: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = f64FromBits(BigInt.asIntN(64, x));
        xsi = (xsi + xss) | 0;
      }
    },
    i64: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = BigInt.asIntN(64, x);
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
      const first = o.offset;
      const { n } = block;
      const csd = cs.data;
  const css = cs.step;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let csi = cs.offset;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (css === 1 && xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const c = csd[csi + i]!;
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = c !== 0 ? x : y;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const c = csd[csi]!;
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = c !== 0 ? x : y;
        csi = (csi + css) | 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  f64: (block: Block, o: Lanes<Float64Array>, cs: Lanes<Uint8Array>, xs: Lanes<Float64Array>, ys: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const csd = cs.data;
  const css = cs.step;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let csi = cs.offset;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (css === 1 && xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const c = csd[csi + i]!;
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = c !== 0 ? x : y;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const c = csd[csi]!;
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = c !== 0 ? x : y;
        csi = (csi + css) | 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  i32: (block: Block, o: Lanes<Int32Array>, cs: Lanes<Uint8Array>, xs: Lanes<Int32Array>, ys: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const csd = cs.data;
  const css = cs.step;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let csi = cs.offset;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (css === 1 && xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const c = csd[csi + i]!;
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = c !== 0 ? x : y;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const c = csd[csi]!;
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = c !== 0 ? x : y;
        csi = (csi + css) | 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  u32: (block: Block, o: Lanes<Uint32Array>, cs: Lanes<Uint8Array>, xs: Lanes<Uint32Array>, ys: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const csd = cs.data;
  const css = cs.step;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let csi = cs.offset;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (css === 1 && xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const c = csd[csi + i]!;
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = c !== 0 ? x : y;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const c = csd[csi]!;
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = c !== 0 ? x : y;
        csi = (csi + css) | 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  i64: (block: Block, o: Lanes<BigInt64Array>, cs: Lanes<Uint8Array>, xs: Lanes<BigInt64Array>, ys: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const csd = cs.data;
  const css = cs.step;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let csi = cs.offset;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const c = csd[csi]!;
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = c !== 0 ? x : y;
        csi = (csi + css) | 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  u64: (block: Block, o: Lanes<BigUint64Array>, cs: Lanes<Uint8Array>, xs: Lanes<BigUint64Array>, ys: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const csd = cs.data;
  const css = cs.step;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let csi = cs.offset;
      let xsi = xs.offset;
      let ysi = ys.offset;
      for (let i = 0; i < n; i++) {
        const c = csd[csi]!;
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = c !== 0 ? x : y;
        csi = (csi + css) | 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
  bool: (block: Block, o: Lanes<Uint8Array>, cs: Lanes<Uint8Array>, xs: Lanes<Uint8Array>, ys: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const csd = cs.data;
  const css = cs.step;
      const xsd = xs.data;
  const xss = xs.step;
      const ysd = ys.data;
  const yss = ys.step;
      let csi = cs.offset;
      let xsi = xs.offset;
      let ysi = ys.offset;
      if (css === 1 && xss === 1 && yss === 1) {
        for (let i = 0; i < n; i++) {
          const c = csd[csi + i]!;
          const x = xsd[xsi + i]!;
          const y = ysd[ysi + i]!;
          out[first + i] = c !== 0 ? x : y;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const c = csd[csi]!;
        const x = xsd[xsi]!;
        const y = ysd[ysi]!;
        out[first + i] = c !== 0 ? x : y;
        csi = (csi + css) | 0;
        xsi = (xsi + xss) | 0;
        ysi = (ysi + yss) | 0;
      }
    },
};

export const copy: Table = {
  f32: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
  f64: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
  i32: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
  u32: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
  i64: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
  u64: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
  bool: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
};

export const load: Table = {
  f16: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Uint16Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = fromF16(x);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = fromF16(x);
        xsi = (xsi + xss) | 0;
      }
    },
  bf16: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Uint16Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = fromBf16(x);
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = fromBf16(x);
        xsi = (xsi + xss) | 0;
      }
    },
  f32: (block: Block, o: Lanes<Float32Array>, xs: Lanes<Float32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
  f64: (block: Block, o: Lanes<Float64Array>, xs: Lanes<Float64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
  i8: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int8Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
  u8: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
  i16: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int16Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
  u16: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Uint16Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
  i32: (block: Block, o: Lanes<Int32Array>, xs: Lanes<Int32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
  u32: (block: Block, o: Lanes<Uint32Array>, xs: Lanes<Uint32Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
  i64: (block: Block, o: Lanes<BigInt64Array>, xs: Lanes<BigInt64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
  u64: (block: Block, o: Lanes<BigUint64Array>, xs: Lanes<BigUint64Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x;
        xsi = (xsi + xss) | 0;
      }
    },
  bool: (block: Block, o: Lanes<Uint8Array>, xs: Lanes<Uint8Array>): Run => () => {
      const out = o.data;
      const first = o.offset;
      const { n } = block;
      const xsd = xs.data;
  const xss = xs.step;
      let xsi = xs.offset;
      if (xss === 1) {
        for (let i = 0; i < n; i++) {
          const x = xsd[xsi + i]!;
          out[first + i] = x;
        }
        return;
      }
      for (let i = 0; i < n; i++) {
        const x = xsd[xsi]!;
        out[first + i] = x;
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
