// Duty: reference arithmetic of TensorFlow's normal and truncated normal numbers from Philox words.
//
// Law (Box-Muller, float32). Of two words (a, b): u = max(uniform(a), 1e-7), r = sqrt(-2 ln u), v = 2 pi
// uniform(b); the pair is (sin(v) r, cos(v) r). The product 2 pi uniform(b) is made in float64 and rounded
// once; every other step is float32. float16 and bfloat16 are float32 rounded at the end. float64 takes four
// words (two per uniform), all steps float64, and the same 1e-7.
// A block of 4 words makes 4 outputs (2 for float64), in order: words 0, 1 give outputs 0, 1.
// Truncated normal: outputs come in groups of 4 (2 for float64). Group g reads single words from the block
// counter start + 256 g (128 g for float64); each pair is drawn as above and each of its two numbers kept if
// |x| < 2, until the group is full. Knows no tensors.
import type { FloatName } from "../dtypes.ts";
import { bfloat16FromFloat32, float16FromFloat32 } from "../half.ts";
import { type PhiloxRandom, RESERVED_SAMPLES_PER_OUTPUT, SingleSamples } from "./philox.ts";
import { type FloatArray, uniformFloat32, uniformFloat64 } from "./uniform.ts";

const EPSILON = Math.fround(1e-7);
const TRUNCATE_AT = 2;
const { fround } = Math;

/** Two float32 normals of two words, written to `out[offset]` and `out[offset + 1]`. */
export function boxMullerFloat32(a: number, b: number, out: Float32Array | Float64Array, offset = 0): void {
  const u = Math.max(uniformFloat32(a), EPSILON);
  const v = fround(2 * Math.PI * uniformFloat32(b));
  const radius = fround(Math.sqrt(fround(-2 * fround(Math.log(u)))));
  out[offset] = fround(fround(Math.sin(v)) * radius);
  out[offset + 1] = fround(fround(Math.cos(v)) * radius);
}

/**
 * Two float64 normals of four words (words[first…first+3]), written to `out[offset]` and `out[offset + 1]`.
 */
export function boxMullerFloat64(
  words: ArrayLike<number>,
  first: number,
  out: Float64Array,
  offset = 0,
): void {
  const u = Math.max(uniformFloat64(words[first], words[first + 1]), 1e-7);
  const v = 2 * Math.PI * uniformFloat64(words[first + 2], words[first + 3]);
  const radius = Math.sqrt(-2 * Math.log(u));
  out[offset] = Math.sin(v) * radius;
  out[offset + 1] = Math.cos(v) * radius;
}

function store(dtype: FloatName, values: Float32Array): FloatArray {
  if (dtype === "float16") return Uint16Array.from(values, float16FromFloat32);
  if (dtype === "bfloat16") return Uint16Array.from(values, bfloat16FromFloat32);
  return values;
}

/** Standard normal numbers: RandomStandardNormal and the stateless and Generator ops like it. */
export function fillNormal(dtype: FloatName, random: PhiloxRandom, count: number): FloatArray {
  const even = count + (count % 2);
  if (dtype === "float64") {
    const words = random.words(2 * even);
    const wide = new Float64Array(even);
    for (let i = 0; i < even; i += 2) boxMullerFloat64(words, 2 * i, wide, i);
    return wide.subarray(0, count);
  }
  const words = random.words(even);
  const values = new Float32Array(even);
  for (let i = 0; i < even; i += 2) boxMullerFloat32(words[i], words[i + 1], values, i);
  return store(dtype, values.subarray(0, count));
}

function fillTruncatedGroup(samples: SingleSamples, wide: boolean, group: Float64Array): void {
  const words = new Uint32Array(4);
  const pair = new Float64Array(2);
  let filled = 0;
  while (filled < group.length) {
    for (let i = 0; i < (wide ? 4 : 2); i++) words[i] = samples.next();
    if (wide) boxMullerFloat64(words, 0, pair);
    else boxMullerFloat32(words[0], words[1], pair);
    for (const value of pair) {
      if (Math.abs(value) < TRUNCATE_AT && filled < group.length) group[filled++] = value;
    }
  }
}

/**
 * Normal numbers within 2 standard deviations: TruncatedNormal and the stateless and Generator ops like it.
 */
export function fillTruncatedNormal(dtype: FloatName, random: PhiloxRandom, count: number): FloatArray {
  const wide = dtype === "float64";
  const group = new Float64Array(wide ? 2 : 4);
  const blocksPerGroup = (group.length * RESERVED_SAMPLES_PER_OUTPUT) / 4;
  const values = wide ? new Float64Array(count) : new Float32Array(count);
  for (let first = 0; first < count; first += group.length) {
    const start = random.clone().skip((first / group.length) * blocksPerGroup);
    fillTruncatedGroup(new SingleSamples(start), wide, group);
    values.set(group.subarray(0, count - first), first);
  }
  return wide ? values : store(dtype, values as Float32Array);
}
