// tf.strings.format: a text with tensors in the places that a template marks.
import { ValueError } from "../../base/errors.ts";
import { DEFAULT_SUMMARIZE } from "../../base/format/print-tensor.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { type Named, type Trailing, trailing } from "../core/arguments.ts";
import { isTensorObject, one } from "../core/call.ts";
import type { TensorInput } from "../core/types.ts";

export interface FormatOptions extends Named {
  /** What stands for a tensor; default "{}". */
  readonly placeholder?: string;
  /** How many elements are shown at each end of each dimension (default 3); -1 for all. */
  readonly summarize?: number;
}

/**
 * A text with the values of tensors in the place of each placeholder.
 *
 * @param template The text with placeholders.
 * @param inputs A tensor, or a list of as many as there are placeholders.
 * @param rest `placeholder`, `summarize` and `name`, by position or as options.
 * @returns A scalar string.
 * @throws ValueError if there are more or fewer tensors than placeholders.
 * @example
 * tf.strings.format("x is {}", tf.range(3));
 * // tf.Tensor(b'x is [0 1 2]', shape=(), dtype=string)
 */
export function format(
  template: string,
  inputs: TensorInput | readonly TensorInput[],
  ...rest: Trailing<[placeholder: string, summarize: number], FormatOptions>
): Tensor {
  const options = trailing<FormatOptions>(["placeholder", "summarize"], rest);
  const { placeholder = "{}", summarize = DEFAULT_SUMMARIZE, name } = options;
  const values = Array.isArray(inputs) && !isTensorObject(inputs) ? inputs : [inputs];
  const places = template.split(placeholder).length - 1;
  if (places !== values.length)
    throw new ValueError(
      `The template expects ${places} tensors, but the inputs only has ${values.length}. ` +
        "Please ensure the number of placeholders in template matches inputs length.",
    );
  return one("StringFormat", [values], { template, placeholder, summarize }, name);
}
