// NodeDefs to nodes of a graph: made first, wired second, shapes last, so that loops need no special case.
import { dtypeInfo } from "../../base/dtypes.ts";
import { ValueError } from "../../base/errors.ts";
import type { Shape } from "../../base/shape.ts";
import type { NodeDef } from "../../wire/proto/node_def_pb.gen.ts";
import type { Graph, Operation, SymbolicTensor } from "../graph.ts";
import { flatArgs, inputTypes } from "../op-signature.ts";
import type { Attrs } from "../types.ts";
import { readAttrs } from "./attrs.ts";
import { keepNode } from "./originals.ts";
import { workOrder } from "./order.ts";

/** An input of a NodeDef: a tensor, or an operation to wait for. */
export type Source = { readonly tensor: SymbolicTensor } | { readonly control: Operation };

export interface ReadOptions {
  readonly graph: Graph;
  readonly nodes: readonly NodeDef[];
  /** The name that a node gets. */
  rename(name: string): string;
  /** Values of the attrs of the function whose nodes these are. */
  readonly given: Attrs;
  /** What an input's text means; `made` are the new nodes by their old names. */
  resolve(input: string, node: NodeDef, made: ReadonlyMap<string, Operation>): Source;
}

/** Adds nodes to a graph; returns them by their old names. */
export function readNodes(options: ReadOptions): Map<string, Operation> {
  const { nodes } = options;
  const made = new Map<string, Operation>();
  for (const node of nodes) {
    if (made.has(node.name)) throw new ValueError(`Node '${node.name}' is not unique`);
    made.set(node.name, insertNode(options, node));
  }
  for (const node of nodes) wire(options, node, made);
  inferAll([...made.values()]);
  return made;
}

function insertNode({ graph, rename, given }: ReadOptions, node: NodeDef): Operation {
  const signature = graph.signature(node.op);
  const isFunctionCall = graph.findFunction(node.op) !== undefined;
  const { attrs, types } = readAttrs(node, signature, given, isFunctionCall);
  const op = graph.insert({ name: rename(node.name), signature, attrs, device: node.device });
  for (const name in types) op.setAttr(name, attrs[name], types[name]);
  if ("_class" in attrs)
    op.setAttr("_class", renameClasses(attrs._class as readonly string[], rename), "list(string)");
  keepNode(op, node);
  return op;
}

const LOCATION = "loc:@";

/** Colocation names nodes: with their new names. */
function renameClasses(classes: readonly string[], rename: (name: string) => string): readonly string[] {
  return classes.map((each) =>
    each.startsWith(LOCATION) ? LOCATION + rename(each.slice(LOCATION.length)) : each,
  );
}

function wire(options: ReadOptions, node: NodeDef, made: ReadonlyMap<string, Operation>): void {
  const op = made.get(node.name)!;
  const controls: Operation[] = [];
  const tensors: SymbolicTensor[] = [];
  for (const input of node.input) {
    const source = options.resolve(input, node, made);
    if ("control" in source) controls.push(source.control);
    else if (controls.length > 0)
      throw new ValueError(`Node '${node.name}': Control dependencies must come after regular dependencies`);
    else tensors.push(source.tensor);
  }
  checkInputs(op, tensors);
  for (const tensor of tensors) op.addInput(tensor);
  if (controls.length > 0) op.addControlInputs(controls);
}

function checkInputs(op: Operation, tensors: readonly SymbolicTensor[]): void {
  const expected = inputTypes(op.signature, op.attrs);
  if (expected.length !== tensors.length)
    throw new ValueError(
      `NodeDef expected inputs '${expected.map((dtype) => dtypeInfo(dtype).cName).join(", ")}' ` +
        `do not match ${tensors.length} inputs specified; Op<name=${op.type}>; NodeDef: {{node ${op.name}}}`,
    );
  const args = op.signature.inputs.some((arg) => arg.isRef) ? flatArgs(op.signature.inputs, op.attrs) : null;
  tensors.forEach((tensor, i) => {
    const wantsRef = args?.[i].isRef ?? false;
    if (tensor.dtype === expected[i] && (!wantsRef || tensor.isRef)) return;
    const passed = dtypeInfo(tensor.dtype).cName + (tensor.isRef ? "_ref" : "");
    throw new ValueError(
      `Input ${i} of node ${op.name} was passed ${passed} from ${tensor.name} incompatible with expected ` +
        `${dtypeInfo(expected[i]).cName}${wantsRef ? "_ref" : ""}.`,
    );
  });
}

function inferAll(ops: readonly Operation[]): void {
  const positions = new Map(ops.map((op, i) => [op, i]));
  const users: number[][] = ops.map(() => []);
  const inputs = ops.map((op, i) => {
    const sources = [...op.inputs.map((input) => input.op), ...op.controlInputs];
    const found = sources.map((each) => positions.get(each)).filter((each) => each !== undefined);
    for (const source of found) users[source].push(i);
    return found;
  });
  for (const position of workOrder(inputs, users)) inferOne(ops[position]);
}

/** `_output_shapes` says what was known when the node was written; it is taken over and removed. */
function inferOne(op: Operation): void {
  op.inferShapes();
  const shapes = op.attrs._output_shapes as readonly Shape[] | undefined;
  if (shapes === undefined) return;
  if (shapes.length !== op.outputs.length)
    throw new ValueError(
      `Node '${op.name}' has ${op.outputs.length} outputs but the _output_shapes attribute specifies ` +
        `shapes for ${shapes.length} outputs`,
    );
  op.outputs.forEach((output, i) => {
    output.setShape(shapes[i]);
  });
  op.removeAttr("_output_shapes");
}
