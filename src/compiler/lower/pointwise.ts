// Pointwise lowering: one scalar expression for each element of the outputs, inputs broadcast.
import { type Dims, elementCount, strides } from "../../base/shape.ts";
import type { LowerNode, Pointwise } from "../../graph/lowering.ts";
import type { Attrs } from "../../graph/types.ts";
import { type BuiltKernel, KernelBuilder } from "../../ir/builder.ts";
import { math } from "../../ir/math.ts";
import { isScalar, type Scalar } from "../../ir/scalar.ts";
import { affine, broadcastStrides, collapse, nest } from "./loops.ts";

export function lowerPointwise(lowering: Pointwise<Attrs>, node: LowerNode): BuiltKernel {
  const k = new KernelBuilder(node.op, node.inputs, node.outputs);
  const inputs = node.inputs.map((_, i) => k.input(i));
  const outputs = node.outputs.map((_, i) => k.output(i));
  const shape = widest(node);
  const space = collapse({
    extents: shape,
    strides: [
      ...outputs.map((output) => placed(output.shape, shape)),
      ...inputs.map((input) => broadcastStrides(input.shape, shape)),
    ],
  });
  nest(k, "parallel", atLeastOne(space.extents), (at) => {
    const own = at.slice(0, space.extents.length);
    const places = space.strides.map((each) => affine(each, own));
    const values = inputs.map((input, i) => k.load(input, places[outputs.length + i]!));
    const results = asList(lowering.body(math, values, node));
    const held = results.length > 1 ? results.map((result) => k.hold(result)) : results;
    outputs.forEach((output, i) => {
      k.store(output, places[i]!, held[i]!);
    });
  });
  return k.finish();
}

const asList = (result: Scalar | readonly Scalar[]): readonly Scalar[] =>
  isScalar(result) ? [result] : result;

/** A scalar is one iteration of a parallel loop, so that every kernel has the same form. */
const atLeastOne = (extents: Dims): Dims => (extents.length === 0 ? [1] : extents);

/** The iteration space: the shape of the largest output. */
function widest(node: LowerNode): Dims {
  const shapes = node.outputs.map(({ shape }) => shape);
  return shapes.reduce((a, b) => (elementCount(b) > elementCount(a) ? b : a));
}

/** Outputs are written where they lie; one smaller than the space is written at the same place again. */
function placed(shape: Dims, space: Dims): readonly number[] {
  return shape.length === space.length ? strides(shape) : broadcastStrides(shape, space);
}
