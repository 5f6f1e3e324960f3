// Duty: NumPy 2's `str` and `repr` of arrays, and the tensor texts TensorFlow builds from them. Knows no
// tensor class.
//
// Law. Lines are 75 wide (74 in repr, for its closing parenthesis); above 1000 elements only 3 at each end of
// a dimension are shown. Elements are separated by a blank in str and by ", " in repr; rows of an
// n-dimensional array by n - 1 newlines. repr adds the dtype unless it is bool, int64, float64 or complex128,
// and the shape if the array is empty (other than (0,)) or shortened.
import { type DTypeName, dtypeInfo, isComplex, type TensorData } from "../dtypes.ts";
import { type Dims, elementCount } from "../shape.ts";
import { pythonBytes } from "./bytes-text.ts";
import { floatElement, realElement } from "./elements.ts";
import { complexText, formatG, numpyFloat, pythonFloat } from "./float-text.ts";
import { complexColumn, floatColumn } from "./numpy-float-column.ts";

const LINE_WIDTH = 75;
const THRESHOLD = 1000;
const EDGE_ITEMS = 3;

type WriteAt = (index: number) => string;
type NumpyFloat = "float16" | "float32" | "float64";

const isNumpyFloat = (dtype: DTypeName): dtype is NumpyFloat =>
  dtype === "float16" || dtype === "float32" || dtype === "float64";

/** Python's text of a tuple of sizes: "()", "(3,)", "(2, 3)". */
export function shapeText(shape: Dims): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
}

/** Flat positions of the elements that are shown. */
function shownIndices(shape: Dims, shorten: boolean): number[] {
  let indices = [0];
  for (const size of shape) {
    const ends = shorten && size > 2 * EDGE_ITEMS;
    const along = Array.from({ length: size }, (_, i) => i).filter(
      (i) => !ends || i < EDGE_ITEMS || i >= size - EDGE_ITEMS,
    );
    indices = indices.flatMap((index) => along.map((i) => index * size + i));
  }
  return indices;
}

function elementWriter(dtype: DTypeName, data: TensorData, shown: readonly number[]): WriteAt {
  if (dtype === "string") return (i) => pythonBytes(data[i] as Uint8Array);
  if (dtype === "bool") return (i) => ((data[i] as number) === 0 ? "False" : " True");
  if (isComplex(dtype)) {
    const part = (i: number, which: number): number => (data as Float64Array)[2 * i + which];
    const kind = dtype === "complex64" ? "float32" : "float64";
    const write = complexColumn(
      shown.map((i) => part(i, 0)),
      shown.map((i) => part(i, 1)),
      kind,
    );
    return (i) => write(part(i, 0), part(i, 1));
  }
  if (isNumpyFloat(dtype)) {
    const write = floatColumn(
      shown.map((i) => floatElement(dtype, data, i)),
      dtype,
    );
    return (i) => write(floatElement(dtype, data, i));
  }
  return otherWriter(dtype, data, shown);
}

function otherWriter(dtype: DTypeName, data: TensorData, shown: readonly number[]): WriteAt {
  const { kind, size, name } = dtypeInfo(dtype);
  // NumPy knows bfloat16 and the types below a byte only through their own text, which it does not pad.
  if (kind === "float") return (i) => formatG(floatElement(dtype, data, i), 6);
  if (size === 1 && /^u?int[24]$/.test(name)) return (i) => String(data[i]);
  const width = shown.reduce((most, i) => Math.max(most, String(data[i]).length), 0);
  // Quantized types are structures of one field, which NumPy writes like tuples.
  if (kind === "quantized") return (i) => `(${String(data[i]).padStart(width)},)`;
  return (i) => String(data[i]).padStart(width);
}

interface Layout {
  readonly shape: Dims;
  readonly write: WriteAt;
  readonly separator: string;
  readonly shorten: boolean;
}

/** Appends a word to the current line, or starts a new line if it does not fit and that would help. */
function append(lines: string[], word: string, width: number, indent: string): void {
  const last = lines.length - 1;
  if (lines[last].length + word.length > width && lines[last].length > indent.length) {
    lines[last] = lines[last].trimEnd();
    lines.push(indent + word);
  } else {
    lines[last] += word;
  }
}

function positions(size: number, shorten: boolean): (number | null)[] {
  const all = Array.from({ length: size }, (_, i) => i);
  if (!shorten || size <= 2 * EDGE_ITEMS) return all;
  return [...all.slice(0, EDGE_ITEMS), null, ...all.slice(-EDGE_ITEMS)];
}

function writeRow(layout: Layout, base: number, indent: string, width: number): string {
  const { shape, separator } = layout;
  const places = positions(shape[shape.length - 1], layout.shorten);
  const fits = width - Math.max(separator.trimEnd().length, 1);
  const lines = [indent];
  places.forEach((place, i) => {
    append(lines, place === null ? "..." : layout.write(base + place), fits, indent);
    if (i + 1 < places.length) lines[lines.length - 1] += separator;
  });
  return lines.join("\n");
}

