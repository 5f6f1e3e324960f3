// Programs recorded in TensorFlow v1's API: reads them, and compares a graph and its runs with the recording.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { dtypeInfo } from "../../src/base/dtypes.ts";
import { OpError } from "../../src/base/errors.ts";
import { EagerTensor, fromValue } from "../../src/engine/eager-tensor.ts";
import type { Graph, Operation, SymbolicTensor } from "../../src/graph/graph.ts";
import { graphToProto } from "../../src/graph/graphdef/export.ts";
import type { TensorValue } from "../../src/graph/types.ts";
import * as tf from "../../src/index.ts";
import type { GraphStep, ProgramCase } from "../conformance/cases.ts";
import { tensorDifference } from "../conformance/compare.ts";
import { decodeGraphAreaCase } from "../conformance/graph-cases.ts";

export type Mode = "v1" | "graph";
type Node = readonly [name: string, op: string, inputs: readonly string[]];

const read = (mode: Mode): Map<string, ProgramCase> => {
  const family = `programs_${mode}`;
  const file = new URL(`../conformance/graph/${family}.json.gz`, import.meta.url);
  const { cases } = JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")) as {
    cases: Record<string, unknown>[];
  };
  return new Map(cases.map((json) => [String(json.id), decodeGraphAreaCase(json, family) as ProgramCase]));
};
const programs: Record<Mode, Map<string, ProgramCase>> = { v1: read("v1"), graph: read("graph") };

export const recordedProgram = (mode: Mode, id: string): ProgramCase => programs[mode].get(id)!;

/** Runs `body` as TensorFlow v1, or as TensorFlow v2 in a graph, and then as before. */
export function inMode<T>(mode: Mode, body: () => T): T {
  const { v1 } = tf.compat;
  if (mode === "v1") {
    v1.disableResourceVariables();
    v1.disableControlFlowV2();
  }
  try {
    return body();
  } finally {
    v1.enableResourceVariables();
    v1.enableControlFlowV2();
  }
}

/** Nodes with their data inputs in order and their control inputs sorted. */
function nodesOf(graph: Graph): Node[] {
  return graphToProto(graph).node.map(({ name, op, input }) => [name, op, sortedControls(input)]);
}

function sortedControls(inputs: readonly string[]): string[] {
  const isControl = (input: string): boolean => input.startsWith("^");
  return [...inputs.filter((input) => !isControl(input)), ...inputs.filter(isControl).sort()];
}

const lines = (nodes: readonly Node[]): string[] =>
  nodes.map(([name, op, inputs]) => `${name} = ${op}(${inputs.join(", ")})`);

/** Every node: name, op and inputs, in the order in which TensorFlow made them. */
export function expectNodes(graph: Graph, recorded: ProgramCase): void {
  if (recorded.nodes === undefined) {
    // Of large graphs only the first names were recorded.
    const names = graph.getOperations().map(({ name }) => name);
    expect(names.slice(0, recorded.nodeNames.length)).toEqual(recorded.nodeNames);
    return;
  }
  const wanted = recorded.nodes.map(([name, op, inputs]): Node => [name, op, sortedControls(inputs)]);
  expect(lines(nodesOf(graph))).toEqual(lines(wanted));
}

/** Dtypes and static shapes of all tensors. */
export function expectTensors(graph: Graph, recorded: ProgramCase): void {
  const known: [string, unknown][] = Object.keys(recorded.tensors).map((name) => {
    const { dtype, shape } = graph.getTensorByName(name);
    return [name, [dtype, shape === null ? null : shape.map((size) => (size < 0 ? null : size))]];
  });
  const wanted = Object.entries(recorded.tensors).map(([name, [dtype, shape]]) => [
    name,
    [dtype.replace("_ref", ""), shape],
  ]);
  expect(known).toEqual(wanted);
}

const feedsOf = (graph: Graph, { feeds }: GraphStep): Map<SymbolicTensor, unknown> =>
  new Map(
    Object.entries(feeds).map(([name, value]) => [
      graph.getTensorByName(name),
      fed(graph.getTensorByName(name), value),
    ]),
  );

// NumPy's arrays are converted by feeding; ours keep their dtype.
const fed = (tensor: SymbolicTensor, value: TensorValue): unknown =>
  tensor.dtype === value.dtype
    ? fromValue(value)
    : unflat(Array.from(value.data as ArrayLike<number>), value.shape);

