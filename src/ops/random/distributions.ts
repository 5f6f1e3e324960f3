// How blocks of random words become numbers: uniforms, normals, integers. The laws are in base/random.
import { type DTypeName, dtypeInfo } from "../../base/dtypes.ts";
import type { ScalarMath } from "../../graph/lowering.ts";
import type { Buffer, KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { blockAt, join64, type Stream, type Words } from "./philox-ir.ts";

/** Numbers of one block: four, or two of 64-bit dtypes. */
export type Draw = (k: KernelBuilder, m: ScalarMath, words: Words) => Scalar[];

/** How many outputs one block makes. */
export const lanesOf = (dtype: DTypeName): 2 | 4 => (dtypeInfo(dtype).size === 8 ? 2 : 4);

/** Fills a buffer block by block; what is left of the last block is dropped. */
export function fillFromBlocks(
  k: KernelBuilder,
  m: ScalarMath,
  stream: Stream,
  output: Buffer,
  draw: Draw,
): void {
  const lanes = lanesOf(output.dtype);
  const full = Math.floor(output.count / lanes);
  const rest = output.count - full * lanes;
  k.parallel(full, (block) => {
    const values = draw(k, m, blockAt(k, m, stream, block));
    for (const [lane, value] of values.entries()) k.store(output, m.add(m.mul(block, lanes), lane), value);
  });
  if (rest === 0) return;
  const values = draw(k, m, blockAt(k, m, stream, m.constant("int32", full)));
  for (let lane = 0; lane < rest; lane++) k.store(output, full * lanes + lane, values[lane]);
}

export const uniform32 = (m: ScalarMath, x: Scalar): Scalar =>
  m.mul(m.cast(m.and(x, 0x7fffff), "float32"), 2 ** -23);

export function uniform64(m: ScalarMath, first: Scalar, second: Scalar): Scalar {
  const high = m.mul(m.cast(m.and(first, 0xfffff), "float64"), 2 ** 32);
  return m.mul(m.add(high, m.cast(second, "float64")), 2 ** -52);
}

/** The uniform of one word in a dtype of at most 32 bits, exactly. */
function uniformOfWord(m: ScalarMath, dtype: DTypeName, x: Scalar): Scalar {
  if (dtype === "float32") return uniform32(m, x);
  const bits = dtype === "float16" ? 10 : 7;
  return m.mul(m.cast(m.and(x, 2 ** bits - 1), dtype), 2 ** -bits);
}

export const drawUniform =
  (dtype: DTypeName): Draw =>
  (_, m, words) => {
    if (dtype === "float64") return [uniform64(m, words[0], words[1]), uniform64(m, words[2], words[3])];
    return words.map((x) => uniformOfWord(m, dtype, x));
  };

const LEAST = 1e-7;

/** Box-Muller's pair from two uniforms; the angle is rounded once. */
function normalPair(k: KernelBuilder, m: ScalarMath, u: Scalar, angle: Scalar): [Scalar, Scalar] {
  const radius = k.hold(m.sqrt(m.mul(m.log(m.max(u, LEAST)), -2)));
  const turned = k.hold(angle);
  return [m.mul(m.sin(turned), radius), m.mul(m.cos(turned), radius)];
}

/** Normals of one block, in float64, or float32 for all narrower dtypes. */
export function normals(k: KernelBuilder, m: ScalarMath, dtype: DTypeName, words: Words): Scalar[] {
  if (dtype === "float64") {
    const angle = m.mul(uniform64(m, words[2], words[3]), 2 * Math.PI);
    return normalPair(k, m, uniform64(m, words[0], words[1]), angle);
  }
  return [0, 2].flatMap((first) => {
    const angle = m.cast(m.mul(m.cast(uniform32(m, words[first + 1]), "float64"), 2 * Math.PI), "float32");
    return normalPair(k, m, uniform32(m, words[first]), angle);
  });
}

export const drawNormal =
  (dtype: DTypeName): Draw =>
  (k, m, words) =>
    normals(k, m, dtype, words).map((x) => m.cast(x, dtype));

/** The random bits of a block as integers of a dtype. */
function integers(m: ScalarMath, dtype: DTypeName, words: Words): Scalar[] {
  if (dtypeInfo(dtype).size === 4) return [...words];
  return [join64(m, words[0], words[1]), join64(m, words[2], words[3])];
}

export const drawFullInt =
  (dtype: DTypeName): Draw =>
  (_, m, words) =>
    integers(m, dtype, words).map((x) => m.cast(x, dtype));

/** Integers in [low, low + range): `range` is unsigned. */
export const drawInt =
  (low: Scalar, range: Scalar): Draw =>
  (_, m, words) =>
    integers(m, low.dtype, words).map((x) => m.add(m.cast(m.rem(x, range), low.dtype), low));
