import { describe, expect, it } from "vitest";
import * as tf from "../../src/index.ts";
import type { Graph, SymbolicTensor, Tensor } from "../../src/index.ts";
import { chapterCase } from "../conformance/chapter.ts";
import { raised, recorded } from "./support.ts";

const { v1 } = tf.compat;

/** What a recording keeps of a graph's operations. */
const operations = (graph: InstanceType<typeof Graph>): unknown[] =>
  graph.getOperations().map((op) => ({
    name: op.name,
    type: op.type,
    inputs: op.inputs.map((input) => input.name),
    control_inputs: op.controlInputs.map((input) => input.name),
    outputs: op.outputs.map(({ name, dtype, shape }) => [name, dtype, shape]),
  }));

/** Numbers as floats of a relative tolerance. */
function expectClose(got: unknown, wanted: unknown, relative: number): void {
  const flat = (x: unknown): number[] => (Array.isArray(x) ? x.flatMap(flat) : [Number(x)]);
  const [a, b] = [flat(got), flat(wanted)];
  expect(a.length).toBe(b.length);
  for (const [i, x] of a.entries())
    expect(Math.abs(x - b[i]), `${x} and ${b[i]}`).toBeLessThanOrEqual(relative * (1 + Math.abs(b[i])));
}

describe("ch14_01: a graph and a session", () => {
  const { expected } = chapterCase("ch14_01_v1_graph_session");
  const graph = new tf.Graph();
  const [a, b, c, z] = graph.asDefault(() => {
    const [a, b, c] = ["a", "b", "c"].map((name, i) => tf.constant(i + 1, { dtype: tf.int32, name }));
    return [a, b, c, tf.expr`2 * (${a} - ${b}) + ${c}`] as SymbolicTensor[];
  });

  it("builds the recorded nodes", () => {
    expect(operations(graph)).toEqual(expected.ops);
    expect([z.name, z.toString(), a.toString()]).toEqual([expected.z_name, expected.str_z, expected.str_a]);
  });

  it("runs fetches of any structure", () => {
    using session = new v1.Session({ graph });
    const result = session.run(z);
    expect(result).toBe(expected.run);
    expect(`Result: z = ${result}\n`).toBe(expected.printed);
    expect(session.asDefault(() => z.eval())).toBe(expected.eval);
    expect(session.run([a, z, { k: [b, c] }])).toEqual([1, 1, { k: [2, 3] }]);
    expect(session.run("add:0")).toBe(expected["fetch_by_name_add:0"]);
    expect(session.run(z.op)).toBe(expected.fetch_operation_returns);
  });

  it("raises the recorded errors", () => {
    const session = new v1.Session({ graph });
    session.close();
    const outside = raised(() => z.eval());
    expect(outside).toBeInstanceOf(tf.errors.ValueError);
    expect(outside.message.split(". Use")[0]).toBe(
      expected.run_outside_session_error.message.split(". Use")[0],
    );
    expect(raised(() => session.run(z)).message).toContain(expected.closed_session_error.message);
    const empty = raised(() => new v1.Session({ graph: new tf.Graph() }).run(z));
    expect(empty.message).toContain(expected.wrong_graph_error.message);
  });
});

