// TensorFlow's element types: names, numbers, sizes and the typed array each is stored in.

export type FloatName = "float16" | "bfloat16" | "float32" | "float64";
export type IntegerName = "int8" | "uint8" | "int16" | "uint16" | "int32" | "uint32" | "int64" | "uint64";
export type ComplexName = "complex64" | "complex128";
export type QuantizedName = "qint8" | "quint8" | "qint16" | "quint16" | "qint32";
export type SmallName =
  | "int4"
  | "uint4"
  | "int2"
  | "uint2"
  | "float8_e5m2"
  | "float8_e4m3fn"
  | "float8_e4m3fnuz"
  | "float8_e4m3b11fnuz"
  | "float8_e5m2fnuz"
  | "float4_e2m1fn";
export type DTypeName =
  | FloatName
  | IntegerName
  | ComplexName
  | QuantizedName
  | SmallName
  | "bool"
  | "string"
  | "resource"
  | "variant";

export type NumericArray =
  | Float32Array
  | Float64Array
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array;

/** What one tensor's elements are held in: strings are arrays of bytes, handles are objects. */
export type TensorData = NumericArray | readonly Uint8Array[] | readonly object[];

type ArrayConstructor = new (length: number) => NumericArray;

export interface DTypeInfo {
  readonly name: DTypeName;
  /** The number in TensorFlow's `DataType` enum. */
  readonly proto: number;
  /** TensorFlow's C++ name, as messages print it ("float", "half", "int32"). */
  readonly cName: string;
  readonly kind: "float" | "int" | "uint" | "complex" | "bool" | "string" | "quantized" | "handle";
  /** Bytes of one element; 0 where elements are objects. */
  readonly size: number;
  /** Typed-array entries of one element: 2 for complex numbers. */
  readonly lanes: 1 | 2;
  readonly array: ArrayConstructor | null;
}

type Row = [DTypeName, number, string, DTypeInfo["kind"], number, ArrayConstructor | null];

const ROWS: Row[] = [
  ["float32", 1, "float", "float", 4, Float32Array],
  ["float64", 2, "double", "float", 8, Float64Array],
  ["int32", 3, "int32", "int", 4, Int32Array],
  ["uint8", 4, "uint8", "uint", 1, Uint8Array],
  ["int16", 5, "int16", "int", 2, Int16Array],
  ["int8", 6, "int8", "int", 1, Int8Array],
  ["string", 7, "string", "string", 0, null],
  ["complex64", 8, "complex64", "complex", 8, Float32Array],
  ["int64", 9, "int64", "int", 8, BigInt64Array],
  ["bool", 10, "bool", "bool", 1, Uint8Array],
  ["qint8", 11, "qint8", "quantized", 1, Int8Array],
  ["quint8", 12, "quint8", "quantized", 1, Uint8Array],
  ["qint32", 13, "qint32", "quantized", 4, Int32Array],
  ["bfloat16", 14, "bfloat16", "float", 2, Uint16Array],
  ["qint16", 15, "qint16", "quantized", 2, Int16Array],
  ["quint16", 16, "quint16", "quantized", 2, Uint16Array],
  ["uint16", 17, "uint16", "uint", 2, Uint16Array],
  ["complex128", 18, "complex128", "complex", 16, Float64Array],
  ["float16", 19, "half", "float", 2, Uint16Array],
  ["resource", 20, "resource", "handle", 0, null],
  ["variant", 21, "variant", "handle", 0, null],
  ["uint32", 22, "uint32", "uint", 4, Uint32Array],
  ["uint64", 23, "uint64", "uint", 8, BigUint64Array],
  ["float8_e5m2", 24, "float8_e5m2", "float", 1, Uint8Array],
  ["float8_e4m3fn", 25, "float8_e4m3fn", "float", 1, Uint8Array],
  ["float8_e4m3fnuz", 26, "float8_e4m3fnuz", "float", 1, Uint8Array],
  ["float8_e4m3b11fnuz", 27, "float8_e4m3b11fnuz", "float", 1, Uint8Array],
  ["float8_e5m2fnuz", 28, "float8_e5m2fnuz", "float", 1, Uint8Array],
  ["int4", 29, "int4", "int", 1, Int8Array],
  ["uint4", 30, "uint4", "uint", 1, Uint8Array],
  ["int2", 31, "int2", "int", 1, Int8Array],
  ["uint2", 32, "uint2", "uint", 1, Uint8Array],
  ["float4_e2m1fn", 33, "float4_e2m1fn", "float", 1, Uint8Array],
];

const BY_NAME = new Map<string, DTypeInfo>();
const BY_PROTO = new Map<number, DTypeInfo>();
for (const [name, proto, cName, kind, size, array] of ROWS) {
  const info: DTypeInfo = { name, proto, cName, kind, size, lanes: kind === "complex" ? 2 : 1, array };
  BY_NAME.set(name, info);
  BY_PROTO.set(proto, info);
}

/** Added to a dtype's number when an edge carries a reference to a variable (TensorFlow v1). */
export const REF_OFFSET = 100;

export const dtypeNames: readonly DTypeName[] = ROWS.map((row) => row[0]);

/** Facts of a dtype: `dtypeInfo("float16").size` is 2. */
export function dtypeInfo(name: DTypeName): DTypeInfo {
  return BY_NAME.get(name)!;
}

export function isDTypeName(name: unknown): name is DTypeName {
  return typeof name === "string" && BY_NAME.has(name);
}

/** The dtype with a `DataType` number; reference numbers give the referenced dtype. */
export function dtypeFromProto(proto: number): DTypeName | undefined {
  return BY_PROTO.get(proto > REF_OFFSET ? proto - REF_OFFSET : proto)?.name;
}

export const isFloating = (name: DTypeName): boolean => dtypeInfo(name).kind === "float";
export const isComplex = (name: DTypeName): boolean => dtypeInfo(name).kind === "complex";
export const isInteger = (name: DTypeName): boolean => {
  const { kind } = dtypeInfo(name);
  return kind === "int" || kind === "uint";
};
export const isUnsigned = (name: DTypeName): boolean => dtypeInfo(name).kind === "uint";
export const isQuantized = (name: DTypeName): boolean => dtypeInfo(name).kind === "quantized";
/** Elements are objects, not numbers. */
export const isObjectType = (name: DTypeName): boolean => dtypeInfo(name).array === null;
export const isBigInteger = (name: DTypeName): boolean => name === "int64" || name === "uint64";
/** Gradients flow through float and complex tensors, and through handles that carry such tensors. */
export const isDifferentiable = (name: DTypeName): boolean => {
  const { kind } = dtypeInfo(name);
  return kind === "float" || kind === "complex" || kind === "handle";
};

/** The real dtype of a complex one's parts; other dtypes are returned as they are. */
export function realPartType(name: DTypeName): DTypeName {
  return name === "complex64" ? "float32" : name === "complex128" ? "float64" : name;
}

const NO_OBJECTS: readonly Uint8Array[] = [];
const EMPTY_BYTES = new Uint8Array(0);

/** Zeroed storage of `count` elements (empty byte strings for strings). */
export function allocate(name: DTypeName, count: number): TensorData {
  const { array, lanes } = dtypeInfo(name);
  if (array !== null) return new array(count * lanes);
  return count === 0 ? NO_OBJECTS : new Array<Uint8Array>(count).fill(EMPTY_BYTES);
}
