// tf.mapFn: a function of every row of a tensor.
import type { Shape } from "../../base/shape.ts";
import { assertSameStructure, flatten, packAs } from "../../engine/nest.ts";
import type { Tensor } from "../../graph/tensor-base.ts";
import { type DTypeLike, optionalDType } from "../core/dtype-name.ts";
import type { TensorInput } from "../core/types.ts";
import {
  array,
  type ElementLoopOptions,
  type Elements,
  inScope,
  int,
  loop,
  read,
  type Rows,
  rowsOf,
  stacked,
  unstacked,
} from "./rows.ts";
import type { TensorArray } from "./tensor-array.ts";

export interface MapOptions extends ElementLoopOptions {
  dtype?: DTypeLike | readonly DTypeLike[] | null;
  /** Dtypes of what `fn` returns, in its structure; those of `elems` by default. */
  fnOutputSignature?: unknown;
  inferShape?: boolean;
}

/**
 * Calls `fn` with each row of `elems` and stacks what it returns.
 *
 * @param fn Takes a row, in the structure of `elems`.
 * @param elems A tensor, or a structure of tensors with as many rows.
 * @example
 * tf.mapFn((x) => x.mul(x), tf.constant([1, 2, 3]));
 * // tf.Tensor([1. 4. 9.], shape=(3,), dtype=float32)
 */
export function mapFn(fn: (elem: Elements) => unknown, elems: Elements, options: MapOptions = {}): Elements {
  if (typeof fn !== "function")
    throw new TypeError(`The provided function ${String(fn)} is not callable. fn must be callable.`);
  const signature = options.fnOutputSignature ?? options.dtype ?? null;
  return inScope(elems, options.name, "map", () => {
    const rows = rowsOf(elems);
    const inputs = unstacked(rows);
    const start = int(0);
    const form = signature ?? elems;
    const outputs = outputSpecs(signature, rows).map(({ dtype, shape }) =>
      array(dtype, rows.count, { elementShape: shape, inferShape: options.inferShape ?? true }),
    );
    const compute = (i: Tensor, arrays: TensorArray[]): unknown[] => {
      const result = fn(read(inputs, i, elems));
      assertSameStructure(form, result);
      const values = flatten(result, true) as TensorInput[];
      const written = arrays.map((each, k) => each.write(i, values[k]!));
      return [i.add(1), written];
    };
    const [, results] = loop((i) => i.less(rows.count), compute, [start, outputs], rows, options);
    return packAs(form, stacked(results as TensorArray[], rows.staticCount));
  });
}

interface OutputSpec {
  readonly dtype: DTypeLike;
  readonly shape: Shape;
}

function outputSpecs(signature: unknown, { flat }: Rows): OutputSpec[] {
  if (signature === null) return flat.map(({ dtype }) => ({ dtype, shape: null }));
  return flatten(signature).map((each) => {
    const spec = each as { staticShape?: Shape; dtype?: DTypeLike };
    if (spec !== null && typeof spec === "object" && "staticShape" in spec)
      return { dtype: optionalDType(spec.dtype)!, shape: spec.staticShape ?? null };
    return { dtype: optionalDType(each as DTypeLike)!, shape: null };
  });
}
