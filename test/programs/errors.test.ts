// Errors that TensorFlow raised while graphs were built or run: their class and what they say first.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import * as tf from "../../src/index.ts";
import type { SymbolicTensor, Tensor } from "../../src/index.ts";
import type { Session } from "../../src/tf/v1/session.ts";
import { inMode, type Mode } from "./support.ts";

const { v1 } = tf.compat;

interface Recorded {
  readonly id: string;
  readonly error: string;
  readonly message: string;
  readonly detail?: string;
}

function recordings(mode: Mode): Map<string, Recorded> {
  const file = new URL(`../conformance/graph/errors_${mode}.json.gz`, import.meta.url);
  const { cases } = JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")) as { cases: Recorded[] };
  return new Map(cases.map((item) => [item.id, item]));
}
const recorded: Record<Mode, Map<string, Recorded>> = { v1: recordings("v1"), graph: recordings("graph") };

/** Builds; gives what to run if building is not what fails. */
type Program = (graph: InstanceType<typeof tf.Graph>) => unknown;
type Run = (session: InstanceType<typeof Session>) => unknown;

const f32 = (shape: (number | null)[] | null = null, name = "x"): SymbolicTensor =>
  v1.placeholder(tf.float32, shape ?? undefined, { name });
const int = (value: unknown): Tensor => tf.constant(value, { dtype: tf.int32 });
const run =
  (fetch: unknown, feeds?: [unknown, unknown][]): Run =>
  (session) =>
    session.run(fetch, feeds && new Map(feeds));
const one = (): Tensor => tf.constant(1, { name: "x" });

const sameWords: Record<string, Program> = {
  no_feed: () => {
    tf.add(f32([2]), 1, { name: "y" });
    return run("y:0");
  },
  no_feed_unknown_shape: () => run(f32().mul(2)),
  uninitialized: () => run(new v1.Variable([4], { name: "v" }).mul(2)),
  uninitialized_read: () => run(v1.getVariable("sc/v", { shape: [2] })),
  feed_rank: () => {
    const x = f32([2]);
    return run(x, [[x, 1]]);
  },
  feed_unknown_key: () => run(f32([2]), [["nope:0", 1]]),
  feed_unfeedable: (graph) => {
    const x = one() as SymbolicTensor;
    graph.preventFeeding(x);
    return run(x.add(1), [[x, 2]]);
  },
  feed_other_graph: () => {
    const z = new tf.Graph().asDefault(() => f32([], "z"));
    return run(tf.constant(1), [[z, 1]]);
  },
  fetch_unknown_name: () => {
    one();
    return run("nope:0");
  },
  fetch_unknown_op: () => {
    one();
    return run("nope");
  },
  fetch_bad_index: () => {
    one();
    return run("x:5");
  },
  fetch_other_graph: () => {
    tf.constant(1);
    return run(new tf.Graph().asDefault(() => tf.constant(1, { name: "z" })));
  },
  closed_session: () => {
    const x = one();
    return (session: InstanceType<typeof Session>) => {
      session.close();
      return session.run(x);
    };
  },
  empty_graph: () => () => new v1.Session({ graph: new tf.Graph() }).run("x"),
  finalized: (graph) => {
    const x = one();
    graph.finalize();
    x.add(1);
  },
  matmul_shape: () => tf.matmul(tf.zeros([2, 4]), tf.zeros([5, 2])),
  matmul_rank: () => tf.matmul(tf.zeros([2]), tf.zeros([2])),
  matmul_runtime: () => {
    const x = f32([null, null]);
    return run(tf.matmul(x, x, { name: "mm" }), [[x, Array(2).fill(Array(5).fill(0))]]);
  },
  add_shapes: () => tf.zeros([2, 4]).add(tf.zeros([2, 5])),
  add_runtime: () => {
    const [x, y] = [f32([null]), f32([null], "y")];
    return run(tf.add(x, y, { name: "z" }), [
      [x, [0, 0, 0, 0]],
      [y, [0, 0, 0, 0, 0]],
    ]);
  },
  add_dtypes: () => int(1).add(tf.constant(1)),
  add_fn_dtypes: () => tf.add(int(1), tf.constant(1)),
  matmul_dtypes: () => tf.matmul(tf.zeros([2, 2]), tf.zeros([2, 2], tf.int32)),
  concat_shapes: () => tf.concat([tf.zeros([2, 3]), tf.zeros([3, 4])], 0),
  reshape_static: () => tf.reshape(tf.zeros([4]), [5]),
  reshape_runtime: () => {
    const x = f32([null]);
    return run(tf.reshape(x, [2, 3], { name: "rs" }), [[x, [0, 0, 0, 0, 0]]]);
  },
  gather_range: () => run(tf.gather(tf.constant([1, 2]), [4], { name: "ga" })),
  divide_by_zero: () => run(tf.math.floordiv(int([1, 2]), int([0, 1]), { name: "dz" })),
  check_numerics: () =>
    run(tf.rawOps.CheckNumerics(tf.constant([1, Number.NaN]), { message: "bad value", name: "cn" })),
  string_to_number: () => run(tf.rawOps.StringToNumber(tf.constant(["1.5", "abc"]), { name: "sn" })),
  get_variable_twice: () => {
    v1.getVariable("v", { shape: [2] });
    v1.getVariable("v", { shape: [2] });
  },
  get_variable_shape: () => {
    v1.getVariable("v", { shape: [2] });
    v1.variableScope("", { reuse: true }, () => v1.getVariable("v", { shape: [4] }));
  },
  get_variable_missing_reuse: () =>
    v1.variableScope("s", { reuse: true }, () => v1.getVariable("zzz", { shape: [2] })),
  get_variable_no_shape: () => v1.getVariable("v"),
  get_variable_dtype: () => {
    v1.getVariable("v", { shape: [2] });
    v1.variableScope("", { reuse: true }, () => v1.getVariable("v", { shape: [2], dtype: tf.int32 }));
  },
  assign_shape: () => v1.assign(new v1.Variable([1, 2]), [1, 2, 3]),
  assign_dtype: () => v1.assign(new v1.Variable([1, 2]), int([1, 2])),
  gradients_none: () => new v1.train.GradientDescentOptimizer(0.1).minimize(tf.constant(1)),
  no_gradients: () => {
    new v1.Variable(1);
    new v1.train.GradientDescentOptimizer(0.1).minimize(tf.constant(1));
  },
  loss_int: () => {
    const v = new v1.Variable(int(1));
    new v1.train.GradientDescentOptimizer(0.1).minimize(v as never);
  },
  get_tensor_no_index: (graph) => {
    one();
    return graph.getTensorByName("x");
  },
  get_tensor_missing: (graph) => graph.getTensorByName("y:0"),
  get_tensor_index: (graph) => {
    one();
    return graph.getTensorByName("x:1");
  },
  get_operation_missing: (graph) => graph.getOperationByName("y"),
  get_operation_tensor_name: (graph) => {
    one();
    return graph.getOperationByName("x:0");
  },
  bad_op_name: () => tf.constant(1, { name: "a b" }),
  bad_scope_name: (graph) => graph.nameScope("a b", () => tf.constant(1)),
  squeeze_dim: () => tf.squeeze(tf.zeros([2, 3]), [0]),
  split_uneven: () => tf.split(tf.zeros([7]), 3),
  stack_shapes: () => tf.stack([tf.zeros([2]), tf.zeros([3])]),
  index_range: () => run(tf.zeros([3]).getItem(7)),
  sparse_ce_label_range: () => run(tf.nn.sparseSoftmaxCrossEntropyWithLogits(int([4]), [[1, 2]])),
  import_bad: () => v1.importGraphDef("x" as never),
};

