import { describe, expect, it } from "vitest";
import { PolymorphicFunction } from "../../src/engine/function.ts";
import * as tf from "../../src/index.ts";
import { chapterCase } from "../conformance/chapter.ts";
import { printed, raised, recorded } from "./support.ts";

describe("ch14_14: gradient tapes", () => {
  const { expected } = chapterCase("ch14_14_gradient_tape_basic");
  const w = new tf.Variable(1);
  const b = new tf.Variable(0.5);
  const x = tf.convertToTensor([1.4]);
  const y = tf.convertToTensor([2.1]);
  const xx = tf.constant([1, 2, 3]);
  const errorOf = (): tf.Tensor => tf.square(tf.subtract(y, tf.add(tf.multiply(w, x), b)));
  const gradientOf = (target: () => unknown, source: unknown, options = {}): tf.Tensor => {
    const tape = new tf.GradientTape();
    return tape.gradient(tape.run(target), source, options);
  };

  it("with respect to variables", () => {
    const tape = new tf.GradientTape();
    const loss = tape.run(() => tf.reduceSum(errorOf()));
    const dw = tape.gradient(loss, w);
    expect([recorded(loss), recorded(dw)]).toEqual([expected.loss, expected.dL_dw]);
    expect(printed("dL/dw : ", dw)).toBe(expected.printed_dw);
    expect(printed(tf.expr`2 * ${x} * ((${w} * ${x} + ${b}) - ${y})`)).toBe(expected.check);
    expect(raised(() => tape.gradient(loss, b)).constructor.name).toBe(expected.second_gradient_error);
  });

  it("with respect to watched tensors", () => {
    const tape = new tf.GradientTape();
    const loss = tape.run(() => {
      tape.watch(x);
      return errorOf();
    });
    const dx = tape.gradient(loss, x);
    expect(recorded(dx)).toEqual(expected.dL_dx);
    expect(printed("dL/dx:", dx)).toBe(expected.printed_dx);
    expect(printed(tf.expr`2 * ${w} * ((${w} * ${x} + ${b}) - ${y})`)).toBe(expected.check_dx);
  });

  it("several times from a persistent tape", () => {
    const tape = new tf.GradientTape({ persistent: true });
    const loss = tape.run(() => tf.reduceSum(errorOf()));
    const [dw, db] = [tape.gradient(loss, w), tape.gradient(loss, b)];
    expect({
      dw: recorded(dw),
      db: recorded(db),
      printed: [printed("dL/dw:", dw), printed("dL/db:", db)],
    }).toEqual(expected.persistent);
  });

  it("are null or zero where nothing connects", () => {
    expect(gradientOf(() => x.mul(2), x)).toBeNull();
    expect(gradientOf(() => w.mul(2), b)).toBeNull();
    const unconnectedGradients = tf.UnconnectedGradients.ZERO;
    expect(recorded(gradientOf(() => w.mul(2), b, { unconnectedGradients }))).toEqual(
      expected.unconnected_zero,
    );
    const frozen = new tf.Variable(2, { trainable: false });
    expect(gradientOf(() => frozen.mul(3), frozen)).toBeNull();
  });

  it("of targets that are no scalars", () => {
    const target = (): tf.Tensor => w.mul(tf.constant([1, 2, 3]));
    expect(recorded(gradientOf(target, w))).toEqual(expected.nonscalar_target_sums);
    expect(recorded(gradientOf(target, w, { outputGradients: tf.constant([1, 0, 2]) }))).toEqual(
      expected.output_gradients,
    );
  });

  it("of gradients, and Jacobians", () => {
    const outer = new tf.GradientTape();
    const first = outer.run(() => gradientOf(() => w.mul(w).mul(w).mul(2), w));
    expect([recorded(first), recorded(outer.gradient(first, w))]).toEqual(expected.second_order);
    const jacobian = tf.gradientTape((tape) => {
      tape.watch(xx);
      return tape.jacobian(xx.pow(2).mul(xx.getItem(0)), xx);
    });
    expect(recorded(jacobian)).toEqual(expected.jacobian);
  });

  it("stop where they are told to", () => {
    const stopped = tf.gradientTape((tape) => {
      tape.watch(xx);
      return tape.gradient(tf.stopGradient(xx).mul(xx), xx);
    });
    expect(recorded(stopped)).toEqual(expected.stop_gradient);
    const tape = new tf.GradientTape({ persistent: true });
    const unseen = tape.run(() => tape.stopRecording(() => w.mul(5)));
    expect(tape.gradient(unseen, w)).toBeNull();
  });

  it("are rows for gathered variables", () => {
    const table = new tf.Variable(tf.ones([4, 2]));
    const rows = gradientOf(() => tf.reduceSum(tf.gather(table, [1, 1, 3]).mul([[1], [2], [3]])), table);
    const { indices, values } = rows as unknown as tf.IndexedSlices;
    expect({
      type: rows.constructor.name,
      indices: recorded(indices),
      values: recorded(values),
      dense: recorded(rows),
    }).toEqual(expected.indexed_slices);
  });

  it("may be given", () => {
    const clip = tf.customGradient((x: tf.Tensor) => [x, (dy: tf.Tensor) => tf.clipByValue(dy, -0.1, 0.1)]);
    const clipped = tf.gradientTape((tape) => {
      tape.watch(xx);
      return tape.gradient(tf.reduceSum(clip(xx).mul(5)), xx);
    });
    expect(recorded(clipped)).toEqual(expected.custom_gradient);
  });
});

