// Duty: the Mersenne Twister MT19937 with its two ways of seeding. Knows no tensors.
//
// Law. 624 words of state. `seedInteger` is init_genrand (NumPy's RandomState(int)); `seedArray` is
// init_by_array (Python's random.Random(int), with the 32-bit words of the absolute value, low first). A
// double takes two words: ((a >> 5) * 2^26 + (b >> 6)) / 2^53.
// Source: Matsumoto and Nishimura, "Mersenne Twister", 1998, and their reference program of 2002.

const N = 624;
const M = 397;

export class MersenneTwister {
  readonly #state = new Uint32Array(N);
  #index = N;

  /** init_genrand: one 32-bit seed. */
  seedInteger(seed: number): this {
    const state = this.#state;
    state[0] = seed;
    for (let i = 1; i < N; i++) {
      const previous = state[i - 1] ^ (state[i - 1] >>> 30);
      state[i] = Math.imul(1812433253, previous) + i;
    }
    this.#index = N;
    return this;
  }

  /** init_by_array: any number of 32-bit words. */
  seedArray(key: readonly number[]): this {
    const state = this.seedInteger(19650218).#state;
    let i = 1;
    let j = 0;
    const mixed = (): number => state[i - 1] ^ (state[i - 1] >>> 30);
    const advance = (): void => {
      i++;
      if (i < N) return;
      state[0] = state[N - 1];
      i = 1;
    };
    for (let k = Math.max(N, key.length); k > 0; k--) {
      state[i] = (state[i] ^ Math.imul(mixed(), 1664525)) + key[j] + j;
      advance();
      j = (j + 1) % key.length;
    }
    for (let k = N - 1; k > 0; k--) {
      state[i] = (state[i] ^ Math.imul(mixed(), 1566083941)) - i;
      advance();
    }
    state[0] = 0x80000000;
    return this;
  }

  #refill(): void {
    const state = this.#state;
    for (let i = 0; i < N; i++) {
      const joined = (state[i] & 0x80000000) | (state[(i + 1) % N] & 0x7fffffff);
      state[i] = state[(i + M) % N] ^ (joined >>> 1) ^ (joined & 1 ? 0x9908b0df : 0);
    }
    this.#index = 0;
  }

  /** The next 32 random bits, unsigned. */
  nextUint32(): number {
    if (this.#index === N) this.#refill();
    let y = this.#state[this.#index++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  /** A number in [0, 1) with 53 random bits. */
  nextDouble(): number {
    const high = this.nextUint32() >>> 5;
    const low = this.nextUint32() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }
}
