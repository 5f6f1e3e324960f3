// Runs of neighbouring strings, joined.
import { invalidArgument } from "../../base/errors.ts";
import { host } from "../../graph/lowering.ts";
import { bool, int, ints, missing, op, string, typeOr } from "../../graph/op.ts";
import type { Attrs, DTypeName } from "../../graph/types.ts";
import { integers, integerTensor } from "../support/values.ts";
import { attrBytes, fromBinary, stringsOf, stringTensor, toBinary } from "./elements.ts";

interface Rule {
  readonly separator: string;
  readonly left: string;
  readonly right: string;
  readonly pad: number;
}

function ruleOf(attrs: Attrs): Rule {
  const text = (name: string): string => toBinary(attrBytes(attrs[name]));
  return {
    separator: text("separator"),
    left: text("left_pad"),
    right: text("right_pad"),
    pad: Number(attrs["pad_width"]),
  };
}

/** All runs of `width`; the ends are padded, by as much as a run needs if `pad` is negative. */
function runs(row: readonly string[], width: number, { separator, left, right, pad }: Rule): string[] {
  const padding = Math.min(pad < 0 ? width - 1 : pad, width - 1);
  const padded = [
    ...new Array<string>(padding).fill(left),
    ...row,
    ...new Array<string>(padding).fill(right),
  ];
  const count = Math.max(padded.length - width + 1, 0);
  return Array.from({ length: count }, (_, i) => padded.slice(i, i + width).join(separator));
}

function checkSplits(splits: readonly number[], count: number): void {
  if (splits.length === 0) return;
  if (splits[0] !== 0) throw invalidArgument(`First split value must be 0, got ${splits[0]}`);
  splits.forEach((end, i) => {
    if (i > 0 && (end < splits[i - 1] || end > count))
      throw invalidArgument(`Invalid split value ${end}, must be in [${splits[i - 1]}, ${count}]`);
  });
  if (splits[splits.length - 1] !== count)
    throw invalidArgument(
      `Last split value must be data size. Expected ${count}, got ${splits[splits.length - 1]}`,
    );
}

export const StringNGrams = op("StringNGrams", {
  inputs: ["data: string", "data_splits: Tsplits"],
  outputs: ["ngrams: string", "ngrams_splits: Tsplits"],
  attrs: {
    separator: string(),
    ngram_widths: ints(),
    left_pad: string(),
    right_pad: string(),
    pad_width: int(),
    preserve_short_sequences: bool(),
    Tsplits: typeOr("int64", "int32", "int64"),
  },
  shape: ([, splits]) => [[-1], splits],
  lower: host((_, [data, splits], { attrs }) => {
    const rule = ruleOf(attrs);
    const ends = integers(splits);
    const items = stringsOf(data).map(toBinary);
    checkSplits(ends, items.length);
    const keepsShort = attrs["preserve_short_sequences"] === true;
    const rows = ends.slice(1).map((end, i) => {
      const row = items.slice(ends[i], end);
      const found = (attrs["ngram_widths"] as number[]).flatMap((width) => runs(row, Number(width), rule));
      if (found.length > 0 || !keepsShort || row.length === 0) return found;
      return runs(row, row.length + 2 * Math.max(rule.pad, 0), rule);
    });
    const all = rows.flat().map(fromBinary);
    const starts = [0];
    for (const row of rows) starts.push(starts[starts.length - 1] + row.length);
    const given = ends.length === 0 ? [] : starts;
    return [stringTensor(all, [all.length]), integerTensor(given, attrs["Tsplits"] as DTypeName)];
  }),
  grad: missing("TensorFlow registers no gradient for StringNGrams"),
});
