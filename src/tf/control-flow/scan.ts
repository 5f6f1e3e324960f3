// tf.scan: the rows of a tensor combined one after the other, with every intermediate result.
import { assertSameStructure, flatten, packAs } from "../../engine/nest.ts";
import type { Tensor } from "../../graph/tensor-base.ts";
import type { TensorInput } from "../core/types.ts";
import type { FoldOptions } from "./folds.ts";
import {
  array,
  checkFn,
  type Elements,
  inScope,
  int,
  loop,
  read,
  type Rows,
  rowsOf,
  stacked,
  type Step,
  tensorLeaf,
} from "./rows.ts";
import type { TensorArray } from "./tensor-array.ts";

export interface ScanOptions extends FoldOptions {
  inferShape?: boolean;
  /** From the last row to the first. */
  reverse?: boolean;
}

/**
 * As `foldl`, but keeps every intermediate result.
 *
 * @example
 * tf.scan((a, x) => a.add(x), tf.constant([1, 2, 3]));
 * // tf.Tensor([1. 3. 6.], shape=(3,), dtype=float32)
 */
export function scan(fn: Step, elems: Elements, options: ScanOptions = {}): Elements {
  checkFn(fn);
  const { initializer = null, reverse = false } = options;
  return inScope(elems, options.name, "scan", () => {
    const rows = rowsOf(elems);
    const arrays = rows.flat.map((elem) =>
      array(elem.dtype, rows.count, {
        elementShape: elem.shape === null ? null : elem.shape.slice(1),
      }).unstack(elem),
    );
    const form: Elements = initializer ?? elems;
    const edge = reverse ? lastIndex(rows.count) : 0;
    const first =
      initializer === null
        ? arrays.map((each) => each.read(edge))
        : flatten(initializer, true).map(tensorLeaf);
    const results = resultArrays(first, rows, options, initializer === null ? edge : null);
    const compute = (i: Tensor, a: Tensor[], outputs: TensorArray[]): unknown[] => {
      const result = fn(packAs(form, a, true), read(arrays, i, elems));
      assertSameStructure(form, result);
      const values = flatten(result, true) as TensorInput[];
      const written = outputs.map((each, k) => each.write(i, values[k]!));
      return [reverse ? i.sub(1) : i.add(1), values, written];
    };
    const begin = initializer === null ? 1 : 0;
    const start = reverse ? startBackwards(rows.count, begin) : int(begin);
    const condition = reverse
      ? (i: Tensor): Tensor => i.greaterEqual(0)
      : (i: Tensor): Tensor => i.less(rows.count);
    const done = loop(condition as never, compute, [start, first, results], rows, options);
    return packAs(form, stacked(done[2] as TensorArray[], rows.staticCount), true);
  });
}

const lastIndex = (count: number | Tensor): number | Tensor =>
  typeof count === "number" ? count - 1 : count.sub(1);
const startBackwards = (count: number | Tensor, begin: number): Tensor =>
  typeof count === "number" ? int(count - 1 - begin) : count.sub(1).sub(begin);

function resultArrays(
  first: readonly Tensor[],
  rows: Rows,
  options: ScanOptions,
  at: number | Tensor | null,
): TensorArray[] {
  const inferShape = options.inferShape ?? true;
  const made = first.map(({ dtype, shape }) =>
    array(dtype, rows.count, { elementShape: inferShape ? shape : null, inferShape }),
  );
  return at === null ? made : made.map((each, i) => each.write(at, first[i]!));
}
