// One step backwards: an op's gradient rule applied to what flowed into its outputs.
import { isComplex, isFloating } from "../base/dtypes.ts";
import { InternalError, LookupError } from "../base/errors.ts";
import type { GradientBuilder, GradientNode, Op } from "../graph/op.ts";
import { type Attrs, type Gradient, isIndexedSlices, type TensorValue, type Value } from "../graph/types.ts";

/** What happened forward: enough to go back. */
export interface Recorded<V extends Value = Value> {
  readonly inputs: readonly V[];
  readonly outputs: readonly V[];
  /** Gradients of the inputs from those of the outputs; missing ones are null. */
  backward(t: GradientBuilder, dy: readonly Gradient<V>[]): readonly Gradient<V>[];
}

/** Numbers that gradients flow through. */
export const isTrainable = (value: Value): boolean => isFloating(value.dtype) || isComplex(value.dtype);

export type Constants = (value: Value) => TensorValue | undefined;

/** Records an op, to be differentiated by its definition's rule. */
export class RecordedOp implements Recorded {
  readonly op: Op;
  readonly attrs: Attrs;
  readonly name: string;
  readonly inputs: readonly Value[];
  readonly outputs: readonly Value[];
  readonly #constants: Constants;

  constructor(
    op: Op,
    attrs: Attrs,
    name: string,
    inputs: readonly Value[],
    outputs: readonly Value[],
    constants: Constants,
  ) {
    this.op = op;
    this.attrs = attrs;
    this.name = name;
    this.inputs = inputs;
    this.outputs = outputs;
    this.#constants = constants;
  }

  backward(t: GradientBuilder, dy: readonly Gradient[]): readonly Gradient[] {
    const { op, attrs, name, inputs, outputs } = this;
    const node: GradientNode = { op: op.name, name, attrs, constant: this.#constants };
    return applyRule(op, t, denseOutputs(t, dy, outputs), inputs, outputs, node);
  }
}

/** Calls a gradient rule and checks what it gives. */
export function applyRule(
  op: Op,
  t: GradientBuilder,
  dy: (Value | null)[],
  inputs: readonly Value[],
  outputs: readonly Value[],
  node: GradientNode,
): readonly Gradient[] {
  if (typeof op.grad !== "function") {
    if (op.grad.kind === "none") return inputs.map(() => null);
    throw new LookupError(`Gradient of ${op.name} (node ${node.name}): expected a rule, received none: ${op.grad.reason}`);
  }
  const gradients = op.grad(t, dy, [...inputs], [...outputs], node);
  if (gradients.length !== inputs.length)
    throw new InternalError(
      `Gradient of ${op.name}: expected one for each of ${inputs.length} inputs, received ${gradients.length}`,
    );
  return gradients;
}

/** Rules get dense tensors; an output that trains but received nothing counts as zeros, as in TensorFlow. */
export function denseOutputs(
  t: GradientBuilder,
  dy: readonly Gradient[],
  outputs: readonly Value[],
): (Value | null)[] {
  return outputs.map((output, i) => {
    const gradient = dy[i] ?? null;
    if (gradient !== null) return isIndexedSlices(gradient) ? toDense(t, gradient) : gradient;
    return isTrainable(output) ? t.ZerosLike(output, { name: "zeros_like" }) : null;
  });
}

/** Rows added up into the tensor that they are rows of. */
export function toDense(t: GradientBuilder, slices: Exclude<Gradient, Value | null>): Value {
  const { values, indices, denseShape } = slices;
  if (denseShape === null)
    throw new InternalError(`Making IndexedSlices dense: expected a dense shape, received none`);
  const rows = t.StridedSlice(denseShape, [0], [1], [1], { shrink_axis_mask: 1 });
  return t.UnsortedSegmentSum(values, indices, rows);
}
