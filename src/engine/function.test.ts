// Functions: traces and when they are made, arguments and results, variables, captures, effects, gradients.
import { afterEach, describe, expect, it } from "vitest";
import * as tf from "../index.ts";
import { context } from "./context.ts";
import { redirectPrint } from "./outside.ts";

type T = tf.Tensor;
const int = (value: unknown): T => tf.constant(value, { dtype: tf.int32 });
const float = (value: unknown): T => tf.constant(value);
const values = (tensor: unknown): unknown => (tensor as T & { array(): unknown }).array();

afterEach(() => {
  context.runFunctionsEagerly = false;
});

describe("traces", () => {
  it("are shared by tensors of one dtype and shape", () => {
    const f = tf.function((x: T) => x.mul(2));
    for (const x of [float(1), float(2), float([1]), float([3]), int(1)]) f(x);
    expect(f.experimentalGetTracingCount()).toBe(3);
  });

  it("tell plain values apart, -0 and null too", () => {
    const f = tf.function((_: unknown) => float(1));
    for (const x of [1, 1, 2, "1", true, null, undefined, 0, -0, 1n, Number.NaN, Number.NaN]) f(x);
    expect(f.experimentalGetTracingCount()).toBe(10);
  });

  it("tell structures apart", () => {
    const f = tf.function((_: unknown) => float(1));
    for (const x of [[float(1)], [float(2)], { a: float(1) }, { b: float(1) }, [[float(1)]]]) f(x);
    expect(f.experimentalGetTracingCount()).toBe(4);
  });

  it("take typed arrays as tensors", () => {
    const f = tf.function((x: unknown) => tf.add(x as T, 1));
    expect(values(f(Float32Array.of(1, 2)))).toEqual([2, 3]);
    f(Float32Array.of(3, 4));
    expect(f.experimentalGetTracingCount()).toBe(1);
  });

  it("are relaxed when asked to", () => {
    const f = tf.function((x: T) => tf.reduceSum(x), { reduceRetracing: true });
    for (const n of [1, 2, 3, 4]) expect(values(f(tf.ones([n])))).toBe(n);
    expect(f.experimentalGetTracingCount()).toBe(2);
  });

  it("are warned of when there are many", () => {
    let text = "";
    const undo = redirectPrint((part) => (text += part));
    const f = tf.function((_: unknown) => float(1), { name: "f" });
    for (let i = 0; i < 5; i++) f(i);
    undo();
    expect(text).toMatch(/^5 out of the last 5 calls to <function f.*> triggered tf\.function retracing\./);
  });

  it("are made for each object that a method is called on", () => {
    class Scale {
      by: number;
      apply = apply;
      constructor(by: number) {
        this.by = by;
      }
    }
    const apply = tf.function(function (this: Scale, x: T) {
      return x.mul(this.by);
    });
    const [two, three] = [new Scale(2), new Scale(3)];
    expect([values(two.apply(float(1))), values(three.apply(float(1))), values(two.apply(float(4)))]).toEqual(
      [2, 3, 8],
    );
    expect(apply.experimentalGetTracingCount()).toBe(2);
  });

  it("are not made when functions run eagerly", () => {
    context.runFunctionsEagerly = true;
    const f = tf.function((x: T) => {
      expect(x).toBeInstanceOf(tf.EagerTensor);
      return x;
    });
    f(float(1));
    expect(f.experimentalGetTracingCount()).toBe(0);
  });
});

