// One step backwards: an op's gradient rule applied to what flowed into its outputs.
import { InternalError, LookupError } from "../base/errors.ts";
import type { GradientBuilder, GradientNode, Op } from "../graph/op.ts";
import { type Attrs, type Gradient, isIndexedSlices, type TensorValue, type Value } from "../graph/types.ts";
import { RowGradient } from "./slices.ts";
import { isTrainable } from "./trainable.ts";

export { toDense } from "./slices.ts";
export { isTrainable } from "./trainable.ts";

/** What happened forward: enough to go back. */
export interface Recorded<V extends Value = Value> {
  readonly inputs: readonly V[];
  readonly outputs: readonly V[];
  /** Gradients of the inputs from those of the outputs; missing ones are null. */
  backward(t: GradientBuilder, dy: readonly Gradient<V>[]): readonly Gradient<V>[];
}

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
    return applyRule(op, t, dy, inputs, outputs, node);
  }
}

/** Records a step whose way back is given as a function. */
export class RecordedStep<V extends Value = Value> implements Recorded<V> {
  readonly inputs: readonly V[];
  readonly outputs: readonly V[];
  readonly backward: Recorded<V>["backward"];

  constructor(inputs: readonly V[], outputs: readonly V[], backward: Recorded<V>["backward"]) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.backward = backward;
  }
}

/** Calls a gradient rule and checks what it gives. */
export function applyRule(
  op: Op,
  t: GradientBuilder,
  dy: readonly Gradient[],
  inputs: readonly Value[],
  outputs: readonly Value[],
  node: GradientNode,
): readonly Gradient[] {
  if (typeof op.grad !== "function") {
    if (op.grad.kind === "none") return inputs.map(() => null);
    throw noRule(op.name, node.name, op.grad.reason);
  }
  const gradients = op.grad(t, forRule(t, dy, outputs), [...inputs], [...outputs], node);
  return checkCount(gradients, inputs, op.name);
}

/** One gradient for each input, or the rule is wrong. */
export function checkCount(
  gradients: readonly Gradient[],
  inputs: readonly Value[],
  op: string,
): readonly Gradient[] {
  if (gradients.length === inputs.length) return gradients;
  throw new InternalError(
    `Gradient of ${op}: expected one for each of ${inputs.length} inputs, received ${gradients.length}`,
  );
}

/** The error of asking for a gradient that nobody has defined. */
export function noRule(op: string, name: string, reason: string): LookupError {
  const node = name === "" ? "" : `'${name}' `;
  return new LookupError(
    `No gradient defined for operation ${node}(op type: ${op}): ${reason}. If you want to pretend this ` +
      "operation " +
      "is a constant in your program, you may insert `tf.stop_gradient`.",
  );
}

/** What rules get: an output that trains but received nothing counts as zeros, as in TensorFlow. */
export function forRule(
  t: GradientBuilder,
  dy: readonly Gradient[],
  outputs: readonly Value[],
): (Value | null)[] {
  return outputs.map((output, i) => {
    const gradient = dy[i] ?? null;
    if (gradient !== null) return isIndexedSlices(gradient) ? new RowGradient(t, gradient) : gradient;
    return isTrainable(output) && output.dtype !== "resource"
      ? t.ZerosLike(output, { name: "zeros_like" })
      : null;
  });
}
