// Zeros and sums of values, also of those that variants hold: lists and optionals, at any depth.
import { allocate, type TensorData } from "../../base/dtypes.ts";
import { elementCount } from "../../base/shape.ts";
import { type Host, pointwise } from "../../graph/lowering.ts";
import type { TensorValue } from "../../graph/types.ts";

/** What objects in variants offer. */
export interface Held {
  zerosLike(): object;
  plus(other: object, host: Host): object;
}

const heldIn = ({ data }: TensorValue): readonly Held[] => data as unknown as readonly Held[];

export function zerosOf(value: TensorValue): TensorValue {
  const { dtype, shape } = value;
  if (dtype !== "variant") return { dtype, shape, data: allocate(dtype, elementCount(shape)) };
  return { dtype, shape, data: heldIn(value).map((each) => each.zerosLike()) as unknown as TensorData };
}

export function sumOf(a: TensorValue, b: TensorValue, host: Host): TensorValue {
  if (a.dtype === "variant") {
    const others = heldIn(b);
    const sums = heldIn(a).map((each, i) => each.plus(others[i]!, host));
    return { ...a, data: sums as unknown as TensorData };
  }
  const node = {
    op: "AddN",
    name: "",
    attrs: {},
    inputs: [a, b],
    outputs: [a],
    value: (i: number) => [a, b][i]!,
  };
  return host.compute(
    pointwise((m, [x, y]) => m.add(x!, y!)),
    node,
    [a, b],
  )[0]!;
}
