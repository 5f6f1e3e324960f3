// Sums and differences.
import { invalidArgument } from "../../base/errors.ts";
import { isCompatible, type Shape, shapeText } from "../../base/shape.ts";
import { host, type LowerNode, type Lowering, pointwise } from "../../graph/lowering.ts";
import { atLeast, type GradientRule, op, shape, type ShapeNode, type } from "../../graph/op.ts";
import { sumOf } from "../support/held.ts";
import { negated } from "../support/operators.ts";
import { floatTypes, numberTypes } from "../support/type-lists.ts";
import { merge } from "../support/shapes.ts";
import { reduceGradients, sameKnownShapes } from "../support/unbroadcast.ts";
import { rounded } from "./half-steps.ts";
import { arithmeticTypes, binary, complexTypes, signedTypes } from "./signatures.ts";
import { joinText } from "./text.ts";

const addGradient: GradientRule<unknown> = (t, [dz], [x, y]) =>
  sameKnownShapes(x, y, dz!) ? [dz, dz] : reduceGradients(t, x, y, dz, dz);

export const Add = op("Add", {
  ...binary,
  attrs: { T: type(...floatTypes, "uint8", ...signedTypes, ...complexTypes, "string") },
  lower: (node) => (node.inputs[0].dtype === "string" ? joinText() : pointwise((m, [x, y]) => m.add(x, y))),
  grad: addGradient,
});

export const AddV2 = op("AddV2", {
  ...binary,
  attrs: { T: type(...arithmeticTypes) },
  lower: pointwise((m, [x, y]) => m.add(x, y)),
  grad: addGradient,
});

export const Sub = op("Sub", {
  ...binary,
  attrs: { T: type(...arithmeticTypes) },
  lower: pointwise((m, [x, y]) => m.sub(x, y)),
  grad: (t, [dz], [x, y]) => {
    const dy = negated(t, dz!);
    return sameKnownShapes(x, y, dz!) ? [dz, dy] : reduceGradients(t, x, y, dz, dy);
  },
});

/** All terms have one shape. */
function termsShape(x: Shape[], node: ShapeNode): readonly Shape[] {
  const [first, ...rest] = x;
  if (node.running !== true) return [rest.reduce(merge, first)];
  rest.forEach((shape, i) => {
    if (!isCompatible(first, shape))
      throw invalidArgument(
        `Inputs to operation ${node.name} of type ${node.op} must have the same size and shape.  ` +
          `Input 0: ${shapeText(first)} != input ${i + 1}: ${shapeText(shape)}`,
      );
  });
  return [first];
}

function addTerms(node: LowerNode): Lowering {
  if (node.inputs[0].dtype === "variant")
    return host((world, held) => [held.reduce((sum, term) => sumOf(sum, term, world))]);
  return pointwise((m, terms) => terms.reduce((sum, term) => rounded(m, m.add(sum, term))));
}

const terms = { inputs: ["inputs: N * T"], outputs: ["sum: T"] } as const;

export const AddN = op("AddN", {
  ...terms,
  attrs: { N: atLeast(1), T: type(...numberTypes, "variant") },
  shape: termsShape,
  lower: addTerms,
  // dz for every term
  grad: (_, [dz], x) => x.map(() => dz),
});

export const AccumulateNV2 = op("AccumulateNV2", {
  ...terms,
  attrs: { N: atLeast(1), T: type(...numberTypes), shape: shape() },
  shape: termsShape,
  lower: addTerms,
  grad: (_, [dz], x) => x.map(() => dz),
});
