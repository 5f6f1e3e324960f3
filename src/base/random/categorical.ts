// Duty: TensorFlow's Multinomial and StatelessMultinomial: classes drawn by unnormalized log-probabilities.
//
// Law. Per row, in float64: m = max of the finite logits; c_j = sum over finite k <= j of exp(logit_k - m).
// Each sample draws two single words as a float64 uniform u, and is the number of c_j that are <= u * c_last.
// Rows go on in one stream of single words (in one shard: TensorFlow with several threads may cut between
// rows). A stateful call reserves batch * 2 * 4 * ceil(samples / 4) outputs. Knows no tensors.
import { type PhiloxRandom, SingleSamples } from "./philox.ts";
import { uniformFloat64 } from "./uniform.ts";

/** How many outputs a stateful kernel reserves for this many rows and samples. */
export function categoricalReserve(batch: number, samples: number): number {
  return batch * 8 * Math.ceil(samples / 4);
}

function cumulative(logits: ArrayLike<number>, first: number, classes: number, sums: Float64Array): void {
  let largest = -Infinity;
  for (let j = 0; j < classes; j++) {
    const logit = logits[first + j];
    if (Number.isFinite(logit) && logit > largest) largest = logit;
  }
  let total = 0;
  for (let j = 0; j < classes; j++) {
    const logit = logits[first + j];
    if (Number.isFinite(logit)) total += Math.exp(logit - largest);
    sums[j] = total;
  }
}

/** The first position whose sum exceeds the target. */
function upperBound(sums: Float64Array, target: number): number {
  let low = 0;
  let high = sums.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle] <= target) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Classes for `batch` rows of `classes` logits each, `samples` per row, row by row. */
export function fillCategorical(
  random: PhiloxRandom,
  logits: ArrayLike<number>,
  batch: number,
  classes: number,
  samples: number,
): Int32Array {
  const stream = new SingleSamples(random);
  const sums = new Float64Array(classes);
  const result = new Int32Array(batch * samples);
  for (let row = 0; row < batch; row++) {
    cumulative(logits, row * classes, classes, sums);
    const total = sums[classes - 1];
    for (let i = 0; i < samples; i++) {
      const first = stream.next();
      result[row * samples + i] = upperBound(sums, uniformFloat64(first, stream.next()) * total);
    }
  }
  return result;
}