describe("ch14_03: placeholders and feeds", () => {
  const expected = chapterCase("ch14_03_v1_placeholder_feed").expected_by_version!["2.21.0"];
  const graph = new tf.Graph();
  const [a, b, c, z, p] = graph.asDefault(() => {
    const [a, b, c] = ["tf_a", "tf_b", "tf_c"].map((name) => v1.placeholder(tf.int32, { name }));
    const z = tf.expr`2 * (${a} - ${b}) + ${c}`;
    return [a, b, c, z, v1.placeholder(tf.float32, [null, 2], { name: "p" })] as SymbolicTensor[];
  });
  const shapes = (list: unknown): unknown =>
    JSON.parse(JSON.stringify(list), (_, value) => (value === -1 ? null : value));

  it("builds the recorded nodes", () => {
    expect(shapes(operations(graph))).toEqual(expected.ops);
    expect([a.toString(), p.toString()]).toEqual([expected.str_a, expected.str_p]);
  });

  it("takes values of any shape, also for tensors inside the graph", () => {
    using session = new v1.Session({ graph });
    const run = (feeds: [unknown, unknown][]): unknown => {
      const result = session.run(z, new Map(feeds));
      return recorded(typeof result === "number" ? tf.constant(result, { dtype: tf.int32 }) : result);
    };
    expect(
      run([
        [a, 1],
        [b, 2],
        [c, 3],
      ]),
    ).toEqual(expected.scalar);
    expect(
      run([
        [a, [1, 2]],
        [b, [2, 4]],
        [c, [3, 6]],
      ]),
    ).toEqual(expected.rank1);
    expect(
      run([
        [a, [[1], [2]]],
        [b, [2, 4]],
        [c, 3],
      ]),
    ).toEqual(expected.rank2_broadcast);
    expect(
      run([
        ["sub:0", 10],
        [c, 3],
      ]),
    ).toEqual(expected.feed_intermediate_overrides);
  });

  it("raises the recorded errors", () => {
    using session = new v1.Session({ graph });
    const missing = raised(() =>
      session.run(
        z,
        new Map([
          [a, 1],
          [b, 2],
        ]),
      ),
    );
    expect(missing).toBeInstanceOf(tf.errors.InvalidArgumentError);
    expect(missing.message).toContain(expected.missing_feed.message);
    const shape = raised(() => session.run(p, new Map([[p, [[1, 2, 3]]]])));
    expect(shape).toBeInstanceOf(tf.errors.ValueError);
    expect(shape.message).toContain(expected.bad_shape.message);
    expect(
      raised(() =>
        session.run(
          z,
          new Map<unknown, unknown>([
            [a, "x"],
            [b, 1],
            [c, 2],
          ]),
        ),
      ).message,
    ).toContain("x");
    expect(raised(() => v1.placeholder(tf.float32)).message).toContain(
      expected.eager_placeholder_error.message,
    );
  });
});

it("ch14_50: variables, their scopes and their first values", () => {
  const { expected } = chapterCase("ch14_50_v1_variables_init");
  const graph = new tf.Graph();
  const got: Record<string, unknown> = {};
  const made = graph.asDefault(() => {
    const w = v1.getVariable("w", {
      initializer: tf.constant(
        [
          [1, 2, 3, 4],
          [5, 6, 7, 8],
        ],
        { dtype: tf.int32 },
      ),
    });
    const v = new tf.Variable(2.5, { name: "v" });
    new tf.Variable(tf.constant([0], { dtype: tf.int32 }), { trainable: false, name: "nt" });
    const a = v1.variableScope("net", {}, () => {
      const inside = v1.getVariable("w", { shape: [2, 3], initializer: v1.constantInitializer(0.5) });
      v1.variableScope("inner", {}, () =>
        v1.getVariable("b", { shape: [3], initializer: v1.zerosInitializer() }),
      );
      return inside;
    });
    const a2 = v1.variableScope("net", { reuse: true }, () => v1.getVariable("w"));
    graph.nameScope("ns", () => {
      const vv = new tf.Variable(1, { name: "x" });
      const vg = v1.getVariable("y", { shape: [], initializer: v1.onesInitializer() });
      got.names = { vv: vv.name, vg: vg.name, k: (tf.constant(1, { name: "k" }) as SymbolicTensor).name };
    });
    const init = v1.globalVariablesInitializer();
    const up = v1.assign(w, w.mul(2));
    const inc = v1.assignAdd(v as never, 1.5);
    got.dup_error = raised(() => v1.getVariable("w", { shape: [2, 4], dtype: tf.int32 })).name;
    return { w, v, a, a2, init, up, inc };
  });
  const { w, v, a, a2, init, up, inc } = made;
  using session = new v1.Session({ graph });
  const read = (what: unknown): unknown => recorded(session.run(what));
  got.uninitialized = raised(() => session.run(w)).name;
  session.run(init);
  Object.assign(got, { w: read(w), net_w: read(a), reuse_same_object: a2 === a });
  session.run(up);
  Object.assign(got, { w_after_assign: read(w), assign_add_returns: read(inc), v: read(v) });
  session.run(init);
  got.after_reinit_v = read(v);
  const variables = graph.getCollection(v1.GraphKeys.GLOBAL_VARIABLES) as tf.compat.v1.GraphVariable[];
  got.global_variables = variables.map(({ name, shape, dtype }) => [name, shape, dtype]);
  got.trainable = graph
    .getCollection(v1.GraphKeys.TRAINABLE_VARIABLES)
    .map((each) => (each as { name: string }).name);
  got.collections = graph.getAllCollectionKeys().sort();
  got.init_op_name = init.name;
  expect(got).toEqual(expected);
});

