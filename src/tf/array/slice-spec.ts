// `x[a, b:c, ..., newaxis]`: what TensorFlow's __getitem__ makes of its items.
import type { DTypeName } from "../../base/dtypes.ts";
import { Tensor } from "../../graph/tensor.ts";
import { one } from "../core/call.ts";
import { asTensor, literal } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";

type Bound = number | bigint | Tensor;
/** A range: `[start, stop]` or `[start, stop, step]` (null: left out); or `{ start, stop, step }`. */
export type SliceRange =
  | readonly (Bound | null | undefined)[]
  | { readonly start?: Bound | null; readonly stop?: Bound | null; readonly step?: Bound | null };
/** An index, a range, "..." (all axes between), null or `tf.newaxis` (a new axis), ":" (a whole axis). */
export type SliceItem = Bound | SliceRange | "..." | ":" | null;

export interface SliceSpec {
  readonly begin: Bound[];
  readonly end: Bound[];
  readonly strides: Bound[];
  beginMask: number;
  endMask: number;
  ellipsisMask: number;
  newAxisMask: number;
  shrinkAxisMask: number;
}

const emptySpec = (): SliceSpec => ({
  begin: [],
  end: [],
  strides: [],
  beginMask: 0,
  endMask: 0,
  ellipsisMask: 0,
  newAxisMask: 0,
  shrinkAxisMask: 0,
});

const isIndex = (item: unknown): item is Bound =>
  typeof item === "number" || typeof item === "bigint" || item instanceof Tensor;

export function sliceSpec(items: readonly SliceItem[]): SliceSpec {
  const spec = emptySpec();
  items.forEach((item, i) => {
    const bit = 1 << i;
    if (item === "...") addPlain(spec, () => (spec.ellipsisMask |= bit));
    else if (item === null) addPlain(spec, () => (spec.newAxisMask |= bit));
    else if (item === ":") addRange(spec, {}, bit);
    else if (isIndex(item)) addIndex(spec, item, bit);
    else if (typeof item === "object")
      addRange(spec, Array.isArray(item) ? fromList(item) : (item as Parts), bit);
    else throw unusable(item);
  });
  return spec;
}

const unusable = (item: unknown): TypeError =>
  new TypeError(
    'Only integers, slices (`[start, stop]`), ellipsis ("..."), newaxis (null) and scalar int32/int64 ' +
      "tensors " +
      `are valid indices, got ${String(item)}`,
  );

function addPlain(spec: SliceSpec, mark: () => void): void {
  spec.begin.push(0);
  spec.end.push(0);
  spec.strides.push(1);
  mark();
}

function addIndex(spec: SliceSpec, index: Bound, bit: number): void {
  checkBound(index);
  spec.begin.push(index);
  spec.end.push(index instanceof Tensor ? one("AddV2", [index, 1], undefined, "add") : Number(index) + 1);
  const wide = index instanceof Tensor && index.dtype !== "int32";
  spec.strides.push(wide ? literal(1, index.dtype) : 1);
  spec.shrinkAxisMask |= bit;
}

interface Parts {
  readonly start?: Bound | null | undefined;
  readonly stop?: Bound | null | undefined;
  readonly step?: Bound | null | undefined;
}

const fromList = ([start, stop, step]: readonly (Bound | null | undefined)[]): Parts => ({
  start,
  stop,
  step,
});

/** What is left out is a literal of the dtype of the tensors beside it. */
function addRange(spec: SliceSpec, parts: Parts, bit: number): void {
  const { start, stop, step } = parts;
  const dtype = boundType([start, stop, step]);
  const fallback = (value: number): Bound => (dtype === undefined ? value : literal(value, dtype));
  for (const bound of [start, stop, step]) if (bound !== null && bound !== undefined) checkBound(bound);
  spec.begin.push(start ?? fallback(0));
  spec.end.push(stop ?? fallback(0));
  spec.strides.push(step ?? fallback(1));
  if (start === null || start === undefined) spec.beginMask |= bit;
  if (stop === null || stop === undefined) spec.endMask |= bit;
}

function boundType(bounds: readonly unknown[]): DTypeName | undefined {
  const types = bounds.filter((bound) => bound instanceof Tensor).map((bound) => bound.dtype);
  return types.find((type) => type === "int64") ?? types[0];
}

function checkBound(bound: unknown): void {
  if (bound instanceof Tensor) {
    if (bound.dtype === "int32" || bound.dtype === "int64" || bound.dtype === "int16") return;
    throw unusable(bound);
  }
  if (typeof bound === "bigint" || Number.isInteger(bound)) return;
  if (typeof bound === "number") throw new TypeError(`Slicing: expected whole numbers, received ${bound}`);
  throw unusable(bound);
}

/** The three vectors as one dtype; literals become one constant. */
export function packBounds(spec: SliceSpec): Tensor[] {
  const lists = [spec.begin, spec.end, spec.strides];
  const packed = lists.map((list) => asTensor(list as TensorInput, undefined, "stack", "int32"));
  if (!packed.some((bounds) => bounds.dtype === "int64")) return packed;
  return packed.map((bounds) =>
    bounds.dtype === "int64" ? bounds : one("Cast", [bounds], { DstT: "int64" }),
  );
}

export const sliceMasks = (spec: SliceSpec): Record<string, number> => ({
  begin_mask: spec.beginMask,
  end_mask: spec.endMask,
  shrink_axis_mask: spec.shrinkAxisMask,
  new_axis_mask: spec.newAxisMask,
  ellipsis_mask: spec.ellipsisMask,
});
