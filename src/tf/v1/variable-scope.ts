// getVariable and variableScope: variables by name, shared or made anew, as TensorFlow v1 does it.
import { type DTypeName, isFloating } from "../../base/dtypes.ts";
import { ValueError } from "../../base/errors.ts";
import { isCompatible, isFullyDefined, pythonShapeText, type Shape } from "../../base/shape.ts";
import { defaultGraph } from "../../graph/default-graph.ts";
import type { Graph } from "../../graph/graph.ts";
import { type Scope, scope } from "../../graph/scoped.ts";
import { locating } from "../../graph/source-line.ts";
import { Tensor } from "../../graph/tensor-base.ts";
import { type DTypeLike, dtypeName } from "../core/dtype-name.ts";
import { GLOBAL_VARIABLES, GraphVariable, type GraphVariableOptions } from "./graph-variable.ts";
import { defaultInitializer } from "./initializers.ts";
import { usesResourceVariables } from "./behavior.ts";

/** `tf.AUTO_REUSE`: take a variable that exists, else make it. */
export const AUTO_REUSE = "autoReuse";
export type Reuse = boolean | typeof AUTO_REUSE;

/** Makes a variable's first value; a class or function of a shape and a dtype. */
export type Initializer = (shape: readonly number[], options: { dtype: DTypeName }) => unknown;
type Regularizer = (value: Tensor) => Tensor | null;

export interface VariableScopeOptions {
  initializer?: unknown;
  regularizer?: Regularizer | null;
  reuse?: Reuse | null;
  dtype?: DTypeLike;
  useResource?: boolean;
  /** Names the scope, made unique, where the name given is null. */
  defaultName?: string;
  auxiliaryNameScope?: boolean;
}

export interface GetVariableOptions
  extends Pick<VariableScopeOptions, "initializer" | "regularizer" | "useResource"> {
  shape?: Shape | number;
  dtype?: DTypeLike;
  trainable?: boolean;
  collections?: readonly string[];
  validateShape?: boolean;
  constraint?: GraphVariableOptions["constraint"];
}

export class VariableScope {
  readonly name: string;
  readonly reuse: Reuse;
  readonly initializer: unknown;
  readonly regularizer: Regularizer | null;
  readonly dtype: DTypeName;
  readonly useResource: boolean | undefined;
  readonly originalNameScope: string;

  constructor(
    name: string,
    parent: Partial<VariableScope>,
    options: VariableScopeOptions,
    nameScope: string,
  ) {
    this.name = name;
    const reuse = options.reuse ?? false;
    this.reuse = reuse === false ? (parent.reuse ?? false) : reuse;
    this.initializer = options.initializer ?? parent.initializer ?? null;
    this.regularizer = options.regularizer ?? parent.regularizer ?? null;
    this.dtype = options.dtype === undefined ? (parent.dtype ?? "float32") : dtypeName(options.dtype);
    this.useResource = options.useResource ?? parent.useResource;
    this.originalNameScope = nameScope;
  }
}

/** What a graph knows of its variables made by `getVariable`. */
class VariableStore {
  readonly variables = new Map<string, GraphVariable>();
  readonly counts = new Map<string, number>();
  current = new VariableScope("", {}, {}, "");

  uniqueName(prefix: string): string {
    const name = this.current.name === "" ? prefix : `${this.current.name}/${prefix}`;
    if ((this.counts.get(name) ?? 0) === 0) return prefix;
    let i = 1;
    while ((this.counts.get(`${name}_${i}`) ?? 0) > 0) i++;
    return `${prefix}_${i}`;
  }

  /** Counts this scope as opened; scopes inside it are counted anew. */
  open(name: string): void {
    for (const known of this.counts.keys()) if (known.startsWith(`${name}/`)) this.counts.set(known, 0);
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }
}

const stores = new WeakMap<Graph, VariableStore>();

function storeOf(graph: Graph): VariableStore {
  let store = stores.get(graph);
  if (store === undefined) stores.set(graph, (store = new VariableStore()));
  return store;
}

export const getVariableScope = (): VariableScope => storeOf(defaultGraph()).current;

/**
 * Opens a scope for `getVariable`, and a name scope of its name: `variableScope("layer", {}, () => …)`.
 * An existing scope re-enters it.
 */
export function variableScope(
  where: string | VariableScope | null,
  options?: VariableScopeOptions,
): Scope<VariableScope>;
export function variableScope<R>(
  where: string | VariableScope | null,
  options: VariableScopeOptions,
  body: (scope: VariableScope) => R,
): R;
export function variableScope<R>(
  where: string | VariableScope | null,
  options: VariableScopeOptions = {},
  body?: (scope: VariableScope) => R,
): R | Scope<VariableScope> {
  const graph = defaultGraph();
  const store = storeOf(graph);
  const before = store.current;
  const names = openNames(graph, store, where, options);
  const parent = where instanceof VariableScope ? where : before;
  const inner = new VariableScope(names.full, parent, options, names.scope?.value ?? "");
  store.open(names.full);
  store.current = inner;
  const exit = (): void => {
    store.current = before;
    names.scope?.[Symbol.dispose]();
  };
  return scope(inner, exit, body);
}

