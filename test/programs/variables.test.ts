import * as tf from "../../src/index.ts";
import type { SymbolicTensor, Tensor } from "../../src/index.ts";
import { program } from "./support.ts";

const { v1 } = tf.compat;
const X = [
  [-0.341, -1.294, 0.664],
  [-3.336, 1.304, -0.096],
];
const names = (tensors: readonly unknown[]): string[] => tensors.map((each) => (each as SymbolicTensor).name);

program("variables", () => {
  const v = new v1.Variable(X, { dtype: tf.float32, name: "v" });
  new v1.Variable(tf.zeros([2, 2]), { trainable: false });
  const [g, h] = v1.variableScope("sc", {}, () => [
    v1.getVariable("g", { shape: [2, 2], initializer: v1.onesInitializer() }),
    v1.getVariable("h", { initializer: tf.constant(4) }),
  ]);
  const g2 = v1.variableScope("sc", { reuse: true }, () => v1.getVariable("g"));
  const reuse = v1.AUTO_REUSE;
  const k1 = v1.variableScope("auto", { reuse }, () =>
    v1.getVariable("k", { shape: [1], initializer: v1.constantInitializer(2.5) }),
  );
  const k2 = v1.variableScope("auto", { reuse }, () => v1.getVariable("k", { shape: [1] }));
  const collections = [v1.GraphKeys.LOCAL_VARIABLES];
  const loc = v1.getVariable("loc", { initializer: 0, dtype: tf.int32, collections, trainable: false });
  v1.assignAdd(h, 1.5, { name: "bump" });
  v1.assign(v, v.mul(2));
  v.assignSub(v1.onesLike(v));
  v1.globalVariablesInitializer();
  v1.localVariablesInitializer();
  v1.variablesInitializer([v], { name: "only_v" });
  v1.reportUninitializedVariables();
  v1.isVariableInitialized(v);
  for (const each of [v, g, h, k1]) each.add(0);
  loc.add(0);
  return { same: [g2 === g, k1 === k2] };
});

program("name_scopes", () => {
  const outs: Tensor[] = [];
  const graph = v1.getDefaultGraph();
  const scope = graph.nameScope("a", (a) => {
    outs.push(tf.constant(1, { name: "c" }), tf.constant(2, { name: "c" }));
    outs.push(tf.add(outs[0], outs[1]));
    graph.nameScope("b", () => outs.push(tf.constant(4, { name: "c" })));
    graph.nameScope("b", () => outs.push(tf.constant(2, { name: "c" })));
    return a;
  });
  graph.nameScope("a", () => outs.push(tf.constant(5, { name: "c" })));
  graph.nameScope("a/", () => outs.push(tf.constant(6, { name: "c" })));
  graph.nameScope(scope, () => outs.push(tf.identity(outs[0])));
  graph.nameScope(null, () => outs.push(tf.constant(7, { name: "a" })));
  graph.nameScope("default", () => outs.push(tf.constant(8)));
  v1.variableScope("vs", {}, () => {
    outs.push(v1.getVariable("w", { initializer: 1 }).add(0), new v1.Variable(2, { name: "w" }).add(0));
    graph.nameScope("inner", () => outs.push(v1.getVariable("w2", { initializer: 3 }).add(0)));
  });
  v1.variableScope("vs", {}, () =>
    outs.push(new v1.Variable(4, { name: "w" }).add(0), tf.constant(0, { name: "k" })),
  );
  for (const initializer of [5, 6])
    v1.variableScope(null, { defaultName: "dv" }, () =>
      outs.push(v1.getVariable("q", { initializer }).add(0)),
    );
  const uniq = [
    graph.uniqueName("a"),
    graph.uniqueName("zz"),
    graph.uniqueName("zz"),
    graph.uniqueName("zz", false),
  ];
  const values = { uniq, names: names(outs), vnames: names(v1.globalVariables()) };
  v1.globalVariablesInitializer();
  return values;
});

// Step 3 adds to v from two ops that nothing orders.
program(
  "control_dependencies",
  () => {
    const graph = v1.getDefaultGraph();
    const v = new v1.Variable(4, { name: "v" });
    const ph = v1.placeholder(tf.float32, [], { name: "ph" });
    const w = graph.controlDependencies([v.initializer], () => tf.identity(ph.mul(2), { name: "after" }));
    const inc = v1.assignAdd(v, ph, { name: "inc" });
    graph.controlDependencies([inc], () => {
      tf.multiply(v.readValue(), 2, { name: "dbl" });
      graph.controlDependencies(null, () => tf.constant(3, { name: "free" }));
      graph.controlDependencies([w], () => tf.noOp({ name: "both" }));
    });
    v1.group(inc, graph.getOperationByName("both"), { name: "grp" });
    v1.tuple([w, graph.getTensorByName("dbl:0")], { name: "tp" });
    tf.identity(v, { name: "out_read" });
    v1.globalVariablesInitializer();
  },
  { races: [3, 4] },
);
