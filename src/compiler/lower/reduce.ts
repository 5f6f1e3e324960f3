// Reduction lowering: partial results in lanes, then the lanes together; the order depends on shapes only.
//
// The law. An output's elements are taken in row-major order of the input's collapsed dimensions. Sums and
// products of float16, bfloat16 and float32 accumulate in float64 (complex64 in complex128) and are rounded
// once at the end; the other dtypes accumulate in their own type, ints wrapping. With P lanes, lane j takes
// the elements whose index along the longest reduced dimension (of equals the last) is j modulo P: first
// those
// in full rounds of P, then those in the last, unfinished round. Then lane j takes in lane j + P/2 for
// j < P/2, and so on by halves. P follows from the extents alone, see `laneCount`. Nothing else may change
// the order: not threads, not blocks, not vector width.
import type { DTypeName } from "../../base/dtypes.ts";
import { elementCount, strides } from "../../base/shape.ts";
import type { LowerNode, Reduce } from "../../graph/lowering.ts";
import type { Attrs } from "../../graph/types.ts";
import { type Buffer, type BuiltKernel, type Cell, KernelBuilder } from "../../ir/builder.ts";
import { math } from "../../ir/math.ts";
import { constant, type Scalar } from "../../ir/scalar.ts";
import { affine, nest } from "./loops.ts";
import { accumulatorType, combineScalars, identity } from "./reduce-rules.ts";

interface Plan {
  readonly k: KernelBuilder;
  readonly rule: Reduce<Attrs>;
  readonly node: LowerNode;
  readonly input: Buffer;
  /** The dtype of the mapped elements. */
  readonly dtype: DTypeName;
  readonly accumulator: DTypeName;
  /** Collapsed dimensions of the input that stay, and the input's strides in them. */
  readonly kept: { readonly extents: number[]; readonly strides: number[] };
  readonly reduced: { readonly extents: number[]; readonly strides: number[] };
  /** Elements that go into one result. */
  readonly count: number;
}

export function lowerReduce(rule: Reduce<Attrs>, node: LowerNode): BuiltKernel {
  const k = new KernelBuilder(node.op, node.inputs, node.outputs);
  const plan = makePlan(k, rule, node);
  const { reduced, kept } = plan;
  const long = longest(reduced.extents);
  const lanes = laneCount(
    reduced.extents[long] ?? 1,
    elementCount(kept.extents),
    reduced.strides[long] === 1,
  );
  if (lanes === 1) reduceDirectly(plan);
  else reduceInLanes(plan, long, lanes);
  return k.finish();
}

function makePlan(k: KernelBuilder, rule: Reduce<Attrs>, node: LowerNode): Plan {
  const input = k.input(0);
  const axes = new Set(rule.axes(node));
  // Two accesses that differ on reduced axes keep those from merging with the others.
  const marks = input.shape.map((_, axis) => (axes.has(axis) ? 0 : 1));
  const space = collapseMarked(input.shape, marks);
  const pick = (mark: number): Plan["kept"] => {
    const own = space.filter((each) => each.mark === mark);
    return { extents: own.map(({ extent }) => extent), strides: own.map(({ stride }) => stride) };
  };
  const dtype = mapped({ rule, node }, constant(input.dtype, 0)).dtype;
  return {
    k,
    rule,
    node,
    input,
    dtype,
    accumulator: accumulatorType(rule.combine, dtype),
    kept: pick(1),
    reduced: pick(0),
    count: input.shape.reduce((product, size, axis) => (axes.has(axis) ? product * size : product), 1),
  };
}

function collapseMarked(
  shape: readonly number[],
  marks: readonly number[],
): { extent: number; stride: number; mark: number }[] {
  const steps = strides(shape);
  const result: { extent: number; stride: number; mark: number }[] = [];
  shape.forEach((extent, axis) => {
    if (extent === 1) return;
    const last = result[result.length - 1];
    if (last !== undefined && last.mark === marks[axis]) {
      last.extent *= extent;
      last.stride = steps[axis]!;
    } else result.push({ extent, stride: steps[axis]!, mark: marks[axis]! });
  });
  return result;
}

function longest(extents: readonly number[]): number {
  let best = 0;
  extents.forEach((extent, i) => {
    if (extent >= extents[best]!) best = i;
  });
  return best;
}

/**
 * A power of two. Rows that lie densely get 8 lanes, for vector units; few results of many elements get up to
 * 512, for work to share. Below 4 elements a lane it does not pay.
 */
