// Einsum: sums of products by an equation, with ellipses, diagonals and broadcasting.
import { isComplex } from "../../base/dtypes.ts";
import { elementCount, type Shape, strides } from "../../base/shape.ts";
import {
  contract,
  type ContractLowering,
  type ContractPlan,
  type LowerNode,
  routine,
  type Routine,
  type ScalarMath,
} from "../../graph/lowering.ts";
import { atLeast, op, type ShapeNode, string, type } from "../../graph/op.ts";
import type { KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { labelAxes, type LabelledShapes, parseEquation } from "./einsum-equation.ts";
import { einsumGradient } from "./einsum-gradient.ts";

interface EinsumAttrs {
  readonly equation: string;
  readonly N: number;
}

function einsumShape(shapes: Shape[], node: ShapeNode<EinsumAttrs>): Shape[] {
  const labelled = labelAxes(parseEquation(node.attrs.equation, shapes.length), shapes);
  return [labelled === null ? null : labelled.output.map((label) => labelled.sizes.get(label)!)];
}

const labelled = (node: LowerNode<EinsumAttrs>): LabelledShapes =>
  labelAxes(
    parseEquation(node.attrs.equation, node.inputs.length),
    node.inputs.map(({ shape }) => shape),
  )!;

const distinct = (labels: readonly string[]): string[] => [...new Set(labels)];

function einsumPlan(node: LowerNode<EinsumAttrs>): ContractPlan {
  const { inputs, output, sizes } = labelled(node);
  return {
    extents: Object.fromEntries(sizes),
    output: distinct(output),
    operands: inputs.map((labels, input) => ({
      input,
      axes: labels.map((label, axis) => {
        const isRepeated = node.inputs[input].shape[axis] === 1 && sizes.get(label) !== 1;
        return { terms: isRepeated ? [] : [[label, 1] as const] };
      }),
    })),
  };
}

/** Strides of an operand over loops by label: an axis named twice is read along its diagonal. */
function loopStrides(
  labels: readonly string[],
  shape: readonly number[],
  loops: readonly string[],
): number[] {
  const own = strides(shape);
  return loops.map((loop) => {
    let step = 0;
    labels.forEach((label, axis) => {
      if (label === loop && shape[axis] !== 1) step += own[axis];
    });
    return step;
  });
}

/** An output with repeated labels holds the result on its diagonal and zeros elsewhere. */
function writeDiagonal(k: KernelBuilder, m: ScalarMath, node: LowerNode<EinsumAttrs>): void {
  const { inputs, output, sizes } = labelled(node);
  const kept = distinct(output);
  const summed = [...sizes.keys()].filter((label) => !kept.includes(label));
  const extent = (label: string): number => sizes.get(label)!;
  const shape = kept.map(extent);
  const { dtype } = node.outputs[0];
  const dense = k.temporary(dtype, elementCount(shape));
  const operands = inputs.map((labels, input) => ({
    buffer: k.input(input),
    offset: 0,
    strides: loopStrides(labels, node.inputs[input].shape, [...kept, ...summed]),
    conjugate: false,
    bounds: [],
  }));
  k.contract({ dtype, outputs: shape, reductions: summed.map(extent), operands, output: dense });
  const target = k.output(0);
  const steps = loopStrides(output, node.outputs[0].shape, kept);
  const dims = strides(shape);
  k.parallel(elementCount(shape), (i) => {
    let at: Scalar = m.constant("int32", 0);
    shape.forEach((size, axis) => {
      at = m.add(at, m.mul(m.rem(m.div(i, Math.max(dims[axis], 1)), Math.max(size, 1)), steps[axis]));
    });
    k.store(target, at, k.load(dense, i));
  });
}

function einsumLowering(node: LowerNode<EinsumAttrs>): ContractLowering<EinsumAttrs> | Routine<EinsumAttrs> {
  const { output } = labelled(node);
  return distinct(output).length === output.length
    ? contract<EinsumAttrs>(einsumPlan)
    : routine<EinsumAttrs>(writeDiagonal);
}

export const Einsum = op("Einsum", {
  inputs: ["inputs: N * T"],
  outputs: ["output: T"],
  attrs: { equation: string(), N: atLeast(1), T: type() },
  shape: einsumShape,
  lower: einsumLowering,
  grad: (t, [dy], x, _, { attrs: { equation } }) => {
    const operands = x.length === 2 && isComplex(dy!.dtype) ? x.map((operand) => t.Conj(operand)) : x;
    return einsumGradient(t, dy!, operands, equation);
  },
});
