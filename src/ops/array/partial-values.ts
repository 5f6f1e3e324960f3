// What is known of small integer results before anything runs, entry by entry: how shapes stay known through
// the arithmetic that programs do with them.
import { type Dims, elementCount, type Shape, UNKNOWN } from "../../base/shape.ts";
import type { KnownInput } from "../../graph/op.ts";
import { fromFront } from "../support/shapes.ts";
import { integer, integers } from "../support/values.ts";
import { type SliceMasks, sliceSpec } from "./slice-spec.ts";

const isVector = ({ shape }: KnownInput): boolean => shape?.length === 1;
const isScalar = ({ shape }: KnownInput): boolean => shape?.length === 0;

/** Ops that keep the elements in order. */
export const sameEntries = ([x]: readonly KnownInput[]): Shape => x.value;

export function packedEntries(values: readonly KnownInput[]): Shape {
  if (!values.every(isScalar)) return null;
  return values.map(({ value }) => value?.[0] ?? UNKNOWN);
}

export function joinedEntries(values: readonly KnownInput[]): Shape {
  const parts = values.map((one) => (isVector(one) ? one.value : null));
  return parts.includes(null) ? null : parts.flatMap((part) => part!);
}

/** Entries of a vector from `begin` on. */
export function slicedEntries([x, begin, size]: readonly KnownInput[]): Shape {
  if (!isVector(x) || x.value === null || begin.constant === undefined || size.constant === undefined)
    return null;
  const first = integer(begin.constant);
  const count = integer(size.constant);
  return x.value.slice(first, count < 0 ? undefined : first + count);
}

export function stridedEntries([x, ...bounds]: readonly KnownInput[], masks: SliceMasks): Shape {
  if (!isVector(x) || x.value === null) return null;
  const known = bounds.map(({ constant }) => (constant === undefined ? undefined : integers(constant)));
  if (known.includes(undefined)) return null;
  const [begin, end, step] = known;
  const spec = sliceSpec([x.value.length], { begin, end, step }, masks);
  if (spec === null || spec.shape.length > 1) return null;
  return Array.from({ length: spec.taken[0] }, (_, i) => x.value![spec.begin[0] + i * spec.step[0]]);
}

/** Entries of a vector by index. */
export function gatheredEntries([x, indices]: readonly KnownInput[]): Shape {
  if (!isVector(x) || x.value === null || indices.constant === undefined) return null;
  const size = x.value.length;
  const places = integers(indices.constant);
  return places.every((at) => at >= 0 && at < size) ? places.map((at) => x.value![at]) : null;
}

/** Longer results are of no use as shapes. */
const LONGEST = 256;

export function filledEntries([dims, value]: readonly KnownInput[]): Shape {
  const shape = dims.constant === undefined ? null : integers(dims.constant);
  if (shape === null || shape.length > 1 || value.value === null) return null;
  const count = elementCount(shape as Dims);
  return count < 0 || count > LONGEST ? null : new Array<number>(count).fill(value.value[0]);
}

export function rangeEntries(x: readonly KnownInput[]): Shape {
  const known = x.map(({ constant }) => (constant === undefined ? undefined : integer(constant)));
  if (known.includes(undefined)) return null;
  const [start, limit, delta] = known as number[];
  const count = delta === 0 ? 0 : Math.ceil((limit - start) / delta);
  return count < 0 || count > LONGEST ? null : Array.from({ length: count }, (_, i) => start + i * delta);
}

/** An axis that is known to be the only one of vectors. */
export const isFirstAxis = (axis: KnownInput): boolean =>
  axis.constant !== undefined && fromFront(integer(axis.constant), 1) === 0;
