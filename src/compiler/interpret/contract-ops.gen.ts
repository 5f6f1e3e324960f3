// Inner loops of contractions, one set for each type.
// Written by scripts/interpreter/generate.ts: do not edit.
import type { ContractOps, Table } from "./types.ts";

const f32: ContractOps<Float32Array> = {
  axpy4: (sums: Float32Array, n: number, s: Float32Array, row: Float32Array, start: number, next: number, step: number) => {
    const s0 = s[0]!;
    let at0 = (start + 0 * next) | 0;
    const s1 = s[1]!;
    let at1 = (start + 1 * next) | 0;
    const s2 = s[2]!;
    let at2 = (start + 2 * next) | 0;
    const s3 = s[3]!;
    let at3 = (start + 3 * next) | 0;
    for (let j = 0; j < n; j++) {
      let sum = (Math.fround(sums[j]! + (Math.fround(s0 * row[at0]!))));
      sum = (Math.fround(sum + (Math.fround(s1 * row[at1]!))));
      sum = (Math.fround(sum + (Math.fround(s2 * row[at2]!))));
      sums[j] = (Math.fround(sum + (Math.fround(s3 * row[at3]!))));
      at0 = (at0 + step) | 0;
      at1 = (at1 + step) | 0;
      at2 = (at2 + step) | 0;
      at3 = (at3 + step) | 0;
    }
  },
  products: (sums: Float32Array, from: number, to: number, x: Float32Array, xAt: number, xStep: number, y: Float32Array, yAt: number, yStep: number) => {
    let i = xAt;
    let k = yAt;
    for (let j = from; j < to; j++) {
      sums[j] = (Math.fround(sums[j]! + (Math.fround(x[i]! * y[k]!))));
      i = (i + xStep) | 0;
      k = (k + yStep) | 0;
    }
  },
  dot: (sums: Float32Array, from: number, to: number, x: Float32Array, xAt: number, xStep: number, y: Float32Array, yAt: number, yStep: number) => {
    let i = xAt;
    let k = yAt;
    let sum = sums[0]!;
    for (let j = from; j < to; j++) {
      sum = (Math.fround(sum + (Math.fround(x[i]! * y[k]!))));
      i = (i + xStep) | 0;
      k = (k + yStep) | 0;
    }
    sums[0] = sum;
  },
};

const f64: ContractOps<Float64Array> = {
  axpy4: (sums: Float64Array, n: number, s: Float64Array, row: Float64Array, start: number, next: number, step: number) => {
    const s0 = s[0]!;
    let at0 = (start + 0 * next) | 0;
    const s1 = s[1]!;
    let at1 = (start + 1 * next) | 0;
    const s2 = s[2]!;
    let at2 = (start + 2 * next) | 0;
    const s3 = s[3]!;
    let at3 = (start + 3 * next) | 0;
    for (let j = 0; j < n; j++) {
      let sum = (sums[j]! + (s0 * row[at0]!));
      sum = (sum + (s1 * row[at1]!));
      sum = (sum + (s2 * row[at2]!));
      sums[j] = (sum + (s3 * row[at3]!));
      at0 = (at0 + step) | 0;
      at1 = (at1 + step) | 0;
      at2 = (at2 + step) | 0;
      at3 = (at3 + step) | 0;
    }
  },
  products: (sums: Float64Array, from: number, to: number, x: Float64Array, xAt: number, xStep: number, y: Float64Array, yAt: number, yStep: number) => {
    let i = xAt;
    let k = yAt;
    for (let j = from; j < to; j++) {
      sums[j] = (sums[j]! + (x[i]! * y[k]!));
      i = (i + xStep) | 0;
      k = (k + yStep) | 0;
    }
  },
  dot: (sums: Float64Array, from: number, to: number, x: Float64Array, xAt: number, xStep: number, y: Float64Array, yAt: number, yStep: number) => {
    let i = xAt;
    let k = yAt;
    let sum = sums[0]!;
    for (let j = from; j < to; j++) {
      sum = (sum + (x[i]! * y[k]!));
      i = (i + xStep) | 0;
      k = (k + yStep) | 0;
    }
    sums[0] = sum;
  },
};

