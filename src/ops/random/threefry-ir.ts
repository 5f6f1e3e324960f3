// ThreeFry2x32-20 in kernel IR, as TensorFlow's XLA kernels read it. Law: base/random/threefry.ts.
import { elementCount, type Dims } from "../../base/shape.ts";
import { splitDimension } from "../../base/random/threefry.ts";
import { dtypeInfo } from "../../base/dtypes.ts";
import { UnimplementedError } from "../../base/errors.ts";
import type { ScalarMath } from "../../graph/lowering.ts";
import type { Buffer, KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { join64, word } from "./philox-ir.ts";

type Pair = readonly [Scalar, Scalar];

/** A 64-bit key and a 64-bit counter, low word first. */
export interface ThreefryStream {
  readonly key: Pair;
  readonly counter: Pair;
}

const ROTATIONS = [13, 15, 26, 6, 17, 29, 16, 24];

/** The two words of the block `offset` (int32) after the counter. */
function threefryBlock(
  k: KernelBuilder,
  m: ScalarMath,
  { key, counter }: ThreefryStream,
  offset: Scalar,
): Pair {
  const keys = [key[0], key[1], k.hold(m.xor(m.xor(key[0], key[1]), word(m, 0x1bd11bda)))];
  const step = k.hold(m.cast(offset, "uint32"));
  const low = k.hold(m.add(counter[0], step));
  const high = m.add(counter[1], m.cast(m.lt(low, step), "uint32"));
  let x0 = k.hold(m.add(low, keys[0]));
  let x1 = k.hold(m.add(high, keys[1]));
  for (let injection = 1; injection <= 5; injection++) {
    const first = injection % 2 === 1 ? 0 : 4;
    for (let i = first; i < first + 4; i++) {
      x0 = k.hold(m.add(x0, x1));
      x1 = k.hold(m.xor(m.or(m.shl(x1, ROTATIONS[i]), m.shr(x1, 32 - ROTATIONS[i])), x0));
    }
    x0 = k.hold(m.add(x0, keys[injection % 3]));
    x1 = k.hold(m.add(m.add(x1, keys[(injection + 1) % 3]), injection));
  }
  return [x0, x1];
}

/** How a shape is cut: blocks run over the halves of one dimension. */
interface Halves {
  readonly outer: number;
  readonly size: number;
  readonly half: number;
  readonly inner: number;
}

function halves(dims: Dims): Halves {
  const shape = dims.length === 0 ? [1] : dims;
  const axis = splitDimension(shape);
  return {
    outer: elementCount(shape.slice(0, axis)),
    size: shape[axis],
    half: Math.ceil(shape[axis] / 2),
    inner: elementCount(shape.slice(axis + 1)),
  };
}

/** Calls `store` with the two words for rows 2i and 2i + 1 of every column, and where they go. */
function overHalves(
  k: KernelBuilder,
  m: ScalarMath,
  stream: ThreefryStream,
  dims: Dims,
  store: (at: Scalar, row: 0 | 1, x: Scalar) => void,
): void {
  const { outer, size, half, inner } = halves(dims);
  k.parallel(outer, (i) => {
    k.parallel(half, (pair) => {
      k.parallel(inner, (column) => {
        const block = m.add(m.mul(m.add(m.mul(i, half), pair), inner), column);
        const words = threefryBlock(k, m, stream, block);
        const at = k.hold(m.add(m.mul(m.add(m.mul(i, size), m.mul(pair, 2)), inner), column));
        store(at, 0, words[0]);
        const isInside = m.lt(m.add(m.mul(pair, 2), 1), size);
        k.if(isInside, () => store(m.add(at, inner), 1, words[1]));
      });
    });
  });
}

const uniform32 = (m: ScalarMath, x: Scalar): Scalar => m.mul(m.cast(m.shr(x, 9), "float32"), 2 ** -23);

function uniform64(m: ScalarMath, low: Scalar, high: Scalar): Scalar {
  const top = m.mul(m.cast(high, "float64"), 2 ** 20);
  return m.mul(m.add(top, m.cast(m.shr(low, 12), "float64")), 2 ** -52);
}

/** Uniforms into a buffer of `dims`. */
function writeUniform(
  k: KernelBuilder,
  m: ScalarMath,
  stream: ThreefryStream,
  output: Buffer,
  dims: Dims,
): void {
  if (output.dtype === "float64")
    k.parallel(output.count, (i) => k.store(output, i, uniform64(m, ...threefryBlock(k, m, stream, i))));
  else overHalves(k, m, stream, dims, (at, _, x) => k.store(output, at, uniform32(m, x)));
}

function requireWide(output: Buffer): void {
  if (output.dtype === "float32" || output.dtype === "float64") return;
  throw new UnimplementedError(`ThreeFry numbers: expected float32 or float64, received ${output.dtype}`);
}

export function threefryUniform(
  k: KernelBuilder,
  m: ScalarMath,
  stream: ThreefryStream,
  output: Buffer,
): void {
  requireWide(output);
  writeUniform(k, m, stream, output, output.shape);
}

export function threefryInt(
  k: KernelBuilder,
  m: ScalarMath,
  stream: ThreefryStream,
  output: Buffer,
  map: (bits: Scalar) => Scalar,
): void {
  if (dtypeInfo(output.dtype).size === 8)
    k.parallel(output.count, (i) => k.store(output, i, map(join64(m, ...threefryBlock(k, m, stream, i)))));
  else overHalves(k, m, stream, output.shape, (at, _, x) => k.store(output, at, map(x)));
}

/** Box-Muller over the halves of one dimension, every step in the dtype. */
export function threefryNormal(
  k: KernelBuilder,
  m: ScalarMath,
  stream: ThreefryStream,
  output: Buffer,
): void {
  requireWide(output);
  const { dtype, shape } = output;
  const { outer, size, half, inner } = halves(shape);
  const axis = shape.length === 0 ? 0 : splitDimension(shape);
  // A scalar is drawn as a vector of two.
  const paired = shape.length === 0 ? [2] : [...shape.slice(0, axis), half, 2, ...shape.slice(axis + 1)];
  const uniforms: Buffer = { ...k.temporary(dtype, elementCount(paired)), shape: paired };
  writeUniform(k, m, stream, uniforms, paired);
  k.parallel(outer, (i) => {
    k.parallel(size, (row) => {
      k.parallel(inner, (column) => {
        const pair = m.add(m.mul(i, half), m.shr(row, 1));
        const first = k.hold(m.add(m.mul(pair, 2 * inner), column));
        const u = m.max(k.load(uniforms, first), 1e-7);
        const angle = k.hold(m.mul(k.load(uniforms, m.add(first, inner)), 2 * Math.PI));
        const radius = m.sqrt(m.mul(m.log(u), -2));
        const turned = m.select(m.eq(m.and(row, 1), 0), m.sin(angle), m.cos(angle));
        k.store(output, m.add(m.mul(m.add(m.mul(i, size), row), inner), column), m.mul(turned, radius));
      });
    });
  });
}
