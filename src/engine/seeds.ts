// The global seed of eager mode and the op seeds that follow from it.
import { opSeedPair, OpSeeds } from "../base/random/op-seeds.ts";

export class EagerSeeds {
  #global: number | null = null;
  #made: OpSeeds | null = null;

  get global(): number | null {
    return this.#global;
  }

  set(seed: number): void {
    this.#global = seed;
    this.#made = new OpSeeds(seed);
  }

  /** The pair `(seed, seed2)` for an op; (0, 0) means that the op seeds itself from the system. */
  pair(opSeed: number | null): readonly [number, number] {
    return opSeedPair(this.#global, opSeed, () => this.#made!.next()) ?? [0, 0];
  }
}
