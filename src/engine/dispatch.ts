// Every op call arrives here: a node in the graph that is being built, or done at once.
import { isRecording, record } from "../autodiff/tape-stack.ts";
import { RecordedOp } from "../autodiff/backward.ts";
import { recordNode } from "../autodiff/graph-gradients.ts";
import { installEvaluator } from "../graph/constant-value.ts";
import { graphFor } from "../graph/default-graph.ts";
import type { Graph, Operation } from "../graph/graph.ts";
import type { NodeView } from "../graph/views.ts";
import { isPure } from "../optimize/purity.ts";
import { located, locating } from "../graph/source-line.ts";
import { bind, type Signature, signatureOf } from "../graph/signature.ts";
import { type Dispatcher, installDispatcher, type Tensor } from "../graph/tensor-base.ts";
import type { TensorValue, Value } from "../graph/types.ts";
import { opTable } from "../ops/table.ts";
import { context, newStep } from "./context.ts";
import { toTensor } from "./convert.ts";
import { EagerTensor, fromValue } from "./eager-tensor.ts";
import { NodeRunner } from "./node-runner.ts";
import type { Step } from "./step.ts";

type Attributes = Readonly<Record<string, unknown>>;
const NO_ATTRS: Attributes = {};

/** Calls an op. Arguments are tensors, lists of tensors or literals; `nodeName` names the node in a graph. */
export function callOp(
  name: string,
  args: readonly unknown[],
  attrs: Attributes = NO_ATTRS,
  nodeName?: string,
): readonly Tensor[] {
  try {
    return callHere(name, args, attrs, nodeName);
  } catch (error) {
    throw located(error);
  }
}

function callHere(
  name: string,
  args: readonly unknown[],
  attrs: Attributes,
  nodeName?: string,
): readonly Tensor[] {
  const graph = graphFor(args);
  if (graph !== null) return buildNode(graph, name, args, attrs, nodeName).outputs;
  const isPlain = attrs === NO_ATTRS;
  if (isPlain && allEager(args)) {
    const runner = context.runners.plain(name, args);
    if (runner !== undefined) return execute(runner, args);
  }
  const signature = signatureOf(name, opTable);
  const bound = bind(signature, args, attrs, toTensor, "eager");
  const inputs = bound.inputs as readonly EagerTensor[];
  return execute(context.runners.bound(signature, inputs, bound.attrs, isPlain), inputs);
}

function allEager(args: readonly unknown[]): args is readonly EagerTensor[] {
  for (let i = 0; i < args.length; i++) if (!(args[i] instanceof EagerTensor)) return false;
  return true;
}

function execute(runner: NodeRunner, inputs: readonly EagerTensor[]): EagerTensor[] {
  const step = newStep();
  const outputs = attempt(runner, inputs, step);
  if (isRecording()) remember(runner, inputs, outputs);
  return outputs;
}

// As `step.attempt`, without a closure for every op.
function attempt(runner: NodeRunner, inputs: readonly EagerTensor[], step: Step): EagerTensor[] {
  try {
    return runner.run(inputs, step);
  } catch (error) {
    step.journal.rollBack();
    throw error;
  }
}

/**
 * Computes a node of a graph whose inputs are known, for shape inference; undefined if it cannot be known.
 */
function evaluateNode(node: NodeView, inputs: readonly TensorValue[]): readonly TensorValue[] | undefined {
  const { definition: op, attrs, name } = node;
  if (op === undefined || !isPure(node as Operation)) return undefined;
  const runner = new NodeRunner({ op, attrs, name, outputTypes: node.outputs.map((output) => output.dtype) });
  try {
    return runner.run(inputs.map(fromValue), newStep()).map((output) => output.toValue());
  } catch {
    return undefined;
  }
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
  const op = locating(() => graph.call(name, args, attrs, nodeName, toTensor));
  if (isRecording()) recordNode(op);
  return op;
}

/** An op's outputs in the form its OpDef gives them: nothing, one, a list, or a tuple of these. */
export function callShaped(
  name: string,
  args: readonly unknown[],
  attrs?: Attributes,
  nodeName?: string,
): unknown {
  const outputs = callOp(name, args, attrs, nodeName);
  return shaped(signatureOf(name, opTable), outputs);
}

// Ops with several outputs of which one is a list do not exist but for lists at the end.
function shaped(signature: Signature, outputs: readonly Tensor[]): unknown {
  const { outputs: specs } = signature;
  if (specs.length === 0) return undefined;
  const lists = specs.map((spec) => spec.count !== null || spec.isList);
  if (specs.length === 1) return lists[0] ? outputs : outputs[0];
  if (!lists.includes(true)) return outputs;
  return grouped(lists, outputs);
}

function grouped(lists: readonly boolean[], outputs: readonly Tensor[]): unknown[] {
  const singles = lists.filter((isList) => !isList).length;
  const size = (outputs.length - singles) / (lists.length - singles);
  let next = 0;
  return lists.map((isList) => {
    if (!isList) return outputs[next++];
    next += size;
    return outputs.slice(next - size, next);
  });
}

installDispatcher({ op: callShaped as Dispatcher["op"] });
installEvaluator(evaluateNode);
