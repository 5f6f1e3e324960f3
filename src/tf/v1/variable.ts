// tf.compat.v1.Variable: a variable of the graph that is being built.
import { type DTypeLike, dtypeName } from "../core/dtype-name.ts";
import { type ShapeLike, toShape } from "../core/tensor-shape.ts";
import { usesResourceVariables } from "./behavior.ts";
import { GraphVariable, type GraphVariableOptions } from "./graph-variable.ts";

export interface VariableOptions
  extends Pick<
    GraphVariableOptions,
    "trainable" | "collections" | "validateShape" | "name" | "useResource" | "constraint"
  > {
  readonly dtype?: DTypeLike | null;
  /** What later values must fit, where the initial value does not say it. */
  readonly shape?: ShapeLike;
}

function parts(initialValue: unknown, { dtype, shape, ...options }: VariableOptions): GraphVariableOptions {
  return {
    useResource: usesResourceVariables(),
    ...options,
    initialValue,
    ...(dtype === undefined || dtype === null ? {} : { dtype: dtypeName(dtype) }),
    ...(shape === undefined ? {} : { shape: toShape(shape) }),
  };
}

/**
 * A value that stays from run to run of a session, after the op that initialises it has run.
 *
 * @example
 * const g = new tf.Graph();
 * const [v, next] = g.asDefault(() => {
 *   const v = new tf.compat.v1.Variable([1, 2], { name: "v" });
 *   return [v, v.assignAdd([1, 1])];
 * });
 * using sess = new tf.compat.v1.Session({ graph: g });
 * sess.run(v.initializer);
 * sess.run(next); // [2, 3]
 */
export class Variable extends GraphVariable {
  constructor(initialValue: unknown, options: VariableOptions = {}) {
    super(parts(initialValue, options));
  }
}

/** What `new tf.Variable(…)` is while a graph is being built. */
export const makeGraphVariable = (initialValue: unknown, options: VariableOptions = {}): GraphVariable =>
  new Variable(initialValue, options);
