// Arithmetic on indices and axes of data formats, and the cross product of vectors.
import { FailedPreconditionError, invalidArgument } from "../../base/errors.ts";
import { sameDims, type Shape, shapeText, strides, UNKNOWN } from "../../base/shape.ts";
import { pointwise, routine, view } from "../../graph/lowering.ts";
import { missing, op, type ShapeNode, string, type, typeOr } from "../../graph/op.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { sameAsInput } from "../support/shapes.ts";
import { realNumberTypes } from "../support/type-lists.ts";

const noGradient = missing("TensorFlow registers no gradient for it");

export const UnravelIndex = op("UnravelIndex", {
  inputs: ["indices: Tidx", "dims: Tidx"],
  outputs: ["output: Tidx"],
  attrs: { Tidx: typeOr("int32", "int32", "int64") },
  shape: ([indices, dims]) => {
    if (indices !== null && indices.length > 1)
      throw invalidArgument(`The indices can only be scalar or vector, got "${shapeText(indices)}"`);
    if (dims !== null && dims.length !== 1)
      throw invalidArgument(`The indices can only be 1-D, got "${shapeText(dims)}"`);
    return [indices === null ? null : [dims?.[0] ?? UNKNOWN, ...indices]];
  },
  lower: routine((k, m) => {
    const indices = k.input(0);
    const dims = k.input(1);
    const y = k.output(0);
    const total = k.cell(dims.dtype, 1);
    k.serial(dims.count, (axis) => {
      const size = k.load(dims, axis);
      k.check(
        m.ne(size, 0),
        "INVALID_ARGUMENT",
        "Input dims cannot contain a dim of zero, but dims contains zero at index %0",
        [axis],
      );
      total.set(m.mul(total.get(), size));
    });
    k.serial(indices.count, (i) => {
      const index = k.hold(k.load(indices, i));
      const inside = m.and(m.ge(index, 0), m.lt(index, total.get()));
      k.check(inside, "INVALID_ARGUMENT", "index is out of bound as with dims");
      const rest = k.cell(dims.dtype, index);
      k.serial(dims.count, (back) => {
        const axis = k.hold(m.sub(dims.count - 1, back));
        const size = k.hold(k.load(dims, axis));
        k.store(y, m.add(m.mul(axis, indices.count), i), m.rem(rest.get(), size));
        rest.set(m.div(rest.get(), size));
      });
    });
  }),
  grad: noGradient,
});

interface Formats {
  readonly src_format: string;
  readonly dst_format: string;
}

function checkFormats({ src_format, dst_format }: Formats): void {
  for (const [name, format] of [
    ["Source", src_format],
    ["Destination", dst_format],
  ] as const)
    if (format.length !== 4 && format.length !== 5)
      throw invalidArgument(
        `${name} format must be of length 4 or 5, received ${format.toLowerCase()}_format = ${format}`,
      );
  if ([...src_format].sort().join("") !== [...dst_format].sort().join(""))
    throw invalidArgument(
      `Destination and source format must determine a permutation, got ${src_format} and ${dst_format}`,
    );
}

export const DataFormatDimMap = op("DataFormatDimMap", {
  inputs: ["x: T"],
  outputs: ["y: T"],
  attrs: { T: typeOr("int32", "int32", "int64"), src_format: string("NHWC"), dst_format: string("NCHW") },
  shape: ([x], { attrs }) => {
    checkFormats(attrs);
    return [x];
  },
  lower: pointwise((m, [x], { attrs: { src_format, dst_format } }) => {
    const places = [...src_format].map((letter) => dst_format.indexOf(letter));
    const rank = places.length;
    const axis = m.rem(m.add(m.rem(m.cast(x, "int32"), rank), rank), rank);
    return m.cast(m.table("int32", places, axis), x.dtype);
  }),
  grad: noGradient,
});

/** Only the sizes of space may be given: the formats are then compared without batch and channels. */
function formatsFor(count: number, { src_format, dst_format }: Formats): [string, string] {
  if (count === src_format.length) return [src_format, dst_format];
  const spatial = (format: string): string => format.replace(/[NC]/g, "");
  return [spatial(src_format), spatial(dst_format)];
}

// biome-ignore lint/suspicious/noExplicitAny: helpers serve nodes of all attr types
function vecPermuteShape([x]: Shape[], { attrs }: ShapeNode<any>): Shape[] {
  checkFormats(attrs);
  if (x === null) return [x];
  const rank = attrs.src_format.length;
  if (x.length !== 1 && x.length !== 2)
    throw invalidArgument(`input must be a vector or 2D tensor, but got shape ${shapeText(x)}`);
  if (x[0] >= 0 && x[0] !== rank && x[0] !== rank - 2)
    throw invalidArgument(
      `${x.length}D input must be of size ${rank - 2} or ${rank}, but got shape ${shapeText(x)}`,
    );
  if (x.length === 2 && x[1] >= 0 && x[1] !== 2)
    throw invalidArgument(`Second dimension of 2D input must be of size 2, but got shape ${shapeText(x)}`);
  return [x];
}

export const DataFormatVecPermute = op("DataFormatVecPermute", {
  inputs: ["x: T"],
  outputs: ["y: T"],
  attrs: { T: typeOr("int32", "int32", "int64"), src_format: string("NHWC"), dst_format: string("NCHW") },
  shape: vecPermuteShape,
  lower: view(({ inputs: [{ shape }], attrs }) => {
    const [from, to] = formatsFor(shape[0], attrs);
    const [step] = strides(shape);
    const rest = shape.slice(1);
    const pieces = [...from].map((letter, place) => ({
      input: 0,
      output: 0,
      shape: rest,
      inputOffset: place * step,
      inputStrides: strides(rest),
      outputOffset: to.indexOf(letter) * step,
      outputStrides: strides(rest),
    }));
    return { pieces };
  }),
  grad: noGradient,
});

export const Cross = op("Cross", {
  inputs: ["a: T", "b: T"],
  outputs: ["product: T"],
  attrs: { T: type(...realNumberTypes) },
  shape: ([a, b], { running }) => {
    if (running && !sameDims(a!, b!))
      throw invalidArgument(`Both inputs must be of same shape: ${shapeText(a)} vs. ${shapeText(b)}`);
    for (const shape of [a, b]) {
      if (shape === null) continue;
      if (shape.length < 1) throw invalidArgument(`Input must be at least 1D${shapeText(shape)}`);
      if (shape[shape.length - 1] >= 0 && shape[shape.length - 1] !== 3)
        throw new FailedPreconditionError("Cross-products are only defined for 3-element vectors.");
    }
    return sameAsInput([a ?? b]);
  },
  // (a2 b3 - a3 b2, a3 b1 - a1 b3, a1 b2 - a2 b1)
  lower: routine((k, m) => {
    const a = k.input(0);
    const b = k.input(1);
    const y = k.output(0);
    k.parallel(a.count / 3, (i) => {
      const base = k.hold(m.mul(i, 3));
      const read = (from: typeof a): Scalar[] => [0, 1, 2].map((n) => k.hold(k.load(from, m.add(base, n))));
      const p = read(a);
      const q = read(b);
      for (let n = 0; n < 3; n++) {
        const [s, u] = [(n + 1) % 3, (n + 2) % 3];
        k.store(y, m.add(base, n), m.sub(m.mul(p[s], q[u]), m.mul(p[u], q[s])));
      }
    });
  }),
  // da = cross(b, dy), db = cross(dy, a)
  grad: (t, [dy], [a, b]) => [t.Cross(b, dy!), t.Cross(dy!, a)],
});