describe("gradients of gradients", () => {
  /** First, second and third derivative, each by a tape around the next. */
  function derivatives(f: (x: tf.Tensor) => tf.Tensor, at: number): number[] {
    const x = tf.constant(at, { dtype: tf.float64 });
    const found: number[] = [];
    const derive = (order: number): tf.Tensor => {
      if (order === 0) return f(x);
      const tape = new tf.GradientTape();
      const inner = tape.run(() => {
        tape.watch(x);
        return derive(order - 1);
      });
      const gradient = tape.gradient(inner, x);
      found.push(gradient.item());
      return gradient;
    };
    derive(3);
    return found;
  }

  const E = Math.E;
  const th = Math.tanh(0.3);
  const sech2 = 1 - th * th;
  it.each([
    ["sin", tf.sin, 0.5, [Math.cos(0.5), -Math.sin(0.5), -Math.cos(0.5)]],
    ["x^4", (x: tf.Tensor) => x.pow(4), 2, [32, 48, 48]],
    ["x e^x", (x: tf.Tensor) => tf.exp(x).mul(x), 1, [2 * E, 3 * E, 4 * E]],
    ["tanh", tf.tanh, 0.3, [sech2, -2 * th * sech2, (6 * th * th - 2) * sech2]],
    ["1/x", (x: tf.Tensor) => tf.divide(1, x) as tf.Tensor, 2, [-1 / 4, 1 / 4, -3 / 8]],
    ["log", tf.math.log, 2, [1 / 2, -1 / 4, 1 / 4]],
    ["sqrt", tf.sqrt, 4, [1 / 4, -1 / 32, 3 / 256]],
  ])("%s", (_, f, at, wanted) => {
    derivatives(f as (x: tf.Tensor) => tf.Tensor, at).forEach((value, i) => {
      expect(value).toBeCloseTo(wanted[i]!, 12);
    });
  });

  it("through matrix products, as a Hessian", () => {
    const a = tf.constant([
      [2, 1],
      [1, 3],
    ]);
    const x = tf.constant([[1], [2]]);
    const outer = new tf.GradientTape();
    const gradient = outer.run(() => {
      outer.watch(x);
      const inner = new tf.GradientTape();
      const form = inner.run(() => {
        inner.watch(x);
        return tf.matmul(x, tf.matmul(a, x), { transposeA: true });
      });
      return inner.gradient(form, x);
    });
    expect(outer.jacobian(gradient, x).array()).toEqual([[[[4], [2]]], [[[2], [6]]]]);
  });
});

describe("tapes inside functions", () => {
  it("give gradients of gradients", () => {
    const second = new PolymorphicFunction((x: tf.Tensor) => {
      const outer = new tf.GradientTape();
      const first = outer.run(() => {
        outer.watch(x);
        return tf.gradientTape((inner) => {
          inner.watch(x);
          return inner.gradient(x.pow(3), x);
        });
      });
      return outer.gradient(first, x);
    });
    expect(second(tf.constant(2)).item()).toBe(12);
  });

  it("give rows of gathered variables, and train", () => {
    const table = new tf.Variable(tf.ones([3, 1]));
    const step = new PolymorphicFunction((rows: tf.Tensor) => {
      const tape = new tf.GradientTape();
      const sum = tape.run(() => tf.reduceSum(tf.gather(table, rows)));
      const gradient = tape.gradient(sum, table);
      table.scatterSub(gradient);
      return gradient;
    });
    const gradient = step(tf.int32([2, 2]));
    expect(gradient).toBeInstanceOf(tf.IndexedSlices);
    expect([gradient.indices.array(), table.array()]).toEqual([
      [2, 2],
      [[1], [1], [-1]],
    ]);
  });
});

describe("misuse of tapes", () => {
  const x = tf.constant(3);
  it("asks twice for gradients of a tape that keeps nothing", () => {
    const tape = new tf.GradientTape();
    const y = tape.run(() => {
      tape.watch(x);
      return x.mul(x);
    });
    tape.gradient(y, x);
    expect(raised(() => tape.gradient(y, x)).message).toBe(
      "A non-persistent GradientTape can only be used to compute one set of gradients (or jacobians)",
    );
  });
  it("enters a tape that records, or stops one that does not", () => {
    const tape = new tf.GradientTape();
    expect(raised(() => tape.run(() => tape.enter()))).toBeInstanceOf(tf.errors.ValueError);
    expect(raised(() => tape.stopRecording())).toBeInstanceOf(tf.errors.RuntimeError);
  });
  it("keeps recording off after a body that throws", () => {
    const tape = new tf.GradientTape();
    expect(
      raised(() =>
        tape.run(() =>
          tf.matmul(
            [[1]],
            [
              [1, 2],
              [3, 4],
            ],
          ),
        ),
      ),
    ).toBeInstanceOf(tf.errors.InvalidArgumentError);
    expect(tape.run(() => 1)).toBe(1);
  });
  it("names no way of treating unconnected sources", () => {
    const tape = new tf.GradientTape();
    expect(raised(() => tape.gradient(x, x, { unconnectedGradients: "nonsense" as never }))).toBeInstanceOf(
      tf.errors.ValueError,
    );
  });
});
