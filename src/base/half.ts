// Duty: float16 and bfloat16 as 16-bit patterns, to and from JavaScript numbers. Knows no tensors.
//
// Rounding is to nearest, ties to even; NaN becomes the quiet NaN of the same sign where the sign is visible.
// Two ways in: `…FromNumber` rounds a float64 once; `…FromFloat32` goes through float32 first, as TensorFlow
// does for every float64 it stores in half precision (the two differ when float32 lands on a halfway point).

const bitsView = new Uint32Array(1);
const floatView = new Float32Array(bitsView.buffer);
const wideView = new Float64Array(1);
const wideBits = new Uint32Array(wideView.buffer);
const highWord = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;

/** Rounds a nonnegative number below 2^52 to an integer, ties to even. */
export function roundHalfEven(value: number): number {
  return value + 4503599627370496 - 4503599627370496;
}

/** The exponent e of a positive normal number: 2^e <= value < 2^(e+1). */
export function exponentOf(value: number): number {
  wideView[0] = value;
  return (wideBits[highWord] >>> 20) - 1023;
}

function isNegative(value: number): boolean {
  return value < 0 || Object.is(value, -0);
}

/** float16 bits of a number, rounded once. */
export function float16FromNumber(value: number): number {
  if (Number.isNaN(value)) return 0x7e00;
  const sign = isNegative(value) ? 0x8000 : 0;
  const magnitude = Math.abs(value);
  if (magnitude >= 65520) return sign | 0x7c00;
  if (magnitude < 2 ** -14) return sign | roundHalfEven(magnitude * 2 ** 24);
  const exponent = exponentOf(magnitude);
  // A significand that rounds up to 2048 carries into the exponent, as it should.
  return sign | (((exponent + 14) << 10) + roundHalfEven(magnitude * 2 ** (10 - exponent)));
}

/** float16 bits of a float32 bit pattern. */
export function float16FromFloat32Bits(bits: number): number {
  const sign = (bits >>> 16) & 0x8000;
  const magnitude = bits & 0x7fffffff;
  if (magnitude > 0x7f800000) return sign | 0x7e00;
  if (magnitude >= 0x477ff000) return sign | 0x7c00;
  if (magnitude < 0x38800000) {
    bitsView[0] = magnitude;
    return sign | roundHalfEven(floatView[0] * 2 ** 24);
  }
  return sign | ((magnitude + 0xfff + ((magnitude >>> 13) & 1) - 0x38000000) >>> 13);
}

/** float16 bits of a number by way of float32: TensorFlow's path. */
export function float16FromFloat32(value: number): number {
  floatView[0] = value;
  return float16FromFloat32Bits(bitsView[0]);
}

/** The number that float16 bits stand for. */
export function numberFromFloat16(bits: number): number {
  const exponent = (bits >>> 10) & 31;
  const fraction = bits & 1023;
  const sign = bits & 0x8000 ? -1 : 1;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}

/** bfloat16 bits of a number, rounded once. */
export function bfloat16FromNumber(value: number): number {
  if (Number.isNaN(value)) return 0x7fc0;
  const sign = isNegative(value) ? 0x8000 : 0;
  const magnitude = Math.abs(value);
  // Halfway between the largest bfloat16 and 2^128.
  if (magnitude >= 2 ** 128 - 2 ** 119) return sign | 0x7f80;
  if (magnitude < 2 ** -126) return sign | roundHalfEven(magnitude * 2 ** 133);
  const exponent = exponentOf(magnitude);
  return sign | (((exponent + 126) << 7) + roundHalfEven(magnitude * 2 ** (7 - exponent)));
}

/** bfloat16 bits of a float32 bit pattern. */
export function bfloat16FromFloat32Bits(bits: number): number {
  if ((bits & 0x7fffffff) > 0x7f800000) return ((bits >>> 16) & 0x8000) | 0x7fc0;
  return (bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16;
}

/** bfloat16 bits of a number by way of float32: TensorFlow's path. */
export function bfloat16FromFloat32(value: number): number {
  floatView[0] = value;
  return bfloat16FromFloat32Bits(bitsView[0]);
}

/** The number that bfloat16 bits stand for. */
export function numberFromBfloat16(bits: number): number {
  bitsView[0] = bits << 16;
  return floatView[0];
}

function asFloat32(values: ArrayLike<number>): Float32Array {
  return values instanceof Float32Array ? values : Float32Array.from(values);
}

function encodeArray(values: ArrayLike<number>, encode: (bits: number) => number): Uint16Array {
  const floats = asFloat32(values);
  const words = new Uint32Array(floats.buffer, floats.byteOffset, floats.length);
  const result = new Uint16Array(words.length);
  for (let i = 0; i < words.length; i++) result[i] = encode(words[i]);
  return result;
}

/** float16 bits of an array, by way of float32. */
export function float16Array(values: ArrayLike<number>): Uint16Array {
  return encodeArray(values, float16FromFloat32Bits);
}

/** bfloat16 bits of an array, by way of float32. */
export function bfloat16Array(values: ArrayLike<number>): Uint16Array {
  return encodeArray(values, bfloat16FromFloat32Bits);
}

/** The float32 values of float16 bits. */
export function float32FromFloat16Array(bits: Uint16Array): Float32Array {
  const result = new Float32Array(bits.length);
  for (let i = 0; i < bits.length; i++) result[i] = numberFromFloat16(bits[i]);
  return result;
}

/** The float32 values of bfloat16 bits. */
export function float32FromBfloat16Array(bits: Uint16Array): Float32Array {
  const result = new Float32Array(bits.length);
  const words = new Uint32Array(result.buffer);
  for (let i = 0; i < bits.length; i++) words[i] = bits[i] << 16;
  return result;
}
