// Literals to tensors: numbers, bigints, booleans, strings, bytes, typed arrays and arrays of these.
import {
  allocate,
  type DTypeName,
  dtypeInfo,
  isBigInteger,
  isComplex,
  isInteger,
  type NumericArray,
  type TensorData,
} from "../base/dtypes.ts";
import { ValueError } from "../base/errors.ts";
import { bfloat16FromNumber, float16FromNumber } from "../base/half.ts";
import { type Dims, elementCount } from "../base/shape.ts";
import { currentGraph } from "../graph/default-graph.ts";
import { dispatcher, Tensor } from "../graph/tensor-base.ts";
import type { TensorValue } from "../graph/types.ts";
import { EagerTensor, elementAt, fromValue } from "./eager-tensor.ts";

const utf8 = new TextEncoder();

/** The dtype of a typed array's elements; plain byte arrays are uint8 data. */
function arrayType(array: ArrayBufferView): DTypeName {
  if (array instanceof Float32Array) return "float32";
  if (array instanceof Float64Array) return "float64";
  if (array instanceof Int32Array) return "int32";
  if (array instanceof BigInt64Array) return "int64";
  if (array instanceof BigUint64Array) return "uint64";
  if (array instanceof Int16Array) return "int16";
  if (array instanceof Uint16Array) return "uint16";
  if (array instanceof Uint32Array) return "uint32";
  if (array instanceof Int8Array) return "int8";
  if (array instanceof Uint8Array || array instanceof Uint8ClampedArray) return "uint8";
  throw new TypeError(
    `Making a tensor: expected a typed array of numbers, received ${array.constructor.name}`,
  );
}

const isTypedArray = (x: unknown): x is NumericArray => ArrayBuffer.isView(x) && !(x instanceof DataView);

/**
 * A tensor from a literal. Without a dtype, numbers are float32, bigints int64, booleans bool, strings
 * string and
 * typed arrays what they hold. With one, values that do not fit are rejected.
 */
export function convert(literal: unknown, dtype?: DTypeName, shape?: Dims): EagerTensor {
  if (literal instanceof EagerTensor) return checkedTensor(literal, dtype);
  if (isTensorValue(literal)) return checkedTensor(fromValue(literal), dtype);
  const found: Dims = literalShape(literal);
  const items = flatten(literal, found);
  const type = dtype ?? inferType(items, literal);
  const data = fill(type, items);
  if (shape === undefined) return new EagerTensor(type, found, data);
  return new EagerTensor(type, shape, spread(type, data, elementCount(found), elementCount(shape)));
}

const isTensorValue = (x: unknown): x is TensorValue =>
  typeof x === "object" && x !== null && "dtype" in x && "shape" in x && "data" in x;

function checkedTensor<T extends Tensor>(tensor: T, dtype: DTypeName | undefined): T {
  if (dtype === undefined || dtype === tensor.dtype) return tensor;
  throw new ValueError(
    `Tensor conversion requested dtype ${dtype} for Tensor with dtype ${tensor.dtype}: ${tensor.toString()}`,
  );
}

// A single value fills the whole shape, as tf.constant does.
function spread(dtype: DTypeName, data: TensorData, have: number, want: number): TensorData {
  if (have === want) return data;
  if (have !== 1)
    throw new TypeError(
      `Eager execution of tf.constant with unsupported shape: expected ${want} elements, received ${have}`,
    );
  const { lanes } = dtypeInfo(dtype);
  const result = allocate(dtype, want) as unknown[];
  for (let i = 0; i < want * lanes; i++) result[i] = data[i % lanes];
  return result as unknown as TensorData;
}

function literalShape(literal: unknown): number[] {
  const shape: number[] = [];
  for (let at = literal; ; ) {
    if (at instanceof EagerTensor) return [...shape, ...at.shape];
    if (isBytes(at, shape)) return shape;
    if (isTypedArray(at)) return [...shape, at.length];
    if (!Array.isArray(at)) return shape;
    shape.push(at.length);
    if (at.length === 0) return shape;
    at = at[0];
  }
}

// Bytes inside an array are string elements; a byte array on its own is uint8 data.
const isBytes = (x: unknown, shape: readonly number[]): boolean =>
  x instanceof Uint8Array && shape.length > 0;

