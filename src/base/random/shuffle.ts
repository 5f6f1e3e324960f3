// Duty: the order in which TensorFlow's RandomShuffle and StatelessShuffle put rows. Knows no tensors.
//
// Law (Fisher-Yates from the front). With single words w_0, w_1, … and n rows: for i = 0 … n-2, swap rows i
// and i + w_i % (n - i). A stateful shuffle of n rows reserves n - 1 single words: it moves the stream by
// ceil((n - 1) / 4) blocks. Scalars and tensors of at most one row draw nothing and move nothing.
import { type PhiloxRandom, SingleSamples } from "./philox.ts";

/** `order[i]` is the input row that becomes row i. */
export function shuffleOrder(random: PhiloxRandom, count: number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  const samples = new SingleSamples(random);
  for (let i = 0; i < count - 1; i++) {
    const j = i + (samples.next() % (count - i));
    const row = order[i];
    order[i] = order[j];
    order[j] = row;
  }
  return order;
}
