// Dtype objects: facts about an element type, and calling one makes a tensor of that type.
import {
  type DTypeName,
  dtypeFromProto,
  dtypeInfo,
  isBigInteger,
  isComplex,
  isFloating,
  isInteger,
  isQuantized,
  isUnsigned,
  realPartType,
} from "../../base/dtypes.ts";
import type { Tensor } from "../../graph/tensor.ts";
import { constant } from "../creation/constant.ts";
import { type DTypeLike, dtypeName } from "./dtype-name.ts";

interface Literals {
  readonly shape?: readonly number[];
  readonly name?: string;
}

/** An element type. Calling it makes a tensor: `tf.int32([1, 2, 3])`. */
export interface DType<D extends DTypeName = DTypeName> {
  (value: unknown, options?: Literals): Tensor;
  /** The name: "float32", "string". */
  readonly name: D;
}

const made = new Map<DTypeName, DType>();

const INSPECT = Symbol.for("nodejs.util.inspect.custom");

// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: instances are functions, which a class cannot say
export class DType<D extends DTypeName = DTypeName> {
  constructor(name: D) {
    const make = (value: unknown, options: Literals = {}): Tensor =>
      constant(value, { ...options, dtype: name });
    Object.setPrototypeOf(make, new.target.prototype);
    Object.defineProperty(make, "name", { value: name, enumerable: true });
    // biome-ignore lint/correctness/noConstructorReturn: a callable object is a function with this prototype
    return make as unknown as this;
  }

  /** Bytes of one element; 1 where elements have no fixed size, as in TensorFlow. */
  get size(): number {
    return dtypeInfo(this.name).size || 1;
  }

  get isFloating(): boolean {
    return isFloating(this.name);
  }

  get isInteger(): boolean {
    return isInteger(this.name) && !this.isQuantized;
  }

  get isComplex(): boolean {
    return isComplex(this.name);
  }

  get isUnsigned(): boolean {
    return isUnsigned(this.name);
  }

  get isQuantized(): boolean {
    return isQuantized(this.name);
  }

  get isBool(): boolean {
    return this.name === "bool";
  }

  /** Numbers and booleans have a typed array; strings and handles do not. */
  get isNumpyCompatible(): boolean {
    return this.array !== null;
  }

  /** The dtype itself: references to variables have the dtype they refer to. */
  get baseDtype(): DType {
    return this;
  }

  /** The dtype of a complex number's parts; other dtypes are their own. */
  get realDtype(): DType {
    return asDtype(realPartType(this.name));
  }

  /** The number in TensorFlow's `DataType` enum. */
  get asDatatypeEnum(): number {
    return dtypeInfo(this.name).proto;
  }

  /** The typed array that holds elements; null for strings and handles. */
  get array(): ReturnType<typeof dtypeInfo>["array"] {
    return dtypeInfo(this.name).array;
  }

  /** The least finite value. */
  get min(): number | bigint | boolean {
    return limits(this.name)[0];
  }

  /** The greatest finite value. */
  get max(): number | bigint | boolean {
    return limits(this.name)[1];
  }

  /** True for the same dtype, given as an object or a name. */
  isCompatibleWith(other: DTypeLike): boolean {
    return dtypeName(other) === this.name;
  }

  equals(other: DTypeLike): boolean {
    return dtypeName(other) === this.name;
  }

  /** As TensorFlow's `str`. */
  toString(): string {
    return `<dtype: '${this.name}'>`;
  }

  toJSON(): string {
    return this.name;
  }

  [INSPECT](): string {
    return `tf.${this.name}`;
  }
}

const FLOAT_MAX: Readonly<Record<string, number>> = {
  float16: 65504,
  bfloat16: 3.3895313892515355e38,
  float32: 3.4028234663852886e38,
  float64: Number.MAX_VALUE,
  complex64: 3.4028234663852886e38,
  complex128: Number.MAX_VALUE,
};

type Limit = number | bigint | boolean;

function limits(name: DTypeName): readonly [Limit, Limit] {
  if (name === "bool") return [false, true];
  const largest = FLOAT_MAX[name];
  if (largest !== undefined) return [-largest, largest];
  const { size, kind } = dtypeInfo(name);
  if (isBigInteger(name)) return name === "int64" ? [-(2n ** 63n), 2n ** 63n - 1n] : [0n, 2n ** 64n - 1n];
  const signed = kind === "int" || (kind === "quantized" && !name.startsWith("qu"));
  if (kind !== "int" && kind !== "uint" && kind !== "quantized")
    throw new TypeError(`Cannot find minimum value of ${name}.`);
  return signed ? [-(2 ** (8 * size - 1)), 2 ** (8 * size - 1) - 1] : [0, 2 ** (8 * size) - 1];
}

/**
 * The dtype object for a dtype, its name or its number.
 *
 * @param value A dtype object, a name such as "float32" or "half", or a number of TensorFlow's `DataType`.
 * @throws TypeError if there is no such dtype.
 * @example
 * tf.asDtype("half");
 * // tf.float16
 */
export function asDtype(value: DTypeLike | number): DType {
  const name = typeof value === "number" ? dtypeFromProto(value) : dtypeName(value);
  if (name === undefined)
    throw new TypeError(`Cannot convert the argument \`type_value\`: ${value} to a TensorFlow DType.`);
  let dtype = made.get(name);
  if (dtype === undefined) made.set(name, (dtype = new DType(name)));
  return dtype;
}

const known = <D extends DTypeName>(name: D): DType<D> => asDtype(name) as DType<D>;

export const float16 = /* @__PURE__ */ known("float16");
export const half = float16;
export const bfloat16 = /* @__PURE__ */ known("bfloat16");
export const float32 = /* @__PURE__ */ known("float32");
export const float64 = /* @__PURE__ */ known("float64");
export const double = float64;
export const int8 = /* @__PURE__ */ known("int8");
export const uint8 = /* @__PURE__ */ known("uint8");
export const int16 = /* @__PURE__ */ known("int16");
export const uint16 = /* @__PURE__ */ known("uint16");
export const int32 = /* @__PURE__ */ known("int32");
export const uint32 = /* @__PURE__ */ known("uint32");
export const int64 = /* @__PURE__ */ known("int64");
export const uint64 = /* @__PURE__ */ known("uint64");
export const complex64 = /* @__PURE__ */ known("complex64");
export const complex128 = /* @__PURE__ */ known("complex128");
export const bool = /* @__PURE__ */ known("bool");
export const string = /* @__PURE__ */ known("string");
export const resource = /* @__PURE__ */ known("resource");
export const variant = /* @__PURE__ */ known("variant");
export const qint8 = /* @__PURE__ */ known("qint8");
export const quint8 = /* @__PURE__ */ known("quint8");
export const qint16 = /* @__PURE__ */ known("qint16");
export const quint16 = /* @__PURE__ */ known("quint16");
export const qint32 = /* @__PURE__ */ known("qint32");
