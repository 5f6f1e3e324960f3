// Duty: TensorFlow's StatefulRandomBinomial and StatelessRandomBinomial. Knows no tensors.
//
// Law. Output o = batch index * samples + sample index stands at [sample index, batch index]. Steps are
// float64. With p > 1/2 the result is count minus a draw with 1 - p. If count * p >= 10: transformed
// rejection, reading from block start + 256 o; else geometric sums, reading from block start + 42 o. count <=
// 0 or p <= 0 gives 0, p >= 1 gives count, NaN gives NaN. A Generator's state moves by 256 * floor(batches *
// 200 * (samples + 3) / 4) blocks.
// Source: Hormann, "The generation of binomial random variates", 1993 (BTRS); recordings of TensorFlow 2.21.
import { BufferedSamples } from "./buffered.ts";
import type { PhiloxRandom } from "./philox.ts";

const tails = [
  0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.02079067210376509, 0.0166446911898211,
  0.0138761288230707, 0.0118967099458917, 0.010411265261972, 0.00925546218271273, 0.00833056343336287,
];

/** ln k! minus Stirling's approximation of it. */
function stirlingTail(k: number): number {
  if (k <= 9) return tails[Math.trunc(k)];
  const square = (k + 1) * (k + 1);
  return (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / (k + 1);
}

function sampleByInversion(count: number, p: number, samples: BufferedSamples): number {
  const scale = Math.log1p(-p);
  let sum = 0;
  for (let draws = 0; ; draws++) {
    sum += Math.ceil(Math.log(samples.uniform()) / scale);
    if (sum > count) return draws;
  }
}

function logAcceptance(count: number, ratio: number, mode: number, k: number): number {
  return (
    (mode + 0.5) * Math.log((mode + 1) / (ratio * (count - mode + 1))) +
    (count + 1) * Math.log((count - mode + 1) / (count - k + 1)) +
    (k + 0.5) * Math.log((ratio * (count - k + 1)) / (k + 1)) +
    stirlingTail(mode) +
    stirlingTail(count - mode) -
    stirlingTail(k) -
    stirlingTail(count - k)
  );
}

function sampleByRejection(count: number, p: number, samples: BufferedSamples): number {
  const stddev = Math.sqrt(count * p * (1 - p));
  const b = 1.15 + 2.53 * stddev;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const center = count * p + 0.5;
  const alpha = (2.83 + 5.1 / b) * stddev;
  const mode = Math.floor((count + 1) * p);
  for (;;) {
    const u = samples.uniform();
    const v = samples.uniform();
    const shifted = 0.5 - Math.abs(u - 0.5);
    const k = Math.floor(((2 * a) / shifted + b) * (u - 0.5) + center);
    if (shifted >= 0.07 && v <= 0.92 - 4.2 / b) return k;
    if (k < 0 || k > count) continue;
    const s = Math.log((v * alpha) / (a / (shifted * shifted) + b));
    if (s <= logAcceptance(count, p / (1 - p), mode, k)) return k;
  }
}

function sampleBinomial(random: PhiloxRandom, output: number, count: number, p: number): number {
  if (count <= 0 || p <= 0) return 0;
  if (p >= 1) return count;
  if (Number.isNaN(p) || Number.isNaN(count)) return NaN;
  const chance = p <= 0.5 ? p : 1 - p;
  const large = count * chance >= 10;
  const samples = new BufferedSamples(random.clone().skip((large ? 256 : 42) * output));
  const successes = (large ? sampleByRejection : sampleByInversion)(count, chance, samples);
  return p <= 0.5 ? successes : count - successes;
}

/** `samples` counts of successes for each (count, probability), laid out [samples, batches]. */
export function fillBinomial(
  random: PhiloxRandom,
  counts: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  samples: number,
): Float64Array {
  const batches = counts.length;
  const result = new Float64Array(samples * batches);
  for (let output = 0; output < result.length; output++) {
    const batch = Math.floor(output / samples);
    const value = sampleBinomial(random, output, counts[batch], probabilities[batch]);
    result[(output % samples) * batches + batch] = value;
  }
  return result;
}
