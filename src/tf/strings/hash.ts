// Strings to numbers of buckets, by hashes that stay the same from one version to the next.
import type { Tensor } from "../../graph/tensor.ts";
import { type Named, type Trailing, trailing } from "../core/arguments.ts";
import { one } from "../core/call.ts";
import type { TensorInput } from "../core/types.ts";

/**
 * For each string the number of its bucket, by a 64 bit hash.
 *
 * @param input A tensor of strings.
 * @param numBuckets How many buckets; 1 or more.
 * @param options `name`.
 * @returns int64 from 0 up to `numBuckets`.
 * @example
 * tf.strings.toHashBucket(["Hello", "TensorFlow"], 3);
 * // tf.Tensor([2 0], shape=(2,), dtype=int64)
 */
export const toHashBucket = (input: TensorInput, numBuckets: number, options: Named = {}): Tensor =>
  one("StringToHashBucket", [input], { num_buckets: numBuckets }, options.name);

/**
 * For each string the number of its bucket, by FarmHash: fast, but who knows it can fill one bucket.
 *
 * @param input A tensor of strings.
 * @param numBuckets How many buckets; 1 or more.
 * @param options `name`.
 * @returns int64 from 0 up to `numBuckets`.
 * @example
 * tf.strings.toHashBucketFast(["Hello", "TensorFlow"], 3);
 * // tf.Tensor([0 2], shape=(2,), dtype=int64)
 */
export const toHashBucketFast = (input: TensorInput, numBuckets: number, options: Named = {}): Tensor =>
  one("StringToHashBucketFast", [input], { num_buckets: numBuckets }, options.name);

/**
 * For each string the number of its bucket, by SipHash with a key: nobody without it can fill one bucket.
 *
 * @param input A tensor of strings.
 * @param numBuckets How many buckets; 1 or more.
 * @param key Two integers of 64 bits.
 * @param options `name`.
 * @returns int64 from 0 up to `numBuckets`.
 * @throws InvalidArgumentError if `key` is not of two integers.
 * @example
 * tf.strings.toHashBucketStrong(["Hello", "TF"], 3, [1, 2]);
 * // tf.Tensor([2 0], shape=(2,), dtype=int64)
 */
export const toHashBucketStrong = (
  input: TensorInput,
  numBuckets: number,
  key: readonly [number | bigint, number | bigint],
  options: Named = {},
): Tensor => one("StringToHashBucketStrong", [input], { num_buckets: numBuckets, key }, options.name);

export interface FingerprintOptions extends Named {
  /** "farmhash64", which is the only one. */
  readonly method?: string;
}

/**
 * For each row of bytes its fingerprint.
 *
 * @param data Any tensor of one axis or more; rows are what the first axis counts.
 * @param rest `method` and `name`, by position or as options.
 * @returns uint8 of shape `[rows, 8]`.
 * @throws InvalidArgumentError for a scalar or another method.
 * @example
 * tf.fingerprint(["a", "b"]).shape;
 * // [ 2, 8 ]
 */
export function fingerprint(
  data: TensorInput,
  ...rest: Trailing<[method: string], FingerprintOptions>
): Tensor {
  const { method = "farmhash64", name } = trailing<FingerprintOptions>(["method"], rest);
  return one("Fingerprint", [data, method], undefined, name);
}
