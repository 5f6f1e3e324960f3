// Graphs, their operations and the tensors between them: one web of three classes.
import type { DTypeName } from "../base/dtypes.ts";
import { RuntimeError, ValueError } from "../base/errors.ts";
import type { Shape } from "../base/shape.ts";
import type { FunctionDef } from "../wire/proto/function_pb.gen.ts";
import type { TypedAttr } from "./attr-types.ts";
import { checkInputTypes } from "./check-inputs.ts";
import { constantShape, constantValue } from "./constant-value.ts";
import { Edge } from "./edge.ts";
import { allowedText, findByName, typeName } from "./elements.ts";
import { checkNodeName } from "./names.ts";
import { Node, type NodeParts } from "./node.ts";
import type { OpTable } from "./op.ts";
import { flatArgs, outputTypes, type Signature } from "./op-signature.ts";
import { type ControlFlowContext, GraphScopes } from "./scopes.ts";
import { bind, findSignature, signatureOf } from "./signature.ts";
import { captureStack, locating } from "./source-line.ts";
import { isConcrete, type Tensor } from "./tensor-base.ts";
import type { Attrs, FunctionRef, TensorValue, Value } from "./types.ts";

export interface NodeSpec {
  /** An op's name, or its signature. */
  readonly op: string | Signature;
  readonly inputs: readonly Tensor[];
  /** Complete and checked: what `bind` gives. */
  readonly attrs: Attrs;
  /** Made unique in the current scope; "a/b/" is taken as it is. Defaults to the op's name. */
  readonly name?: string | undefined;
  /** Beside those of the scopes. */
  readonly controlInputs?: readonly Operation[];
  readonly device?: string;
  /** Shapes to take instead of inferring them. */
  readonly outputShapes?: readonly Shape[];
}

/** An output of an operation in a graph: a value that will be computed. */
export class SymbolicTensor extends Edge<Operation> {
  get graph(): Graph {
    return this.op.graph;
  }
}

/** A node of a graph. */
export class Operation extends Node<Operation, SymbolicTensor> {
  readonly graph: Graph;
  override readonly outputs: readonly SymbolicTensor[];
  controlFlowContext: ControlFlowContext<Operation, SymbolicTensor> | null;

  constructor(graph: Graph, parts: NodeParts<Operation>) {
    super(parts);
    this.graph = graph;
    this.controlFlowContext = graph.controlFlowContext;
    const { signature, attrs } = parts;
    const refs = signature.outputs.some((arg) => arg.isRef) ? flatArgs(signature.outputs, attrs) : null;
    this.outputs = outputTypes(signature, attrs).map((dtype, i) => {
      return new SymbolicTensor(this, i, dtype, refs?.[i].isRef ?? false);
    });
  }

  protected override get self(): Operation {
    return this;
  }

  protected override resultsOf(fn: FunctionRef): readonly Value[] | undefined {
    return this.graph.resultsOf(fn);
  }
}

/** A graph with inputs and outputs: what a function computes. Made by `FuncGraph`. */
export interface FunctionBody extends Graph {
  readonly outerGraph: Graph | null;
  readonly inputs: readonly SymbolicTensor[];
  readonly outputs: readonly SymbolicTensor[];
  readonly controlOutputs: readonly Operation[];
  // What FunctionDefs say beside that; names are made from those of nodes where they are null.
  readonly inputNames: readonly string[] | null;
  readonly outputNames: readonly string[] | null;
  readonly controlOutputNames: readonly string[] | null;
  readonly functionAttrs: ReadonlyMap<string, TypedAttr>;
  readonly functionDescription: string;
  /** Said to have effects, whatever its nodes are. */
  readonly isDeclaredStateful: boolean;
}

/** A function of a graph's library. */
export interface GraphFunction {
  readonly name: string;
  readonly body: FunctionBody;
  /** The message it came from, as long as nobody looked inside. */
  readonly source?: FunctionDef | undefined;
  /** True while the body is being made: functions that call themselves know no results yet. */
  readonly isBeingMade?: boolean;
}

/** Versions of GraphDef: what wrote the graph, and what can read it. */
export interface GraphVersions {
  readonly producer: number;
  readonly minConsumer: number;
  readonly badConsumers: readonly number[];
}

/** GraphDef's version in TensorFlow 2.21. */
const PRODUCER = 2474;

export class Graph extends GraphScopes<Operation, SymbolicTensor> {
  readonly ops: OpTable;
  readonly functions = new Map<string, GraphFunction>();
  /** Functions that compute gradients of functions, by name. */
  readonly functionGradients = new Map<string, string>();
  /** False for graphs whose nodes no user made: composed ops, imports. */
  keepsLines = true;
  versions: GraphVersions = { producer: PRODUCER, minConsumer: 0, badConsumers: [] };
  readonly #operations = new Map<string, Operation>();
  readonly #notFeedable = new Set<unknown>();
  readonly #notFetchable = new Set<unknown>();
  #lastId = 0;