function flatten(literal: unknown, shape: Dims): ArrayLike<unknown> {
  if (isTypedArray(literal)) return literal;
  const items: unknown[] = [];
  const visit = (at: unknown, axis: number): void => {
    if (axis === shape.length) {
      if (Array.isArray(at)) throw ragged();
      items.push(at instanceof EagerTensor ? elementAt(at.toValue(), 0) : at);
      return;
    }
    const list = at instanceof EagerTensor ? tensorRows(at) : (at as ArrayLike<unknown>);
    if (typeof list === "string" || list?.length !== shape[axis]) throw ragged();
    for (let i = 0; i < list.length; i++) visit(list[i], axis + 1);
  };
  visit(literal, 0);
  return items;
}

function tensorRows(tensor: EagerTensor): unknown[] {
  const value = tensor.toValue();
  const [rows = 1, ...rest] = tensor.shape;
  const size = elementCount(rest);
  return Array.from({ length: rows }, (_, row) =>
    rest.length === 0
      ? elementAt(value, row)
      : new EagerTensor(tensor.dtype, rest, value.data.slice(row * size, (row + 1) * size) as TensorData),
  );
}

const ragged = (): ValueError => new ValueError("Can't convert non-rectangular Python sequence to Tensor.");

function inferType(items: ArrayLike<unknown>, literal: unknown): DTypeName {
  if (isTypedArray(literal)) return arrayType(literal);
  const inner = innermost(literal);
  if (inner instanceof EagerTensor) return inner.dtype;
  if (isTypedArray(inner) && !(inner instanceof Uint8Array)) return arrayType(inner);
  const kinds = new Set(Array.from(items, kindOf));
  if (kinds.size === 0) return "float32";
  if (kinds.size === 1) return [...kinds][0]!;
  if (kinds.size === 2 && kinds.has("float32") && kinds.has("int64")) return "float32";
  throw new ValueError(
    `Can't convert Python sequence with mixed types to Tensor: received ${[...kinds].join(" and ")}`,
  );
}

function innermost(literal: unknown): unknown {
  let at = literal;
  while (Array.isArray(at) && at.length > 0) at = at[0];
  return at;
}

function kindOf(item: unknown): DTypeName {
  if (typeof item === "number") return "float32";
  if (typeof item === "bigint") return "int64";
  if (typeof item === "boolean") return "bool";
  if (typeof item === "string" || item instanceof Uint8Array) return "string";
  throw unsupported(item);
}

const LITERALS: readonly string[] = ["number", "bigint", "boolean", "string"];

function unsupported(item: unknown): ValueError {
  if (item === null || item === undefined)
    return new ValueError(
      "Attempt to convert a value (None) with an unsupported type (<class 'NoneType'>) to a Tensor.",
    );
  return new ValueError(
    `Attempt to convert a value (${String(item)}) with an unsupported type (${typeof item}) to a Tensor: ` +
      "expected numbers, bigints, booleans, strings or arrays of them",
  );
}

function fill(dtype: DTypeName, items: ArrayLike<unknown>): TensorData {
  if (dtype === "string") return Array.from(items, stringItem);
  const { array, lanes } = dtypeInfo(dtype);
  if (array === null)
    throw new TypeError(`Making a tensor: expected a dtype with literals, received ${dtype}`);
  if (
    items.constructor === array &&
    lanes === 1 &&
    dtype !== "float16" &&
    dtype !== "bfloat16" &&
    dtype !== "bool"
  )
    return (items as NumericArray).slice() as NumericArray;
  const data = new array(items.length * lanes);
  const put = writer(dtype);
  for (let i = 0; i < items.length; i++) put(data, i, items[i]);
  return data;
}

function stringItem(item: unknown): Uint8Array {
  if (typeof item === "string") return utf8.encode(item);
  if (item instanceof Uint8Array) return item;
  throw new TypeError(`Expected string, but got ${String(item)} of type '${typeof item}'.`);
}

type Put = (data: NumericArray, at: number, item: unknown) => void;

