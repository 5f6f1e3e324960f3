// Regular expressions: replacing, and matching as a whole.
import { host } from "../../graph/lowering.ts";
import { bool, missing, none, op, string } from "../../graph/op.ts";
import type { Attrs, TensorValue } from "../../graph/types.ts";
import { sameAsInput } from "../support/shapes.ts";
import { decode, encode, scalarString, stringsOf, stringTensor } from "./elements.ts";
import { compileRe2, replaceRe2 } from "./re2.ts";

function replaced(input: TensorValue, pattern: string, rewrite: string, attrs: Attrs): TensorValue {
  const compiled = compileRe2(pattern, false);
  const isGlobal = attrs["replace_global"] !== false;
  const texts = stringsOf(input).map((bytes) =>
    encode(replaceRe2(decode(bytes), compiled, rewrite, isGlobal)),
  );
  return stringTensor(texts, input.shape);
}

function matched(input: TensorValue, pattern: string): TensorValue {
  const compiled = compileRe2(pattern, true);
  const found = stringsOf(input).map((bytes) => Number(decode(bytes).search(compiled) === 0));
  return { dtype: "bool", shape: input.shape, data: Uint8Array.from(found) };
}

export const RegexReplace = op("RegexReplace", {
  inputs: ["input: string", "pattern: string", "rewrite: string"],
  outputs: ["output: string"],
  attrs: { replace_global: bool(true) },
  shape: sameAsInput,
  lower: host((_, [input, pattern, rewrite], { attrs }) => {
    const [from, to] = [scalarString(pattern, "Pattern"), scalarString(rewrite, "Rewrite")].map(decode);
    return [replaced(input, from, to, attrs)];
  }),
  grad: none("text has no gradient"),
});

export const StaticRegexReplace = op("StaticRegexReplace", {
  inputs: ["input: string"],
  outputs: ["output: string"],
  attrs: { pattern: string(), rewrite: string(), replace_global: bool(true) },
  shape: sameAsInput,
  lower: host((_, [input], { attrs }) => [
    replaced(input, String(attrs["pattern"]), String(attrs["rewrite"]), attrs),
  ]),
  grad: missing("TensorFlow registers no gradient for StaticRegexReplace"),
});

export const RegexFullMatch = op("RegexFullMatch", {
  inputs: ["input: string", "pattern: string"],
  outputs: ["output: bool"],
  attrs: {},
  shape: sameAsInput,
  lower: host((_, [input, pattern]) => [matched(input, decode(scalarString(pattern, "Pattern")))]),
  grad: missing("TensorFlow registers no gradient for RegexFullMatch"),
});

export const StaticRegexFullMatch = op("StaticRegexFullMatch", {
  inputs: ["input: string"],
  outputs: ["output: bool"],
  attrs: { pattern: string() },
  shape: sameAsInput,
  lower: host((_, [input], { attrs }) => [matched(input, String(attrs["pattern"]))]),
  grad: missing("TensorFlow registers no gradient for StaticRegexFullMatch"),
});
