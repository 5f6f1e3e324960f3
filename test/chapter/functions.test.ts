// The chapter's functions: tracing, input signatures, control flow, variables and seeds inside functions.
import { describe, expect, it } from "vitest";
import * as tf from "../../src/index.ts";
import { chapterCase } from "../conformance/chapter.ts";
import { printed, raised, recorded } from "./support.ts";

type Any = tf.TensorInput;
const int = (value: unknown): tf.Tensor => tf.constant(value, { dtype: tf.int32 });

/** z = 2 (a - b) + c; plain numbers count as integers, as in Python. */
function computeZ(a: Any, b: Any, c: Any): tf.Tensor {
  const [x, y, z] = [a, b, c].map((each) => (each instanceof tf.Tensor ? each : int(each)));
  return tf.add(tf.multiply(2, tf.subtract(x!, y!)), z!);
}

describe("ch14_05: tf.function", () => {
  const { expected } = chapterCase("ch14_05_tf_function");

  it("is traced for each kind of arguments", () => {
    let traces = 0;
    const f = tf.function((a: Any, b: Any, c: Any) => {
      traces++;
      return computeZ(a, b, c);
    });
    expect([
      printed("Scalar Inputs:", f(1, 2, 3)),
      printed("Rank 1 Inputs:", f([1], [2], [3])),
      printed("Rank 2 Inputs:", f([[1]], [[2]], [[3]])),
    ]).toEqual(expected.printed);
    const counts = [traces];
    const call = (...args: [Any, Any, Any]): void => {
      f(...args);
      counts.push(traces);
    };
    call(1, 2, 3);
    call(2, 2, 3);
    call(int(1), int(2), int(3));
    call(int(5), int(6), int(7));
    call(int([1]), int([2]), int([3]));
    call(int([1, 2]), int([2, 3]), int([3, 4]));
    call(int([7, 8]), int([2, 3]), int([3, 4]));
    expect(counts).toEqual(expected.trace_counts_after_book_calls_then_each_call);
    expect(f.experimentalGetTracingCount()).toBe(traces);
  });

  it("gives concrete functions", () => {
    const spec = new tf.TensorSpec([null], tf.int32);
    const z = tf.function((a: tf.Tensor, b: tf.Tensor, c: tf.Tensor) =>
      tf.add(tf.multiply(2, tf.subtract(a, b)), c),
    );
    const concrete = z.getConcreteFunction(spec, spec, spec);
    const ops = concrete.graph.getOperations().map(({ name, type, inputs }) => ({
      name,
      type,
      inputs: inputs.map((input) => input.name),
    }));
    expect(ops).toEqual(expected.concrete_ops);
    expect(recorded(concrete(int([1, 2]), int([2, 4]), int([3, 6])))).toEqual(expected.concrete_result);
  });
});

describe("ch14_06: input signatures", () => {
  const { expected } = chapterCase("ch14_06_input_signature");

  it("make one trace serve all calls that fit", () => {
    let traces = 0;
    const spec = new tf.TensorSpec([null], tf.int32);
    const f = tf.function(
      (a: Any, b: Any, c: Any) => {
        traces++;
        return computeZ(a, b, c);
      },
      { inputSignature: [spec, spec, spec] },
    );
    const texts = [
      printed("Rank 1 Inputs:", f([1], [2], [3])),
      printed("Rank 1 Inputs:", f([1, 2], [2, 4], [3, 6])),
    ];
    expect(texts).toEqual(expected.printed);
    expect(traces).toBe(expected.n_traces);
    const error = raised(() => f([[1], [2]], [[2], [4]], [[3], [6]]));
    expect(error.constructor.name).toBe(expected.rank2_error_type);
  });

  it("print as TensorFlow prints them", () => {
    expect(String(new tf.TensorSpec([null], tf.int32))).toBe(expected.TensorSpec_repr);
    expect(String(new tf.TensorSpec([2, null], tf.float32, "x"))).toBe(expected.TensorSpec_named_repr);
    expect(String(new tf.TensorSpec([], tf.string))).toBe(expected.TensorSpec_scalar_repr);
  });
});

