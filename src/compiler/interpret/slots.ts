// Where scalar mode keeps variables, loop indices and shared values: numbered places, an array a type.
import type { Loop, ScalarType, Variable } from "../../ir/kernel.ts";

export interface Place {
  // biome-ignore lint/suspicious/noExplicitAny: the generated closures say which array they take
  readonly slots: any;
  readonly slot: number;
}

const CAPACITY = 4096;

export class Slots {
  readonly #arrays: Record<ScalarType, { slots: Place["slots"]; used: number }>;
  readonly #places = new Map<Variable | Loop, Place>();
  readonly #makers: Record<ScalarType, (n: number) => Place["slots"]> = {
    f32: (n) => new Float32Array(n),
    f64: (n) => new Float64Array(n),
    i32: (n) => new Int32Array(n),
    u32: (n) => new Uint32Array(n),
    i64: (n) => new Array<bigint>(n).fill(0n),
    u64: (n) => new Array<bigint>(n).fill(0n),
    bool: (n) => new Uint8Array(n),
  };

  constructor() {
    const none = { slots: null, used: 0 };
    this.#arrays = { f32: none, f64: none, i32: none, u32: none, i64: none, u64: none, bool: none };
  }

  /** A place that nothing else uses. */
  fresh(type: ScalarType): Place {
    let array = this.#arrays[type];
    // Small arrays first; a full one is left to the closures that hold it.
    const size = array.slots === null ? 16 : CAPACITY;
    if (array.slots === null || array.used === array.slots.length)
      array = this.#arrays[type] = { slots: this.#makers[type](size), used: 0 };
    return { slots: array.slots, slot: array.used++ };
  }

  variable(variable: Variable): Place {
    return this.#of(variable, variable.type);
  }

  loop(loop: Loop): Place {
    return this.#of(loop, "i32");
  }

  #of(key: Variable | Loop, type: ScalarType): Place {
    let place = this.#places.get(key);
    if (place === undefined) this.#places.set(key, (place = this.fresh(type)));
    return place;
  }
}
