// Initializers whose spread follows from how many units a weight connects.
import type { DTypeName } from "../../base/dtypes.ts";
import { ValueError } from "../../base/errors.ts";
import type { Dims } from "../../base/shape.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { type Trailing, trailing } from "../core/arguments.ts";
import { drawNormal, drawTruncated, drawUniform, type Seeded } from "./draw.ts";
import { type Config, Initializer } from "./initializer.ts";

export type FanMode = "fan_in" | "fan_out" | "fan_avg";
export type Distribution = "truncated_normal" | "untruncated_normal" | "uniform";

export interface VarianceScalingOptions extends Seeded {
  /** Default 1. */
  readonly scale?: number;
  /** What the variance is divided by: "fan_in" (default), "fan_out" or the mean of both, "fan_avg". */
  readonly mode?: FanMode;
  /** "truncated_normal" (default), "untruncated_normal" or "uniform"; "normal" is a truncated one. */
  readonly distribution?: Distribution | "normal";
}

const MODES: readonly string[] = ["fan_in", "fan_out", "fan_avg"];
const DISTRIBUTIONS: readonly string[] = ["uniform", "truncated_normal", "untruncated_normal"];

/** Standard deviation of a normal distribution cut off at two of them: scipy.stats.truncnorm.std(-2, 2). */
const TRUNCATED_STDDEV = 0.87962566103423978;

/** Units on both sides of a weight; in kernels of convolutions every place of the window counts. */
export function computeFans(shape: Dims): [fanIn: number, fanOut: number] {
  if (shape.length === 0) return [1, 1];
  if (shape.length === 1) return [shape[0]!, shape[0]!];
  const field = shape.slice(0, -2).reduce((product, size) => product * size, 1);
  return [field * shape.at(-2)!, field * shape.at(-1)!];
}

function oneOf(name: string, value: string, allowed: readonly string[]): void {
  if (!allowed.includes(value))
    throw new ValueError(`Invalid \`${name}\` argument: ${value}. Please use one of ${allowed.join(", ")}`);
}

/**
 * Random numbers with variance `scale / fan`.
 *
 * @param rest `scale`, `mode`, `distribution` and `seed`, by position or as options.
 * @throws ValueError for a scale that is not positive, an unknown mode or an unknown distribution.
 * @example
 * new tf.initializers.VarianceScaling({ scale: 2, mode: "fan_out", seed: 1 })([2, 3]).shape;
 * // [ 2, 3 ]
 */
export class VarianceScaling extends Initializer {
  readonly scale: number;
  readonly mode: FanMode;
  readonly distribution: Distribution;
  readonly seed: number | null;

  constructor(
    ...rest: Trailing<
      [scale: number, mode: FanMode, distribution: Distribution | "normal", seed: number | null],
      VarianceScalingOptions
    >
  ) {
    super();
    const given = trailing<VarianceScalingOptions>(["scale", "mode", "distribution", "seed"], rest);
    const { scale = 1, mode = "fan_in", distribution = "truncated_normal", seed = null } = given;
    if (!(scale > 0))
      throw new ValueError(`Argument \`scale\` must be positive float. Received: scale=${scale}`);
    this.scale = scale;
    this.mode = mode.toLowerCase() as FanMode;
    this.distribution = (
      distribution === "normal" ? "truncated_normal" : distribution.toLowerCase()
    ) as Distribution;
    this.seed = seed;
    oneOf("mode", this.mode, MODES);
    oneOf("distribution", this.distribution, DISTRIBUTIONS);
  }

  protected override make(shape: Dims, dtype: DTypeName): Tensor {
    const [fanIn, fanOut] = computeFans(shape);
    const fans = { fan_in: fanIn, fan_out: fanOut, fan_avg: (fanIn + fanOut) / 2 };
    const variance = this.scale / Math.max(1, fans[this.mode]);
    const { seed } = this;
    if (this.distribution === "truncated_normal")
      return drawTruncated(shape, 0, Math.sqrt(variance) / TRUNCATED_STDDEV, dtype, seed);
    if (this.distribution === "untruncated_normal")
      return drawNormal(shape, 0, Math.sqrt(variance), dtype, seed);
    const limit = Math.sqrt(3 * variance);
    return drawUniform(shape, -limit, limit, dtype, seed);
  }

  override getConfig(): Config {
    const { scale, mode, distribution, seed } = this;
    return { scale, mode, distribution, seed };
  }
}

type SeedArguments = Trailing<[seed: number | null], Seeded>;

type SeededClass = new (...rest: SeedArguments) => VarianceScaling;

/** A variance scaling with everything but the seed given. */
function scaled(scale: number, mode: FanMode, distribution: Distribution): SeededClass {
  return class extends VarianceScaling {
    constructor(...rest: SeedArguments) {
      super({ scale, mode, distribution, seed: trailing<Seeded>(["seed"], rest).seed ?? null });
    }

    override getConfig(): Config {
      return { seed: this.seed };
    }
  };
}

/** Uniform within sqrt(6 / (fanIn + fanOut)): Glorot and Bengio 2010. */
export class GlorotUniform extends scaled(1, "fan_avg", "uniform") {}
/** Truncated normal with stddev sqrt(2 / (fanIn + fanOut)): Glorot and Bengio 2010. */
export class GlorotNormal extends scaled(1, "fan_avg", "truncated_normal") {}
/** Uniform within sqrt(6 / fanIn): He et al. 2015. */
export class HeUniform extends scaled(2, "fan_in", "uniform") {}
/** Truncated normal with stddev sqrt(2 / fanIn): He et al. 2015. */
export class HeNormal extends scaled(2, "fan_in", "truncated_normal") {}
/** Uniform within sqrt(3 / fanIn): LeCun et al. 1998. */
export class LecunUniform extends scaled(1, "fan_in", "uniform") {}
/** Truncated normal with stddev sqrt(1 / fanIn): LeCun et al. 1998. */
export class LecunNormal extends scaled(1, "fan_in", "truncated_normal") {}
