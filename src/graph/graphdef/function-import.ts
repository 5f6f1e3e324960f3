// FunctionDefs to function graphs, made when somebody first looks inside.
import { type DTypeName, dtypeFromProto } from "../../base/dtypes.ts";
import { InternalError, UnimplementedError, ValueError } from "../../base/errors.ts";
import type { Shape } from "../../base/shape.ts";
import type { FunctionDef } from "../../wire/proto/function_pb.gen.ts";
import type { NodeDef } from "../../wire/proto/node_def_pb.gen.ts";
import type { OpDef_ArgDef } from "../../wire/proto/op_def_pb.gen.ts";
import type { TypedAttr } from "../attr-types.ts";
import { FuncGraph } from "../func-graph.ts";
import type { Graph, GraphFunction, Operation, SymbolicTensor } from "../graph.ts";
import { argTypes } from "../op-signature.ts";
import type { Attrs } from "../types.ts";
import { readAttr } from "./attrs.ts";
import { readNodes, type Source } from "./read-nodes.ts";

/** A function as it came in a library. */
export class ImportedFunction implements GraphFunction {
  readonly name: string;
  readonly #definition: FunctionDef;
  readonly #library: Graph;
  #body: FuncGraph | null = null;
  #isBeingMade = false;

  constructor(definition: FunctionDef, library: Graph) {
    this.name = definition.signature?.name ?? "";
    this.#definition = definition;
    this.#library = library;
  }

  get isBeingMade(): boolean {
    return this.#isBeingMade;
  }

  get source(): FunctionDef | undefined {
    return this.#body === null || this.isGeneric ? this.#definition : undefined;
  }

  /** True if it has attrs of its own, such as a dtype to be chosen by each call. */
  get isGeneric(): boolean {
    return (this.#definition.signature?.attr.length ?? 0) > 0;
  }

  get body(): FuncGraph {
    if (this.#body !== null) return this.#body;
    if (this.#isBeingMade)
      throw new InternalError(
        `Reading function ${this.name}: expected a body without itself, received a circle`,
      );
    this.#isBeingMade = true;
    try {
      this.#body = this.instantiate({});
    } finally {
      this.#isBeingMade = false;
    }
    return this.#body;
  }

  /** The body for given values of the function's attrs. */
  instantiate(attrs: Attrs): FuncGraph {
    return new FunctionReader(this.#definition, this.#library, attrs).read();
  }
}

class FunctionReader {
  readonly #definition: FunctionDef;
  readonly #body: FuncGraph;
  readonly #attrs: Attrs;
  readonly #arguments = new Map<string, SymbolicTensor>();

  constructor(definition: FunctionDef, library: Graph, attrs: Attrs) {
    this.#definition = definition;
    this.#attrs = attrs;
    this.#body = new FuncGraph(definition.signature?.name ?? "", library.ops, library);
  }

  read(): FuncGraph {
    const { signature, nodeDef, attr } = this.#definition;
    const body = this.#body;
    for (const name in attr) body.functionAttrs.set(name, readAttr(attr[name]));
    if (!("_construction_context" in attr)) body.functionAttrs.delete("_construction_context");
    const inputArgs = signature?.inputArg ?? [];
    inputArgs.forEach((arg, i) => {
      this.#addArgument(arg, i);
    });
    const nodes = readNodes({
      graph: body,
      nodes: nodeDef,
      given: this.#attrs,
      rename: (name) => name,
      resolve: (input, node, made) => this.#resolve(input, node, made),
    });
    this.#setResults(nodes);
    body.inputNames = inputArgs.map((arg) => arg.name);
    body.functionDescription = signature?.description ?? "";
    body.isDeclaredStateful = signature?.isStateful ?? false;
    return body;
  }

  #dtypeOf(arg: OpDef_ArgDef): DTypeName {
    if (arg.numberAttr !== "" || arg.typeListAttr !== "")
      throw new UnimplementedError(
        `Reading function ${this.#body.name}: expected arguments of one tensor, received list ${arg.name}`,
      );
    const dtype =
      arg.typeAttr === "" ? dtypeFromProto(arg.type) : (this.#attrs[arg.typeAttr] as DTypeName | undefined);
    if (dtype === undefined)
      throw new ValueError(
        `Reading function ${this.#body.name}: expected a dtype for argument ${arg.name}, received none`,
      );
    return dtype;
  }

  #addArgument(arg: OpDef_ArgDef, index: number): void {
    const attrs = this.#definition.argAttr[index]?.attr ?? {};
    const shape = this.#shapeOf(
      attrs._output_shapes === undefined ? undefined : readAttr(attrs._output_shapes, "list(shape)"),
    );
    const input = this.#body.addInput(this.#dtypeOf(arg), shape, arg.name);
    for (const name in attrs) {
      const { type, value } = readAttr(attrs[name]);
      if (name !== "_output_shapes") input.op.setAttr(name, value, type);
    }
    this.#setHandle(input, arg);
    this.#arguments.set(arg.name, input);
  }

  #shapeOf(shapes: TypedAttr | undefined): Shape {
    return (shapes?.value as readonly Shape[] | undefined)?.[0] ?? null;
  }

  #setHandle(input: SymbolicTensor, { handleData: [handle] }: OpDef_ArgDef): void {
    if (handle === undefined) return;
    const dtype = dtypeFromProto(handle.dtype);
    if (dtype === undefined) return;
    const sizes = handle.shape?.unknownRank ? null : (handle.shape?.dim.map((dim) => Number(dim.size)) ?? []);
    input.handleType = { dtype, shape: sizes };
  }

