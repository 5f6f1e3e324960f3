// tf.Variable: a value that can be changed, with everything that tensors can do.
import type { DTypeName } from "../../base/dtypes.ts";
import { ValueError } from "../../base/errors.ts";
import { variableRepr } from "../../base/format/numpy-array.ts";
import { isCompatible, pythonShapeText, type Shape } from "../../base/shape.ts";
import { isRecording, variableAccessed } from "../../autodiff/tape-stack.ts";
import { buildNode } from "../../engine/dispatch.ts";
import { EagerTensor } from "../../engine/eager-tensor.ts";
import { raw } from "../../engine/raw.ts";
import { variableCreated } from "../../engine/variable-creation.ts";
import { currentGraph, outermostContext } from "../../graph/default-graph.ts";
import type { Operation, SymbolicTensor } from "../../graph/graph.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { isIndexedSlices } from "../../graph/types.ts";
import { GraphVariable } from "../v1/graph-variable.ts";
import { VariableOperators } from "../v1/variable-operators.ts";
import { type Trailing, trailing } from "../core/arguments.ts";
import { optionalDType } from "../core/dtype-name.ts";
import { one } from "../core/call.ts";
import type { IndexedSlices } from "../core/indexed-slices.ts";
import { asTensor } from "../core/tensor.ts";
import { toShape } from "../core/tensor-shape.ts";
import type { TensorInput } from "../core/types.ts";
import { packBounds, type SliceItem, sliceMasks, sliceSpec } from "../array/slice-spec.ts";
import { getItem } from "../array/slices.ts";
import { createThrough, type MadeVariable, makeEager, resourceOf } from "./creation.ts";
import type { VariableOptions } from "./options.ts";

export interface AssignOptions {
  readonly name?: string | undefined;
  /** Gives the variable back, to be read after the write (default); otherwise the op, or nothing. */
  readonly readValue?: boolean;
}

type AssignArguments = Trailing<[useLocking: boolean, name: string, readValue: boolean], AssignOptions>;

const ASSIGN_NAMES = ["useLocking", "name", "readValue"] as never[];

/** A slice of a variable, which can be assigned to. */
export type VariableSlice = Tensor & { assign(value: TensorInput, options?: AssignOptions): Variable };

/**
 * A value that can be changed. Variables compute like tensors; reading one gives its value of that moment.
 *
 * @example
 * const v = new tf.Variable([1, 2], { name: "v" });
 * v.assignAdd([1, 1]);
 * v;
 * // <tf.Variable 'v:0' shape=(2,) dtype=float32, numpy=array([2., 3.], dtype=float32)>
 */
export class Variable extends VariableOperators {
  /** Variables of graphs are variables too. */
  static override [Symbol.hasInstance](x: unknown): boolean {
    return x instanceof GraphVariable || Function.prototype[Symbol.hasInstance].call(Variable, x);
  }

  declare readonly handle: Tensor;
  declare readonly name: string;
  declare readonly dtype: DTypeName;
  declare readonly trainable: boolean;
  declare readonly constraint: ((value: Tensor) => Tensor) | null;
  declare readonly synchronization: number;
  declare readonly aggregation: number;
  /** What all values fit; -1 for unknown sizes, null for an unknown rank. */
  declare readonly shape: Shape;

  /**
   * @param initialValue A tensor, plain data, or a function that makes it.
   * @param rest `trainable`, `validateShape`, `name`, `dtype`, `shape`, `constraint`…, as options.
   * @throws ValueError without an initial value.
   */
  constructor(initialValue?: unknown, ...rest: Trailing<[trainable: boolean | null], VariableOptions>) {
    super();
    const adopted = initialValue instanceof Adopted ? initialValue : null;
    const options = adopted?.of ?? trailing<VariableOptions>(["trainable"], rest);
    const all = { ...options, ...(initialValue === undefined ? {} : { initialValue }) };
    const replaced = adopted === null ? replacement(all) : undefined;
    // biome-ignore lint/correctness/noConstructorReturn: creators and graphs make their own kinds
    if (replaced !== undefined) return replaced as this;
    const made = adopted ?? makeEager(initialValue, options);
    this.handle = made.handle;
    this.name = made.name;
    this.dtype = made.dtype;
    this.shape = made.shape;
    this.trainable = options.trainable ?? true;
    this.constraint = options.constraint ?? null;
    this.synchronization = options.synchronization ?? 0;
    this.aggregation = options.aggregation ?? 0;
    if (adopted === null) variableCreated(this);
  }

