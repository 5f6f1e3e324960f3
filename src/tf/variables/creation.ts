// How variables come to be: initial values, names, and who may have a say (`variableCreatorScope`).
import type { DTypeName } from "../../base/dtypes.ts";
import { ValueError } from "../../base/errors.ts";
import { pythonRepr } from "../../base/format/python-repr.ts";
import { isCompatible, pythonShapeText, type Shape } from "../../base/shape.ts";
import { EagerTensor } from "../../engine/eager-tensor.ts";
import { liftToEager } from "../../engine/lift.ts";
import { initScope } from "../../engine/tracing-graph.ts";
import { VariableResource } from "../../engine/variable-resource.ts";
import { raw } from "../../engine/raw.ts";
import { type Scope, scope } from "../../graph/scoped.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { optionalDType } from "../core/dtype-name.ts";
import { getCurrentNameScope, nameScope } from "../core/name-scope.ts";
import { asTensor } from "../core/tensor.ts";
import { TensorShape, toShape } from "../core/tensor-shape.ts";
import type { TensorInput } from "../core/types.ts";
import type { VariableOptions } from "./options.ts";

/** A variable's handle and what it was declared with. */
export interface MadeVariable {
  readonly handle: EagerTensor;
  readonly name: string;
  readonly dtype: DTypeName;
  readonly shape: Shape;
}

const isMaker = (value: unknown): value is () => unknown =>
  typeof value === "function" && !("handle" in value) && !("toTensor" in value);

/** Makes a variable where ops run at once, also while a function is being traced. */
export function makeEager(initialValue: unknown, options: VariableOptions): MadeVariable {
  if (initialValue === undefined || initialValue === null)
    throw new ValueError(
      "The `initial_value` arg to `tf.Variable` must be specified except when you are not providing a " +
        "`variable_def`. You provided neither.",
    );
  const around = getCurrentNameScope();
  return initScope(() =>
    nameScope(around === "" ? null : `${around}/`, () =>
      nameScope(options.name ?? "Variable", (full) => makeNamed(full.slice(0, -1), initialValue, options)),
    ),
  );
}

function makeNamed(name: string, initialValue: unknown, options: VariableOptions): MadeVariable {
  const initial = initialTensor(initialValue, optionalDType(options.dtype));
  const { dtype } = initial;
  const shape = declaredShape(initial, options);
  const resource = new VariableResource(name, dtype, shape);
  const handle = new EagerTensor("resource", [], [resource]);
  raw.AssignVariableOp(handle, initial, { dtype });
  return { handle, name: `${name}:0`, dtype, shape };
}

/** The shape that all values fit: that of the initial one, unless another is given. */
function declaredShape(initial: EagerTensor, { shape, validateShape }: VariableOptions): Shape {
  if (shape === undefined) return validateShape === false ? null : initial.shape;
  const declared = toShape(shape);
  if (isCompatible(declared, initial.shape)) return declared;
  const given = Array.isArray(shape) ? pythonRepr(shape) : new TensorShape(shape);
  throw new ValueError(
    `In this \`tf.Variable\` creation, the initial value's shape ` +
      `(${pythonShapeText(initial.shape)}) is not ` +
      `compatible with the explicitly supplied \`shape\` argument (${given}).`,
  );
}

function initialTensor(initialValue: unknown, dtype: DTypeName | undefined): EagerTensor {
  const value = isMaker(initialValue) ? initialValue() : initialValue;
  return liftToEager(asTensor(value as TensorInput, dtype, "initial_value"));
}

/** Makes a variable from options; `next` makes it as it would have been made. */
// biome-ignore lint/suspicious/noExplicitAny: creators may give any object that acts as a variable
export type VariableCreator = (next: (options: VariableOptions) => any, options: VariableOptions) => any;

let creators: readonly VariableCreator[] = [];

/**
 * Asks `creator` for every variable made inside.
 *
 * @param creator Gets a function that makes the variable, and the options, `initialValue` among them.
 * @param body Runs in the scope; without it, the scope lasts until the end of a `using` block.
 * @example
 * const frozen = (next, options) => next({ ...options, trainable: false });
 * tf.variableCreatorScope(frozen, () => new tf.Variable(1).trainable);
 * // false
 */
export function variableCreatorScope(creator: VariableCreator): Scope<void>;
export function variableCreatorScope<R>(creator: VariableCreator, body: () => R): R;
export function variableCreatorScope<R>(creator: VariableCreator, body?: () => R): R | Scope<void> {
  const before = creators;
  creators = [...before, creator];
  return scope(undefined, () => (creators = before), body);
}

/** What the creators around make of a variable; undefined if there are none. */
export function createThrough(
  options: VariableOptions,
  make: (options: VariableOptions) => object,
): object | undefined {
  if (creators.length === 0) return undefined;
  const all = creators;
  const ask = (level: number, given: VariableOptions): object =>
    level < 0 ? make(given) : all[level]!((changed) => ask(level - 1, changed), given);
  creators = [];
  try {
    return ask(all.length - 1, options);
  } finally {
    creators = all;
  }
}

/** The value of an eager variable's handle, read without anybody noticing. */
export const resourceOf = (handle: Tensor): VariableResource =>
  (handle as EagerTensor).buffer[0] as VariableResource;
