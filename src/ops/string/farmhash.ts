// FarmHash's Fingerprint64 (farmhashna::Hash64), after its definition; 64-bit words as bigints.

const K0 = 0xc3a5c85c97cb3127n;
const K1 = 0xb492b66fbe98f273n;
const K2 = 0x9ae16a3b2f90404fn;
const MASK = (1n << 64n) - 1n;

const wrap = (x: bigint): bigint => x & MASK;
const times = (x: bigint, y: bigint): bigint => wrap(x * y);
const rotate = (x: bigint, by: bigint): bigint => wrap((x >> by) | (x << (64n - by)));
const shiftMix = (x: bigint): bigint => x ^ (x >> 47n);

type Pair = readonly [bigint, bigint];

function mixPair(u: bigint, v: bigint, factor: bigint): bigint {
  const a = shiftMix(times(u ^ v, factor));
  return times(shiftMix(times(v ^ a, factor)), factor);
}

class Words {
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  at(offset: number): bigint {
    return this.#view.getBigUint64(offset, true);
  }

  half(offset: number): bigint {
    return BigInt(this.#view.getUint32(offset, true));
  }
}

function upTo16(bytes: Uint8Array, words: Words): bigint {
  const count = bytes.length;
  const length = BigInt(count);
  const factor = wrap(K2 + length * 2n);
  if (count >= 8) {
    const a = wrap(words.at(0) + K2);
    const b = words.at(count - 8);
    return mixPair(wrap(rotate(b, 37n) * factor + a), times(wrap(rotate(a, 25n) + b), factor), factor);
  }
  if (count >= 4) return mixPair(wrap(length + (words.half(0) << 3n)), words.half(count - 4), factor);
  if (count === 0) return K2;
  const y = BigInt(bytes[0] + (bytes[count >> 1] << 8));
  const z = BigInt(count + (bytes[count - 1] << 2));
  return times(shiftMix(times(y, K2) ^ times(z, K0)), K2);
}

function upTo32(count: number, words: Words): bigint {
  const factor = wrap(K2 + BigInt(count) * 2n);
  const a = times(words.at(0), K1);
  const b = words.at(8);
  const c = times(words.at(count - 8), factor);
  const d = times(words.at(count - 16), K2);
  return mixPair(
    wrap(rotate(wrap(a + b), 43n) + rotate(c, 30n) + d),
    wrap(a + rotate(wrap(b + K2), 18n) + c),
    factor,
  );
}

function upTo64(count: number, words: Words): bigint {
  const factor = wrap(K2 + BigInt(count) * 2n);
  const a = times(words.at(0), K2);
  const b = words.at(8);
  const c = times(words.at(count - 8), factor);
  const d = times(words.at(count - 16), K2);
  const y = wrap(rotate(wrap(a + b), 43n) + rotate(c, 30n) + d);
  const z = mixPair(y, wrap(a + rotate(wrap(b + K2), 18n) + c), factor);
  const e = times(words.at(16), factor);
  const f = words.at(24);
  const g = times(wrap(y + words.at(count - 32)), factor);
  const h = times(wrap(z + words.at(count - 24)), factor);
  return mixPair(
    wrap(rotate(wrap(e + f), 43n) + rotate(g, 30n) + h),
    wrap(e + rotate(wrap(f + a), 18n) + g),
    factor,
  );
}

function weak(words: Words, at: number, seedA: bigint, seedB: bigint): Pair {
  const [w, x, y, z] = [0, 8, 16, 24].map((offset) => words.at(at + offset));
  const first = wrap(seedA + w);
  const second = rotate(wrap(seedB + first + z), 21n);
  const sum = wrap(first + x + y);
  return [wrap(sum + z), wrap(second + rotate(sum, 44n) + first)];
}

interface State {
  readonly x: bigint;
  readonly y: bigint;
  readonly z: bigint;
  readonly v: Pair;
  readonly w: Pair;
}

/** One block of 64 bytes; `factor` and `weight` differ for the last one. */
function block(words: Words, at: number, { x, y, z, v, w }: State, factor: bigint, weight: bigint): State {
  const a = times(rotate(wrap(x + y + v[0] + words.at(at + 8)), 37n), factor) ^ wrap(w[1] * weight);
  const b = wrap(
    times(rotate(wrap(y + v[1] + words.at(at + 48)), 42n), factor) + v[0] * weight + words.at(at + 40),
  );
  const c = times(rotate(wrap(z + w[0]), 33n), factor);
  return {
    x: c,
    y: b,
    z: a,
    v: weak(words, at, times(v[1], factor), wrap(a + w[0])),
    w: weak(words, at + 32, wrap(c + w[1]), wrap(b + words.at(at + 16))),
  };
}

function long(count: number, words: Words): bigint {
  const y = wrap(81n * K1 + 113n);
  const z = times(shiftMix(wrap(y * K2 + 113n)), K2);
  let state: State = { x: wrap(81n * K2 + words.at(0)), y, z, v: [0n, 0n], w: [0n, 0n] };
  const end = Math.floor((count - 1) / 64) * 64;
  for (let at = 0; at < end; at += 64) state = block(words, at, state, K1, 1n);
  const factor = wrap(K1 + ((state.z & 0xffn) << 1n));
  const w0 = wrap(state.w[0] + BigInt((count - 1) & 63));
  const v0 = wrap(state.v[0] + w0);
  const before: State = { ...state, v: [v0, state.v[1]], w: [wrap(w0 + v0), state.w[1]] };
  const last = block(words, count - 64, before, factor, 9n);
  return mixPair(
    wrap(mixPair(last.v[0], last.w[0], factor) + times(shiftMix(last.y), K0) + last.z),
    wrap(mixPair(last.v[1], last.w[1], factor) + last.x),
    factor,
  );
}

/** The 64-bit fingerprint of bytes. */
export function fingerprint64(bytes: Uint8Array): bigint {
  const words = new Words(bytes);
  const count = bytes.length;
  if (count <= 16) return upTo16(bytes, words);
  if (count <= 32) return upTo32(count, words);
  return count <= 64 ? upTo64(count, words) : long(count, words);
}
