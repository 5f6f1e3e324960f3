// Arrays, scalars, printf's %g and Python's strings against texts made by NumPy 2.4 and Python 3.11, and at
// the edges.
import { describe, expect, it } from "vitest";
import { type RecordedTensor, readVectors, tensorData } from "../../../test/vectors/base-vectors.ts";
import type { TensorData } from "../dtypes.ts";
import {
  complexText,
  formatG,
  numpyFloat,
  pythonFloat,
  shortestDigits,
  strCatFloat32,
  strCatFloat64,
} from "./float-text.ts";
import { arrayRepr, arrayString, scalarText, tensorString, valueText } from "./numpy-array.ts";
import { fillTemplate, formatTensor } from "./print-tensor.ts";
import { PythonFloat, PythonTuple, pythonRepr, pythonString } from "./python-repr.ts";

type Text = RecordedTensor & { str: string; repr: string };
interface Vectors {
  arrays: Text[];
  scalars: Text[];
  g: [value: string, precision: number, text: string][];
  strings: [value: string, text: string][];
}

const vectors = readVectors<Vectors>("format/numpy.json.gz");
const data = (tensor: Text): TensorData => tensorData(tensor);

describe("against NumPy and Python", () => {
  it("writes arrays", () => {
    for (const array of vectors.arrays) {
      expect(arrayString(array.dtype, array.shape, data(array))).toBe(array.str);
      expect(arrayRepr(array.dtype, array.shape, data(array))).toBe(array.repr);
    }
  });

  it("writes scalars", () => {
    for (const scalar of vectors.scalars) {
      expect(scalarText(scalar.dtype, data(scalar), "str")).toBe(scalar.str);
      expect(scalarText(scalar.dtype, data(scalar), "repr")).toBe(scalar.repr);
    }
  });

  it("writes %g", () => {
    for (const [value, precision, text] of vectors.g) expect(formatG(Number(value), precision)).toBe(text);
  });

  it("writes Python strings", () => {
    for (const [value, text] of vectors.strings) expect(pythonString(value)).toBe(text);
  });
});

describe("floating point text", () => {
  it("finds shortest digits at the ends of the ranges", () => {
    expect(shortestDigits(5e-324, "float64")).toEqual({ digits: "5", exponent: -324 });
    expect(shortestDigits(2 ** -149, "float32")).toEqual({ digits: "1", exponent: -45 });
    expect(shortestDigits(3.4028234663852886e38, "float32")).toEqual({ digits: "34028235", exponent: 38 });
    expect(shortestDigits(65504, "float16")).toEqual({ digits: "655", exponent: 4 });
    expect(shortestDigits(2 ** 90, "float32")).toEqual({ digits: "12379401", exponent: 27 });
  });

  it("tells signed zeros, NaN and infinities apart", () => {
    expect([0, -0, NaN, Infinity, -Infinity].map(pythonFloat)).toEqual(["0.0", "-0.0", "nan", "inf", "-inf"]);
    expect([0, -0, NaN, -Infinity].map((value) => formatG(value, 6))).toEqual(["0", "-0", "nan", "-inf"]);
    expect(complexText(0, -2, "float64")).toBe("-2j");
    expect(complexText(-0, 2, "float64")).toBe("(-0+2j)");
    expect(complexText(NaN, Infinity, "float32")).toBe("(nan+infj)");
  });

  it("switches to exponents where NumPy and Python do", () => {
    expect(numpyFloat(Math.fround(1e-4), "float32")).toBe("1e-04");
    expect([999936, 1e6].map((value) => numpyFloat(value, "float32"))).toEqual(["999936.0", "1e+06"]);
    expect([9999999999999998, 1e16, 1e-4, 9.9e-5].map(pythonFloat)).toEqual([
      "9999999999999998.0",
      "1e+16",
      "0.0001",
      "9.9e-05",
    ]);
    expect([strCatFloat32(Math.fround(0.1)), strCatFloat64(0.1), strCatFloat64(1 / 3)]).toEqual([
      "0.1",
      "0.1",
      "0.33333333333333331",
    ]);
  });
});

describe("edges", () => {
  it("writes types that have no elements to show as numbers", () => {
    expect(valueText("resource", [], [{}], "repr")).toBe("<unprintable>");
    expect(arrayRepr("qint8", [2], Int8Array.of(1, 20))).toBe(
      "array([( 1,), (20,)], dtype=[('qint8', 'i1')])",
    );
    expect(arrayRepr("float8_e5m2", [1], Uint8Array.of(0x3c))).toBe("array([1], dtype='float8_e5m2')");
  });

  it("shortens above a thousand elements", () => {
    const text = tensorString(
      "int32",
      [1001],
      Int32Array.from({ length: 1001 }, (_, i) => i),
    );
    expect(text).toBe("tf.Tensor([   0    1    2 ...  998  999 1000], shape=(1001,), dtype=int32)");
    expect(arrayString("uint8", [1000], new Uint8Array(1000))).not.toContain("...");
  });

  it("prints 64-bit integers, scalars and nothing", () => {
    expect(formatTensor("int64", [2], BigInt64Array.of(-(2n ** 63n), 2n ** 63n - 1n))).toBe(
      "[-9223372036854775808 9223372036854775807]",
    );
    expect(formatTensor("float32", [], Float32Array.of(1), 0)).toBe("...");
    expect(formatTensor("bool", [0], new Uint8Array(0))).toBe("");
    expect(formatTensor("qint32", [2], Int32Array.of(1, 2))).toBe("[? ?]");
  });

  it("leaves placeholders without a text", () => {
    expect(fillTemplate("{} and {}", "{}", ["a"])).toBe("a and {}");
    expect(fillTemplate("none", "{}", [])).toBe("none");
  });
});

describe("pythonRepr", () => {
  it("writes nested values as Python does", () => {
    const value = [
      1,
      -0,
      2.5,
      10n,
      true,
      null,
      "it's",
      new PythonTuple([1]),
      new PythonTuple([]),
      { k: [NaN] },
    ];
    expect(pythonRepr(value)).toBe(`[1, -0.0, 2.5, 10, True, None, "it's", (1,), (), {'k': [nan]}]`);
    expect(pythonRepr(new PythonFloat(1))).toBe("1.0");
    expect(pythonRepr(1e21)).toBe("1000000000000000000000");
    expect(pythonRepr(new Map([["a", Uint8Array.of(97, 39)]]))).toBe(`{'a': b"a'"}`);
  });

  it("asks for a replacement at every level", () => {
    const tensor = { tensor: true };
    const replace = (item: unknown): string | undefined => (item === tensor ? "[1 2]" : undefined);
    expect(pythonRepr({ v: [tensor, "x"] }, replace)).toBe("{'v': [[1 2], 'x']}");
  });
});
