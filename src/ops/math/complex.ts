// Complex numbers, their parts, length and angle.
import { type LowerNode, type Lowering, pointwise, remoteOnly } from "../../graph/lowering.ts";
import { op, typeOr } from "../../graph/op.ts";
import { zerosLike } from "../support/functions.ts";
import { complexOf, imagOf, negated, overOrZero, realOf, times } from "../support/operators.ts";
import { broadcastShape, sameAsInput } from "../support/shapes.ts";
import { reduceGradients } from "../support/unbroadcast.ts";
import { complexTypes } from "./signatures.ts";

const toReal = { T: typeOr("complex64", ...complexTypes), Tout: typeOr("float32", "float32", "float64") };
const part = { inputs: ["input: T"], outputs: ["output: Tout"], attrs: toReal, shape: sameAsInput } as const;

export const Real = op("Real", {
  ...part,
  lower: pointwise((m, [z]) => m.realPart(z)),
  grad: (t, [dy]) => [complexOf(t, dy!, t.literal(0, dy!.dtype))],
});

export const Imag = op("Imag", {
  ...part,
  lower: pointwise((m, [z]) => m.imagPart(z)),
  grad: (t, [dy]) => {
    const zero = t.literal(0, dy!.dtype);
    return [complexOf(t, zero, dy!)];
  },
});

export const Angle = op("Angle", {
  ...part,
  lower: pointwise((m, [z]) => m.angle(z)),
  // -dy / (im + i re)
  grad: (t, [dy], [z]) =>
    t.after([dy!], () => {
      const real = realOf(t, z);
      const imaginary = imagOf(t, z);
      const inverse = t.Reciprocal(complexOf(t, imaginary, real));
      const upstream = complexOf(t, dy!, t.literal(0, dy!.dtype));
      return [times(t, negated(t, upstream), inverse)];
    }),
});

export const ComplexAbs = op("ComplexAbs", {
  inputs: ["x: T"],
  outputs: ["y: Tout"],
  attrs: toReal,
  shape: sameAsInput,
  lower: pointwise((m, [z]) => m.abs(z)),
  // dy z / |z|
  grad: (t, [dy], [z], [y]) => {
    const upstream = times(t, complexOf(t, dy!, zerosLike(t, dy!)), z);
    return [overOrZero(t, upstream, complexOf(t, y, zerosLike(t, y)))];
  },
});

export const Complex = op("Complex", {
  inputs: ["real: T", "imag: T"],
  outputs: ["out: Tout"],
  attrs: { T: typeOr("float32", "float32", "float64"), Tout: typeOr("complex64", ...complexTypes) },
  shape: broadcastShape,
  lower: pointwise((m, [real, imaginary]) => m.makeComplex(real, imaginary)),
  grad: (t, [dz], [x, y]) => {
    const dx = realOf(t, dz!);
    const dy = imagOf(t, dz!);
    return reduceGradients(t, x, y, dx, dy);
  },
});

const conjugate = (node: LowerNode): Lowering =>
  node.inputs[0].dtype === "variant"
    ? remoteOnly("it conjugates what lists of tensors hold")
    : pointwise((m, [z]) => m.conj(z));

export const Conj = op("Conj", {
  inputs: ["input: T"],
  outputs: ["output: T"],
  attrs: { T: typeOr("complex64", ...complexTypes, "variant") },
  shape: sameAsInput,
  lower: conjugate,
  grad: (t, [dy]) => [t.Conj(dy!)],
});
