// A step that fails part way leaves every variable as it was: sessions, functions, branches, loops, eager
// ops.
import { describe, expect, it } from "vitest";
import * as tf from "../../src/index.ts";
import { inMode } from "../programs/support.ts";

const { v1 } = tf.compat;
const BAD_INDEX = "indices[0] = 7 is not in [0, 2)";
const bad = (index: tf.TensorInput = 7): tf.Tensor =>
  tf.gather(tf.constant([1, 2]), tf.cast(tf.reshape(index, [1]), tf.int32));

describe.each(["v1", "graph"] as const)("a session run, variables of %s", (mode) => {
  const build = () =>
    inMode(mode, () => {
      const graph = new tf.Graph();
      return graph.asDefault(() => {
        const a = v1.getVariable("a", { initializer: tf.constant([1, 2]) });
        const b = v1.getVariable("b", { initializer: tf.constant(10) });
        const index = v1.placeholder(tf.float32, [], { name: "index" });
        const first = v1.assign(a, [5, 6]);
        const second = graph.controlDependencies([first], () => v1.assignAdd(b, 1));
        const fails = graph.controlDependencies([second], () => bad(index));
        const after = graph.controlDependencies([fails], () => v1.assign(a, [7, 8]));
        return { graph, a, b, index, first, second, fails, after, init: v1.globalVariablesInitializer() };
      });
    });
  const state = (sess: InstanceType<typeof v1.Session>, a: unknown, b: unknown): unknown[] => {
    const [x, y] = sess.run([a, b]) as [tf.Tensor, number];
    return [x.array(), y];
  };

  it("takes all assignments back, and goes on", () => {
    const { graph, a, b, index, after, init } = build();
    using sess = new v1.Session({ graph });
    sess.run(init);
    for (let i = 0; i < 3; i++) expect(() => sess.run(after, { feedDict: [[index, 7]] })).toThrow(BAD_INDEX);
    expect(state(sess, a, b)).toEqual([[1, 2], 10]);
    sess.run(after, { feedDict: [[index, 0]] });
    expect(state(sess, a, b)).toEqual([[7, 8], 11]);
  });

  it("takes initialization back too", () => {
    const { graph, a, init } = build();
    const failing = graph.asDefault(() => graph.controlDependencies([init], () => bad()));
    using sess = new v1.Session({ graph });
    expect(() => sess.run(failing)).toThrow(BAD_INDEX);
    expect(() => sess.run(a)).toThrow(/uninitialized/);
    sess.run(init);
    expect((sess.run(a) as tf.Tensor).array()).toEqual([1, 2]);
  });

  it("does so in callables and after an assertion", () => {
    const { graph, a, b, index, second } = build();
    const checked = graph.asDefault(() =>
      graph.controlDependencies([second], () => tf.debugging.Assert(tf.less(index, 5), [index])),
    );
    using sess = new v1.Session({ graph });
    sess.run(graph.asDefault(() => v1.globalVariablesInitializer()));
    const call = sess.makeCallable(checked, [index]);
    expect(() => call(6)).toThrow("assertion failed: [6]");
    expect(state(sess, a, b)).toEqual([[1, 2], 10]);
    call(4);
    expect(state(sess, a, b)).toEqual([[5, 6], 11]);
  });

  it("writes nothing where a feed is wrong or missing", () => {
    const { graph, a, b, index, after, init } = build();
    using sess = new v1.Session({ graph });
    sess.run(init);
    expect(() => sess.run(after)).toThrow("You must feed a value for placeholder tensor 'index'");
    expect(() => sess.run(after, { feedDict: [[index, [1, 2]]] })).toThrow("Cannot feed value of shape (2,)");
    expect(state(sess, a, b)).toEqual([[1, 2], 10]);
  });
});

describe("a call of a function", () => {
  it("takes all assignments back", () => {
    const [a, b] = [new tf.Variable([1, 2]), new tf.Variable(10)];
    const step = tf.function((index: tf.Tensor) => {
      a.assign([5, 6]);
      b.assignAdd(1);
      const x = bad(index);
      a.assign([7, 8]);
      return x;
    });
    for (let i = 0; i < 2; i++) expect(() => step(tf.constant(7))).toThrow(BAD_INDEX);
    expect([a.array(), b.array()]).toEqual([[1, 2], 10]);
    expect(step(tf.constant(1)).array()).toEqual([2]);
    expect([a.array(), b.array()]).toEqual([[7, 8], 11]);
  });

  it("takes back what inner functions, loops and branches wrote", () => {
    const a = new tf.Variable(0);
    const inner = tf.function(() => a.assignAdd(100));
    const step = tf.function((limit: tf.Tensor) => {
      inner();
      tf.whileLoop(
        (i: tf.Tensor) => tf.less(i, 10),
        (i: tf.Tensor) => {
          a.assignAdd(1);
          const next = tf.cond(
            tf.less(i, limit),
            () => tf.add(i, 1),
            () => {
              a.assignAdd(1000);
              return tf.add(i, bad().get(0));
            },
          );
          return [next];
        },
        [tf.constant(0)],
      );
      return a.value();
    });
    expect(() => step(tf.constant(5))).toThrow(BAD_INDEX);
    expect(a.array()).toBe(0);
    expect(step(tf.constant(50)).item()).toBe(110);
    expect(a.array()).toBe(110);
  });

  it("takes them back under a tape", () => {
    const a = new tf.Variable(3);
    const step = tf.function((index: tf.Tensor) => {
      const y = tf.square(a);
      a.assignAdd(1);
      return tf.multiply(y, bad(index).get(0));
    });
    const tape = new tf.GradientTape();
    expect(() => tape.run(() => step(tf.constant(7)))).toThrow(BAD_INDEX);
    expect(a.array()).toBe(3);
  });
});

describe("eager assignments", () => {
  it("leave the variable alone when they fail", () => {
    const v = new tf.Variable([1, 2]);
    expect(() => v.assign([1, 2, 3])).toThrow(/Shape mismatch/);
    expect(() => v.assignAdd([1, 2, 3])).toThrow();
    expect(() => v.assign(tf.constant([1, 2], tf.int32))).toThrow(/dtype/);
    expect(() =>
      tf.raw.ResourceScatterUpdate(v.handle, [0, 7], [9, 9], { dtype: "float32" } as never),
    ).toThrow(/indices\[1\] = 7/);
    expect(v.array()).toEqual([1, 2]);
    v.assign([3, 4]);
    expect(v.array()).toEqual([3, 4]);
  });

  it("made by an op that writes several variables fail together", () => {
    const [v, m, s] = [new tf.Variable([1, 2]), new tf.Variable([0, 0]), new tf.Variable([0, 0])];
    const apply = (gradient: tf.Tensor): unknown =>
      tf.raw.ResourceApplyAdam(v.handle, m.handle, s.handle, 0.9, 0.999, 0.1, 0.9, 0.999, 1e-7, gradient);
    expect(() => apply(tf.constant([1, 2, 3]))).toThrow();
    expect([v, m, s].map((each) => each.array())).toEqual([
      [1, 2],
      [0, 0],
      [0, 0],
    ]);
    apply(tf.constant([1, 1]));
    expect(v.array()).not.toEqual([1, 2]);
  });
});
