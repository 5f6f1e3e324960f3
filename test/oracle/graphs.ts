// Graphs built here, with what they give here: TensorFlow runs the same GraphDefs.
import { allocate, type NumericArray } from "../../src/base/dtypes.ts";
import { convert } from "../../src/engine/convert.ts";
import { raw } from "../../src/engine/raw.ts";
import { EagerTensor } from "../../src/engine/eager-tensor.ts";
import { Operation, type SymbolicTensor } from "../../src/graph/graph.ts";
import { Graph } from "../../src/graph/graph.ts";
import { asDefault } from "../../src/graph/default-graph.ts";
import { graphDefToBytes } from "../../src/graph/graphdef/bytes.ts";
import { graphToProto } from "../../src/graph/graphdef/export.ts";
import type { TensorValue, Value } from "../../src/graph/types.ts";
import { opTable } from "../../src/ops/table.ts";
import { disableResourceVariables, enableResourceVariables } from "../../src/tf/v1/behavior.ts";
import { condV1 } from "../../src/tf/v1/control-flow/cond.ts";
import { whileLoopV1 } from "../../src/tf/v1/control-flow/while-loop.ts";
import { placeholder } from "../../src/tf/v1/placeholders.ts";
import { Session } from "../../src/tf/v1/session.ts";
import { AdamOptimizer } from "../../src/tf/v1/train/adam.ts";
import { GradientDescentOptimizer } from "../../src/tf/v1/train/gradient-descent.ts";
import { MomentumOptimizer } from "../../src/tf/v1/train/momentum.ts";
import type { Optimizer } from "../../src/tf/v1/train/optimizer.ts";
import { globalVariablesInitializer, variable } from "../../src/tf/v1/variables.ts";
import type { TensorJson } from "../conformance/decode.ts";

interface BuiltGraph {
  readonly name: string;
  readonly graphDef: string;
  readonly steps: readonly {
    readonly fetches: readonly string[];
    readonly feeds: Readonly<Record<string, TensorJson>>;
  }[];
  /** Per step and fetch; null for operations. */
  readonly ours: readonly (readonly (TensorValue | null)[])[];
}

type Run = readonly [
  fetches: readonly (SymbolicTensor | Operation)[],
  feeds?: Readonly<Record<string, EagerTensor>>,
];

// A linear congruential generator: the same numbers everywhere.
let state = 12345;
function numbers(...shape: number[]): EagerTensor {
  const data = allocate(
    "float32",
    shape.reduce((a, b) => a * b, 1),
  ) as NumericArray;
  for (let i = 0; i < data.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    data[i] = ((state >>> 8) / (1 << 24)) * 4 - 2;
  }
  return new EagerTensor("float32", shape, data);
}

const tensor = (value: Value): SymbolicTensor => value as SymbolicTensor;
const int32 = (values: number[] | number): Value =>
  raw.Const({ value: convert(values, "int32").toValue(), dtype: "int32" });

function arithmetic(): Run[] {
  const x = placeholder("float32", [null, 3], { name: "x" });
  const y = raw.Softplus(raw.Tanh(x.mul(2).add(raw.Exp(raw.Neg(raw.Square(x))))));
  const z = raw.Sum(y, int32(1), { keep_dims: true });
  return [[[tensor(y), tensor(z)], { "x:0": numbers(4, 3) }]];
}

function movement(): Run[] {
  const x = placeholder("float32", [3, 4], { name: "x" });
  const a = raw.Transpose(x, int32([1, 0]));
  const b = raw.StridedSlice(x, int32([0, 3]), int32([0, 0]), int32([1, -2]), { begin_mask: 1, end_mask: 3 });
  const padded = raw.Slice(
    raw.Pad(x, raw.Reshape(int32([0, 1, 2, 0]), int32([2, 2]))),
    int32([0, 0]),
    int32([3, 6]),
  );
  const tiled = raw.Tile(raw.Slice(x, int32([0, 0]), int32([-1, 3])), int32([1, 2]));
  const c = raw.ConcatV2([padded, tiled], int32(0));
  const d = raw.GatherV2(x, int32([2, 0, 2]), int32(0));
  const float = (value: number): Value => raw.Const({ value: convert(value).toValue(), dtype: "float32" });
  const e = raw.OneHot(int32([1, 0, 5]), int32(4), float(3), float(-1));
  return [[[a, b, c, d, e].map(tensor), { "x:0": numbers(3, 4) }]];
}

