// Constants in GraphDefs: against the protos that TensorFlow wrote for known tensors.
import { fileURLToPath } from "node:url";
import { create, equals, fromBinary, type MessageInitShape } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import type { OpCase, ProgramCase } from "../../../test/conformance/cases.ts";
import { tensorDifference } from "../../../test/conformance/compare.ts";
import { readCases } from "../../../test/conformance/corpus.ts";
import { dtypeInfo, dtypeNames, type NumericArray } from "../../base/dtypes.ts";
import { elementCount } from "../../base/shape.ts";
import { GraphDefSchema } from "../../wire/proto/graph_pb.gen.ts";
import { type TensorProto, TensorProtoSchema } from "../../wire/proto/tensor_pb.gen.ts";
import { DataType } from "../../wire/proto/types_pb.gen.ts";
import type { TensorValue } from "../types.ts";
import { tensorFromProto, tensorToProto } from "./tensor-proto.ts";

const recordings = (path: string): string =>
  fileURLToPath(new URL(`../../../test/conformance/${path}`, import.meta.url));
const proto = (init: MessageInitShape<typeof TensorProtoSchema>): TensorProto =>
  create(TensorProtoSchema, init);
const shape = (...sizes: number[]) => ({ dim: sizes.map((size) => ({ size: BigInt(size) })) });
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

/** The constants of all recorded programs. */
function recordedConstants(): { name: string; value: TensorProto }[] {
  const found: { name: string; value: TensorProto }[] = [];
  for (const file of ["graph/programs_v1.json.gz", "graph/programs_graph.json.gz"])
    for (const item of readCases(recordings(file)) as Generator<ProgramCase>)
      for (const node of item.graphDef ? fromBinary(GraphDefSchema, item.graphDef).node : []) {
        const value = node.attr["value"]?.value;
        if (value?.case === "tensor") found.push({ name: `${item.id} ${node.name}`, value: value.value });
      }
  return found;
}

/** Does the proto stand for a larger tensor by its last element? */
function isFilled(value: TensorProto, tensor: TensorValue): boolean {
  const count = elementCount(tensor.shape) * dtypeInfo(tensor.dtype).lanes;
  const fields = [
    value.floatVal,
    value.intVal,
    value.int64Val,
    value.doubleVal,
    value.boolVal,
    value.stringVal,
  ];
  return count > 1 && value.tensorContent.length === 0 && fields.every((field) => field.length !== count);
}

describe("reading and writing constants", () => {
  it("gives back what TensorFlow's make_tensor_proto wrote", () => {
    const constants = recordedConstants();
    expect(constants.length).toBeGreaterThan(1000);
    for (const { name, value } of constants) {
      const tensor = tensorFromProto(value);
      const written = tensorToProto(tensor);
      if (isFilled(value, tensor))
        expect(tensorDifference(tensorFromProto(written), tensor, "exact"), name).toBeNull();
      else expect(equals(TensorProtoSchema, written, value), name).toBe(true);
    }
  });

  it("reads what SerializeTensor wrote, for all of its dtypes", () => {
    const cases = [...readCases(recordings("corpus/parsing.jsonl.gz"))].filter(
      (item): item is OpCase =>
        item.op === "SerializeTensor" && item.kind === "op" && item.error === undefined,
    );
    expect(cases.length).toBeGreaterThan(20);
    for (const item of cases) {
      const [bytes] = (item.outputs[0] as TensorValue).data as Uint8Array[];
      const [input] = item.inputs as { tensor: TensorValue }[];
      const read = tensorFromProto(fromBinary(TensorProtoSchema, bytes));
      expect(tensorDifference(read, input.tensor, "exact"), item.id).toBeNull();
    }
  });

  it("keeps the bits of every dtype, for one element and for several", () => {
    for (const dtype of dtypeNames) {
      const { array, lanes, kind } = dtypeInfo(dtype);
      if (array === null) continue;
      for (const count of [0, 1, 3]) {
        const data = new array(count * lanes) as NumericArray;
        const top = kind === "bool" ? 1 : dtype.endsWith("4") && lanes === 1 ? 7 : 0x3c;
        new Uint8Array(data.buffer).fill(top);
        const tensor: TensorValue = { dtype, shape: count === 1 ? [] : [count], data };
        expect(tensorFromProto(tensorToProto(tensor)), dtype).toEqual(tensor);
      }
    }
  });

  it("copies: a later change of the data changes no proto, and the other way round", () => {
    const data = Float32Array.of(1, 2);
    const written = tensorToProto({ dtype: "float32", shape: [2], data });
    data[0] = 5;
    const read = tensorFromProto(written);
    written.tensorContent[0] = 1;
    expect(read.data).toEqual(Float32Array.of(1, 2));
  });
});

