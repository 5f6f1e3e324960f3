// Every op call arrives here: a node in the graph that is being built, or done at once.
import { isRecording, record } from "../autodiff/tape-stack.ts";
import { RecordedOp } from "../autodiff/backward.ts";
import { currentGraph } from "../graph/default-graph.ts";
import type { Graph } from "../graph/graph.ts";
import type { Operation } from "../graph/operation.ts";
import { bind, type Signature, signatureOf } from "../graph/signature.ts";
import { installDispatcher, SymbolicTensor, Tensor } from "../graph/tensor.ts";
import type { Attrs, TensorValue, Value } from "../graph/types.ts";
import { opTable } from "../ops/table.ts";
import { context, newStep } from "./context.ts";
import { convert } from "./convert.ts";
import { EagerTensor } from "./eager-tensor.ts";
import type { NodeRunner } from "./node-runner.ts";

type Attributes = Readonly<Record<string, unknown>>;
const NO_ATTRS: Attributes = {};

/** Calls an op. Arguments are tensors, lists of tensors or literals; `nodeName` names the node in a graph. */
export function callOp(
  name: string,
  args: readonly unknown[],
  attrs: Attributes = NO_ATTRS,
  nodeName?: string,
): readonly Tensor[] {
  const graph = currentGraph() ?? graphOf(args);
  if (graph !== null) return buildNode(graph, name, args, attrs, nodeName).outputs;
  const isPlain = attrs === NO_ATTRS;
  if (isPlain && allEager(args)) {
    const runner = context.runners.plain(name, args);
    if (runner !== undefined) return execute(runner, args);
  }
  const signature = signatureOf(name, opTable);
  const bound = bind(signature, args, attrs, (literal, dtype) => convert(literal, dtype));
  const inputs = bound.inputs as readonly EagerTensor[];
  return execute(context.runners.bound(signature, inputs, bound.attrs, isPlain), inputs);
}

function allEager(args: readonly unknown[]): args is readonly EagerTensor[] {
  for (let i = 0; i < args.length; i++) if (!(args[i] instanceof EagerTensor)) return false;
  return true;
}

function graphOf(args: readonly unknown[]): Graph | null {
  for (const arg of args) {
    if (arg instanceof SymbolicTensor) return arg.graph;
    if (Array.isArray(arg)) {
      const inner = graphOf(arg);
      if (inner !== null) return inner;
    }
  }
  return null;
}

function execute(runner: NodeRunner, inputs: readonly EagerTensor[]): EagerTensor[] {
  const step = newStep();
  const outputs = runner.run(inputs, step);
  if (isRecording()) remember(runner, inputs, outputs);
  return outputs;
}

function remember(runner: NodeRunner, inputs: readonly EagerTensor[], outputs: readonly EagerTensor[]): void {
  const { op, attrs } = runner.spec;
  record(new RecordedOp(op, attrs, "", inputs, outputs, eagerValue));
}

const eagerValue = (value: Value): TensorValue | undefined =>
  value instanceof EagerTensor ? value.toValue() : undefined;

/** Adds a node to a graph; literals become Const nodes named after the argument. */
export function buildNode(
  graph: Graph,
  name: string,
  args: readonly unknown[],
  attrs: Attributes = NO_ATTRS,
  nodeName?: string,
): Operation {
  const op = graph.call(name, args, attrs as Attrs, nodeName, convert);
  if (isRecording() && op.definition !== undefined)
    record(new RecordedOp(op.definition, op.attrs, op.name, op.inputs, op.outputs, (value) => graph.constantValue(value)));
  return op;
}

/** An op's outputs in the form its OpDef gives them: nothing, one, a list, or a tuple of these. */
export function callShaped(name: string, args: readonly unknown[], attrs?: Attributes, nodeName?: string): unknown {
  const outputs = callOp(name, args, attrs, nodeName);
  return shaped(signatureOf(name, opTable), outputs, attrs);
}

function shaped(signature: Signature, outputs: readonly Tensor[], attrs: Attributes = NO_ATTRS): unknown {
  const { outputs: specs } = signature;
  if (specs.length === 0) return undefined;
  const single = specs[0]!.count === null && !specs[0]!.isList;
  if (specs.length === 1) return single ? outputs[0] : outputs;
  if (specs.every((spec) => spec.count === null && !spec.isList)) return outputs;
  void attrs;
  return outputs;
}

installDispatcher({ op: callShaped, method: () => undefined } as never);