export function laneCount(extent: number, results: number, dense: boolean): number {
  let wanted = dense ? 8 : 1;
  while (wanted * results < 512) wanted *= 2;
  let lanes = 1;
  while (lanes < wanted && lanes * 8 <= extent) lanes *= 2;
  return results === 0 || lanes < 4 ? 1 : lanes;
}

function mapped({ rule, node }: Pick<Plan, "rule" | "node">, x: Scalar): Scalar {
  return rule.map === undefined ? x : rule.map(math, x, node);
}

function accumulate(plan: Plan, total: Cell, at: Scalar): void {
  const value = mapped(plan, plan.k.load(plan.input, at));
  total.set(combineScalars(plan.rule.combine, total.get(), math.cast(value, plan.accumulator)));
}

function storeResult({ k, rule, node, dtype, count }: Plan, at: Scalar, total: Scalar): void {
  const result = math.cast(total, dtype);
  k.store(k.output(0), at, rule.finish === undefined ? result : rule.finish(math, result, count, node));
}

const atLeastOne = (extents: readonly number[]): readonly number[] => (extents.length === 0 ? [1] : extents);

/** Each result by itself, its elements in order. */
function reduceDirectly(plan: Plan): void {
  const { k, kept, reduced } = plan;
  const dense = strides(kept.extents);
  nest(k, "parallel", atLeastOne(kept.extents), (at) => {
    const own = at.slice(0, kept.extents.length);
    const base = affine(kept.strides, own);
    const total = k.cell(plan.accumulator, identity(plan.rule.combine, plan.accumulator));
    nest(k, "serial", reduced.extents, (inner) => {
      accumulate(plan, total, math.add(base, affine(reduced.strides, inner)));
    });
    storeResult(plan, affine(dense, own), total.get());
  });
}

/** Lanes lie innermost in a temporary: result by result, lane by lane. */
function reduceInLanes(plan: Plan, long: number, lanes: number): void {
  const { k, kept, rule } = plan;
  const results = elementCount(kept.extents);
  const partial = k.temporary(plan.accumulator, results * lanes);
  const dense = strides([...kept.extents, lanes]);
  const steps = Math.floor(plan.reduced.extents[long]! / lanes);
  const rest = plan.reduced.extents[long]! - steps * lanes;
  laneSums(plan, long, lanes, { partial, dense, steps });
  if (rest > 0) laneRest(plan, long, { partial, dense, from: steps * lanes, rest });
  for (let half = lanes / 2; half >= 1; half /= 2) {
    nest(k, "parallel", results === 1 ? [half] : [results, half], (at) => {
      const lane = math.add(results === 1 ? 0 : math.mul(at[0]!, lanes), at[at.length - 1]!);
      const sum = combineScalars(rule.combine, k.load(partial, lane), k.load(partial, math.add(lane, half)));
      if (half > 1) k.store(partial, lane, sum);
      else storeResult(plan, results === 1 ? constant("int32", 0) : at[0]!, sum);
    });
  }
}

interface Lanes {
  readonly partial: Buffer;
  readonly dense: readonly number[];
}

function laneSums(
  plan: Plan,
  long: number,
  lanes: number,
  { partial, dense, steps }: Lanes & { steps: number },
): void {
  const { k, kept, reduced } = plan;
  const extents = reduced.extents.map((extent, i) => (i === long ? steps : extent));
  const inner = reduced.strides.map((stride, i) => (i === long ? stride * lanes : stride));
  nest(k, "parallel", [...kept.extents, lanes], (at) => {
    const base = affine([...kept.strides, reduced.strides[long]!], at);
    const total = k.cell(plan.accumulator, identity(plan.rule.combine, plan.accumulator));
    nest(k, "serial", extents, (i) => accumulate(plan, total, math.add(base, affine(inner, i))));
    k.store(partial, affine(dense, at), total.get());
  });
}

/** The elements past the last full round of lanes. */
function laneRest(
  plan: Plan,
  long: number,
  { partial, dense, from, rest }: Lanes & { from: number; rest: number },
): void {
  const { k, kept, reduced } = plan;
  const others = reduced.extents.filter((_, i) => i !== long);
  const otherStrides = reduced.strides.filter((_, i) => i !== long);
  const stride = reduced.strides[long]!;
  nest(k, "parallel", [...kept.extents, rest], (at) => {
    const base = affine([...kept.strides, stride], at, from * stride);
    const place = affine(dense, at);
    const total = k.cell(plan.accumulator, k.load(partial, place));
    nest(k, "serial", others, (i) => accumulate(plan, total, math.add(base, affine(otherStrides, i))));
    k.store(partial, place, total.get());
  });
}
