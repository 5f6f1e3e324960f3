// Optionals: some tensors, or nothing. Branches hand over with them what only the branch that ran has
// computed.
import { invalidArgument } from "../../base/errors.ts";
import { type Host, host } from "../../graph/lowering.ts";
import { missing, op, shapes, typesAtLeast } from "../../graph/op.ts";
import type { DTypeName, TensorValue, Value } from "../../graph/types.ts";
import { type Held, sumOf, zerosOf } from "../support/held.ts";

class Optional implements Held {
  readonly values: readonly TensorValue[] | null;

  constructor(values: readonly TensorValue[] | null) {
    this.values = values;
  }

  zerosLike(): Optional {
    return new Optional(this.values === null ? null : this.values.map(zerosOf));
  }

  plus(other: Optional, host: Host): Optional {
    const { values } = this;
    if (values === null || other.values === null) return values === null ? other : this;
    if (values.length !== other.values.length)
      throw invalidArgument(
        `Cannot add optionals because one has ${values.length} components and the other has ` +
          `${other.values.length}`,
      );
    return new Optional(values.map((value, i) => sumOf(value, other.values![i]!, host)));
  }
}

const variantOf = (optional: Optional): TensorValue => ({
  dtype: "variant",
  shape: [],
  data: [optional] as never,
});

function optionalOf(handle: TensorValue): Optional {
  const held: unknown = handle.data[0];
  if (held instanceof Optional) return held;
  throw invalidArgument(
    "Input is not an Optional: expected an optional in a variant, received something else",
  );
}

export const OptionalFromValue = op("OptionalFromValue", {
  inputs: ["components: Toutput_types"],
  outputs: ["optional: variant"],
  attrs: { Toutput_types: typesAtLeast(1) },
  shape: () => [[]],
  lower: host((_, components) => [variantOf(new Optional(components))]),
  grad: (t, [dy], components) =>
    t.OptionalGetValue(dy!, {
      output_types: components.map(({ dtype }) => dtype),
      output_shapes: components.map(({ shape }) => shape),
    }) as readonly Value[],
});

export const OptionalNone = op("OptionalNone", {
  inputs: [],
  outputs: ["optional: variant"],
  attrs: {},
  shape: () => [[]],
  lower: host(() => [variantOf(new Optional(null))]),
  grad: missing("TensorFlow registers no gradient for OptionalNone"),
});

export const OptionalHasValue = op("OptionalHasValue", {
  inputs: ["optional: variant"],
  outputs: ["has_value: bool"],
  attrs: {},
  shape: () => [[]],
  lower: host((_, [handle]) => [
    { dtype: "bool", shape: [], data: Uint8Array.of(optionalOf(handle).values === null ? 0 : 1) },
  ]),
  grad: missing("TensorFlow registers no gradient for OptionalHasValue"),
});

export const OptionalGetValue = op("OptionalGetValue", {
  inputs: ["optional: variant"],
  outputs: ["components: output_types"],
  attrs: { output_types: typesAtLeast(1), output_shapes: { ...shapes(), minimum: 1 } },
  // What is inside is known when it runs.
  shape: (_, { attrs, running }) =>
    running === true ? attrs.output_types.map(() => null) : attrs.output_shapes,
  lower: host((_, [handle], { attrs }) => {
    const { values } = optionalOf(handle);
    if (values === null) throw invalidArgument("The given optional does not have a value.");
    checkTypes(values, attrs["output_types"] as readonly DTypeName[]);
    return values;
  }),
  grad: (t, dy) => [t.OptionalFromValue(dy.map((each) => each!))],
});

function checkTypes(values: readonly TensorValue[], types: readonly DTypeName[]): void {
  if (values.length !== types.length)
    throw invalidArgument(`The given optional has ${values.length} components, expected ${types.length}`);
  values.forEach(({ dtype }, i) => {
    if (dtype !== types[i])
      throw invalidArgument(
        `The given optional does not match the expected type for component ${i}. Expected: ${types[i]}. ` +
          `Actual: ${dtype}.`,
      );
  });
}
