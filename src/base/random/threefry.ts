// Duty: ThreeFry2x32-20 and the words TensorFlow's XLA kernels read from it (alg 2). Knows no tensors.
//
// Law. Key and counter are 64-bit (2 words, low first). 20 rounds of x0 += x1; x1 = rotl(x1, r) ^ x0 with
// r = 13,15,26,6 and 17,29,16,24 in turn; before the first round and after every 4 rounds a key word is
// added, the third key word being 0x1bd11bda ^ k0 ^ k1, plus the number of the injection to x1.
// 32-bit words of n outputs: element 2i is word 0 and element 2i+1 word 1 of block(counter + i): pairs run
// along the dimension that is cut in halves, the first even one, or the largest if none is even.
// 64-bit words: element i is (word 0 low, word 1 high) of block(counter + i).
// There is no CPU kernel: only XLA computes alg 2. Uniforms take the top mantissa bits: (bits >> 9) * 2^-23
// and (bits >> 12) * 2^-52; normals are in threefry-normal.ts.
// Source: Salmon et al., SC 2011; recordings of TensorFlow 2.21 through XLA.
import { elementCount } from "../shape.ts";
import { wordsOf } from "./int64.ts";

const rotations = [13, 15, 26, 6, 17, 29, 16, 24];

/** Writes the 2 words of the block of a counter (2 words) and key to `out[offset…offset+1]`. */
export function threefryBlock(
  counter0: number,
  counter1: number,
  key0: number,
  key1: number,
  out: Uint32Array,
  offset = 0,
): void {
  const keys = [key0 | 0, key1 | 0, 0x1bd11bda ^ key0 ^ key1];
  let x0 = (counter0 + keys[0]) | 0;
  let x1 = (counter1 + keys[1]) | 0;
  for (let injection = 1; injection <= 5; injection++) {
    const first = injection % 2 === 1 ? 0 : 4;
    for (let i = first; i < first + 4; i++) {
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << rotations[i]) | (x1 >>> (32 - rotations[i]))) ^ x0;
    }
    x0 = (x0 + keys[injection % 3]) | 0;
    x1 = (x1 + keys[(injection + 1) % 3] + injection) | 0;
  }
  out[offset] = x0;
  out[offset + 1] = x1;
}

/** The words of the blocks counter, counter + 1, … (`blocks` of them): 2 words each. */
export function threefryBlocks(key: number | bigint, counter: number | bigint, blocks: number): Uint32Array {
  const [key0, key1] = wordsOf(key);
  const [low, high] = wordsOf(counter);
  const out = new Uint32Array(2 * blocks);
  for (let i = 0; i < blocks; i++) {
    const sum = low + i;
    threefryBlock(sum | 0, (high + Math.floor(sum / 4294967296)) | 0, key0, key1, out, 2 * i);
  }
  return out;
}

/** The dimension along which 32-bit words and Box-Muller pairs run. */
export function splitDimension(dims: readonly number[]): number {
  const even = dims.findIndex((size) => size % 2 === 0);
  if (even >= 0) return even;
  let largest = 0;
  for (let i = 1; i < dims.length; i++) if (dims[i] > dims[largest]) largest = i;
  return largest;
}

/** 32-bit words for a tensor of a shape, in row-major order. */
export function threefryWords32(
  key: number | bigint,
  counter: number | bigint,
  dims: readonly number[],
): Uint32Array {
  const shape = dims.length === 0 ? [1] : dims;
  const axis = splitDimension(shape);
  const size = shape[axis];
  const half = Math.ceil(size / 2);
  const inner = elementCount(shape.slice(axis + 1));
  const outer = elementCount(shape.slice(0, axis));
  const blocks = threefryBlocks(key, counter, outer * half * inner);
  const out = new Uint32Array(outer * size * inner);
  for (let i = 0; i < out.length; i++) {
    const column = i % inner;
    const row = Math.floor(i / inner) % size;
    const block = (Math.floor(i / inner / size) * half + (row >> 1)) * inner + column;
    out[i] = blocks[2 * block + (row & 1)];
  }
  return out;
}

/** 64-bit words for `count` elements, as pairs (low, high). */
export function threefryWords64(key: number | bigint, counter: number | bigint, count: number): Uint32Array {
  return threefryBlocks(key, counter, count);
}
