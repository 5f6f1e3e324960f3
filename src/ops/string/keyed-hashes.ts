// TensorFlow's Hash64 (MurmurHash64A) and the keyed SipHash-2-4; 64-bit words as bigints.

const MASK = (1n << 64n) - 1n;
const wrap = (x: bigint): bigint => x & MASK;
const rotateLeft = (x: bigint, by: bigint): bigint => wrap((x << by) | (x >> (64n - by)));

/** Little-endian words of eight bytes, the last one filled up with zeros. */
function wordsOf(bytes: Uint8Array): { whole: bigint[]; rest: bigint } {
  const whole: bigint[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length & ~7;
  for (let at = 0; at < end; at += 8) whole.push(view.getBigUint64(at, true));
  let rest = 0n;
  for (let at = bytes.length - 1; at >= end; at--) rest = (rest << 8n) | BigInt(bytes[at]);
  return { whole, rest };
}

const M = 0xc6a4a7935bd1e995n;
const SEED = 0xdecafcaffen;

/** The hash of `StringToHashBucket`. */
export function hash64(bytes: Uint8Array): bigint {
  const { whole, rest } = wordsOf(bytes);
  let h = SEED ^ wrap(BigInt(bytes.length) * M);
  for (const word of whole) {
    const k = wrap(word * M);
    h = wrap((h ^ wrap((k ^ (k >> 47n)) * M)) * M);
  }
  if (bytes.length % 8 > 0) h = wrap((h ^ rest) * M);
  h = wrap((h ^ (h >> 47n)) * M);
  return h ^ (h >> 47n);
}

type Lanes = [bigint, bigint, bigint, bigint];

function sipRound([a, b, c, d]: Lanes): Lanes {
  let v0 = wrap(a + b);
  let v2 = wrap(c + d);
  let v1 = rotateLeft(b, 13n) ^ v0;
  let v3 = rotateLeft(d, 16n) ^ v2;
  v0 = rotateLeft(v0, 32n);
  v2 = wrap(v2 + v1);
  v0 = wrap(v0 + v3);
  v1 = rotateLeft(v1, 17n) ^ v2;
  v3 = rotateLeft(v3, 21n) ^ v0;
  v2 = rotateLeft(v2, 32n);
  return [v0, v1, v2, v3];
}

/** SipHash-2-4 (Aumasson and Bernstein, 2012). */
export function sipHash(bytes: Uint8Array, key: readonly [bigint, bigint]): bigint {
  const { whole, rest } = wordsOf(bytes);
  const [k0, k1] = key.map(wrap);
  let v: Lanes = [
    k0 ^ 0x736f6d6570736575n,
    k1 ^ 0x646f72616e646f6dn,
    k0 ^ 0x6c7967656e657261n,
    k1 ^ 0x7465646279746573n,
  ];
  for (const word of [...whole, rest | (BigInt(bytes.length & 0xff) << 56n)]) {
    v[3] ^= word;
    v = sipRound(sipRound(v));
    v[0] ^= word;
  }
  v[2] ^= 0xffn;
  for (let round = 0; round < 4; round++) v = sipRound(v);
  return v[0] ^ v[1] ^ v[2] ^ v[3];
}
