// Optionals: tuples of tensors that may be absent.
import { invalidArgument } from "../../base/errors.ts";
import { host } from "../../graph/lowering.ts";
import { missing, op, shapes, typesAtLeast } from "../../graph/op.ts";
import type { TensorValue } from "../../graph/types.ts";
import { variantOf } from "./tensor-list.ts";

class Optional {
  readonly components: readonly TensorValue[] | null;

  constructor(components: readonly TensorValue[] | null) {
    this.components = components;
  }
}

function optionalOf(handle: TensorValue): Optional {
  const held: unknown = handle.data[0];
  if (held instanceof Optional) return held;
  throw invalidArgument("The input is not a valid optional: expected a variant that holds one");
}

export const OptionalNone = op("OptionalNone", {
  inputs: [],
  outputs: ["optional: variant"],
  attrs: {},
  shape: () => [[]],
  lower: host(() => [variantOf([new Optional(null)])]),
  grad: missing("TensorFlow registers no gradient for OptionalNone"),
});

export const OptionalFromValue = op("OptionalFromValue", {
  inputs: ["components: Toutput_types"],
  outputs: ["optional: variant"],
  attrs: { Toutput_types: typesAtLeast(1) },
  shape: () => [[]],
  lower: host((_, components) => [variantOf([new Optional(components)])]),
  grad: (t, [dy], x) =>
    t.OptionalGetValue(dy!, {
      output_types: x.map(({ dtype }) => dtype),
      output_shapes: x.map(({ shape }) => shape),
    }),
});

export const OptionalHasValue = op("OptionalHasValue", {
  inputs: ["optional: variant"],
  outputs: ["has_value: bool"],
  attrs: {},
  shape: () => [[]],
  lower: host((_, [handle]) => {
    const isThere = optionalOf(handle).components !== null;
    return [{ dtype: "bool", shape: [], data: Uint8Array.of(Number(isThere)) }];
  }),
  grad: missing("TensorFlow registers no gradient for OptionalHasValue"),
});

export const OptionalGetValue = op("OptionalGetValue", {
  inputs: ["optional: variant"],
  outputs: ["components: output_types"],
  attrs: { output_types: typesAtLeast(1), output_shapes: { ...shapes(), minimum: 1 } },
  shape: (_, { attrs }) => attrs.output_shapes,
  lower: host((_, [handle]) => {
    const { components } = optionalOf(handle);
    if (components === null) throw invalidArgument("The given optional does not have a value.");
    return components;
  }),
  grad: (t, dy) => [t.OptionalFromValue(dy.map((each) => each!))],
});
