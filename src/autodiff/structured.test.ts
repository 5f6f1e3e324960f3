// Gradients through branches, loops and calls: the same as of plain JavaScript, at once and in functions,
// also of gradients; and as the function's own differences say.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as tf from "../index.ts";

type T = tf.Tensor;
type Fn = (x: T) => T;
const int = (value: unknown): T => tf.constant(value, { dtype: tf.int32 });
const data = (x: T): number[] => [(x as T & { array(): unknown }).array()].flat(Infinity) as number[];

function derivative(f: Fn): Fn {
  return (x) => {
    const tape = new tf.GradientTape();
    const y = tape.run(() => {
      tape.watch(x);
      return f(x);
    });
    return tf.convertToTensor(tape.gradient(y, x, { unconnectedGradients: "zero" })) as T;
  };
}

const graphDerivative =
  (f: Fn): Fn =>
  (x) =>
    tf.convertToTensor(tf.gradients(f(x), x, { unconnectedGradients: "zero" })[0]!) as T;

const power = (x: T, n: number): T =>
  tf.whileLoop(
    (i) => i.less(n),
    (i, y) => [i.add(1), y.mul(x)],
    [int(0), x],
  )[1] as T;

const programs: Record<string, Fn> = {
  "a branch": (x) =>
    tf.cond(
      tf.reduceSum(x).greater(1),
      () => x.mul(x).mul(x),
      () => tf.exp(x),
    ),
  "branches in branches": (x) =>
    tf.cond(
      tf.reduceSum(x).greater(1),
      () =>
        tf.cond(
          tf.reduceSum(x).greater(2),
          () => x.mul(5),
          () => tf.exp(x).mul(x),
        ),
      () => tf.sin(x),
    ),
  "a case": (x) =>
    tf.switchCase(tf.cast(tf.reduceSum(x), tf.int32), [
      () => x.mul(2),
      () => tf.exp(x).mul(x),
      () => tf.sin(x),
    ]),
  "a loop": (x) => power(x, 3),
  "a loop in a loop": (x) =>
    tf.whileLoop(
      (i) => i.less(2),
      (i, y) => [i.add(1), power(y, 2)],
      [int(0), x],
    )[1] as T,
  "a branch in a loop": (x) =>
    tf.whileLoop(
      (i) => i.less(4),
      (i, y) => [
        i.add(1),
        tf.cond(
          i.mod(2).equal(0),
          () => y.mul(x),
          () => tf.tanh(y).add(y),
        ),
      ],
      [int(0), x],
    )[1] as T,
  "a loop in a branch": (x) =>
    tf.cond(
      tf.reduceSum(x).greater(0),
      () => power(x, 2),
      () => tf.exp(x),
    ),
  "a loop that never runs": (x) => power(x, 0).mul(x),
  "a map": (x) => tf.mapFn((row: T) => tf.exp(row).mul(row), x),
  "a fold": (x) => tf.foldl((a: T, row: T) => a.mul(row), x),
  "a fold from the end": (x) => tf.foldr((a: T, row: T) => tf.sin(a).mul(row), x),
  "a scan": (x) => tf.scan((a: T, row: T) => a.mul(row), x),
  "a scan from the end": (x) => tf.scan((a: T, row: T) => a.mul(row), x, { reverse: true }),
  "a growing array": (x) => {
    const step = (i: T, all: tf.TensorArray): unknown[] => [
      i.add(1),
      all.write(i, x.mul(tf.cast(i, tf.float32)).mul(x)),
    ];
    const start = [int(0), new tf.TensorArray(tf.float32, 0, true)];
    return (tf.whileLoop((i) => i.less(3), step, start)[1] as tf.TensorArray).stack();
  },
  "a call": tf.function((x: T) => tf.exp(x).mul(x)),
  "a call of a call": (x) => {
    const inner = tf.function((y: T) => y.mul(tf.exp(x)));
    return tf.function((y: T) => inner(y).add(inner(y.mul(2))))(x.mul(x));
  },
  "a loop in a call": tf.function((x: T) => power(x, 3)),
};

/** Derivatives of any order by tapes around, inside and half inside of functions, and by tf.gradients. */
const ways: Record<string, (f: Fn, order: number) => Fn> = {
  "tapes around a function": (f, order) => {
    let g: Fn = tf.function(f);
    for (let i = 0; i < order; i++) g = derivative(g);
    return g;
  },
  "tapes inside a function": (f, order) => {
    let g = f;
    for (let i = 0; i < order; i++) g = derivative(g);
    return tf.function(g);
  },
  "tapes around functions with tapes": (f, order) => {
    let g: Fn = f;
    for (let i = 0; i < order; i++) g = tf.function(derivative(g));
    return g;
  },
  "tf.gradients": (f, order) => {
    let g = f;
    for (let i = 0; i < order; i++) g = graphDerivative(g);
    return tf.function(g);
  },
};

const close = (found: readonly number[], wanted: readonly number[], tolerance = 2e-4): void => {
  expect(found).toHaveLength(wanted.length);
  for (const [i, value] of found.entries())
    expect(Math.abs(value - wanted[i]!)).toBeLessThan(tolerance * (1 + Math.abs(wanted[i]!)));
};

