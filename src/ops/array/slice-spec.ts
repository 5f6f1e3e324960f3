// What a strided slice takes: TensorFlow's ValidateStridedSliceOp, for shapes that may be partly known.
import { invalidArgument } from "../../base/errors.ts";
import { type Shape, shapeText, strides as stridesOf, UNKNOWN } from "../../base/shape.ts";

export interface SliceMasks {
  readonly begin_mask: number;
  readonly end_mask: number;
  readonly ellipsis_mask: number;
  readonly new_axis_mask: number;
  readonly shrink_axis_mask: number;
}

export interface SliceSpec {
  /** Sizes taken from each axis of the input; shrunk ones are 1. */
  readonly taken: readonly number[];
  /** The result's shape, and for each of its axes the input's axis, or -1 for a new one. */
  readonly shape: readonly number[];
  readonly axes: readonly number[];
  readonly begin: readonly number[];
  readonly step: readonly number[];
}

const NEW_AXIS = -1;
const SHRUNK = -2;

/** The spec with one entry for each axis of the input. */
interface DenseSpec {
  readonly begin: number[];
  readonly end: number[];
  readonly step: number[];
  readonly openBegin: boolean[];
  readonly openEnd: boolean[];
  readonly shrink: boolean[];
  /** For each axis of the result: an input axis, NEW_AXIS or SHRUNK. */
  readonly gather: number[];
}

const hasBit = (mask: number, bit: number): boolean => (mask & (1 << bit)) !== 0;

interface Bounds {
  readonly begin: readonly number[] | undefined;
  readonly end: readonly number[] | undefined;
  readonly step: readonly number[];
}

function densify(rank: number, bounds: Bounds, masks: SliceMasks): DenseSpec {
  const { ellipsis_mask } = masks;
  if ((ellipsis_mask & (ellipsis_mask - 1)) !== 0)
    throw invalidArgument("Multiple ellipses in slice spec not allowed");
  const given = bounds.step.length;
  const count = ellipsis_mask >= 1 << given || ellipsis_mask === 0 ? given + 1 : given;
  const ellipsisAt = count > given ? given : 31 - Math.clz32(ellipsis_mask);
  const dense: DenseSpec = {
    begin: [],
    end: [],
    step: [],
    openBegin: [],
    openEnd: [],
    shrink: [],
    gather: [],
  };
  for (let i = 0; i < count; i++) {
    if (i === ellipsisAt) addEllipsis(dense, ellipsisEnd(rank, i, count, masks));
    else if (hasBit(masks.new_axis_mask, i)) dense.gather.push(NEW_AXIS);
    else addAxis(dense, rank, i, bounds, masks);
  }
  return dense;
}

function ellipsisEnd(rank: number, at: number, count: number, masks: SliceMasks): number {
  let newAfter = 0;
  for (let i = at + 1; i < count; i++) if (hasBit(masks.new_axis_mask, i)) newAfter++;
  return Math.min(rank - (count - at) + 1 + newAfter, rank);
}

function addEllipsis(dense: DenseSpec, end: number): void {
  for (let axis = dense.begin.length; axis < end; axis++) {
    dense.gather.push(axis);
    pushAxis(dense, 0, 0, 1, true, true, false);
  }
}

function addAxis(
  dense: DenseSpec,
  rank: number,
  i: number,
  { begin, end, step }: Bounds,
  masks: SliceMasks,
): void {
  const axis = dense.begin.length;
  if (axis === rank)
    throw invalidArgument(
      rank === 0
        ? "Attempting to slice scalar input."
        : `Index out of range using input dim ${axis}; input has only ${rank} dims`,
    );
  const shrink = hasBit(masks.shrink_axis_mask, i);
  dense.gather.push(shrink ? SHRUNK : axis);
  const openBegin = hasBit(masks.begin_mask, i);
  pushAxis(dense, begin?.[i] ?? 0, end?.[i] ?? 0, step[i], openBegin, hasBit(masks.end_mask, i), shrink);
}

