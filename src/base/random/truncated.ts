// Duty: TensorFlow's ParameterizedTruncatedNormal and its stateless form: normals between given bounds.
//
// Law. One stream for all outputs, batch after batch, in blocks (one shard, as with one thread); what is left
// of a block when a batch is full is dropped. Every step is rounded to the dtype. With low = (minval - mean)
// / stddev and high alike (bounds swapped and stddev negated if minval = -inf or maxval < mean), one of three
// samplers:
//   low < -1.3 and high >= 0, or high > 1.3 and low <= 0: normals, kept if low <= x <= high
//   high - low < 2 exp(1/2 + low (low - f) / 4) / (low + f), f = sqrt(low^2 + 4): a block of z = u (high -
//     low) + low and a second block of u, kept if u <= exp((max(0, low)^2 - z^2) / 2)
//   else pairs (u, w) of a block: z = low - ln(u) / a, a = (low + f) / 2, x = a - z if low < a else low - a,
//     kept if w <= exp(-x^2 / 2) and z < high
// The result is x * stddev + mean. The stateful op has one batch per row of its shape, but batches of 100
// samples in row-major order if all parameters are scalars; it reserves batches * 2000 * (samples + 3) / 4
// blocks, rounded down.
// The stateless op has one batch per element of the broadcast parameters and lays out [samples, batches].
// Source: Robert, "Simulation of truncated normal variables", 1995; recordings of TensorFlow 2.21. Knows no
// tensors.
import type { FloatName } from "../dtypes.ts";
import { InternalError, InvalidArgumentError } from "../errors.ts";
import { bfloat16FromFloat32, float16FromFloat32, numberFromBfloat16, numberFromFloat16 } from "../half.ts";
import { boxMullerFloat32, boxMullerFloat64 } from "./normal.ts";
import type { PhiloxRandom } from "./philox.ts";
import { uniformFloat32, uniformFloat64 } from "./uniform.ts";

const STDDEVS_FOR_NORMAL = 1.3;
const MAX_ITERATIONS = 1000;

type Round = (value: number) => number;

/** The four parameters of one batch. */
export interface TruncatedParameters {
  readonly mean: number;
  readonly stddev: number;
  readonly minval: number;
  readonly maxval: number;
}

const rounds: { readonly [name in FloatName]: Round } = {
  float16: (value) => numberFromFloat16(float16FromFloat32(value)),
  bfloat16: (value) => numberFromBfloat16(bfloat16FromFloat32(value)),
  float32: Math.fround,
  float64: (value) => value,
};

/** Blocks of uniforms or normals of a dtype. */
class Blocks {
  readonly #dtype: FloatName;
  readonly #random: PhiloxRandom;
  readonly #words = new Uint32Array(4);
  readonly round: Round;
  readonly size: number;

  constructor(dtype: FloatName, random: PhiloxRandom) {
    this.#dtype = dtype;
    this.#random = random;
    this.round = rounds[dtype];
    this.size = dtype === "float64" ? 2 : 4;
  }

