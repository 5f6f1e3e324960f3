// Misuse of graphs and sessions: TensorFlow's class and sentence, as recorded, at building or at running.
import { describe, expect, it } from "vitest";
import * as tf from "../../src/index.ts";
import { inMode } from "../programs/support.ts";
import { errorOf, expectError, recordedErrors, sentence } from "./support.ts";

const { v1 } = tf.compat;
type Feeds = [unknown, unknown][];
/** Builds in the default graph; gives what to fetch and feed, where the error comes when that is run. */
type Build = (graph: tf.Graph) => { fetch: unknown; feeds?: Feeds; close?: boolean } | undefined;

const placeholder = (shape: (number | null)[] | undefined, name: string): tf.Tensor =>
  v1.placeholder(tf.float32, shape, { name });
const int = (value: unknown): tf.Tensor => tf.constant(value, { dtype: tf.int32 });
function elsewhere<T>(build: () => T): T {
  return new tf.Graph().asDefault(build);
}

/** Fetched from a graph that has one node. */
function afterOne(fetch: unknown): { fetch: unknown } {
  tf.constant(1);
  return { fetch };
}

/** `words` where TensorFlow's sentence speaks of Python itself. */
const CASES: readonly [id: string, build: Build, words?: string][] = [
  ["no_feed", () => ({ fetch: tf.add(placeholder([2], "x"), 1, { name: "y" }) })],
  ["no_feed_unknown_shape", () => ({ fetch: placeholder(undefined, "x").mul(2) })],
  ["uninitialized", () => ({ fetch: v1.getVariable("v", { shape: [2] }).mul(2) }), "v"],
  [
    "uninitialized_read",
    () => ({ fetch: v1.variableScope("sc", {}, () => v1.getVariable("v", { shape: [2] })) }),
    "sc/v",
  ],
  [
    "feed_shape",
    () =>
      feed(placeholder([null, 4], "x"), [
        [1, 2, 3, 4, 5],
        [1, 2, 3, 4, 5],
      ]),
    "Cannot feed value of shape (2, 5) for Tensor x:0, which has shape (",
  ],
  ["feed_rank", () => feed(placeholder([2], "x"), 1)],
  ["feed_dtype", () => feed(placeholder([2], "x"), ["a", "b"]), "could not convert string to float: 'a'"],
  [
    "feed_tensor",
    () => feed(placeholder([2], "x"), tf.constant([1, 2])),
    "The value of a feed cannot be a tf.Tensor object.",
  ],
  ["feed_ragged", () => feed(placeholder([2, 2], "x"), [[1, 2], [3]]), "non-rectangular"],
  ["feed_unknown_key", () => ({ fetch: placeholder([2], "x"), feeds: [["nope:0", 1]] })],
  [
    "feed_op",
    () => {
      const x = placeholder([2], "x") as tf.SymbolicTensor;
      return { fetch: x, feeds: [[x.op, [1, 2]]] };
    },
  ],
  [
    "feed_unfeedable",
    (graph) => {
      const x = tf.constant(1, { name: "x" }) as tf.SymbolicTensor;
      graph.preventFeeding(x);
      return { fetch: x.add(1), feeds: [[x, 2]] };
    },
  ],
  [
    "feed_other_graph",
    () => ({ fetch: tf.constant(1), feeds: [[elsewhere(() => placeholder([], "z")), 1]] }),
  ],
  [
    "fetch_unfetchable",
    (graph) => {
      const x = tf.constant(1, { name: "x" }) as tf.SymbolicTensor;
      graph.preventFetching(x.op);
      return { fetch: x };
    },
    "Operation x has been marked as not fetchable.",
  ],
  ["fetch_none", () => afterOne(null), "has invalid type"],
  ["fetch_int", () => afterOne(3), "has invalid type"],
  ["fetch_unknown_name", () => afterOne("nope:0")],
  ["fetch_unknown_op", () => afterOne("nope")],
  ["fetch_bad_index", () => ({ fetch: `${(tf.constant(1, { name: "x" }) as tf.SymbolicTensor).op.name}:5` })],
  ["fetch_other_graph", () => afterOne(elsewhere(() => tf.constant(1, { name: "z" })))],
  [
    "mix_graphs",
    () => {
      const x = tf.constant(1, { name: "x" });
      elsewhere(() => tf.add(tf.constant(1, { name: "z" }), x));
    },
    "must be from the same graph as",
  ],
  ["closed_session", () => ({ fetch: tf.constant(1), close: true })],
  [
    "finalized",
    (graph) => {
      const x = tf.constant(1);
      graph.finalize();
      x.add(1);
    },
  ],
  ["matmul_shape", () => void tf.matmul(tf.zeros([2, 4]), tf.zeros([5, 2]))],
  ["matmul_rank", () => void tf.matmul(tf.zeros([2]), tf.zeros([2]))],
  [
    "matmul_runtime",
    () => {
      const x = placeholder([null, null], "x");
      return {
        fetch: tf.matmul(x, x, { name: "mm" }),
        feeds: [
          [
            x,
            [
              [1, 2, 3, 4, 5],
              [1, 2, 3, 4, 5],
            ],
          ],
        ],
      };
    },
  ],
  ["add_shapes", () => void tf.zeros([2, 4]).add(tf.zeros([2, 5]))],
  [
    "add_runtime",
    () => {
      const [x, y] = [placeholder([null], "x"), placeholder([null], "y")];
      return {
        fetch: tf.add(x, y, { name: "z" }),
        feeds: [
          [x, [1, 2, 3, 4]],
          [y, [1, 2, 3, 4, 5]],
        ],
      };
    },
  ],
  ["add_dtypes", () => void int(1).add(tf.constant(1))],
  ["add_fn_dtypes", () => void tf.add(int(1), tf.constant(1))],
  ["matmul_dtypes", () => void tf.matmul(tf.zeros([2, 2]), tf.zeros([2, 2], tf.int32))],
  [
    "concat_shapes",
    () => void tf.concat([tf.zeros([2, 3]), tf.zeros([3, 4])], 0),
    "in both shapes must be equal, but are 3 and 4",
  ],
  ["reshape_static", () => void tf.reshape(tf.zeros([4]), [5])],
  [
    "reshape_runtime",
    () => {
      const x = placeholder([null], "x");
      return { fetch: tf.reshape(x, [2, 3], { name: "rs" }), feeds: [[x, [1, 2, 3, 4, 5]]] };
    },
  ],
  ["gather_range", () => ({ fetch: tf.gather(tf.constant([1, 2]), [4], { name: "ga" }) })],
  ["divide_by_zero", () => ({ fetch: tf.math.floordiv(int([1, 2]), int([0, 1]), { name: "dz" }) })],
  [
    "check_numerics",
    () => ({ fetch: tf.debugging.checkNumerics(tf.constant([1, NaN]), "bad value", { name: "cn" }) }),
  ],
  ["assert", () => ({ fetch: tf.debugging.Assert(tf.less(int(4), 0), [tf.constant("got"), int(4)]) })],
  ["string_to_number", () => ({ fetch: tf.strings.toNumber(["1.5", "abc"], { name: "sn" }) })],
  ["placeholder_bad_dtype", () => void v1.placeholder("float33" as never), "float33"],
  [
    "get_variable_twice",
    () => {
      v1.getVariable("v", { shape: [2] });
      v1.getVariable("v", { shape: [2] });
    },
    "Variable v already exists, disallowed.",
  ],
  ["get_variable_no_shape", () => void v1.getVariable("v")],
  [
    "get_variable_missing_reuse",
    () => void v1.variableScope("s", { reuse: true }, () => v1.getVariable("zzz", { shape: [2] })),
    "Variable s/zzz does not exist, or was not created with",
  ],
  [
    "get_tensor_no_index",
    (graph) => {
      tf.constant(1, { name: "x" });
      graph.getTensorByName("x");
    },
    "The name 'x' refers to an Operation, not a Tensor.",
  ],
  ["get_tensor_missing", (graph) => void graph.getTensorByName("y:0")],
  [
    "get_tensor_index",
    (graph) => {
      tf.constant(1, { name: "x" });
      graph.getTensorByName("x:1");
    },
  ],
  ["get_operation_missing", (graph) => void graph.getOperationByName("y")],
  ["bad_op_name", () => void tf.constant(1, { name: "a b" }), "is not a valid node name"],
  ["bad_scope_name", () => void tf.nameScope("a b", () => tf.constant(1)), "is not a valid root scope name"],
  ["squeeze_dim", () => void tf.squeeze(tf.zeros([2, 3]), [0])],
  ["split_uneven", () => void tf.split(tf.zeros([7]), 3)],
  ["stack_shapes", () => void tf.stack([tf.zeros([2]), tf.zeros([3])]), "2 and 3"],
  ["index_range", () => void tf.zeros([3]).get(7)],
];

const feed = (x: tf.Tensor, value: unknown): { fetch: unknown; feeds: Feeds } => ({
  fetch: x,
  feeds: [[x, value]],
});

function attempt(build: Build): void {
  const graph = new tf.Graph();
  const run = graph.asDefault(() => build(graph));
  if (run === undefined) return;
  using session = new v1.Session({ graph });
  if (run.close === true) session.close();
  session.run(run.fetch, { feedDict: run.feeds ?? null });
}

for (const mode of ["v1", "graph"] as const) {
  const recorded = recordedErrors(`errors_${mode}`);
  describe(`errors of graphs and sessions, ${mode}`, () => {
    for (const [id, build, words] of CASES)
      it(id, () => {
        const expected = recorded.get(id)!;
        const error = errorOf(() => inMode(mode, () => attempt(build)));
        // A class of TensorFlow's Python layer that has no other use.
        const name = expected.error === "InaccessibleTensorError" ? "ValueError" : expected.error!;
        expectError(error, name, words ?? sentence(expected));
        expect(error.line).toContain("misuse/graph.test.ts");
        if (expected.error_code !== undefined) expect(error.errorCode).toBe(expected.error_code);
      });
  });
}
