// tf.compat.v1.train.Optimizer: gradients of a loss, and the ops that apply them to variables.
import type { DTypeName } from "../../../base/dtypes.ts";
import { ValueError } from "../../../base/errors.ts";
import { graphGradients } from "../../../autodiff/graph-gradients.ts";
import { buildNode } from "../../../engine/dispatch.ts";
import { raw } from "../../../engine/raw.ts";
import { defaultGraph } from "../../../graph/default-graph.ts";
import type { Graph, Operation, SymbolicTensor } from "../../../graph/graph.ts";
import { type Gradient, type IndexedSlices, isIndexedSlices, type Value } from "../../../graph/types.ts";
import { getItem } from "../../array/slices.ts";
import { convertInGraph } from "../convert.ts";
import { group } from "../grouping.ts";
import { type GraphVariable, TRAINABLE_VARIABLES } from "../graph-variable.ts";
import { SlotVariables } from "./slots.ts";

export type GradientAndVariable = readonly [gradient: Gradient, variable: GraphVariable];

export interface MinimizeOptions {
  /** Counts the steps: one is added with every application. */
  globalStep?: GraphVariable | null;
  /** What to train; all trainable variables if left out. */
  varList?: readonly GraphVariable[] | null;
  /** "op" computes all gradients of an op before any is used, "graph" waits for all, "none" for nothing. */
  gateGradients?: "none" | "op" | "graph";
  gradLoss?: Value | null;
  name?: string;
}

export abstract class Optimizer {
  readonly name: string;
  protected readonly useLocking: boolean;
  protected readonly slots: SlotVariables;
  #hyper = new Map<string, SymbolicTensor>();

  constructor(name: string, useLocking: boolean) {
    this.name = name;
    this.useLocking = useLocking;
    this.slots = new SlotVariables();
  }

  /** Hyperparameters by the names that their nodes get, as numbers or tensors. */
  protected abstract hyperparameters(): Readonly<Record<string, unknown>>;
  /** The op that applies a dense gradient. */
  protected abstract applyDense(gradient: Value, variable: GraphVariable): Operation;
  /** The op that applies rows; indices are unique unless `takesDuplicates`. */
  protected abstract applySparse(rows: Value, indices: Value, variable: GraphVariable): Operation;
  /** Can `applySparse` take indices that occur more than once? */
  protected get takesDuplicates(): boolean {
    return false;
  }
  protected createSlots(_variables: readonly GraphVariable[]): void {}

  /** A hyperparameter as a tensor of a variable's dtype. */
  protected hyper(name: string, dtype: DTypeName): Value {
    const tensor = this.#hyper.get(name)!;
    return tensor.dtype === dtype ? tensor : raw.Cast(tensor, { DstT: dtype });
  }

  /** Adds the ops that take one training step; running the result takes it. */
  minimize(loss: Value, options: MinimizeOptions = {}): Operation | SymbolicTensor {
    const pairs = this.computeGradients(loss, options.varList ?? null, options);
    if (pairs.every(([gradient]) => gradient === null))
      throw new ValueError(
        "No gradients provided for any variable, check your graph for ops that do not support gradients, " +
          `between variables [${pairs.map(([, variable]) => `"${variable}"`).join(", ")}] ` +
          `and loss ${(loss as SymbolicTensor).toString()}.`,
      );
    return this.applyGradients(pairs, options);
  }

  /** Pairs of gradient and variable; the gradient is null where the loss does not depend on the variable. */
  computeGradients(
    loss: Value,
    varList: readonly GraphVariable[] | null = null,
    options: Pick<MinimizeOptions, "gateGradients" | "gradLoss"> = {},
  ): GradientAndVariable[] {
    for (const each of [loss, options.gradLoss ?? null]) if (each !== null) checkTrainable(each);
    const graph = defaultGraph();
    const variables = varList ?? (graph.getCollection(TRAINABLE_VARIABLES) as GraphVariable[]);
    if (variables.length === 0) throw new ValueError("No variables to optimize.");
    const targets = variables.map((variable) => variable.handle);
    const gate = options.gateGradients ?? "op";
    const gradYs = options.gradLoss == null ? null : [options.gradLoss];
    const found = graphGradients(raw, graph, [convertInGraph(loss)], targets, {
      gradYs,
      gate: gate === "op",
    });
    return variables.map((variable, i) => [found[i] ?? null, variable] as const);
  }