const i32: ContractOps<Int32Array> = {
  axpy4: (sums: Int32Array, n: number, s: Int32Array, row: Int32Array, start: number, next: number, step: number) => {
    const s0 = s[0]!;
    let at0 = (start + 0 * next) | 0;
    const s1 = s[1]!;
    let at1 = (start + 1 * next) | 0;
    const s2 = s[2]!;
    let at2 = (start + 2 * next) | 0;
    const s3 = s[3]!;
    let at3 = (start + 3 * next) | 0;
    for (let j = 0; j < n; j++) {
      let sum = ((sums[j]! + (Math.imul(s0, row[at0]!))) | 0);
      sum = ((sum + (Math.imul(s1, row[at1]!))) | 0);
      sum = ((sum + (Math.imul(s2, row[at2]!))) | 0);
      sums[j] = ((sum + (Math.imul(s3, row[at3]!))) | 0);
      at0 = (at0 + step) | 0;
      at1 = (at1 + step) | 0;
      at2 = (at2 + step) | 0;
      at3 = (at3 + step) | 0;
    }
  },
  products: (sums: Int32Array, from: number, to: number, x: Int32Array, xAt: number, xStep: number, y: Int32Array, yAt: number, yStep: number) => {
    let i = xAt;
    let k = yAt;
    for (let j = from; j < to; j++) {
      sums[j] = ((sums[j]! + (Math.imul(x[i]!, y[k]!))) | 0);
      i = (i + xStep) | 0;
      k = (k + yStep) | 0;
    }
  },
  dot: (sums: Int32Array, from: number, to: number, x: Int32Array, xAt: number, xStep: number, y: Int32Array, yAt: number, yStep: number) => {
    let i = xAt;
    let k = yAt;
    let sum = sums[0]!;
    for (let j = from; j < to; j++) {
      sum = ((sum + (Math.imul(x[i]!, y[k]!))) | 0);
      i = (i + xStep) | 0;
      k = (k + yStep) | 0;
    }
    sums[0] = sum;
  },
};

const u32: ContractOps<Uint32Array> = {
  axpy4: (sums: Uint32Array, n: number, s: Uint32Array, row: Uint32Array, start: number, next: number, step: number) => {
    const s0 = s[0]!;
    let at0 = (start + 0 * next) | 0;
    const s1 = s[1]!;
    let at1 = (start + 1 * next) | 0;
    const s2 = s[2]!;
    let at2 = (start + 2 * next) | 0;
    const s3 = s[3]!;
    let at3 = (start + 3 * next) | 0;
    for (let j = 0; j < n; j++) {
      let sum = ((sums[j]! + ((Math.imul(s0, row[at0]!)) >>> 0)) >>> 0);
      sum = ((sum + ((Math.imul(s1, row[at1]!)) >>> 0)) >>> 0);
      sum = ((sum + ((Math.imul(s2, row[at2]!)) >>> 0)) >>> 0);
      sums[j] = ((sum + ((Math.imul(s3, row[at3]!)) >>> 0)) >>> 0);
      at0 = (at0 + step) | 0;
      at1 = (at1 + step) | 0;
      at2 = (at2 + step) | 0;
      at3 = (at3 + step) | 0;
    }
  },
  products: (sums: Uint32Array, from: number, to: number, x: Uint32Array, xAt: number, xStep: number, y: Uint32Array, yAt: number, yStep: number) => {
    let i = xAt;
    let k = yAt;
    for (let j = from; j < to; j++) {
      sums[j] = ((sums[j]! + ((Math.imul(x[i]!, y[k]!)) >>> 0)) >>> 0);
      i = (i + xStep) | 0;
      k = (k + yStep) | 0;
    }
  },
  dot: (sums: Uint32Array, from: number, to: number, x: Uint32Array, xAt: number, xStep: number, y: Uint32Array, yAt: number, yStep: number) => {
    let i = xAt;
    let k = yAt;
    let sum = sums[0]!;
    for (let j = from; j < to; j++) {
      sum = ((sum + ((Math.imul(x[i]!, y[k]!)) >>> 0)) >>> 0);
      i = (i + xStep) | 0;
      k = (k + yStep) | 0;
    }
    sums[0] = sum;
  },
};