  get ndim(): number | undefined {
    return this.shape?.length;
  }

  get rank(): number | undefined {
    return this.shape?.length;
  }

  get device(): string {
    return "/job:localhost/replica:0/task:0/device:CPU:0";
  }

  /** The variable that tapes know: what a write gives back stands for the variable itself. */
  protected get root(): Variable {
    return this;
  }

  /** Reads the value. Tapes watch trainable variables that are read. */
  value(): Tensor {
    variableAccessed(this.root);
    if (currentGraph() === null && !isRecording()) return this.#snapshot();
    const value = raw.ReadVariableOp(this.handle, { dtype: this.dtype }) as Tensor;
    if (!(value instanceof EagerTensor) && this.shape !== null)
      (value as SymbolicTensor).setShape(this.shape);
    return value;
  }

  // A tensor of its own: tapes tell tensors apart by identity.
  #snapshot(): EagerTensor {
    const { dtype, shape, buffer } = this.#current;
    return new EagerTensor(dtype, shape, buffer);
  }

  /** As `value`, as an op of its own. */
  readValue(): Tensor {
    return one("Identity", [this.value()]);
  }

  override toTensor(): Tensor {
    return this.value();
  }

  /** True once there is a value: always, outside of graphs. */
  isInitialized(): Tensor {
    return raw.VarIsInitializedOp(this.handle) as Tensor;
  }

  /**
   * Replaces the value.
   *
   * @param value Of the variable's dtype and shape.
   * @param rest `useLocking`, `name`, `readValue`, by position or as options.
   * @throws ValueError if the shape does not fit; TypeError if the dtype does not.
   */
  assign(value: TensorInput, ...rest: AssignArguments): Variable {
    const { name, readValue = true } = trailing<AssignOptions>(ASSIGN_NAMES, rest);
    const tensor = asTensor(value, this.dtype);
    if (!isCompatible(this.shape, tensor.shape))
      throw new ValueError(
        `Cannot assign value to variable '${this.name === "" ? "" : ` ${this.name}`}': Shape mismatch.` +
          `The variable shape ${pythonShapeText(this.shape)}, and the assigned value shape ` +
          `${pythonShapeText(tensor.shape)} are incompatible.`,
      );
    return this.#write(
      "AssignVariableOp",
      [tensor],
      { dtype: this.dtype, validate_shape: this.shape !== null },
      name,
      readValue,
    );
  }

  /** Adds to the value. */
  assignAdd(delta: TensorInput, ...rest: AssignArguments): Variable {
    const { name, readValue = true } = trailing<AssignOptions>(ASSIGN_NAMES, rest);
    return this.#write(
      "AssignAddVariableOp",
      [asTensor(delta, this.dtype)],
      { dtype: this.dtype },
      name,
      readValue,
    );
  }

  /** Subtracts from the value. */
  assignSub(delta: TensorInput, ...rest: AssignArguments): Variable {
    const { name, readValue = true } = trailing<AssignOptions>(ASSIGN_NAMES, rest);
    return this.#write(
      "AssignSubVariableOp",
      [asTensor(delta, this.dtype)],
      { dtype: this.dtype },
      name,
      readValue,
    );
  }

  /** Does a write; what it gives back is read after it. */
  #write(
    op: string,
    args: readonly unknown[],
    attrs: Record<string, unknown>,
    name: string | undefined,
    read = true,
  ): Variable {
    const graph = currentGraph();
    if (graph === null) {
      (raw as unknown as Record<string, (...args: unknown[]) => unknown>)[op]!(this.handle, ...args, {
        ...attrs,
        name,
      });
      return read ? new WrittenVariable(this.root, null) : (undefined as unknown as Variable);
    }
    const node = buildNode(graph, op, [this.handle, ...args], attrs, name);
    return read ? new WrittenVariable(this.root, node) : (node as unknown as Variable);
  }

  // Rows and elements by index.
  /** Rows by index, read from the variable without reading all of it; the gradient has only these rows. */
  sparseRead(indices: TensorInput, { name }: { readonly name?: string | undefined } = {}): Tensor {
    variableAccessed(this.root);
    return one("ResourceGather", [this.handle, indices], { dtype: this.dtype }, name ?? "Gather");
  }

  /** Slices by coordinates. */
  gatherNd(indices: TensorInput, { name }: { readonly name?: string | undefined } = {}): Tensor {
    variableAccessed(this.root);
    const found = one("ResourceGatherNd", [this.handle, indices], { dtype: this.dtype }, name ?? "GatherNd");
    return one("Identity", [found]);
  }

  /** `v[item, …]`: as for tensors; the slice has `assign`, which changes the variable. */
  override getItem(...items: readonly SliceItem[]): VariableSlice {
    const slice = getItem(this.toTensor(), ...items);
    const assign = (value: TensorInput, { name }: AssignOptions = {}): Variable => {
      const spec = sliceSpec(items);
      const target = asTensor(value, this.dtype);
      return this.#write("ResourceStridedSliceAssign", [...packBounds(spec), target], sliceMasks(spec), name);
    };
    return Object.assign(slice, { assign });
  }
  override get(...items: readonly SliceItem[]): VariableSlice {
    return this.getItem(...items);
  }

  #scatter(op: string, delta: IndexedSlices, name: string | undefined): Variable {
    if (!isIndexedSlices(delta)) throw new TypeError(`sparse_delta is not IndexedSlices: ${String(delta)}`);
    const { indices, values } = delta;
    return this.#write(op, [indices, asTensor(values, this.dtype)], { dtype: this.dtype }, name);
  }
  /** Adds rows. */
  scatterAdd(delta: IndexedSlices, { name }: AssignOptions = {}): Variable {
    return this.#scatter("ResourceScatterAdd", delta, name);
  }
  /** Subtracts rows. */
  scatterSub(delta: IndexedSlices, { name }: AssignOptions = {}): Variable {
    return this.#scatter("ResourceScatterSub", delta, name);
  }
  /** Replaces rows. */
  scatterUpdate(delta: IndexedSlices, { name }: AssignOptions = {}): Variable {
    return this.#scatter("ResourceScatterUpdate", delta, name);
  }
  /** Keeps the greater of old and new rows. */
  scatterMax(delta: IndexedSlices, { name }: AssignOptions = {}): Variable {
    return this.#scatter("ResourceScatterMax", delta, name);
  }
  /** Keeps the smaller of old and new rows. */
  scatterMin(delta: IndexedSlices, { name }: AssignOptions = {}): Variable {
    return this.#scatter("ResourceScatterMin", delta, name);
  }
  /** Multiplies rows. */
  scatterMul(delta: IndexedSlices, { name }: AssignOptions = {}): Variable {
    return this.#scatter("ResourceScatterMul", delta, name);
  }
  /** Divides rows. */
  scatterDiv(delta: IndexedSlices, { name }: AssignOptions = {}): Variable {
    return this.#scatter("ResourceScatterDiv", delta, name);
  }

  #scatterNd(op: string, indices: TensorInput, updates: TensorInput, name: string | undefined): Variable {
    return this.#write(op, [indices, asTensor(updates, this.dtype)], {}, name);
  }
  /** Replaces slices at coordinates. */
  scatterNdUpdate(indices: TensorInput, updates: TensorInput, { name }: AssignOptions = {}): Variable {
    return this.#scatterNd("ResourceScatterNdUpdate", indices, updates, name);
  }
  /** Adds to slices at coordinates. */
  scatterNdAdd(indices: TensorInput, updates: TensorInput, { name }: AssignOptions = {}): Variable {
    return this.#scatterNd("ResourceScatterNdAdd", indices, updates, name);
  }
  /** Subtracts from slices at coordinates. */
  scatterNdSub(indices: TensorInput, updates: TensorInput, { name }: AssignOptions = {}): Variable {
    return this.#scatterNd("ResourceScatterNdSub", indices, updates, name);
  }
  /** Keeps the greater of old and new slices at coordinates. */
  scatterNdMax(indices: TensorInput, updates: TensorInput, { name }: AssignOptions = {}): Variable {
    return this.#scatterNd("ResourceScatterNdMax", indices, updates, name);
  }
  /** Keeps the smaller of old and new slices at coordinates. */
  scatterNdMin(indices: TensorInput, updates: TensorInput, { name }: AssignOptions = {}): Variable {
    return this.#scatterNd("ResourceScatterNdMin", indices, updates, name);
  }

  // Reading as plain data, unseen by tapes.
  get #current(): EagerTensor {
    return resourceOf(this.handle).read();
  }
  /** The value as nested arrays. */
  override array(): ReturnType<EagerTensor["array"]> {
    return this.#current.array();
  }
  /** The elements as a typed array, copied. */
  override data(): ReturnType<EagerTensor["data"]> {
    return this.#current.data();
  }
  /** The only element. */
  override item(): ReturnType<EagerTensor["item"]> {
    return this.#current.item();
  }
  /** The value as a tensor that later writes leave alone. */
  numpy(): EagerTensor {
    return this.#current;
  }

  override toString(): string {
    if (!(this.handle instanceof EagerTensor))
      return `<tf.Variable '${this.name}' shape=${pythonShapeText(this.shape)} dtype=${this.dtype}>`;
    const { value } = resourceOf(this.handle);
    if (value === null)
      return (
        `<tf.Variable '${this.name}' shape=${pythonShapeText(this.shape)} ` +
        `dtype=${this.dtype}, numpy=<unavailable>>`
      );
    const text = variableRepr(this.name, this.dtype, value.shape, value.buffer);
    return text.replace(`shape=${pythonShapeText(value.shape)}`, `shape=${pythonShapeText(this.shape)}`);
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}