it("ch14_51: linear regression with a train op", () => {
  const { inputs, expected } = chapterCase("ch14_51_v1_train_op_linear_regression");
  const tensor = ({ data, shape }: { data: number[]; shape: number[] }): Tensor =>
    tf.reshape(tf.constant(data), shape);
  const [x, y] = [tensor(inputs.x), tensor(inputs.y)];
  const graph = new tf.Graph();
  const g = graph.asDefault(() => {
    const px = v1.placeholder(tf.float32, [null, 1], { name: "tf_x" });
    const py = v1.placeholder(tf.float32, [null, 1], { name: "tf_y" });
    const w = new tf.Variable(tf.zeros([1]), { name: "weight" });
    const b = new tf.Variable(0, { name: "bias" });
    const predicted = tf.expr`${w} * ${px} + ${b}`;
    const cost = tf.reduceMean(tf.square(py.sub(predicted)), { name: "cost" });
    const step = v1.train.getOrCreateGlobalStep();
    const train = new v1.train.GradientDescentOptimizer(0.1).minimize(cost, {
      globalStep: step,
      name: "train_op",
    });
    const gradients = v1.gradients(cost, [w, b]);
    return { px, py, w, b, predicted, cost, step, train, gradients, init: v1.globalVariablesInitializer() };
  });
  using session = new v1.Session({ graph });
  const feeds = new Map([
    [g.px, x],
    [g.py, y],
  ]);
  session.run(g.init);
  const first = (session.run(g.gradients, feeds) as unknown[]).map((each) => recorded(each).data);
  expectClose(
    first,
    expected.grads_at_0.map((each: { data: number[] }) => each.data),
    1e-5,
  );
  const costs: number[] = [];
  const weights: number[][] = [];
  for (let i = 0; i < inputs.steps; i++) {
    costs.push(session.run(g.cost, feeds) as number);
    session.run(g.train, feeds);
    const [w, b] = session.run([g.w, g.b]) as [tf.EagerTensor, number];
    weights.push([recorded(w).data[0] as number, b]);
  }
  expectClose(costs, expected.cost, 1e-5);
  expectClose(weights, expected.wb, 1e-5);
  expect(Number(session.run(g.step))).toBe(expected.global_step);
  const some = new Map([[g.px, tf.reshape(tf.constant(inputs.x.data.slice(0, 3)), [3, 1])]]);
  expectClose(recorded(session.run(g.predicted, some)).data, expected.pred3.data, 1e-5);
  expect(session.run(g.train, feeds)).toBe(expected.train_op_run_returns);
  expect([g.train.name, g.step.name]).toEqual([expected.train_op_name, expected.global_step_name]);
  expect(graph.getCollection("train_op").map((each) => (each as { name: string }).name)).toEqual(
    expected.collections_train_op,
  );
});

