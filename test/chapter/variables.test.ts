import { describe, expect, it } from "vitest";
import * as tf from "../../src/index.ts";
import { chapterCase } from "../conformance/chapter.ts";
import { raised, recorded } from "./support.ts";

describe("ch14_08: variables", () => {
  const newest = chapterCase("ch14_08_variables").expected_by_version!["2.21.0"];
  const a = new tf.Variable(3.14, { name: "var_a" });
  const b = new tf.Variable(tf.int32([1, 2, 3]), { name: "var_b" });
  const c = new tf.Variable([true, false], { dtype: tf.bool });
  const d = new tf.Variable(["abc"], { dtype: tf.string });
  const w = new tf.Variable([1, 2, 3], { trainable: false, dtype: tf.int32 });

  it("print as TensorFlow's and have its names", () => {
    expect([a, b, c, d].map(String)).toEqual(newest.print);
    expect([a, b, c, d].map(({ name }) => name)).toEqual(newest.names);
    expect([a.trainable, w.trainable]).toEqual([newest["a.trainable"], newest["w.trainable"]]);
  });

  it("are assigned to", () => {
    const written = w.assign([3, 1, 4], { readValue: true });
    expect(String(written)).toBe(newest.assign_print);
    expect(recorded(written)).toEqual(newest.assign_value);
    expect(w.assignAdd([2, -1, 2], { readValue: false }) ?? null).toBe(
      newest.assign_add_read_value_False_returns,
    );
    expect(String(w.value())).toBe(newest["w.value()"]);
    expect(recorded(w)).toEqual(newest.w);
    w.assignSub([1, 1, 1]);
    expect(recorded(w)).toEqual(newest.assign_sub);
  });

  it("reject what does not fit and keep their value", () => {
    const shape = raised(() => w.assign([1, 2]));
    expect([shape.constructor.name, shape.message]).toEqual([
      "ValueError",
      newest.assign_shape_error.message,
    ]);
    expect(raised(() => w.assign([1.5, 2.5, 3.5]))).toBeInstanceOf(TypeError);
    expect(raised(() => w.assign(tf.constant([1, 2, 3])))).toBeInstanceOf(tf.errors.ValueError);
    expect(raised(() => w.assignAdd([1, 2]))).toBeInstanceOf(tf.errors.InvalidArgumentError);
    expect(recorded(w)).toEqual(newest.assign_sub);
  });

  it("change by rows and slices", () => {
    const f = new tf.Variable([1, 2, 3, 4]);
    f.scatterUpdate(new tf.IndexedSlices([10, 20], [1, 3]));
    expect(recorded(f)).toEqual(newest.scatter_update);
    f.scatterAdd(new tf.IndexedSlices([1, 1], [1, 1]));
    expect(recorded(f)).toEqual(newest.scatter_add_dup);
    f.scatterNdSub([[0]], [5]);
    expect(f.array()).toEqual([-4, 12, 3, 20]);
    const s = new tf.Variable([1, 2]);
    s.getItem(0).assign(9);
    expect(recorded(s)).toEqual(newest.sliced_assign);
    expect(raised(() => f.scatterAdd([1] as never))).toBeInstanceOf(TypeError);
  });

  it("compute like tensors", () => {
    const results = { "a*2": a.mul(2), "b+b": b.add(b), "b[1:]": b.getItem([1]), "-a": a.neg() };
    for (const [name, value] of Object.entries(results))
      expect(recorded(value), name).toEqual(newest.ops_on_var[name]);
  });

  it("may have a shape that is not known", () => {
    const u = new tf.Variable(tf.zeros([2, 2]), { shape: new tf.TensorShape(null) });
    u.assign([1, 2, 3]);
    expect(recorded(u)).toEqual(newest.unknown_shape_assign);
  });
});

describe("variables", () => {
  it("need an initial value that fits", () => {
    expect(raised(() => new tf.Variable())).toBeInstanceOf(tf.errors.ValueError);
    expect(raised(() => new tf.Variable(1, { shape: [2] })).message).toBe(
      "In this `tf.Variable` creation, the initial value's shape (()) is not " +
        "compatible with the explicitly supplied " +
        "`shape` argument ([2]).",
    );
  });

  it("take their first value from a function", () => {
    expect(new tf.Variable(() => tf.ones([2])).array()).toEqual([1, 1]);
  });

  it("may be empty, huge and of 64-bit integers", () => {
    expect(new tf.Variable(tf.zeros([0, 3])).assign(tf.zeros([0, 3])).array()).toEqual([]);
    const big = new tf.Variable(2n ** 62n);
    expect(big.assignAdd(1n).item()).toBe(2n ** 62n + 1n);
    const odd = new tf.Variable([Number.NaN, Number.POSITIVE_INFINITY, -0]);
    expect(odd.data()).toEqual(Float32Array.of(Number.NaN, Number.POSITIVE_INFINITY, -0));
  });

  it("give snapshots that later writes leave alone", () => {
    const v = new tf.Variable([1, 2]);
    const before = v.value();
    v.assignAdd([1, 1]);
    expect([before.array(), v.array()]).toEqual([
      [1, 2],
      [2, 3],
    ]);
  });

  it("belong to name scopes", () => {
    expect(tf.nameScope("layer", () => new tf.Variable(1, { name: "w" })).name).toBe("layer/w:0");
  });

  it("are nodes where a graph is built", () => {
    const graph = new tf.Graph();
    const [v, next] = graph.asDefault(() => {
      const v = new tf.Variable([1, 2], { name: "v" });
      return [v, v.assignAdd([1, 1])];
    });
    expect([v instanceof tf.Variable, v!.name]).toEqual([true, "v:0"]);
    using session = new tf.compat.v1.Session({ graph });
    session.run((v as unknown as { initializer: unknown }).initializer);
    expect((session.run(next) as tf.Tensor).array()).toEqual([2, 3]);
  });
});
