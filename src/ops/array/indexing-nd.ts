// What GatherNd and the ScatterNd family share: index tuples, their checks, and where slices lie.
import { type Dims, elementCount, shapeText, strides } from "../../base/shape.ts";
import type { LowerNode, ScalarMath } from "../../graph/lowering.ts";
import type { KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { int, isBelow, slotText, unravel } from "../support/loops.ts";

export interface TuplePlan {
  /** How many index tuples, and how long each is. */
  readonly count: number;
  readonly depth: number;
  /** Elements of the slice that a tuple names. */
  readonly inner: number;
  readonly places: Dims;
  readonly shape: Dims;
}

export function tuplePlan(shape: Dims, indices: Dims): TuplePlan {
  const depth = indices[indices.length - 1];
  const places = indices.slice(0, -1);
  return { count: elementCount(places), depth, inner: elementCount(shape.slice(depth)), places, shape };
}

/** Bad indices are left out instead of being an error. */
export const ignoresBadIndices = (node: LowerNode<{ bad_indices_policy: string }>): boolean =>
  node.attrs.bad_indices_policy === "IGNORE";

/** A tuple's slice: where it starts, and whether it lies within the tensor. */
export interface TupleSlice {
  readonly start: Scalar;
  readonly inside: Scalar;
}

/** Reads tuple `i` of input `input`. */
export function tupleSlice(
  k: KernelBuilder,
  m: ScalarMath,
  plan: TuplePlan,
  input: number,
  i: Scalar,
): TupleSlice {
  const { depth, shape, inner } = plan;
  const indices = k.input(input);
  const steps = strides(shape.slice(0, depth));
  let start: Scalar = int(m, 0);
  let inside: Scalar = m.constant("bool", 1);
  for (let axis = 0; axis < depth; axis++) {
    const index = k.hold(k.load(indices, m.add(m.mul(i, depth), axis)));
    inside = m.and(inside, isBelow(m, index, shape[axis]));
    start = m.add(start, m.mul(m.cast(index, "int32"), steps[axis] * inner));
  }
  return { start: k.hold(start), inside: k.hold(inside) };
}

/** Fails unless tuple `i` lies within the tensor; `what` says what it does not index into. */
export function checkTuple(
  k: KernelBuilder,
  m: ScalarMath,
  plan: TuplePlan,
  input: number,
  i: Scalar,
  what: string,
): void {
  const { depth, shape, places } = plan;
  const indices = k.input(input);
  const tuple = Array.from({ length: depth }, (_, axis) =>
    k.hold(k.load(indices, m.add(m.mul(i, depth), axis))),
  );
  const inside = tuple.reduce(
    (all, index, axis) => m.and(all, isBelow(m, index, shape[axis])),
    m.constant("bool", 1),
  );
  const list = tuple.map((_, axis) => `%${places.length + axis}`).join(", ");
  const words = `indices${slotText(places.length)} = [${list}] does not index into ${what}`;
  k.check(inside, "INVALID_ARGUMENT", words, [...unravel(m, i, places), ...tuple]);
}

export const intoShape = (shape: Dims): string => `shape ${shapeText(shape)}`;
