// Uniforms and normals one at a time, as rejection samplers take them. Law: base/random/buffered.ts.
import type { ScalarMath } from "../../graph/lowering.ts";
import type { Cell, KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { normals, uniform64 } from "./distributions.ts";
import { blockAt, type Stream, type Words } from "./philox-ir.ts";

interface Pair {
  readonly first: Cell;
  readonly second: Cell;
  readonly left: Cell;
}

/** Writes draws into the kernel where they are called; both kinds take blocks as they run out. */
export class BufferedDraws {
  readonly #k: KernelBuilder;
  readonly #m: ScalarMath;
  readonly #stream: Stream;
  readonly #drawn: Cell;
  readonly #uniforms: Pair;
  readonly #normals: Pair;

  constructor(k: KernelBuilder, m: ScalarMath, stream: Stream) {
    this.#k = k;
    this.#m = m;
    this.#stream = stream;
    this.#drawn = k.cell("int32", 0);
    const pair = (): Pair => ({
      first: k.cell("float64", 0),
      second: k.cell("float64", 0),
      left: k.cell("int32", 0),
    });
    this.#uniforms = pair();
    this.#normals = pair();
  }

  #take({ first, second, left }: Pair, make: (words: Words) => readonly Scalar[]): Scalar {
    const k = this.#k;
    const m = this.#m;
    k.if(m.eq(left.get(), 0), () => {
      const [a, b] = make(blockAt(k, m, this.#stream, this.#drawn.get()));
      first.set(a);
      second.set(b);
      left.set(2);
      this.#drawn.set(m.add(this.#drawn.get(), 1));
    });
    left.set(m.sub(left.get(), 1));
    return k.hold(m.select(m.eq(left.get(), 1), second.get(), first.get()));
  }

  /** A float64 uniform in [0, 1). */
  uniform(): Scalar {
    const m = this.#m;
    return this.#take(this.#uniforms, (words) => [
      uniform64(m, words[0], words[1]),
      uniform64(m, words[2], words[3]),
    ]);
  }

  /** A float64 standard normal. */
  normal(): Scalar {
    return this.#take(this.#normals, (words) => normals(this.#k, this.#m, "float64", words));
  }
}