function writer(dtype: DTypeName): Put {
  if (isComplex(dtype)) return putComplex;
  if (dtype === "bool") return putBool;
  if (isBigInteger(dtype)) return putBig(dtype);
  if (isInteger(dtype) || dtypeInfo(dtype).kind === "quantized") return putInteger(dtype);
  const encode =
    dtype === "float16" ? float16FromNumber : dtype === "bfloat16" ? bfloat16FromNumber : (x: number) => x;
  return (data, at, item) => {
    data[at] = encode(toNumber(item, dtype));
  };
}

function toNumber(item: unknown, dtype: DTypeName): number {
  if (typeof item === "number") return item;
  if (typeof item === "bigint") return Number(item);
  throw misfit(item, dtype);
}

function misfit(item: unknown, dtype: DTypeName): Error {
  if (!LITERALS.includes(typeof item) && !(item instanceof Uint8Array)) return unsupported(item);
  const shown = typeof item === "string" ? `'${item}'` : String(item);
  return new TypeError(`Cannot convert ${shown} to EagerTensor of dtype ${dtypeInfo(dtype).cName}`);
}

const putBool: Put = (data, at, item) => {
  if (typeof item !== "boolean") {
    if (item !== 0 && item !== 1) throw misfit(item, "bool");
  }
  data[at] = item ? 1 : 0;
};

const putComplex: Put = (data, at, item) => {
  const [re, im] = Array.isArray(item) ? (item as [number, number]) : [toNumber(item, "complex64"), 0];
  data[2 * at] = re;
  data[2 * at + 1] = im;
};

function putBig(dtype: DTypeName): Put {
  const wrap = dtype === "int64" ? BigInt.asIntN : BigInt.asUintN;
  return (data, at, item) => {
    if (typeof item !== "bigint" && !Number.isInteger(item)) throw misfit(item, dtype);
    const value = BigInt(item as number | bigint);
    if (wrap(64, value) !== value) throw misfit(item, dtype);
    data[at] = value;
  };
}

function putInteger(dtype: DTypeName): Put {
  return (data, at, item) => {
    const value = typeof item === "bigint" ? Number(item) : item;
    if (typeof value !== "number" || !Number.isInteger(value)) throw misfit(item, dtype);
    data[at] = value;
    if (data[at] !== value && !(value === 0)) throw misfit(item, dtype);
  };
}

/**
 * Anything as a tensor: tensors as they are, variables by reading them, lists that hold such by stacking
 * them,
 * literals by `convert`. `name` is what nodes for a list are named after.
 */
export function toTensor(value: unknown, dtype?: DTypeName, name?: string): Tensor {
  if (value instanceof Tensor) return checkedTensor(value, dtype);
  if (isConvertible(value)) return checkedTensor(value.toTensor(), dtype);
  if (Array.isArray(value) && holdsTensor(value))
    return stacked(value, dtype ?? typeOfFirst(value), name ?? "packed");
  return convert(value, dtype);
}

const isConvertible = (x: unknown): x is { toTensor(): Tensor } =>
  ((typeof x === "object" && x !== null) || typeof x === "function") && "toTensor" in x;

/** True if tensors (or what stands for one) are somewhere in nested lists. */
const holdsTensor = (x: unknown): boolean =>
  Array.isArray(x) ? x.some(holdsTensor) : x instanceof Tensor || isConvertible(x);

function typeOfFirst(items: readonly unknown[]): DTypeName | undefined {
  for (const item of items) {
    if (item instanceof Tensor) return item.dtype;
    if (isConvertible(item)) return (item as { dtype?: DTypeName }).dtype;
    const inner = Array.isArray(item) ? typeOfFirst(item) : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/** Stacked by an op, so that gradients flow into the items. */
function stacked(items: readonly unknown[], dtype: DTypeName | undefined, name: string): Tensor {
  const graph = currentGraph();
  const part = (item: unknown, i: number): Tensor => {
    // A list takes its number as a scope first, as TensorFlow's names show.
    if (Array.isArray(item) && !holdsTensor(item)) graph?.nameScope(String(i), () => undefined);
    const tensor = toTensor(item, dtype, String(i));
    return graph !== null && tensor instanceof EagerTensor && !(item instanceof Tensor)
      ? graph.constant(tensor.toValue(), String(i))
      : tensor;
  };
  const pack = (scope?: string): Tensor =>
    dispatcher().op("Pack", [items.map(part)], undefined, scope) as Tensor;
  return graph === null ? pack() : graph.nameScope(name, pack);
}