/** Instead of an initial value: the variable exists already, and gets another object. */
class Adopted implements MadeVariable {
  readonly of: Variable;
  readonly name: string;

  constructor(variable: Variable, name: string) {
    this.of = variable;
    this.name = name;
  }

  get handle(): EagerTensor {
    return this.of.handle as EagerTensor;
  }
  get dtype(): DTypeName {
    return this.of.dtype;
  }
  get shape(): Shape {
    return this.of.shape;
  }
}

/** What a write gives back: the variable, read after the write. */
class WrittenVariable extends Variable {
  readonly #root: Variable;
  readonly op: Operation | null;

  constructor(root: Variable, op: Operation | null) {
    super(new Adopted(root, "UnreadVariable"));
    this.#root = root;
    this.op = op;
  }

  protected override get root(): Variable {
    return this.#root;
  }

  override value(): Tensor {
    const { op } = this;
    if (op === null || currentGraph() !== op.graph) return super.value();
    return op.graph.controlDependencies([op], () => super.value());
  }

  /** Fetching or waiting for a write means its op. */
  asGraphElement(): unknown {
    return this.op === null ? this.value() : this.op;
  }
}

/** What creators or the graph around make instead of a variable of the eager kind. */
const replacement = (options: VariableOptions): object | undefined =>
  createThrough(options, (given) => new Variable(given.initialValue, given)) ?? graphVariable(options);

/** In a graph that is no function's, variables are nodes; undefined elsewhere. */
function graphVariable(options: VariableOptions): GraphVariable | undefined {
  if (outermostContext() === null) return undefined;
  const { initialValue, trainable, validateShape, name, dtype, shape, constraint } = options;
  const type = optionalDType(dtype);
  return new GraphVariable({
    initialValue,
    trainable: trainable ?? true,
    validateShape: validateShape ?? true,
    name: name ?? null,
    ...(type === undefined ? {} : { dtype: type }),
    ...(shape === undefined ? {} : { shape: toShape(shape) }),
    constraint: constraint ?? null,
    useResource: true,
  });
}
