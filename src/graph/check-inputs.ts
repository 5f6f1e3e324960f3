// What a node is about to be given, checked against its signature.
import { ValueError } from "../base/errors.ts";
import { flatArgs, inputTypes, type Signature } from "./op-signature.ts";
import type { Tensor } from "./tensor-base.ts";
import type { Attrs } from "./types.ts";

export function checkInputTypes(signature: Signature, inputs: readonly Tensor[], attrs: Attrs): void {
  const expected = inputTypes(signature, attrs);
  if (expected.length !== inputs.length)
    throw new ValueError(
      `Op ${signature.name}: expected ${expected.length} inputs, received ${inputs.length}`,
    );
  const args = signature.inputs.some((arg) => arg.isRef) ? flatArgs(signature.inputs, attrs) : null;
  inputs.forEach((input, i) => {
    if (input.dtype !== expected[i])
      throw new TypeError(
        `Input ${i} of Op ${signature.name}: expected dtype ${expected[i]}, received ${input.toString()}`,
      );
    if (args?.[i].isRef && !input.isRef)
      throw new TypeError(
        `'${signature.name}' Op requires that input '${args[i].name}' be a mutable tensor ` +
          "(e.g.: a tf.Variable)",
      );
  });
}
