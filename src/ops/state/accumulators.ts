// Accumulators of gradients, taken out as an average once there are enough.
import type { TensorData } from "../../base/dtypes.ts";
import { DeadlineExceededError, invalidArgument } from "../../base/errors.ts";
import { isCompatible, type Shape, shapeText } from "../../base/shape.ts";
import { type Host, host, pointwise } from "../../graph/lowering.ts";
import { missing, oneOf, op, shape, string, type } from "../../graph/op.ts";
import type { TensorValue } from "../../graph/types.ts";
import { sumOf } from "../support/held.ts";
import { numberTypes } from "../support/type-lists.ts";

class Accumulator {
  readonly shape: Shape;
  readonly averages: boolean;
  sum: TensorValue | null = null;
  count = 0;
  step = 0n;

  constructor(known: Shape, averages: boolean) {
    this.shape = known;
    this.averages = averages;
  }
}

function accumulatorOf(handle: TensorValue): Accumulator {
  const held: unknown = handle.data[0];
  if (held instanceof Accumulator) return held;
  throw invalidArgument(
    "An accumulator op: expected the handle of an accumulator, received another resource",
  );
}

const noGradient = (name: string) => missing(`TensorFlow registers no gradient for ${name}`);

export const ConditionalAccumulator = op("ConditionalAccumulator", {
  inputs: [],
  outputs: ["handle: Ref(string)"],
  attrs: {
    dtype: type(...numberTypes),
    shape: shape(),
    container: string(""),
    shared_name: string(""),
    reduction_type: oneOf(["MEAN", "SUM"], "MEAN"),
  },
  stateful: true,
  shape: (_, node) => [node.running === true ? [] : [2]],
  lower: host((world, _, { name, attrs }) => {
    const own = (attrs["shared_name"] as string) || name;
    const make = (): Accumulator =>
      new Accumulator((attrs["shape"] ?? null) as Shape, attrs["reduction_type"] === "MEAN");
    const held = world.resource(attrs["container"] as string, own, "ConditionalAccumulator", make);
    return [{ dtype: "resource", shape: [], data: [held] as unknown as TensorData }];
  }),
  grad: noGradient("ConditionalAccumulator"),
});

/** x / count */
function divided(x: TensorValue, count: number, host: Host): TensorValue {
  const node = { op: "RealDiv", name: "", attrs: {}, inputs: [x], outputs: [x], value: () => x };
  return host.compute(
    pointwise((m, [sum]) => m.div(sum, m.constant(sum.dtype, count))),
    node,
    [x],
  )[0];
}

export const AccumulatorApplyGradient = op("AccumulatorApplyGradient", {
  inputs: ["handle: Ref(string)", "local_step: int64", "gradient: dtype"],
  outputs: [],
  attrs: { dtype: type(...numberTypes) },
  shape: () => [],
  lower: host((world, [handle, step, gradient]) => {
    const held = accumulatorOf(handle);
    if (!isCompatible(held.shape, gradient.shape))
      throw invalidArgument(
        `Shape mismatch: expected ${shapeText(held.shape)}, got ${shapeText(gradient.shape)}`,
      );
    // What was computed from old values is left out.
    if ((step.data[0] as bigint) < held.step) return [];
    held.sum = held.sum === null ? gradient : sumOf(held.sum, gradient, world);
    held.count++;
    return [];
  }),
  grad: noGradient("AccumulatorApplyGradient"),
});

export const AccumulatorTakeGradient = op("AccumulatorTakeGradient", {
  inputs: ["handle: Ref(string)", "num_required: int32"],
  outputs: ["average: dtype"],
  attrs: { dtype: type(...numberTypes) },
  shape: () => [null],
  lower: host((world, [handle, required]) => {
    const held = accumulatorOf(handle);
    const wanted = Number(required.data[0]);
    if (wanted <= 0) throw invalidArgument(`Argument num_required must be positive: received ${wanted}`);
    if (held.sum === null || held.count < wanted)
      throw new DeadlineExceededError(
        `Waiting for gradients: expected ${wanted}, received ${held.count}, and nothing else runs meanwhile`,
      );
    const { sum, count } = held;
    held.sum = null;
    held.count = 0;
    held.step++;
    return [held.averages ? divided(sum, count, world) : sum];
  }),
  grad: noGradient("AccumulatorTakeGradient"),
});

export const AccumulatorNumAccumulated = op("AccumulatorNumAccumulated", {
  inputs: ["handle: Ref(string)"],
  outputs: ["num_accumulated: int32"],
  attrs: {},
  shape: () => [[]],
  lower: host((_, [handle]) => [
    { dtype: "int32", shape: [], data: Int32Array.of(accumulatorOf(handle).count) },
  ]),
  grad: noGradient("AccumulatorNumAccumulated"),
});

export const AccumulatorSetGlobalStep = op("AccumulatorSetGlobalStep", {
  inputs: ["handle: Ref(string)", "new_global_step: int64"],
  outputs: [],
  attrs: {},
  shape: () => [],
  lower: host((_, [handle, step]) => {
    accumulatorOf(handle).step = step.data[0] as bigint;
    return [];
  }),
  grad: noGradient("AccumulatorSetGlobalStep"),
});
