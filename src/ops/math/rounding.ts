// Whole numbers near a number, its neighbours, and what kind of number it is.
import { pointwise } from "../../graph/lowering.ts";
import { missing, none, op, type, typeOr } from "../../graph/op.ts";
import { filled } from "../support/fills.ts";
import { times } from "../support/operators.ts";
import { broadcastShape, sameAsInput } from "../support/shapes.ts";
import { floatTypes } from "../support/type-lists.ts";
import { broadcastOf, sumTo } from "../support/unbroadcast.ts";
import { complexTypes, floatOrSignedTypes, unary } from "./signatures.ts";

const attrs = { T: type(...floatTypes) };
const flat = none("a step function is flat almost everywhere");

export const Floor = op("Floor", { ...unary, attrs, lower: pointwise((m, [x]) => m.floor(x)), grad: flat });
export const Ceil = op("Ceil", { ...unary, attrs, lower: pointwise((m, [x]) => m.ceil(x)), grad: flat });
export const Rint = op("Rint", { ...unary, attrs, lower: pointwise((m, [x]) => m.nearest(x)), grad: flat });

export const Round = op("Round", {
  ...unary,
  attrs: { T: type(...floatOrSignedTypes, ...complexTypes) },
  lower: pointwise((m, [x]) => (x.re.type[0] === "f" ? m.nearest(x) : x)),
  grad: flat,
});

const question = { inputs: ["x: T"], outputs: ["y: bool"], attrs, shape: sameAsInput } as const;
const unregistered = missing("TensorFlow registers no gradient for questions");

export const IsNan = op("IsNan", {
  ...question,
  lower: pointwise((m, [x]) => m.isNan(x)),
  grad: unregistered,
});

export const IsInf = op("IsInf", {
  ...question,
  lower: pointwise((m, [x]) => m.eq(m.abs(x), Number.POSITIVE_INFINITY)),
  grad: unregistered,
});

export const IsFinite = op("IsFinite", {
  ...question,
  lower: pointwise((m, [x]) => m.lt(m.abs(x), Number.POSITIVE_INFINITY)),
  grad: unregistered,
});

export const NextAfter = op("NextAfter", {
  inputs: ["x1: T", "x2: T"],
  outputs: ["output: T"],
  attrs: { T: typeOr("float32", "float64", "float32") },
  shape: broadcastShape,
  lower: pointwise((m, [x, y]) => m.nextAfter(x, y)),
  // the neighbour moves with x1 alone
  grad: (t, [dy], [x, y]) => {
    const broadcast = broadcastOf(t, x, y);
    return t.after([dy!], () => {
      const ones = filled(t, broadcast.shapes[0], 1, x.dtype);
      const zeros = filled(t, broadcast.shapes[1], 0, y.dtype);
      return [sumTo(t, times(t, ones, dy!), broadcast, 0), sumTo(t, times(t, zeros, dy!), broadcast, 1)];
    });
  },
});