describe("arguments and results", () => {
  it("have any structure", () => {
    const f = tf.function((x: { a: T; b: [T, number] }) => ({
      sum: x.a.add(x.b[0]),
      rest: [null, x.b[0].mul(x.b[1])],
    }));
    const { sum, rest } = f({ a: float(1), b: [float(2), 5] });
    expect([values(sum), rest[0], values(rest[1])]).toEqual([3, null, 10]);
  });

  it("may be plain: results become tensors", () => {
    expect(values(tf.function(() => 2)())).toBe(2);
    expect(tf.function(() => {})()).toBeNull();
    expect(values(tf.function((x: T) => x)(float(3)))).toBe(3);
  });

  it("must be tensors or nothing", () => {
    expect(() => tf.function(() => new Date() as unknown)()).toThrow(
      /functions must return zero or more Tensors/,
    );
    expect(() => tf.function(async () => float(1))()).toThrow(TypeError);
  });

  it("fit the input signature, or a TypeError says why", () => {
    const f = tf.function((x: T) => x, { inputSignature: [new tf.TensorSpec([2], tf.float32)] });
    expect(() => f(tf.zeros([5]))).toThrow(
      "Binding inputs to tf.function failed due to " +
        "`Can not cast TensorSpec(shape=(5,), dtype=tf.float32, name=None) " +
        "to TensorSpec(shape=(2,), dtype=tf.float32, name=None)`.",
    );
    expect(() => f(int([1, 2]))).toThrow("Can not cast TensorSpec(shape=(2,), dtype=tf.int32, name=None)");
    expect(() => (f as unknown as () => T)()).toThrow("missing a required argument: 'x'");
    expect(() => (f as unknown as (...args: T[]) => T)(float([1, 2]), float(1))).toThrow(
      "too many positional arguments",
    );
    expect(() => tf.function((x: T) => x, { inputSignature: [3] })).toThrow(TypeError);
  });

  it("of a shape that no op can take are told apart while tracing", () => {
    const f = tf.function((x: T) => tf.matmul(x, x));
    expect(() => f(tf.zeros([2, 5]))).toThrow(
      /^Dimensions must be equal, but are 5 and 2 for '\{\{node MatMul\}\}/,
    );
  });
});

describe("concrete functions", () => {
  const f = tf.function((x: T, scale: number) => ({ y: x.mul(scale) }));
  const spec = new tf.TensorSpec([null, 2], tf.float32, "input");
  const concrete = f.getConcreteFunction(spec, 3);

  it("name their placeholders after specs and parameters", () => {
    expect(concrete.inputs.map(({ op }) => op.name)).toEqual(["input"]);
    const names = tf.function((a: T, { b }: { b: T }, ...rest: T[]) => a.add(b).add(rest[0]!));
    const inputs = names.getConcreteFunction(float(1), { b: float(2) }, float(3)).inputs;
    expect(inputs.map(({ op }) => op.name)).toEqual(["a", "args_1", "rest_0"]);
  });

  it("take tensors that fit", () => {
    expect(values(concrete(float([[1, 2]]), 3).y)).toEqual([[3, 6]]);
    expect(
      values(
        concrete(
          float([
            [1, 2],
            [3, 4],
          ]),
        ).y,
      ),
    ).toEqual([
      [3, 6],
      [9, 12],
    ]);
    expect(() => concrete(int([[1, 2]]))).toThrow(/expected to be a float tensor but is a int32 tensor/);
    expect(() => concrete(float([1]))).toThrow(/expected argument input of shape \(None, 2\)/);
    expect(() => concrete()).toThrow(/expects 1 tensors/);
  });

  it("say what they are", () => {
    const [[x, scale]] = concrete.structuredInputSignature;
    expect([x, scale]).toEqual([{ dtype: "float32", shape: [-1, 2], name: "input" }, 3]);
    expect((concrete.structuredOutputs as { y: T }).y.shape).toEqual([-1, 2]);
    expect(concrete.name).toMatch(/^__inference_/);
    expect(concrete.outputs.map(({ name }) => name)).toEqual(["Identity:0"]);
  });
});

