// Gradients of ops that broadcast: what flowed into the large output, added up to each operand's shape.
import type { Shape } from "../../base/shape.ts";
import type { GradientBuilder } from "../../graph/op.ts";
import type { Literal, Value } from "../../graph/types.ts";
import { shapeOf } from "./functions.ts";

type Axes = readonly [readonly number[], readonly number[]];

/** The axes along which each operand may have been repeated; null if that depends on unknown sizes. */
function repeatedAxes(x: Shape, y: Shape): Axes | null {
  if (x === null || y === null) return null;
  const rank = Math.max(x.length, y.length);
  const axes: [number[], number[]] = [[], []];
  for (let axis = 0; axis < rank; axis++) {
    const a = x[axis - rank + x.length] ?? 1;
    const b = y[axis - rank + y.length] ?? 1;
    if (a === 1 && b !== 1) axes[0].push(axis);
    else if (b === 1 && a !== 1) axes[1].push(axis);
    else if (a < 0 || b < 0) return null;
  }
  return axes;
}

/** Sums over the axes, which stay as 1, then takes the operand's shape. */
function reduced(t: GradientBuilder, dy: Value, axes: Value | Literal, shape: Value): Value {
  return t.Reshape(t.Sum(dy, axes, { keep_dims: true }), shape);
}

/** Gradients for x and y from those for the broadcast operands; null stays null. */
export function reduceGradients<X extends Value | null, Y extends Value | null>(
  t: GradientBuilder,
  x: Value,
  y: Value,
  dx: X,
  dy: Y,
): [X, Y] {
  if (dx === null && dy === null) return [dx, dy];
  const shapes = [shapeOf(t, x), shapeOf(t, y)];
  const known = repeatedAxes(x.shape, y.shape);
  const axes = known ?? t.BroadcastGradientArgs(shapes[0], shapes[1]);
  const ranks = [x.shape?.length ?? 0, y.shape?.length ?? 0];
  const one = <V extends Value | null>(gradient: V, i: 0 | 1): V => {
    const must = known === null || known[i].length > 0 || ranks[i] < ranks[1 - i];
    return (gradient === null || !must ? gradient : reduced(t, gradient, axes[i], shapes[i])) as V;
  };
  return [one(dx, 0), one(dy, 1)];
}

/** Are all sizes known and equal? Then nothing was broadcast. */
export function sameKnownShapes(...values: readonly Value[]): boolean {
  const [first, ...rest] = values.map((value) => value.shape);
  if (first === null || first.some((size) => size < 0)) return false;
  return rest.every((shape) => shape?.length === first.length && shape.every((size, i) => size === first[i]));
}

/** Shapes of both operands and the axes to sum each gradient over, asked of the op itself. */
export interface Broadcast {
  readonly shapes: readonly [Value, Value];
  readonly axes: readonly [Value, Value];
}

export function broadcastOf(t: GradientBuilder, x: Value, y: Value): Broadcast {
  const shapes = [shapeOf(t, x), shapeOf(t, y)] as const;
  const [rx, ry] = t.BroadcastGradientArgs(shapes[0], shapes[1]);
  return { shapes, axes: [rx, ry] };
}

/** `tf.reshape(tf.reduce_sum(dy, axes), shape)` for operand `i`. */
export const sumTo = (t: GradientBuilder, dy: Value, { shapes, axes }: Broadcast, i: 0 | 1): Value =>
  t.Reshape(t.Sum(dy, axes[i]), shapes[i]);