  constructor(ops: OpTable) {
    super();
    this.ops = ops;
  }

  /** True for graphs of functions. */
  get isFunction(): boolean {
    return false;
  }
  /** Changes whenever a node is added. */
  get version(): number {
    return this.#lastId;
  }
  /** The number of nodes so far; unseeded random ops take it as their seed. */
  get lastId(): number {
    return this.#lastId;
  }

  signature(op: string): Signature {
    return findSignature(op, this.ops) ?? this.functionSignature(op) ?? signatureOf(op, this.ops);
  }

  /** Functions can be called like ops, by their name. */
  protected functionSignature(name: string): Signature | undefined {
    const body = this.findFunction(name)?.body;
    if (body === undefined) return undefined;
    const args = (tensors: readonly SymbolicTensor[]): Signature["inputs"] =>
      tensors.map(({ op, dtype }) => ({
        name: op.name,
        isRef: false,
        type: { fixed: dtype },
        count: null,
        isList: false,
      }));
    return {
      name,
      inputs: args(body.inputs),
      outputs: args(body.outputs),
      attrs: new Map(),
      isStateful: body.getOperations().some((op) => op.isStateful),
      definition: undefined,
    };
  }

  /** A function of the library; in functions also of the graphs around. */
  findFunction(name: string): GraphFunction | undefined {
    return this.functions.get(name);
  }

  /** What a function gives, as far as it is known. */
  resultsOf(fn: FunctionRef): readonly Value[] | undefined {
    const found = this.findFunction(fn.name);
    return found === undefined || found.isBeingMade ? undefined : found.body.outputs;
  }

  /**
   * Calls an op: binds arguments, makes nodes of literals (named after arguments: "mul/y"), adds the node.
   * `convert` makes a tensor of anything that is none.
   */
  call(
    op: string,
    args: readonly unknown[],
    attrs: Readonly<Record<string, unknown>>,
    name: string | undefined,
    convert: (literal: unknown, dtype?: DTypeName, argument?: string) => Tensor,
  ): Operation {
    const signature = this.signature(op);
    const before = this.names.current;
    const scope = this.names.open(name ?? op);
    try {
      const make = (literal: unknown, dtype: DTypeName | undefined, argument: string): Tensor => {
        const made = convert(literal, dtype, argument);
        return isConcrete(made) ? this.constant(made.toValue(), argument) : made;
      };
      const { inputs, attrs: complete } = bind(signature, args, attrs, make);
      return this.addNode({ op: signature, inputs, attrs: complete, name: scope });
    } finally {
      this.names.current = before;
    }
  }

  /** A node for a literal. */
  constant(value: TensorValue, name = "Const"): SymbolicTensor {
    return this.addNode({ op: "Const", inputs: [], attrs: { value, dtype: value.dtype }, name }).outputs[0];
  }

  /** Adds a node with complete attrs. */
  addNode(spec: NodeSpec): Operation {
    this.checkNotFinalized();
    const signature = typeof spec.op === "string" ? this.signature(spec.op) : spec.op;
    const inputs = spec.inputs.map((input) => this.adopt(input, spec.inputs));
    checkInputTypes(signature, inputs, spec.attrs);
    const asked = spec.name ?? signature.name;
    const name = asked.endsWith("/") ? asked.slice(0, -1) : this.names.unique(asked);
    const controlInputs = [...(spec.controlInputs ?? []), ...this.dependencies.forInputs(inputs)];
    const stack = this.keepsLines ? captureStack() : undefined;
    const op = this.insert({
      stack,
      name,
      signature,
      attrs: spec.attrs,
      device: spec.device ?? "",
      controlInputs,
    });
    for (const input of inputs) op.addInput(input);
    this.#infer(op, spec.outputShapes);
    this.controlFlowContext?.addOp(op);
    this.#applyScopes(op);
    return op;
  }

