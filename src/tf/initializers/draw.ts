// Where initializers get random numbers from: with a seed always the same, otherwise from the global stream.
import type { DTypeName } from "../../base/dtypes.ts";
import type { Dims } from "../../base/shape.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { normal, truncatedNormal, uniform } from "../random/draws.ts";
import { statelessNormal, statelessTruncatedNormal, statelessUniform } from "../random/stateless.ts";

export interface Seeded {
  /**
   * With a seed every call gives the same numbers, those of Keras. Without one, numbers come from the global
   * stream that `tf.random.setSeed` begins anew, as in TensorFlow 2.0 to 2.8.
   */
  readonly seed?: number | null;
}

type Seed = number | null;

/** The pair of seeds that Keras makes of one. */
const pair = (seed: number): [number, number] => [seed, 0];

export function drawUniform(
  shape: Dims,
  minval: number,
  maxval: number,
  dtype: DTypeName,
  seed: Seed,
): Tensor {
  if (seed === null) return uniform(shape, { minval, maxval, dtype });
  return statelessUniform(shape, pair(seed), { minval, maxval, dtype });
}

export function drawNormal(shape: Dims, mean: number, stddev: number, dtype: DTypeName, seed: Seed): Tensor {
  if (seed === null) return normal(shape, { mean, stddev, dtype });
  return statelessNormal(shape, pair(seed), { mean, stddev, dtype });
}

export function drawTruncated(
  shape: Dims,
  mean: number,
  stddev: number,
  dtype: DTypeName,
  seed: Seed,
): Tensor {
  if (seed === null) return truncatedNormal(shape, { mean, stddev, dtype });
  return statelessTruncatedNormal(shape, pair(seed), { mean, stddev, dtype });
}
