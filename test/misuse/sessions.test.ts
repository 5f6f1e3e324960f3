// Sessions misused: closed ones, callables, runs in parts, symbolic tensors as numbers; they stay usable.
import { beforeEach, describe, expect, it } from "vitest";
import * as tf from "../../src/index.ts";
import { errorOf, expectError } from "./support.ts";

const { v1 } = tf.compat;
const HERE = "misuse/sessions.test.ts";

let graph: tf.Graph;
let x: tf.Tensor;
let y: tf.Tensor;
beforeEach(() => {
  graph = new tf.Graph();
  [x, y] = graph.asDefault(() => {
    const x = v1.placeholder(tf.float32, [2], { name: "x" });
    return [x, x.mul(2)];
  });
});
const session = (): InstanceType<typeof v1.Session> => new v1.Session({ graph });
const values = (tensor: unknown): number[] => (tensor as tf.Tensor).array();

describe("a session after a mistake", () => {
  it.each<[string, unknown, unknown]>([
    ["no feed", undefined, "InvalidArgumentError"],
    ["a feed of another shape", [1, 2, 3], "ValueError"],
    ["a feed of another dtype", tf.constant([1, 2], tf.int32), "TypeError"],
    ["a feed of texts", ["a", "b"], "ValueError"],
    ["a feed of null", null, "ValueError"],
  ])("runs on after %s", (_, value, name) => {
    using sess = session();
    const error = errorOf(() => sess.run(y, value === undefined ? {} : { feedDict: new Map([[x, value]]) }));
    expectError(error, String(name), "x");
    expect(error.line).toContain(HERE);
    expect(values(sess.run(y, { feedDict: new Map([[x, [1, 2]]]) }))).toEqual([2, 4]);
  });

  it("says that it is closed, in every way of running", () => {
    const sess = session();
    const call = sess.makeCallable(y, [x]);
    const handle = sess.partialRunSetup([y], [x]);
    sess.close();
    sess.close();
    const ways = [
      () => sess.run(y),
      () => call([1, 2]),
      () => sess.makeCallable(y, [x]),
      () => sess.partialRunSetup([y], [x]),
      () => sess.partialRun(handle, y, [[x, [1, 2]]]),
    ];
    for (const way of ways) {
      const error = errorOf(way);
      expectError(error, "RuntimeError", "Attempted to use a closed Session.");
      expect(error.line).toContain(HERE);
    }
  });
});

describe("callables", () => {
  it("want as many values as feeds, of the right shape", () => {
    using sess = session();
    const call = sess.makeCallable(y, [x]);
    expectError(
      errorOf(() => call()),
      "TypeError",
      "expected 1 values, received 0",
    );
    expectError(
      errorOf(() => call([1], [2])),
      "TypeError",
      "received 2",
    );
    expectError(
      errorOf(() => call([1])),
      "ValueError",
      "Cannot feed value of shape (1,) for Tensor x:0",
    );
    expect(values(call([1, 2]))).toEqual([2, 4]);
  });

  it("cannot be made of what is not in the graph", () => {
    using sess = session();
    const other = new tf.Graph().asDefault(() => v1.placeholder(tf.float32, [2]));
    expectError(
      errorOf(() => sess.makeCallable(other)),
      "ValueError",
      "is not an element of this graph",
    );
    expectError(
      errorOf(() => sess.makeCallable(y, [other])),
      "TypeError",
      "Cannot interpret feed_dict key as Tensor",
    );
  });
});

