// Places of values in sorted lists.
import { invalidArgument } from "../../base/errors.ts";
import { type Shape, UNKNOWN } from "../../base/shape.ts";
import { routine, type ScalarMath } from "../../graph/lowering.ts";
import { floats, missing, op, type ShapeNode, type, typeOr } from "../../graph/op.ts";
import type { KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";

const noGradient = missing("TensorFlow registers no gradient for it");

/** The first of `count` places for which `isBefore` fails; it must hold for places up to there. */
function firstAfter(
  k: KernelBuilder,
  m: ScalarMath,
  count: number,
  isBefore: (place: Scalar) => Scalar,
): Scalar {
  const low = k.cell("int32", 0);
  const high = k.cell("int32", count);
  k.while(m.lt(low.get(), high.get()), () => {
    const middle = k.hold(m.div(m.add(low.get(), high.get()), 2));
    k.if(
      isBefore(middle),
      () => low.set(m.add(middle, 1)),
      () => high.set(middle),
    );
  });
  return low.get();
}

// biome-ignore lint/suspicious/noExplicitAny: helpers serve nodes of all attr types
function searchShape([sorted, values]: Shape[], node: ShapeNode<any>): Shape[] {
  for (const shape of [sorted, values])
    if (shape !== null && shape.length !== 2)
      throw invalidArgument(`Shape must be rank 2 but is rank ${shape.length}`);
  if (sorted !== null && values !== null && sorted[0] >= 0 && values[0] >= 0 && sorted[0] !== values[0])
    throw invalidArgument(
      node.running
        ? "Leading dim_size of both tensors must match."
        : `Dimensions must be equal, but are ${sorted[0]} and ${values[0]}`,
    );
  return [values ?? [UNKNOWN, UNKNOWN]];
}

/** Counts the sorted entries that stand before each value. */
function search(isBefore: (m: ScalarMath, entry: Scalar, value: Scalar) => Scalar) {
  return routine((k, m, { inputs: [{ shape }], outputs }) => {
    const [rows, size] = shape;
    const sorted = k.input(0);
    const values = k.input(1);
    const y = k.output(0);
    const columns = outputs[0].shape[1];
    if (rows === 0 || columns === 0) return;
    k.parallel(y.count, (i) => {
      const value = k.hold(k.load(values, i));
      const base = k.hold(m.mul(m.div(i, columns), size));
      const place = firstAfter(k, m, size, (at) => isBefore(m, k.load(sorted, m.add(base, at), true), value));
      k.store(y, i, m.cast(place, y.dtype));
    });
  });
}

export const LowerBound = op("LowerBound", {
  inputs: ["sorted_inputs: T", "values: T"],
  outputs: ["output: out_type"],
  attrs: { T: type(), out_type: typeOr("int32", "int32", "int64") },
  shape: searchShape,
  lower: search((m, entry, value) => m.lt(entry, value)),
  grad: noGradient,
});

export const UpperBound = op("UpperBound", {
  inputs: ["sorted_inputs: T", "values: T"],
  outputs: ["output: out_type"],
  attrs: { T: type(), out_type: typeOr("int32", "int32", "int64") },
  shape: searchShape,
  lower: search((m, entry, value) => m.not(m.lt(value, entry))),
  grad: noGradient,
});

export const Bucketize = op("Bucketize", {
  inputs: ["input: T"],
  outputs: ["output: int32"],
  attrs: { T: type("int32", "int64", "float32", "float64"), boundaries: floats() },
  shape: ([x], { attrs: { boundaries } }) => {
    if (boundaries.some((bound, i) => i > 0 && bound < boundaries[i - 1]))
      throw invalidArgument("Expected sorted boundaries");
    return [x];
  },
  // the number of boundaries that are not above the value
  lower: routine((k, m, { attrs: { boundaries } }) => {
    const x = k.input(0);
    const y = k.output(0);
    const wide = x.dtype === "float64" ? "float64" : "float32";
    const bounds = boundaries.map(Math.fround);
    k.parallel(x.count, (i) => {
      const value = k.hold(m.cast(k.load(x, i), wide));
      const place = firstAfter(k, m, bounds.length, (at) => m.not(m.lt(value, m.table(wide, bounds, at))));
      k.store(y, i, place);
    });
  }),
  grad: noGradient,
});
