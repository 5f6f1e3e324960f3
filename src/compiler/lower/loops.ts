// Iteration spaces: which dimensions of affine accesses can be walked as one, and loops over the rest.
import type { Dims } from "../../base/shape.ts";
import type { KernelBuilder } from "../../ir/builder.ts";
import { add, mul } from "../../ir/arithmetic.ts";
import { constant, type Scalar } from "../../ir/scalar.ts";

/** Extents, and for every access its stride in each of them, in elements. */
export interface Space {
  readonly extents: readonly number[];
  readonly strides: readonly (readonly number[])[];
}

/** Drops dimensions of size 1 and merges neighbours that every access walks as one. */
export function collapse({ extents, strides }: Space): Space {
  const sizes: number[] = [];
  const steps: number[][] = strides.map(() => []);
  extents.forEach((extent, axis) => {
    if (extent === 1) return;
    const last = sizes.length - 1;
    const merges = last >= 0 && strides.every((own, i) => steps[i]![last] === own[axis]! * extent);
    if (merges) sizes[last]! *= extent;
    else sizes.push(extent);
    steps.forEach((own, i) => {
      own[merges ? last : sizes.length - 1] = strides[i]![axis]!;
    });
  });
  return { extents: sizes, strides: steps };
}

/** `offset + sum(strides[i] * at[i])`. */
export function affine(strides: readonly number[], at: readonly Scalar[], offset = 0): Scalar {
  const terms = strides.map((stride, i) => mul(at[i]!, stride));
  return terms.reduce((sum, term) => add(sum, term), constant("int32", offset));
}

/** Nested loops over extents; no loop at all where there are none. */
export function nest(
  k: KernelBuilder,
  mode: "parallel" | "serial",
  extents: Dims,
  body: (at: readonly Scalar[]) => void,
): void {
  const enter = (at: readonly Scalar[]): void => {
    if (at.length === extents.length) body(at);
    else k[mode](extents[at.length]!, (i) => enter([...at, i]));
  };
  enter([]);
}

/** Strides of a dense tensor broadcast to a shape: 0 where it is repeated. */
export function broadcastStrides(dims: Dims, shape: Dims): number[] {
  const result = new Array<number>(shape.length).fill(0);
  let step = 1;
  for (let axis = dims.length - 1; axis >= 0; axis--) {
    if (dims[axis] !== 1) result[axis + shape.length - dims.length] = step;
    step *= dims[axis]!;
  }
  return result;
}
