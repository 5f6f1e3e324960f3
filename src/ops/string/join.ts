// Strings put together: side by side, along axes, by segments.
import { invalidArgument, OutOfRangeError } from "../../base/errors.ts";
import { elementCount, sameDims, type Shape, shapeText, strides } from "../../base/shape.ts";
import { host } from "../../graph/lowering.ts";
import { atLeast, bool, missing, none, op, type ShapeNode, string, type, typeOr } from "../../graph/op.ts";
import { joinShapes, knownInteger, knownIntegers, merge, subshape } from "../support/shapes.ts";
import { integer, integers } from "../support/values.ts";
import { attrBytes, stringsOf, stringTensor } from "./elements.ts";

function concatenated(parts: readonly Uint8Array[], separator: Uint8Array): Uint8Array {
  const between = separator.length * Math.max(parts.length - 1, 0);
  const result = new Uint8Array(parts.reduce((sum, part) => sum + part.length, between));
  let next = 0;
  parts.forEach((part, i) => {
    if (i > 0) {
      result.set(separator, next);
      next += separator.length;
    }
    result.set(part, next);
    next += part.length;
  });
  return result;
}

/** Scalars go with any shape; all others must have the same. */
function joinedShape(x: Shape[]): Shape[] {
  const shaped = x.filter((shape) => shape === null || shape.length > 0);
  if (x.some((shape) => shape === null)) return [shaped.length > 0 ? null : []];
  shaped.forEach((shape) => {
    if (shape!.includes(-1) || shaped[0]!.includes(-1)) merge(shaped[0], shape);
    else if (!sameDims(shaped[0]!, shape!))
      throw invalidArgument(`Input shapes do not match: ${shapeText(shaped[0])} vs. ${shapeText(shape)}`);
  });
  return [shaped.length > 0 ? shaped.reduce(merge) : []];
}

export const StringJoin = op("StringJoin", {
  inputs: ["inputs: N * string"],
  outputs: ["output: string"],
  attrs: { N: atLeast(0), separator: string("") },
  shape: joinedShape,
  lower: host((_, x, { attrs }) => {
    const { shape } = x.find((value) => value.shape.length > 0) ?? x[0] ?? { shape: [] };
    const separator = attrBytes(attrs["separator"]);
    const lists = x.map((value) => ({ strings: stringsOf(value), isScalar: value.shape.length === 0 }));
    const joined = Array.from({ length: elementCount(shape) }, (_unused, i) =>
      concatenated(
        lists.map(({ strings, isScalar }) => strings[isScalar ? 0 : i]),
        separator,
      ),
    );
    return [stringTensor(joined, shape)];
  }),
  grad: none("text has no gradient"),
});

/** The axes counted from the front, each once. */
function checkedAxes(axes: readonly number[], rank: number): number[] {
  const seen = new Set<number>();
  return axes.map((axis) => {
    if (axis < -rank || axis >= rank)
      throw new OutOfRangeError(`Invalid reduction dimension ${axis} for input with ${rank} dimension(s)`);
    const front = axis < 0 ? axis + rank : axis;
    if (seen.has(front)) throw invalidArgument(`Duplicate reduction dimension ${front}`);
    seen.add(front);
    return front;
  });
}

function reducedShape([x]: Shape[], node: ShapeNode<{ keep_dims: boolean }>): Shape[] {
  const known = knownIntegers(node, 1);
  if (x === null || known === undefined) return [null];
  const axes = checkedAxes(known, x.length);
  if (node.attrs.keep_dims) return [x.map((size, axis) => (axes.includes(axis) ? 1 : size))];
  return [x.filter((_, axis) => !axes.includes(axis))];
}

/** Offsets of all index combinations of some axes, the last axis fastest. */
function offsets(shape: readonly number[], axes: readonly number[]): number[] {
  const steps = strides(shape);
  return axes.reduce<number[]>(
    (all, axis) =>
      all.flatMap((base) => Array.from({ length: shape[axis] }, (_, i) => base + i * steps[axis])),
    [0],
  );
}

export const ReduceJoin = op("ReduceJoin", {
  inputs: ["inputs: string", "reduction_indices: int32"],
  outputs: ["output: string"],
  attrs: { keep_dims: bool(false), separator: string("") },
  shape: reducedShape,
  // The axis that is given first is joined first.
  lower: host((_, [x, reduction], { attrs }) => {
    const axes = checkedAxes(integers(reduction), x.shape.length);
    const kept = x.shape.flatMap((_size, axis) => (axes.includes(axis) ? [] : [axis]));
    const inner = offsets(x.shape, [...axes].reverse());
    const strings = stringsOf(x);
    const separator = attrBytes(attrs["separator"]);
    const joined = offsets(x.shape, kept).map((base) =>
      concatenated(
        inner.map((offset) => strings[base + offset]),
        separator,
      ),
    );
    const shape =
      attrs["keep_dims"] === true
        ? x.shape.map((size, axis) => (axes.includes(axis) ? 1 : size))
        : kept.map((axis) => x.shape[axis]);
    return [stringTensor(joined, shape)];
  }),
  grad: none("text has no gradient"),
});

function firstWritten(parts: readonly Uint8Array[]): number {
  const first = parts.findIndex((part) => part.length > 0);
  return first < 0 ? parts.length : first;
}

export const UnsortedSegmentJoin = op("UnsortedSegmentJoin", {
  inputs: ["inputs: string", "segment_ids: Tindices", "num_segments: Tnumsegments"],
  outputs: ["output: string"],
  attrs: {
    separator: string(""),
    Tindices: type("int32", "int64"),
    Tnumsegments: typeOr("int32", "int32", "int64"),
  },
  shape: ([x, ids], node) => {
    const count = knownInteger(node, 2) ?? -1;
    return [ids === null ? null : joinShapes([count], subshape(x, ids.length))];
  },
  lower: host((_, [x, ids, count], { attrs }) => {
    const segments = integers(ids);
    const rest = x.shape.slice(ids.shape.length);
    const inner = elementCount(rest);
    const groups: Uint8Array[][] = Array.from({ length: integer(count) * inner }, () => []);
    segments.forEach((segment, i) => {
      if (segment >= integer(count))
        throw invalidArgument(`segment_ids value ${segment} is not in [0, ${integer(count)})`);
      if (segment >= 0)
        for (let j = 0; j < inner; j++) groups[segment * inner + j].push(stringsOf(x)[i * inner + j]);
    });
    const separator = attrBytes(attrs["separator"]);
    // What comes first in a segment is put down without a separator, also after empty strings.
    const joined = groups.map((group) => concatenated(group.slice(firstWritten(group)), separator));
    return [stringTensor(joined, [integer(count), ...rest])];
  }),
  grad: missing("TensorFlow registers no gradient for UnsortedSegmentJoin"),
});