function training(make: () => Optimizer, useResource: boolean): () => Run[] {
  return () => {
    (useResource ? enableResourceVariables : disableResourceVariables)();
    const x = placeholder("float32", [null, 3], { name: "x" });
    const labels = placeholder("int32", [null], { name: "y" });
    const w = variable(numbers(3, 4), { name: "w" });
    const b = variable(numbers(4), { name: "b" });
    const logits = raw.AddV2(raw.MatMul(x, w.value()), b.value());
    const [losses] = raw.SparseSoftmaxCrossEntropyWithLogits(logits, labels);
    const loss = raw.Mean(losses, int32(0), { name: "loss" });
    const train = make().minimize(loss, { name: "train" });
    const init = globalVariablesInitializer();
    const feeds = { "x:0": numbers(5, 3), "y:0": convert([0, 3, 1, 1, 2], "int32") };
    const steps = [1, 2, 3].map((): Run => [[train, tensor(loss)], feeds]);
    const reads: Run = [[w.value(), b.value()]];
    enableResourceVariables();
    return [[[init]], ...steps, reads];
  };
}

function controlFlow(): Run[] {
  const x = placeholder("float32", [3, 3], { name: "x" });
  const positive = raw.Greater(raw.Sum(x, int32([0, 1])), 0);
  const picked = condV1(
    positive,
    () => x.mul(2),
    () => raw.Abs(x),
  ) as SymbolicTensor;
  const [i, y] = whileLoopV1(
    (i: SymbolicTensor) => i.less(4),
    (i: SymbolicTensor, y: SymbolicTensor) => [i.add(1), raw.MatMul(y, x)],
    [int32(0), x],
  ) as [SymbolicTensor, SymbolicTensor];
  return [
    [[picked, i, y], { "x:0": numbers(3, 3) }],
    [[picked, i, y], { "x:0": numbers(3, 3) }],
  ];
}

function random(): Run[] {
  const size = int32([5]);
  const a = raw.RandomUniform(size, { dtype: "float32", seed: 7, seed2: 9 });
  const b = raw.RandomStandardNormal(size, { dtype: "float32", seed: 3, seed2: 4 });
  const c = raw.RandomShuffle(raw.Range(int32(0), int32(8), int32(1)), { seed: 1, seed2: 2 });
  return [1, 2, 3].map((): Run => [[a, b, c].map(tensor)]);
}

const BUILDS: Readonly<Record<string, () => Run[]>> = {
  arithmetic,
  movement,
  "gradient descent, references": training(() => new GradientDescentOptimizer(0.1), false),
  "gradient descent, resources": training(() => new GradientDescentOptimizer(0.1), true),
  "momentum, references": training(() => new MomentumOptimizer(0.1, 0.9), false),
  "adam, resources": training(() => new AdamOptimizer(0.1), true),
  "adam, references": training(() => new AdamOptimizer(0.1), false),
  "conditionals and loops": controlFlow,
  random,
};

function encode({ dtype, shape, buffer }: EagerTensor): TensorJson {
  const { buffer: bytes, byteOffset, byteLength } = buffer as NumericArray;
  return { dtype, shape: [...shape], data: Buffer.from(bytes, byteOffset, byteLength).toString("base64") };
}

function asValue(result: unknown, like: SymbolicTensor): TensorValue {
  return result instanceof EagerTensor ? result.toValue() : convert(result, like.dtype).toValue();
}

function record(name: string, build: () => Run[]): BuiltGraph {
  const graph = new Graph(opTable);
  const runs = asDefault(graph, build);
  using session = new Session({ graph });
  const ours = runs.map(([fetches, feeds]) => {
    const results = session.run(fetches, new Map(Object.entries(feeds ?? {}))) as unknown[];
    return fetches.map((fetch, i) => (fetch instanceof Operation ? null : asValue(results[i], fetch)));
  });
  const steps = runs.map(([fetches, feeds = {}]) => ({
    fetches: fetches.map((fetch) => fetch.name),
    feeds: Object.fromEntries(Object.entries(feeds).map(([key, value]) => [key, encode(value)])),
  }));
  return {
    name,
    graphDef: Buffer.from(graphDefToBytes(graphToProto(graph))).toString("base64"),
    steps,
    ours,
  };
}

/** All graphs, built and run here. */
export const buildGraphs = (): BuiltGraph[] =>
  Object.entries(BUILDS).map(([name, build]) => record(name, build));
