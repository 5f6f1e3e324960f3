// Transposition: axes in another order.
import { isComplex } from "../../base/dtypes.ts";
import { invalidArgument } from "../../base/errors.ts";
import { type Shape, shapeText, strides } from "../../base/shape.ts";
import { compose, routine, view } from "../../graph/lowering.ts";
import { none, op, type ShapeNode, type, typeOr } from "../../graph/op.ts";
import { isBelow } from "../support/loops.ts";
import { fromFront, knownIntegers, unknownSizes } from "../support/shapes.ts";
import { movingObjects } from "../support/strings.ts";
import { integers } from "../support/values.ts";
import { readPiece } from "../support/views.ts";

/** The permutation with all axes counted from the front. */
function permutation(given: readonly number[]): number[] {
  const rank = given.length;
  const perm = given.map((axis) => fromFront(axis, rank));
  perm.forEach((axis, i) => {
    if (axis < 0 || axis >= rank) throw invalidArgument(`${given[i]} is out of range [0 .. ${rank})`);
  });
  for (let axis = 0; axis < rank; axis++)
    if (!perm.includes(axis)) throw invalidArgument(`${axis} is missing from {${given.join(",")}}.`);
  return perm;
}

// biome-ignore lint/suspicious/noExplicitAny: helpers serve nodes of all attr types
function transposedShape([x, permShape]: Shape[], node: ShapeNode<any>): Shape[] {
  if (permShape !== null && permShape.length !== 1)
    throw invalidArgument(`perm must be rank 1, got shape ${shapeText(permShape)}`);
  const count = permShape?.[0] ?? -1;
  const rank = x?.length ?? count;
  if (rank < 0) return [null];
  if (count >= 0 && count !== rank)
    throw invalidArgument(
      `transpose expects a vector of size ${rank}. But input(1) is a vector of size ${count}`,
    );
  const perm = knownIntegers(node, 1);
  if (perm === undefined || x === null) return [unknownSizes(rank)];
  return [permutation(perm).map((axis) => x[axis])];
}

const transposed = movingObjects(
  view((node) => {
    const own = strides(node.inputs[0].shape);
    const steps = permutation(integers(node.value(1))).map((axis) => own[axis]);
    return { pieces: [readPiece(node.outputs[0].shape, steps)] };
  }),
);

export const Transpose = op("Transpose", {
  inputs: ["x: T", "perm: Tperm"],
  outputs: ["y: T"],
  attrs: { T: type(), Tperm: typeOr("int32", "int32", "int64") },
  shape: transposedShape,
  lower: transposed,
  // dx = transpose(dy) by the inverse permutation
  grad: (t, [dy], [, perm]) => [t.Transpose(dy!, t.InvertPermutation(perm), { name: "transpose" }), null],
});

export const ConjugateTranspose = op("ConjugateTranspose", {
  inputs: ["x: T", "perm: Tperm"],
  outputs: ["y: T"],
  attrs: { T: type(), Tperm: typeOr("int32", "int32", "int64") },
  shape: transposedShape,
  lower: (node) =>
    isComplex(node.inputs[0].dtype)
      ? compose((t, [x, perm]) => t.Conj(t.Transpose(x, perm)))
      : transposed(node),
  // dx = conj(transpose(dy)) by the inverse permutation
  grad: (t, [dy], [, perm]) => [
    t.ConjugateTranspose(dy!, t.InvertPermutation(perm), { name: "transpose" }),
    null,
  ],
});

export const InvertPermutation = op("InvertPermutation", {
  inputs: ["x: T"],
  outputs: ["y: T"],
  attrs: { T: typeOr("int32", "int32", "int64") },
  shape: ([x]) => {
    if (x !== null && x.length !== 1) throw invalidArgument("invert_permutation expects a 1D vector.");
    return [x ?? unknownSizes(1)];
  },
  lower: routine((k, m, { inputs: [{ dtype }] }) => {
    const x = k.input(0);
    const y = k.output(0);
    const seen = k.temporary("bool", x.count);
    k.serial(x.count, (i) => {
      const at = k.hold(k.load(x, i));
      k.check(isBelow(m, at, x.count), "INVALID_ARGUMENT", `%0 is not between 0 and ${x.count}`, [at]);
      const slot = k.hold(m.cast(at, "int32"));
      k.check(m.not(k.load(seen, slot, true)), "INVALID_ARGUMENT", "%0 is duplicated in the input.", [at]);
      k.store(seen, slot, 1, true);
      k.store(y, slot, m.cast(i, dtype), true);
    });
  }),
  grad: none("permutations are integers"),
});
