// tf.compat.v1's initializers: functions of a shape that make a variable's first value in its own name scope.
import type { DTypeName } from "../../base/dtypes.ts";
import { ValueError } from "../../base/errors.ts";
import type { Dims } from "../../base/shape.ts";
import { convert } from "../../engine/convert.ts";
import { raw } from "../../engine/raw.ts";
import { type DTypeLike, dtypeName } from "../core/dtype-name.ts";
import { randomNormal, randomUniform, truncatedNormal } from "./random.ts";

/** Makes the first value of a variable. */
export type Initializer = (shape: Dims, options?: { dtype?: DTypeLike }) => unknown;
type Seeded = { seed?: number | null; dtype?: DTypeLike };

const pick = (options: { dtype?: DTypeLike } | undefined, fallback: DTypeLike | undefined): DTypeName =>
  dtypeName(options?.dtype ?? fallback ?? "float32");

function filled(value: number | boolean, dtype: DTypeName, shape: Dims, name: string): unknown {
  return raw.Const({ value: convert(value, dtype, shape).toValue(), dtype, name });
}

export const zerosInitializer =
  ({ dtype }: { dtype?: DTypeLike } = {}): Initializer =>
  (shape, options) => {
    const type = pick(options, dtype);
    return filled(type === "bool" ? false : 0, type, shape, "zeros");
  };

export const onesInitializer =
  ({ dtype }: { dtype?: DTypeLike } = {}): Initializer =>
  (shape, options) => {
    const type = pick(options, dtype);
    return filled(type === "bool" ? true : 1, type, shape, "ones");
  };

/** A number for all elements, or an array with as many elements as the variable has. */
export const constantInitializer =
  (value: unknown = 0, { dtype }: { dtype?: DTypeLike } = {}): Initializer =>
  (shape, options) => {
    const type = pick(options, dtype);
    return raw.Const({ value: reshaped(value, type, shape), dtype: type });
  };

function reshaped(
  value: unknown,
  dtype: DTypeName,
  shape: Dims,
): ReturnType<ReturnType<typeof convert>["toValue"]> {
  const flat = Array.isArray(value) ? value.flat(Number.POSITIVE_INFINITY) : value;
  const { data } = convert(flat, dtype).toValue();
  if (data.length === 1) return convert(Array.isArray(flat) ? flat[0] : flat, dtype, shape).toValue();
  return { dtype, shape, data };
}

export const randomUniformInitializer =
  (minval = 0, maxval = 1, { seed = null, dtype }: Seeded = {}): Initializer =>
  (shape, options) =>
    randomUniform(shape, { minval, maxval, seed, dtype: pick(options, dtype) });

export const randomNormalInitializer =
  (mean = 0, stddev = 1, { seed = null, dtype }: Seeded = {}): Initializer =>
  (shape, options) =>
    randomNormal(shape, { mean, stddev, seed, dtype: pick(options, dtype) });

export const truncatedNormalInitializer =
  (mean = 0, stddev = 1, { seed = null, dtype }: Seeded = {}): Initializer =>
  (shape, options) =>
    truncatedNormal(shape, { mean, stddev, seed, dtype: pick(options, dtype) });

export interface VarianceScalingOptions extends Seeded {
  scale?: number;
  mode?: "fanIn" | "fanOut" | "fanAvg";
  distribution?: "truncatedNormal" | "untruncatedNormal" | "normal" | "uniform";
}

/** Standard deviation of a normal distribution cut off at two of them: scipy.stats.truncnorm.std(-2, 2). */
const TRUNCATED_STDDEV = 0.87962566103423978;

export function varianceScalingInitializer(given: VarianceScalingOptions = {}): Initializer {
  const { scale = 1, mode = "fanIn", distribution = "truncatedNormal", seed = null, dtype } = given;
  if (scale <= 0) throw new ValueError(`Argument \`scale\` must be a positive float. Received: ${scale}`);
  return (shape, options) => {
    const type = pick(options, dtype);
    const variance = scale / Math.max(1, fan(shape, mode));
    if (distribution === "uniform") {
      const limit = Math.sqrt(3 * variance);
      return randomUniform(shape, { minval: -limit, maxval: limit, seed, dtype: type });
    }
    if (distribution === "untruncatedNormal")
      return randomNormal(shape, { stddev: Math.sqrt(variance), seed, dtype: type });
    return truncatedNormal(shape, { stddev: Math.sqrt(variance) / TRUNCATED_STDDEV, seed, dtype: type });
  };
}

function fan(shape: Dims, mode: NonNullable<VarianceScalingOptions["mode"]>): number {
  const field = shape.slice(0, -2).reduce((product, size) => product * size, 1);
  const fanIn = shape.length < 2 ? (shape[0] ?? 1) : field * shape.at(-2)!;
  const fanOut = shape.length < 2 ? (shape[0] ?? 1) : field * shape.at(-1)!;
  return mode === "fanIn" ? fanIn : mode === "fanOut" ? fanOut : (fanIn + fanOut) / 2;
}

export const glorotUniformInitializer = (options: Seeded = {}): Initializer =>
  varianceScalingInitializer({ ...options, mode: "fanAvg", distribution: "uniform" });
export const glorotNormalInitializer = (options: Seeded = {}): Initializer =>
  varianceScalingInitializer({ ...options, mode: "fanAvg" });

/** What `getVariable` uses where no initializer is given: Glorot's uniform for floats, zeros for the rest. */
export function defaultInitializer(name: string, dtype: DTypeName, isFloat: boolean): Initializer {
  if (isFloat) return glorotUniformInitializer();
  if (dtype !== "string") return zerosInitializer();
  throw new ValueError(`An initializer for variable ${name} of ${dtype} is required`);
}