function pushAxis(
  dense: DenseSpec,
  begin: number,
  end: number,
  step: number,
  openBegin: boolean,
  openEnd: boolean,
  shrink: boolean,
): void {
  dense.begin.push(begin);
  dense.end.push(end);
  dense.step.push(step);
  dense.openBegin.push(openBegin);
  dense.openEnd.push(openEnd);
  dense.shrink.push(shrink);
}

/** The first index taken from an axis, and how many. */
function takeFrom(
  dense: DenseSpec,
  axis: number,
  size: number,
  known: boolean,
): { begin: number; count: number } {
  const step = dense.step[axis];
  const shrink = dense.shrink[axis];
  if (step === 0) throw invalidArgument(`strides[${axis}] must be non-zero`);
  if (size === UNKNOWN) return { begin: 0, count: shrink ? 1 : UNKNOWN };
  if (shrink && step < 0) throw invalidArgument("only stride 1 allowed on non-range indexing.");
  if (!known) {
    if (shrink) return { begin: 0, count: 1 };
    const whole = dense.openBegin[axis] && dense.openEnd[axis];
    return { begin: 0, count: whole ? Math.ceil(size / Math.abs(step)) : UNKNOWN };
  }
  if (shrink) return { begin: shrunkIndex(dense.begin[axis], axis, size), count: 1 };
  const low = step > 0 ? 0 : -1;
  const high = step > 0 ? size : size - 1;
  const clamp = (x: number): number => Math.min(Math.max(x < 0 ? x + size : x, low), high);
  const begin = dense.openBegin[axis] ? (step > 0 ? low : high) : clamp(dense.begin[axis]);
  const end = dense.openEnd[axis] ? (step > 0 ? high : low) : clamp(dense.end[axis]);
  return { begin, count: Math.max(Math.ceil((end - begin) / step), 0) };
}

function shrunkIndex(index: number, axis: number, size: number): number {
  const at = index < 0 ? index + size : index;
  if (at < 0 || at >= size) throw invalidArgument(`slice index ${at} of dimension ${axis} out of bounds.`);
  return at;
}

/** Works a slice out; null if too little is known to tell even the rank. */
export function sliceSpec(x: Shape, bounds: Partial<Bounds>, masks: SliceMasks): SliceSpec | null {
  const { step } = bounds;
  if (x === null || step === undefined) return null;
  const dense = densify(x.length, { begin: bounds.begin, end: bounds.end, step }, masks);
  const known = bounds.begin !== undefined && bounds.end !== undefined;
  const ranges = x.map((size, axis) => takeFrom(dense, axis, size, known));
  const taken = ranges.map(({ count }) => count);
  const axes = dense.gather.filter((axis) => axis !== SHRUNK);
  return {
    taken,
    axes,
    shape: axes.map((axis) => (axis === NEW_AXIS ? 1 : taken[axis])),
    begin: ranges.map(({ begin }) => begin),
    step: dense.step,
  };
}

/** Begin, end and strides must be vectors of one length. */
export function checkBounds(begin: Shape, end: Shape, step: Shape): void {
  const shapes = [begin, end, step];
  if (shapes.some((shape) => shape === null || shape.includes(UNKNOWN))) return;
  const [first] = shapes as number[][];
  if (shapes.every((shape) => shape!.length === 1 && shape![0] === first[0])) return;
  throw invalidArgument(
    "Expected begin, end, and strides to be 1D equal size tensors, but got shapes " +
      `${shapeText(begin)}, ${shapeText(end)}, and ${shapeText(step)} instead.`,
  );
}

/** Where a slice lies in a tensor of shape `x`: strides for each taken axis, and the first element. */
export function sliceLayout(spec: SliceSpec, x: readonly number[]): { steps: number[]; offset: number } {
  const own = stridesOf(x);
  return {
    steps: own.map((stride, axis) => stride * spec.step[axis]),
    offset: own.reduce((sum, stride, axis) => sum + stride * spec.begin[axis], 0),
  };
}
