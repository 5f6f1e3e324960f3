// Duty: reference arithmetic of TensorFlow's uniform numbers from Philox words. Knows no tensors.
//
// Law. The random bits become the mantissa of a number in [1, 2), then 1 is taken away (exactly):
//   float16 (w & 0x3ff) / 2^10 | bfloat16 (w & 0x7f) / 2^7 | float32 (w & 0x7fffff) / 2^23
//   float64 takes two words (first, second): ((first & 0xfffff) * 2^32 + second) / 2^52
//   32-bit integers low + w % (high - low), unsigned; 64-bit ones the same with w = first + second * 2^32
//   full-range integers are the bits themselves.
// Output i of n reads words of the one stream in order: one word each, or two for 64-bit types; a group (one
// block, 4 outputs or 2) that is not needed whole still moves the counter by one.
import type { FloatName } from "../dtypes.ts";
import { bfloat16FromNumber, float16FromNumber } from "../half.ts";
import { int64Of, uint64Of } from "./int64.ts";
import type { PhiloxRandom } from "./philox.ts";

/** What floating point results are held in: half types as their bits. */
export type FloatArray = Uint16Array | Float32Array | Float64Array;
/** The integer dtypes that TensorFlow draws uniformly. */
export type DrawnInteger = "int32" | "int64" | "uint32" | "uint64";
export type DrawnIntegers = Int32Array | Uint32Array | BigInt64Array | BigUint64Array;

export function uniformFloat16(word: number): number {
  return float16FromNumber((word & 0x3ff) / 1024);
}

export function uniformBfloat16(word: number): number {
  return bfloat16FromNumber((word & 0x7f) / 128);
}

export function uniformFloat32(word: number): number {
  return (word & 0x7fffff) / 8388608;
}

export function uniformFloat64(first: number, second: number): number {
  return ((first & 0xfffff) * 4294967296 + (second >>> 0)) / 4503599627370496;
}

/** Uniform numbers in [0, 1): RandomUniform and the stateless and Generator ops like it. */
export function fillUniform(dtype: FloatName, random: PhiloxRandom, count: number): FloatArray {
  const words = random.words(dtype === "float64" ? 2 * count : count);
  if (dtype === "float64") {
    const result = new Float64Array(count);
    for (let i = 0; i < count; i++) result[i] = uniformFloat64(words[2 * i], words[2 * i + 1]);
    return result;
  }
  const result = dtype === "float32" ? new Float32Array(count) : new Uint16Array(count);
  const convert = { float16: uniformFloat16, bfloat16: uniformBfloat16, float32: uniformFloat32 }[dtype];
  for (let i = 0; i < count; i++) result[i] = convert(words[i]);
  return result;
}

function bigIntegers(
  dtype: "int64" | "uint64",
  count: number,
  value: (i: number) => bigint,
): BigInt64Array | BigUint64Array {
  const result = dtype === "int64" ? new BigInt64Array(count) : new BigUint64Array(count);
  for (let i = 0; i < count; i++) result[i] = value(i);
  return result;
}

/** Uniform integers in [low, high): RandomUniformInt and the stateless and Generator ops like it. */
export function fillUniformInt(
  dtype: DrawnInteger,
  random: PhiloxRandom,
  count: number,
  low: number | bigint,
  high: number | bigint,
): DrawnIntegers {
  if (dtype === "int64" || dtype === "uint64") {
    const words = random.words(2 * count);
    const base = BigInt(low);
    const range = BigInt.asUintN(64, BigInt(high) - base);
    return bigIntegers(dtype, count, (i) => base + (uint64Of(words[2 * i], words[2 * i + 1]) % range));
  }
  const base = Number(low);
  const range = (Number(high) - base) >>> 0;
  const words = random.words(count);
  const result = dtype === "int32" ? new Int32Array(count) : new Uint32Array(count);
  for (let i = 0; i < count; i++) result[i] = base + (words[i] % range);
  return result;
}

/** Integers of random bits: StatelessRandomUniformFullInt and the Generator op like it. */
export function fillUniformFullInt(dtype: DrawnInteger, random: PhiloxRandom, count: number): DrawnIntegers {
  if (dtype === "uint32") return random.words(count);
  if (dtype === "int32") return Int32Array.from(random.words(count));
  const words = random.words(2 * count);
  const integer = dtype === "int64" ? int64Of : uint64Of;
  return bigIntegers(dtype, count, (i) => integer(words[2 * i], words[2 * i + 1]));
}