function openNames(
  graph: Graph,
  store: VariableStore,
  where: string | VariableScope | null,
  options: VariableScopeOptions,
): { full: string; scope: Scope<string> | null } {
  const open = (name: string): Scope<string> | null =>
    options.auxiliaryNameScope === false ? null : graph.nameScope(name);
  if (where instanceof VariableScope) {
    const last = where.name.split("/").at(-1)!;
    return { full: where.name, scope: last === "" ? null : open(last) };
  }
  const name = where ?? uniqueDefault(store, options);
  const full = store.current.name === "" ? name : `${store.current.name}/${name}`;
  return { full, scope: open(name) };
}

function uniqueDefault(store: VariableStore, { defaultName, reuse }: VariableScopeOptions): string {
  if (defaultName === undefined)
    throw new TypeError(
      "If default_name is None then name_or_scope is required: expected a name, received null",
    );
  if (reuse) throw new ValueError("reuse=True cannot be used without a name_or_scope");
  return store.uniqueName(defaultName);
}

/** The variable `name` of the current variable scope: made now, or shared where the scope says `reuse`. */
export function getVariable(name: string, options: GetVariableOptions = {}): GraphVariable {
  return locating(() => variableNamed(name, options));
}

function variableNamed(name: string, options: GetVariableOptions): GraphVariable {
  const graph = defaultGraph();
  const store = storeOf(graph);
  const current = store.current;
  const full = current.name === "" ? name : `${current.name}/${name}`;
  const known = store.variables.get(full);
  if (current.reuse !== false && known !== undefined) return shared(known, full, options);
  if (current.reuse === true)
    throw new ValueError(
      `Variable ${full} does not exist, or was not created with tf.get_variable(). ` +
        "Did you mean to set reuse=tf.AUTO_REUSE in VarScope?",
    );
  if (known !== undefined)
    throw new ValueError(
      `Variable ${full} already exists, disallowed. Did you mean to set reuse=True or ` +
        `reuse=tf.AUTO_REUSE in VarScope? Originally defined at:\n\n  ${known.op.line ?? "unknown"}\n`,
    );
  const variable = graph.nameScope(null, () => make(full, current, options));
  store.variables.set(full, variable);
  regularize(graph, variable, full, options.regularizer ?? current.regularizer);
  return variable;
}

const shapeOption = (shape: Shape | number | undefined): Shape | undefined =>
  typeof shape === "number" ? [shape] : shape;

function shared(variable: GraphVariable, name: string, options: GetVariableOptions): GraphVariable {
  const shape = shapeOption(options.shape);
  if (shape !== undefined && !isCompatible(shape, variable.shape))
    throw new ValueError(
      `Trying to share variable ${name}, but specified shape ${pythonShapeText(shape)} and found shape ` +
        `${pythonShapeText(variable.shape)}.`,
    );
  if (options.dtype !== undefined && dtypeName(options.dtype) !== variable.dtype)
    throw new ValueError(
      `Trying to share variable ${name}, but specified dtype ${dtypeName(options.dtype)} and found dtype ` +
        `${variable.dtype}${variable.usesResource ? "" : "_ref"}.`,
    );
  return variable;
}

function make(name: string, current: VariableScope, options: GetVariableOptions): GraphVariable {
  const dtype = options.dtype === undefined ? current.dtype : dtypeName(options.dtype);
  const initializer = options.initializer ?? current.initializer ?? null;
  const shape = shapeOption(options.shape);
  return new GraphVariable({
    name,
    initialValue: initialValue(name, initializer, shape, dtype),
    trainable: options.trainable ?? true,
    collections: options.collections ?? [GLOBAL_VARIABLES],
    validateShape: options.validateShape ?? true,
    useResource: options.useResource ?? current.useResource ?? usesResourceVariables(),
    constraint: options.constraint ?? null,
    ...(typeof initializer === "function" || initializer === null || options.dtype !== undefined
      ? { dtype }
      : {}),
  });
}

function initialValue(
  name: string,
  initializer: unknown,
  shape: Shape | undefined,
  dtype: DTypeName,
): unknown {
  if (initializer !== null && typeof initializer !== "function") {
    if (shape !== undefined && initializer instanceof Tensor)
      throw new ValueError("If initializer is a constant, do not specify shape.");
    return initializer;
  }
  const start = (initializer ?? defaultInitializer(name, dtype, isFloating(dtype))) as Initializer;
  if (shape === undefined)
    throw new ValueError(
      `Variable ${name} did not get an initializer, so its \`shape\` argument must be specified.`,
    );
  if (!isFullyDefined(shape))
    throw new ValueError(
      `Shape of a new variable (${name}) must be fully defined, but instead was ${pythonShapeText(shape)}.`,
    );
  return () => start(shape, { dtype });
}

function regularize(
  graph: Graph,
  variable: GraphVariable,
  name: string,
  regularizer: Regularizer | null,
): void {
  if (regularizer === null) return;
  const loss = graph.nameScope(`${name}/Regularizer/`, () => regularizer(variable.value()));
  if (loss !== null) graph.addToCollection("regularization_losses", loss);
}
