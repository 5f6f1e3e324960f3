// Makes one template of all that is to be printed, with a placeholder for each tensor.
import type { DTypeName } from "../../base/dtypes.ts";
import { arrayRepr } from "../../base/format/numpy-array.ts";
import { PythonTuple } from "../../base/format/python-repr.ts";
import { PythonRandom } from "../../base/random/python-random.ts";
import { isTensorObject } from "../core/call.ts";
import type { Operand } from "../core/call.ts";
import { isDictionary, prettyText, sortedEntries } from "./pretty.ts";

export interface Template {
  readonly template: string;
  readonly placeholder: string;
  readonly tensors: readonly Operand[];
}

const INSPECT = Symbol.for("nodejs.util.inspect.custom");

const ARRAY_TYPES = new Map<unknown, DTypeName>([
  [Int8Array, "int8"],
  [Int16Array, "int16"],
  [Uint16Array, "uint16"],
  [Int32Array, "int32"],
  [Uint32Array, "uint32"],
  [BigInt64Array, "int64"],
  [BigUint64Array, "uint64"],
  [Float32Array, "float32"],
  [Float64Array, "float64"],
]);

/** Objects that are no structure: typed arrays as NumPy shows them, others as they show themselves. */
function objectText(value: unknown): string | undefined {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return undefined;
  const dtype = ARRAY_TYPES.get(value.constructor);
  if (dtype !== undefined) {
    const data = value as Float32Array;
    return arrayRepr(dtype, [data.length], data);
  }
  const inspect = (value as Record<symbol, unknown>)[INSPECT];
  if (typeof inspect === "function") return String(inspect.call(value));
  if (typeof value === "function") return String(value.name || value);
  const isOwnClass =
    !(value instanceof Uint8Array) && "toString" in value && value.toString !== Object.prototype.toString;
  const isStructure = Array.isArray(value) || value instanceof PythonTuple || isDictionary(value);
  return isOwnClass && !isStructure ? String(value) : undefined;
}

/** The value with `leaf` in the place of every tensor, in the order in which they are printed. */
function withoutTensors(value: unknown, leaf: (tensor: Operand) => string): unknown {
  if (isTensorObject(value)) return leaf(value);
  const inner = (item: unknown): unknown => withoutTensors(item, leaf);
  if (Array.isArray(value)) return value.map(inner);
  if (value instanceof PythonTuple) return new PythonTuple(value.items.map(inner));
  if (!isDictionary(value)) return value;
  return new Map(sortedEntries(value).map(([key, item]) => [key, inner(item)]));
}

/** A text that does not occur in what is printed, made longer with the digits that TensorFlow adds. */
function placeholderFor(text: string): string {
  const random = new PythonRandom(5);
  let placeholder = "{}";
  while (text.includes(placeholder)) placeholder += String(random.randint(0, 9));
  return placeholder;
}

export function makeTemplate(inputs: readonly unknown[], separator: string): Template {
  const plain = inputs.map((input) =>
    prettyText(
      withoutTensors(input, () => ""),
      objectText,
    ),
  );
  const placeholder = placeholderFor(plain.join(" "));
  const tensors: Operand[] = [];
  const texts = inputs.map((input) => {
    if (typeof input === "string") return input;
    const structure = withoutTensors(input, (tensor) => {
      tensors.push(tensor);
      return placeholder;
    });
    return prettyText(structure, objectText);
  });
  const template = texts.join(separator).replaceAll(`'${placeholder}'`, placeholder);
  return { template, placeholder, tensors };
}
