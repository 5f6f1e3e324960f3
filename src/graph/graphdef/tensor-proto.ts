// TensorProto and constants: reads every form TensorFlow writes, writes as its `make_tensor_proto` does.
import { create, type MessageShape } from "@bufbuild/protobuf";
import {
  allocate,
  type DTypeName,
  dtypeFromProto,
  dtypeInfo,
  type NumericArray,
  REF_OFFSET,
} from "../../base/dtypes.ts";
import { invalidArgument, UnimplementedError } from "../../base/errors.ts";
import { type Dims, elementCount, shapeText } from "../../base/shape.ts";
import { ResourceHandleProtoSchema } from "../../wire/proto/resource_handle_pb.gen.ts";
import {
  type TensorProto,
  TensorProtoSchema,
  VariantTensorDataProtoSchema,
} from "../../wire/proto/tensor_pb.gen.ts";
import type { DataType } from "../../wire/proto/types_pb.gen.ts";
import type { TensorValue } from "../types.ts";
import { shapeFromProto, shapeToProto } from "./shape-proto.ts";

type ValueField =
  | "floatVal"
  | "doubleVal"
  | "intVal"
  | "int64Val"
  | "uint32Val"
  | "uint64Val"
  | "boolVal"
  | "halfVal"
  | "scomplexVal"
  | "dcomplexVal"
  | "float8Val";

/** The field that holds a dtype's elements one by one. */
function valueField(dtype: DTypeName): ValueField {
  switch (dtype) {
    case "float32":
      return "floatVal";
    case "float64":
      return "doubleVal";
    case "float16":
    case "bfloat16":
      return "halfVal";
    case "int64":
      return "int64Val";
    case "uint32":
      return "uint32Val";
    case "uint64":
      return "uint64Val";
    case "bool":
      return "boolVal";
    case "complex64":
      return "scomplexVal";
    case "complex128":
      return "dcomplexVal";
    default:
      return dtypeInfo(dtype).kind === "float" ? "float8Val" : "intVal";
  }
}

/** dtypes whose constants `make_tensor_proto` never writes as raw bytes. */
const writtenOneByOne = new Set<DTypeName>([
  ...(["bool", "uint16", "complex64", "complex128"] as const),
  ...(["int4", "uint4", "int2", "uint2"] as const),
]);

const storageBytes = (data: NumericArray): Uint8Array =>
  new Uint8Array(data.buffer, data.byteOffset, data.byteLength);

function checkedDType(number: number): DTypeName {
  const dtype = number > REF_OFFSET ? undefined : dtypeFromProto(number);
  if (dtype === undefined)
    throw invalidArgument(`Reading a TensorProto: expected the number of a dtype, received ${number}`);
  return dtype;
}

function checkedShape(proto: TensorProto): Dims {
  const shape = shapeFromProto(proto.tensorShape);
  if (shape === null || shape.some((size) => size < 0))
    throw invalidArgument(
      `Reading a TensorProto: expected a fully defined shape, received ${shapeText(shape)}`,
    );
  return shape;
}

function contentLengthError(dtype: DTypeName, shape: Dims, expected: number, received: number): Error {
  return invalidArgument(
    `Reading a TensorProto of dtype ${dtype} and shape ${shapeText(shape)}: ` +
      `expected ${expected} bytes of tensor_content, received ${received}`,
  );
}

/** Strings in `tensor_content`, as servers send them: all lengths as varints, then all bytes. */
function stringsFromContent(content: Uint8Array, shape: Dims): Uint8Array[] {
  const count = elementCount(shape);
  const lengths: number[] = [];
  let at = 0;
  while (lengths.length < count) {
    let length = 0;
    let scale = 1;
    while (content[at] >= 128) {
      length += (content[at++] - 128) * scale;
      scale *= 128;
    }
    if (at >= content.length) throw contentLengthError("string", shape, at + 1, content.length);
    lengths.push(length + content[at++] * scale);
  }
  const expected = lengths.reduce((sum, length) => sum + length, at);
  if (expected !== content.length) throw contentLengthError("string", shape, expected, content.length);
  return lengths.map((length) => content.slice(at, (at += length)));
}

/** The given values, then the last one again until `count` are there; `initial` if none is given. */
function repeatLast<T>(values: readonly T[], count: number, initial: T): T[] {
  const last = values.length === 0 ? initial : values[values.length - 1];
  return Array.from({ length: count }, (_, i) => (i < values.length ? values[i] : last));
}

