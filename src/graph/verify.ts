// The law of graphs, checked: what every pass and import must leave true.
import { InternalError } from "../base/errors.ts";
import { FuncGraph } from "./func-graph.ts";
import type { Graph, Operation, SymbolicTensor } from "./graph.ts";
import { isValidNodeName } from "./names.ts";
import { flatArgs, inputTypes, outputTypes } from "./op-signature.ts";

/** What is wrong with a graph; nothing if the list is empty. */
export function graphProblems(graph: Graph): string[] {
  const ops = graph.getOperations();
  const problems = ops.flatMap((op) => nodeProblems(graph, op));
  if (graph instanceof FuncGraph) problems.push(...functionProblems(graph));
  // Walking along broken edges would lead out of the graph.
  return problems.length > 0 ? problems : cycleProblems(ops);
}

/** Raises InternalError if the graph breaks the law; `where` says after what. */
export function verifyGraph(graph: Graph, where = "graph"): void {
  const problems = graphProblems(graph);
  if (problems.length > 0)
    throw new InternalError(`Verifying ${where}: expected a sound graph, received ${problems.join("; ")}`);
}

function nodeProblems(graph: Graph, op: Operation): string[] {
  const problems: string[] = [];
  const claim = (holds: boolean, text: string): void => {
    if (!holds) problems.push(`${op.name}: ${text}`);
  };
  claim(isValidNodeName(op.name), "its name is not valid");
  claim(
    graph.operations.get(op.name) === op && op.graph === graph,
    "it is not the graph's node of that name",
  );
  for (const name of op.signature.attrs.keys())
    claim(op.attrs[name] !== undefined, `attr ${name} is missing`);
  if (problems.length > 0) return problems;
  checkInputs(graph, op, claim);
  const types = outputTypes(op.signature, op.attrs);
  claim(
    types.join() === op.outputs.map((output) => output.dtype).join(),
    `outputs are not ${types.join(", ")}`,
  );
  for (const control of op.controlInputs)
    claim(
      graph.operations.get(control.name) === control,
      `control input ${control.name} is not in the graph`,
    );
  return problems;
}

function checkInputs(graph: Graph, op: Operation, claim: (holds: boolean, text: string) => void): void {
  const types = inputTypes(op.signature, op.attrs);
  const args = flatArgs(op.signature.inputs, op.attrs);
  claim(types.length === op.inputs.length, `it has ${op.inputs.length} inputs, not ${types.length}`);
  op.inputs.forEach((input, i) => {
    claim(isOutput(graph, input), `input ${i} (${input.name}) is not in the graph`);
    claim(input.dtype === types[i], `input ${i} (${input.name}) is ${input.dtype}, not ${types[i]}`);
    claim(input.isRef || !args[i]?.isRef, `input ${i} (${input.name}) is no reference`);
    const uses = input.uses.filter((user) => user === op).length;
    claim(
      uses === op.inputs.filter((each) => each === input).length,
      `${input.name} counts ${uses} uses by it`,
    );
  });
}

const isOutput = (graph: Graph, tensor: SymbolicTensor): boolean =>
  graph.operations.get(tensor.op.name) === tensor.op && tensor.op.outputs[tensor.index] === tensor;

function functionProblems(graph: FuncGraph): string[] {
  const problems: string[] = [];
  for (const tensor of [...graph.inputs, ...graph.outputs])
    if (!isOutput(graph, tensor))
      problems.push(`${tensor.name}: an input or output of the function is not in it`);
  for (const op of graph.controlOutputs)
    if (graph.operations.get(op.name) !== op)
      problems.push(`${op.name}: a control output is not in the function`);
  if (new Set(graph.inputs).size < graph.inputs.length)
    problems.push("an input of the function is listed twice");
  return problems;
}

/** Values that flow back into a loop; where no definition tells, edges against the order of making. */
function isBackEdge(from: Operation, to: Operation): boolean {
  const { definition } = from;
  if (definition === undefined) return from.id > to.id;
  const { lower } = definition;
  return typeof lower !== "function" && lower.kind === "dataflow" && lower.role === "nextIteration";
}

function cycleProblems(ops: readonly Operation[]): string[] {
  const waiting = new Map<Operation, number>();
  const users = new Map<Operation, Operation[]>(ops.map((op) => [op, []]));
  for (const op of ops) {
    const sources = [...op.inputs.map((input) => input.op), ...op.controlInputs];
    const before = sources.filter((source) => !isBackEdge(source, op));
    waiting.set(op, before.length);
    for (const source of before) users.get(source)!.push(op);
  }
  const ready = ops.filter((op) => waiting.get(op) === 0);
  for (let op = ready.pop(); op !== undefined; op = ready.pop()) {
    waiting.delete(op);
    for (const user of users.get(op)!) {
      const left = waiting.get(user)! - 1;
      waiting.set(user, left);
      if (left === 0) ready.push(user);
    }
  }
  const stuck = [...waiting.keys()].map((op) => op.name);
  return stuck.length === 0 ? [] : [`a cycle holds ${stuck.slice(0, 5).join(", ")}`];
}
