// What callers of loops may say, and what bodies may return.
import { RuntimeError } from "../../base/errors.ts";
import type { Tensor } from "../../graph/tensor-base.ts";
import type { Named } from "../core/arguments.ts";

export interface WhileLoopOptions extends Named {
  /**
   * Shapes that hold in every iteration, in the structure of the loop variables; unknown where a shape
   * changes.
   */
  shapeInvariants?: readonly unknown[] | null;
  /** Accepted for TensorFlow's sake. */
  parallelIterations?: number;
  backProp?: boolean;
  swapMemory?: boolean;
  /** The loop ends after as many iterations, whatever the condition says. */
  maximumIterations?: number | Tensor | null;
}

// biome-ignore lint/suspicious/noExplicitAny: loop variables have whatever structure the caller gives them
export type Fn<R> = (...loopVars: any[]) => R;

/** The loop variables that a body returns; a single one need not stand in a list. */
export function asList(returned: unknown): unknown[] {
  if (Array.isArray(returned)) return returned;
  if (returned !== undefined) return [returned];
  throw new RuntimeError(
    "Body of tf.whileLoop: expected it to return the loop variables, received undefined",
  );
}
