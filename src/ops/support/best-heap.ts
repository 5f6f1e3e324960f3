// A heap in kernel IR that keeps the best few elements of a row; of equal elements the earlier is the better.
import type { ScalarMath } from "../../graph/lowering.ts";
import type { Buffer, KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";

/**
 * Positions of the best `capacity` elements of a row of `x`; the worst of them is at the root, so that a
 * better one can take its place.
 */
export class BestHeap {
  readonly #k: KernelBuilder;
  readonly #m: ScalarMath;
  readonly #x: Buffer;
  readonly #capacity: number;
  readonly #largest: boolean;
  /** Positions within the row. */
  readonly #heap: Buffer;
  readonly #base: Scalar;

  /** The row has `size` elements from `base` on; `capacity` must be between 1 and `size`. */
  constructor(
    k: KernelBuilder,
    m: ScalarMath,
    plan: { x: Buffer; base: Scalar; size: number; capacity: number; largest: boolean; heap: Buffer },
  ) {
    this.#k = k;
    this.#m = m;
    this.#x = plan.x;
    this.#capacity = plan.capacity;
    this.#largest = plan.largest;
    this.#heap = plan.heap;
    this.#base = plan.base;
    k.serial(plan.capacity, (i) => k.store(this.#heap, i, i));
    const half = Math.floor(plan.capacity / 2);
    k.serial(half, (i) => this.#sink(m.sub(half - 1, i), m.constant("int32", plan.capacity)));
    k.serial(plan.size - plan.capacity, (i) => {
      const candidate = k.hold(m.add(i, plan.capacity));
      k.if(this.#isBetter(candidate, k.load(this.#heap, 0)), () => {
        k.store(this.#heap, 0, candidate);
        this.#sink(m.constant("int32", 0), m.constant("int32", plan.capacity));
      });
    });
  }

  /** The worst of the best: the element that is in place `capacity` of the order. */
  get root(): Scalar {
    return this.#k.load(this.#heap, 0);
  }

  /** Sorts the heap, best first, and calls `body` with each place and position. */
  sorted(body: (place: Scalar, position: Scalar) => void): void {
    const k = this.#k;
    const m = this.#m;
    k.serial(this.#capacity, (i) => {
      const last = k.hold(m.sub(this.#capacity - 1, i));
      const worst = k.hold(this.root);
      k.store(this.#heap, 0, k.load(this.#heap, last));
      this.#sink(m.constant("int32", 0), last);
      body(last, worst);
    });
  }

  #isBetter(a: Scalar, b: Scalar): Scalar {
    const k = this.#k;
    const m = this.#m;
    const first = k.hold(a);
    const second = k.hold(b);
    const x = k.hold(k.load(this.#x, m.add(this.#base, first), true));
    const y = k.hold(k.load(this.#x, m.add(this.#base, second), true));
    const wins = this.#largest ? m.gt(x, y) : m.lt(x, y);
    const loses = this.#largest ? m.lt(x, y) : m.gt(x, y);
    return k.hold(m.or(wins, m.and(m.not(loses), m.lt(first, second))));
  }

  /** Moves the entry at `from` down until both entries below are better. */
  #sink(from: Scalar, size: Scalar): void {
    const k = this.#k;
    const m = this.#m;
    const at = k.cell("int32", from);
    const moving = k.cell("bool", 1);
    k.while(moving.get(), () => {
      const child = k.cell("int32", m.add(m.mul(at.get(), 2), 1));
      k.if(
        m.ge(child.get(), size),
        () => moving.set(0),
        () => {
          const right = k.hold(m.add(child.get(), 1));
          k.if(m.lt(right, size), () => {
            const isWorse = this.#isBetter(k.load(this.#heap, child.get()), k.load(this.#heap, right));
            k.if(isWorse, () => child.set(right));
          });
          this.#swapIfBetter(at, child, moving);
        },
      );
    });
  }

  #swapIfBetter(at: Cell, child: Cell, moving: Cell): void {
    const k = this.#k;
    const upper = k.hold(k.load(this.#heap, at.get(), true));
    const lower = k.hold(k.load(this.#heap, child.get(), true));
    k.if(
      this.#isBetter(upper, lower),
      () => {
        k.store(this.#heap, at.get(), lower, true);
        k.store(this.#heap, child.get(), upper, true);
        at.set(child.get());
      },
      () => moving.set(0),
    );
  }
}

type Cell = ReturnType<KernelBuilder["cell"]>;
