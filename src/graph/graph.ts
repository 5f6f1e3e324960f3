// Graphs, their operations and the tensors between them: one web of three classes.
import type { DTypeName } from "../base/dtypes.ts";
import { NotFoundError, RuntimeError, ValueError } from "../base/errors.ts";
import { mergeShapes, pythonShapeText, type Shape } from "../base/shape.ts";
import type { AttrType, TypedAttr } from "./attr-types.ts";
import { constantShape, constantValue, graphChanged } from "./constant-value.ts";
import { allowedText, findByName, typeName } from "./elements.ts";
import { inferShapes } from "./infer.ts";
import { checkNodeName } from "./names.ts";
import type { Op, OpTable } from "./op.ts";
import { flatArgs, inputTypes, outputTypes, type Signature } from "./op-signature.ts";
import { type ControlFlowContext, GraphScopes } from "./scopes.ts";
import { bind, findSignature, signatureOf } from "./signature.ts";
import { captureStack, userLine } from "./source-line.ts";
import { isConcrete, Tensor } from "./tensor-base.ts";
import type { Attrs, AttrValue, FunctionRef, HandleType, TensorValue, Value } from "./types.ts";
import type { NodeView, TensorView } from "./views.ts";

const NO_SYMBOLIC =
  "If you are running in Graph mode, use Eager execution mode or wrap the code in tf.function; to choose or " +
  "repeat by a tensor's value use tf.cond or tf.while_loop; to print it use tf.print or toString().";

/** An output of an operation in a graph: a value that will be computed. */
export class SymbolicTensor extends Tensor implements TensorView {
  readonly op: Operation;
  readonly index: number;
  override readonly dtype: DTypeName;
  readonly #isRef: boolean;
  #shape: Shape = null;
  handleType: HandleType | undefined = undefined;
  /** One entry for each use as an input. */
  readonly uses: Operation[] = [];

  constructor(op: Operation, index: number, dtype: DTypeName, isRef: boolean) {
    super();
    this.op = op;
    this.index = index;
    this.dtype = dtype;
    this.#isRef = isRef;
  }

  get graph(): Graph {
    return this.op.graph;
  }
  get name(): string {
    return `${this.op.name}:${this.index}`;
  }
  override get isRef(): boolean {
    return this.#isRef;
  }
  override get shape(): Shape {
    return this.#shape;
  }
  get device(): string {
    return this.op.device;
  }

  /** Adds what is known of the shape; raises ValueError if it contradicts what was known. */
  setShape(shape: Shape): void {
    try {
      this.#shape = mergeShapes(this.#shape, shape);
    } catch (error) {
      const texts = [this.#shape, shape].map(pythonShapeText);
      throw new ValueError(`Tensor's shape ${texts[0]} is not compatible with supplied shape ${texts[1]}.`, {
        cause: error,
      });
    }
    graphChanged();
  }

  /** Replaces the shape, as shape inference does when it starts anew. */
  overrideShape(shape: Shape): void {
    this.#shape = shape;
  }

  /** The operations that take this tensor. */
  consumers(): Operation[] {
    return [...new Set(this.uses)];
  }

  override toString(): string {
    const shape = this.#shape === null ? "" : `, shape=${pythonShapeText(this.#shape)}`;
    return `Tensor("${this.name}"${shape === "" ? ", shape=<unknown>" : shape}, dtype=${this.dtypeText})`;
  }

  /** "float32", or "float32_ref" for a reference. */
  get dtypeText(): string {
    return this.#isRef ? `${this.dtype}_ref` : this.dtype;
  }

  [Symbol.toPrimitive](hint: string): never {
    const use = hint === "number" ? "a number" : hint === "string" ? "text" : "an operand";
    throw new TypeError(
      `Using a symbolic \`tf.Tensor\` (${this.name}) as ${use} is not allowed: its value is not known yet. ` +
        "Write a.add(b), a.less(b), … or tf.expr`${a} + ${b}` instead of a + b, a < b. " +
        NO_SYMBOLIC,
    );
  }
}

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

export class Operation implements NodeView {
  readonly graph: Graph;
  readonly id: number;
  readonly name: string;
  readonly signature: Signature;
  readonly outputs: readonly SymbolicTensor[];
  device: string;
  controlFlowContext: ControlFlowContext<Operation, SymbolicTensor> | null;
  #inputs: SymbolicTensor[] = [];
  #controlInputs: Operation[];
  #attrs: Record<string, AttrValue>;
  /** Types of attrs that the signature does not tell, and of attrs that name a function's attr. */
  #attrTypes: Map<string, TypedAttr["type"]> | null = null;
  readonly #stack = captureStack();

