// Numbers as strings.
import { realNumberTypes } from "../support/type-lists.ts";
import { dtypeInfo, isFloating } from "../../base/dtypes.ts";
import { realElement } from "../../base/format/elements.ts";
import { invalidArgument } from "../../base/errors.ts";
import { elementCount } from "../../base/shape.ts";
import { host } from "../../graph/lowering.ts";
import { bool, int, none, op, string, type } from "../../graph/op.ts";
import type { Attrs, DTypeName, TensorValue } from "../../graph/types.ts";
import { sameAsInput } from "../support/shapes.ts";
import { encode, stringsOf, stringTensor } from "./elements.ts";
import { type Format, printNumber } from "./printf.ts";

function formatOf(dtype: DTypeName, attrs: Attrs): Format {
  const { kind, cName } = dtypeInfo(dtype);
  const isReal = isFloating(dtype) || kind === "complex";
  const precision = Number(attrs["precision"]);
  const scientific = attrs["scientific"] === true;
  const shortest = attrs["shortest"] === true;
  const flag = String(attrs["fill"]);
  if (scientific && shortest) throw invalidArgument("Cannot select both scientific and shortest notation");
  if (!isReal) {
    if (scientific) throw invalidArgument(`scientific format not supported for datatype ${cName}`);
    if (shortest) throw invalidArgument(`shortest format not supported for datatype ${cName}`);
    if (precision >= 0) throw invalidArgument(`precision not supported for datatype ${cName}`);
  }
  if (flag.length > 1) throw invalidArgument(`Fill string must be one or fewer characters`);
  if (!["", " ", "+", "-", "0", "#"].includes(flag))
    throw invalidArgument(`Fill argument not supported: ${flag}`);
  const style = isReal ? (scientific ? "e" : shortest ? "g" : "f") : "d";
  return { style, precision, width: Number(attrs["width"]), flag };
}

const SMALLEST_NORMAL = 2 ** -126;

/** TensorFlow computes with subnormal float32 numbers flushed to zero. */
const normal = <N extends number | bigint>(value: N): N | number =>
  typeof value === "number" && Math.abs(value) < SMALLEST_NORMAL ? value * 0 : value;

function elementText(value: TensorValue, i: number, format: Format): string {
  const { dtype, data } = value;
  if (dtype === "bool") return data[i] === 1 ? "true" : "false";
  const print = (number: number | bigint): string => printNumber(number, format);
  if (dtypeInfo(dtype).lanes === 2)
    return `(${print(data[2 * i] as number)},${print(data[2 * i + 1] as number)})`;
  return print(dtype === "float64" ? (data[i] as number) : normal(realElement(dtype, data, i)));
}

export const AsString = op("AsString", {
  inputs: ["input: T"],
  outputs: ["output: string"],
  attrs: {
    T: type(...realNumberTypes, "complex64", "complex128", "bool", "variant", "string"),
    precision: int(-1),
    scientific: bool(false),
    shortest: bool(false),
    width: int(-1),
    fill: string(""),
  },
  shape: sameAsInput,
  lower: host((_, [x], { attrs }) => {
    const format = formatOf(x.dtype, attrs);
    if (x.dtype === "string")
      return [
        stringTensor(
          stringsOf(x).map((bytes) => widened(bytes, format)),
          x.shape,
        ),
      ];
    const texts = Array.from({ length: elementCount(x.shape) }, (_unused, i) =>
      encode(elementText(x, i, format)),
    );
    return [stringTensor(texts, x.shape)];
  }),
  grad: none("text has no gradient"),
});

function widened(bytes: Uint8Array, { width, flag }: Format): Uint8Array {
  if (bytes.length >= width) return bytes;
  const blanks = new Uint8Array(width - bytes.length).fill(0x20);
  return Uint8Array.from(flag === "-" ? [...bytes, ...blanks] : [...blanks, ...bytes]);
}