/** The class is TensorFlow's; the words are about Python's or NumPy's types, or name Python's functions. */
const otherWords: Record<string, Program> = {
  feed_shape: () => {
    const x = f32([null, 4]);
    return run(x, [[x, Array(2).fill(Array(5).fill(0))]]);
  },
  feed_tensor: () => {
    const x = f32([2]);
    return run(x, [[x, tf.constant([1, 2])]]);
  },
  feed_ragged: () => {
    const x = f32([2, 2]);
    return run(x, [[x, [[1, 2], [3]]]]);
  },
  feed_op: () => {
    const x = f32([2]);
    return run(x, [[x.op, [1, 2]]]);
  },
  fetch_none: () => {
    one();
    return run(null);
  },
  fetch_int: () => {
    one();
    return run(3);
  },
  mix_graphs: () => {
    const x = one();
    new tf.Graph().asDefault(() => tf.constant(1, { name: "z" }).add(x));
  },
  mul_int_float: () => int([1, 2]).mul(1.5),
  constant_bad: () => tf.constant([[1, 2], [3]]),
  constant_dtype: () => tf.constant("a", { dtype: tf.float32 }),
  placeholder_bad_dtype: () => v1.placeholder("float33" as never),
  as_graph_element_type: (graph) => graph.asGraphElement(5),
  eval_no_session: () => (tf.constant(1) as SymbolicTensor).eval(),
  while_shape: () =>
    v1.whileLoop(
      (i: Tensor) => i.less(3),
      (i: Tensor, x: Tensor) => [i.add(1), tf.concat([x, x], 0)],
      [int(0), tf.zeros([1])],
    ),
  softmax_ce_shapes: () => v1.nn.softmaxCrossEntropyWithLogits(tf.zeros([2, 3]), tf.zeros([2, 4])),
  while_arity: () =>
    v1.whileLoop(
      (i: Tensor) => i.less(3),
      (i: Tensor) => [i, i],
      [int(0)],
    ),
};

function raisedBy(mode: Mode, program: Program): Error | null {
  try {
    inMode(mode, () => {
      const graph = new tf.Graph();
      const body = graph.asDefault(() => program(graph));
      using session = new v1.Session({ graph });
      if (typeof body === "function") (body as Run)(session);
    });
    return null;
  } catch (error) {
    return error as Error;
  }
}

/** The first line; without what TensorFlow says of its containers, and with tensors shown by `str`. */
function firstLine({ detail, message }: Recorded): string {
  const [line] = (detail ?? message).split("\n");
  return line
    .replace(/ Debug info: .*/, "")
    .replace(/<tf.Tensor '(.*)' shape=(.*) dtype=(\w+)>/, 'Tensor("$1", shape=$2, dtype=$3)')
    .trim()
    .replace(/^["'](.*)["']$/, "$1");
}

describe.each<Mode>(["v1", "graph"])("%s", (mode) => {
  it.each(Object.keys(sameWords))("%s", (id) => {
    const wanted = recorded[mode].get(id)!;
    const error = raisedBy(mode, sameWords[id]);
    expect(error?.name).toBe(wanted.error);
    expect(error!.message).toContain(firstLine(wanted));
  });

  it.each(Object.keys(otherWords))("%s: the class", (id) => {
    expect(raisedBy(mode, otherWords[id])?.name).toBe(recorded[mode].get(id)!.error);
  });
});