describe.each(Object.keys(programs))("%s", (name) => {
  const f = programs[name]!;
  const x = tf.constant([0.6, 1.1, -0.4]);
  const wanted = [1, 2, 3].map((order) => {
    let g: Fn = f;
    for (let i = 0; i < order; i++) g = derivative(g);
    return data(g(x));
  });

  it("has the derivative that differences show", () => {
    const h = 1e-3;
    const total = (x64: readonly number[]): number =>
      data(f(tf.constant(x64))).reduce((sum, y) => sum + y, 0);
    const base = data(x);
    const differences = base.map((_, i) => {
      const moved = (by: number): number[] => base.map((value, k) => (k === i ? value + by : value));
      return (total(moved(h)) - total(moved(-h))) / (2 * h);
    });
    close(wanted[0]!, differences, 5e-3);
  });

  it.each(Object.keys(ways))("by %s", (way) => {
    for (const order of [1, 2, 3]) close(data(ways[way]!(f, order)(x)), wanted[order - 1]!);
  });
});

describe("loops of any length", () => {
  it("have the derivatives of powers", () => {
    const raise = tf.function(
      (x: T, n: T) =>
        tf.whileLoop(
          (i) => i.less(n),
          (i, y) => [i.add(1), y.mul(x)],
          [int(0), tf.constant(1)],
        )[1] as T,
    );
    const arguments_ = fc.tuple(
      fc.double({ min: -1.5, max: 1.5, noNaN: true }),
      fc.integer({ min: 0, max: 9 }),
    );
    fc.assert(
      fc.property(arguments_, ([x, n]) => {
        const at = tf.constant(x);
        const [slope] = data(derivative((value) => raise(value, int(n)))(at));
        const wanted = n === 0 ? 0 : n * Math.fround(x) ** (n - 1);
        return Math.abs(slope! - wanted) <= 1e-3 * (1 + Math.abs(wanted));
      }),
      { numRuns: 40 },
    );
  });
});

describe("variables", () => {
  it("get gradients through functions, rows as rows", () => {
    const table = new tf.Variable([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    const scale = new tf.Variable(2);
    const f = tf.function((i: T) => tf.reduceSum(tf.gather(table, i).mul(scale)));
    const tape = new tf.GradientTape();
    const y = tape.run(() => f(int([2, 0, 2])));
    const [dTable, dScale] = tape.gradient(y, [table, scale]) as [tf.IndexedSlices, T];
    expect(dTable).toBeInstanceOf(tf.IndexedSlices);
    expect(data(tf.convertToTensor(dTable) as T)).toEqual([2, 2, 0, 0, 4, 4]);
    expect(data(dScale)).toEqual([25]);
  });

  it("get gradients inside of loops and branches", () => {
    const v = new tf.Variable(1.5);
    const f = tf.function(
      (n: T) =>
        tf.whileLoop(
          (i: T) => i.less(n),
          (i: T, y: T) => [
            i.add(1),
            tf.cond(
              i.less(9),
              () => y.mul(v),
              () => y,
            ),
          ],
          [int(0), tf.constant(1)],
        )[1] as T,
    );
    const tape = new tf.GradientTape();
    const y = tape.run(() => f(int(3)));
    close(data(tape.gradient(y, v) as T), [3 * 1.5 ** 2]);
  });

  it("that a function does not depend on have none", () => {
    const [v, w] = [new tf.Variable(1), new tf.Variable(2)];
    const f = tf.function(() => [v.mul(2), w.mul(3)]);
    const tape = new tf.GradientTape();
    const [y] = tape.run(() => f()) as [T, T];
    const [dv, dw] = tape.gradient(y, [v, w]) as [T, T | null];
    expect([data(dv), dw]).toEqual([[2], null]);
  });
});

describe("custom gradients", () => {
  it("hold in functions, loops and branches", () => {
    const clipped = tf.customGradient((x: T) => [x.mul(x), (dy: T) => dy.mul(x).mul(10)]) as Fn;
    const f = tf.function(
      (x: T) =>
        tf.whileLoop(
          (i) => i.less(2),
          (i, y) => [
            i.add(1),
            tf.cond(
              i.less(5),
              () => clipped(y),
              () => y,
            ),
          ],
          [int(0), x],
        )[1] as T,
    );
    // d/dx of x^2 counts as 10 x: 10 x^2 * 10 x.
    close(data(derivative(f)(tf.constant(1.5))), [100 * 1.5 ** 3]);
  });
});

describe("what does not lead to the target", () => {
  it("has no gradient", () => {
    const f = tf.function((x: T) => [
      x.mul(2),
      tf.stopGradient(x).mul(3),
      tf.cast(tf.cast(x, tf.int32), tf.float32),
    ]);
    for (const [i, wanted] of [[2], null, null].entries()) {
      const x = tf.constant(1.5);
      const tape = new tf.GradientTape();
      const y = tape.run(() => {
        tape.watch(x);
        return f(x)[i];
      });
      const found = tape.gradient(y, x) as T | null;
      expect(found === null ? null : data(found)).toEqual(wanted);
    }
  });

  it("is zero where that is asked for", () => {
    const f = tf.function((x: T, y: T) => tf.gradients(x, [x, y], { unconnectedGradients: "zero" }) as T[]);
    expect(f(tf.constant([1]), tf.constant([2, 3])).map(data)).toEqual([[1], [0, 0]]);
  });
});
