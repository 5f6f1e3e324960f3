// Philox4x32-10 in kernel IR: blocks of four words, 128-bit counters. Law: base/random/philox.ts.
import type { ScalarMath } from "../../graph/lowering.ts";
import type { KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";

/** Four uint32, least significant first. */
export type Words = readonly [Scalar, Scalar, Scalar, Scalar];

/** Where a stream stands: a 64-bit key and a 128-bit counter. */
export interface Stream {
  readonly key: readonly [Scalar, Scalar];
  readonly counter: Words;
}

const M0 = 0xd2511f53;
const M1 = 0xcd9e8d57;
const W0 = 0x9e3779b9;
const W1 = 0xbb67ae85;
const ROUNDS = 10;

export const word = (m: ScalarMath, value: number): Scalar => m.constant("uint32", value);

/** The words of the block of a counter and key. */
export function philoxBlock(k: KernelBuilder, m: ScalarMath, { key, counter }: Stream): Words {
  let [c0, c1, c2, c3] = counter;
  for (let round = 0; round < ROUNDS; round++) {
    const k0 = m.add(key[0], Math.imul(W0, round) >>> 0);
    const k1 = m.add(key[1], Math.imul(W1, round) >>> 0);
    const next = [
      m.xor(m.xor(m.mulhi(c2, word(m, M1)), c1), k0),
      m.mul(c2, word(m, M1)),
      m.xor(m.xor(m.mulhi(c0, word(m, M0)), c3), k1),
      m.mul(c0, word(m, M0)),
    ];
    [c0, c1, c2, c3] = next.map((x) => k.hold(x)) as unknown as Words;
  }
  return [c0, c1, c2, c3];
}

const carry = (m: ScalarMath, sum: Scalar, part: Scalar): Scalar => m.cast(m.lt(sum, part), "uint32");

/** The counter moved on by the 64-bit number (low, high). */
export function moveCounter(
  k: KernelBuilder,
  m: ScalarMath,
  counter: Words,
  low: Scalar,
  high: Scalar,
): Words {
  const s0 = k.hold(m.add(counter[0], low));
  const carry0 = k.hold(carry(m, s0, low));
  const partial = k.hold(m.add(counter[1], high));
  const s1 = k.hold(m.add(partial, carry0));
  const carry1 = k.hold(m.add(carry(m, partial, high), carry(m, s1, carry0)));
  const s2 = k.hold(m.add(counter[2], carry1));
  return [s0, s1, s2, k.hold(m.add(counter[3], carry(m, s2, carry1)))];
}

/** The stream moved on by an int32 or uint32 number of blocks times 2^shift. */
export function moveBy(k: KernelBuilder, m: ScalarMath, stream: Stream, blocks: Scalar, shift = 0): Stream {
  const count = k.hold(m.cast(blocks, "uint32"));
  const low = shift === 0 ? count : k.hold(m.shl(count, shift));
  const high = shift === 0 ? word(m, 0) : k.hold(m.shr(count, 32 - shift));
  return { key: stream.key, counter: moveCounter(k, m, stream.counter, low, high) };
}

/** The block that stands `blocks` after the stream's place. */
export const blockAt = (k: KernelBuilder, m: ScalarMath, stream: Stream, blocks: Scalar): Words =>
  philoxBlock(k, m, moveBy(k, m, stream, blocks));

/** The low and high words of a 64-bit integer. */
export function wordsOf64(k: KernelBuilder, m: ScalarMath, x: Scalar): [Scalar, Scalar] {
  const bits = k.hold(m.cast(x, "uint64"));
  return [k.hold(m.cast(bits, "uint32")), k.hold(m.cast(m.shr(bits, 32n), "uint32"))];
}

/** The unsigned 64-bit integer of two words. */
export const join64 = (m: ScalarMath, low: Scalar, high: Scalar): Scalar =>
  m.or(m.shl(m.cast(high, "uint64"), 32n), m.cast(low, "uint64"));
