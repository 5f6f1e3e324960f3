// Bytes as Base64 text, in the alphabet for web addresses.
import type { Tensor } from "../../graph/tensor.ts";
import { type Named, type Trailing, trailing } from "../core/arguments.ts";
import { one } from "../core/call.ts";
import type { TensorInput } from "../core/types.ts";

export interface EncodeBase64Options extends Named {
  /** Whether "=" fills up to a multiple of four; default not. */
  readonly pad?: boolean;
}

/**
 * Strings as Base64 text, with "-" and "_" for "+" and "/".
 *
 * @param input A tensor of strings.
 * @param rest `pad` and `name`, by position or as options.
 * @example
 * tf.io.encodeBase64(["hello"]);
 * // tf.Tensor([b'aGVsbG8'], shape=(1,), dtype=string)
 */
export function encodeBase64(
  input: TensorInput,
  ...rest: Trailing<[pad: boolean], EncodeBase64Options>
): Tensor {
  const { pad = false, name } = trailing<EncodeBase64Options>(["pad"], rest);
  return one("EncodeBase64", [input], { pad }, name);
}

/**
 * Strings that Base64 text stands for; "=" at the end may be left out.
 *
 * @param input A tensor of strings, with "-" and "_" for "+" and "/".
 * @param options `name`.
 * @throws InvalidArgumentError for text that is not Base64.
 * @example
 * tf.io.decodeBase64(["aGVsbG8"]);
 * // tf.Tensor([b'hello'], shape=(1,), dtype=string)
 */
export const decodeBase64 = (input: TensorInput, options: Named = {}): Tensor =>
  one("DecodeBase64", [input], undefined, options.name);
