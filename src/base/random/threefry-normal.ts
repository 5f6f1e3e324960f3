// Duty: uniforms and normals of TensorFlow's ThreeFry streams (alg 2, through XLA). Knows no tensors.
//
// Law. Uniform: (bits >> 9) * 2^-23 in float32, (bits >> 12) * 2^-52 in float64. Normal: the dimension that
// is cut in halves, of size n, becomes [ceil(n / 2), 2]; uniforms of that shape give pairs (a, b) along the
// new dimension of 2, and Box-Muller turns a pair into rows 2i and 2i+1: r = sqrt(-2 ln max(a, 1e-7)), sin(2
// pi b) r and cos(2 pi b) r, every step in the dtype. The row beyond an odd n is dropped.
import { elementCount } from "../shape.ts";
import { splitDimension, threefryWords32, threefryWords64 } from "./threefry.ts";

type Values = Float32Array | Float64Array;
type Dims = readonly number[];

/** Uniform numbers in [0, 1) for a tensor of a shape. */
export function threefryUniform(
  dtype: "float32" | "float64",
  key: number | bigint,
  counter: number | bigint,
  dims: Dims,
): Values {
  if (dtype === "float32") {
    return Float32Array.from(threefryWords32(key, counter, dims), (word) => (word >>> 9) / 8388608);
  }
  const count = elementCount(dims);
  const words = threefryWords64(key, counter, count);
  const result = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    result[i] = (words[2 * i + 1] * 1048576 + (words[2 * i] >>> 12)) / 4503599627370496;
  }
  return result;
}

/** Standard normal numbers for a tensor of a shape. */
export function threefryNormal(
  dtype: "float32" | "float64",
  key: number | bigint,
  counter: number | bigint,
  dims: Dims,
): Values {
  const shape = dims.length === 0 ? [1] : dims;
  const axis = splitDimension(shape);
  const size = shape[axis];
  const half = Math.ceil(size / 2);
  const inner = elementCount(shape.slice(axis + 1));
  const outer = elementCount(shape.slice(0, axis));
  // A scalar is drawn as a vector of two.
  const paired = dims.length === 0 ? [2] : [...shape.slice(0, axis), half, 2, ...shape.slice(axis + 1)];
  const uniforms = threefryUniform(dtype, key, counter, paired);
  const result =
    dtype === "float32" ? new Float32Array(outer * size * inner) : new Float64Array(outer * size * inner);
  for (let i = 0; i < result.length; i++) {
    const row = Math.floor(i / inner) % size;
    const first = (Math.floor(i / inner / size) * half + (row >> 1)) * 2 * inner + (i % inner);
    result[i] = boxMuller(dtype, uniforms[first], uniforms[first + inner], row & 1);
  }
  return result;
}

function boxMuller(dtype: "float32" | "float64", a: number, b: number, which: number): number {
  const round = dtype === "float32" ? Math.fround : (value: number): number => value;
  const u = Math.max(a, round(1e-7));
  const angle = round(round(2 * Math.PI) * b);
  const radius = round(Math.sqrt(round(-2 * round(Math.log(u)))));
  return round(round(which === 0 ? Math.sin(angle) : Math.cos(angle)) * radius);
}