function unflat(data: readonly number[], shape: readonly number[]): unknown {
  if (shape.length === 0) return data[0];
  const [rows, ...rest] = shape;
  const size = rest.reduce((product, each) => product * each, 1);
  return Array.from({ length: rows }, (_, i) => unflat(data.slice(i * size, (i + 1) * size), rest));
}

/** Repeats the recorded runs in one session; but for what `check` names. */
export function expectRuns(
  graph: Graph,
  recorded: ProgramCase,
  { races: skip = [], without = [] }: Check = {},
): void {
  using session = new tf.compat.v1.Session({ graph });
  recorded.steps.forEach((all, i) => {
    const step = leaveOut(all, without);
    if (step.special !== undefined) return;
    const label = `step ${i} (${step.fetches.join(", ").slice(0, 80)})`;
    const fetches = step.fetches.map((name, at) => fetchOf(graph, name, step.values?.[at] ?? null));
    const run = (): unknown => session.run(fetches, feedsOf(graph, step));
    if (step.error !== undefined) expectError(run, step, label);
    else if (skip.includes(i)) run();
    else expectValues(run() as unknown[], step, recorded, label);
  });
}

function leaveOut(step: GraphStep, without: readonly string[]): GraphStep {
  if (without.length === 0) return step;
  const isKept = (_: unknown, i: number): boolean => !without.includes(step.fetches[i]);
  const { values } = step;
  return {
    ...step,
    fetches: step.fetches.filter(isKept),
    ...(values === undefined ? {} : { values: values.filter(isKept) }),
  };
}

/** Recordings name the op that wrote a variable where TensorFlow fetched the read that waits for it. */
function fetchOf(graph: Graph, name: string, wanted: TensorValue | null): SymbolicTensor | Operation {
  const element = graph.asGraphElement(name);
  if (wanted === null || "dtype" in element) return element;
  const reads = graph.getOperations().filter((op) => op.outputs.length === 1);
  return reads.find((op) => op.controlInputs.includes(element as Operation))?.outputs[0] ?? element;
}

function expectError(run: () => unknown, { error }: GraphStep, label: string): void {
  let thrown: unknown;
  try {
    run();
  } catch (caught) {
    thrown = caught;
  }
  expect(thrown, label).toBeInstanceOf(OpError);
  expect((thrown as OpError).code, label).toBe(error!.code);
}

function expectValues(
  values: readonly unknown[],
  step: GraphStep,
  recorded: ProgramCase,
  label: string,
): void {
  for (const [i, wanted] of (step.values ?? []).entries()) {
    if (wanted === null) expect(values[i], label).toBeNull();
    else if (dtypeInfo(wanted.dtype).kind !== "handle") {
      const difference = tensorDifference(asValue(values[i], wanted), wanted, recorded.tolerance);
      expect(difference, `${label}: ${step.fetches[i]}`).toBeNull();
    }
  }
}

function asValue(value: unknown, { dtype }: TensorValue): TensorValue {
  if (value instanceof EagerTensor) return value.toValue();
  return (tf.constant(value, { dtype }) as EagerTensor).toValue();
}

interface Check {
  /** Steps whose recorded values are a race of TensorFlow's executor. */
  readonly races?: readonly number[];
  readonly modes?: readonly Mode[];
  /** Fetches that need ops without a definition yet. */
  readonly without?: readonly string[];
}

/** Tests a program in both modes: `build` makes the graph and gives the values that the recording names. */
export function program(id: string, build: (mode: Mode) => unknown, check: Check = {}): void {
  for (const mode of check.modes ?? (["v1", "graph"] as const)) {
    const recorded = recordedProgram(mode, id);
    describe(`${id} (${mode})`, () => {
      const graph = new tf.Graph();
      let values: unknown;
      it("builds the recorded nodes", () => {
        values = inMode(mode, () => graph.asDefault(() => build(mode)));
        expectNodes(graph, recorded);
      });
      it("knows the recorded dtypes and shapes", () => expectTensors(graph, recorded));
      it("gives the recorded values", () => {
        expect(values ?? {}).toEqual(recorded.values);
        inMode(mode, () => expectRuns(graph, recorded, check));
      });
    });
  }
}
