// tf.compat.v1.placeholder: nodes that get their values when a session runs.
import { RuntimeError } from "../../base/errors.ts";
import { raw } from "../../engine/raw.ts";
import { currentGraph, defaultGraph } from "../../graph/default-graph.ts";
import type { SymbolicTensor } from "../../graph/graph.ts";
import { type DTypeLike, dtypeName } from "../core/dtype-name.ts";
import { type ShapeLike, toShape } from "../core/tensor-shape.ts";
import { convertInGraph } from "./convert.ts";

export interface PlaceholderOptions {
  /** What may be fed; null or left out for any shape, null inside for any size. */
  shape?: ShapeLike;
  name?: string;
}

/**
 * A tensor that must be fed: `sess.run(y, new Map([[x, 1]]))`.
 *
 * @example
 * const g = new tf.Graph();
 * const y = g.asDefault(() => tf.compat.v1.placeholder(tf.float32, [2], { name: "x" }).mul(2));
 * using sess = new tf.compat.v1.Session({ graph: g });
 * sess.run(y, { "x:0": [1, 2] }).array() // [2, 4]
 */
export function placeholder(
  dtype: DTypeLike,
  shape?: ShapeLike | PlaceholderOptions,
  options?: PlaceholderOptions,
): SymbolicTensor {
  if (currentGraph() === null)
    throw new RuntimeError("tf.placeholder() is not compatible with eager execution.");
  const given = isOptions(shape) ? shape : { shape, ...options };
  const attrs = given.name === undefined ? {} : { name: given.name };
  return raw.Placeholder({
    dtype: dtypeName(dtype),
    shape: toShape(given.shape),
    ...attrs,
  }) as SymbolicTensor;
}

const isOptions = (x: unknown): x is PlaceholderOptions =>
  typeof x === "object" && x !== null && Object.getPrototypeOf(x) === Object.prototype;

export interface PlaceholderWithDefaultOptions {
  /** The dtype of an `input` that is plain data. */
  dtype?: DTypeLike;
  name?: string;
}

/** A tensor that passes `input` on unless it is fed. */
export function placeholderWithDefault(
  input: unknown,
  shape: ShapeLike,
  { dtype, name }: PlaceholderWithDefaultOptions = {},
): SymbolicTensor {
  return defaultGraph().nameScope(name ?? "PlaceholderWithDefault", (scope) => {
    const value = convertInGraph(input, dtype === undefined ? undefined : dtypeName(dtype), "input");
    return raw.PlaceholderWithDefault(value, { shape: toShape(shape), name: scope }) as SymbolicTensor;
  });
}
