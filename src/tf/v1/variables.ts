// Functions over a graph's variables: lists, initialisers, assignments, the global step.
import { ValueError } from "../../base/errors.ts";
import { callOp } from "../../engine/dispatch.ts";
import { raw } from "../../engine/raw.ts";
import { defaultGraph } from "../../graph/default-graph.ts";
import type { Graph, Operation, SymbolicTensor } from "../../graph/graph.ts";
import type { Tensor } from "../../graph/tensor-base.ts";
import { booleanMask } from "../array/select.ts";
import { usesResourceVariables } from "./behavior.ts";
import {
  GLOBAL_VARIABLES,
  GraphVariable,
  type GraphVariableOptions,
  LOCAL_VARIABLES,
  TRAINABLE_VARIABLES,
  type Written,
} from "./graph-variable.ts";
import { group } from "./grouping.ts";
import { zerosInitializer } from "./initializers.ts";
import { getVariable } from "./variable-scope.ts";

/** A variable of the default graph, outside `getVariable`'s sharing. */
export function variable(
  initialValue: unknown,
  options: Omit<GraphVariableOptions, "initialValue"> = {},
): GraphVariable {
  return new GraphVariable({ useResource: usesResourceVariables(), ...options, initialValue });
}

const collected = (name: string, scope?: string): GraphVariable[] =>
  defaultGraph().getCollection(name, scope) as GraphVariable[];

/** Variables that are saved and shared, of the scope (a prefix of their names) if one is given. */
export const globalVariables = (scope?: string): GraphVariable[] => collected(GLOBAL_VARIABLES, scope);
export const localVariables = (scope?: string): GraphVariable[] => collected(LOCAL_VARIABLES, scope);
export const trainableVariables = (scope?: string): GraphVariable[] => collected(TRAINABLE_VARIABLES, scope);

/** An op that gives each of the variables its first value. */
export function variablesInitializer(variables: readonly GraphVariable[], { name = "init" } = {}): Operation {
  return group(
    variables.map((each) => each.initializer),
    name,
  );
}

/** An op that initialises all global variables. */
export const globalVariablesInitializer = (): Operation => variablesInitializer(globalVariables());
export const localVariablesInitializer = (): Operation => variablesInitializer(localVariables());

/** True where a variable has a value, as a tensor. */
export const isVariableInitialized = (each: GraphVariable): SymbolicTensor => each.isInitialized();

/** `ref = value`, as an op of the graph; gives the value afterwards. */
export const assign = (ref: GraphVariable, value: unknown, { name }: { name?: string } = {}): Written =>
  ref.assign(value, name);
// As in TensorFlow, the writes of resource variables do not take the name.
export const assignAdd = (ref: GraphVariable, delta: unknown, { name }: { name?: string } = {}): Written =>
  ref.assignAdd(delta, ref.usesResource ? undefined : name);
export const assignSub = (ref: GraphVariable, delta: unknown, { name }: { name?: string } = {}): Written =>
  ref.assignSub(delta, ref.usesResource ? undefined : name);

type Scatter = (
  ref: GraphVariable,
  indices: unknown,
  updates: unknown,
  options?: { name?: string; useLocking?: boolean },
) => Tensor;

function scatter(op: string): Scatter {
  return (ref, indices, updates, { name, useLocking = false } = {}) => {
    if (!ref.usesResource)
      return callOp(op, [ref.handle, indices, updates], { use_locking: useLocking }, name)[0]!;
    const before = ref.graph.lastId;
    callOp(`Resource${op}`, [ref.handle, indices, updates], { dtype: ref.dtype }, name);
    const made = ref.graph.getOperations().filter((each) => each.id > before);
    return ref.graph.controlDependencies([made.at(-1)!], () => ref.value());
  };
}

export const scatterUpdate: Scatter = scatter("ScatterUpdate");
export const scatterAdd: Scatter = scatter("ScatterAdd");
export const scatterSub: Scatter = scatter("ScatterSub");
export const scatterMul: Scatter = scatter("ScatterMul");
export const scatterDiv: Scatter = scatter("ScatterDiv");
export const scatterMin: Scatter = scatter("ScatterMin");
export const scatterMax: Scatter = scatter("ScatterMax");

const GLOBAL_STEP = "global_step";

/** The step counter of a graph, or null if it has none. */
export function getGlobalStep(graph: Graph = defaultGraph()): GraphVariable | null {
  const [step] = graph.getCollection(GLOBAL_STEP) as GraphVariable[];
  return step ?? null;
}

export function createGlobalStep(graph: Graph = defaultGraph()): GraphVariable {
  if (getGlobalStep(graph) !== null) throw new ValueError('"global_step" already exists.');
  return graph.nameScope(null, () =>
    getVariable("global_step", {
      shape: [],
      dtype: "int64",
      initializer: zerosInitializer(),
      trainable: false,
      collections: [GLOBAL_VARIABLES, GLOBAL_STEP],
    }),
  );
}

export const getOrCreateGlobalStep = (graph: Graph = defaultGraph()): GraphVariable =>
  getGlobalStep(graph) ?? createGlobalStep(graph);

/** The names of variables without a value, as a string tensor. */
export function reportUninitializedVariables(
  variables: readonly GraphVariable[] | null = null,
  { name = "report_uninitialized_variables" } = {},
): SymbolicTensor {
  const all = variables ?? [...globalVariables(), ...localVariables()];
  const graph = defaultGraph();
  return graph.nameScope(name, () => {
    const missing = raw.LogicalNot(
      raw.Pack(
        all.map((each) => each.isInitialized()),
        { name: "stack" },
      ),
    );
    const names = raw.Const({
      value: {
        dtype: "string",
        shape: [all.length],
        data: all.map((each) => new TextEncoder().encode(each.op.name)),
      },
      dtype: "string",
    });
    return booleanMask(names as SymbolicTensor, missing as SymbolicTensor) as SymbolicTensor;
  });
}
