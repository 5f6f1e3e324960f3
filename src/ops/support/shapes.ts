// Steps of shape rules, after TensorFlow's InferenceContext: ranks, merges, sub-shapes, and its words.
import { invalidArgument } from "../../base/errors.ts";
import { type Shape, shapeText, tryBroadcast, UNKNOWN } from "../../base/shape.ts";
import type { ShapeNode } from "../../graph/op.ts";
import { integer, integers } from "./values.ts";

// biome-ignore lint/suspicious/noExplicitAny: helpers serve nodes of all attr types
type AnyShapeNode = ShapeNode<any>;

export const sameAsInput = ([x]: Shape[]): Shape[] => [x];
export const scalarShape = (): Shape[] => [[]];
export const unknownShape = (): Shape[] => [null];

/** Sizes of which nothing but their number is known. */
export const unknownSizes = (rank: number): number[] => new Array<number>(rank).fill(UNKNOWN);

/**
 * Raises InvalidArgumentError: in the kernel's words when the op runs, in those of TensorFlow's shape
 * function when a graph is built.
 */
export function reject(node: Pick<AnyShapeNode, "running">, running: string, building = running): never {
  throw invalidArgument(node.running === true ? running : building);
}

/** The shape, known to have this rank. */
export function withRank(shape: Shape, rank: number): readonly number[] {
  if (shape === null) return unknownSizes(rank);
  if (shape.length !== rank) throw invalidArgument(`Shape must be rank ${rank} but is rank ${shape.length}`);
  return shape;
}

export function withRankAtLeast(shape: Shape, rank: number): Shape {
  if (shape !== null && shape.length < rank)
    throw invalidArgument(`Shape must be at least rank ${rank} but is rank ${shape.length}`);
  return shape;
}

export function withRankAtMost(shape: Shape, rank: number): Shape {
  if (shape !== null && shape.length > rank)
    throw invalidArgument(`Shape must be at most rank ${rank} but is rank ${shape.length}`);
  return shape;
}

/** What is known from both sizes. */
export function mergeSizes(a: number, b: number): number {
  if (a >= 0 && b >= 0 && a !== b) throw invalidArgument(`Dimensions must be equal, but are ${a} and ${b}`);
  return a < 0 ? b : a;
}

/** What is known from both shapes, with TensorFlow's words if they differ. */
export function merge(a: Shape, b: Shape): Shape {
  if (a === null || b === null) return a ?? b;
  if (a.length !== b.length)
    throw invalidArgument(`Shapes must be equal rank, but are ${a.length} and ${b.length}`);
  return a.map((size, i) => {
    if (size >= 0 && b[i] >= 0 && size !== b[i])
      throw invalidArgument(
        `Dimension ${i} in both shapes must be equal, but are ${size} and ${b[i]}. ` +
          `Shapes are ${shapeText(a)} and ${shapeText(b)}.`,
      );
    return size < 0 ? b[i] : size;
  });
}

/** Shape rule of ops that broadcast two inputs against each other. */
export function broadcastShape([x, y]: Shape[], node: AnyShapeNode): Shape[] {
  return [broadcastPair(x, y, node)];
}

export function broadcastPair(x: Shape, y: Shape, node: Pick<AnyShapeNode, "running">): Shape {
  const result = tryBroadcast(x, y);
  if (result !== null) return result.shape;
  const [a, b] = differingSizes(x!, y!);
  reject(
    node,
    `Incompatible shapes: ${shapeText(x)} vs. ${shapeText(y)}`,
    `Dimensions must be equal, but are ${a} and ${b}`,
  );
}

function differingSizes(x: readonly number[], y: readonly number[]): [number, number] {
  for (let back = 1; ; back++) {
    const a = x[x.length - back];
    const b = y[y.length - back];
    if (a !== b && a !== 1 && b !== 1 && a >= 0 && b >= 0) return [a, b];
  }
}

/** Part of a shape, as `Array.slice`; nothing is known of a part of an unknown shape. */
export const subshape = (shape: Shape, start: number, end?: number): Shape =>
  shape === null ? null : shape.slice(start, end);

/** One shape after the other. */
export function joinShapes(...parts: readonly Shape[]): Shape {
  return parts.some((part) => part === null) ? null : parts.flatMap((part) => part!);
}

/** The product of two sizes; unknown if either is. */
export const timesSize = (a: number, b: number): number => (a < 0 || b < 0 ? UNKNOWN : a * b);

/** The entries of an integer input, if they are known. */
export function knownIntegers(node: AnyShapeNode, input: number): number[] | undefined {
  const value = node.constant(input);
  return value === undefined ? undefined : integers(value);
}

/** A scalar integer input, if it is known. */
export function knownInteger(node: AnyShapeNode, input: number): number | undefined {
  const value = node.constant(input);
  return value === undefined ? undefined : integer(value);
}

/** The shape that an input's value spells, as far as it is known: at least its rank where its length is. */
export function shapeFromInput(node: AnyShapeNode, input: number, inputShape: Shape): Shape {
  const known = node.constantShape(input);
  if (known !== null) return known;
  return inputShape === null || inputShape.length !== 1 || inputShape[0] < 0
    ? null
    : unknownSizes(inputShape[0]);
}

/** An axis counted from the front; negative ones count from the back. */
export const fromFront = (axis: number, rank: number): number => (axis < 0 ? axis + rank : axis);
