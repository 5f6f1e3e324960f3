// Contraction lowering: from labelled axes to flat strides over numbered loops.
import { strides } from "../../base/shape.ts";
import type { ContractLowering, ContractOperand, ContractPlan, LowerNode } from "../../graph/lowering.ts";
import type { Attrs } from "../../graph/types.ts";
import { type BuiltKernel, KernelBuilder } from "../../ir/builder.ts";
import type { ContractAccess } from "../../ir/kernel.ts";

/** Sums run over the reduced labels in the order in which the operands first name them. */
export function lowerContract(lowering: ContractLowering<Attrs>, node: LowerNode): BuiltKernel {
  const plan = lowering.plan(node);
  const k = new KernelBuilder(node.op, node.inputs, node.outputs);
  const output = k.output(0);
  const reduced = reducedLabels(plan);
  const labels = [...plan.output, ...reduced];
  const extent = (label: string): number => plan.extents[label]!;
  k.contract({
    dtype: output.dtype,
    outputs: plan.output.map(extent),
    reductions: reduced.map(extent),
    operands: plan.operands.map((operand) => {
      const buffer = k.input(operand.input);
      return { ...access(operand, buffer.shape, labels), buffer };
    }),
    output,
  });
  return k.finish();
}

function reducedLabels(plan: ContractPlan): string[] {
  const named = plan.operands.flatMap(({ axes }) =>
    axes.flatMap(({ terms }) => terms.map(([label]) => label)),
  );
  return [...new Set(named)].filter((label) => !plan.output.includes(label));
}

function access(
  operand: ContractOperand,
  dims: readonly number[],
  labels: readonly string[],
): Omit<ContractAccess, "buffer"> {
  const steps = strides(dims);
  const total = new Array<number>(labels.length).fill(0);
  let offset = 0;
  const bounds: ContractAccess["bounds"][number][] = [];
  operand.axes.forEach((axis, i) => {
    const coefficients = new Array<number>(labels.length).fill(0);
    for (const [label, coefficient] of axis.terms) coefficients[labels.indexOf(label)]! += coefficient;
    coefficients.forEach((coefficient, at) => {
      total[at]! += coefficient * steps[i]!;
    });
    offset += (axis.offset ?? 0) * steps[i]!;
    if (axis.bounded === true) bounds.push({ offset: axis.offset ?? 0, coefficients, extent: dims[i]! });
  });
  return { offset, strides: total, conjugate: operand.conjugate ?? false, bounds };
}