it("ch14_53: order, conditionals and loops in a graph", () => {
  const { expected } = chapterCase("ch14_53_v1_control_flow_graph");
  const graph = new tf.Graph();
  const g = graph.asDefault(() => {
    const v = new tf.Variable(1, { name: "v" });
    const inc = v1.assignAdd(v as never, 1);
    const r = graph.controlDependencies([inc], () =>
      (v as unknown as tf.compat.v1.Variable).readValue().mul(10),
    );
    const d2 = new tf.Variable(5);
    const group = v1.group(v1.assignAdd(v as never, 100), v1.assignSub(d2 as never, 1));
    const p = v1.placeholder(tf.float32, []);
    const c = v1.cond(
      p.greater(0),
      () => p.mul(2),
      () => p.sub(1),
    );
    const start = [tf.constant(0, { dtype: tf.int32 }), tf.constant(1)];
    const [, w] = v1.whileLoop(
      (i: Tensor) => i.less(4),
      (i: Tensor, a: Tensor) => [i.add(1), a.mul(p)],
      start,
    ) as Tensor[];
    const [gw] = v1.gradients(w, p);
    const [gc] = v1.gradients(c, p);
    const pd = v1.placeholderWithDefault(tf.constant(7), []);
    return { v, r, d2, group, p, c, w, gw, gc, pd, init: v1.globalVariablesInitializer() };
  });
  using session = new v1.Session({ graph });
  const at = (what: unknown, p: number): unknown => session.run(what, new Map([[g.p, p]]));
  session.run(g.init);
  expect({
    control_dep: [session.run(g.r), session.run(g.r)],
    group_returns: session.run(g.group),
    after_group: [session.run(g.v), session.run(g.d2)],
    cond: [at(g.c, 3), at(g.c, -3)],
    cond_grad: [at(g.gc, 3), at(g.gc, -3)],
    while_p4: at(g.w, 1.5),
    while_grad: at(g.gw, 1.5),
    default: session.run(g.pd),
    default_fed: session.run(g.pd, new Map([[g.pd, 1]])),
  }).toEqual(expected);
});

describe("seeds of graphs", () => {
  const attrs = (graph: InstanceType<typeof Graph>): unknown[] =>
    graph
      .getOperations()
      .filter(({ type }) => ["RandomUniform", "RandomStandardNormal", "TruncatedNormal"].includes(type))
      .map((op) => ({
        name: op.name,
        type: op.type,
        seed: Number(op.attrs.seed),
        seed2: Number(op.attrs.seed2),
      }));
  const data = (values: readonly unknown[]): unknown[] => values.map((each) => recorded(each).data);

  it("ch14_55: initializers", () => {
    const { expected } = chapterCase("ch14_55_v1_glorot_default_init");
    const graph = new tf.Graph();
    using session = new v1.Session({ graph });
    graph.asDefault(() => {
      v1.setRandomSeed(1);
      const variables = [
        v1.getVariable("w", { shape: [3, 4] }),
        v1.getVariable("u", { shape: [2, 2], initializer: v1.randomNormalInitializer(0, 0.1) }),
        v1.getVariable("t", { shape: [5], initializer: v1.truncatedNormalInitializer(0, 0.1, { seed: 9 }) }),
        v1.getVariable("vs", { shape: [3, 3], initializer: v1.varianceScalingInitializer() }),
      ];
      session.run(v1.globalVariablesInitializer());
      expect(attrs(graph)).toEqual(expected.op_attrs);
      for (const variable of variables)
        expectClose(recorded(session.run(variable)).data, expected.values[variable.name].data, 3e-7);
    });
  });

  it("rng_04: streams of ops in sessions", () => {
    const { expected } = chapterCase("rng_04_v1_graph_seeds");
    const graph = new tf.Graph();
    const draws = graph.asDefault(() => {
      v1.setRandomSeed(1);
      const { uniform, normal, truncatedNormal } = tf.random;
      return [uniform([3]), normal([3]), uniform([3], { seed: 7 }), truncatedNormal([3])];
    });
    expect(attrs(graph)).toEqual(expected.op_attrs);
    const runs = [0, 1].map(() => {
      using session = new v1.Session({ graph });
      return [0, 1].map(() => data(session.run(draws) as unknown[]));
    });
    const wanted = (list: { data: number[] }[]): number[][] => list.map((each) => each.data);
    expectClose(runs[0][0], wanted(expected.session1_run1), 3e-7);
    expectClose(runs[0][1], wanted(expected.session1_run2), 3e-7);
    expect(runs[0]).toEqual(runs[1]);
  });
});