  #infer(op: Operation, shapes: readonly Shape[] | undefined): void {
    try {
      op.inferShapes();
      shapes?.forEach((shape, i) => {
        op.outputs[i].setShape(shape);
      });
    } catch (error) {
      this.#remove(op);
      throw error;
    }
  }

  #remove(op: Operation): void {
    op.removeInputs();
    this.#operations.delete(op.name);
    this.#lastId--;
  }

  /** Adds a bare node: no scopes, no inputs yet. For imports. */
  insert(parts: Omit<NodeParts<Operation>, "id">): Operation {
    const { name } = parts;
    checkNodeName(name);
    if (this.#operations.has(name)) throw new ValueError(`Duplicate node name in graph: '${name}'`);
    const op = new Operation(this, { ...parts, id: ++this.#lastId });
    this.#operations.set(name, op);
    this.names.markUsed(name);
    return op;
  }

  #applyScopes(op: Operation): void {
    for (const key in this.attrScope) if (!(key in op.attrs)) op.setAttr(key, this.attrScope[key]);
    const gradient = this.gradientOverrides[op.type];
    if (gradient !== undefined) op.setAttr("_gradient_op_type", gradient, "string");
    this.dependencies.record(op);
    this.devices.apply(op);
    if (this.colocation.length > 0) {
      const groups = new Set(this.colocation.flatMap((each) => each.colocationGroups()));
      op.device = this.colocation.find((each) => each.device !== "")?.device ?? op.device;
      op.setAttr("_class", [...groups].sort(), "list(string)");
    }
    const container = this.currentContainer;
    if (container !== "" && op.isStateful && op.attrs.container === "") op.setAttr("container", container);
  }

  /** Applies the device scopes to a node that was inserted. */
  applyDevices(op: Operation): void {
    this.devices.apply(op);
  }

  /** An input as a tensor of this graph; functions capture what comes from outside. */
  protected adopt(input: Tensor, all: readonly Tensor[]): SymbolicTensor {
    if (input instanceof SymbolicTensor) {
      if (input.graph === this) return input;
      const first = all.find((each) => each instanceof SymbolicTensor && each.graph === this) ?? all[0];
      throw new ValueError(`${input.toString()} must be from the same graph as ${first.toString()}.`);
    }
    throw new RuntimeError("Attempting to capture an EagerTensor without building a function.");
  }

  getOperations(): Operation[] {
    return [...this.#operations.values()];
  }

  get operations(): ReadonlyMap<string, Operation> {
    return this.#operations;
  }

  getOperationByName(name: string): Operation {
    return locating(() => this.asGraphElement(requireName(name, "Operation"), false, true)) as Operation;
  }

  getTensorByName(name: string): SymbolicTensor {
    return locating(() => this.asGraphElement(requireName(name, "Tensor"), true, false)) as SymbolicTensor;
  }

  /** The tensor or operation that `x` is, or names. */
  asGraphElement(x: unknown, allowTensor = true, allowOperation = true): SymbolicTensor | Operation {
    const allowed = { tensor: allowTensor, operation: allowOperation };
    const like = x as { asGraphElement?: () => unknown } | null | undefined;
    const element =
      typeof like?.asGraphElement === "function" && !(x instanceof Graph) ? like.asGraphElement() : x;
    if (typeof element === "string")
      return findByName<SymbolicTensor, Operation>(element, this.#operations, allowed);
    const isTensor = element instanceof SymbolicTensor;
    if ((isTensor && allowTensor) || (element instanceof Operation && allowOperation)) {
      if (element.graph === this) return element;
      const kind = isTensor ? "Tensor" : "Operation";
      throw new ValueError(`${kind} ${element.toString()} is not an element of this graph.`);
    }
    throw new TypeError(`Can not convert a ${typeName(element)} into a ${allowedText(allowed)}.`);
  }

  protected resolveOperation(x: unknown): Operation {
    const like = x as { asControlInput?: () => Operation } | null | undefined;
    const element =
      typeof like?.asControlInput === "function" ? like.asControlInput() : this.asGraphElement(x);
    return element instanceof SymbolicTensor ? element.op : element;
  }

  preventFeeding(tensor: SymbolicTensor): void {
    this.#notFeedable.add(tensor);
  }
  isFeedable(tensor: SymbolicTensor): boolean {
    return !this.#notFeedable.has(tensor);
  }
  preventFetching(op: Operation): void {
    this.#notFetchable.add(op);
  }
  isFetchable(x: SymbolicTensor | Operation): boolean {
    return !this.#notFetchable.has(x instanceof SymbolicTensor ? x.op : x);
  }

  /** The value of a tensor that depends on constants only. */
  constantValue(x: Value): TensorValue | undefined {
    if (x instanceof SymbolicTensor) return constantValue(x);
    return isConcrete(x) ? x.toValue() : undefined;
  }

  /** A tensor's value read as a shape, as far as it is known. */
  constantShape(x: Value): Shape {
    if (x instanceof SymbolicTensor) return constantShape(x);
    return isConcrete(x) ? Array.from(x.toValue().data as ArrayLike<number | bigint>, Number) : null;
  }
}

function requireName(name: unknown, what: string): string {
  if (typeof name === "string") return name;
  throw new TypeError(`${what} names are strings (or similar), not ${typeName(name)}.`);
}
