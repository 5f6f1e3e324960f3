// The comparison rules: what counts as equal to a recording, and what does not.
import { deflateSync } from "node:zlib";
import { create, toBinary } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import type { DTypeName, TensorData } from "../../src/base/dtypes.ts";
import type { TensorValue } from "../../src/graph/types.ts";
import { ExampleSchema } from "../../src/wire/proto/example_pb.gen.ts";
import { TensorProtoSchema } from "../../src/wire/proto/tensor_pb.gen.ts";
import { outputsDifference, tensorDifference } from "./compare.ts";
import type { Comparison, ExpectedOutput, Tolerance } from "./cases.ts";

const tensor = (dtype: DTypeName, shape: number[], data: TensorData): TensorValue => ({ dtype, shape, data });
const floats = (...values: number[]): TensorValue =>
  tensor("float32", [values.length], Float32Array.from(values));
const doubles = (shape: number[], ...values: number[]): TensorValue =>
  tensor("float64", shape, Float64Array.from(values));
const strings = (...values: Uint8Array[]): TensorValue => tensor("string", [values.length], values);

const close: Tolerance = { relative: 1e-3, absolute: 1e-6 };
const compare = (
  comparison: Comparison,
  got: TensorValue[],
  outputs: ExpectedOutput[],
  tolerance: Tolerance = close,
): string | null => outputsDifference(got, { comparison, outputs, tolerance });

describe("exact comparison", () => {
  it("takes NaN for NaN and tells 0 from -0", () => {
    expect(tensorDifference(floats(Number.NaN, 1), floats(Number.NaN, 1), "exact")).toBeNull();
    expect(tensorDifference(floats(0), floats(-0), "exact")).toContain("element 0 is 0, expected -0");
    expect(tensorDifference(floats(Number.NaN), floats(1), "exact")).toContain("NaN");
    expect(tensorDifference(floats(1 + 2 ** -23), floats(1), "exact")).toContain("1 of 1 differ");
  });

  it("ignores the bits of a NaN in half types", () => {
    const half = (bits: number): TensorValue => tensor("float16", [1], Uint16Array.of(bits));
    expect(tensorDifference(half(0x7e00), half(0x7fff), "exact")).toBeNull();
    expect(tensorDifference(half(0x8000), half(0x0000), "exact")).not.toBeNull();
  });

  it("compares dtype, shape and number of entries first", () => {
    expect(tensorDifference(floats(1), doubles([1], 1), close)).toBe("dtype is float32, expected float64");
    expect(tensorDifference(doubles([1, 2], 1, 2), doubles([2, 1], 1, 2), close)).toContain("shape is [1,2]");
    expect(tensorDifference(doubles([2], 1), doubles([2], 1, 2), close)).toBe(
      "data has 1 entries, expected 2",
    );
    expect(tensorDifference(doubles([0]), doubles([0]), "exact")).toBeNull();
  });

  it("holds for integers, booleans and strings whatever the tolerance", () => {
    const big = (value: bigint): TensorValue => tensor("int64", [], BigInt64Array.of(value));
    expect(tensorDifference(big(2n ** 60n + 1n), big(2n ** 60n), { relative: 1, absolute: 1 })).toContain(
      "1152921504606846977",
    );
    const text = (value: string): TensorValue => strings(new TextEncoder().encode(value));
    expect(tensorDifference(text("a"), text("a"), close)).toBeNull();
    expect(tensorDifference(text("a"), text("ab"), close)).toBe('element 0 is "a", expected "ab"');
    const bool = (value: number): TensorValue => tensor("bool", [], Uint8Array.of(value));
    expect(tensorDifference(bool(1), bool(0), { relative: 1, absolute: 1 })).not.toBeNull();
  });
});

describe("comparison within a tolerance", () => {
  it("bounds by the expected value", () => {
    expect(tensorDifference(floats(1000.9), floats(1000), close)).toBeNull();
    expect(tensorDifference(floats(1001.1), floats(1000), close)).not.toBeNull();
    expect(tensorDifference(floats(-0), floats(0), close)).toBeNull();
  });

  it("wants infinities to match", () => {
    const infinity = Number.POSITIVE_INFINITY;
    expect(tensorDifference(floats(infinity), floats(infinity), close)).toBeNull();
    expect(tensorDifference(floats(-infinity), floats(infinity), close)).not.toBeNull();
    expect(tensorDifference(floats(3e38), floats(infinity), close)).not.toBeNull();
    expect(tensorDifference(floats(infinity), floats(3e38), close)).not.toBeNull();
  });

  it("bounds each part of a complex number by the size of the whole", () => {
    const complex = (re: number, im: number): TensorValue =>
      tensor("complex128", [1], Float64Array.of(re, im));
    expect(tensorDifference(complex(1000, 0.5), complex(1000, 0), close)).toBeNull();
    expect(tensorDifference(complex(1000, 1.5), complex(1000, 0), close)).not.toBeNull();
    expect(tensorDifference(complex(Number.NaN, 1), complex(Number.NaN, 1), close)).toBeNull();
    const infinite = complex(Number.POSITIVE_INFINITY, 1);
    expect(tensorDifference(infinite, infinite, close)).toBeNull();
  });
});

describe("outputs", () => {
  it("are counted, and ignored ones need only the dtype", () => {
    const ignored: ExpectedOutput = { dtype: "float32", ignored: true };
    expect(compare("elements", [floats(1), floats(2, 3)], [floats(1), ignored])).toBeNull();
    expect(compare("elements", [floats(1)], [floats(1), ignored])).toBe("1 outputs, expected 2");
    expect(compare("elements", [floats(1), doubles([], 1)], [floats(1), ignored])).toContain(
      "output 1: dtype",
    );
  });

  it("need only dtype and shape where C++ leaves the value undefined", () => {
    const expected = {
      outputs: [floats(1)],
      tolerance: "exact",
      comparison: "elements",
      tags: ["ub"],
    } as const;
    expect(outputsDifference([floats(5)], expected)).toBeNull();
    expect(outputsDifference([floats(5, 6)], expected)).not.toBeNull();
  });
});

