// Strings cut into parts, as the indices, values and shape of a sparse matrix.
import { invalidArgument } from "../../base/errors.ts";
import { shapeText } from "../../base/shape.ts";
import { host } from "../../graph/lowering.ts";
import { bool, int, missing, none, op } from "../../graph/op.ts";
import type { TensorValue } from "../../graph/types.ts";
import { fromBinary, scalarString, stringsOf, stringTensor, toBinary } from "./elements.ts";

function sparse(lists: readonly (readonly string[])[]): TensorValue[] {
  const indices = lists.flatMap((list, row) => list.flatMap((_, column) => [BigInt(row), BigInt(column)]));
  const values = lists.flat().map(fromBinary);
  const widest = lists.reduce((most, list) => Math.max(most, list.length), 0);
  return [
    { dtype: "int64", shape: [values.length, 2], data: BigInt64Array.from(indices) },
    stringTensor(values, [values.length]),
    { dtype: "int64", shape: [2], data: BigInt64Array.of(BigInt(lists.length), BigInt(widest)) },
  ];
}

function rowsOf(input: TensorValue): string[] {
  if (input.shape.length !== 1)
    throw invalidArgument(`input must be a vector, got shape: ${shapeText(input.shape)}`);
  return stringsOf(input).map(toBinary);
}

const outputs = ["indices: int64", "values: string", "shape: int64"];
const unknownShapes = () => [[-1, 2], [-1], [2]];

/** Every byte of the delimiter cuts; an empty delimiter cuts after every byte. */
function cutAtBytes(text: string, delimiters: string, skipsEmpty: boolean): string[] {
  if (delimiters === "" || text === "") return [...text];
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !delimiters.includes(text[i])) continue;
    if (i > from || !skipsEmpty) parts.push(text.slice(from, i));
    from = i + 1;
  }
  return parts;
}

export const StringSplit = op("StringSplit", {
  inputs: ["input: string", "delimiter: string"],
  outputs,
  attrs: { skip_empty: bool(true) },
  shape: unknownShapes,
  lower: host((_, [input, delimiter], { attrs }) => {
    const delimiters = toBinary(scalarString(delimiter, "delimiter"));
    return sparse(rowsOf(input).map((text) => cutAtBytes(text, delimiters, attrs["skip_empty"] !== false)));
  }),
  grad: none("text has no gradient"),
});

const leadingSpace = /^[\t-\r ]+/;

/** Python's `str.split()`: runs of white space cut. */
function cutAtSpace(text: string, most: number): string[] {
  let rest = text.replace(leadingSpace, "");
  const parts: string[] = [];
  while (rest !== "") {
    const [word] = /^[^\t-\r ]+/.exec(rest)!;
    parts.push(word);
    rest = rest.slice(word.length).replace(leadingSpace, "");
    if (parts.length === most) return [...parts, rest];
  }
  return parts;
}

/** Python's `str.split(separator)`. */
function cutAt(text: string, separator: string, most: number): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
    parts.push(text.slice(from, at));
    from = at + separator.length;
    if (parts.length === most) break;
  }
  return [...parts, text.slice(from)];
}

export const StringSplitV2 = op("StringSplitV2", {
  inputs: ["input: string", "sep: string"],
  outputs,
  attrs: { maxsplit: int(-1) },
  shape: unknownShapes,
  lower: host((_, [input, sep], { attrs }) => {
    const separator = toBinary(scalarString(sep, "sep"));
    const most = Number(attrs["maxsplit"]);
    return sparse(
      rowsOf(input).map((text) => {
        if (most === 0) return [text];
        return separator === "" ? cutAtSpace(text, most) : cutAt(text, separator, most);
      }),
    );
  }),
  grad: missing("TensorFlow registers no gradient for StringSplitV2"),
});
