// Strings of Unicode: from one encoding to another, and from code points.
import { ValueError } from "../../base/errors.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { reshape, shape } from "../array/shape.ts";
import { getItem } from "../array/slices.ts";
import { stack } from "../array/join.ts";
import { type Named, type Trailing, trailing } from "../core/arguments.ts";
import { one, scoped } from "../core/call.ts";
import { asTensor, literal } from "../core/tensor.ts";
import type { TensorInput } from "../core/types.ts";
import { range } from "../creation/ranges.ts";
import { multiply } from "../math/arithmetic.ts";

export type UnicodeEncoding = "UTF-8" | "UTF-16-BE" | "UTF-32-BE";
export type UnicodeErrors = "replace" | "ignore" | "strict";

export interface UnicodeEncodeOptions extends Named {
  /** What to do with a number that is no code point: "replace" it (default), "ignore" it, or be "strict". */
  readonly errors?: UnicodeErrors;
  /** The code point to put in its place; default 65533. */
  readonly replacementChar?: number;
}

export interface UnicodeTranscodeOptions extends UnicodeEncodeOptions {
  /** Whether control characters U+0000 to U+001F are replaced too; default not. */
  readonly replaceControlCharacters?: boolean;
}

/**
 * Strings from one encoding to another.
 *
 * @param input A tensor of strings.
 * @param inputEncoding The name of any encoding, such as "UTF-8" or "US-ASCII".
 * @param outputEncoding "UTF-8", "UTF-16-BE" or "UTF-32-BE".
 * @param rest `errors`, `replacementChar`, `replaceControlCharacters` and `name`, by position or as options.
 * @throws InvalidArgumentError for an encoding that is not known; with "strict", for strings not so encoded.
 * @example
 * tf.strings.unicodeTranscode(["Hé"], "UTF-8", "UTF-16-BE");
 * // tf.Tensor([b'\x00H\x00\xe9'], shape=(1,), dtype=string)
 */
export function unicodeTranscode(
  input: TensorInput,
  inputEncoding: string,
  outputEncoding: UnicodeEncoding,
  ...rest: Trailing<
    [errors: UnicodeErrors, replacementChar: number, replaceControlCharacters: boolean],
    UnicodeTranscodeOptions
  >
): Tensor {
  const names = ["errors", "replacementChar", "replaceControlCharacters"] as const;
  const options = trailing<UnicodeTranscodeOptions>(names, rest);
  const attrs = {
    input_encoding: inputEncoding,
    output_encoding: outputEncoding,
    errors: options.errors ?? "replace",
    replacement_char: options.replacementChar ?? 65533,
    replace_control_characters: options.replaceControlCharacters ?? false,
  };
  return one("UnicodeTranscode", [input], attrs, options.name);
}

/**
 * Strings of code points; the last axis runs along each string.
 *
 * @param input int32 of rank 1 or more.
 * @param outputEncoding "UTF-8", "UTF-16-BE" or "UTF-32-BE".
 * @param rest `errors`, `replacementChar` and `name`, by position or as options.
 * @returns Strings, of one axis less.
 * @throws ValueError for a scalar or if the rank is not known.
 * @throws InvalidArgumentError with "strict", for a number that is no code point.
 * @example
 * tf.strings.unicodeEncode([[72, 105], [72, 233]], "UTF-8");
 * // tf.Tensor([b'Hi' b'H\xc3\xa9'], shape=(2,), dtype=string)
 */
export function unicodeEncode(
  input: TensorInput,
  outputEncoding: UnicodeEncoding,
  ...rest: Trailing<[errors: UnicodeErrors, replacementChar: number], UnicodeEncodeOptions>
): Tensor {
  const options = trailing<UnicodeEncodeOptions>(["errors", "replacementChar"], rest);
  const { errors = "replace", replacementChar = 65533, name } = options;
  const attrs = { output_encoding: outputEncoding, errors, replacement_char: replacementChar };
  return scoped(name, "UnicodeEncode", [input], () => {
    const points = asTensor(input, undefined, undefined, "int32");
    const dims = points.shape;
    if (dims === null) throw new ValueError("Rank of input_tensor must be statically known.");
    if (dims.length === 0) throw new ValueError("input_tensor's rank must be at least 1.");
    const lengths = shape(points);
    if (dims.length === 1) {
      const splits = stack([0, getItem(lengths, 0)]);
      const encoded = scoped(undefined, "UnicodeEncode", [points], () =>
        one("UnicodeEncode", [points, splits], attrs),
      );
      return reshape(encoded, []);
    }
    const rows = one("Prod", [getItem(lengths, [null, -1]), literal([0], "int32")]);
    const splits = multiply(range(one("AddV2", [rows, 1])), getItem(lengths, -1));
    const encoded = one("UnicodeEncode", [reshape(points, [-1]), splits], attrs);
    return reshape(encoded, getItem(lengths, [null, -1]));
  });
}