describe("variables and captures", () => {
  it("are read when the function runs", () => {
    const v = new tf.Variable(1);
    const big = tf.range(200);
    const f = tf.function(() => v.add(tf.reduceSum(big)));
    const first = values(f());
    v.assign(10);
    expect([first, values(f())]).toEqual([19901, 19910]);
    const concrete = f.getConcreteFunction();
    expect(concrete.variables).toEqual([v]);
    expect(new Set(concrete.capturedInputs)).toEqual(new Set([v.handle, big]));
  });

  it("are made on the first call, from values computed inside", () => {
    let w: tf.Variable | undefined;
    const f = tf.function((x: T) => {
      w ??= new tf.Variable(tf.ones([2]).mul(3));
      return w.mul(x);
    });
    expect(values(f(float(2)))).toEqual([6, 6]);
    expect(values(f(float([1, 2])))).toEqual([3, 6]);
    expect(f.experimentalGetTracingCount()).toBe(3);
  });

  it("are not made again", () => {
    const f = tf.function((x: number) => new tf.Variable(x).value());
    expect(() => f(1)).toThrow(
      /^tf\.function only supports singleton tf\.Variables created on the first call/,
    );
    let count = 0;
    const late = tf.function((x: number) => (count++ === 0 ? float(x) : new tf.Variable(x).value()));
    late(1);
    expect(() => late(2)).toThrow(
      "Creating variables on a non-first call to a function decorated with tf.function.",
    );
  });

  it("keep their values when a call fails", () => {
    const v = new tf.Variable([1, 2]);
    const f = tf.function((i: T) => {
      v.assignAdd([10, 10]);
      return tf.gather(v, i);
    });
    expect(() => f(int(7))).toThrow(tf.errors.InvalidArgumentError);
    expect(values(v)).toEqual([1, 2]);
    expect(values(f(int(1)))).toBe(12);
  });
});

describe("effects", () => {
  it("happen in the order in which they are written", () => {
    const v = new tf.Variable(1);
    const f = tf.function(() => {
      const before = v.value();
      v.assign(v.mul(3));
      v.assignAdd(1);
      return [before, v.value()];
    });
    expect(f().map(values)).toEqual([1, 4]);
    expect(f().map(values)).toEqual([4, 13]);
  });

  it("happen in branches and loops too", () => {
    const v = new tf.Variable(0);
    const f = tf.function((n: T) => {
      const step = (i: T): T[] => {
        tf.cond(
          i.mod(2).equal(0),
          () => v.assignAdd(1).value(),
          () => v.assignAdd(10).value(),
        );
        return [i.add(1)];
      };
      tf.whileLoop((i: T) => i.less(n), step, [int(0)]);
      return v.value();
    });
    expect(values(f(int(5)))).toBe(23);
  });

  it("that were not asked for happen all the same", () => {
    const v = new tf.Variable(0);
    const count = tf.function(() => {
      v.assignAdd(1);
    });
    const twice = tf.function(() => {
      count();
      count();
    });
    twice();
    expect(values(v)).toBe(2);
  });
});

describe("functions inside functions", () => {
  it("are called", () => {
    const square = tf.function((x: T) => x.mul(x), { name: "square" });
    const f = tf.function((x: T) => square(x).add(square(x.add(1))));
    expect(values(f(float(2)))).toBe(13);
    const types = f
      .getConcreteFunction(float(2))
      .graph.getOperations()
      .map(({ type }) => type);
    expect(types.filter((type) => type === "PartitionedCall")).toHaveLength(2);
    expect(square.experimentalGetTracingCount()).toBe(1);
  });

  it("see what is computed outside of them", () => {
    const f = tf.function((x: T) => {
      const y = x.mul(2);
      return tf.function(() => y.add(1))();
    });
    expect([values(f(float(1))), values(f(float([2, 3])))]).toEqual([3, [5, 7]]);
  });

  it("are called from plain graphs", () => {
    const square = tf.function((x: T) => x.mul(x));
    const graph = new tf.Graph();
    const y = graph.asDefault(() => square(tf.constant(4)));
    using session = new tf.compat.v1.Session({ graph });
    expect(session.run(y)).toBe(16);
  });

  it("call themselves by way of a condition in JavaScript", () => {
    const power: (x: T, n: number) => T = tf.function(
      (x: T, n: number): T => (n === 0 ? tf.onesLike(x) : x.mul(power(x, n - 1))),
    );
    expect(values(power(float(2), 4))).toBe(16);
  });
});

describe("errors", () => {
  it("name the node and the user's line", () => {
    const f = tf.function((i: T) => tf.gather([1, 2, 3], i, { name: "pick" }));
    let caught: tf.errors.OpError | undefined;
    try {
      f(int(5));
    } catch (error) {
      caught = error as tf.errors.OpError;
    }
    expect(caught?.node).toBe("pick");
    expect(caught?.line).toMatch(/function\.test\.ts:\d+/);
  });
});
