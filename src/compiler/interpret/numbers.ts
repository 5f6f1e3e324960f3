// What JavaScript lacks of kernel IR's arithmetic, value by value.
import {
  bfloat16FromFloat32,
  float16FromFloat32,
  numberFromBfloat16,
  numberFromFloat16,
} from "../../base/half.ts";

const f32 = new Float32Array(1);
const i32 = new Int32Array(f32.buffer);
const u32 = new Uint32Array(f32.buffer);
const f64 = new Float64Array(1);
const i64 = new BigInt64Array(f64.buffer);
const u64 = new BigUint64Array(f64.buffer);

const INTEGER_FROM = 2 ** 52;

/** To the nearest integer, ties to even; keeps -0. */
export function nearest(x: number): number {
  const size = Math.abs(x);
  if (!(size < INTEGER_FROM)) return x;
  const rounded = size + INTEGER_FROM - INTEGER_FROM;
  return x < 0 || Object.is(x, -0) ? -rounded : rounded;
}

export function copysign(x: number, y: number): number {
  const size = Math.abs(x);
  return y < 0 || Object.is(y, -0) ? -size : size;
}

export function popcount(x: number): number {
  let bits = x - ((x >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

const low = (x: bigint): number => Number(BigInt.asIntN(32, x));
const high = (x: bigint): number => Number(BigInt.asIntN(32, x >> 32n));

export const popcountBig = (x: bigint): bigint => BigInt(popcount(low(x)) + popcount(high(x)));

export function clzBig(x: bigint): bigint {
  const top = high(x);
  return BigInt(top === 0 ? 32 + Math.clz32(low(x)) : Math.clz32(top));
}

/** The high half of the product of two 32-bit numbers, from products of their 16-bit halves. */
export function mulhi(x: number, y: number): number {
  const xh = x >>> 16;
  const xl = x & 0xffff;
  const yh = y >>> 16;
  const yl = y & 0xffff;
  const middle = xh * yl + xl * yh + ((xl * yl) >>> 16);
  return xh * yh + Math.floor(middle / 65536);
}

export const toI32 = (x: number): number =>
  x >= 2147483647 ? 2147483647 : x <= -2147483648 ? -2147483648 : x | 0;
export const toU32 = (x: number): number => (x >= 4294967295 ? 4294967295 : x > 0 ? x >>> 0 : 0);

export function toI64(x: number): bigint {
  if (x >= 2 ** 63) return 0x7fffffffffffffffn;
  if (x <= -(2 ** 63)) return -0x8000000000000000n;
  return Number.isNaN(x) ? 0n : BigInt(Math.trunc(x));
}

export function toU64(x: number): bigint {
  if (x >= 2 ** 64) return 0xffffffffffffffffn;
  return x > 0 ? BigInt(Math.trunc(x)) : 0n;
}

/** Rounds a 64-bit integer to float32 once: a float64 on the way keeps 53 bits, the last of them sticky. */
export function bigToF32(x: bigint): number {
  const near = Number(x);
  if (Math.abs(near) < 2 ** 53) return Math.fround(near);
  const sticky = (x & 2047n) === 0n ? 0n : 1n;
  return Math.fround(Number((x >> 11n) | sticky) * 2048);
}

export function f32Bits(x: number): number {
  f32[0] = x;
  return i32[0]!;
}
export function f32UnsignedBits(x: number): number {
  f32[0] = x;
  return u32[0]!;
}
export function f32FromBits(x: number): number {
  i32[0] = x;
  return f32[0]!;
}
export function f64Bits(x: number): bigint {
  f64[0] = x;
  return i64[0]!;
}
export function f64UnsignedBits(x: number): bigint {
  f64[0] = x;
  return u64[0]!;
}
export function f64FromBits(x: bigint): number {
  i64[0] = x;
  return f64[0]!;
}

let halves: Float32Array | null = null;

function halfValues(): Float32Array {
  halves = new Float32Array(65536);
  for (let bits = 0; bits < 65536; bits++) halves[bits] = numberFromFloat16(bits);
  return halves;
}

/** The value of a float16 pattern, from a table made on first use. */
export const fromF16 = (bits: number): number => (halves ?? halfValues())[bits]!;
export const fromBf16 = numberFromBfloat16;

// Machines differ in the sign of the NaN they make, so it is not passed on.
export const toF16 = (x: number): number => (Number.isNaN(x) ? 0x7e00 : float16FromFloat32(x));
export const toBf16 = (x: number): number => (Number.isNaN(x) ? 0x7fc0 : bfloat16FromFloat32(x));