  /** "argument", "node:output:0", "^node". */
  #resolve(input: string, node: { readonly name: string }, made: ReadonlyMap<string, Operation>): Source {
    if (input.startsWith("^")) {
      const name = input.slice(1);
      const control = made.get(name) ?? this.#arguments.get(name)?.op;
      if (control !== undefined) return { control };
      throw new ValueError(`Node '${node.name}': Unknown input node '${name}'`);
    }
    const [name, output, index = "0"] = input.split(":");
    const argument = this.#arguments.get(name);
    if (argument !== undefined) return { tensor: argument };
    const op = made.get(name);
    if (op === undefined) throw new ValueError(`Node '${node.name}': Unknown input node '${input}'`);
    const tensor = op.outputs[positionOf(op, output, Number(index))];
    if (tensor === undefined)
      throw new ValueError(`Node '${node.name}': expected an output of ${name}, received '${input}'`);
    return { tensor };
  }

  #setResults(nodes: ReadonlyMap<string, Operation>): void {
    const { signature, ret, controlRet } = this.#definition;
    const outputNames = (signature?.outputArg ?? []).map((arg) => arg.name);
    const end: Pick<NodeDef, "name"> = { name: "return" };
    this.#body.outputs = outputNames.map((name) => {
      const source = ret[name] === undefined ? undefined : this.#resolve(ret[name], end, nodes);
      if (source !== undefined && "tensor" in source) return source.tensor;
      throw new ValueError(`Return ${name} missing.`);
    });
    this.#body.outputNames = outputNames;
    const controls = signature?.controlOutput ?? [];
    this.#body.controlOutputNames = controls;
    this.#body.controlOutputs = controls.map((name) => {
      const op = nodes.get(controlRet[name]);
      if (op === undefined) throw new ValueError(`Control return ${name} missing.`);
      return op;
    });
  }
}

/** The flat index of entry `index` of the output argument `name`; older writers give a flat index instead. */
function positionOf(op: Operation, name: string | undefined, index: number): number {
  if (name === undefined) return 0;
  if (/^\d+$/.test(name)) return Number(name);
  let first = 0;
  for (const arg of op.signature.outputs) {
    if (arg.name === name) return first + index;
    first += argTypes(arg, op.attrs).length;
  }
  return -1;
}
