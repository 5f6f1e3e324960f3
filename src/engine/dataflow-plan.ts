// Graphs with TensorFlow v1 control flow as the executor reads them: nodes with their edges forward.
import { dataflowRole } from "../graph/dataflow-role.ts";
import type { Operation, SymbolicTensor } from "../graph/graph.ts";
import type { Dataflow } from "../graph/lowering.ts";
import type { NodeRunner } from "./node-runner.ts";
import type { ProgramSpec } from "./program-types.ts";

export type Role = Dataflow["role"];

/** One input of a node that an output flows into. */
export interface Target {
  readonly node: PlannedNode;
  readonly input: number;
}

export interface PlannedNode {
  readonly op: Operation;
  /** What the node does with values that live in frames; null for ops that compute. */
  readonly role: Role | null;
  readonly inputs: number;
  readonly controls: number;
  /** For each output, where it goes. */
  readonly targets: readonly Target[][];
  readonly controlTargets: PlannedNode[];
  /** For each output, its place among the fetches; -1 if nobody fetches it. */
  readonly fetches: readonly number[];
  /** Inputs that arrive as references but are wanted as values. */
  readonly dereference: readonly number[];
  runner: NodeRunner | null;
}

export interface DataflowPlan {
  /** Nodes that wait for nothing. */
  readonly roots: readonly PlannedNode[];
  /** For each feed, where its value goes. */
  readonly fed: readonly (readonly Target[])[];
  /** How many values enter the frame of this name. */
  readonly entries: ReadonlyMap<string, number>;
}

/** True for ops whose values live in frames: TensorFlow v1 control flow. */
export function isDataflow(op: Operation): boolean {
  return dataflowRole(op) !== null;
}

export const frameName = (node: PlannedNode): string => String(node.op.attrs["frame_name"]);

/** Plans the ops in `order`; edges from fed tensors start at the feeds. */
export function planDataflow(spec: ProgramSpec, order: readonly Operation[]): DataflowPlan {
  const feeds = new Map(spec.feeds.map((feed, i) => [feed, i]));
  const fetches = new Map(spec.fetches.map((fetch, i) => [fetch, i]));
  const nodes = new Map(order.map((op) => [op, planNode(op, feeds, fetches)]));
  const fed: Target[][] = spec.feeds.map(() => []);
  const entries = new Map<string, number>();
  for (const node of nodes.values()) {
    connect(node, nodes, feeds, fed);
    if (node.role === "enter") entries.set(frameName(node), (entries.get(frameName(node)) ?? 0) + 1);
  }
  const roots = [...nodes.values()].filter((node) => node.inputs + node.controls === 0);
  return { roots, fed, entries };
}

function planNode(
  op: Operation,
  feeds: ReadonlyMap<SymbolicTensor, number>,
  fetches: ReadonlyMap<SymbolicTensor, number>,
): PlannedNode {
  const role = dataflowRole(op);
  const isValue = (input: SymbolicTensor, i: number): boolean =>
    input.isRef && !feeds.has(input) && !op.wantsReference(i);
  return {
    op,
    role,
    inputs: op.inputs.length,
    controls: op.controlInputs.length,
    targets: op.outputs.map(() => []),
    controlTargets: [],
    fetches: op.outputs.map((output) => (feeds.has(output) ? -1 : (fetches.get(output) ?? -1))),
    dereference: op.inputs.flatMap((input, i) => (isValue(input, i) ? [i] : [])),
    runner: null,
  };
}

function connect(
  node: PlannedNode,
  nodes: ReadonlyMap<Operation, PlannedNode>,
  feeds: ReadonlyMap<SymbolicTensor, number>,
  fed: readonly Target[][],
): void {
  node.op.inputs.forEach((tensor, input) => {
    const feed = feeds.get(tensor);
    const targets = feed === undefined ? nodes.get(tensor.op)!.targets[tensor.index]! : fed[feed]!;
    targets.push({ node, input });
  });
  for (const op of node.op.controlInputs) nodes.get(op)!.controlTargets.push(node);
}
