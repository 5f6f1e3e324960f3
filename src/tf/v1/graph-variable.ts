// Variables of graphs: nodes that hold a value from run to run, with the op that initialises it.
import { type DTypeName, dtypeInfo } from "../../base/dtypes.ts";
import { RuntimeError, ValueError } from "../../base/errors.ts";
import { isCompatible, isFullyDefined, pythonShapeText, type Shape } from "../../base/shape.ts";
import { buildNode, callOp } from "../../engine/dispatch.ts";
import { raw } from "../../engine/raw.ts";
import { convertInGraph } from "./convert.ts";
import { currentGraph } from "../../graph/default-graph.ts";
import type { Graph, Operation, SymbolicTensor } from "../../graph/graph.ts";
import type { Tensor } from "../../graph/tensor-base.ts";
import { defaultSession } from "./session-stack.ts";
import { VariableOperators } from "./variable-operators.ts";
import { WrittenVariable } from "./written-variable.ts";

/** A value, or a function that makes it inside the variable's own initializer scope. */
export type InitialValue = unknown | (() => unknown);

export interface GraphVariableOptions {
  readonly initialValue: InitialValue;
  readonly trainable?: boolean;
  readonly collections?: readonly string[] | null;
  readonly validateShape?: boolean;
  readonly name?: string | null;
  readonly dtype?: DTypeName;
  /** What later values must fit, where the initial value does not say it. */
  readonly shape?: Shape;
  /** Resource variables have handles; the others are TensorFlow v1's references. */
  readonly useResource?: boolean;
  readonly constraint?: ((value: Tensor) => Tensor) | null;
}

/** What a write gives: the reference after it, or a resource variable's write with the value on demand. */
export type Written = SymbolicTensor | WrittenVariable;

export const GLOBAL_VARIABLES = "variables";
export const TRAINABLE_VARIABLES = "trainable_variables";
export const LOCAL_VARIABLES = "local_variables";

interface Parts {
  readonly name: string;
  readonly initial: SymbolicTensor;
  readonly initializer: Operation;
  /** The handle or the reference. */
  readonly holder: SymbolicTensor;
  /** The value as read when the variable was made: what a graph element of the variable is. */
  readonly snapshot: SymbolicTensor;
}

const isMaker = (value: InitialValue): value is () => unknown =>
  typeof value === "function" && !("handle" in value);

export class GraphVariable extends VariableOperators {
  readonly graph: Graph;
  readonly trainable: boolean;
  readonly usesResource: boolean;
  readonly constraint: ((value: Tensor) => Tensor) | null;
  readonly #parts: Parts;

  constructor(options: GraphVariableOptions) {
    super();
    const graph = currentGraph();
    if (graph === null)
      throw new RuntimeError("Making a graph variable: expected a default graph, received none");
    this.graph = graph;
    this.trainable = options.trainable ?? true;
    this.usesResource = options.useResource ?? true;
    this.constraint = options.constraint ?? null;
    const build = this.usesResource ? buildResource : buildReference;
    // Variables belong to no control-flow context and wait for nothing.
    this.#parts = graph.controlDependencies(null, () => build(graph, options));
    this.#collect(options);
  }

