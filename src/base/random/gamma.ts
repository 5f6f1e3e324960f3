// Duty: TensorFlow's RandomGamma and StatelessRandomGamma: Gamma(alpha, 1) by rejection. Knows no tensors.
//
// Law. Output o = alpha index * samples + sample index reads from block start + 256 o; it stands at
// [sample index, alpha index]. All steps are float64, rounded to the dtype at the end. alpha = 1 is
// -log1p(-u), u the last uniform of the block. Otherwise d = alpha - 1/3 (+1 if alpha < 1), c = 1 / (3
// sqrt(d)); draw a normal x until v = (1 + c x)^3 > 0, then a uniform u; accept d v if u < 1 - 0.0331 x^4 or
// ln u < x^2/2 + d (1 - v + ln v); for alpha < 1 the result is times uniform^(1/alpha). Source: Marsaglia and
// Tsang, "A simple method for generating gamma variables", 2000; recordings of TensorFlow 2.21.
import { BufferedSamples } from "./buffered.ts";
import { type PhiloxRandom, RESERVED_SAMPLES_PER_OUTPUT } from "./philox.ts";

function sampleGamma(alpha: number, samples: BufferedSamples): number {
  if (alpha === 1) return -Math.log1p(-samples.uniform());
  const small = alpha < 1;
  const d = alpha + (small ? 2 / 3 : -1 / 3);
  const c = 1 / 3 / Math.sqrt(d);
  for (;;) {
    const x = samples.normal();
    const base = 1 + c * x;
    if (base <= 0) continue;
    const v = base * base * base;
    const u = samples.uniform();
    const accepted =
      u < 1 - 0.0331 * (x * x) * (x * x) || Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v));
    if (accepted) return small ? d * v * samples.uniform() ** (1 / alpha) : d * v;
  }
}

/** `samples` draws for each alpha, laid out [samples, alphas], in float64. */
export function fillGamma(random: PhiloxRandom, alphas: ArrayLike<number>, samples: number): Float64Array {
  const result = new Float64Array(samples * alphas.length);
  for (let output = 0; output < result.length; output++) {
    const alpha = Math.floor(output / samples);
    const start = random.clone().skip(RESERVED_SAMPLES_PER_OUTPUT * output);
    const value = sampleGamma(alphas[alpha], new BufferedSamples(start));
    result[(output % samples) * alphas.length + alpha] = value;
  }
  return result;
}
