// Numbers read from strings.
import { allocate, dtypeInfo, isFloating, type NumericArray } from "../../base/dtypes.ts";
import { invalidArgument } from "../../base/errors.ts";
import { host } from "../../graph/lowering.ts";
import { none, op, typeOr } from "../../graph/op.ts";
import type { DTypeName } from "../../graph/types.ts";
import { highest, lowest } from "../support/limits.ts";
import { sameAsInput } from "../support/shapes.ts";
import { stringsOf, toBinary } from "./elements.ts";

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const hexadecimal = /^([+-]?)(0x[\da-f]+)$/i;

function readFloat(text: string): number | undefined {
  if (decimal.test(text)) return Number(text);
  if (/^[+-]?inf(inity)?$/i.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
  if (/^[+-]?nan$/i.test(text)) return NaN;
  const [, sign, digits] = hexadecimal.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits) * (sign === "-" ? -1 : 1);
}

function readInteger(text: string, dtype: DTypeName): number | bigint | undefined {
  if (!/^[+-]?\d+$/.test(text)) return undefined;
  const value = BigInt(text.replace("+", ""));
  if (value < BigInt(lowest(dtype)) || value > BigInt(highest(dtype))) return undefined;
  return dtypeInfo(dtype).size === 8 ? value : Number(value);
}

export const StringToNumber = op("StringToNumber", {
  inputs: ["string_tensor: string"],
  outputs: ["output: out_type"],
  attrs: { out_type: typeOr("float32", "float32", "float64", "int32", "int64", "uint32", "uint64") },
  shape: sameAsInput,
  lower: host((_, [x], { attrs }) => {
    const dtype = attrs["out_type"] as DTypeName;
    const data = allocate(dtype, x.data.length) as NumericArray;
    stringsOf(x).forEach((bytes, i) => {
      const text = toBinary(bytes).replace(/^[\t-\r ]+|[\t-\r ]+$/g, "");
      const value = isFloating(dtype) ? readFloat(text) : readInteger(text, dtype);
      if (value === undefined)
        throw invalidArgument(`StringToNumberOp could not correctly convert string: ${toBinary(bytes)}`);
      data[i] = value;
    });
    return [{ dtype, shape: x.shape, data }];
  }),
  grad: none("text has no gradient"),
});
