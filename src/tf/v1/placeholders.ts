// tf.compat.v1.placeholder: nodes that get their values when a session runs.
import { RuntimeError } from "../../base/errors.ts";
import { toTensor } from "../../engine/convert.ts";
import { raw } from "../../engine/raw.ts";
import { currentGraph } from "../../graph/default-graph.ts";
import type { SymbolicTensor } from "../../graph/graph.ts";
import { type DTypeLike, dtypeName } from "../core/dtype-name.ts";
import { type ShapeLike, toShape } from "../core/tensor-shape.ts";

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
export function placeholder(dtype: DTypeLike, shape?: ShapeLike | PlaceholderOptions, options?: PlaceholderOptions): SymbolicTensor {
  if (currentGraph() === null) throw new RuntimeError("tf.placeholder() is not compatible with eager execution.");
  const given = isOptions(shape) ? shape : { shape, ...options };
  const attrs = given.name === undefined ? {} : { name: given.name };
  return raw.Placeholder({ dtype: dtypeName(dtype), shape: toShape(given.shape), ...attrs }) as SymbolicTensor;
}

const isOptions = (x: unknown): x is PlaceholderOptions =>
  typeof x === "object" && x !== null && Object.getPrototypeOf(x) === Object.prototype;

/** A tensor that passes `input` on unless it is fed. */
export function placeholderWithDefault(input: unknown, shape: ShapeLike, options: { name?: string } = {}): SymbolicTensor {
  const attrs = options.name === undefined ? {} : { name: options.name };
  const value = toTensor(input);
  return raw.PlaceholderWithDefault(value as never, { shape: toShape(shape), ...attrs }) as SymbolicTensor;
}