describe("factors of matrices", () => {
  it("eig: vectors up to sign or phase", () => {
    const values = doubles([2], 1, 3);
    const vectors = doubles([2, 2], 0.6, 0.8, -0.8, 0.6);
    const flipped = doubles([2, 2], -0.6, 0.8, 0.8, 0.6);
    expect(compare("eig", [values, flipped], [values, vectors])).toBeNull();
    expect(compare("eig", [values, doubles([2, 2], 0.8, 0.6, -0.6, 0.8)], [values, vectors])).not.toBeNull();
    expect(compare("eig", [doubles([2], 3, 1), flipped], [values, vectors])).not.toBeNull();
    const complex = (...data: number[]): TensorValue => tensor("complex128", [2, 1], Float64Array.from(data));
    const turned = complex(0, 0.6, 0, 0.8);
    expect(compare("eig", [doubles([1], 1), turned], [doubles([1], 1), complex(0.6, 0, 0.8, 0)])).toBeNull();
  });

  it("qr: columns of q with rows of r up to sign, extra columns free", () => {
    const q = doubles([2, 2], 0.6, 0.8, 0.8, -0.6);
    const r = doubles([2, 1], 5, 0);
    expect(
      compare("qr", [doubles([2, 2], -0.6, -0.8, -0.8, 0.6), doubles([2, 1], -5, 0)], [q, r]),
    ).toBeNull();
    expect(compare("qr", [q, doubles([2, 1], -5, 0)], [q, r])).not.toBeNull();
  });

  it("svd: values and product", () => {
    const [s, u, v] = [doubles([2], 3, 1), doubles([2, 2], 1, 0, 0, 1), doubles([2, 2], 0, 1, 1, 0)];
    const [u2, v2] = [doubles([2, 2], -1, 0, 0, 1), doubles([2, 2], 0, 1, -1, 0)];
    expect(compare("svd", [s, u2, v2], [s, u, v])).toBeNull();
    expect(compare("svd", [s, u2, v], [s, u, v])).not.toBeNull();
  });

  it("set: values in any order along the last axis", () => {
    const complex = (...data: number[]): TensorValue => tensor("complex64", [2], Float32Array.from(data));
    const [want, swapped, other] = [complex(1, 2, 1, -2), complex(1, -2, 1, 2), complex(1, -2, 1, -2)];
    expect(compare("set", [swapped], [want])).toBeNull();
    expect(compare("set", [other], [want])).not.toBeNull();
  });
});

/** An 8-bit grey PNG of one row, its scanline filtered as told. CRCs are not read and left zero. */
function png(filter: number, ...filtered: number[]): Uint8Array {
  const chunk = (type: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(filtered.length, 0);
  header.writeUInt32BE(1, 4);
  header[8] = 8;
  const data = deflateSync(Buffer.from([filter, ...filtered]));
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

describe("encoded outputs", () => {
  it("lsb: integers within the absolute tolerance", () => {
    const image = (value: number): TensorValue => tensor("uint8", [1], Uint8Array.of(value));
    expect(compare("lsb", [image(12)], [image(10)], { relative: 0, absolute: 2 })).toBeNull();
    expect(compare("lsb", [image(13)], [image(10)], { relative: 0, absolute: 2 })).not.toBeNull();
  });

  it("decoded: PNG files by their pixels", () => {
    const [plain, subtracted, paeth] = [png(0, 10, 20, 30), png(1, 10, 10, 10), png(4, 10, 10, 10)];
    expect(compare("decoded", [strings(subtracted)], [strings(plain)])).toBeNull();
    expect(compare("decoded", [strings(paeth)], [strings(plain)])).toBeNull();
    expect(compare("decoded", [strings(png(0, 10, 20, 31))], [strings(plain)])).toContain("byte 2");
    expect(compare("decoded", [strings(png(0, 10, 20))], [strings(plain)])).toContain("2x1");
  });

  it("tensorproto: by the tensor, not by the field", () => {
    const shape = { dim: [{ size: 2n }] };
    const listed = create(TensorProtoSchema, { dtype: 1, tensorShape: shape, floatVal: [1, 1] });
    const repeated = create(TensorProtoSchema, { dtype: 1, tensorShape: shape, floatVal: [1] });
    const other = create(TensorProtoSchema, { dtype: 1, tensorShape: shape, floatVal: [1, 2] });
    const [a, b, c] = [listed, repeated, other].map((proto) => strings(toBinary(TensorProtoSchema, proto)));
    expect(compare("tensorproto", [a], [b])).toBeNull();
    expect(compare("tensorproto", [a], [c])).not.toBeNull();
  });

  it("proto: maps in any order", () => {
    const feature = (value: bigint) => ({ kind: { case: "int64List" as const, value: { value: [value] } } });
    const example = (...entries: [string, bigint][]): TensorValue => {
      const map = Object.fromEntries(entries.map(([name, value]) => [name, feature(value)]));
      return strings(toBinary(ExampleSchema, create(ExampleSchema, { features: { feature: map } })));
    };
    const [want, swapped] = [example(["a", 1n], ["b", 2n]), example(["b", 2n], ["a", 1n])];
    expect(compare("proto:tensorflow.Example", [swapped], [want])).toBeNull();
    expect(compare("proto:tensorflow.Example", [example(["a", 1n])], [want])).not.toBeNull();
  });
});