describe("runs in parts", () => {
  it("keep to what the set-up named, and go on after a mistake", () => {
    const z = graph.asDefault(() => y.add(1));
    using sess = session();
    const handle = sess.partialRunSetup([y], [x]);
    const ofZ = errorOf(() => sess.partialRun(handle, z, [[x, [1, 2]]]));
    expectError(ofZ, "InvalidArgumentError", z instanceof tf.SymbolicTensor ? z.name : "");
    expect(ofZ.line).toContain(HERE);
    expectError(
      errorOf(() => sess.partialRun(handle, y, [["y:0", 1]])),
      "TypeError",
      "Cannot interpret feed_dict key",
    );
    expectError(
      errorOf(() => sess.partialRun(handle, y)),
      "InvalidArgumentError",
      "You must feed a value for placeholder",
    );
    expect(values(sess.partialRun(handle, y, [[x, [1, 2]]]))).toEqual([2, 4]);
    expectError(
      errorOf(() => sess.partialRun(handle, y, [[x, [1, 2]]])),
      "InvalidArgumentError",
      "has already been fed",
    );
  });

  it("that fail take back only their own part", () => {
    const [v, set, bad] = graph.asDefault(() => {
      const v = v1.getVariable("v", { initializer: tf.constant([1, 1]) });
      const set = v.assign([2, 2]);
      const bad = tf.gather(x, tf.constant([7], tf.int32));
      return [v, set, bad];
    });
    using sess = session();
    sess.run(v.initializer);
    const handle = sess.partialRunSetup([set, bad], [x]);
    sess.partialRun(handle, set);
    expect(() => sess.partialRun(handle, bad, [[x, [1, 2]]])).toThrow("indices[0] = 7 is not in [0, 2)");
    expect(values(sess.run(v))).toEqual([2, 2]);
  });
});

describe("a symbolic tensor", () => {
  // biome-ignore lint/suspicious/noExplicitAny: what TypeScript forbids is what is tried
  const uses: [string, (t: any) => unknown, string][] = [
    ["in `<`", (t) => t < 1, "as a number"],
    ["in `>=`", (t) => 1 >= t, "as a number"],
    ["in `+`", (t) => t + 1, "as an operand"],
    ["in `+` with a text", (t) => `loss: ${"" + t}`, "as an operand"],
    ["in `-`", (t) => t - 1, "as a number"],
    // biome-ignore lint/suspicious/noDoubleEquals: what is tried
    ["in `==` with a number", (t) => t == 1, "as an operand"],
    ["in a template", (t) => `${t}`, "as text"],
    ["as an argument of Math", (t) => Math.exp(t), "as a number"],
    ["as a key", (t) => ({ [t]: 1 }), "as text"],
  ];
  it.each(uses)("is an error %s", (_, use, how) => {
    const error = errorOf(() => use(y));
    expectError(error, "TypeError", ["symbolic `tf.Tensor` (mul:0)", how, "tf.cond"]);
    expect(error.line).toContain(HERE);
  });

  it.each(["array", "data", "item"] as const)("has no %s()", (method) => {
    expectError(
      errorOf(() => y[method]()),
      "TypeError",
      [`Reading ${method}()`, "mul:0"],
    );
  });

  it("may be printed", () => {
    expect(y.toString()).toBe('Tensor("mul:0", shape=(2,), dtype=float32)');
  });
});

describe("eager tensors", () => {
  it("are of no use once disposed", () => {
    const t = tf.constant([1, 2]) as tf.EagerTensor;
    t.dispose();
    expectError(
      errorOf(() => t.array()),
      "FailedPreconditionError",
      "disposed",
    );
    expectError(
      errorOf(() => tf.add(t, 1)),
      "FailedPreconditionError",
      "disposed",
    );
    expectError(
      errorOf(() => tf.reshape(t, [2, 1])),
      "FailedPreconditionError",
      "disposed",
    );
    expectError(
      errorOf(() => tf.reduceSum(t)),
      "FailedPreconditionError",
      "disposed",
    );
    using sess = session();
    expectError(
      errorOf(() => sess.run(y, { feedDict: [[x, t]] })),
      "FailedPreconditionError",
      "disposed",
    );
  });

  it("cannot be fetched", () => {
    using sess = session();
    expectError(
      errorOf(() => sess.run(tf.constant(1))),
      "TypeError",
      "has invalid type",
    );
  });
});
