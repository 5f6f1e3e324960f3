// Duty: the text that tf.print and StringFormat give a tensor. Knows no tensor class.
//
// Law. `summarize` elements are kept at each end of every dimension (-1: all); "..." stands for the rest. At
// most min(summarize, number of elements) elements are kept, which shows for small tensors. Within a row a
// blank separates elements; the subarrays of dimension d of n are separated by n - d - 1 newlines and d + 1
// blanks. float32 and smaller have 6 significant digits, or 9 if 6 do not read back; float64 has 15 or 17;
// bool is 1 and 0. Strings stand in double quotes with C escapes. bool tensors without elements to show give
// "". Complex and other types have no text: each of the first `summarize` elements is "?", in one flat list.
import { type DTypeName, dtypeInfo, type TensorData } from "../dtypes.ts";
import { type Dims, elementCount } from "../shape.ts";
import { cEscape } from "./bytes-text.ts";
import { realElement } from "./elements.ts";
import { strCatFloat32, strCatFloat64 } from "./float-text.ts";

/** tf.print's default for how many elements to keep at each end. */
export const DEFAULT_SUMMARIZE = 3;

function hasText(dtype: DTypeName): boolean {
  const { kind } = dtypeInfo(dtype);
  return kind !== "complex" && kind !== "handle" && dtype !== "qint32";
}

function elementText(dtype: DTypeName, data: TensorData, index: number): string {
  if (dtype === "string") return `"${cEscape(data[index] as Uint8Array)}"`;
  const value = realElement(dtype, data, index);
  if (dtype === "float64") return strCatFloat64(value as number);
  return dtypeInfo(dtype).kind === "float" ? strCatFloat32(value as number) : String(value);
}

/** The text of a tensor of a type that TensorFlow cannot print. */
function questionMarks(shape: Dims, count: number, limit: number): string {
  const marks = Array.from({ length: limit }, () => "?").join(" ");
  const text = limit < count ? `${marks}...` : marks;
  return shape.length === 0 ? text : `[${text}]`;
}

function spacing(axis: number, ndim: number): string {
  return axis === ndim - 1 ? " " : "\n".repeat(ndim - axis - 1) + " ".repeat(axis + 1);
}

function dimensionText(
  shape: Dims,
  axis: number,
  base: number,
  keep: number,
  element: (i: number) => string,
): string {
  if (axis === shape.length) return element(base);
  const size = shape[axis];
  const step = elementCount(shape.slice(axis + 1));
  const item = (i: number): string => dimensionText(shape, axis + 1, base + i * step, keep, element);
  const between = spacing(axis, shape.length);
  const items: string[] = [];
  for (let i = 0; i < Math.min(keep, size); i++) items.push(item(i));
  let text = items.join(between);
  if (size > 2 * keep) text += `${between}...`;
  for (let i = Math.max(keep, size - keep); i < size; i++) text += between + item(i);
  return `[${text}]`;
}

/** The text with one character per byte, as UTF-8 bytes of strings pass through unchanged. */
function byteText(dtype: DTypeName, shape: Dims, data: TensorData, summarize: number): string {
  const count = elementCount(shape);
  const limit = summarize < 0 ? count : Math.min(summarize, count);
  if (!hasText(dtype)) return questionMarks(shape, count, limit);
  if (dtype === "bool" && limit === 0) return "";
  const element = (i: number): string => elementText(dtype, data, i);
  if (shape.length === 0) return limit === 0 ? "..." : element(0);
  return dimensionText(shape, 0, 0, limit, element);
}

/** The text of a tensor as bytes: strings that are not UTF-8 pass through. */
export function formatTensorBytes(
  dtype: DTypeName,
  shape: Dims,
  data: TensorData,
  summarize: number = DEFAULT_SUMMARIZE,
): Uint8Array {
  return Uint8Array.from(byteText(dtype, shape, data, summarize), (character) => character.charCodeAt(0));
}

/** The text of a tensor; `summarize` -1 shows all elements. */
export function formatTensor(
  dtype: DTypeName,
  shape: Dims,
  data: TensorData,
  summarize: number = DEFAULT_SUMMARIZE,
): string {
  const text = byteText(dtype, shape, data, summarize);
  if (dtype !== "string") return text;
  return new TextDecoder().decode(formatTensorBytes(dtype, shape, data, summarize));
}

/** Puts texts in the place of each placeholder, left to right; as many as there are texts. */
export function fillTemplate(template: string, placeholder: string, texts: readonly string[]): string {
  const parts = template.split(placeholder);
  return parts.map((part, i) => (i === 0 ? part : (texts[i - 1] ?? placeholder) + part)).join("");
}