  #collect({ collections }: GraphVariableOptions): void {
    const names = [...(collections ?? [GLOBAL_VARIABLES])];
    if (this.trainable && !names.includes(TRAINABLE_VARIABLES)) names.push(TRAINABLE_VARIABLES);
    for (const name of names) this.graph.addToCollection(name, this);
  }

  /** "v:0" */
  get name(): string {
    return this.#parts.holder.name;
  }
  get op(): Operation {
    return this.#parts.holder.op;
  }
  get dtype(): DTypeName {
    return this.#parts.snapshot.dtype;
  }
  get shape(): Shape {
    return this.#parts.snapshot.shape;
  }
  get device(): string {
    return this.op.device;
  }
  /** The handle of a resource variable, the reference of a v1 one. */
  get handle(): SymbolicTensor {
    return this.#parts.holder;
  }
  get initializer(): Operation {
    return this.#parts.initializer;
  }
  get initialValue(): SymbolicTensor {
    return this.#parts.initial;
  }

  /** Reads the value: v1 variables share one read, resource variables read anew. */
  value(): SymbolicTensor {
    return this.usesResource ? this.#read() : this.#parts.snapshot;
  }

  /** A read of its own, ordered by the control dependencies around it. */
  readValue(): SymbolicTensor {
    if (this.usesResource)
      return raw.Identity(this.graph.nameScope("Read", () => this.#read())) as SymbolicTensor;
    return raw.Identity(this.#parts.holder, { name: "read" }) as SymbolicTensor;
  }

  #read(): SymbolicTensor {
    return raw.ReadVariableOp(this.#parts.holder, { dtype: this.dtype }) as SymbolicTensor;
  }

  override toTensor(): SymbolicTensor {
    return this.value();
  }

  asGraphElement(): SymbolicTensor {
    return this.#parts.snapshot;
  }

  /** What waits for a variable waits for its holder, and reads nothing. */
  asControlInput(): Operation {
    return this.op;
  }

  /** Reads rows, without reading all of a resource variable. */
  sparseRead(indices: unknown, { name }: { name?: string | undefined } = {}): SymbolicTensor {
    if (!this.usesResource)
      return callOp("GatherV2", [this.value(), indices, 0], {}, name)[0] as SymbolicTensor;
    return callOp(
      "ResourceGather",
      [this.handle, indices],
      { dtype: this.dtype },
      name ?? "Gather",
    )[0] as SymbolicTensor;
  }

  /** As `sparseRead`, for slices at coordinates. */
  gatherNd(indices: unknown, { name }: { name?: string | undefined } = {}): SymbolicTensor {
    if (!this.usesResource) return callOp("GatherNd", [this.value(), indices], {}, name)[0] as SymbolicTensor;
    const attrs = { dtype: this.dtype };
    return callOp("ResourceGatherNd", [this.handle, indices], attrs, name ?? "GatherNd")[0] as SymbolicTensor;
  }

  /** The initial value, read after it was assigned. */
  initializedValue(): SymbolicTensor {
    return this.graph.controlDependencies([this.initializer], () => this.value());
  }

  isInitialized(name?: string): SymbolicTensor {
    const named = name === undefined ? {} : { name };
    const { holder } = this.#parts;
    return (
      this.usesResource ? raw.VarIsInitializedOp(holder, named) : raw.IsVariableInitialized(holder, named)
    ) as SymbolicTensor;
  }

  assign(value: unknown, name?: string): Written {
    return this.#write("Assign", "AssignVariableOp", value, name);
  }
  assignAdd(delta: unknown, name?: string): Written {
    return this.#write("AssignAdd", "AssignAddVariableOp", delta, name);
  }
  assignSub(delta: unknown, name?: string): Written {
    return this.#write("AssignSub", "AssignSubVariableOp", delta, name);
  }

  #write(byReference: string, byHandle: string, value: unknown, name: string | undefined): Written {
    const { holder } = this.#parts;
    if (!this.usesResource) return callOp(byReference, [holder, value], {}, name)[0] as SymbolicTensor;
    const tensor = convertInGraph(value, this.dtype);
    if (byReference === "Assign") this.#checkAssigned(tensor);
    const op = buildNode(
      currentGraph() ?? this.graph,
      byHandle,
      [holder, tensor],
      { dtype: this.dtype },
      name,
    );
    return new WrittenVariable(holder, this.dtype, op);
  }

  #checkAssigned(value: SymbolicTensor): void {
    if (isCompatible(this.shape, value.shape)) return;
    throw new ValueError(
      `Cannot assign value to variable ' ${this.name}': Shape mismatch.The variable shape ` +
        `${pythonShapeText(this.shape)}, and the assigned value shape ${pythonShapeText(value.shape)} ` +
        "are incompatible.",
    );
  }

  /** The value in a session. */
  eval(session?: { run(fetches: unknown): unknown }): unknown {
    return (session ?? defaultSession("eval")).run(this);
  }

  /** Sets the value in a session, without an assign op of its own. */
  load(value: unknown, session?: { run(fetches: unknown, feeds: Map<unknown, unknown>): unknown }): void {
    const { initial, initializer } = this.#parts;
    (session ?? defaultSession("load")).run(initializer, new Map([[initial, value]]));
  }

  override toString(): string {
    const dtype = this.usesResource ? this.dtype : `${this.dtype}_ref`;
    return `<tf.Variable '${this.name}' shape=${pythonShapeText(this.shape)} dtype=${dtype}>`;
  }
}

/** TensorFlow v1's variable: VariableV2, Assign and an Identity that reads it. */
function buildReference(graph: Graph, options: GraphVariableOptions): Parts {
  return graph.nameScope(options.name ?? "Variable", (scope) => {
    const name = scope.slice(0, -1);
    const { initialValue: value } = options;
    const initial = isMaker(value)
      ? graph.nameScope("Initializer", () => convertInGraph(value(), options.dtype, "initial_value"))
      : convertInGraph(value, options.dtype, "initial_value");
    const shape = shapeOf(options, initial, name);
    const attrs = { shape, dtype: initial.dtype, container: "", shared_name: "", name: scope };
    const holder = raw.VariableV2(attrs) as SymbolicTensor;
    const validate_shape = options.validateShape ?? true;
    const assigned = graph.colocateWith(holder.op, false, () =>
      raw.Assign(holder, initial, { validate_shape, use_locking: true, name: "Assign" }),
    ) as SymbolicTensor;
    const snapshot = graph.colocateWith(holder.op, false, () =>
      raw.Identity(holder, { name: "read" }),
    ) as SymbolicTensor;
    return { name, initial, initializer: assigned.op, holder, snapshot };
  });
}

/** A resource variable: its handle, whether it has a value, the op that initialises it and a read. */
function buildResource(graph: Graph, options: GraphVariableOptions): Parts {
  return graph.nameScope(options.name ?? "Variable", (scope) => {
    const name = scope.slice(0, -1);
    const { initialValue: value } = options;
    const initial = graph.nameScope("Initializer", () =>
      convertInGraph(isMaker(value) ? value() : value, options.dtype, "initial_value"),
    );
    const shape = shapeOf(options, initial, name);
    const attrs = { dtype: initial.dtype, shape, shared_name: name, container: "", name: scope };
    const holder = raw.VarHandleOp(attrs) as SymbolicTensor;
    graph.nameScope("IsInitialized", () => raw.VarIsInitializedOp(holder));
    const initializer = buildNode(
      graph,
      "AssignVariableOp",
      [holder, initial],
      { dtype: initial.dtype },
      "Assign",
    );
    const snapshot = graph.nameScope("Read", () =>
      raw.ReadVariableOp(holder, { dtype: initial.dtype }),
    ) as SymbolicTensor;
    return { name, initial, initializer, holder, snapshot };
  });
}

function shapeOf(options: GraphVariableOptions, initial: SymbolicTensor, name: string): Shape {
  const shape = options.shape ?? initial.shape;
  if (options.validateShape !== false && !isFullyDefined(shape))
    throw new ValueError(
      `initial_value must have a shape specified: expected a fully known shape for variable ${name}, ` +
        `received ${dtypeInfo(initial.dtype).cName} tensor ${initial.toString()}`,
    );
  return options.validateShape === false ? null : shape;
}
