// Strings as numbers of buckets, and fingerprints of rows.
import { dtypeInfo, type NumericArray } from "../../base/dtypes.ts";
import { invalidArgument } from "../../base/errors.ts";
import { elementCount, shapeText } from "../../base/shape.ts";
import { host, type HostLowering } from "../../graph/lowering.ts";
import { atLeast, ints, missing, none, op, type } from "../../graph/op.ts";
import type { Attrs, TensorValue } from "../../graph/types.ts";
import { sameAsInput } from "../support/shapes.ts";
import { decode, scalarString, stringsOf } from "./elements.ts";
import { fingerprint64 } from "./farmhash.ts";
import { hash64, sipHash } from "./keyed-hashes.ts";

const buckets = (hash: (bytes: Uint8Array, attrs: Attrs) => bigint): HostLowering<Attrs> =>
  host((_, [x], { attrs }) => {
    const count = BigInt(attrs["num_buckets"] as number);
    const data = BigInt64Array.from(stringsOf(x), (bytes) => hash(bytes, attrs) % count);
    return [{ dtype: "int64", shape: x.shape, data }];
  });

export const StringToHashBucketFast = op("StringToHashBucketFast", {
  inputs: ["input: string"],
  outputs: ["output: int64"],
  attrs: { num_buckets: atLeast(1) },
  shape: sameAsInput,
  lower: buckets(fingerprint64),
  grad: none("it makes indices"),
});

export const StringToHashBucket = op("StringToHashBucket", {
  inputs: ["string_tensor: string"],
  outputs: ["output: int64"],
  attrs: { num_buckets: atLeast(1) },
  shape: sameAsInput,
  lower: buckets(hash64),
  grad: none("it makes indices"),
});

export const StringToHashBucketStrong = op("StringToHashBucketStrong", {
  inputs: ["input: string"],
  outputs: ["output: int64"],
  attrs: { num_buckets: atLeast(1), key: ints() },
  shape: sameAsInput,
  lower: buckets((bytes, attrs) => {
    const key = attrs["key"] as readonly (number | bigint)[];
    if (key.length !== 2) throw invalidArgument("Key must have 2 elements");
    return sipHash(bytes, [BigInt(key[0]), BigInt(key[1])]);
  }),
  grad: none("it makes indices"),
});

const bytesOf = (numbers: readonly bigint[]): Uint8Array =>
  new Uint8Array(BigUint64Array.from(numbers).buffer);

/** The bytes that stand for each row: the data, or the strings' own fingerprints where there are several. */
function rowBytes({ dtype, shape, data }: TensorValue): Uint8Array[] {
  const inner = elementCount(shape.slice(1));
  if (dtype === "string") {
    const strings = data as readonly Uint8Array[];
    if (inner === 1) return [...strings];
    return Array.from({ length: shape[0] }, (_, row) =>
      bytesOf(strings.slice(row * inner, (row + 1) * inner).map(fingerprint64)),
    );
  }
  const { buffer, byteOffset } = data as NumericArray;
  const size = inner * dtypeInfo(dtype).size;
  return Array.from({ length: shape[0] }, (_, row) => new Uint8Array(buffer, byteOffset + row * size, size));
}

export const Fingerprint = op("Fingerprint", {
  inputs: ["data: T", "method: string"],
  outputs: ["fingerprint: uint8"],
  attrs: { T: type() },
  shape: ([x]) => {
    if (x !== null && x.length === 0) throw invalidArgument(`Shape must be at least rank 1 but is rank 0`);
    return [[x?.[0] ?? -1, 8]];
  },
  lower: host((_, [x, method]) => {
    const name = decode(scalarString(method, "method"));
    if (name !== "farmhash64") throw invalidArgument(`Unsupported method: ${name}`);
    if (x.shape.length === 0)
      throw invalidArgument(`Data must be at least 1-D, got shape ${shapeText(x.shape)}`);
    return [{ dtype: "uint8", shape: [x.shape[0], 8], data: bytesOf(rowBytes(x).map(fingerprint64)) }];
  }),
  grad: missing("TensorFlow registers no gradient for Fingerprint"),
});
