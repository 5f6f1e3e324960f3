// Half precision and smaller floats: every pattern, ties, and the difference between one rounding and two.
import { describe, expect, it } from "vitest";
import {
  bfloat16Array,
  bfloat16FromFloat32,
  bfloat16FromNumber,
  float16Array,
  float16FromFloat32,
  float16FromNumber,
  float32FromBfloat16Array,
  float32FromFloat16Array,
  numberFromBfloat16,
  numberFromFloat16,
} from "./half.ts";
import {
  isSmallFloat,
  numberFromSmallFloat,
  type SmallFloatName,
  smallFloatFromNumber,
} from "./small-float.ts";

const formats = [
  {
    name: "float16",
    decode: numberFromFloat16,
    encoders: [float16FromNumber, float16FromFloat32],
    top: 0x7c00,
  },
  {
    name: "bfloat16",
    decode: numberFromBfloat16,
    encoders: [bfloat16FromNumber, bfloat16FromFloat32],
    top: 0x7f80,
  },
];

describe.each(formats)("$name", ({ decode, encoders, top }) => {
  it("gives every pattern back", () => {
    for (let bits = 0; bits < 65536; bits++) {
      const value = decode(bits);
      if (Number.isNaN(value)) continue;
      for (const encode of encoders)
        if (encode(value) !== bits) expect([encode(value), value]).toEqual([bits, value]);
    }
  });

  it("rounds halfway values to even and others to the nearest", () => {
    for (let bits = 0; bits < top; bits += 37) {
      const low = decode(bits);
      const high = bits + 1 === top ? 2 * low - decode(bits - 1) : decode(bits + 1);
      const middle = (low + high) / 2;
      const even = bits % 2 === 0 ? bits : bits + 1;
      for (const encode of encoders) {
        expect(encode(middle)).toBe(even);
        expect(encode(-middle)).toBe(even | 0x8000);
        expect(encode(low + (high - low) * 0.25)).toBe(bits);
        expect(encode(low + (high - low) * 0.75)).toBe(bits + 1);
      }
    }
  });

  it("keeps NaN, infinities and signed zeros", () => {
    for (const encode of encoders) {
      expect(decode(encode(NaN))).toBeNaN();
      expect(decode(encode(-Infinity))).toBe(-Infinity);
      expect(decode(encode(1e300))).toBe(Infinity);
      expect(decode(encode(-0))).toBe(-0);
      expect(decode(encode(-1e-300))).toBe(-0);
    }
  });
});

describe("two roundings", () => {
  it("differ from one where float32 lands on a halfway point", () => {
    const value = 1 + 2 ** -11 + 2 ** -40;
    expect(float16FromNumber(value)).toBe(0x3c01);
    expect(float16FromFloat32(value)).toBe(0x3c00);
    const other = 1 + 2 ** -8 + 2 ** -40;
    expect(bfloat16FromNumber(other)).toBe(0x3f81);
    expect(bfloat16FromFloat32(other)).toBe(0x3f80);
  });
});

describe("arrays", () => {
  it("convert like single numbers", () => {
    const values = Float32Array.of(1.5, -0, NaN, Infinity, 65520, 1e-8, 3.14159);
    expect([...float16Array(values)]).toEqual(Array.from(values, float16FromFloat32));
    expect([...bfloat16Array([...values])]).toEqual(Array.from(values, bfloat16FromFloat32));
    expect(float32FromFloat16Array(Uint16Array.of(0x3e00, 0x8000, 0x7c00))).toEqual(
      Float32Array.of(1.5, -0, Infinity),
    );
    expect(float32FromBfloat16Array(Uint16Array.of(0x3fc0, 0xff80))).toEqual(Float32Array.of(1.5, -Infinity));
    expect(float16Array([])).toHaveLength(0);
  });
});

const smallFormats: [SmallFloatName, number, number, number][] = [
  ["float8_e5m2", 57344, 2 ** -16, Infinity],
  ["float8_e4m3fn", 448, 2 ** -9, NaN],
  ["float8_e5m2fnuz", 57344, 2 ** -17, NaN],
  ["float8_e4m3fnuz", 240, 2 ** -10, NaN],
  ["float8_e4m3b11fnuz", 30, 2 ** -13, NaN],
  ["float4_e2m1fn", 6, 0.5, 6],
];

describe.each(smallFormats)("%s", (name, largest, smallest, beyond) => {
  it("gives every pattern back and has the specified range", () => {
    const values: number[] = [];
    for (let bits = 0; bits < (name === "float4_e2m1fn" ? 16 : 256); bits++) {
      const value = numberFromSmallFloat(name, bits);
      if (!Number.isNaN(value)) expect(smallFloatFromNumber(name, value)).toBe(bits);
      if (Number.isFinite(value)) values.push(value);
    }
    expect(Math.max(...values)).toBe(largest);
    expect(Math.min(...values.filter((value) => value > 0))).toBe(smallest);
    expect(numberFromSmallFloat(name, smallFloatFromNumber(name, 1e9))).toBe(beyond);
    expect(smallFloatFromNumber(name, smallest / 2)).toBe(0);
  });
});

it("knows the names of the small formats", () => {
  expect(isSmallFloat("float8_e4m3fn")).toBe(true);
  expect(isSmallFloat("float16")).toBe(false);
});
