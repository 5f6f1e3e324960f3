// Duty: TensorFlow's RandomPoissonV2 and StatelessRandomPoisson. Knows no tensors.
//
// Law. Output o = rate index * samples + sample index reads uniforms from block start + 256 o; it stands at
// [sample index, rate index]. All steps are float64, whatever the dtype of the rates. Below rate 10: multiply
// uniforms until the product is <= exp(-rate); the result is how many went before. From 10 on, transformed
// rejection: b = 0.931 + 2.53 sqrt(rate), a = -0.059 + 0.02483 b, k = floor((2 a / (0.5 - |u|) + b) u + rate
// + 0.43).
// Source: Knuth, TAOCP 2, 3.4.1; Hormann, "The transformed rejection method for generating Poisson random
// variables", 1993 (PTRS); recordings of TensorFlow 2.21.
import { BufferedSamples } from "./buffered.ts";
import { logGamma } from "./log-gamma.ts";
import { type PhiloxRandom, RESERVED_SAMPLES_PER_OUTPUT } from "./philox.ts";

function sampleSmall(rate: number, samples: BufferedSamples): number {
  const limit = Math.exp(-rate);
  let product = 1;
  for (let count = 0; ; count++) {
    product *= samples.uniform();
    if (product <= limit) return count;
  }
}

function sampleLarge(rate: number, samples: BufferedSamples): number {
  const b = 0.931 + 2.53 * Math.sqrt(rate);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  for (;;) {
    const u = samples.uniform() - 0.5;
    const v = samples.uniform();
    const shifted = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / shifted + b) * u + rate + 0.43);
    if (shifted >= 0.07 && v <= 0.9277 - 3.6224 / (b - 2)) return k;
    if (k < 0 || (shifted < 0.013 && v > shifted)) continue;
    const s = Math.log((v * inverseAlpha) / (a / (shifted * shifted) + b));
    if (s <= -rate + k * Math.log(rate) - logGamma(k + 1)) return k;
  }
}

/** `samples` counts for each rate, laid out [samples, rates]. */
export function fillPoisson(random: PhiloxRandom, rates: ArrayLike<number>, samples: number): Float64Array {
  const result = new Float64Array(samples * rates.length);
  for (let output = 0; output < result.length; output++) {
    const index = Math.floor(output / samples);
    const rate = rates[index];
    const start = random.clone().skip(RESERVED_SAMPLES_PER_OUTPUT * output);
    const sample = rate < 10 ? sampleSmall : sampleLarge;
    const value = sample(rate, new BufferedSamples(start));
    result[(output % samples) * rates.length + index] = value;
  }
  return result;
}
