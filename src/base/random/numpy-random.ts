// Duty: NumPy's legacy `numpy.random.RandomState(seed)` (the stream behind np.random.seed), draw for draw.
//
// Law. A seed of one integer is init_genrand of MT19937. rand: 53-bit doubles. randint(low, high): 32-bit
// words masked to the bit length of high-1-low, drawn again while too large. shuffle: from the last item
// down, swapped with interval(i), which is masked the same way. randn: the polar method, which makes two
// values and gives the second one first. Knows no tensors.
import { ValueError } from "../errors.ts";
import { MersenneTwister } from "./mt19937.ts";

export class NumpyRandomState {
  readonly #twister: MersenneTwister;
  #spareGauss: number | null = null;

  constructor(seed: number) {
    if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
      throw new ValueError(`Seed must be between 0 and 2**32 - 1; received ${seed}.`);
    }
    this.#twister = new MersenneTwister().seedInteger(seed);
  }

  /** A float in [0, 1). */
  random(): number {
    return this.#twister.nextDouble();
  }

  rand(count: number): Float64Array {
    return Float64Array.from({ length: count }, () => this.random());
  }

  uniform(low: number, high: number, count: number): Float64Array {
    return Float64Array.from({ length: count }, () => low + (high - low) * this.random());
  }

  /** One standard normal value. */
  gauss(): number {
    if (this.#spareGauss !== null) {
      const spare = this.#spareGauss;
      this.#spareGauss = null;
      return spare;
    }
    let x1 = 0;
    let x2 = 0;
    let square = 0;
    do {
      x1 = 2 * this.random() - 1;
      x2 = 2 * this.random() - 1;
      square = x1 * x1 + x2 * x2;
    } while (square >= 1 || square === 0);
    const factor = Math.sqrt((-2 * Math.log(square)) / square);
    this.#spareGauss = factor * x1;
    return factor * x2;
  }

  randn(count: number): Float64Array {
    return Float64Array.from({ length: count }, () => this.gauss());
  }

  normal(mean: number, stddev: number, count: number): Float64Array {
    return Float64Array.from({ length: count }, () => mean + stddev * this.gauss());
  }

  /** An integer in [0, limit], the limit included. */
  interval(limit: number): number {
    if (limit === 0) return 0;
    const mask = 0xffffffff >>> Math.clz32(limit);
    let value = (this.#twister.nextUint32() & mask) >>> 0;
    while (value > limit) value = (this.#twister.nextUint32() & mask) >>> 0;
    return value;
  }

  /** Integers in [low, high); the range is at most 2^32. */
  randint(low: number, high: number, count: number): number[] {
    const range = high - 1 - low;
    if (!(range >= 0 && range <= 0xffffffff)) {
      throw new ValueError(`randint takes low < high at most 2**32 apart; received ${low} and ${high}.`);
    }
    return Array.from({ length: count }, () => low + this.interval(range));
  }

  /** `count` integers of [0, limit), with replacement. */
  choice(limit: number, count: number): number[] {
    return this.randint(0, limit, count);
  }

  /** Shuffles in place. */
  shuffle<T>(items: T[]): void {
    for (let i = items.length - 1; i > 0; i--) {
      const j = this.interval(i);
      [items[i], items[j]] = [items[j], items[i]];
    }
  }

  /** A shuffled range of `count` integers. */
  permutation(count: number): number[] {
    const items = Array.from({ length: count }, (_, i) => i);
    this.shuffle(items);
    return items;
  }
}