  constructor(graph: Graph, id: number, name: string, signature: Signature, attrs: Attrs, spec: Partial<NodeSpec>) {
    this.graph = graph;
    this.id = id;
    this.name = name;
    this.signature = signature;
    this.device = spec.device ?? "";
    this.controlFlowContext = graph.controlFlowContext;
    this.#attrs = attrs as Record<string, AttrValue>;
    this.#controlInputs = [...new Set(spec.controlInputs)];
    const refs = signature.outputs.some((arg) => arg.isRef) ? flatArgs(signature.outputs, attrs) : null;
    this.outputs = outputTypes(signature, attrs).map((dtype, i) => {
      return new SymbolicTensor(this, i, dtype, refs?.[i].isRef ?? false);
    });
  }

  get type(): string {
    return this.signature.name;
  }
  get definition(): Op | undefined {
    return this.signature.definition;
  }
  get isStateful(): boolean {
    return this.signature.isStateful;
  }
  get inputs(): readonly SymbolicTensor[] {
    return this.#inputs;
  }
  get controlInputs(): readonly Operation[] {
    return this.#controlInputs;
  }
  get attrs(): Attrs {
    return this.#attrs;
  }
  /** The user's line that made this operation, "file:line:column". */
  get line(): string | undefined {
    return userLine(this.#stack);
  }

  attrType(name: string): TypedAttr["type"] {
    return this.#attrTypes?.get(name) ?? this.signature.attrs.get(name)?.type ?? guessedType(this.#attrs[name]);
  }

  getAttr(name: string): AttrValue {
    const value = this.#attrs[name];
    if (value === undefined) throw new ValueError(`Operation '${this.name}' has no attr named '${name}'.`);
    return value;
  }

  /** Changes or adds an attr; `type` is needed where the signature does not tell it. */
  setAttr(name: string, value: AttrValue, type?: TypedAttr["type"]): void {
    this.#attrs = { ...this.#attrs, [name]: value };
    if (type !== undefined && type !== this.signature.attrs.get(name)?.type)
      this.#attrTypes = new Map(this.#attrTypes).set(name, type);
  }

  /** The groups of operations that must be on one device with this one. */
  colocationGroups(): readonly string[] {
    const groups = (this.#attrs._class ?? []) as readonly string[];
    const located = groups.filter((group) => group.startsWith("loc:@"));
    return located.length > 0 ? located : [`loc:@${this.name}`];
  }

  /** True if input `index` takes a reference to a variable, not its value. */
  wantsReference(index: number): boolean {
    const { inputs } = this.signature;
    return inputs.some((arg) => arg.isRef) && (flatArgs(inputs, this.#attrs)[index]?.isRef ?? false);
  }

  // Rewiring: for v1 loops and conditionals, imports and captures.
  addInput(tensor: SymbolicTensor): void {
    this.#inputs.push(tensor);
    tensor.uses.push(this);
  }

  updateInput(index: number, tensor: SymbolicTensor): void {
    const old = this.#inputs[index];
    const use = old?.uses.indexOf(this) ?? -1;
    if (use >= 0) old.uses.splice(use, 1);
    this.#inputs[index] = tensor;
    tensor.uses.push(this);
    graphChanged();
  }

  addControlInputs(ops: readonly Operation[]): void {
    this.#controlInputs = [...new Set([...this.#controlInputs, ...ops])];
  }

  removeControlInputs(): void {
    this.#controlInputs = [];
  }

  /** Infers the outputs' shapes from the inputs. */
  inferShapes(): void {
    const { shapes, handles } = inferShapes(this, (fn) => this.graph.resultsOf(fn));
    this.outputs.forEach((output, i) => {
      output.overrideShape(shapes[i] ?? null);
      output.handleType = handles.get(i);
    });
  }

  toString(): string {
    return `<tf.Operation '${this.name}' type=${this.type}>`;
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}

/** Attrs that no signature declares begin with "_": flags, numbers, names. */
function guessedType(value: AttrValue | undefined): AttrType {
  if (typeof value === "boolean") return "bool";
  if (typeof value === "number" || typeof value === "bigint") return Number.isInteger(Number(value)) ? "int" : "float";
  if (Array.isArray(value)) return value.length === 0 ? "list(string)" : `list(${guessedType(value[0]) as "int"})`;
  if (value === null) return "shape";
  if (typeof value !== "object" || value instanceof Uint8Array) return "string";
  return "dtype" in value ? "tensor" : "func";
}

/** A graph with inputs and outputs: what a function computes. Made by `FuncGraph`. */
export interface FunctionBody extends Graph {
  readonly outerGraph: Graph | null;
  readonly inputs: readonly SymbolicTensor[];
  readonly outputs: readonly SymbolicTensor[];
  readonly controlOutputs: readonly Operation[];
}

/** A function of a graph's library. */
export interface GraphFunction {
  readonly name: string;
  readonly body: FunctionBody;
}

export class Graph extends GraphScopes<Operation, SymbolicTensor> {
  readonly ops: OpTable;
  readonly functions = new Map<string, GraphFunction>();
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
    const body = this.functions.get(name)?.body;
    if (body === undefined) return undefined;
    const args = (tensors: readonly SymbolicTensor[]): Signature["inputs"] =>
      tensors.map(({ op, dtype }) => ({ name: op.name, isRef: false, type: { fixed: dtype }, count: null, isList: false }));
    return {
      name,
      inputs: args(body.inputs),
      outputs: args(body.outputs),
      attrs: new Map(),
      isStateful: body.getOperations().some((op) => op.isStateful),
      definition: undefined,
    };
  }

  /** What a function gives, as far as it is known. */
  resultsOf(fn: FunctionRef): readonly Value[] | undefined {
    return this.functions.get(fn.name)?.body.outputs;
  }

  /**
   * Calls an op: binds arguments, makes nodes of literals (named after their argument, as "mul/y") and adds the node.
   * `convert` makes a tensor of anything that is none.
   */
  call(
    op: string,
    args: readonly unknown[],
    attrs: Readonly<Record<string, unknown>>,
    name: string | undefined,
    convert: (literal: unknown, dtype?: DTypeName) => Tensor,
  ): Operation {
    const signature = this.signature(op);
    const before = this.names.current;
    const scope = this.names.open(name ?? op);
    try {
      const make = (literal: unknown, dtype: DTypeName | undefined, argument: string): Tensor => {
        const made = convert(literal, dtype);
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
    const op = this.insert(name, signature, spec.attrs, { device: spec.device ?? "", controlInputs });
    for (const input of inputs) op.addInput(input);
    this.#infer(op, spec.outputShapes);
    this.controlFlowContext?.addOp(op);
    this.#applyScopes(op);
    return op;
  }

  #infer(op: Operation, shapes: readonly Shape[] | undefined): void {
    try {
      op.inferShapes();
      shapes?.forEach((shape, i) => op.outputs[i].setShape(shape));
    } catch (error) {
      this.#remove(op);
      throw error;
    }
  }

  #remove(op: Operation): void {
    for (const input of op.inputs) input.uses.splice(input.uses.lastIndexOf(op), 1);
    this.#operations.delete(op.name);
    this.#lastId--;
  }

  /** Adds a bare node: no scopes, no inputs yet. For imports. */
  insert(name: string, signature: Signature, attrs: Attrs, spec: Partial<NodeSpec> = {}): Operation {
    checkNodeName(name);
    if (this.#operations.has(name)) throw new ValueError(`Duplicate node name in graph: '${name}'`);
    const op = new Operation(this, ++this.#lastId, name, signature, attrs, spec);
    this.#operations.set(name, op);
    this.names.markUsed(name);
    return op;
  }

  #applyScopes(op: Operation): void {
    for (const key in this.attrScope) if (!(key in op.attrs)) op.setAttr(key, this.attrScope[key]);
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
    return this.asGraphElement(requireName(name, "Operation"), false, true) as Operation;
  }

  getTensorByName(name: string): SymbolicTensor {
    return this.asGraphElement(requireName(name, "Tensor"), true, false) as SymbolicTensor;
  }

  /** The tensor or operation that `x` is, or names. */
  asGraphElement(x: unknown, allowTensor = true, allowOperation = true): SymbolicTensor | Operation {
    const allowed = { tensor: allowTensor, operation: allowOperation };
    const like = x as { asGraphElement?: () => unknown } | null | undefined;
    const element = typeof like?.asGraphElement === "function" && !(x instanceof Graph) ? like.asGraphElement() : x;
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
    const element = this.asGraphElement(x);
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

function checkInputTypes(signature: Signature, inputs: readonly SymbolicTensor[], attrs: Attrs): void {
  const expected = inputTypes(signature, attrs);
  if (expected.length !== inputs.length)
    throw new ValueError(`Op ${signature.name}: expected ${expected.length} inputs, received ${inputs.length}`);
  const args = signature.inputs.some((arg) => arg.isRef) ? flatArgs(signature.inputs, attrs) : null;
  inputs.forEach((input, i) => {
    if (input.dtype !== expected[i])
      throw new TypeError(
        `Input ${i} of Op ${signature.name}: expected dtype ${expected[i]}, received ${input.toString()}`,
      );
    if (args?.[i].isRef && !input.isRef)
      throw new TypeError(
        `'${signature.name}' Op requires that input '${args[i].name}' be a mutable tensor (e.g.: a tf.Variable)`,
      );
  });
}

export { NotFoundError };
