// Graphs of functions: what they take, what they give, and what they capture from outside.
import type { DTypeName } from "../base/dtypes.ts";
import { elementCount, type Shape } from "../base/shape.ts";
import type { TypedAttr } from "./attr-types.ts";
import { type FunctionBody, Graph, type GraphFunction, type Operation, SymbolicTensor } from "./graph.ts";
import type { OpTable } from "./op.ts";
import { isConcrete, type Tensor } from "./tensor-base.ts";

export type { FunctionBody, GraphFunction } from "./graph.ts";

/** Eager tensors up to this size become constants of the function; larger ones are passed as inputs. */
const LARGEST_CONSTANT = 128;

export interface Capture {
  /** The tensor outside. */
  readonly outer: Tensor;
  /** The placeholder inside that stands for it. */
  readonly inner: SymbolicTensor;
}

export class FuncGraph extends Graph implements FunctionBody {
  readonly name: string;
  readonly outerGraph: Graph | null;
  /** Placeholders: arguments first, then captures in the order in which they were met. */
  readonly inputs: SymbolicTensor[] = [];
  outputs: readonly SymbolicTensor[] = [];
  /** Operations that a call must run even if nobody uses their outputs. */
  controlOutputs: readonly Operation[] = [];
  inputNames: readonly string[] | null = null;
  outputNames: readonly string[] | null = null;
  controlOutputNames: readonly string[] | null = null;
  readonly functionAttrs = new Map<string, TypedAttr>([
    ["_construction_context", { type: "string", value: "kEagerRuntime" }],
  ]);
  functionDescription = "";
  isDeclaredStateful = false;
  readonly captureMap = new Map<Tensor, SymbolicTensor>();
  /** Eager tensors that became constants, with these. */
  readonly capturedConstants = new Map<Tensor, SymbolicTensor>();
  /** May this eager tensor become a constant of the function? False while a tape watches it. */
  mayBeConstant: (tensor: Tensor) => boolean = () => true;

  constructor(name: string, ops: OpTable, outerGraph: Graph | null = null) {
    super(ops);
    this.name = name;
    this.outerGraph = outerGraph;
    if (outerGraph === null) return;
    // Nodes inside are placed and seeded as nodes outside would be.
    this.seed = outerGraph.seed;
    this.inheritDevices(outerGraph);
  }

  override get isFunction(): boolean {
    return true;
  }

  override findFunction(name: string): GraphFunction | undefined {
    return this.functions.get(name) ?? this.outerGraph?.findFunction(name);
  }

  /** Adds an argument: a placeholder. `userName` is what the user calls it. */
  addInput(dtype: DTypeName, shape: Shape, name = "Placeholder", userName?: string): SymbolicTensor {
    const input = this.placeholder(dtype, shape, name);
    if (userName !== undefined) input.op.setAttr("_user_specified_name", userName, "string");
    this.inputs.push(input);
    return input;
  }

  placeholder(dtype: DTypeName, shape: Shape, name: string): SymbolicTensor {
    return this.controlDependencies(null, () => {
      const node = this.addNode({
        op: "Placeholder",
        inputs: [],
        attrs: { dtype, shape },
        name,
        outputShapes: [shape],
      });
      return node.outputs[0];
    });
  }

  setOutputs(outputs: readonly Tensor[]): void {
    this.outputs = outputs.map((output) => this.capture(output));
  }

  /** What was captured as inputs, in order. */
  get captures(): readonly Capture[] {
    return Array.from(this.captureMap, ([outer, inner]) => ({ outer, inner }));
  }

  /** The tensors outside that a call must pass after the arguments. */
  get externalCaptures(): readonly Tensor[] {
    return [...this.captureMap.keys()];
  }

  /** The tensor as it is seen inside: itself, or what stands for it. */
  capture(tensor: Tensor, name?: string): SymbolicTensor {
    if (tensor instanceof SymbolicTensor && tensor.graph === this) return tensor;
    const known = this.captureMap.get(tensor) ?? this.capturedConstants.get(tensor);
    if (known !== undefined) return known;
    if (isConcrete(tensor) && this.isSmallConstant(tensor)) return this.captureValue(tensor, name);
    return this.captureInput(tensor, this.visibleOutside(tensor), name);
  }

  /** Captures that are passed in explicitly: `inner` is an input already. */
  addCapture(outer: Tensor, inner: SymbolicTensor): void {
    this.captureMap.set(outer, inner);
    if (!this.inputs.includes(inner)) this.inputs.push(inner);
  }

  /** Swaps the tensor outside of a capture; the placeholder inside stays. */
  replaceCapture(outer: Tensor, replacement: Tensor): void {
    const entries = [...this.captureMap];
    this.captureMap.clear();
    for (const [key, inner] of entries) this.captureMap.set(key === outer ? replacement : key, inner);
  }

  protected override adopt(input: Tensor): SymbolicTensor {
    return this.capture(input);
  }

  private isSmallConstant(tensor: Tensor): boolean {
    const { dtype, shape } = tensor;
    if (dtype === "resource" || dtype === "variant" || elementCount(shape) > LARGEST_CONSTANT) return false;
    return this.mayBeConstant(tensor);
  }

  private captureValue(tensor: Tensor, name?: string): SymbolicTensor {
    const value = (tensor as Tensor & { toValue(): Parameters<Graph["constant"]>[0] }).toValue();
    const inner = this.controlDependencies(null, () => this.constant(value, name));
    this.capturedConstants.set(tensor, inner);
    return inner;
  }

  /** In functions inside functions, every level between captures too. */
  protected visibleOutside(tensor: Tensor): Tensor {
    const { outerGraph } = this;
    const isFurtherOut =
      tensor instanceof SymbolicTensor && outerGraph !== null && tensor.graph !== outerGraph;
    return isFurtherOut && outerGraph instanceof FuncGraph ? outerGraph.capture(tensor) : tensor;
  }

  private captureInput(key: Tensor, outer: Tensor, name?: string): SymbolicTensor {
    const known = this.captureMap.get(outer);
    if (known !== undefined) return known;
    const title = name ?? (key instanceof SymbolicTensor ? key.op.name : undefined);
    const inner = this.placeholder(outer.dtype, outer.shape, title ?? "Placeholder");
    if (title !== undefined) inner.op.setAttr("_user_specified_name", title, "string");
    if (outer instanceof SymbolicTensor) inner.handleType = outer.handleType;
    this.captureMap.set(outer, inner);
    this.inputs.push(inner);
    return inner;
  }
}

let functionCount = 0;

/** Names like TensorFlow's: "__inference_f_12". */
export const functionName = (
  name: string,
  kind: "inference" | "forward" | "backward" = "inference",
): string => `__${kind}_${name.replaceAll("/", "_")}_${functionCount++}`;

/** Names of branches and bodies: "cond_true_12" for the suffix "true" in the scope "cond/". */
export const branchName = (scope: string, suffix: string): string =>
  `${scope}${suffix}_${functionCount++}`.replaceAll("/", "_");

/** Starts names anew; for tests and `tf.keras.backend.clear_session`. */
export function resetFunctionNames(): void {
  functionCount = 0;
}
