// tf.foldl and tf.foldr: the rows of a tensor combined into one value.
import { mapLeaves } from "../../engine/nest.ts";
import type { Tensor } from "../../graph/tensor-base.ts";
import {
  checkFn,
  type ElementLoopOptions,
  type Elements,
  inScope,
  int,
  loop,
  read,
  rowsOf,
  type Step,
  tensorLeaf,
  unstacked,
} from "./rows.ts";

export interface FoldOptions extends ElementLoopOptions {
  /** What the first call gets; the first row by default. */
  initializer?: unknown;
}

/**
 * Combines the rows of `elems` from the first to the last: `fn(fn(first, second), third)` and so on.
 *
 * @example
 * tf.foldl((a, x) => a.sub(x), tf.constant([10, 2, 3]));
 * // tf.Tensor(5.0, shape=(), dtype=float32)
 */
export function foldl(fn: Step, elems: Elements, options: FoldOptions = {}): Elements {
  checkFn(fn);
  return inScope(elems, options.name, "foldl", () => {
    const rows = rowsOf(elems);
    const arrays = unstacked(rows);
    const { initializer } = options;
    const first =
      initializer === undefined || initializer === null
        ? read(arrays, 0, elems)
        : mapLeaves(initializer, tensorLeaf);
    const start = int(initializer === undefined || initializer === null ? 1 : 0);
    const compute = (i: Tensor, a: unknown): unknown[] => [i.add(1), fn(a, read(arrays, i, elems))];
    return loop((i) => i!.less(rows.count), compute, [start, first], rows, options)[1];
  });
}

/**
 * Combines the rows of `elems` from the last to the first.
 *
 * @example
 * tf.foldr((a, x) => a.sub(x), tf.constant([10, 2, 3]));
 * // tf.Tensor(-9.0, shape=(), dtype=float32)
 */
export function foldr(fn: Step, elems: Elements, options: FoldOptions = {}): Elements {
  checkFn(fn);
  return inScope(elems, options.name, "foldr", () => {
    const rows = rowsOf(elems);
    const arrays = unstacked(rows);
    const { initializer } = options;
    const isGiven = initializer !== undefined && initializer !== null;
    const count = typeof rows.count === "number" ? int(rows.count) : rows.count;
    const start = isGiven ? count : count.sub(1);
    const first = isGiven ? mapLeaves(initializer, tensorLeaf) : read(arrays, start, elems);
    const compute = (i: Tensor, a: unknown): unknown[] => {
      const at = i.sub(1);
      return [at, fn(a, read(arrays, at, elems))];
    };
    return loop((i) => i!.greater(0), compute, [start, first], rows, options)[1];
  });
}
