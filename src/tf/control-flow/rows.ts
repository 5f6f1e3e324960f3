// Rows of tensors that a loop runs over, as tensor arrays.
import { ValueError } from "../../base/errors.ts";
import { isCompatible, type Shape } from "../../base/shape.ts";
import { flatten, packAs } from "../../engine/nest.ts";
import { withGraph } from "../../graph/default-graph.ts";
import { SymbolicTensor } from "../../graph/graph.ts";
import type { Tensor } from "../../graph/tensor-base.ts";
import type { Named } from "../core/arguments.ts";
import { graphFor, one } from "../core/call.ts";
import type { DTypeLike } from "../core/dtype-name.ts";
import { asTensor, literal } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import { TensorArray } from "./tensor-array.ts";
import { whileLoop } from "./while-loop.ts";

export interface ElementLoopOptions extends Named {
  /** Accepted for TensorFlow's sake. */
  parallelIterations?: number | null;
  backProp?: boolean;
  swapMemory?: boolean;
}

// biome-ignore lint/suspicious/noExplicitAny: elements have the structure of what is iterated over
export type Elements = any;

/** Tensors whose rows are iterated over, and how many rows there are. */
export interface Rows {
  readonly flat: readonly Tensor[];
  readonly count: number | Tensor;
  readonly staticCount: number;
}

export function rowsOf(elems: Elements): Rows {
  const leaves = flatten(elems, true);
  if (leaves.length === 0)
    throw new ValueError(
      `elems must be a Tensor or (possibly nested) sequence of Tensors. Got ${String(elems)}, which does ` +
        "not contain any Tensors.",
    );
  const flat = leaves.map((leaf) => asTensor(leaf as TensorInput, undefined, "elem"));
  for (const { shape } of flat)
    if (shape?.length === 0)
      throw new ValueError("Elements in elems must be 1+ dimensional Tensors, not scalars");
  const sizes = flat.map(({ shape }): Shape => [shape?.[0] ?? -1]);
  if (!sizes.every((size) => isCompatible(size, sizes[0]!)))
    throw new ValueError(
      `elems: expected tensors with as many rows as the first, received ${sizes.map(String).join(", ")} rows`,
    );
  const staticCount = sizes[0]![0]!;
  return { flat, staticCount, count: staticCount >= 0 ? staticCount : dynamicCount(flat[0]!) };
}

const dynamicCount = (tensor: Tensor): Tensor =>
  one("StridedSlice", [one("Shape", [tensor]), [0], [1], [1]], { shrink_axis_mask: 1 }, "strided_slice");

/** Runs `body` in a name scope, in the graph of `elems`. */
export function inScope<T>(elems: Elements, name: string | undefined, fallback: string, body: () => T): T {
  const graph = graphFor(flatten(elems, true));
  return graph === null ? body() : withGraph(graph, () => graph.nameScope(name ?? fallback, body));
}

/** In eager mode an element may be read more than once. */
export const array = (
  dtype: DTypeLike,
  size: number | Tensor,
  options: { elementShape?: Shape; inferShape?: boolean } = {},
): TensorArray => {
  const { elementShape = null, inferShape = true } = options;
  const shape = elementShape === null ? null : elementShape.map((each) => (each < 0 ? null : each));
  return new TensorArray(dtype, { size, inferShape, elementShape: shape, clearAfterRead: false });
};

export const unstacked = ({ flat, count }: Rows): TensorArray[] =>
  flat.map((elem) => array(elem.dtype, count).unstack(elem));

export const read = (arrays: readonly TensorArray[], index: TensorInput, form: Elements): Elements =>
  packAs(
    form,
    arrays.map((each) => each.read(index)),
    true,
  );

/** Results have as many rows as what was iterated over. */
export function stacked(arrays: readonly TensorArray[], staticCount: number): Tensor[] {
  return arrays.map((each) => {
    const result = each.stack();
    if (result instanceof SymbolicTensor && staticCount >= 0 && result.shape !== null)
      result.setShape([staticCount, ...result.shape.slice(1)]);
    return result;
  });
}

export const int = (value: number): Tensor => literal(value, "int32");

export function loop(
  condition: (...args: Tensor[]) => Tensor,
  body: (...args: never[]) => unknown[],
  variables: readonly unknown[],
  { count }: Rows,
  options: ElementLoopOptions,
): unknown[] {
  const { parallelIterations, backProp, swapMemory } = options;
  return whileLoop(condition, body as never, variables, {
    parallelIterations: parallelIterations ?? 10,
    backProp: backProp ?? true,
    swapMemory: swapMemory ?? false,
    maximumIterations: count,
  });
}

/** `fn` must be a function. */
export function checkFn(fn: unknown): void {
  if (typeof fn !== "function")
    throw new TypeError(`${String(fn)} is not callable: expected a function, received ${typeof fn}`);
}

export const tensorLeaf = (leaf: unknown): Tensor => asTensor(leaf as TensorInput);

// biome-ignore lint/suspicious/noExplicitAny: accumulators have the structure of the initializer
export type Step = (accumulator: any, elem: any) => unknown;