const i64: ContractOps<BigInt64Array> = {
  axpy4: (sums: BigInt64Array, n: number, s: BigInt64Array, row: BigInt64Array, start: number, next: number, step: number) => {
    const s0 = s[0]!;
    let at0 = (start + 0 * next) | 0;
    const s1 = s[1]!;
    let at1 = (start + 1 * next) | 0;
    const s2 = s[2]!;
    let at2 = (start + 2 * next) | 0;
    const s3 = s[3]!;
    let at3 = (start + 3 * next) | 0;
    for (let j = 0; j < n; j++) {
      let sum = (BigInt.asIntN(64, sums[j]! + (BigInt.asIntN(64, s0 * row[at0]!))));
      sum = (BigInt.asIntN(64, sum + (BigInt.asIntN(64, s1 * row[at1]!))));
      sum = (BigInt.asIntN(64, sum + (BigInt.asIntN(64, s2 * row[at2]!))));
      sums[j] = (BigInt.asIntN(64, sum + (BigInt.asIntN(64, s3 * row[at3]!))));
      at0 = (at0 + step) | 0;
      at1 = (at1 + step) | 0;
      at2 = (at2 + step) | 0;
      at3 = (at3 + step) | 0;
    }
  },
  products: (sums: BigInt64Array, from: number, to: number, x: BigInt64Array, xAt: number, xStep: number, y: BigInt64Array, yAt: number, yStep: number) => {
    let i = xAt;
    let k = yAt;
    for (let j = from; j < to; j++) {
      sums[j] = (BigInt.asIntN(64, sums[j]! + (BigInt.asIntN(64, x[i]! * y[k]!))));
      i = (i + xStep) | 0;
      k = (k + yStep) | 0;
    }
  },
  dot: (sums: BigInt64Array, from: number, to: number, x: BigInt64Array, xAt: number, xStep: number, y: BigInt64Array, yAt: number, yStep: number) => {
    let i = xAt;
    let k = yAt;
    let sum = sums[0]!;
    for (let j = from; j < to; j++) {
      sum = (BigInt.asIntN(64, sum + (BigInt.asIntN(64, x[i]! * y[k]!))));
      i = (i + xStep) | 0;
      k = (k + yStep) | 0;
    }
    sums[0] = sum;
  },
};

const u64: ContractOps<BigUint64Array> = {
  axpy4: (sums: BigUint64Array, n: number, s: BigUint64Array, row: BigUint64Array, start: number, next: number, step: number) => {
    const s0 = s[0]!;
    let at0 = (start + 0 * next) | 0;
    const s1 = s[1]!;
    let at1 = (start + 1 * next) | 0;
    const s2 = s[2]!;
    let at2 = (start + 2 * next) | 0;
    const s3 = s[3]!;
    let at3 = (start + 3 * next) | 0;
    for (let j = 0; j < n; j++) {
      let sum = (BigInt.asUintN(64, sums[j]! + (BigInt.asUintN(64, s0 * row[at0]!))));
      sum = (BigInt.asUintN(64, sum + (BigInt.asUintN(64, s1 * row[at1]!))));
      sum = (BigInt.asUintN(64, sum + (BigInt.asUintN(64, s2 * row[at2]!))));
      sums[j] = (BigInt.asUintN(64, sum + (BigInt.asUintN(64, s3 * row[at3]!))));
      at0 = (at0 + step) | 0;
      at1 = (at1 + step) | 0;
      at2 = (at2 + step) | 0;
      at3 = (at3 + step) | 0;
    }
  },
  products: (sums: BigUint64Array, from: number, to: number, x: BigUint64Array, xAt: number, xStep: number, y: BigUint64Array, yAt: number, yStep: number) => {
    let i = xAt;
    let k = yAt;
    for (let j = from; j < to; j++) {
      sums[j] = (BigInt.asUintN(64, sums[j]! + (BigInt.asUintN(64, x[i]! * y[k]!))));
      i = (i + xStep) | 0;
      k = (k + yStep) | 0;
    }
  },
  dot: (sums: BigUint64Array, from: number, to: number, x: BigUint64Array, xAt: number, xStep: number, y: BigUint64Array, yAt: number, yStep: number) => {
    let i = xAt;
    let k = yAt;
    let sum = sums[0]!;
    for (let j = from; j < to; j++) {
      sum = (BigInt.asUintN(64, sum + (BigInt.asUintN(64, x[i]! * y[k]!))));
      i = (i + xStep) | 0;
      k = (k + yStep) | 0;
    }
    sums[0] = sum;
  },
};

export const contractOps: Table = { f32, f64, i32, u32, i64, u64 };
