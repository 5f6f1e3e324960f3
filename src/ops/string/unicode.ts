// Strings as code points, from and to Unicode's encodings.
import { invalidArgument } from "../../base/errors.ts";
import { host } from "../../graph/lowering.ts";
import { bool, int, missing, oneOf, op, string, typeOr } from "../../graph/op.ts";
import type { Attrs, DTypeName, TensorValue } from "../../graph/types.ts";
import { sameAsInput } from "../support/shapes.ts";
import { integers, integerTensor } from "../support/values.ts";
import { stringsOf, stringTensor } from "./elements.ts";
import { type Character, decoderOf, encodeCodes, isCodePoint } from "./encodings.ts";

type Decoded = Character & { readonly code: number };

/** Replaces or drops what could not be decoded, and control characters if asked to. */
function handled(characters: readonly Character[], attrs: Attrs): Decoded[] {
  const replacement = Number(attrs["replacement_char"]);
  const replacesControls = attrs["replace_control_characters"] === true;
  return characters.flatMap(({ code, at }) => {
    if (code !== null && !(replacesControls && code <= 0x1f)) return [{ code, at }];
    if (code === null && attrs["errors"] === "strict")
      throw invalidArgument("Invalid formatting on input string");
    return attrs["errors"] === "ignore" ? [] : [{ code: replacement, at }];
  });
}

function decodeAll(input: TensorValue, attrs: Attrs): Decoded[][] {
  const decode = decoderOf(String(attrs["input_encoding"]));
  return stringsOf(input).map((bytes) => handled(decode(bytes), attrs));
}

const reading = {
  input_encoding: string(),
  errors: oneOf(["strict", "replace", "ignore"], "replace"),
  replacement_char: int(65533),
  replace_control_characters: bool(false),
};
const outputEncodings = ["UTF-8", "UTF-16-BE", "UTF-32-BE"] as const;

export const UnicodeTranscode = op("UnicodeTranscode", {
  inputs: ["input: string"],
  outputs: ["output: string"],
  attrs: {
    input_encoding: string(),
    output_encoding: oneOf(outputEncodings),
    errors: reading.errors,
    replacement_char: int(65533),
    replace_control_characters: bool(false),
  },
  shape: sameAsInput,
  lower: host((_, [input], { attrs }) => {
    const encoding = String(attrs["output_encoding"]);
    const texts = decodeAll(input, attrs).map((characters) =>
      encodeCodes(
        characters.map(({ code }) => code),
        encoding,
      ),
    );
    return [stringTensor(texts, input.shape)];
  }),
  grad: missing("TensorFlow registers no gradient for UnicodeTranscode"),
});

/** Row splits and code points of all strings. */
function ragged(lists: readonly Decoded[][], attrs: Attrs): TensorValue[] {
  const splits = [0];
  for (const list of lists) splits.push(splits[splits.length - 1] + list.length);
  const codes = lists.flat().map(({ code }) => code);
  return [integerTensor(splits, attrs["Tsplits"] as DTypeName), integerTensor(codes, "int32")];
}

const splitCount = (count: number): number => (count < 0 ? -1 : count + 1);

export const UnicodeDecode = op("UnicodeDecode", {
  inputs: ["input: string"],
  outputs: ["row_splits: Tsplits", "char_values: int32"],
  attrs: { ...reading, Tsplits: typeOr("int64", "int32", "int64") },
  shape: ([x]) => [[x === null || x.includes(-1) ? -1 : splitCount(x.reduce((a, b) => a * b, 1))], [-1]],
  lower: host((_, [input], { attrs }) => ragged(decodeAll(input, attrs), attrs)),
  grad: missing("TensorFlow registers no gradient for UnicodeDecode"),
});

export const UnicodeDecodeWithOffsets = op("UnicodeDecodeWithOffsets", {
  inputs: ["input: string"],
  outputs: ["row_splits: Tsplits", "char_values: int32", "char_to_byte_starts: int64"],
  attrs: { ...reading, Tsplits: typeOr("int64", "int32", "int64") },
  shape: ([x]) => [
    [x === null || x.includes(-1) ? -1 : splitCount(x.reduce((a, b) => a * b, 1))],
    [-1],
    [-1],
  ],
  lower: host((_, [input], { attrs }) => {
    const lists = decodeAll(input, attrs);
    const starts = lists.flat().map(({ at }) => at);
    return [...ragged(lists, attrs), integerTensor(starts, "int64")];
  }),
  grad: missing("TensorFlow registers no gradient for UnicodeDecodeWithOffsets"),
});

function checkedCode(code: number, attrs: Attrs): number[] {
  if (isCodePoint(code)) return [code];
  if (attrs["errors"] === "strict")
    throw invalidArgument("Code point is out of range for Unicode, or is a surrogate.");
  return attrs["errors"] === "ignore" ? [] : [Number(attrs["replacement_char"])];
}

export const UnicodeEncode = op("UnicodeEncode", {
  inputs: ["input_values: int32", "input_splits: Tsplits"],
  outputs: ["output: string"],
  attrs: {
    errors: oneOf(["ignore", "replace", "strict"], "replace"),
    output_encoding: oneOf(outputEncodings),
    replacement_char: int(65533),
    Tsplits: typeOr("int64", "int32", "int64"),
  },
  shape: ([, splits]) => [[splits === null || splits[0] < 0 ? -1 : splits[0] - 1]],
  lower: host((_, [values, splits], { attrs }) => {
    const codes = integers(values);
    const ends = integers(splits);
    checkSplits(ends, codes.length);
    const encoding = String(attrs["output_encoding"]);
    const texts = ends.slice(1).map((end, i) =>
      encodeCodes(
        codes.slice(ends[i], end).flatMap((code) => checkedCode(code, attrs)),
        encoding,
      ),
    );
    return [stringTensor(texts, [texts.length])];
  }),
  grad: missing("TensorFlow registers no gradient for UnicodeEncode"),
});

function checkSplits(splits: readonly number[], count: number): void {
  if (splits[0] !== 0) throw invalidArgument("First value in input_splits must be zero.");
  if (splits[splits.length - 1] !== count)
    throw invalidArgument("Last value in input_splits must be equal to the number of input_values.");
  if (splits.some((end, i) => i > 0 && end < splits[i - 1]))
    throw invalidArgument("Values in input_splits must be equal or in ascending order.");
}
