// Duty: uniforms and normals one at a time, in the order TensorFlow's rejection samplers (gamma, Poisson,
// binomial) use.
//
// Law. A block is drawn when the buffer is empty, and its two float64 numbers are given last first. Uniforms
// and normals have buffers of their own and take blocks from the same stream as they run out. Knows no
// tensors.
import { boxMullerFloat64 } from "./normal.ts";
import type { PhiloxRandom } from "./philox.ts";
import { uniformFloat64 } from "./uniform.ts";

export class BufferedSamples {
  readonly #random: PhiloxRandom;
  readonly #words = new Uint32Array(4);
  readonly #uniforms = new Float64Array(2);
  readonly #normals = new Float64Array(2);
  #uniformsLeft = 0;
  #normalsLeft = 0;

  constructor(random: PhiloxRandom) {
    this.#random = random;
  }

  uniform(): number {
    if (this.#uniformsLeft === 0) {
      const words = this.#words;
      this.#random.next(words);
      this.#uniforms[0] = uniformFloat64(words[0], words[1]);
      this.#uniforms[1] = uniformFloat64(words[2], words[3]);
      this.#uniformsLeft = 2;
    }
    return this.#uniforms[--this.#uniformsLeft];
  }

  normal(): number {
    if (this.#normalsLeft === 0) {
      this.#random.next(this.#words);
      boxMullerFloat64(this.#words, 0, this.#normals);
      this.#normalsLeft = 2;
    }
    return this.#normals[--this.#normalsLeft];
  }
}