/** One bracketed level: `axis` counts from the outside, `base` is the flat position of its first element. */
function writeLevel(layout: Layout, axis: number, base: number, indent: string, width: number): string {
  const { shape, separator } = layout;
  let text = "";
  if (axis === shape.length - 1) {
    text = writeRow(layout, base, indent, width);
  } else {
    const step = elementCount(shape.slice(axis + 1));
    const between = separator.trimEnd() + "\n".repeat(shape.length - 1 - axis);
    const items = positions(shape[axis], layout.shorten).map((place) =>
      place === null ? "..." : writeLevel(layout, axis + 1, base + place * step, `${indent} `, width - 1),
    );
    text = items.map((item) => indent + item).join(between);
  }
  return `[${text.slice(indent.length)}]`;
}

function arrayText(
  dtype: DTypeName,
  shape: Dims,
  data: TensorData,
  separator: string,
  prefix: string,
): string {
  const count = elementCount(shape);
  if (count === 0) return "[]";
  const shorten = count > THRESHOLD;
  const write = elementWriter(dtype, data, shownIndices(shape, shorten));
  const layout: Layout = { shape, write, separator, shorten };
  const width = prefix === "" ? LINE_WIDTH : LINE_WIDTH - 1;
  return writeLevel(layout, 0, 0, " ".repeat(prefix.length + 1), width);
}

/** NumPy's `str(array)` of an array that is not a scalar. */
export function arrayString(dtype: DTypeName, shape: Dims, data: TensorData): string {
  return arrayText(dtype, shape, data, " ", "");
}

function dtypeText(dtype: DTypeName): string {
  if (dtype === "string") return "object";
  const { kind, size } = dtypeInfo(dtype);
  // NumPy quotes names that are not letters and digits only.
  if (kind !== "quantized") return dtype.includes("_") ? `'${dtype}'` : dtype;
  return `[('${dtype}', '${dtype.startsWith("qu") ? "u" : "i"}${size}')]`;
}

/** NumPy's `repr(array)` of an array that is not a scalar. */
export function arrayRepr(dtype: DTypeName, shape: Dims, data: TensorData): string {
  const prefix = "array(";
  const count = elementCount(shape);
  const text = prefix + arrayText(dtype, shape, data, ", ", prefix);
  const extras: string[] = [];
  const emptyVector = shape.length === 1 && shape[0] === 0;
  if ((count === 0 && !emptyVector) || count > THRESHOLD) extras.push(`shape=${shapeText(shape)}`);
  const implied = ["bool", "int64", "float64", "complex128"].includes(dtype);
  if (!implied || count === 0) extras.push(`dtype=${dtypeText(dtype)}`);
  if (extras.length === 0) return `${text})`;
  const lastLine = text.length + 1 - (text.lastIndexOf("\n") + 1);
  const extra = `${extras.join(", ")})`;
  const breaks = lastLine + extra.length + 1 > LINE_WIDTH;
  return `${text},${breaks ? `\n${" ".repeat(prefix.length)}` : " "}${extra}`;
}

/** NumPy's `str` of a scalar, or Python's `repr` of the Python object that TensorFlow makes of it. */
export function scalarText(dtype: DTypeName, data: TensorData, style: "str" | "repr"): string {
  if (dtype === "string") return pythonBytes(data[0] as Uint8Array);
  if (dtype === "bool") return (data[0] as number) === 0 ? "False" : "True";
  if (isComplex(dtype)) {
    const [real, imaginary] = data as Float64Array;
    return complexText(real, imaginary, dtype === "complex64" && style === "str" ? "float32" : "float64");
  }
  const value = realElement(dtype, data, 0);
  const { kind } = dtypeInfo(dtype);
  if (kind === "quantized") return `(${value},)`;
  if (kind !== "float") return String(value);
  if (style === "repr") return pythonFloat(Number(value));
  return isNumpyFloat(dtype) ? numpyFloat(Number(value), dtype) : formatG(Number(value), 6);
}

/**
 * The `numpy=` part of a tensor's repr, or the value in its str; texts of several lines start on a new line.
 */
export function valueText(dtype: DTypeName, shape: Dims, data: TensorData, style: "str" | "repr"): string {
  if (dtypeInfo(dtype).kind === "handle") return "<unprintable>";
  if (shape.length === 0) return scalarText(dtype, data, style);
  const text = (style === "str" ? arrayString : arrayRepr)(dtype, shape, data);
  return text.includes("\n") ? `\n${text}` : text;
}

/** `str` of an eager tensor: tf.Tensor([1. 2.], shape=(2,), dtype=float32). */
export function tensorString(dtype: DTypeName, shape: Dims, data: TensorData): string {
  return `tf.Tensor(${valueText(dtype, shape, data, "str")}, shape=${shapeText(shape)}, dtype=${dtype})`;
}

/** `repr` of an eager tensor: <tf.Tensor: shape=(), dtype=int32, numpy=1>. */
export function tensorRepr(dtype: DTypeName, shape: Dims, data: TensorData): string {
  const value = valueText(dtype, shape, data, "repr");
  return `<tf.Tensor: shape=${shapeText(shape)}, dtype=${dtype}, numpy=${value}>`;
}

/** `str` and `repr` of a variable: <tf.Variable 'w:0' shape=(2,) dtype=float32, numpy=array(…)>. */
export function variableRepr(name: string, dtype: DTypeName, shape: Dims, data: TensorData): string {
  const value = valueText(dtype, shape, data, "repr");
  return `<tf.Variable '${name}' shape=${shapeText(shape)} dtype=${dtype}, numpy=${value}>`;
}
