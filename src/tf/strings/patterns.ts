// Regular expressions (RE2's syntax) on strings.
import type { Tensor } from "../../graph/tensor.ts";
import { type Named, type Trailing, trailing } from "../core/arguments.ts";
import { one } from "../core/call.ts";
import type { TensorInput } from "../core/types.ts";

/**
 * Whether whole strings match a regular expression.
 *
 * @param input A tensor of strings.
 * @param pattern A regular expression as RE2 knows them: text, or a scalar tensor.
 * @param options `name`.
 * @returns bool of the same shape.
 * @throws InvalidArgumentError if `pattern` is no regular expression.
 * @example
 * tf.strings.regexFullMatch(["TensorFlow", "tensor"], "T.*w");
 * // tf.Tensor([ True False], shape=(2,), dtype=bool)
 */
export function regexFullMatch(
  input: TensorInput,
  pattern: string | TensorInput,
  options: Named = {},
): Tensor {
  if (typeof pattern === "string") return one("StaticRegexFullMatch", [input], { pattern }, options.name);
  return one("RegexFullMatch", [input, pattern], undefined, options.name);
}

export interface RegexReplaceOptions extends Named {
  /** All matches (default), or only the first of each string. */
  readonly replaceGlobal?: boolean;
}

/**
 * Strings with what matches a regular expression replaced.
 *
 * @param input A tensor of strings.
 * @param pattern A regular expression as RE2 knows them: text, or a scalar tensor.
 * @param rewrite What to put there; `\\1` to `\\9` stand for groups, `\\0` for the whole match.
 * @param rest `replaceGlobal` and `name`, by position or as options.
 * @throws InvalidArgumentError if `pattern` is no regular expression or `rewrite` does not fit it.
 * @example
 * tf.strings.regexReplace(["a1b22", "c"], "[0-9]+", "#");
 * // tf.Tensor([b'a#b#' b'c'], shape=(2,), dtype=string)
 */
export function regexReplace(
  input: TensorInput,
  pattern: string | TensorInput,
  rewrite: string | TensorInput,
  ...rest: Trailing<[replaceGlobal: boolean], RegexReplaceOptions>
): Tensor {
  const { replaceGlobal = true, name } = trailing<RegexReplaceOptions>(["replaceGlobal"], rest);
  const attrs = { replace_global: replaceGlobal };
  if (typeof pattern === "string" && typeof rewrite === "string")
    return one("StaticRegexReplace", [input], { pattern, rewrite, ...attrs }, name);
  return one("RegexReplace", [input, pattern, rewrite], attrs, name);
}