function numbersFromFields(proto: TensorProto, dtype: DTypeName, count: number): NumericArray {
  const data = allocate(dtype, count) as NumericArray;
  const { lanes } = dtypeInfo(dtype);
  const values = proto[valueField(dtype)] as ArrayLike<number | bigint | boolean>;
  const given = Math.floor(values.length / lanes) * lanes;
  if (given === 0) return data;
  const big = data instanceof BigInt64Array || data instanceof BigUint64Array;
  for (let i = 0; i < data.length; i++) {
    const value = values[i < given ? i : given - lanes + (i % lanes)];
    if (big) data[i] = value as bigint;
    else data[i] = Number(value);
  }
  return data;
}

function numbersFromContent(content: Uint8Array, dtype: DTypeName, shape: Dims): NumericArray {
  const count = elementCount(shape);
  const expected = count * dtypeInfo(dtype).size;
  if (content.length !== expected) throw contentLengthError(dtype, shape, expected, content.length);
  const data = allocate(dtype, count) as NumericArray;
  storageBytes(data).set(content);
  return data;
}

/** Reads a constant. Handles come as their messages. */
export function tensorFromProto(proto: TensorProto): TensorValue {
  const dtype = checkedDType(proto.dtype);
  const shape = checkedShape(proto);
  const count = elementCount(shape);
  const content = proto.tensorContent;
  if (dtype === "string") {
    const data =
      content.length > 0 ? stringsFromContent(content, shape) : repeatLast(proto.stringVal, count, content);
    return { dtype, shape, data };
  }
  if (dtype === "resource")
    return {
      dtype,
      shape,
      data: repeatLast(proto.resourceHandleVal, count, create(ResourceHandleProtoSchema)),
    };
  if (dtype === "variant")
    return { dtype, shape, data: repeatLast(proto.variantVal, count, create(VariantTensorDataProtoSchema)) };
  const data =
    content.length > 0 ? numbersFromContent(content, dtype, shape) : numbersFromFields(proto, dtype, count);
  return { dtype, shape, data };
}

function writeHandles(proto: TensorProto, tensor: TensorValue): void {
  const handles = tensor.data as readonly { $typeName?: string }[];
  for (const handle of handles) {
    if (handle.$typeName === ResourceHandleProtoSchema.typeName)
      proto.resourceHandleVal.push(handle as MessageShape<typeof ResourceHandleProtoSchema>);
    else if (handle.$typeName === VariantTensorDataProtoSchema.typeName)
      proto.variantVal.push(handle as MessageShape<typeof VariantTensorDataProtoSchema>);
    else throw new UnimplementedError(`A live ${tensor.dtype} handle cannot be written into a TensorProto`);
  }
}

function writeNumbers(proto: TensorProto, dtype: DTypeName, data: NumericArray): void {
  const field = valueField(dtype);
  if (field === "float8Val") proto.float8Val = storageBytes(data).slice();
  else if (field === "boolVal") proto.boolVal = Array.from(data as Uint8Array, (value) => value !== 0);
  else Object.assign(proto, { [field]: Array.from(data as Float64Array) });
}

/**
 * Writes a constant: raw bytes for more than one element, single values otherwise.
 * `data` may be shorter than the shape asks for: its last element then stands for all that are missing.
 */
export function tensorToProto(tensor: TensorValue): TensorProto {
  const { dtype, shape, data } = tensor;
  const { proto: dtypeNumber, lanes } = dtypeInfo(dtype);
  const proto = create(TensorProtoSchema, {
    dtype: dtypeNumber as DataType,
    tensorShape: shapeToProto(shape),
  });
  const count = elementCount(shape);
  if (data.length > count * lanes)
    throw invalidArgument(
      `Writing a constant of shape ${shapeText(shape)}: expected at most ${count} elements, ` +
        `received ${data.length / lanes}`,
    );
  if (dtype === "string") proto.stringVal = [...(data as readonly Uint8Array[])];
  else if (dtypeInfo(dtype).kind === "handle") writeHandles(proto, tensor);
  else if (count > 1 && data.length === count * lanes && !writtenOneByOne.has(dtype))
    proto.tensorContent = storageBytes(data as NumericArray).slice();
  else writeNumbers(proto, dtype, data as NumericArray);
  return proto;
}