describe("ch14_07: control flow by tensors", () => {
  const { expected, inputs } = chapterCase("ch14_07_autograph");
  const x = tf.constant(inputs.x as number[]);

  const collatz = tf.function((n: tf.Tensor) => {
    const next = (m: tf.Tensor): tf.Tensor =>
      tf.cond(
        m.mod(2).equal(0),
        () => m.floorDiv(2),
        () => m.mul(3).add(1),
      );
    return tf.whileLoop(
      (m) => m.greater(1),
      (m, c) => [next(m), c.add(1)],
      [n, int(0)],
    )[1] as tf.Tensor;
  });

  it("repeats until a condition fails", () => {
    const found = Object.keys(expected.collatz as object).map((n) => [n, collatz(int(Number(n))).item()]);
    expect(Object.fromEntries(found)).toEqual(expected.collatz);
  });

  it("adds what is positive", () => {
    const reluSum = tf.function((values: tf.Tensor) =>
      tf.foldl(
        (s: tf.Tensor, v: tf.Tensor) =>
          tf.cond(
            v.greater(0),
            () => s.add(v),
            () => s,
          ),
        values,
        { initializer: tf.constant(0) },
      ),
    );
    expect(recorded(reluSum(x))).toEqual(expected.relu_sum);
  });

  it("ends a loop early", () => {
    const firstOver = tf.function((values: tf.Tensor, limit: number) => {
      const size = tf.shape(values).getItem(0);
      const goOn = (k: tf.Tensor, found: tf.Tensor): tf.Tensor => tf.logicalAnd(k.less(size), found.less(0));
      const step = (k: tf.Tensor, found: tf.Tensor): tf.Tensor[] => [
        k.add(1),
        tf.cond(
          tf.gather(values, k).greater(limit),
          () => k,
          () => found,
        ),
      ];
      return tf.whileLoop(goOn, step, [int(0), int(-1)])[1] as tf.Tensor;
    });
    expect(firstOver(x, 3).item()).toBe(expected.first_over_3);
    expect(firstOver(x, 9).item()).toBe(expected.first_over_9);
  });

  it("fills a tensor array", () => {
    const fib = tf.function((n: tf.Tensor) => {
      const step = (i: tf.Tensor, a: tf.Tensor, b: tf.Tensor, all: tf.TensorArray): unknown[] => [
        i.add(1),
        b,
        a.add(b),
        all.write(i, a),
      ];
      const start = [int(0), int(0), int(1), new tf.TensorArray(tf.int32, n)];
      return (tf.whileLoop((i) => i.less(n), step, start)[3] as tf.TensorArray).stack();
    });
    expect(recorded(fib(int(10)))).toEqual(expected.fib10);
  });

  it("is differentiated", () => {
    const g = tf.function((value: tf.Tensor) => {
      const tape = new tf.GradientTape();
      const y = tape.run(() => {
        tape.watch(value);
        return tf.whileLoop(
          (i) => i.less(3),
          (i, y) => [i.add(1), y.mul(value)],
          [int(0), value],
        )[1];
      });
      return tape.gradient(y, value);
    });
    expect(recorded(g(tf.constant(1.5)))).toEqual(expected["grad_x4_at_1.5"]);
  });

  const one = (): tf.Tensor => tf.constant(1);
  const two = (): tf.Tensor => tf.constant(2);
  const programs: Record<string, () => unknown> = {
    "tf.while_loop": () =>
      tf
        .whileLoop(
          (i) => i.less(5),
          (i, s) => [i.add(1), s.add(tf.cast(i, tf.float32).mul(0.5))],
          [int(0), tf.constant(0)],
        )
        .map(recorded),
    "tf.cond": () => [true, false].map((b) => recorded(tf.cond(tf.constant(b), one, two))),
    "tf.case": () =>
      recorded(
        tf.case(
          [
            [tf.constant(false), () => int(1)],
            [tf.constant(true), () => int(2)],
          ],
          { default: () => int(3) },
        ),
      ),
    "tf.switch_case": () => recorded(tf.switchCase(int(1), [() => int(10), () => int(20)])),
    "tf.map_fn": () => recorded(tf.mapFn((v: tf.Tensor) => v.mul(v), x)),
    "tf.scan": () => recorded(tf.scan((a: tf.Tensor, v: tf.Tensor) => a.add(v), x)),
    "tf.foldl": () => recorded(tf.foldl((a: tf.Tensor, v: tf.Tensor) => a.sub(v), x)),
  };
  it.each(Object.keys(programs))("%s runs at once", (name) => {
    expect(programs[name]!()).toEqual(expected[name]);
  });
});

describe("ch14_13: variables in functions", () => {
  const { expected } = chapterCase("ch14_13_function_variables");

  it("are read, and may be made once", () => {
    tf.random.setSeed(1);
    const w = new tf.Variable(tf.random.uniform([3, 3]));
    expect(recorded(w)).toEqual(expected.w);
    const z = tf.function((x: tf.Tensor) => tf.matmul(w, x));
    const x = tf.constant([[1], [2], [3]]);
    for (const [i, value] of recorded(z(x)).data.entries())
      expect(value).toBeCloseTo((expected.z as { data: number[] }).data[i]!, 6);
    expect(printed(z(x))).toBe(expected.printed);
    const bad = tf.function((_: unknown) => new tf.Variable([1, 2, 3]));
    expect(raised(() => bad([1])).constructor.name).toBe((expected.error as { type: string }).type);
  });

  it("belong to the object that a method is called on", () => {
    class Counter extends tf.Module {
      v: tf.Variable | null = null;
      add = tf.function((x: tf.Tensor) => {
        this.v ??= new tf.Variable(10);
        return this.v.assignAdd(x);
      });
    }
    const counter = new Counter();
    const values = [1, 2].map((x) => (counter.add(tf.constant(x)) as unknown as tf.Tensor).item());
    expect(values).toEqual(expected.singleton_var);
  });
});

describe("rng_03: seeds in functions", () => {
  const { expected } = chapterCase("rng_03_function_graph_seeds");
  const close = (found: unknown, wanted: unknown): void => {
    const { dtype, shape, data } = recorded(found);
    expect([dtype, shape]).toEqual([
      (wanted as { dtype: string }).dtype,
      (wanted as { shape: number[] }).shape,
    ]);
    for (const [i, value] of data.entries())
      expect(Math.abs((value as number) - (wanted as { data: number[] }).data[i]!)).toBeLessThan(3e-7);
  };

  it("count the random ops of each function; calls go on in the stream", () => {
    tf.random.setSeed(1);
    const f = tf.function(() => [tf.random.uniform([3]), tf.random.normal([3])]);
    const g = tf.function(() => tf.random.uniform([3]));
    for (const call of ["f_call1", "f_call2", "f_call3"]) {
      const wanted = expected[call] as unknown[];
      for (const [i, value] of f().entries()) close(value, wanted[i]);
    }
    close(g(), expected.g_call1);
    close(g(), expected.g_call2);
    const ops = f
      .getConcreteFunction()
      .graph.getOperations()
      .filter(({ type }) => type.includes("Random"));
    const attrs = ops.map(({ name, type, attrs: { seed, seed2 } }) => ({ name, type, seed, seed2 }));
    expect(attrs).toEqual(expected.f_op_attrs);
  });
});
