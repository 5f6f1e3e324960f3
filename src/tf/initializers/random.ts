// Initializers that draw from one distribution, whatever the shape.
import type { DTypeName } from "../../base/dtypes.ts";
import type { Dims } from "../../base/shape.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { type Trailing, trailing } from "../core/arguments.ts";
import { drawNormal, drawTruncated, drawUniform, type Seeded } from "./draw.ts";
import { type Config, Initializer } from "./initializer.ts";

export interface NormalOptions extends Seeded {
  /** Default 0. */
  readonly mean?: number;
  /** Default 0.05. */
  readonly stddev?: number;
}

type NormalArguments = Trailing<[mean: number, stddev: number, seed: number | null], NormalOptions>;

abstract class Normal extends Initializer {
  readonly mean: number;
  readonly stddev: number;
  readonly seed: number | null;

  constructor(...rest: NormalArguments) {
    super();
    const {
      mean = 0,
      stddev = 0.05,
      seed = null,
    } = trailing<NormalOptions>(["mean", "stddev", "seed"], rest);
    this.mean = mean;
    this.stddev = stddev;
    this.seed = seed;
  }

  override getConfig(): Config {
    return { mean: this.mean, stddev: this.stddev, seed: this.seed };
  }
}

/**
 * Normally distributed numbers.
 *
 * @param rest `mean` (default 0), `stddev` (default 0.05) and `seed`, by position or as options.
 * @example
 * new tf.initializers.RandomNormal({ seed: 1 })([2, 3]).shape;
 * // [ 2, 3 ]
 */
export class RandomNormal extends Normal {
  protected override make(shape: Dims, dtype: DTypeName): Tensor {
    return drawNormal(shape, this.mean, this.stddev, dtype, this.seed);
  }
}

/**
 * Normally distributed numbers; those more than two standard deviations off are drawn again.
 *
 * @param rest `mean` (default 0), `stddev` (default 0.05) and `seed`, by position or as options.
 * @example
 * new tf.initializers.TruncatedNormal({ seed: 1 })([2, 3]).shape;
 * // [ 2, 3 ]
 */
export class TruncatedNormal extends Normal {
  protected override make(shape: Dims, dtype: DTypeName): Tensor {
    return drawTruncated(shape, this.mean, this.stddev, dtype, this.seed);
  }
}

export interface UniformOptions extends Seeded {
  /** The lower limit, included; default -0.05. */
  readonly minval?: number;
  /** The upper limit, left out; default 0.05. */
  readonly maxval?: number;
}

/**
 * Uniformly distributed numbers.
 *
 * @param rest `minval` (default -0.05), `maxval` (default 0.05) and `seed`, by position or as options.
 * @example
 * new tf.initializers.RandomUniform({ seed: 1 })([2, 3]).shape;
 * // [ 2, 3 ]
 */
export class RandomUniform extends Initializer {
  readonly minval: number;
  readonly maxval: number;
  readonly seed: number | null;

  constructor(...rest: Trailing<[minval: number, maxval: number, seed: number | null], UniformOptions>) {
    super();
    const {
      minval = -0.05,
      maxval = 0.05,
      seed = null,
    } = trailing<UniformOptions>(["minval", "maxval", "seed"], rest);
    this.minval = minval;
    this.maxval = maxval;
    this.seed = seed;
  }

  protected override make(shape: Dims, dtype: DTypeName): Tensor {
    return drawUniform(shape, this.minval, this.maxval, dtype, this.seed);
  }

  override getConfig(): Config {
    return { minval: this.minval, maxval: this.maxval, seed: this.seed };
  }
}
