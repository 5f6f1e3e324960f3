// Shapes: known ones are arrays of sizes; partly known ones use -1 for a dimension and null for the rank.
import { invalidArgument } from "./errors.ts";

/** A fully known shape. */
export type Dims = readonly number[];
/** A shape that may be partly known: -1 is an unknown dimension, null an unknown rank. */
export type Shape = readonly number[] | null;

export const UNKNOWN = -1;
export const SCALAR: Dims = [];

export const isFullyDefined = (shape: Shape): shape is Dims => shape?.every((size) => size >= 0) ?? false;

/** The number of elements; -1 if unknown. A 0 among unknown sizes stays unknown, as in TensorFlow. */
export function elementCount(shape: Shape): number {
  if (shape === null) return UNKNOWN;
  let count = 1;
  for (const size of shape) {
    if (size < 0) return UNKNOWN;
    count *= size;
  }
  return count;
}

export function sameDims(a: Dims, b: Dims): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

export function sameShape(a: Shape, b: Shape): boolean {
  return a === null || b === null ? a === b : sameDims(a, b);
}

/** Row-major strides, in elements. */
export function strides(dims: Dims): number[] {
  const result = new Array<number>(dims.length);
  let step = 1;
  for (let axis = dims.length - 1; axis >= 0; axis--) {
    result[axis] = step;
    step *= dims[axis]!;
  }
  return result;
}

/** Could both describe one tensor? */
export function isCompatible(a: Shape, b: Shape): boolean {
  if (a === null || b === null) return true;
  return a.length === b.length && a.every((size, i) => size < 0 || b[i]! < 0 || size === b[i]);
}

/** What is known from both; raises `InvalidArgumentError` if they contradict each other. */
export function mergeShapes(a: Shape, b: Shape): Shape {
  if (a === null) return b;
  if (b === null) return a;
  if (!isCompatible(a, b))
    throw invalidArgument(`Shapes must be equal: expected ${shapeText(a)}, received ${shapeText(b)}`);
  return a.map((size, i) => (size < 0 ? b[i]! : size));
}

/** The most specific shape that both belong to. */
export function relaxShapes(a: Shape, b: Shape): Shape {
  if (a === null || b === null || a.length !== b.length) return null;
  return a.map((size, i) => (size === b[i] ? size : UNKNOWN));
}

/** NumPy's broadcasting of partly known shapes; null when they cannot be broadcast. */
export function tryBroadcast(a: Shape, b: Shape): { shape: Shape } | null {
  if (a === null || b === null) return { shape: null };
  const rank = Math.max(a.length, b.length);
  const result = new Array<number>(rank);
  for (let axis = 0; axis < rank; axis++) {
    const x = a[axis - rank + a.length] ?? 1;
    const y = b[axis - rank + b.length] ?? 1;
    const size = broadcastSize(x, y);
    if (size === null) return null;
    result[axis] = size;
  }
  return { shape: result };
}

function broadcastSize(x: number, y: number): number | null {
  if (x === y) return x;
  if (x === 1) return y;
  if (y === 1) return x;
  if (x < 0) return y;
  if (y < 0) return x;
  return null;
}

/** Broadcasts two shapes or raises `InvalidArgumentError` in TensorFlow's words. */
export function broadcastShapes(a: Shape, b: Shape): Shape {
  const result = tryBroadcast(a, b);
  if (result === null) throw invalidArgument(`Incompatible shapes: ${shapeText(a)} vs. ${shapeText(b)}`);
  return result.shape;
}

/** As TensorFlow's messages print shapes: "[2,?]", "<unknown>". */
export function shapeText(shape: Shape): string {
  if (shape === null) return "<unknown>";
  return `[${shape.map((size) => (size < 0 ? "?" : String(size))).join(",")}]`;
}

/** As Python prints shapes: "(2, None)", "(3,)", "<unknown>". */
export function pythonShapeText(shape: Shape): string {
  if (shape === null) return "<unknown>";
  const sizes = shape.map((size) => (size < 0 ? "None" : String(size)));
  return sizes.length === 1 ? `(${sizes[0]},)` : `(${sizes.join(", ")})`;
}