  uniforms(): Float64Array {
    const words = this.#words;
    this.#random.next(words);
    return Float64Array.from({ length: this.size }, (_, i) => {
      if (this.#dtype === "float64") return uniformFloat64(words[2 * i], words[2 * i + 1]);
      if (this.#dtype === "float16") return (words[i] & 0x3ff) / 1024;
      return this.#dtype === "bfloat16" ? (words[i] & 0x7f) / 128 : uniformFloat32(words[i]);
    });
  }

  normals(): Float64Array {
    const words = this.#words;
    this.#random.next(words);
    const out = new Float64Array(this.size);
    if (this.#dtype === "float64") boxMullerFloat64(words, 0, out);
    else for (let i = 0; i < 4; i += 2) boxMullerFloat32(words[i], words[i + 1], out, i);
    return out.map(this.round);
  }
}

/** A candidate for the next output, or null for a rejected one. */
type Candidates = () => (number | null)[];

function fromNormals(blocks: Blocks, low: number, high: number): Candidates {
  return () => Array.from(blocks.normals(), (x) => (x >= low && x <= high ? x : null));
}

function fromUniforms(blocks: Blocks, low: number, difference: number): Candidates {
  const { round } = blocks;
  const plus = low < 0 ? 0 : round(low * low);
  return () => {
    const z = blocks.uniforms().map((u) => round(round(u * difference) + low));
    const u = blocks.uniforms();
    return Array.from(z, (value, i) => {
      const exponent = round(round(plus - round(value * value)) / 2);
      return u[i] <= round(Math.exp(exponent)) ? value : null;
    });
  };
}

function fromExponentials(blocks: Blocks, low: number, high: number, root: number): Candidates {
  const { round } = blocks;
  const alpha = round(round(low + root) / 2);
  return () => {
    const uniforms = blocks.uniforms();
    const result: (number | null)[] = [];
    for (let i = 0; i < uniforms.length; i += 2) {
      const z = round(round(-round(Math.log(uniforms[i])) / alpha) + low);
      const x = round(low < alpha ? alpha - z : low - alpha);
      const density = round(Math.exp(round(round(-x * x) / 2)));
      result.push(uniforms[i + 1] <= density && z < high ? z : null);
    }
    return result;
  };
}

function chooseSampler(blocks: Blocks, low: number, high: number): Candidates {
  const { round } = blocks;
  const limit = round(STDDEVS_FOR_NORMAL);
  if ((low < -limit && high >= 0) || (high > limit && low <= 0)) return fromNormals(blocks, low, high);
  const root = round(Math.sqrt(round(round(low * low) + 4)));
  const exponent = round(0.5 + round(round(low * round(low - root)) / 4));
  const cutoff = round(round(2 * round(Math.exp(exponent))) / round(low + root));
  const difference = round(high - low);
  if (difference < cutoff) return fromUniforms(blocks, low, difference);
  return fromExponentials(blocks, low, high, root);
}

function checkParameters({ mean, stddev, minval, maxval }: TruncatedParameters): void {
  if (stddev > 0 && minval < maxval && (Number.isFinite(minval) || Number.isFinite(maxval))) return;
  throw new InvalidArgumentError(
    "A truncated normal needs stddev > 0, minval < maxval and one finite bound; " +
      `received mean ${mean}, stddev ${stddev}, minval ${minval}, maxval ${maxval}.`,
  );
}

function noSample({ mean, stddev, minval, maxval }: TruncatedParameters): Error {
  return new InternalError(
    `A truncated normal must accept one of ${MAX_ITERATIONS} candidates; all were rejected for ` +
      `mean ${mean}, stddev ${stddev}, minval ${minval}, maxval ${maxval}.`,
  );
}

function fillBatch(blocks: Blocks, parameters: TruncatedParameters, out: Float64Array): void {
  checkParameters(parameters);
  const { round } = blocks;
  const { mean } = parameters;
  const swap = parameters.minval === -Infinity || parameters.maxval < mean;
  const stddev = swap ? -parameters.stddev : parameters.stddev;
  const [minval, maxval] = swap
    ? [parameters.maxval, parameters.minval]
    : [parameters.minval, parameters.maxval];
  const low = round(round(minval - mean) / stddev);
  const high = round(round(maxval - mean) / stddev);
  const draw = chooseSampler(blocks, low, high);
  let filled = 0;
  let rejected = 0;
  while (filled < out.length) {
    for (const value of draw()) {
      if (value === null) {
        if (++rejected > MAX_ITERATIONS) throw noSample(parameters);
        continue;
      }
      rejected = 0;
      out[filled++] = round(round(value * stddev) + mean);
      if (filled === out.length) break;
    }
  }
}

/**
 * Samples for each batch in turn, laid out [batches, samples], rounded to the dtype but held in float64.
 * The last batch is short if `count` is less than their product.
 */
export function fillParameterizedTruncatedNormal(
  dtype: FloatName,
  random: PhiloxRandom,
  batches: readonly TruncatedParameters[],
  samples: number,
  count: number = batches.length * samples,
): Float64Array {
  const blocks = new Blocks(dtype, random);
  const result = new Float64Array(count);
  batches.forEach((parameters, i) => {
    if (samples > 0) fillBatch(blocks, parameters, result.subarray(i * samples, (i + 1) * samples));
  });
  return result;
}
