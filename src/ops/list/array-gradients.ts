// Gradients of TensorArray ops: through an array beside the first that collects what flows back.
import type { GradientBuilder } from "../../graph/op.ts";
import type { Value } from "../../graph/types.ts";

/** Gradient computations are told apart by the name scope that they stand in. */
function sourceOf(value: Value): string {
  const name = (value as Value & { name?: string }).name ?? "";
  const parts = name.split("/");
  for (let i = parts.length - 1; i >= 0; i--)
    if (parts[i].startsWith("gradients")) return parts.slice(0, i + 1).join("/");
  return "gradients";
}

export interface GradientArray {
  readonly handle: Value;
  readonly flow: Value;
}

/** The array for gradients from where `from` stands. */
export function gradientArray(t: GradientBuilder, handle: Value, flow: Value, from: Value): GradientArray {
  return t.scope("TensorArrayGrad", () => {
    const [made] = t.TensorArrayGradV3(handle, flow, { source: sourceOf(from), name: "TensorArrayGradV3" });
    return { handle: made, flow: t.after([made], () => t.Identity(flow, { name: "gradient_flow" })) };
  });
}

/** As `gradientArray`, once the forward op with this flow is done. */
export function gradientArrayAfter(
  t: GradientBuilder,
  done: Value,
  handle: Value,
  flow: Value,
): GradientArray {
  const flowOut = t.Identity(done, { name: "flow_out" });
  return t.after([flowOut], () => gradientArray(t, handle, flow, flow));
}