  /** Adds the ops that apply gradients to their variables, and count the step. */
  applyGradients(
    pairs: Iterable<GradientAndVariable>,
    options: Pick<MinimizeOptions, "globalStep" | "name"> = {},
  ): Operation | SymbolicTensor {
    const all = [...pairs];
    const present = all.filter(([gradient]) => gradient !== null);
    if (present.length === 0)
      throw new ValueError(
        `No gradients provided for any variable: ${all.map(([, variable]) => variable.name).join(", ")}.`,
      );
    const graph = defaultGraph();
    graph.controlDependencies(null, () => this.createSlots(present.map(([, variable]) => variable)));
    return graph.nameScope(options.name ?? this.name, (scope) => {
      this.#prepare();
      const updates = present.map(([gradient, variable]) => this.#update(graph, gradient!, variable));
      const result = this.#finishAll(graph, updates, scope, options.globalStep ?? null);
      graph.addToCollection("train_op", result);
      return result;
    });
  }

  /** A training op: its resource or its reference form, as the variable is. */
  protected apply(
    op: string,
    variable: GraphVariable,
    inputs: readonly unknown[],
    attrs: Readonly<Record<string, unknown>> = {},
  ): Operation {
    const name = variable.usesResource ? `Resource${op}` : op;
    return buildNode(variable.graph, name, inputs, { use_locking: this.useLocking, ...attrs });
  }

  /** The holders of slots, in this order. */
  protected slotHandles(variable: GraphVariable, names: readonly string[]): SymbolicTensor[] {
    return names.map((name) => this.getSlot(variable, name)!.handle);
  }

  /** Hyperparameters in a variable's dtype, in this order. */
  protected hypers(dtype: DTypeName, ...names: readonly string[]): Value[] {
    return names.map((name) => this.hyper(name, dtype));
  }

  #prepare(): void {
    this.#hyper = new Map(
      Object.entries(this.hyperparameters()).map(([name, value]) => [
        name,
        convertInGraph(callable(value), undefined, name),
      ]),
    );
  }

  #update(graph: Graph, gradient: Exclude<Gradient, null>, variable: GraphVariable): Operation {
    return graph.nameScope(`update_${variable.op.name}`, () =>
      graph.colocateWith(variable.op, false, () =>
        isIndexedSlices(gradient)
          ? this.#updateRows(gradient, variable)
          : this.applyDense(gradient, variable),
      ),
    );
  }

  #updateRows({ values, indices }: IndexedSlices, variable: GraphVariable): Operation {
    if (this.takesDuplicates) return this.applySparse(values, indices, variable);
    const [unique, positions] = raw.Unique(indices);
    const count = getItem(raw.Shape(unique) as SymbolicTensor, 0);
    return this.applySparse(raw.UnsortedSegmentSum(values, positions, count), unique, variable);
  }

  #finishAll(
    graph: Graph,
    updates: Operation[],
    scope: string,
    globalStep: GraphVariable | null,
  ): Operation | SymbolicTensor {
    if (globalStep === null) return this.finish(updates, scope);
    const done = this.finish(updates, "update");
    return graph.controlDependencies([done], () =>
      graph.colocateWith(globalStep.op, false, () => {
        if (!globalStep.usesResource) return globalStep.assignAdd(1, scope) as SymbolicTensor;
        const one = convertInGraph(1, globalStep.dtype);
        return buildNode(
          graph,
          "AssignAddVariableOp",
          [globalStep.handle, one],
          { dtype: globalStep.dtype },
          scope,
        );
      }),
    );
  }

  /** One op that waits for all updates; subclasses update what belongs to the whole step first. */
  protected finish(updates: readonly Operation[], name: string): Operation {
    return group(updates, name);
  }

  /** A variable kept beside `variable`, or null if there is none of this name. */
  getSlot(variable: GraphVariable, name: string): GraphVariable | null {
    return this.slots.get(variable, name);
  }

  getSlotNames(): string[] {
    return this.slots.names();
  }

  /** The optimizer's own variables, sorted by name. */
  variables(): GraphVariable[] {
    return this.slots.all().sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}

/** The dtypes that gradients are taken in. */
const TRAINED = ["float32", "float64", "float16", "bfloat16"];

function checkTrainable(tensor: Value): void {
  if (TRAINED.includes(tensor.dtype)) return;
  const expected = TRAINED.map((dtype) => `tf.${dtype}`).join(", ");
  const { name } = tensor as SymbolicTensor;
  throw new ValueError(`Invalid type tf.${tensor.dtype} for ${name}, expected: [${expected}].`);
}

const callable = (value: unknown): unknown =>
  typeof value === "function" && !("toTensor" in value) ? (value as () => unknown)() : value;