describe("writing", () => {
  it("lists scalars, dtypes without raw form, and strings; writes the rest as bytes", () => {
    const one = tensorToProto({ dtype: "float32", shape: [1], data: Float32Array.of(-0) });
    expect(Object.is(one.floatVal[0], -0)).toBe(true);
    expect(one.tensorContent.length).toBe(0);
    const two = tensorToProto({ dtype: "float32", shape: [2], data: Float32Array.of(1, 2) });
    expect([two.floatVal.length, two.tensorContent.length]).toEqual([0, 8]);
    const flags = tensorToProto({ dtype: "bool", shape: [2], data: Uint8Array.of(1, 0) });
    expect(flags.boolVal).toEqual([true, false]);
    const words = tensorToProto({ dtype: "uint16", shape: [2], data: Uint16Array.of(1, 65535) });
    expect(words.intVal).toEqual([1, 65535]);
    const complex = tensorToProto({ dtype: "complex64", shape: [2], data: Float32Array.of(1, 2, 3, 4) });
    expect(complex.scomplexVal).toEqual([1, 2, 3, 4]);
  });

  it("lets one element stand for a whole shape", () => {
    const filled = tensorToProto({ dtype: "int32", shape: [2, 2], data: Int32Array.of(7) });
    expect(filled.intVal).toEqual([7]);
    expect(tensorFromProto(filled).data).toEqual(Int32Array.of(7, 7, 7, 7));
    const tooMany = { dtype: "int32", shape: [1], data: Int32Array.of(1, 2) } as const;
    expect(() => tensorToProto(tooMany)).toThrow("at most 1 elements, received 2");
  });

  it("refuses live handles", () => {
    expect(() => tensorToProto({ dtype: "resource", shape: [], data: [{}] })).toThrow("resource handle");
  });
});

describe("reading", () => {
  it("repeats the last element, complex numbers as pairs, and takes zeros for none", () => {
    const ints = proto({ dtype: DataType.DT_INT64, tensorShape: shape(4), int64Val: [1n, -2n] });
    expect(tensorFromProto(ints).data).toEqual(BigInt64Array.of(1n, -2n, -2n, -2n));
    const complex = proto({
      dtype: DataType.DT_COMPLEX128,
      tensorShape: shape(3),
      dcomplexVal: [1, 2, 3, 4],
    });
    expect(tensorFromProto(complex).data).toEqual(Float64Array.of(1, 2, 3, 4, 3, 4));
    const none = proto({ dtype: DataType.DT_HALF, tensorShape: shape(2) });
    expect(tensorFromProto(none).data).toEqual(new Uint16Array(2));
    const strings = proto({ dtype: DataType.DT_STRING, tensorShape: shape(2), stringVal: [text("a")] });
    expect(tensorFromProto(strings).data).toEqual([text("a"), text("a")]);
    const noString = proto({ dtype: DataType.DT_STRING, tensorShape: shape(1) });
    expect(tensorFromProto(noString).data).toEqual([new Uint8Array(0)]);
  });

  it("reads strings as servers send them: lengths, then bytes", () => {
    const long = new Uint8Array(300).fill(65);
    const content = Uint8Array.of(1, 0, 0xac, 0x02, 66, ...long);
    const strings = proto({ dtype: DataType.DT_STRING, tensorShape: shape(3), tensorContent: content });
    expect(tensorFromProto(strings).data).toEqual([text("B"), new Uint8Array(0), long]);
    const cut = proto({
      dtype: DataType.DT_STRING,
      tensorShape: shape(3),
      tensorContent: content.slice(0, 9),
    });
    expect(() => tensorFromProto(cut)).toThrow("bytes of tensor_content");
  });

  it("reads bytes at any alignment", () => {
    const content = Uint8Array.of(9, 0, 0, 128, 63, 0, 0, 0, 64).subarray(1);
    const unaligned = proto({ dtype: DataType.DT_FLOAT, tensorShape: shape(2), tensorContent: content });
    expect(tensorFromProto(unaligned).data).toEqual(Float32Array.of(1, 2));
  });

  it("refuses wrong lengths, unknown shapes and unknown dtypes", () => {
    const bytes = new Uint8Array(7);
    const short = proto({ dtype: DataType.DT_FLOAT, tensorShape: shape(2), tensorContent: bytes });
    expect(() => tensorFromProto(short)).toThrow("expected 8 bytes of tensor_content, received 7");
    expect(() => tensorFromProto(proto({ dtype: DataType.DT_FLOAT, tensorShape: shape(-1) }))).toThrow("[?]");
    expect(() => tensorFromProto(proto({ dtype: DataType.DT_FLOAT_REF }))).toThrow("received 101");
    expect(() => tensorFromProto(proto({}))).toThrow("received 0");
  });
});
